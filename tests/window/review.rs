//! An answer that comes back before it is forgotten.

use crate::{
    acts::{answer_and_check, compare_is_open, go_to, is_saved, start_first_question},
    harness::{Profile, Window, button, heading, textbox},
    texts::{MORNING, OWNER},
};

/// A good while after the first answer, when it is due.
const WEEKS_LATER: &str = "2026-04-20T09:00:00Z";

/// Answers the first question and sends it to review.
fn in_review(profile: &Profile) -> String {
    let window = profile.open(MORNING);
    let question = start_first_question(&window);
    answer_and_check(&window, OWNER);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    window.close();
    question
}

/// Opens the program when the answer is due, at the page where it is asked for.
fn asked_again<'profile>(profile: &'profile Profile, question: &str) -> Window<'profile> {
    let window = profile.open(WEEKS_LATER);
    window.click(&button("Start with review"));
    window.has(&textbox(question));
    window
}

/// Gives the answer from memory and has it compared.
fn answer_from_memory(window: &Window, question: &str, answer: &str) {
    window.click(&textbox(question));
    window.pastes(answer);
    window.click(&button("Finish and compare"));
    compare_is_open(window);
}

fn suggested(window: &Window) -> String {
    window.until("a grade is suggested", || {
        let text = window.text();
        let (_, rest) = text.split_once("Suggested: ")?;
        rest.split_whitespace().next().map(str::to_owned)
    })
}

#[test]
fn nothing_is_due_on_the_day_it_is_sent() {
    let profile = Profile::new();
    in_review(&profile);
    let window = profile.open("2026-03-10T10:00:00Z");
    go_to(&window, "Review");
    window.sees("Nothing is due.");
    window.sees("The next answer comes back");
    window.close();
}

#[test]
fn sending_to_review_is_undone() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, OWNER);
    window.click(&button("Send to review"));
    window.sees("In review, due");
    window.click(&button("Undo"));
    window.has(&button("Send to review"));
    go_to(&window, "Review");
    window.sees("Nothing in review yet.");
    window.close();
}

#[test]
fn a_due_answer_is_given_from_memory_compared_graded_and_undone() {
    let profile = Profile::new();
    let question = in_review(&profile);
    let window = asked_again(&profile, &question);
    assert!(!window.text().contains("idempotency"), "the best take is not shown before the answer");
    // The last sentence and one from the middle do not come back.
    let recalled =
        OWNER.split(". ").filter(|said| !said.contains("search team") && !said.contains("fell from"));
    answer_from_memory(&window, &question, &(recalled.collect::<Vec<_>>().join(". ") + "."));

    window.has(&heading("From memory, just now"));
    window.sees("What came back");
    window.has(&button("Did not come back:").with());
    let grade = suggested(&window);
    window.click(&button(&format!("{grade} ")).with());
    let graded = format!("{grade}. Back ");
    window.sees(&graded);
    window.sees("1 answer reviewed");

    window.click(&button("Undo"));
    compare_is_open(&window);
    assert_eq!(suggested(&window), grade, "the same answer, the same suggestion");
    window.click(&button("Good ").with());
    window.sees("Good. Back on ");
    window.close();

    let window = profile.open("2026-04-20T09:10:00Z");
    go_to(&window, "Review");
    window.sees("comes back");
    window.close();
}

#[test]
fn the_best_take_is_shown_without_an_answer() {
    let profile = Profile::new();
    let question = in_review(&profile);
    let window = asked_again(&profile, &question);
    window.click(&button("Show the best take"));
    compare_is_open(&window);
    window.sees("Shown without an answer.");
    assert_eq!(suggested(&window), "Again");
    window.close();
}

#[test]
fn an_answer_is_buried_until_tomorrow_and_suspended_until_resumed() {
    let profile = Profile::new();
    let question = in_review(&profile);
    let window = asked_again(&profile, &question);
    window.click(&button("Bury"));
    window.sees("Buried until tomorrow.");
    window.sees("The next answer comes back tomorrow.");
    window.click(&button("Undo"));
    window.has(&textbox(&question));
    window.click(&button("Bury"));
    window.sees("The next answer comes back tomorrow.");
    window.close();

    let window = profile.open("2026-04-21T09:00:00Z");
    go_to(&window, "Review");
    window.has(&textbox(&question));
    window.click(&button("Suspend"));
    window.sees("All answers in review are suspended.");
    window.close();

    let window = profile.open("2026-06-01T09:00:00Z");
    go_to(&window, "Review");
    window.sees("All answers in review are suspended.");
    window.close();
}

#[test]
fn an_answer_from_memory_goes_on_after_a_restart() {
    let profile = Profile::new();
    let question = in_review(&profile);
    let window = asked_again(&profile, &question);
    window.click(&textbox(&question));
    window.types("In May our billing platform");
    is_saved(&window);
    window.kill();

    let window = profile.open(WEEKS_LATER);
    window.has(&button("Finish and compare"));
    window.sees("In May our billing platform");
    window.close();
}
