//! axe finds nothing in any room and state, light and dark, wide and narrow.

use std::{fs, path::Path};

use crate::{
    acts::{answer_and_check, check_is_open, compare_is_open, go_to, start_first_question, try_again},
    harness::{Profile, Thing, Window, axe, button, dialog, heading, option, radio, textbox},
    mock::choose_short_loop,
    texts::{COORDINATOR, MORNING, OWNER},
};

const SIZES: [(u32, u32); 2] = [(1280, 820), (900, 640)];
const THEMES: [&str; 2] = ["light", "dark"];

/// What axe found so far, over all states of a test, each with the sizes and themes it was found in.
#[derive(Default)]
struct Findings(Vec<(String, Vec<String>)>);

impl Findings {
    /// Looks at a state; `content` has to be there, so that an empty page does not pass.
    fn look(&mut self, window: &Window, state: &str, content: &Thing) {
        window.has(content);
        for (width, height) in SIZES {
            window.resize(width, height);
            for theme in THEMES {
                window.draw(theme);
                for found in axe::violations(window) {
                    self.add(state, found, &format!("{width}×{height} {theme}"));
                }
            }
        }
        let (width, height) = SIZES[0];
        window.resize(width, height);
        window.has(content);
    }

    fn add(&mut self, state: &str, found: String, variant: &str) {
        let found = format!("{state}: {found}");
        match self.0.iter_mut().find(|(known, _)| *known == found) {
            Some((_, variants)) => variants.push(variant.to_owned()),
            None => self.0.push((found, vec![variant.to_owned()])),
        }
    }

    fn none(self) {
        let lines: Vec<String> =
            self.0.iter().map(|(found, variants)| format!("{found} ({})", variants.join(", "))).collect();
        assert!(lines.is_empty(), "axe found {}:\n{}", lines.len(), lines.join("\n"));
    }
}

#[test]
fn axe_finds_nothing_from_the_first_launch_to_the_comparison() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let mut found = Findings::default();
    found.look(&window, "first run", &button("Type your answer"));
    window.click(&button("Add the date"));
    found.look(&window, "the date asked for", &dialog("When is the interview?"));
    window.click(&button("Not now"));
    go_to(&window, "Practice");
    found.look(&window, "a question", &button("Start typing"));
    go_to(&window, "Review");
    found.look(&window, "review, empty", &button("New question"));
    go_to(&window, "Answers");
    found.look(&window, "answers, empty", &button("New question"));
    go_to(&window, "Today");

    start_first_question(&window);
    window.pastes(COORDINATOR);
    window.sees("Weak");
    found.look(&window, "typing", &button("Finish and check"));
    window.click(&button("Finish and check"));
    check_is_open(&window);
    found.look(&window, "check", &heading("Three things to fix first"));
    window.press("j");
    window.press("Enter");
    found.look(&window, "check, a note open", &button("Rule"));
    window.click(&button("Rule"));
    found.look(&window, "rule", &button("Close"));
    window.press("Escape");
    window.click(&button("As list"));
    found.look(&window, "check, as list", &button("Try again now"));
    window.click(&button("As list"));

    try_again(&window);
    found.look(&window, "typing, second take", &heading("From take 1"));
    answer_and_check(&window, OWNER);
    found.look(&window, "check, second take", &button("Try again now"));
    window.press("c");
    found.look(&window, "compare, words", &heading("Compare takes"));
    window.press("m");
    found.look(&window, "compare, marks", &heading("Compare takes"));
    found.none();
    window.close();
}

#[test]
fn axe_finds_nothing_in_the_other_rooms() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let question = start_first_question(&window);
    answer_and_check(&window, OWNER);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    window.close();

    let window = profile.open("2026-04-20T09:00:00Z");
    let mut found = Findings::default();
    found.look(&window, "today", &button("Start with review"));
    window.press("Ctrl+k");
    window.types("decision");
    window.sees("Questions");
    found.look(&window, "palette", &dialog("Search and commands"));
    window.press("Escape");
    window.press("?");
    found.look(&window, "shortcuts", &dialog("Shortcuts"));
    window.press("Escape");

    go_to(&window, "Answers");
    window.click(&button(&question).with());
    found.look(&window, "answers", &button(&question).with());
    go_to(&window, "Settings");
    found.look(&window, "settings", &heading("Appearance"));

    go_to(&window, "Review");
    window.has(&textbox(&question));
    found.look(&window, "review, asking", &button("Finish and compare"));
    window.click(&textbox(&question));
    window.pastes(OWNER);
    window.click(&button("Finish and compare"));
    compare_is_open(&window);
    found.look(&window, "review, grading", &heading("Best take"));
    window.press("Enter");
    window.sees("1 answer reviewed");
    found.look(&window, "review, done", &button("New question"));
    found.none();
    window.close();
}

