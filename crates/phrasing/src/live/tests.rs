//! Whatever is edited, the marks are those of a full check.

use proptest::prelude::*;

use super::{LiveMarks, Marks};
use crate::check::Finding;
use crate::checker::Checker;
use crate::kinds::{Language, Mode};

/// Sentences and what may stand between them, well and badly written.
const PARTS: &[&str] = &[
    "I followed up with legal every week. ",
    "I cut the export from the launch because nobody used it. ",
    "We agreed on a date, and it was moved twice.",
    "Keisha said \"no\". ",
    "They called it \"the big",
    "one\" and left. ",
    "The vendor would refuse, so I renewed the contract myself! ",
    "um, so I mean we just, you know, waited. ",
    "um. ",
    "you know. ",
    "Teams' dates slipped, didn't they? ",
    "Zorbix broke the queue, e.g. at night. ",
    "Approx. ",
    "and then i told them the key was theirs and then we went on and nobody asked why it took so long to find the one who ",
    "If I had known, I would have stopped it. ",
    "I turned the request from our customer",
    "down. ",
    "p95 fell from 900 ms to 300. ",
    "400 tickets were closed. ",
    "\n\n",
    "\n\n",
    "\n",
    " \r\n\r\n",
    "\n- ",
    "\n\n* * *\n\n",
    "…",
    " ",
    "I ",
    "had not ",
    "'",
    "🎉 ",
    "É",
    "Les équipes n'avaient rien décidé. ",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
}

/// Replaces so many thousandths of the text from a place in thousandths.
type Edit = (usize, usize, String);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let words = prop_oneof![
        prop::sample::select(PARTS).prop_map(str::to_owned),
        Just(String::new()),
        ".{0,3}",
        prop::sample::select(&["\n", " ", ".", "a", "I", "\"", "“"][..]).prop_map(str::to_owned),
    ];
    prop::collection::vec((0..=1000usize, prop_oneof![Just(0usize), 0..60usize], words), 1..12)
}

fn edited(text: &str, (at, size, words): &Edit) -> String {
    let from = text.floor_char_boundary(text.len() * at / 1000);
    let to = text.floor_char_boundary((from + text.len() * size / 1000).min(text.len()));
    format!("{}{words}{}", &text[..from], &text[to..])
}

fn without_points(marks: Marks) -> Marks {
    let findings = marks.findings.into_iter().map(|finding| Finding { points: 0.0, ..finding });
    Marks { findings: findings.collect(), fixes: Vec::new(), ..marks }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn marks_are_those_of_a_full_check(text in text(), edits in edits(), piece in 1..200usize) {
        let checker = Checker::builtin();
        let mut live = LiveMarks { long: 0, piece, ..LiveMarks::default() };
        let mut text = text;
        for edit in [(0, 0, String::new())].iter().chain(&edits) {
            text = edited(&text, edit);
            let full = Marks::from(checker.check(&crate::Input::typed(&text)));
            let got = live.of(checker, &text, Mode::Behavioral);
            prop_assert_eq!(without_points(got), without_points(full), "{:?}", text);
        }
    }
}

#[test]
fn a_change_reads_its_own_piece_alone() {
    let checker = Checker::builtin();
    let mut live = LiveMarks { long: 0, piece: 1, ..LiveMarks::default() };
    let sentence = "I cut the export from the launch. ";
    let text = sentence.repeat(50);
    live.of(checker, &text, Mode::Behavioral);
    assert_eq!(live.pieces.len(), 50);
    // A mark that only a piece which is kept can still show.
    live.pieces[3].findings.clear();
    live.pieces[40].findings.clear();
    let all = checker.check(&crate::Input::typed(&text)).findings.len();
    let got = live.of(checker, &text.replacen("cut", "did cut", 21), Mode::Behavioral);
    assert_eq!(got.language, Language::English);
    assert!(got.findings.len() < all);
}
