//! Brings the programs that benchmarks compare with into the scratch folder, by name and version; nothing is installed twice.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{checkout::Checkout, error::TaskError, machine, process};

/// Python as it is called on this system.
const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// A program in a fixed version.
#[derive(Debug, Clone, Copy)]
pub struct Package {
    pub registry: Registry,
    pub name: &'static str,
    pub version: &'static str,
}

/// Where a package comes from, and so what runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registry {
    Npm,
    PyPi,
}

impl Package {
    /// Installs the package if it is not there yet, and says where its program is.
    pub fn install(self, checkout: &Checkout, scratch: &Path) -> Result<PathBuf, TaskError> {
        let folder = scratch.join(format!("{}-{}", self.name, self.version));
        once(&folder, || {
            println!("Installing {} {} into {}", self.name, self.version, folder.display());
            match self.registry {
                Registry::Npm => self.with_npm(checkout, &folder),
                Registry::PyPi => self.with_pip(&folder),
            }
        })?;
        Ok(self.program(&folder))
    }

    /// What runs the package's own code, once it is installed: Python, in its environment.
    pub fn python(self, scratch: &Path) -> PathBuf {
        in_environment(&scratch.join(format!("{}-{}", self.name, self.version)), "python")
    }

    /// `alex 11.0.1 on Node.js 22.12.0`
    pub fn in_words(self) -> String {
        let runtime = match self.registry {
            Registry::Npm => machine::answer(Command::new("node").arg("--version"))
                .map(|version| format!("Node.js {}", version.trim_start_matches('v'))),
            Registry::PyPi => machine::answer(Command::new(PYTHON).arg("--version")),
        };
        let on = runtime.map(|runtime| format!(" on {runtime}")).unwrap_or_default();
        format!("{} {}{on}", self.name, self.version)
    }

    fn with_npm(self, checkout: &Checkout, folder: &Path) -> Result<(), TaskError> {
        let mut command = checkout.npm();
        command.current_dir(folder).args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(folder);
        process::run(command.arg(format!("{}@{}", self.name, self.version)))
    }

    fn with_pip(self, folder: &Path) -> Result<(), TaskError> {
        process::run(Command::new(PYTHON).args(["-m", "venv"]).arg(folder))?;
        let mut pip = Command::new(in_environment(folder, "python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        process::run(pip.arg(format!("{}=={}", self.name, self.version)))
    }

    fn program(self, folder: &Path) -> PathBuf {
        match self.registry {
            Registry::Npm => {
                let ending = if cfg!(windows) { ".cmd" } else { "" };
                folder.join("node_modules/.bin").join(format!("{}{ending}", self.name))
            }
            Registry::PyPi => in_environment(folder, self.name),
        }
    }
}

/// A program of a virtual environment.
fn in_environment(folder: &Path, name: &str) -> PathBuf {
    match cfg!(windows) {
        true => folder.join("Scripts").join(format!("{name}.exe")),
        false => folder.join("bin").join(name),
    }
}

/// Fills a folder unless that was done before. One that was left half full is emptied first.
fn once(folder: &Path, fill: impl FnOnce() -> Result<(), TaskError>) -> Result<(), TaskError> {
    let failed = |source| TaskError::File { path: folder.to_owned(), source };
    let done = folder.join("complete");
    if done.is_file() {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed)?;
    }
    fs::create_dir_all(folder).map_err(failed)?;
    fill()?;
    fs::write(done, "").map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure() -> TaskError {
        TaskError::Failed { command: "npm install".into(), code: Some(1) }
    }

    fn filled(folder: &Path) -> Result<(), TaskError> {
        fs::write(folder.join("program"), "").unwrap();
        Ok(())
    }

    #[test]
    fn a_folder_is_filled_once() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("alex-1");
        once(&folder, || filled(&folder)).unwrap();
        once(&folder, || Err(failure())).unwrap();
        assert!(folder.join("program").is_file());
    }

    #[test]
    fn half_an_installation_counts_as_none() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("alex-1");
        let half = || {
            fs::write(folder.join("half"), "").unwrap();
            Err(failure())
        };
        assert!(once(&folder, half).is_err());
        once(&folder, || filled(&folder)).unwrap();
        assert!(folder.join("program").is_file() && !folder.join("half").exists());
    }

    #[test]
    fn each_version_has_its_place() {
        let package = Package { registry: Registry::Npm, name: "alex", version: "11.0.1" };
        let program = package.program(Path::new("alex-11.0.1"));
        assert!(program.starts_with("alex-11.0.1/node_modules/.bin"), "{}", program.display());
        assert!(package.in_words().starts_with("alex 11.0.1"), "{}", package.in_words());
    }
}
