//! From the date of an interview to what has changed by then: plan, review, drill, story, progress.

use serde_json::json;

use crate::{
    acts::{answer_and_check, check_is_open, compare_is_open, go_to, question_shown, start_first_question},
    harness::{Profile, Window, button, heading, radio, textbox},
    texts::{COORDINATOR, MORNING, OWNER},
};

const NEXT_DAY: &str = "2026-03-11T09:00:00Z";
const WEEK_LATER: &str = "2026-03-18T09:00:00Z";

/// What an owner would have said in place of a coordinator's sentence.
const AS_THE_OWNER: &str = "I decided to move every write behind one ledger service instead of patching five clients, \
                            because a patch would have left the race in place.";

/// An answer of a coordinator in review, and an onsite in three weeks.
fn with_a_date(profile: &Profile) -> String {
    let window = profile.open(MORNING);
    window.click(&button("Add the date"));
    window.click(&textbox("Day"));
    window.types("31 March");
    window.click(&button("Set the date"));
    window.sees("Onsite, Tue 31 March");
    let question = start_first_question(&window);
    answer_and_check(&window, COORDINATOR);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    window.close();
    question
}

fn the_drill_is_open(window: &Window) {
    window.has(&textbox("Say it as the owner").beginning());
    window.focus_is_on("Say it as the owner");
}

#[test]
fn a_date_makes_a_plan_and_the_plan_is_followed() {
    let profile = Profile::new();
    let question = with_a_date(&profile);

    // The plan says it in words, with its parts and their minutes.
    let window = profile.open(NEXT_DAY);
    window.sees("one answer to say again");
    window.sees("to repair");
    window.sees("one new question");
    window.sees("20");
    window.sees("days to the onsite");

    // Review in its order, said aloud without a record.
    window.press("Ctrl+Enter");
    window.has(&textbox(&question));
    window.sees("more before the onsite");
    window.click(&button("I said it aloud"));
    window.sees("Could you give it?");
    window.press("y");
    window.sees("Suggested: Good");
    window.press("Enter");
    window.sees("1 answer reviewed");

    // A sentence of that answer, said as before and then as the owner.
    go_to(&window, "Today");
    window.click(&button("Drill").beginning());
    the_drill_is_open(&window);
    window.sees("Yesterday");
    window.types("I coordinated with all the stakeholders and followed up with the teams.");
    window.press("Ctrl+Enter");
    window.sees("Not yet");
    window.press("Ctrl+Enter");
    window.press("Ctrl+a");
    window.types(AS_THE_OWNER);
    window.press("Ctrl+Enter");
    window.sees("Passed. Comes back");
    window.click(&button("Put it in my answer"));
    window.has(&button("Open take 2"));
    window.click(&button("Open take 2"));
    check_is_open(&window);
    window.sees("instead of patching five clients");

    // A story from that answer.
    window.click(&button("New story from this answer"));
    window.has(&textbox("Title"));
    window.click(&textbox("Title"));
    window.types("One ledger for five teams");
    window.press("Ctrl+Enter");
    window.has(&heading("One ledger for five teams"));
    window.click(&radio("Coverage"));
    window.sees("no story yet");
    window.close();

    // All of it is there on another day.
    let window = profile.open(WEEK_LATER);
    go_to(&window, "Stories");
    window.sees("One ledger for five teams");
    go_to(&window, "Progress");
    window.sees("From six on");
    window.sees("Review until the onsite");
    window.click(&button("As tables"));
    window.sees("Minutes of answering");
    window.close();
}

