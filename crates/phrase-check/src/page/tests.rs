//! Pages of checks made by hand, so that they stay as they are when rules and scores change.

use phrasing::{About, Check, Checker, CoverageItem, Finding, Fix, Input, Kind, Span};

use super::*;

/// A check of which everything that shows is set here: each finding is (words, kind, points, note).
fn by_hand(text: &str, findings: &[(&str, Kind, f32, &str)]) -> Check {
    let mut check = Checker::builtin().check(&Input::typed("I decided that we would wait for the vendor."));
    let mut from = 0;
    check.findings = findings
        .iter()
        .map(|(words, kind, points, note)| {
            let start = text[from..].find(words).expect("the words are there") + from;
            from = start;
            Finding {
                span: Span::new(start, start + words.len()),
                rule: "ownership/by-hand".into(),
                dimension: phrasing::Dimension::Ownership,
                kind: *kind,
                agent: phrasing::Agent::Own,
                weight: 1.0,
                points: *points,
                note: (*note).into(),
                why: "It is so.".into(),
                ask: "What did you settle?".into(),
                say: Some("I settled who rolls back, and at what error rate, before anybody asked.".into()),
            }
        })
        .collect();
    check.words = text.split_whitespace().count();
    check.scores.overall = 64;
    for dimension in phrasing::Dimension::ALL {
        *check.probed.of_mut(dimension) = dimension != phrasing::Dimension::Direction;
        *check.scores.by_dimension.of_mut(dimension) = 15 * dimension as u8;
    }
    check.agency = phrasing::Agency { own: 4, shared: 2, other: 1, none: 0 };
    check.structure = phrasing::Structure { action: true, result: true, ..Default::default() };
    check.structure.parts = [phrasing::StarPart::Result, phrasing::StarPart::Action]
        .map(|part| phrasing::Part { part, span: Span::new(0, 1), words: 1, share: 0.5 })
        .into();
    check.coverage = phrasing::Coverage::default();
    check.coverage.decision = check.findings.iter().take(1).map(|finding| finding.span).collect();
    check.missing = CoverageItem::ALL[1..]
        .iter()
        .map(|item| phrasing::Missing {
            item: *item,
            at: text.len(),
            ask: item.ask(phrasing::Level::Senior).into(),
            gain: *item as u8 as f32 - 1.0,
        })
        .collect();
    let fix = |about, ask: &str, quote: &str, gain| Fix { about, ask: ask.into(), quote: quote.into(), gain };
    check.fixes = vec![
        fix(
            About::Missing(2),
            "What could have broken, and when did you see it?",
            "to a key scoped per pod",
            7.2,
        ),
        fix(About::Finding(0), "What was settled in it, and by whom?", "set up a weekly sync", 3.6),
    ];
    check
}

fn page(text: &str, check: &Check, width: usize, colour: bool) -> String {
    let mut out = Vec::new();
    print(&mut out, text, check, false, Terminal { width, colour }).expect("memory takes it");
    String::from_utf8(out).expect("pages are text")
}

/// The page down to the legend.
fn marked(text: &str, findings: &[(&str, Kind, f32, &str)], width: usize) -> String {
    let page = page(text, &by_hand(text, findings), width, false);
    page.split("\n\n+ strong").next().expect("there is a first part").to_owned()
}

const STORY: &str = "Last year we moved checkout to a new ledger. I set up a weekly sync and I think it helped. \
Um, then I traced the double refunds to a key scoped per pod.\n\nIt was decided that we would wait.\n";

const MARKS: &[(&str, Kind, f32, &str)] = &[
    ("set up a weekly sync", Kind::Weak, -3.5, "activity, not a decision"),
    ("I think", Kind::Hedge, -0.5, "takes it back"),
    ("Um", Kind::Filler, 0.0, "says nothing"),
    ("traced the double refunds to a key scoped per pod", Kind::Strong, 9.7, "found the cause"),
    ("It was decided that", Kind::HiddenActor, -2.6, "who decided?"),
];

#[test]
fn plain_page() {
    insta::assert_snapshot!(page(STORY, &by_hand(STORY, MARKS), 72, false));
}

#[test]
fn coloured_page() {
    let shown = page(STORY, &by_hand(STORY, MARKS), 72, true);
    insta::assert_snapshot!(shown.replace('\u{1b}', "␛"));
}

#[test]
fn colours_change_no_letter() {
    let check = by_hand(STORY, MARKS);
    let mut coloured = page(STORY, &check, 60, true);
    while let Some(start) = coloured.find('\u{1b}') {
        let end = coloured[start..].find('m').expect("the code ends") + start;
        coloured.replace_range(start..=end, "");
    }
    assert_eq!(coloured, page(STORY, &check, 60, false));
}

#[test]
fn narrow_page() {
    insta::assert_snapshot!(page(STORY, &by_hand(STORY, MARKS), 36, false));
}

#[test]
fn signs_stand_under_their_words() {
    let check = |text: &str, words: &str, expected: &str| {
        let shown = marked(text, &[(words, Kind::Weak, 0.0, "note")], 60);
        assert_eq!(shown, expected, "{text:?}");
    };
    check("I chased legal.", "chased", "I chased legal.\n  ~~~~~~\n  ~ note");
    check("🚀 I chased legal.", "chased", "🚀 I chased legal.\n     ~~~~~~\n     ~ note");
    check("日本 chased 東京 daily", "chased 東京", "日本 chased 東京 daily\n     ~~~~~~~~~~~\n     ~ note");
    check("Cafe\u{301} chased", "chased", "Cafe\u{301} chased\n     ~~~~~~\n     ~ note");
    check("👩\u{200d}🚀 chased", "chased", "👩\u{200d}🚀 chased\n   ~~~~~~\n   ~ note");
    check("\tchased  \t legal", "chased  \t legal", "    chased legal\n    ~~~~~~~~~~~~\n    ~ note");
    check("• chased", "chased", "• chased\n  ~~~~~~\n  ~ note");
}

#[test]
fn overlapping_marks_show_the_shorter() {
    let findings = [
        ("I think we basically cut it", Kind::Strong, 4.0, "cut on purpose"),
        ("basically", Kind::Filler, 0.0, "says nothing"),
    ];
    insta::assert_snapshot!(marked("Then I think we basically cut it.", &findings, 60));
}

#[test]
fn notes_stand_side_by_side_where_they_fit() {
    let findings = [
        ("chased", Kind::Weak, -1.0, "chasing"),
        ("um", Kind::Filler, 0.0, "says nothing"),
        ("basically", Kind::Filler, 0.0, "says nothing"),
        ("waited for them", Kind::Weak, -2.0, "waited, and says at great length that nobody else decided"),
    ];
    insta::assert_snapshot!(marked("I chased legal and um basically waited for them.", &findings, 52));
}

#[test]
fn short_texts_say_that_the_score_says_little() {
    let text = "I cut it.";
    let shown = page(text, &by_hand(text, &[]), 80, false);
    assert!(shown.contains("3 words; a score says little below 25"), "{shown}");
    assert!(!shown.contains("+ strong"), "a legend without marks: {shown}");
}

proptest::proptest! {
    /// Whatever the text is, the page is printed, and nothing in it commands the terminal.
    #[test]
    fn any_text_has_a_page(text in "(I chased legal because |[ \\t\\n]|\\PC|um |\u{1b}\\[31m|日本|e\u{301}){0,60}", width in 30usize..100) {
        let check = Checker::builtin().check(&Input::typed(&text));
        let shown = page(&text, &check, width, false);
        let commands = shown.contains('\u{1b}');
        proptest::prop_assert!(!commands);
    }
}
