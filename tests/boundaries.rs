//! The arrows between the crates, as ARCHITECTURE.md draws them. A crate that grows a new one has to say so here, and why
//! there.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Who may know whom.
const ARROWS: &[(&str, &[&str])] = &[
    ("answerable", &["app"]),
    ("app", &["phrasing", "practice", "question-bank", "review", "store"]),
    ("phrase-check", &["phrasing"]),
    ("phrasing", &[]),
    ("practice", &[]),
    ("question-bank", &[]),
    ("review", &[]),
    ("store", &[]),
    ("xtask", &[]),
];

/// Libraries that only some crates may know, by the beginning of their names.
const RESERVED: &[(&str, &[&str])] = &[
    // The window. Everything below the shell works without one.
    ("tauri", &["answerable"]),
    // Nothing below `app` waits for anything, and the shell uses Tauri's own runtime.
    ("tokio", &[]),
    ("async-", &[]),
    // The database.
    ("rusqlite", &["store"]),
    // The memory model.
    ("fsrs", &["review"]),
    // What the window is told is typed in `app`, and the commands in the shell.
    ("specta", &["answerable", "app"]),
    // Chance comes from one place.
    ("rand", &["practice"]),
    // No part of the app opens a network connection.
    ("reqwest", &[]),
    ("ureq", &[]),
    ("hyper", &[]),
    ("curl", &[]),
    ("rustls", &[]),
    ("native-tls", &[]),
];

fn workspace() -> Metadata {
    MetadataCommand::new()
        .manifest_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo describes the workspace")
}

/// The packages of this workspace that a package depends on.
fn known_to<'a>(package: &'a Package, kinds: &[DependencyKind]) -> BTreeSet<&'a str> {
    package
        .dependencies
        .iter()
        .filter(|dependency| dependency.path.is_some() && kinds.contains(&dependency.kind))
        .map(|dependency| dependency.name.as_str())
        .collect()
}

#[test]
fn arrows_are_exactly_those_of_the_architecture() {
    let metadata = workspace();
    let found: BTreeMap<&str, BTreeSet<&str>> = metadata
        .packages
        .iter()
        .map(|package| {
            (package.name.as_str(), known_to(package, &[DependencyKind::Normal, DependencyKind::Build]))
        })
        .collect();
    let drawn = ARROWS.iter().map(|(from, to)| (*from, to.iter().copied().collect())).collect();
    assert_eq!(found, drawn);
}

#[test]
fn tests_look_downwards_only() {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    for package in &workspace().packages {
        let mut below: BTreeSet<&str> = BTreeSet::new();
        let mut next = vec![package.name.as_str()];
        while let Some(name) = next.pop() {
            next.extend(arrows[name].iter().filter(|name| below.insert(name)));
        }
        for name in known_to(package, &[DependencyKind::Development]) {
            assert!(below.contains(name), "the tests of {} know {name}, which is not below it", package.name);
        }
    }
}

#[test]
fn some_libraries_belong_to_some_crates() {
    for package in &workspace().packages {
        for dependency in &package.dependencies {
            if dependency.kind == DependencyKind::Development {
                continue;
            }
            let name = dependency.name.as_str();
            let reserved = RESERVED.iter().find(|(beginning, _)| name.starts_with(beginning));
            if let Some((_, owners)) = reserved {
                assert!(
                    owners.contains(&package.name.as_str()),
                    "{} depends on {name}, which is for {owners:?} only: see \"Invariants\" in ARCHITECTURE.md",
                    package.name
                );
            }
        }
    }
}
