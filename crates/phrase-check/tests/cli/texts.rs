//! Texts for people and as JSON.

use crate::program::{Folder, err, finish, json, out, program, run};

const WEAK: &str = "I followed up with legal every single week.";
const STRONG: &str = "I cut the export from the launch because nobody used it.";

#[test]
fn a_spoken_text_says_how_often_it_hesitates() {
    let page = |arguments: &[&str]| {
        let text = format!("um {WEAK} uh {STRONG} {STRONG}");
        out(&run(arguments, text.as_bytes()))
    };
    let told = "hesitations    2, some 9 a minute at 150 words; up to 5 do no harm\n";
    assert!(page(&["-", "--spoken"]).contains(told), "{}", page(&["-", "--spoken"]));
    assert!(!page(&["-"]).contains("hesitations"));
}

#[test]
fn a_text_is_shown_with_its_signs() {
    let check = |arguments: &[&str], parts: &[&str]| {
        let page = out(&run(arguments, format!("{WEAK}\n\n{STRONG}\n").as_bytes()));
        for part in parts {
            assert!(page.contains(part), "{arguments:?}: {part} in {page}");
        }
    };
    check(
        &["-"],
        &[
            "I followed up with legal every single week.\n  ~~~~~~~~~~~~~~~~~~~~~~~~",
            "week.\n  ~",
            "\n\nI cut the export from the launch because nobody used it.\n  ++++++++++++++++",
            "+ strong   ~ weak   ? who did it?   - hedge   . filler",
            "Score ",
            " of 100",
            "who acts",
            "Coverage",
            "Fix first",
        ],
    );
    check(
        &["-", "--color", "always"],
        &[
            "I \u{1b}[31mfollowed up with legal",
            "\n  \u{1b}[31m~~~~~~",
            "I \u{1b}[34mcut the export",
            "\n  \u{1b}[34m++++++",
            "\u{1b}[1mCoverage\u{1b}[0m",
        ],
    );
}

#[test]
fn colours_go_where_they_are_wanted() {
    let check = |arguments: &[&str], no_color: Option<&str>, expected: bool| {
        let mut command = program(arguments);
        if let Some(value) = no_color {
            command.env("NO_COLOR", value);
        }
        let coloured = out(&finish(command, WEAK.as_bytes())).contains('\u{1b}');
        assert_eq!(coloured, expected, "{arguments:?}, NO_COLOR {no_color:?}");
    };
    check(&["-"], None, false);
    check(&["-", "--color", "auto"], Some(""), false);
    check(&["-", "--color", "never"], None, false);
    check(&["-", "--color", "always"], None, true);
    check(&["-", "--colour", "always"], None, true);
    check(&["-", "--color", "always"], Some("1"), true);
    check(&["-"], Some("1"), false);
    check(&["rules", "--color", "always"], None, true);
    check(&["rules"], None, false);
}

#[test]
fn lines_are_as_wide_as_the_terminal() {
    let text = [WEAK, STRONG].join(" ").repeat(3);
    let check = |columns: Option<&str>, least: usize, most: usize| {
        let mut command = program(&["-"]);
        if let Some(columns) = columns {
            command.env("COLUMNS", columns);
        }
        let page = out(&finish(command, text.as_bytes()));
        let widest = page.lines().map(|line| line.chars().count()).max().expect("lines");
        assert!((least..=most).contains(&widest), "{columns:?}: {widest} in {page}");
    };
    check(None, 60, 80);
    check(Some("40"), 30, 40);
    check(Some("100"), 81, 100);
}

