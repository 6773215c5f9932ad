//! The Questions room: browsed, searched and practised from, with questions of one's own and packs of others.

use std::fs;

use crate::{
    acts::{answer_and_check, check_is_open, go_to, page_is_ready},
    harness::{Profile, Window, button, dialog, heading, menuitem, menuitemradio, option, radio, textbox},
    texts::{MORNING, OWNER},
};

/// A question of the bank, and words that are in no other.
const KNOWN: &str = "Describe a decision you made without enough information.";
const KNOWN_WORDS: &str = "without enough information";

/// A pack of one question.
pub const PACK: &str = r#"[[question]]
id = "kettle-first"
prompt = "Tell me about a kettle that you took off the stove for good."
competency = "decisions-trade-offs"
dimensions = ["decisions"]
kind = "behavioural"
level = "senior"
minutes = 3
probes = ["Who wanted to keep it on the stove?", "What did the kitchen do in the first week?"]
strong = ["Names the kettle and who depended on it.", "Says what it cost to keep it warm.", "Ends with what people use now."]
feature_level.quote = "I sent round a survey about the kettle and shared the result."
feature_level.why_short = "A survey is not a decision, and the kettle is still on the stove."
tags = ["kettles"]
theme = "saying no"
"#;

pub const KETTLE: &str = "Tell me about a kettle that you took off the stove for good.";

/// The same, with a competency in line 4 that there is not.
fn bad_pack() -> String {
    PACK.replace("decisions-trade-offs", "kettles")
}

/// A question of one's own, field by field.
const OWN: &str = "Which promise of yours was the hardest to keep?";
const OWN_FIELDS: [(&str, &str); 8] = [
    ("Question, as an interviewer says it", OWN),
    ("Follow-up 1", "Who else had promised it to whom?"),
    ("Follow-up 2", "What did keeping it cost you?"),
    ("Point 1", "Names the promise and the person it was given to."),
    ("Point 2", "Says what was given up so that it could be kept."),
    ("Point 3", "Ends with what came of it, in figures."),
    ("What it sounds like", "As a team we always kept our commitments."),
    ("What an interviewer misses in it", "Nobody promised anything, and nothing was at stake."),
];

fn the_room_is_open(window: &Window) {
    window.has(&button("All competencies").beginning());
    window.has(&button("Practise"));
}

/// Moves focus with Tab until it is on something with these words.
fn tab_to(window: &Window, words: &str) {
    window.until(&format!("Tab leads to {words}"), || {
        window.press("Tab");
        window.focused().contains(words).then_some(())
    });
}

/// Writes the question with the keyboard alone, from the open page on.
fn write_own(window: &Window) {
    window.focus_is_on(OWN_FIELDS[0].0);
    for (field, words) in OWN_FIELDS {
        if !window.focused().contains(field) {
            tab_to(window, field);
        }
        window.types(words);
    }
    tab_to(window, "Competency");
    window.press("Enter");
    window.until("the menu is open", || window.focused().starts_with("menuitemradio").then_some(()));
    window.types("Dec");
    window.focus_is_on("Decisions & trade-offs");
    window.press("Enter");
    window.focus_is_on("Competency: Decisions & trade-offs");
    tab_to(window, "Ownership");
    window.press("Space");
}

#[test]
fn a_question_is_found_read_and_practised_by_keyboard() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    window.press("Ctrl+7");
    the_room_is_open(&window);
    window.press("/");
    window.focus_is_on("Search all");
    window.types(KNOWN_WORDS);
    window.sees("1 question found");
    window.press("Down");
    window.focus_is_on(KNOWN);
    window.press("Enter");
    window.sees("Feature level");
    window.sees("What would one more week have told you");
    window.has(&button("Practise"));
    window.press("Enter");
    page_is_ready(&window, KNOWN);
    answer_and_check(&window, OWNER);

    // Back to where one was, with its score; and into review.
    window.press("Ctrl+7");
    the_room_is_open(&window);
    window.press("/");
    window.focus_is_on("Search all");
    window.types(KNOWN_WORDS);
    window.sees("1 of 1 answered");
    window.press("Down");
    window.focus_is_on(KNOWN);
    window.press("Enter");
    window.click(&button("Add to review"));
    window.sees("In review, due");
    window.press("Ctrl+z");
    window.has(&button("Add to review"));
    window.close();
}

#[test]
fn competencies_levels_and_kinds_narrow_the_list() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    go_to(&window, "Questions");
    the_room_is_open(&window);
    window.click(&button("Decisions & trade-offs").beginning());
    window.has(&button(KNOWN).beginning());
    window.sees_no("Program execution, ");
    window.click(&button("Any kind"));
    window.click(&menuitemradio("Situational"));
    window.has_no(&button(KNOWN).beginning());
    window.sees("Situational");
    window.click(&button("My own"));
    window.sees("No question fits these filters.");
    window.click(&button("Show all questions"));
    window.has(&button("Tell me about a program").beginning());
    window.close();
}

#[test]
fn a_question_for_me_fits_the_time_there_is() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    go_to(&window, "Questions");
    the_room_is_open(&window);
    window.click(&button("More"));
    window.click(&menuitem("A question for me"));
    window.has(&button("Start typing"));
    window.click(&radio("3 min"));
    window.until("a question of three minutes or fewer, with its reason", || {
        let facts =
            "return ['.reason', '.wrap .quiet-text'].map((one) => document.querySelector(one)?.textContent ?? '')";
        let facts = window.script(facts, vec![]);
        let [reason, about] = [0, 1].map(|at| facts[at].as_str().unwrap_or_default().trim().to_owned());
        (!reason.is_empty() && (about.ends_with("3 min") || about.ends_with("2 min"))).then_some(())
    });
    window.close();
}

