//! Rules of the house that no compiler holds: what a source may not say, and where things lie.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Crates that touch nothing outside themselves: text, numbers and dates in, values out.
const PURE: &[&str] =
    &["crates/phrasing/src", "crates/practice/src", "crates/review/src", "question-bank/src"];

/// All crates of the app.
const OWN: &[&str] = &["crates", "question-bank/src", "src-tauri"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder with one of these endings, with what is in them. Names are relative to the root.
fn sources(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
                let name = path.strip_prefix(root()).expect("it is below the root");
                let name = name.to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("sources are UTF-8")));
            }
        }
    }
    assert!(!found.is_empty(), "nothing to look at in {folder}");
    found
}

/// No source in these folders says any of these words, but for those whose name begins or ends like one of `except`.
fn check(folders: &[&str], endings: &[&str], words: &[&str], except: &[&str], why: &str) {
    for (name, text) in folders.iter().flat_map(|folder| sources(folder, endings)) {
        if except.iter().any(|allowed| name.starts_with(allowed) || name.ends_with(allowed)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in words {
                assert!(!code.contains(word), "{name}:{}: {word}: {why}", number + 1);
            }
        }
    }
}

#[test]
fn pure_crates_reach_nothing_outside() {
    let words = ["std::fs", "std::net", "std::env", "std::process", "std::thread", "println!", "eprintln!"];
    check(
        PURE,
        &["rs"],
        &words,
        &[],
        "this crate is pure; read and write in store, phrase-check or the shell",
    );
}

#[test]
fn the_time_is_asked_for_in_one_place() {
    let words = ["Timestamp::now", "Zoned::now", "SystemTime::now", "Instant::now", "TimeZone::system"];
    // What measures has a clock of its own.
    let except = [
        "crates/app/src/clock.rs",
        "crates/app/benches/",
        "crates/phrasing/examples/",
        "crates/phrase-check/",
    ];
    check(OWN, &["rs"], &words, &except, "the time is an argument: take it from app's Clock");
}

#[test]
fn chance_is_seeded_from_outside() {
    let words = ["rand::rng(", "thread_rng", "from_os_rng", "rand::random", "from_entropy"];
    check(OWN, &["rs"], &words, &[], "chance is an argument: see practice::chance");
}

#[test]
fn only_the_ipc_folder_imports_tauri() {
    let except = ["ui/src/lib/ipc/"];
    check(&["ui/src"], &["ts", "svelte"], &["@tauri-apps/"], &except, "use the client of ui/src/lib/ipc");
}

#[test]
fn answers_are_shown_as_text() {
    let words = ["{@html", "innerHTML", "insertAdjacentHTML", "eval("];
    check(&["ui/src"], &["ts", "svelte"], &words, &[".test.ts"], "an answer is text, whatever is in it");
}

#[test]
fn every_crate_keeps_the_lints() {
    let root_manifest = fs::read_to_string(root().join("Cargo.toml")).expect("it is there");
    let manifests = ["crates", "question-bank", "xtask"]
        .into_iter()
        .flat_map(|folder| sources(folder, &["toml"]))
        .chain([("Cargo.toml".to_owned(), root_manifest)])
        .filter(|(name, _)| name.ends_with("Cargo.toml"));
    for (name, text) in manifests {
        assert!(text.contains("[lints]\nworkspace = true"), "{name}: [lints] workspace = true");
    }
}

#[test]
fn names_come_from_the_field() {
    let shapeless = ["util", "utils", "helper", "helpers", "manager", "service", "misc", "common"];
    let folders = ["crates", "question-bank/src", "src-tauri/src", "xtask/src", "ui/src", "tests"];
    for (name, _) in folders.iter().flat_map(|folder| sources(folder, &["rs", "ts", "svelte"])) {
        for part in Path::new(&name).with_extension("").iter() {
            let part = part.to_string_lossy().to_lowercase();
            assert!(!shapeless.contains(&part.as_str()), "{name}: say what is in it");
        }
    }
}
