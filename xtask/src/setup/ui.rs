//! The UI: its packages, and its build into `ui/dist`, which the app embeds.

use std::{fs, path::Path, time::SystemTime};

use crate::{
    checkout::{self, Checkout},
    error::TaskError,
    process,
};

/// Installs the UI's packages when the lock file is newer than what is installed.
pub fn install(checkout: &Checkout) -> Result<(), TaskError> {
    let ui = checkout.ui();
    // npm writes this file last, so half an installation counts as none.
    if newer(changed(&ui.join("package-lock.json")), changed(&ui.join("node_modules/.package-lock.json"))) {
        println!("Installing the UI's packages");
        process::run(checkout.npm().args(["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds the UI when a source is newer than what was built.
pub fn build(checkout: &Checkout) -> Result<(), TaskError> {
    if !is_stale(&checkout.ui())? {
        println!("The UI is built, and nothing has changed since.");
        return Ok(());
    }
    process::run(checkout.npm().args(["run", "build"]))
}

fn is_stale(ui: &Path) -> Result<bool, TaskError> {
    // A page without assets is the placeholder that lets a fresh clone compile.
    let built = ui.join("dist/assets").is_dir().then(|| changed(&ui.join("dist/index.html"))).flatten();
    Ok(newer(newest_source(ui)?, built))
}

/// When the newest of the UI's sources was changed.
fn newest_source(ui: &Path) -> Result<Option<SystemTime>, TaskError> {
    let mut newest = None;
    for path in checkout::children(ui)? {
        let name = path.file_name().unwrap_or_default();
        if !["dist", "node_modules"].iter().any(|made| name == *made) {
            newest = newest.max(newest_in(&path)?);
        }
    }
    Ok(newest)
}

/// Folders count as well: theirs is the only time that changes when a file is removed.
fn newest_in(path: &Path) -> Result<Option<SystemTime>, TaskError> {
    let mut newest = changed(path);
    for child in checkout::children(path)? {
        newest = newest.max(newest_in(&child)?);
    }
    Ok(newest)
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

/// Whether what was made is missing, or older than what it was made from.
fn newer(source: Option<SystemTime>, made: Option<SystemTime>) -> bool {
    made.is_none() || source > made
}

#[cfg(test)]
mod tests {
    use std::{fs::File, time::Duration};

    use super::*;

    /// Sets the time of files in seconds after a fixed moment, and of all the folders to that moment.
    fn ui_with(files: &[(&str, u64)]) -> tempfile::TempDir {
        let ui = tempfile::tempdir().unwrap();
        for (name, _) in files {
            let path = ui.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "").unwrap();
        }
        for (name, seconds) in files.iter().chain(&[("src", 0)]) {
            let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds);
            let path = ui.path().join(name);
            if path.exists() {
                File::open(path).unwrap().set_modified(at).unwrap();
            }
        }
        ui
    }

    fn check(files: &[(&str, u64)], stale: bool) {
        assert_eq!(is_stale(ui_with(files).path()).unwrap(), stale, "{files:?}");
    }

    #[test]
    fn the_ui_is_built_when_a_source_is_newer() {
        let built = [("dist/index.html", 10), ("dist/assets/a.js", 10)];
        let with = |source: (&'static str, u64)| [&built[..], &[source]].concat();
        check(&with(("src/main.ts", 9)), false);
        check(&with(("src/main.ts", 11)), true);
        check(&with(("vite.config.ts", 11)), true);
        check(&with(("node_modules/svelte/index.js", 11)), false);
        check(&[("src/main.ts", 9)], true);
    }

    #[test]
    fn the_placeholder_is_not_a_build() {
        check(&[("src/main.ts", 9), ("dist/index.html", 10)], true);
    }

    #[cfg(unix)]
    #[test]
    fn a_removed_source_counts() {
        let ui = ui_with(&[
            ("src/main.ts", 9),
            ("src/old.ts", 9),
            ("dist/index.html", 10),
            ("dist/assets/a.js", 10),
        ]);
        assert!(!is_stale(ui.path()).unwrap());
        fs::remove_file(ui.path().join("src/old.ts")).unwrap();
        assert!(is_stale(ui.path()).unwrap());
    }

    #[test]
    fn packages_are_installed_when_the_lock_file_is_newer() {
        let at = |seconds| Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        assert!(newer(at(2), at(1)));
        assert!(!newer(at(1), at(1)));
        assert!(!newer(at(1), at(2)));
        assert!(newer(at(1), None));
        assert!(newer(None, None));
    }
}