#[test]
fn axe_finds_nothing_among_the_questions() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let mut found = Findings::default();
    go_to(&window, "Questions");
    found.look(&window, "questions, one open", &button("Practise"));
    window.press("!");
    window.sees("Suspended: it is not asked.");
    window.click(&button("Add a note"));
    found.look(&window, "questions, suspended and noted", &textbox("Your note"));
    window.press("Escape");
    window.has_no(&button("Practise"));
    found.look(&window, "questions, none open", &button("Suspended"));
    window.press("/");
    window.focus_is_on("Search all");
    window.types("kettle");
    found.look(&window, "questions, none found", &button("Show all questions"));
    window.click(&button("Show all questions"));

    window.chooses("bad.toml", "[[question]]\nid = 7\n");
    found.look(&window, "a pack with faults", &dialog("“bad” cannot be imported"));
    window.click(&button("Close"));
    window.chooses("kettles.toml", crate::questions::PACK);
    found.look(&window, "a pack before it applies", &dialog("Import “kettles”?"));
    window.click(&button("Cancel"));
    palette_runs(&window, "Export questions");
    found.look(&window, "exporting", &dialog("Export which questions?"));
    window.click(&button("Cancel"));

    window.press("n");
    window.focus_is_on("Question, as an interviewer says it");
    found.look(&window, "writing", &heading("Write your own"));
    window.types("Describe a decision you made without enough information, please.");
    window.sees("A question like it is there already");
    window.press("Ctrl+Enter");
    window.sees("to put right");
    found.look(&window, "writing, with what is wrong", &heading("Write your own"));
    window.click(&button("Discard"));
    found.none();
    window.close();
}

/// Runs what the palette calls so.
fn palette_runs(window: &Window, called: &str) {
    window.press("Ctrl+k");
    window.focus_is_on("Search and commands");
    window.types(called);
    window.has(&option(called).beginning());
    window.press("Enter");
}

#[test]
fn axe_finds_nothing_in_a_mock_interview() {
    let profile = Profile::new();
    let window = profile.open_at_pace(MORNING, 5);
    let mut found = Findings::default();
    choose_short_loop(&window);
    found.look(&window, "mock, setting up", &button("Start the loop"));
    window.click(&button("Round 1 asks about").beginning());
    found.look(&window, "mock, what a round asks about", &button("Start the loop"));
    window.click(&button("Start the loop"));
    window.focus_is_on("textbox");
    window.pastes(OWNER);
    found.look(&window, "mock, answering", &button("Done with this answer"));
    window.click(&button("Done with this answer"));
    window.sees("Probe 1");
    found.look(&window, "mock, a probe", &button("Done with this answer"));
    window.click(&button("Pause"));
    found.look(&window, "mock, paused", &heading("Paused"));
    window.press("Escape");
    found.look(&window, "mock, leaving", &dialog("Leave the interview?"));
    window.click(&button("Leave"));
    window.sees("It waits where you left it.");
    found.look(&window, "mock, under way", &button("Go on"));
    window.click(&button("End it"));
    window.click(&button("End it"));
    found.look(&window, "debrief", &heading("Debrief"));
    window.click(&button("1. ").beginning());
    found.look(&window, "debrief, an answer open", &button("Open in the phrase check"));
    window.click(&button("Read the answers"));
    found.look(&window, "debrief, reading", &button("Open in the phrase check: answer 1"));
    found.none();
    window.close();
}

#[test]
fn axe_finds_nothing_when_something_is_in_the_way() {
    let profile = Profile::new();
    fs::create_dir_all(profile.data()).expect("a folder");
    fs::write(profile.data().join("answerable.db"), vec![b'x'; 8192]).expect("a file");
    let window = profile.open(MORNING);
    let mut found = Findings::default();
    found.look(&window, "trouble", &button("Try again"));
    found.none();
    window.close();

    let file = profile.data().join("a file");
    fs::write(&file, "not a folder").expect("a file");
    let window = profile.open_in(Path::new(&file.join("data")), MORNING);
    let mut found = Findings::default();
    found.look(&window, "trouble", &button("Try again"));
    found.none();
    window.close();
}

#[test]
fn axe_finds_nothing_in_drills_stories_and_progress() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, COORDINATOR);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    let mut found = Findings::default();

    go_to(&window, "Stories");
    found.look(&window, "stories, empty", &button("New story"));
    window.click(&button("New story"));
    window.click(&textbox("Title"));
    window.press("Ctrl+Enter");
    window.press("Ctrl+a");
    window.types("One ledger for five teams");
    found.look(&window, "stories, writing", &button("Save story"));
    window.press("Ctrl+Enter");
    window.has(&heading("One ledger for five teams"));
    found.look(&window, "stories, coverage", &button("New story"));
    window.click(&radio("List"));
    found.look(&window, "stories, list", &button("New story"));

    go_to(&window, "Progress");
    found.look(&window, "progress", &button("As tables"));
    window.click(&button("As tables"));
    found.look(&window, "progress, as tables", &button("As tables"));

    go_to(&window, "Today");
    window.click(&button("Drill").beginning());
    let field = textbox("Say it as the owner").beginning();
    found.look(&window, "drill", &field);
    window.focus_is_on("Say it as the owner");
    window.types("I followed up with every team about the plan.");
    window.press("Ctrl+Enter");
    window.sees("Not yet");
    found.look(&window, "drill, not yet", &field);
    found.none();
    window.close();
}
