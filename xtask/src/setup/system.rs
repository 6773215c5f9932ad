//! Which system this is, as far as package names go.

use std::fs;

/// A family of systems that share package names and a package manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Debian, Ubuntu, Mint, Pop!_OS and their kin.
    Debian,
    /// Fedora.
    Fedora,
    /// Arch, Manjaro, EndeavourOS.
    Arch,
    /// A Linux whose package names are not known here.
    OtherLinux,
    MacOs,
    Windows,
    /// Anything else.
    Unknown,
}

impl System {
    pub fn of_this_machine() -> Self {
        if cfg!(target_os = "macos") {
            System::MacOs
        } else if cfg!(windows) {
            System::Windows
        } else if cfg!(target_os = "linux") {
            // The second place is for systems that have the file but not the link to it.
            let text = fs::read_to_string("/etc/os-release")
                .or_else(|_| fs::read_to_string("/usr/lib/os-release"))
                .unwrap_or_default();
            linux(&text)
        } else {
            System::Unknown
        }
    }

    /// Whether the tests can drive the real window: WebKit's driver is there for Linux only.
    pub fn drives_windows(self) -> bool {
        matches!(self, System::Debian | System::Fedora | System::Arch | System::OtherLinux)
    }
}

/// The family, from the text of `os-release`.
fn linux(os_release: &str) -> System {
    let value = |key: &str| {
        os_release
            .lines()
            .filter_map(|line| line.split_once('='))
            .find(|(name, _)| *name == key)
            .map_or("", |(_, value)| value.trim().trim_matches(['"', '\'']))
    };
    let own = value("ID");
    let kin = value("ID_LIKE");
    std::iter::once(own)
        .chain(kin.split_whitespace())
        .find_map(|name| match name {
            "debian" | "ubuntu" => Some(System::Debian),
            "fedora" => Some(System::Fedora),
            "arch" => Some(System::Arch),
            _ => None,
        })
        .unwrap_or(System::OtherLinux)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_told_apart() {
        let check = |text: &str, expected: System| assert_eq!(linux(text), expected, "{text}");
        check("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n", System::Debian);
        check("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian);
        check("ID=fedora\n", System::Fedora);
        check("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", System::Fedora);
        check("ID=manjaro\nID_LIKE=arch\n", System::Arch);
        check("ID=alpine\n", System::OtherLinux);
        check("ID=nixos\nDEFAULT_HOSTNAME=debian\n", System::OtherLinux);
        check("", System::OtherLinux);
    }
}