#[test]
fn several_files_have_a_header_each() {
    let folder = Folder::new();
    let (one, two) = (folder.file("one.txt", WEAK), folder.file("two.txt", STRONG));
    let output = run(&[&one, &two], b"");
    assert!(output.status.success());
    let page = out(&output);
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part} in {page}"));
    let order = [at(&format!("== {one} ==\n")), at(WEAK), at(&format!("\n== {two} ==\n")), at(STRONG)];
    assert!(order.is_sorted(), "{order:?}");
    assert!(!out(&run(&[&one], b"")).contains("=="));

    let results: Vec<serde_json::Value> = out(&run(&["--json", &one, "-"], STRONG.as_bytes()))
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(results[0]["id"], one);
    assert_eq!(results[1]["id"], "-");
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_others() {
    let folder = Folder::new();
    let good = folder.file("good.txt", WEAK);
    let latin = folder.file("latin.txt", b"one line\ncaf\xe9 was late");
    let nowhere = folder.path("nowhere.txt").display().to_string();
    let itself = folder.path("").display().to_string();
    let check = |bad: &str, expected: &str| {
        let output = run(&[bad, &good], b"");
        assert_eq!(output.status.code(), Some(2), "{bad}");
        assert!(err(&output).contains(expected), "{expected} in {}", err(&output));
        assert!(out(&output).contains(WEAK), "{bad}");
        let alone = run(&[bad], b"");
        assert_eq!((alone.status.code(), out(&alone).as_str()), (Some(2), ""), "{bad}");
    };
    check(&itself, "is a folder");
    check(&latin, "latin.txt, line 2: not UTF-8 text (byte 4 of the line)");
    check(&nowhere, "nowhere.txt: ");
}

#[test]
fn json_keeps_its_form() {
    let value = json(&run(&["-", "--json"], format!("{WEAK} {STRONG}").as_bytes()));
    let check = |value: &serde_json::Value, expected: &[&str]| {
        let object = value.as_object().unwrap_or_else(|| panic!("{value} is an object"));
        for key in expected {
            assert!(object.contains_key(*key), "{key} in {object:?}");
        }
    };
    check(&value, &["sentences", "findings", "scores", "agency", "structure", "coverage", "words"]);
    assert!(value.get("id").is_none());
    check(&value["sentences"][0], &["start", "end", "agent", "ownership", "coordination"]);
    check(
        &value["findings"][0],
        &["start", "end", "text", "rule", "dimension", "kind", "agent", "weight", "why", "ask"],
    );
    check(
        &value["scores"],
        &["overall", "ownership", "systems", "decisions", "foresight", "direction", "impact", "influence"],
    );
    check(&value["agency"], &["self", "shared", "other", "none"]);
    check(&value["structure"], &["situation", "task", "action", "result", "in_order"]);
    check(
        &value["coverage"],
        &[
            "decision",
            "alternative",
            "system",
            "risk_or_dependency",
            "measured_outcome",
            "own_action",
            "learning",
        ],
    );
}

#[test]
fn other_languages_and_scraps_are_left_alone() {
    let check = |text: &str, expected: &str| assert_eq!(out(&run(&["-"], text.as_bytes())), expected);
    check(
        "Der Umzug der Abrechnung dauerte drei Wochen und niemand war zufrieden.",
        "This check reads English. Nothing is marked.\n",
    );
    check("um yes", "Too short to hold a claim. Nothing is marked.\n");
    check("", "Too short to hold a claim. Nothing is marked.\n");
}

#[test]
fn situational_answers_count_what_one_would_do() {
    let text = "I would cut the export from the first release because nobody uses it.";
    let strong = |arguments: &[&str]| out(&run(arguments, text.as_bytes())).contains("\"kind\":\"strong\"");
    assert!(!strong(&["-", "--json"]));
    assert!(strong(&["-", "--json", "--mode", "situational"]));
}

#[test]
fn a_text_cannot_command_the_terminal() {
    let page = out(&run(&["-"], format!("\u{1b}]0;title\u{7} {WEAK}").as_bytes()));
    assert!(!page.contains(['\u{1b}', '\u{7}']), "{page:?}");
    let explained = out(&run(&["explain", "I \u{1b}[31mfollowed up with legal."], b""));
    assert!(!explained.contains('\u{1b}'), "{explained:?}");
    let told = err(&run(&["no\u{1b}[31m.txt"], b""));
    assert!(told.contains("no?[31m.txt"), "{told:?}");
}
