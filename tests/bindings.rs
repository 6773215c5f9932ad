//! `ui/src/lib/ipc/bindings.ts` is what the commands say it is, and every command has its permission.

use std::{collections::BTreeSet, fs, path::Path};

const BINDINGS: &str = "ui/src/lib/ipc/bindings.ts";

#[test]
fn bindings_are_up_to_date() {
    let made = tempfile::tempdir().unwrap();
    let path = made.path().join("bindings.ts");
    answerable_shell::bindings::write_typescript(&path).unwrap();
    let fresh = fs::read_to_string(&path).unwrap();
    let committed = fs::read_to_string(BINDINGS).unwrap_or_default();
    if fresh != committed {
        fs::write(BINDINGS, &fresh).unwrap();
        panic!("{BINDINGS} was stale. It has been written anew: look at the change and commit it.");
    }
}

#[test]
fn every_command_is_granted_by_name() {
    let names: Vec<String> = fs::read_to_string("src-tauri/src/commands/names.in")
        .unwrap()
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",").map(str::to_owned))
        .collect();
    let registered: BTreeSet<String> = fs::read_to_string("src-tauri/src/bindings.rs")
        .unwrap()
        .lines()
        .filter_map(|line| line.trim().strip_suffix(',')?.split_once("::").map(|(_, name)| name.to_owned()))
        .collect();
    assert_eq!(names.iter().cloned().collect::<BTreeSet<_>>(), registered);

    let capability: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(Path::new("src-tauri/capabilities/main.json")).unwrap())
            .unwrap();
    let granted: BTreeSet<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap())
        .collect();
    let mut wanted: BTreeSet<String> =
        names.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    wanted.extend(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()]);
    assert_eq!(granted, wanted.iter().map(String::as_str).collect());
}
