//! Where things are in this checkout.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::error::TaskError;

/// The project's folder.
#[derive(Debug, Clone)]
pub struct Checkout {
    root: PathBuf,
}

impl Checkout {
    /// The checkout that `cargo xtask` was called in.
    ///
    /// Cargo tells where at run time. What was compiled in could name another checkout that shares the target folder.
    pub fn of_this_run() -> Self {
        let own = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let own = PathBuf::from(own);
        Checkout { root: own.parent().map_or_else(|| own.clone(), Path::to_owned) }
    }

    #[cfg(test)]
    pub fn at(root: &Path) -> Self {
        Checkout { root: root.to_owned() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Where pictures of the rooms are kept.
    pub fn screens(&self) -> PathBuf {
        self.root.join("docs").join("screens")
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// The folders that hold a package of the workspace, the root's first.
    pub fn packages(&self) -> Result<Vec<PathBuf>, TaskError> {
        let mut folders = vec![self.root.clone(), self.root.join("question-bank"), self.root.join("xtask")];
        let crates = children(&self.root.join("crates"))?;
        folders.extend(crates.into_iter().filter(|folder| folder.join("Cargo.toml").is_file()));
        Ok(folders)
    }

    /// Cargo, the one that runs this, at the root.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.root);
        command
    }

    /// npm, in the folder of the UI.
    pub fn npm(&self) -> Command {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command.current_dir(self.ui());
        command
    }
}

/// What is in a folder, by name; nothing if there is no such folder.
pub fn children(folder: &Path) -> Result<Vec<PathBuf>, TaskError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |source| TaskError::File { path: folder.to_owned(), source };
    let mut paths = fs::read_dir(folder)
        .map_err(failed)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    paths.sort();
    Ok(paths)
}
