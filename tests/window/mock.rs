//! A mock interview: chosen, held against the clock, interrupted, gone on with, and read.

use crate::{
    acts::{go_to, is_saved},
    harness::{Profile, Window, button, dialog, heading, menuitemradio, spinbutton, textbox},
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
