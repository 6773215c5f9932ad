//! Every library that the project names itself stands in ARCHITECTURE.md, with its reason and its true licence, and
//! nothing stands there that is gone. No library beneath them has a licence that the app could not be shipped under.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use cargo_metadata::{Metadata, MetadataCommand};

/// Licences that go with ours. MPL-2.0 asks for the changed source of its own files only, and none is changed.
const WELCOME: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages whose manifest names no licence, and the one that their own licence file gives.
const UNDECLARED: &[(&str, &str)] = &[("node_modules/svelte-toolbelt", "MIT")];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the project has this file")
}

/// Every package of this build. Those of other systems may not even be downloaded.
fn cargo_packages() -> Metadata {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--filter-platform".to_owned(), env!("TAURI_ENV_TARGET_TRIPLE").to_owned()])
        .exec()
        .expect("cargo describes the packages")
}

/// What npm installs, by path.
fn npm_packages() -> serde_json::Value {
    let lock: serde_json::Value =
        serde_json::from_str(&read("ui/package-lock.json")).expect("npm writes JSON");
    lock["packages"].clone()
}

/// Name → licence of every library that a manifest of ours names; no licence for one that only another system's build
/// has.
fn named_by_us() -> BTreeMap<String, Option<String>> {
    let metadata = cargo_packages();
    let licences: BTreeMap<&str, &str> = metadata
        .packages
        .iter()
        .map(|package| (package.name.as_str(), package.license.as_deref().unwrap_or_default()))
        .collect();
    let mut named: BTreeMap<String, Option<String>> = metadata
        .workspace_packages()
        .iter()
        .flat_map(|package| &package.dependencies)
        .filter(|dependency| dependency.path.is_none())
        .map(|dependency| {
            let licence = licences.get(dependency.name.as_str());
            assert!(licence.is_some() || dependency.target.is_some(), "{} is in no build", dependency.name);
            (dependency.name.clone(), licence.map(|licence| (*licence).to_owned()))
        })
        .collect();
    let npm = npm_packages();
    for kind in ["dependencies", "devDependencies"] {
        for name in npm[""][kind].as_object().expect("the UI has libraries").keys() {
            let licence = npm[format!("node_modules/{name}")]["license"].as_str().unwrap_or_default();
            named.insert(name.clone(), Some(licence.to_owned()));
        }
    }
    named
}

/// Name → licence of every row of the tables under "Libraries": names, licence, reason.
fn written_down() -> BTreeMap<String, String> {
    let text = read("ARCHITECTURE.md");
    let (_, section) =
        text.split_once("\n## Libraries").expect("ARCHITECTURE.md has a section \"Libraries\"");
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    let mut rows = BTreeMap::new();
    for line in section.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, names, licence, reason, _] = cells[..] else { continue };
        for name in names.split(", ").filter_map(|name| name.strip_prefix('`')?.strip_suffix('`')) {
            assert!(!reason.is_empty(), "{name}: why do we use it?");
            assert!(rows.insert(name.to_owned(), licence.to_owned()).is_none(), "{name} stands there twice");
        }
    }
    rows
}

/// The licences of an expression, whatever their order: `A OR B`, `A/B` and `B OR A` are the same.
fn alternatives(licence: &str) -> BTreeSet<&str> {
    licence.split(" OR ").flat_map(|part| part.split('/')).map(str::trim).collect()
}

/// Whether one of the alternatives consists of welcome licences alone.
fn is_welcome(licence: &str) -> bool {
    let licence = licence.replace("(MIT OR Apache-2.0)", "MIT");
    alternatives(&licence).iter().any(|alternative| {
        alternative
            .split(" AND ")
            .map(|part| part.split(" WITH ").next().unwrap_or_default().trim())
            .all(|part| WELCOME.contains(&part))
    })
}

#[test]
fn each_library_of_ours_is_explained() {
    let named = named_by_us();
    let written = written_down();
    assert_eq!(
        written.keys().collect::<BTreeSet<_>>(),
        named.keys().collect(),
        "left: ARCHITECTURE.md, \"Libraries\"; right: the manifests"
    );
    for (name, licence) in named.iter().filter_map(|(name, licence)| Some((name, licence.as_ref()?))) {
        assert_eq!(alternatives(&written[name]), alternatives(licence), "{name}: left is ARCHITECTURE.md");
    }
}

#[test]
fn every_licence_beneath_goes_with_ours() {
    for package in &cargo_packages().packages {
        let licence = package.license.as_deref().unwrap_or_default();
        assert!(is_welcome(licence), "{} {}: licence {licence:?}", package.name, package.version);
    }
    let npm = npm_packages();
    for (path, package) in npm.as_object().expect("packages by path") {
        let undeclared = || UNDECLARED.iter().find(|(known, _)| known == path).map(|(_, licence)| *licence);
        let licence = package["license"].as_str().or_else(undeclared).unwrap_or_default();
        assert!(is_welcome(licence), "{path}: licence {licence:?}");
    }
}

#[test]
fn licences_are_read_rightly() {
    let check = |licence: &str, expected: bool| assert_eq!(is_welcome(licence), expected, "{licence}");
    check("MIT", true);
    check("MIT/Apache-2.0", true);
    check("LGPL-3.0-or-later OR MPL-2.0", true);
    check("Apache-2.0 WITH LLVM-exception", true);
    check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    check("BSD-3-Clause AND MIT", true);
    check("GPL-3.0-only", false);
    check("MIT AND GPL-3.0-only", false);
    check("", false);
}

#[test]
fn both_licences_of_ours_are_here() {
    assert!(read("LICENSE").starts_with("SPDX-License-Identifier: MIT OR Apache-2.0"));
    assert!(read("LICENSE-MIT").contains("Permission is hereby granted, free of charge"));
    assert!(read("LICENSE-APACHE").contains("Version 2.0, January 2004"));
}
