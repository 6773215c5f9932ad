//! Rules: listed, shown, added, switched off.

use crate::program::{Folder, err, json, out, run};

const WEAK: &str = "I followed up with legal every single week.";

/// One rule that works.
const OWN: &str = r#"
dimension = "decisions"

[[rule]]
name = "rang-the-bell"
kind = "strong"
match = ["ring/verb the bell"]
extend = "match"
weight = 5.0
note = "rang it"
why = "You did it yourself."
ask = "What happened then?"
hits = ["I {rang the bell}.", "Then I {rang the bell} twice."]
misses = ["She rang the bell.", "I did not ring the bell."]
"#;

/// The same with a rule that has no examples.
fn with_a_broken_one() -> String {
    let broken =
        OWN.trim_start().replace("dimension = \"decisions\"\n", "").replace("rang-the-bell", "broken");
    format!("{OWN}{}", broken.lines().filter(|line| !line.starts_with("hits")).collect::<Vec<_>>().join("\n"))
}

#[test]
fn rules_are_listed() {
    let listing = out(&run(&["rules"], b""));
    let last = listing.lines().last().expect("lines");
    assert!(listing.contains("decisions/chose-over"), "{listing}");
    assert_eq!(last, format!("{} rules; `phrase-check rules ID` shows one", listing.lines().count() - 1));
    let rules = json(&run(&["rules", "--json"], b""));
    assert_eq!(rules.as_array().expect("a list").len(), listing.lines().count() - 1);
    for key in
        ["id", "dimension", "kind", "weight", "note", "why", "ask", "patterns", "hits", "misses", "enabled"]
    {
        assert!(rules[0].get(key).is_some(), "{key}");
    }
}

#[test]
fn one_rule_is_shown() {
    let folder = Folder::new();
    let own = folder.file("own.toml", OWN);
    let output = run(&["rules", "decisions/rang-the-bell", "--rules", &own], b"");
    insta::assert_snapshot!(out(&output));
    let rule = json(&run(&["rules", "decisions/rang-the-bell", "--json", "--rules", &own], b""));
    assert_eq!(rule["note"], "rang it");
}

#[test]
fn unknown_ids_get_the_nearest_as_a_hint() {
    let check = |arguments: &[&str], expected: &str| {
        let output = run(arguments, WEAK.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(expected), "{arguments:?}: {}", err(&output));
        assert!(out(&output).is_empty(), "{arguments:?}");
    };
    check(&["rules", "ownership/folow-up"], "no rule ownership/folow-up; did you mean ownership/follow-up?");
    check(&["rules", "follow-up"], "did you mean ownership/follow-up?");
    check(&["rules", "xyzzy"], "no rule xyzzy; `phrase-check rules` lists them");
    check(&["-", "--off", "ownership/folow-up"], "did you mean ownership/follow-up?");
    check(&["--jsonl", "--off", "ownership/folow-up"], "did you mean ownership/follow-up?");
    check(&["explain", WEAK, "--off", "ownership/folow-up"], "did you mean ownership/follow-up?");
}

#[test]
fn rules_can_be_switched_off() {
    let fires = |arguments: &[&str]| {
        out(&run(arguments, WEAK.as_bytes())).contains("\"rule\":\"ownership/follow-up\"")
    };
    assert!(fires(&["-", "--json"]));
    assert!(!fires(&["-", "--json", "--off", "ownership/follow-up"]));
    assert!(!fires(&["-", "--json", "--off", "ownership/hedge", "--off", "ownership/follow-up"]));
    let listing = out(&run(&["rules", "--off", "ownership/follow-up"], b""));
    let line = listing.lines().find(|line| line.starts_with("ownership/follow-up ")).expect("it is listed");
    assert!(line.ends_with("(off)"), "{line}");
}

#[test]
fn own_rules_are_added_and_broken_ones_named() {
    let folder = Folder::new();
    let (own, half) = (folder.file("own.toml", OWN), folder.file("half.toml", with_a_broken_one()));
    let (syntax, missing) = (folder.file("syntax.toml", "\n[[rule]\n"), folder.path("missing.toml"));
    let latin = folder.file("latin.toml", b"# caf\xe9");
    let huge = folder.file("huge.toml", "#".repeat(1024 * 1024 + 1));
    let missing = missing.to_str().expect("a plain path");
    let text = b"I rang the bell before anybody asked.";
    let check = |files: &[&str], status: i32, fires: bool, told: &[&str]| {
        let mut arguments = vec!["-", "--json"];
        files.iter().for_each(|file| arguments.extend(["--rules", file]));
        let output = run(&arguments, text);
        assert_eq!(output.status.code(), Some(status), "{files:?}: {}", err(&output));
        assert_eq!(out(&output).contains("decisions/rang-the-bell"), fires, "{files:?}");
        for part in told {
            assert!(err(&output).contains(part), "{files:?}: {part} in {}", err(&output));
        }
        assert_eq!(err(&output).lines().count(), told.len(), "{files:?}: {}", err(&output));
    };
    check(&[], 0, false, &[]);
    check(&[&own], 0, true, &[]);
    check(
        &[&half],
        2,
        true,
        &["half.toml, line 16: rule decisions/broken needs at least two hits and two misses"],
    );
    check(&[&syntax, &own], 2, true, &["syntax.toml, line 2: the file cannot be read"]);
    check(&[missing, &own], 2, true, &["missing.toml: "]);
    check(&[&latin, &own], 2, true, &["latin.toml, line 1: not UTF-8 text (byte 6 of the line)"]);
    check(&[&huge, &own], 2, true, &["huge.toml is too large for a rule file; 1024 KiB are read at most"]);
    check(&[&own, &own], 2, true, &["there is already a rule decisions/rang-the-bell"]);
}
