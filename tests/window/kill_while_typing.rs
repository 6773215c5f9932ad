//! The program is killed while one types; on the next start everything older than a second is there.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{
    acts::start_first_question,
    harness::{Chance, Profile, Window, textbox},
    texts::{MORNING, OWNER, REGION_MOVE},
};

const ROUNDS: u32 = 20;
/// Nothing older than this may be lost.
const SAFE_AFTER: Duration = Duration::from_secs(1);
/// A fast typist's word, and the driver's own pace between two.
const STROKES: usize = 6;

/// How many letters stood on the page, and when it was seen.
struct Seen {
    at: Instant,
    letters: usize,
}

#[test]
fn what_was_typed_a_second_before_a_kill_is_there() {
    let profile = Profile::new();
    let mut chance = Chance::seeded(20);
    let whole = format!("{OWNER} {REGION_MOVE} ").repeat(8);
    let story: Vec<char> = whole.chars().collect();

    let mut window = profile.open(MORNING);
    let question = start_first_question(&window);
    let mut kept = 0;
    let mut most_lost = 0;
    for round in 1..=ROUNDS {
        let until = Instant::now() + Duration::from_millis(chance.between(300, 3000));
        let (seen, killed) = type_until(window, &story, kept, until);

        window = profile.open(MORNING);
        window.has(&textbox(&question));
        let page = page_text(&window);
        assert!(whole.starts_with(&page), "round {round}: the draft is not what was typed: {page:?}");
        let came_back = page.chars().count();
        let typed = seen.last().map_or(kept, |last| last.letters);
        let old = seen.iter().rfind(|seen| killed.duration_since(seen.at) >= SAFE_AFTER);
        let safe = old.map_or(kept, |old| old.letters);
        assert!(
            came_back >= safe,
            "round {round}: {safe} letters were typed a second before the end, {came_back} came back"
        );
        most_lost = most_lost.max(typed.saturating_sub(came_back));
        kept = came_back;
    }
    eprintln!("{ROUNDS} kills, {kept} letters kept, {most_lost} lost at most, none of them a second old");
    window.close();
}

/// Types on from what is there, and kills the program at a moment. Says what stood on the page when.
fn type_until(window: Window, story: &[char], from: usize, until: Instant) -> (Vec<Seen>, Instant) {
    window.focus_is_on("textbox");
    window.press("Ctrl+End");
    let mut seen = Vec::new();
    let mut letters = from;
    while Instant::now() < until {
        let next: String = story[letters..letters + STROKES].iter().collect();
        window.types(&next);
        letters += STROKES;
        seen.push(Seen { at: Instant::now(), letters });
    }
    let killed = Instant::now();
    window.kill();
    (seen, killed)
}

/// The text of the page, letter for letter.
fn page_text(window: &Window) -> String {
    let lines = window.script(
        "return [...document.querySelectorAll('.cm-content .cm-line')].map((line) => line.textContent)",
        vec![],
    );
    let lines: Vec<&str> = lines.as_array().expect("lines").iter().filter_map(Value::as_str).collect();
    assert_ne!(json!(lines), json!([]), "the page is there");
    lines.join("\n")
}
