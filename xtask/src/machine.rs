//! What was measured on: without it, a figure says little.

use std::{env, fs, process::Command, thread};

use crate::{benchmarks_page, checkout::Checkout, process};

/// A line that says processor, memory, system, compiler and commit. What the system does not tell is left out.
pub fn describe(checkout: &Checkout) -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let system = system().unwrap_or_else(|| env::consts::OS.to_owned());
    let parts = [
        processor(),
        Some(format!("{cores} {}", if cores == 1 { "core" } else { "cores" })),
        memory(),
        Some(format!("{system} ({})", env::consts::ARCH)),
        answer(Command::new("rustc").arg("--version").current_dir(checkout.root()))
            .map(|text| without_brackets(&text)),
        commit(checkout),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The first line that a program prints; none if there is no such program, or nothing to say.
pub fn answer(command: &mut Command) -> Option<String> {
    let (true, text) = process::ask(command).ok()? else { return None };
    text.lines().next().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
}

fn processor() -> Option<String> {
    if cfg!(target_os = "macos") {
        return answer(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"]));
    }
    if cfg!(windows) {
        return env::var("PROCESSOR_IDENTIFIER").ok();
    }
    value_of(&fs::read_to_string("/proc/cpuinfo").ok()?, "model name", ':')
}

fn memory() -> Option<String> {
    let total = value_of(&fs::read_to_string("/proc/meminfo").ok()?, "MemTotal", ':')?;
    let kib: f64 = total.strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{:.0} GiB", kib / f64::from(1 << 20)))
}

fn system() -> Option<String> {
    if cfg!(target_os = "macos") {
        let version = answer(Command::new("sw_vers").arg("-productVersion"))?;
        return Some(format!("macOS {version}"));
    }
    let name = value_of(&fs::read_to_string("/etc/os-release").ok()?, "PRETTY_NAME", '=')?;
    Some(without_brackets(name.trim_matches('"')))
}

/// The commit that was measured; with a word if the files were not as committed. The page itself is being written.
fn commit(checkout: &Checkout) -> Option<String> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(checkout.root()).args(arguments);
        process::ask(&mut command).ok().filter(|(good, _)| *good).map(|(_, text)| text)
    };
    let commit = git(&["rev-parse", "--short=10", "HEAD"])?;
    let changed = is_changed(&git(&["status", "--porcelain"])?);
    Some(format!("commit {}{}", commit.trim(), if changed { " with changes" } else { "" }))
}

/// Whether `git status --porcelain` names any file but the page.
fn is_changed(status: &str) -> bool {
    let page = benchmarks_page::in_checkout().to_str();
    status.lines().any(|line| line.get(3..) != page)
}

/// The value of the first line `key : value`.
fn value_of(text: &str, key: &str, between: char) -> Option<String> {
    text.lines()
        .filter_map(|line| line.split_once(between))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim().to_owned())
}

/// `rustc 1.95.0 (59807616e 2026-04-14)` → `rustc 1.95.0`
fn without_brackets(text: &str) -> String {
    text.split(" (").next().unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_keys() {
        let check = |text: &str, key: &str, between: char, expected: Option<&str>| {
            assert_eq!(value_of(text, key, between).as_deref(), expected, "{text}");
        };
        check("model\t\t: 1\nmodel name\t: Some CPU: 5\n", "model name", ':', Some("Some CPU: 5"));
        check("MemTotal:       24576000 kB\n", "MemTotal", ':', Some("24576000 kB"));
        check("NAME=\"A\"\nPRETTY_NAME=\"A 12\"\n", "PRETTY_NAME", '=', Some("\"A 12\""));
        check("", "model name", ':', None);
    }

    #[test]
    fn code_names_and_hashes_are_left_out() {
        assert_eq!(without_brackets("rustc 1.95.0 (59807616e 2026-04-14)"), "rustc 1.95.0");
        assert_eq!(without_brackets("Fedora Linux"), "Fedora Linux");
    }

    #[test]
    fn the_page_itself_is_no_change() {
        assert!(!is_changed(""));
        assert!(!is_changed(" M docs/benchmarks.md\n"));
        assert!(is_changed(" M docs/benchmarks.md\n?? new.rs\n"));
        assert!(is_changed("M  xtask/src/main.rs\n"));
    }
}
