//! A user's own rule files: what works, and what is said when they do not.

use std::collections::BTreeSet;

use phrasing::{Checker, Input};

const GOOD: &str = r#"
dimension = "influence"

[sets.drum]
pos = "verb"
words = ["bang", "drum up"]

[[rule]]
name = "drummed-up"
kind = "weak"
match = ["@drum ..2 support"]
extend = "match"
weight = 1.0
note = "support for what?"
why = "Support has to be for something."
ask = "What did they agree to?"
hits = ["I {drummed up support} for it.", "I {drummed some support up} in June."]
misses = ["The vendor drummed up support.", "I played the drum."]
"#;

fn errors(text: &str) -> String {
    let (_, errors) = Checker::with_rules(&[("mine.toml".to_owned(), text.to_owned())], &BTreeSet::new());
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_good_rule_is_used() {
    let (checker, errors) =
        Checker::with_rules(&[("mine.toml".to_owned(), GOOD.to_owned())], &BTreeSet::new());
    assert_eq!(errors, []);
    let check = checker.check(&Input::typed("In May I drummed up support for the new gate."));
    assert!(check.findings.iter().any(|finding| &*finding.rule == "influence/drummed-up"));
}

#[test]
fn faults_are_named_with_line_and_reason() {
    let faults = [
        ("syntax", "dimension = \"influence\"\n[[rule]\n".to_owned()),
        ("unknown field", GOOD.replace("weight = 1.0", "weight = 1.0\ncolour = \"red\"")),
        ("unknown set", GOOD.replace("@drum", "@tambourine")),
        ("gap at the end", GOOD.replace("..2 support", "..2")),
        ("too few examples", GOOD.replace(", \"I played the drum.\"", "")),
        ("a hit that does not fire", GOOD.replace("I {drummed up support} for it.", "I {asked} for it.")),
        (
            "a hit with other words marked",
            GOOD.replace("{drummed up support} for it", "{drummed up} support for it"),
        ),
        ("a miss that fires", GOOD.replace("I played the drum.", "I drummed up support in May.")),
        ("unknown actor", GOOD.replace("weight = 1.0", "weight = 1.0\nactor = [\"me\"]")),
        ("unknown evidence", GOOD.replace("weight = 1.0", "weight = 1.0\nneeds = [\"luck\"]")),
        ("a name that is taken", GOOD.replace("drummed-up", "persuaded")),
        ("a set that is taken", GOOD.replace("sets.drum", "sets.cut").replace("@drum", "@cut")),
        (
            "shadowed",
            GOOD.replace("@drum ..2 support", "@coordinate with <object>")
                .replace("I {drummed up support} for it.", "I {liaised with the} bank.")
                .replace("I {drummed some support up} in June.", "I {coordinated with the} bank."),
        ),
    ];
    let report: Vec<String> =
        faults.iter().map(|(name, text)| format!("{name}\n  {}", errors(text))).collect();
    insta::assert_snapshot!(report.join("\n"));
}

#[test]
fn one_broken_file_leaves_the_rest_at_work() {
    let files =
        [("broken.toml".to_owned(), "nonsense".to_owned()), ("mine.toml".to_owned(), GOOD.to_owned())];
    let (checker, errors) = Checker::with_rules(&files, &BTreeSet::new());
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].file, "broken.toml");
    assert_eq!(checker.rules().len(), Checker::builtin().rules().len() + 1);
}
