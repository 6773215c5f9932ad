//! A second take: what the first check asked for, what changed, and which one is kept.

use crate::{
    acts::{answer_and_check, score_of_take, start_first_question, try_again},
    harness::{Profile, Window, button, heading, meter, radio},
    texts::{COORDINATOR, MORNING, OWNER},
};

/// Two takes of the first question, the second one better.
fn two_takes(window: &Window) {
    start_first_question(window);
    answer_and_check(window, COORDINATOR);
    try_again(window);
    answer_and_check(window, OWNER);
    window.has(&radio("Take 2").with());
}

#[test]
fn the_next_take_begins_with_what_the_last_check_asked_for() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, COORDINATOR);
    let fixes = "return [...document.querySelectorAll('#check-summary ol .ask')].map((ask) => ask.textContent.trim())";
    let asked = window.script(fixes, vec![]);
    let asked = asked.as_array().expect("a list");
    assert_eq!(asked.len(), 3, "three things to fix: {asked:?}");

    try_again(&window);
    window.has(&heading("From take 1"));
    window.sees("Take 2");
    for ask in asked {
        window.sees(ask.as_str().expect("text"));
    }
    window.close();
}

#[test]
fn the_second_check_shows_where_the_bars_were() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    two_takes(&window);

    let (before, after) = (score_of_take(&window, 1), score_of_take(&window, 2));
    assert!(after > before, "the owner's answer scores higher: {before}, {after}");
    window.sees(&format!("up {} from take 1", after - before));
    window.sees("line: take 1");
    let spoken = window.attribute(&meter("Impact"), "aria-valuetext").expect("a bar says its value");
    assert!(spoken.ends_with("last time"), "the tick is said: {spoken}");
    window.close();
}

#[test]
fn a_take_is_kept_as_best_and_the_choice_undone() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, COORDINATOR);
    keep_as_best(&window, 1);
    try_again(&window);
    answer_and_check(&window, OWNER);
    keep_as_best(&window, 2);
    assert!(is_off(&window), "it is the best already");

    window.click(&button("Undo"));
    window.until("take 2 can be kept again", || (!is_off(&window)).then_some(()));
    window.click(&radio("Take 1").with());
    window.until("take 1 is the best", || is_off(&window).then_some(()));
    window.close();
}

fn keep_as_best(window: &Window, ordinal: u32) {
    window.until("it can be kept", || (!is_off(window)).then_some(()));
    window.click(&button("Keep as best").with());
    window.sees(&format!("Take {ordinal} is kept as best."));
    window.until("it is kept", || is_off(window).then_some(()));
}

/// Whether “Keep as best” says that there is nothing to do.
fn is_off(window: &Window) -> bool {
    window.attribute(&button("Keep as best").with(), "aria-disabled").as_deref() == Some("true")
}

#[test]
fn two_takes_are_compared_by_words_and_by_marks() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    two_takes(&window);
    window.click(&button("Compare"));
    window.has(&heading("Compare takes"));
    window.sees("words removed");
    window.sees("words added");
    window.sees("take 1 to take 2");
    let counted = window.script(
        "return [document.querySelectorAll('main del').length, document.querySelectorAll('main ins').length]",
        vec![],
    );
    assert!(
        counted[0].as_u64() > Some(1) && counted[1].as_u64() > Some(1),
        "changed words are marked: {counted}"
    );

    window.click(&radio("Marks"));
    window.sees_no("words removed");
    window.click(&button("Keep take 2 as best"));
    window.sees("Kept as best: take 2");
    window.click(&button("Back to the phrase check"));
    window.has(&button("Try again now"));
    window.close();
}
