//! What users of this program do, in the words of its buttons.

use serde_json::json;

use crate::harness::{Window, button, heading, radio, textbox};

const SEARCH: &str = "Search every word you said";

/// The page an answer is written on carries the question as its name.
pub fn page_is_ready(window: &Window, question: &str) {
    window.has(&textbox(question));
    window.focus_is_on("textbox");
}

/// From the first launch to the empty page. Says which question was asked.
pub fn start_first_question(window: &Window) -> String {
    window.has(&button("Type your answer"));
    let question = question_shown(window);
    window.click(&button("Type your answer"));
    page_is_ready(window, &question);
    question
}

/// The question on the screen.
pub fn question_shown(window: &Window) -> String {
    window.until("a question is shown", || {
        window
            .script("return document.querySelector('main .question')?.textContent.trim() ?? null", vec![])
            .as_str()
            .map(str::to_owned)
    })
}

/// Pastes an answer on the page and has it checked.
pub fn answer_and_check(window: &Window, answer: &str) {
    window.focus_is_on("textbox");
    window.pastes(answer);
    finish(window);
}

/// Finishes what is on the page, and waits for its check.
pub fn finish(window: &Window) {
    window.click(&button("Finish and check"));
    check_is_open(window);
}

/// The phrase check stands on the screen.
pub fn check_is_open(window: &Window) {
    window.has(&button("Try again now"));
}

/// Waits until what is on the page is on the disk.
pub fn is_saved(window: &Window) {
    window.until("the words are on the disk", || {
        (window.script("return document.querySelector('[data-save]')?.dataset.save", vec![]) == "saved")
            .then_some(())
    });
}

/// The next take of the answer whose check is open.
pub fn try_again(window: &Window) {
    window.click(&button("Try again now"));
    window.has(&button("Finish and check"));
    window.focus_is_on("textbox");
}

/// Goes to a room by the sidebar.
pub fn go_to(window: &Window, room: &str) {
    window.click(&button(room).with());
    // The title comes first, then the room's code is loaded, then its heading is there.
    let open = "return document.title === arguments[0] && document.querySelector('main h1') !== null";
    window.until(&format!("{room} is open"), || {
        (window.script(open, vec![json!(format!("{room} · Answerable"))]) == true).then_some(())
    });
}

/// Searches the answers by keyboard, once their room is there: it loads after its name stands in the title.
pub fn search_answers(window: &Window, words: &str) {
    window.has(&textbox(SEARCH));
    window.press("/");
    window.focus_is_on(SEARCH);
    window.types(words);
}

/// The score on the tab of a take.
pub fn score_of_take(window: &Window, ordinal: u32) -> u32 {
    let tab = radio(&format!("Take {ordinal}")).with();
    window.until(&format!("take {ordinal} has a score"), || {
        window.name(&tab).strip_prefix(&format!("Take {ordinal}"))?.trim().parse().ok()
    })
}

/// The best take stands beside what came from memory.
pub fn compare_is_open(window: &Window) {
    window.has(&heading("Best take"));
}
