//! What a program and those it started hold in memory. Only Linux tells.

use std::fs;

/// The proportional set size of a process and all its descendants, in KiB: memory that several share is split
/// between them, so that the sum counts it once. 0 where the system does not tell.
pub fn of_family(root: u32) -> u64 {
    family(root).into_iter().filter_map(|id| kib(&format!("/proc/{id}/smaps_rollup"), "Pss:")).sum()
}

/// The most that the largest process of a family has held at once, looked at over and over while it runs.
pub struct Peak {
    root: u32,
    family: Vec<u32>,
    looks: u32,
    kib: Option<u64>,
}

impl Peak {
    pub fn of(root: u32) -> Self {
        Peak { root, family: vec![root], looks: 0, kib: None }
    }

    /// Looks once more. The system keeps each process's own peak, so only what comes after the last look is missed.
    pub fn look(&mut self) {
        // Who belongs to the family takes far longer to find out than how large they are.
        const BETWEEN_CENSUSES: u32 = 50;
        if self.looks % BETWEEN_CENSUSES == BETWEEN_CENSUSES - 1 {
            self.family = family(self.root);
        }
        self.looks += 1;
        let largest = self.family.iter().filter_map(|id| kib(&format!("/proc/{id}/status"), "VmHWM:")).max();
        self.kib = self.kib.max(largest);
    }

    /// In KiB; none where the system does not tell.
    pub fn kib(&self) -> Option<u64> {
        self.kib
    }
}

/// A process and all its descendants.
fn family(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let id: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            Some((id, parent(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)?))
        })
        .collect();
    let mut family = vec![root];
    let mut next = 0;
    while let Some(&member) = family.get(next) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == member).map(|(id, _)| *id));
        next += 1;
    }
    family
}

/// The fourth field of `/proc/PID/stat`; the second, the name, may hold spaces and brackets.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn kib(path: &str, field: &str) -> Option<u64> {
    field_of(&fs::read_to_string(path).ok()?, field)
}

/// `Pss:    1234 kB` → 1234
fn field_of(text: &str, field: &str) -> Option<u64> {
    text.lines().find_map(|line| line.strip_prefix(field)?.trim().strip_suffix("kB")?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_found_behind_any_name() {
        assert_eq!(parent("42 (bash) S 7 42 42 0"), Some(7));
        assert_eq!(parent("42 (a) b (c)) S 7 42"), Some(7));
        assert_eq!(parent("nonsense"), None);
    }

    #[test]
    fn a_size_is_found_by_its_field() {
        let status = "Name:\tnode\nVmPeak:\t  900 kB\nVmHWM:\t   1234 kB\nThreads:\t11\n";
        assert_eq!(field_of(status, "VmHWM:"), Some(1234));
        assert_eq!(field_of(status, "Threads:"), None);
        assert_eq!(field_of(status, "Pss:"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_peak_does_not_shrink() {
        let mut peak = Peak::of(std::process::id());
        assert_eq!(peak.kib(), None);
        peak.look();
        let first = peak.kib().unwrap();
        assert!(first > 0);
        peak.look();
        assert!(peak.kib().unwrap() >= first);
    }
}
