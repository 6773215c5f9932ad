//! System packages: which ones, which are missing, and installing those.

use std::process::{Command, Stdio};

use super::system::System;
use crate::{error::TaskError, process};

/// What the packages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and running the app.
    Build,
    /// That, and driving the real window on a virtual screen.
    WindowTests,
}

/// How a package manager is asked and told.
struct Manager {
    build: &'static [&'static str],
    window_tests: &'static [&'static str],
    /// Which of these packages are missing.
    missing: fn(&[&'static str]) -> Result<Vec<&'static str>, TaskError>,
    /// What to run before installing, for managers whose lists may be stale or absent.
    refresh: Option<&'static [&'static str]>,
    /// The command that installs, before the packages' names.
    install: &'static [&'static str],
}

const DEBIAN: Manager = Manager {
    build: &[
        "build-essential",
        "pkg-config",
        "libwebkit2gtk-4.1-dev",
        "libxdo-dev",
        "libssl-dev",
        "libayatana-appindicator3-dev",
        "librsvg2-dev",
    ],
    window_tests: &["xvfb", "webkit2gtk-driver"],
    missing: missing_on_debian,
    refresh: Some(&["apt-get", "update"]),
    install: &["apt-get", "install", "-y", "--no-install-recommends"],
};

const FEDORA: Manager = Manager {
    build: &[
        "gcc",
        "gcc-c++",
        "make",
        "pkgconf-pkg-config",
        "webkit2gtk4.1-devel",
        "libxdo-devel",
        "openssl-devel",
        "libappindicator-gtk3-devel",
        "librsvg2-devel",
    ],
    // The driver has moved between packages; by its path it is found in whichever has it.
    window_tests: &["xorg-x11-server-Xvfb", "/usr/bin/WebKitWebDriver"],
    missing: missing_on_fedora,
    refresh: None,
    install: &["dnf", "install", "-y"],
};

const ARCH: Manager = Manager {
    build: &["base-devel", "webkit2gtk-4.1", "xdotool", "openssl", "libappindicator-gtk3", "librsvg"],
    window_tests: &["xorg-server-xvfb"],
    missing: missing_on_arch,
    refresh: None,
    // No refresh on its own: on Arch that would mix old and new packages.
    install: &["pacman", "-S", "--needed", "--noconfirm"],
};

/// Installs what is missing, or says how to.
pub fn ensure(system: System, purpose: Purpose) -> Result<(), TaskError> {
    match system {
        System::Debian => ensure_with(&DEBIAN, purpose),
        System::Fedora => ensure_with(&FEDORA, purpose),
        System::Arch => {
            ensure_with(&ARCH, purpose)?;
            driver_on_path(purpose)
        }
        System::OtherLinux => {
            println!(
                "The packages of this Linux are not known here. The build needs the development files of \
                 WebKitGTK 4.1, libxdo, OpenSSL, libayatana-appindicator and librsvg, a C compiler and pkg-config."
            );
            driver_on_path(purpose)
        }
        System::MacOs => command_line_tools(),
        // Windows 10 and 11 bring WebView2; the installer of Rust asks for the C++ build tools itself.
        System::Windows | System::Unknown => Ok(()),
    }
}

fn ensure_with(manager: &Manager, purpose: Purpose) -> Result<(), TaskError> {
    let missing = (manager.missing)(&wanted(manager, purpose))?;
    if missing.is_empty() {
        return Ok(());
    }
    let Some(prefix) = as_root()? else {
        return Err(TaskError::PackagesMissing { command: by_hand(manager, &missing) });
    };
    println!("Installing system packages: {}", missing.join(" "));
    let steps = manager.refresh.into_iter().map(<[_]>::to_vec).chain([install_line(manager, &missing)]);
    for step in steps {
        let words: Vec<&str> = prefix.iter().copied().chain(step).collect();
        let mut command = Command::new(words[0]);
        // Nobody is there to answer a package's questions.
        command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
        if process::run(&mut command).is_err() {
            return Err(TaskError::PackagesMissing { command: by_hand(manager, &missing) });
        }
    }
    Ok(())
}

fn wanted(manager: &Manager, purpose: Purpose) -> Vec<&'static str> {
    let tests: &[&str] = match purpose {
        Purpose::Build => &[],
        Purpose::WindowTests => manager.window_tests,
    };
    manager.build.iter().chain(tests).copied().collect()
}

