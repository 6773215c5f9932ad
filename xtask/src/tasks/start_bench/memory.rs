//! What a program and those it started hold in memory.

use std::{fs, path::Path};

/// The proportional set size of a process and all its descendants, in KiB: memory that several share is split
/// between them, so that the sum counts it once. 0 where the system does not tell.
pub fn of_family(root: u32) -> u64 {
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
    family.iter().filter_map(|id| pss(Path::new(&format!("/proc/{id}/smaps_rollup")))).sum()
}

/// The fourth field of `/proc/PID/stat`; the second, the name, may hold spaces and brackets.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn pss(rollup: &Path) -> Option<u64> {
    let text = fs::read_to_string(rollup).ok()?;
    text.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok())
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
}
