//! Whether Node.js is there and new enough for the UI's build.

use std::process::Command;

use crate::{error::TaskError, process};

pub fn check() -> Result<(), TaskError> {
    let (_, answer) = process::ask(Command::new("node").arg("--version"))?;
    let found = answer.trim();
    match version(found) {
        None => Err(TaskError::NodeUnknown { found: found.to_owned() }),
        Some(version) if !new_enough(version) => Err(TaskError::NodeTooOld { found: found.to_owned() }),
        Some(_) => Ok(()),
    }
}

/// `v20.20.2` → 20 and 20.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// What Vite asks for: 20.19, 22.12 or newer; 21 never got what it needs.
fn new_enough((major, minor): (u32, u32)) -> bool {
    match major {
        ..20 | 21 => false,
        20 => minor >= 19,
        22 => minor >= 12,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_judged() {
        let check = |text: &str, expected: Option<bool>| {
            assert_eq!(version(text).map(new_enough), expected, "{text}");
        };
        check("v18.20.4", Some(false));
        check("v20.18.3", Some(false));
        check("v20.19.0", Some(true));
        check("v21.7.3", Some(false));
        check("v22.11.0", Some(false));
        check("v22.12.0", Some(true));
        check("v25.0.0", Some(true));
        check("", None);
        check("20.19.0", None);
    }
}
