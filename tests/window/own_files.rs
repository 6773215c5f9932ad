//! What the user has made one's own: files, of which a broken one is named and the rest works, and the level asked for.

use std::fs;

use crate::{
    acts::{answer_and_check, go_to, start_first_question},
    harness::{Profile, axe, button, dialog, mark, option, radio},
    texts::{COORDINATOR, MORNING, OWNER},
};

/// A question that is right but for its competency, in line 4.
const KETTLE: &str = r#"[[question]]
id = "my-kettle"
prompt = "Tell me about a kettle that boiled over."
competency = "kettles"
dimensions = ["foresight"]
kind = "behavioural"
level = "senior"
minutes = 3
probes = ["Who saw the steam first?", "Which kettle did you buy next?"]
strong = ["Follows one kettle to its end.", "Says who poured.", "Ends with dry feet, and how many."]
feature_level.quote = "I raised the steam with the kitchen."
feature_level.why_short = "The kitchen acted, and the floor stayed wet."
tags = ["kitchen"]
theme = "kettles and floors"
"#;

#[test]
fn a_malformed_question_file_is_named_with_its_line() {
    let profile = Profile::new();
    let folder = profile.data().join("questions");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("mine.toml");
    fs::write(&file, KETTLE).expect("a file");

    let window = profile.open(MORNING);
    window.sees("of your own files could not be read. Everything else works.");
    window.sees("mine.toml, line 4");
    window.sees("kettles");
    start_first_question(&window);
    answer_and_check(&window, OWNER);
    window.click(&button("Today"));
    window.sees("mine.toml, line 4");
    window.close();
    assert_eq!(fs::read_to_string(&file).expect("it is there"), KETTLE, "the file is left alone");
}

/// A rule that is right but for its kind; with `weak` in its place it is whole.
const TEAPOT: &str = r#"dimension = "decisions"

[[rule]]
name = "brass-teapot"
kind = "mighty"
match = ["polish/verb the brass teapot"]
extend = "match"
weight = 4.0
note = "whose teapot?"
why = "Polishing settles nothing."
ask = "What did you decide about the teapot?"
hits = ["I {polished the brass teapot} for a week.", "I {polished the brass teapot} because it was dull."]
misses = ["They polished the brass teapot.", "I sold the brass teapot."]
"#;

#[test]
fn a_broken_rule_is_named_mended_and_read_again_without_a_restart() {
    let profile = Profile::new();
    let folder = profile.data().join("rules");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("teapot.toml");
    fs::write(&file, TEAPOT).expect("a file");

    let window = profile.open(MORNING);
    window.sees("teapot.toml, line 5");
    start_first_question(&window);
    answer_and_check(&window, &format!("{OWNER} I polished the brass teapot because it was dull."));
    window.has_no(&mark("polished the brass teapot").beginning());

    go_to(&window, "Settings");
    window.click(&button("Phrase rules"));
    window.sees("teapot.toml, line 5");
    window.sees("mighty");
    fs::write(&file, TEAPOT.replace("mighty", "weak")).expect("a file");
    window.click(&button("Check again"));
    window.sees("Read again: 1 file, 1 rule.");
    window.sees_no("teapot.toml, line 5");
    window.click(&button("Write an example file"));
    window.sees("example.toml is in the folder");
    assert!(folder.join("example.toml").exists());

    window.press("Ctrl+k");
    window.focus_is_on("Search and commands");
    window.types("whose teapot");
    window.has(&option("Rule: whose teapot?").beginning());
    window.press("Enter");
    window.has(&dialog("Whose teapot?"));
    window.sees("From your own file teapot.toml");
    window.sees("polish the brass teapot");
    window.sees("1 mark in your best take.");
    assert_eq!(axe::violations(&window), Vec::<String>::new());
    window.press("Escape");
    window.has_no(&dialog("Whose teapot?"));
    window.close();
}

#[test]
fn another_level_is_asked_for_at_once_and_after_a_restart() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, COORDINATOR);
    let senior = "What did you learn, or change afterwards?";
    let manager = "What did you change in how your team works?";
    window.sees(senior);
    window.click(&radio("Manager"));
    window.sees(manager);
    window.sees_no(senior);
    window.sees("Manager 70");
    window.close();

    let window = profile.open(MORNING);
    go_to(&window, "Settings");
    window.has(&radio("Manager"));
    assert_eq!(window.attribute(&radio("Manager"), "aria-checked").as_deref(), Some("true"));
    window.close();
}
