//! The first launch: a question, an answer, its check, and the answer kept.

use crate::{
    acts::{check_is_open, finish, go_to, is_saved, score_of_take, search_answers, start_first_question},
    harness::{Profile, button, heading, mark, textbox},
    texts::{COORDINATOR, MORNING},
};

#[test]
fn the_first_launch_shows_a_question_at_once() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    window.sees("Your first question");
    window.sees("Your words stay on this computer.");
    window.has(&heading("Tell me about").with());
    window.has(&button("Type your answer"));
    window.close();
}

#[test]
fn marks_appear_when_a_sentence_ends() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let question = start_first_question(&window);

    // Eight words are the least the check reads.
    window.types("Five teams shared one billing platform last year. I coordinated with all the stakeholders");
    is_saved(&window);
    let marked = || {
        let script =
            "return [...document.querySelectorAll('.cm-content .mark')].map((mark) => mark.textContent)";
        window.script(script, vec![]).to_string()
    };
    assert!(!marked().contains("coordinated"), "the sentence being written is left alone: {}", marked());
    window.types(". ");
    window.until("the sentence is marked", || marked().contains("coordinated").then_some(()));
    window.sees("Weak 1");
    assert!(window.text().contains(&question));
    window.close();
}

#[test]
fn a_finished_answer_is_checked_kept_and_found_again() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let question = start_first_question(&window);
    window.types(COORDINATOR);
    window.press("Ctrl+Enter");

    check_is_open(&window);
    window.sees("I was responsible for managing timelines");
    assert!(score_of_take(&window, 1) < 70, "it is no senior answer");
    for head in [
        "Three things to fix first",
        "Dimensions",
        "Who acts",
        "Structure",
        "What an interviewer writes down",
    ] {
        window.has(&heading(head).with());
    }
    for dimension in ["Ownership", "Systems", "Decisions", "Foresight", "Direction", "Impact", "Influence"] {
        window.sees(dimension);
    }
    assert!(window.count(&mark("").with()) > 3, "the answer is marked");
    let notes = window.script(
        "return document.querySelectorAll('[aria-label=\"Margin notes\"] [data-note]').length",
        vec![],
    );
    assert!(notes.as_u64() > Some(2), "marks have notes: {notes}");

    kept_and_found(&window, &question);
    window.close();

    let window = profile.open("2026-03-10T09:30:00Z");
    window.sees("Today");
    kept_and_found(&window, &question);
    window.click(&button("Phrase check"));
    check_is_open(&window);
    window.close();
}

fn kept_and_found(window: &crate::harness::Window, question: &str) {
    go_to(window, "Answers");
    window.has(&button(question).with());
    search_answers(window, "escalated");
    window.sees("1 answer found");
    window.has(&button(question).with());
    window.types("zzz");
    window.sees("No answer says");
    window.press("Escape");
    window.has(&button(question).with());
}

#[test]
fn the_words_typed_last_are_there_when_the_window_is_closed_at_once() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    let question = start_first_question(&window);
    window.types("I decided to close the window in the middle of a wor");
    window.close();

    let window = profile.open(MORNING);
    window.has(&textbox(&question));
    window.sees("I decided to close the window in the middle of a wor");
    finish(&window);
    window.close();
}