fn install_line(manager: &Manager, missing: &[&'static str]) -> Vec<&'static str> {
    manager.install.iter().chain(missing).copied().collect()
}

/// What to type where we may not install: the same steps, with sudo.
fn by_hand(manager: &Manager, missing: &[&'static str]) -> String {
    let steps = manager.refresh.into_iter().map(<[_]>::to_vec).chain([install_line(manager, missing)]);
    steps.map(|step| format!("sudo {}", step.join(" "))).collect::<Vec<_>>().join(" && ")
}

/// What has to stand before a command for it to have root's rights without asking for a password; none if nothing
/// gives them.
fn as_root() -> Result<Option<&'static [&'static str]>, TaskError> {
    let (_, id) = process::ask(Command::new("id").arg("-u"))?;
    if id.trim() == "0" {
        return Ok(Some(&[]));
    }
    // No sudo at all is an answer as well.
    let allowed = process::ask(Command::new("sudo").args(["-n", "true"]));
    Ok(allowed.is_ok_and(|(yes, _)| yes).then_some(&["sudo", "-n"]))
}

fn missing_on_debian(wanted: &[&'static str]) -> Result<Vec<&'static str>, TaskError> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Abbrev}${Package}\\n"]).args(wanted);
    let (_, answer) = process::ask(&mut query)?;
    Ok(not_installed(&answer, wanted))
}

/// `ii name` is installed; other states (removed with its settings kept, half installed) and absent lines are not.
fn not_installed(dpkg_answer: &str, wanted: &[&'static str]) -> Vec<&'static str> {
    let installed = |name: &str| {
        dpkg_answer.lines().any(|line| {
            line.split_once(' ').is_some_and(|(state, package)| state == "ii" && package.trim() == name)
        })
    };
    wanted.iter().copied().filter(|name| !installed(name)).collect()
}

fn missing_on_fedora(wanted: &[&'static str]) -> Result<Vec<&'static str>, TaskError> {
    let mut missing = Vec::new();
    for name in wanted {
        let (there, _) = process::ask(Command::new("rpm").args(["-q", "--whatprovides", name]))?;
        if !there {
            missing.push(*name);
        }
    }
    Ok(missing)
}

/// `pacman -T` prints those of its arguments that are not there.
fn missing_on_arch(wanted: &[&'static str]) -> Result<Vec<&'static str>, TaskError> {
    let (_, answer) = process::ask(Command::new("pacman").arg("-T").args(wanted))?;
    Ok(wanted.iter().copied().filter(|name| answer.lines().any(|line| line.trim() == *name)).collect())
}

/// Where no package is known to hold it, the driver itself is looked for.
fn driver_on_path(purpose: Purpose) -> Result<(), TaskError> {
    const DRIVER: &str = "WebKitWebDriver";
    let on_path = |path: &std::ffi::OsStr| std::env::split_paths(path).any(|dir| dir.join(DRIVER).is_file());
    if purpose == Purpose::Build || std::env::var_os("PATH").is_some_and(|path| on_path(&path)) {
        return Ok(());
    }
    Err(TaskError::NoWindowDriver { program: DRIVER, package: "one of those of WebKitGTK" })
}

fn command_line_tools() -> Result<(), TaskError> {
    let (there, _) = process::ask(Command::new("xcode-select").arg("--print-path"))?;
    if there {
        return Ok(());
    }
    Err(TaskError::PackagesMissing { command: "xcode-select --install".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fully_installed_packages_count() {
        let answer = "ii build-essential\nrc xvfb\nii libxdo-dev\nun pkg-config\n";
        let wanted = ["build-essential", "pkg-config", "xvfb", "libxdo-dev", "libxdo"];
        assert_eq!(not_installed(answer, &wanted), ["pkg-config", "xvfb", "libxdo"]);
    }

    #[test]
    fn the_window_tests_need_more() {
        for manager in [DEBIAN, FEDORA, ARCH] {
            let build = wanted(&manager, Purpose::Build);
            let tests = wanted(&manager, Purpose::WindowTests);
            assert!(tests.starts_with(&build) && tests.len() > build.len(), "{tests:?}");
        }
    }

    #[test]
    fn the_command_to_type_is_whole() {
        assert_eq!(
            by_hand(&DEBIAN, &["xvfb", "libxdo-dev"]),
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb libxdo-dev"
        );
        assert_eq!(by_hand(&FEDORA, &["gcc"]), "sudo dnf install -y gcc");
        assert_eq!(by_hand(&ARCH, &["xdotool"]), "sudo pacman -S --needed --noconfirm xdotool");
    }
}
