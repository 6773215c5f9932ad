//! A mock interview: chosen, held against the clock, interrupted, gone on with, and read.

use crate::{
    acts::{go_to, is_saved, score_of_take},
    harness::{Profile, Window, button, dialog, heading, menuitem, menuitemradio, spinbutton, textbox},
    texts::{COORDINATOR, MORNING, OWNER},
};

/// A minute goes by in a second.
pub const PACE: u32 = 60;

/// From any room to the first question of a loop of one round: three questions of ten minutes, without time to think.
pub fn start_short_loop(window: &Window) {
    choose_short_loop(window);
    window.click(&button("Start the loop"));
    window.sees("Round 1, question 1 of 3");
    window.focus_is_on("textbox");
}

/// The short loop stands chosen.
pub fn choose_short_loop(window: &Window) {
    go_to(window, "Mock interview");
    window.click(&button("Custom").beginning());
    set(window, "Questions of round 1", "3");
    set(window, "Minutes of round 1", "30");
    window.click(&button("Time to think").with());
    window.click(&menuitemradio("None"));
    window.sees("One round, three questions, 30 min.");
}

fn set(window: &Window, figure: &str, to: &str) {
    window.click(&spinbutton(figure).beginning());
    window.press("Ctrl+a");
    window.types(to);
    window.press("Enter");
}

/// What is written on the page.
fn written(window: &Window) -> String {
    window
        .script("return document.querySelector('main textarea')?.value ?? ''", vec![])
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Answers the question on the screen and everything that is asked about it, until `next` is seen.
fn answer_all(window: &Window, answer: &str, next: &str) -> u32 {
    let mut probes = 0;
    window.focus_is_on("textbox");
    window.pastes(answer);
    loop {
        window.click(&button("Done with this answer"));
        let probe = format!("Probe {}", probes + 1);
        let text = window.until("the interviewer goes on", || {
            let text = window.text();
            (text.contains(&probe) || text.contains(next)).then_some(text)
        });
        if text.contains(next) {
            return probes;
        }
        probes += 1;
        window.focus_is_on("textbox");
        window.pastes("I asked the two leads myself, and one of them moved his date.");
    }
}

#[test]
fn a_mock_is_held_paused_killed_gone_on_with_and_read() {
    let profile = Profile::new();
    let window = profile.open_at_pace(MORNING, PACE);
    start_short_loop(&window);
    window.has_no(&button("Settings").with());
    assert!(answer_all(&window, OWNER, "question 2 of 3") <= 3);
    for told in ["Weak", "Strong", "score", "Ownership"] {
        assert!(!window.text().contains(told), "nothing is told before the end: {told}");
    }

    window.click(&button("Pause"));
    window.has(&heading("Paused"));
    window.has_no(&textbox("").with());
    window.click(&button("Go on"));
    window.focus_is_on("textbox");
    window.pastes(COORDINATOR);
    is_saved(&window);
    window.kill();

    let window = profile.open_at_pace(MORNING, PACE);
    window.has(&heading("Paused"));
    window.sees("Round 1, question 2 of 3");
    window.click(&button("Go on"));
    window.focus_is_on("textbox");
    assert_eq!(written(&window), COORDINATOR, "nothing typed is lost");
    answer_all(&window, "", "question 3 of 3");

    // Over the time nothing happens but that it is shown.
    window.until("the question is over its time", || window.text().contains(" over").then_some(()));
    window.press("Escape");
    window.has(&dialog("Leave the interview?"));
    window.click(&button("Leave"));
    window.sees("It waits where you left it.");
    window.click(&button("Go on"));
    window.sees("question 3 of 3");
    window.click(&button("Skip question"));
    window.has(&heading("Debrief"));

    // The debrief says what is stored: the score of each answer, and their mean.
    let shown = debrief_scores(&window);
    let [first, second] = shown[..] else { panic!("two answers have a score: {shown:?}") };
    assert!(second < 55, "tracking is no senior answer: {second}");
    assert_eq!(whole_score(&window), (first + second).div_ceil(2));
    window.sees("1 answer is below 55.");
    window.click(&button("1. ").beginning());
    window.sees("Open in the phrase check");
    window.click(&button("Open in the phrase check"));
    assert_eq!(score_of_take(&window, 1), first);
    go_to(&window, "Mock interview");
    window.click(&button("My loop").beginning());
    window.has(&heading("Debrief"));

    window.click(&button("Send 1 to review"));
    window.sees("in review");
    window.click(&button("Undo"));
    window.has(&button("Send 1 to review"));
    window.click(&button("Export"));
    window.click(&menuitem("Markdown"));
    window.sees(".md");
    window.close();
}

/// The scores in the table of questions, which is there when the debrief has been read.
fn debrief_scores(window: &Window) -> Vec<u32> {
    window.until("the questions are listed", || {
        let scores = window.script(
            "return [...document.querySelectorAll('main tr.row td.strong-text [aria-hidden]')].map((one) => +one.textContent)",
            vec![],
        );
        let scores: Vec<u32> =
            scores.as_array().into_iter().flatten().filter_map(|one| one.as_u64()?.try_into().ok()).collect();
        (!scores.is_empty()).then_some(scores)
    })
}

/// The score of the whole.
fn whole_score(window: &Window) -> u32 {
    let text = window.text();
    let (_, rest) = text.split_once("Ctrl P").expect("the toolbar ends with Print");
    rest.split_whitespace().find_map(|word| word.parse().ok()).expect("a score stands below the toolbar")
}

#[test]
fn a_mock_needs_no_mouse() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    window.has(&button("Type your answer"));
    window.press("Ctrl+3");
    window.has(&button("Start the loop").beginning());
    window.press("Ctrl+Enter");
    window.sees("Round 1, question 1 of 3");
    window.has(&button("Begin now").beginning());
    window.press("Ctrl+Enter");
    window.focus_is_on("textbox");
    window.types("I cut the export from the first release, because nobody had asked for it since May.");
    window.press("Ctrl+p");
    window.has(&heading("Paused"));
    window.press("Ctrl+Enter");
    window.focus_is_on("textbox");
    window.press("Escape");
    window.has(&dialog("Leave the interview?"));
    window.press("Enter");
    window.has_no(&dialog("Leave the interview?"));
    window.focus_is_on("textbox");
    window.press("Ctrl+Enter");
    window.sees("Probe 1");
    window.press("Escape");
    window.press("Tab");
    window.press("Enter");
    window.sees("It waits where you left it.");
    window.press("Ctrl+Enter");
    window.sees("Probe 1");
    window.close();
}

#[test]
fn leaving_by_a_room_asks_first_and_staying_is_the_safe_answer() {
    let profile = Profile::new();
    let window = profile.open_at_pace(MORNING, 1);
    start_short_loop(&window);
    window.types("One line.");
    window.press("Ctrl+1");
    window.has(&dialog("Leave the interview?"));
    window.press("Enter");
    window.focus_is_on("textbox");
    assert_eq!(written(&window), "One line.");
    window.press("Ctrl+1");
    window.click(&button("Leave"));
    window.sees("Your first question");
    go_to(&window, "Mock interview");
    window.click(&button("End it"));
    window.click(&button("End it"));
    window.has(&heading("Debrief"));
    window.close();
}