#[test]
fn a_week_goes_by_keyboard_alone() {
    let profile = Profile::new();
    let question = with_a_date(&profile);
    let window = profile.open(NEXT_DAY);
    window.has(&button("Start with review"));
    window.press("Ctrl+4");
    window.has(&textbox(&question));
    window.press("Escape");
    window.press("a");
    window.sees("Could you give it?");
    window.press("n");
    window.sees("2 of 2");
    window.has(&textbox(&question));
    window.press("Ctrl+z");
    window.sees("taken back");

    window.press("Ctrl+k");
    window.focus_is_on("Search and commands");
    window.types("drill");
    window.press("Enter");
    the_drill_is_open(&window);
    window.types(AS_THE_OWNER);
    window.press("Ctrl+Enter");
    window.sees("Passed. Comes back");
    window.press("Escape");

    window.press("Ctrl+6");
    window.has(&button("New story"));
    window.press("Ctrl+n");
    window.focus_is_on("Title");
    window.types("One ledger");
    window.press("Enter");
    window.focus_is_on("Situation");
    window.types("Five teams each owned a piece of the write path.");
    window.press("Ctrl+Enter");
    window.has(&heading("One ledger"));

    window.press("Ctrl+8");
    window.has(&heading("Progress"));
    window.press("t");
    window.sees("Minutes of answering");
    window.close();
}

#[test]
fn what_the_minutes_do_not_hold_is_left_for_later_and_can_be_asked_for() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let first = start_first_question(&window);
    answer_and_check(&window, OWNER);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    go_to(&window, "Practice");
    window.has(&button("Start typing"));
    let second = question_shown(&window);
    assert_ne!(first, second);
    window.click(&button("Start typing"));
    answer_and_check(&window, OWNER);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    window.close();

    let window = profile.open(NEXT_DAY);
    go_to(&window, "Review");
    window.sees("1 of 2");
    window.click(&button("Show the best take"));
    compare_is_open(&window);
    window.press("3");
    window.sees("2 of 2");
    window.close();
}

#[test]
fn a_sentence_that_was_left_out_can_be_let_back_in_on_another_day() {
    let profile = Profile::new();
    with_a_date(&profile);
    let window = profile.open(NEXT_DAY);
    window.click(&button("Drill").beginning());
    the_drill_is_open(&window);
    let said = || window.script("return document.querySelector('blockquote')?.textContent ?? ''", vec![]);
    while said() != "" {
        let before = said();
        window.click(&button("Leave this sentence out"));
        window.until("the next sentence is there, or none", || (said() != before).then_some(()));
    }
    window.sees("All your sentences are left out.");
    window.close();

    let window = profile.open(WEEK_LATER);
    window.press("Ctrl+k");
    window.focus_is_on("Search and commands");
    window.types("drill");
    window.press("Enter");
    window.sees("All your sentences are left out.");
    window.click(&button("Let back in").beginning());
    the_drill_is_open(&window);
    window.close();
}

#[test]
fn a_crash_loses_no_words_of_a_drill_a_story_or_a_question() {
    let profile = Profile::new();
    with_a_date(&profile);
    let window = profile.open(NEXT_DAY);
    window.click(&button("Drill").beginning());
    the_drill_is_open(&window);
    window.types("I held the launch for two");
    go_to(&window, "Stories");
    window.click(&button("New story"));
    window.focus_is_on("Title");
    window.types("One ledger");
    go_to(&window, "Questions");
    window.press("n");
    window.focus_is_on("Question, as an interviewer says it");
    window.types("Which meeting did you end for good?");
    let on_the_disk = "window.__TAURI_INTERNALS__.invoke('unfinished', { beginning: '' }).then(arguments[0])";
    window.until("all of it is on the disk", || {
        let all = window.script_later(on_the_disk, vec![]).to_string();
        ["for two", "One ledger", "end for good?"].iter().all(|words| all.contains(words)).then_some(())
    });
    window.kill();

    let window = profile.open(NEXT_DAY);
    window.click(&button("Drill").beginning());
    the_drill_is_open(&window);
    window.sees("I held the launch for two");
    go_to(&window, "Stories");
    window.click(&button("New story"));
    window.has(&textbox("Title"));
    holds(&window, "One ledger");
    go_to(&window, "Questions");
    window.press("n");
    window.focus_is_on("Question, as an interviewer says it");
    holds(&window, "Which meeting did you end for good?");
    window.close();
}

/// Waits until a field on the page holds these words.
fn holds(window: &Window, words: &str) {
    let script =
        "return [...document.querySelectorAll('textarea')].some((one) => one.value === arguments[0])";
    window.until(&format!("“{words}” stands in a field"), || {
        (window.script(script, vec![json!(words)]) == true).then_some(())
    });
}