#[test]
fn a_suspended_question_says_so_until_it_is_resumed() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    find(&window, KNOWN_WORDS, KNOWN);
    window.press("!");
    window.sees("Suspended: it is not asked.");
    window.press("Ctrl+z");
    window.sees_no("Suspended: it is not asked.");
    window.press("!");
    window.sees("Suspended: it is not asked.");
    window.close();

    let window = profile.open(MORNING);
    go_to(&window, "Questions");
    window.click(&button("Suspended"));
    window.has(&button(KNOWN).beginning());
    window.press("Down");
    window.press("Enter");
    window.click(&button("Resume"));
    window.sees("No question is suspended.");
    window.close();
}

#[test]
fn a_note_is_kept_and_found() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    find(&window, KNOWN_WORDS, KNOWN);
    window.click(&button("Add a note"));
    window.focus_is_on("Your note");
    window.types("The zanzibar ledger");
    window.close();

    let window = profile.open(MORNING);
    find(&window, "zanzibar", KNOWN);
    window.has(&textbox("Your note"));
    window.close();
}

#[test]
fn a_question_of_ones_own_is_written_answered_revised_and_deleted_by_keyboard() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    window.press("Ctrl+7");
    the_room_is_open(&window);
    window.press("n");
    window.has(&heading("Write your own"));
    window.focus_is_on("Question, as an interviewer says it");

    // What is wrong is said beside each field, once it was tried.
    window.press("Ctrl+Enter");
    window.sees("to put right");
    window.focus_is_on("Question, as an interviewer says it");
    write_own(&window);
    window.sees("Ready to be saved");
    window.press("Ctrl+Enter");
    window.sees("Your question is in the bank.");
    window.sees("Written by you.");
    window.focus_is_on(OWN);
    window.press("Enter");
    page_is_ready(&window, OWN);
    answer_and_check(&window, OWNER);

    // Revised, it keeps its answer.
    find(&window, "hardest to keep", OWN);
    window.sees("Answered once");
    window.press("e");
    window.focus_is_on("Question, as an interviewer says it");
    window.press("End");
    window.types(" And why that one?");
    window.sees("Ready to be saved");
    window.press("Ctrl+Enter");
    window.sees("Saved. Its answers stay with it.");
    window.sees("And why that one?");
    window.sees("Answered once");

    window.press("Delete");
    window.sees("Deleted. Its answers stay.");
    window.press("Ctrl+z");
    window.sees("And why that one?");
    window.press("Ctrl+5");
    window.has(&button("Which promise of yours").beginning());
    window.has(&button("Phrase check"));
    window.press("Enter");
    check_is_open(&window);
    window.close();
}

#[test]
fn a_bad_pack_is_refused_with_its_line_and_a_good_one_is_shown_then_imported() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    go_to(&window, "Questions");
    the_room_is_open(&window);
    window.chooses("kettles.toml", &bad_pack());
    window.has(&dialog("“kettles” cannot be imported"));
    window.sees("line 4");
    window.sees("kettles");
    window.click(&button("Close"));

    window.chooses("kettles.toml", PACK);
    window.has(&dialog("Import “kettles”?"));
    window.sees("1 new");
    window.press("Enter");
    window.sees("Imported “kettles”: 1 new.");
    window.sees("From the pack “kettles”.");
    window.focus_is_on(KETTLE);
    window.press("Enter");
    page_is_ready(&window, KETTLE);

    go_to(&window, "Questions");
    the_room_is_open(&window);
    window.chooses("kettles.toml", PACK);
    window.has(&dialog("Nothing to import from “kettles”"));
    window.sees("Every question in it is here already");
    window.click(&button("Close"));
    window.close();
}

#[test]
fn questions_go_into_a_file_that_can_be_imported_again() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    find(&window, KNOWN_WORDS, KNOWN);
    window.press("Ctrl+k");
    window.focus_is_on("Search and commands");
    window.types("export");
    window.has(&option("Export questions").beginning());
    window.press("Enter");
    window.has(&dialog("Export which questions?"));
    window.press("Down");
    window.click(&button("Export"));
    window.sees("1 question, in a new file:");
    window.click(&button("Close"));
    let exports = fs::read_dir(profile.data().join("exports")).expect("the folder is there");
    let files: Vec<_> = exports.map(|file| file.expect("a file").path()).collect();
    assert_eq!(files.len(), 1);
    let text = fs::read_to_string(&files[0]).expect("it is text");
    assert!(text.contains(KNOWN), "{text}");
    window.chooses("again.toml", &text);
    window.has(&dialog("Nothing to import from “again”"));
    window.click(&button("Close"));
    window.close();
}

/// Opens a question in the room, found by its words.
fn find(window: &Window, words: &str, question: &str) {
    go_to(window, "Questions");
    window.has(&button("All competencies").beginning());
    window.press("/");
    window.focus_is_on("Search all");
    window.types(words);
    window.sees("1 question found");
    window.press("Down");
    window.focus_is_on(question);
    if window.count(&button("Practise")) == 0 {
        window.press("Enter");
    }
    window.has(&button("Practise"));
}
