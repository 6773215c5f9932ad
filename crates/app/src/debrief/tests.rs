//! The sentences and figures of a debrief, from mocks as they were held.

use insta::assert_snapshot;

use super::{
    figures,
    headline::headline,
    held::{Fate, Held, HeldRound, HeldSlot, KeptFigures},
    sample::{DECIDED, FOREIGN, answered, debrief, given, given_as, held, onsite, slot},
    time_spent::where_time_went,
    written_down::written_down,
};
use crate::{
    testing::{STRONG, WEAK},
    view::AnswerMode,
};

fn lines(sentences: &[String]) -> String {
    sentences.join("\n")
}

#[test]
fn an_interviewer_writes_down_what_an_answer_has_and_lacks() {
    let huge =
        "I decided to keep the queue because it was late and nobody else knew the ledger or its replay. "
            .repeat(2_000);
    let unbroken = format!(
        "I chose {} because the ledger replays and nobody would notice it before the end of the month, which is when the customers are paid.",
        "x".repeat(9_000)
    );
    let ours = "We built the ledger and we moved the refunds. We shipped it in June, and we told the teams. We \
        measured it, and we closed the old service. We were done in July, and we had a party afterwards.";
    let would = "I would first draw the path of an order, and find where the state is written twice. If the queue \
        replays, a customer is paid twice, so I would choose one owner of the state rather than a lock, because a lock \
        only hides it.";
    for (name, given) in [
        ("strong", given(STRONG, &[])),
        ("weak", given(WEAK, &[])),
        ("decided", given(DECIDED, &[])),
        ("we", given(ours, &[])),
        ("situational", given_as(would, &[], AnswerMode::Situational)),
        (
            "probed",
            given(WEAK, &[("What did you decide?", "I decided to cut the export, because nobody used it.")]),
        ),
        ("short", given("I chose to cut the export because nobody used it.", &[])),
        ("one word", given("Nothing.", &[])),
        ("foreign", given(FOREIGN, &[])),
        ("huge", given(&huge, &[])),
        ("unbroken", given(&unbroken, &[])),
    ] {
        let notes = written_down(&given);
        assert!((1..=5).contains(&notes.len()), "{name}: {notes:?}");
        assert!(notes.iter().all(|note| note.chars().count() < 300), "{name}: {notes:?}");
        assert_snapshot!(format!("written down, {name}"), lines(&notes));
    }
}

#[test]
fn what_is_quoted_was_said() {
    for text in [STRONG, WEAK, DECIDED] {
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for note in written_down(&given(text, &[])) {
            for quote in note.split('“').skip(1).filter_map(|rest| rest.split('”').next()) {
                let quote = quote.trim_end_matches(" …");
                assert!(said.contains(quote), "{quote}");
            }
        }
    }
}

/// A mock of which only figures matter: scored answers with these means, in the order of the dimensions.
fn with_means(answers: usize, planned: usize, dimensions: [Option<u32>; 7]) -> Held {
    let mut slots: Vec<HeldSlot> = (0..answers)
        .map(|_| {
            let mut given = given(STRONG, &[]);
            given.kept = KeptFigures { score: Some(60), dimensions, words: 100, weak: 3 };
            answered(0, "Which one?", 500_000, given)
        })
        .collect();
    slots.resize(planned, slot(0, "Which one?", 0, Fate::NotAsked));
    held(&["Program sense"], slots)
}

#[test]
fn the_headline_stands_on_figures() {
    let some = |figures: [u32; 7]| figures.map(|figure| (figure > 0).then_some(figure));
    let of = |answers, planned, figures| headline(&with_means(answers, planned, some(figures)));
    let only = |slots| headline(&held(&["Program sense"], slots));
    let told = |text: &str| answered(0, "Which one?", 500_000, given(text, &[]));
    let skipped = || slot(0, "Which one?", 5_000, Fate::Skipped);
    let deleted = || slot(0, "Which one?", 5_000, Fate::Deleted);
    let never = || slot(0, "Which one?", 0, Fate::NotAsked);
    let weak = |count| (0..count).map(|_| told(WEAK)).collect::<Vec<_>>();
    let all = [
        ("as in the design", of(12, 12, [60, 72, 48, 63, 55, 62, 61])),
        ("strong twice", of(4, 4, [66, 80, 75, 72, 60, 58, 0])),
        ("strong throughout", of(4, 4, [80, 80, 81, 82, 75, 71, 90])),
        ("clear, not senior", of(4, 4, [60, 61, 56, 57, 0, 0, 0])),
        ("clear, one weak", of(4, 4, [60, 61, 20, 57, 18, 18, 18])),
        ("nothing near", of(4, 4, [18, 30, 25, 18, 18, 18, 18])),
        ("decides, owning unsaid", of(4, 4, [30, 0, 74, 0, 0, 60, 0])),
        ("one dimension alone", of(3, 3, [0, 0, 0, 0, 0, 72, 0])),
        ("no dimension", of(3, 3, [0; 7])),
        ("one of twelve", of(1, 12, [18, 72, 48, 0, 0, 0, 0])),
        ("two of five, weak", of(2, 5, [18, 30, 25, 18, 18, 18, 18])),
        ("one asked, one answered", of(1, 1, [18, 72, 48, 0, 0, 0, 0])),
        ("weak answers", only(weak(3))),
        ("not begun", only(vec![never(), never()])),
        ("skipped one", only(vec![skipped(), never()])),
        ("skipped all", only(vec![skipped(), skipped(), skipped()])),
        ("deleted", only(vec![deleted(), skipped()])),
        ("one short", only(vec![told("I chose the later date.")])),
        ("all short", only(vec![told("I chose the later date."), told("No.")])),
        ("foreign", only(vec![told(FOREIGN)])),
        ("foreign and short", only(vec![told(FOREIGN), told("No.")])),
        ("the sample", headline(&onsite())),
    ];
    let all: Vec<String> = all.into_iter().map(|(name, headline)| format!("{name}: {headline}")).collect();
    assert_snapshot!(lines(&all));
}

#[test]
fn where_the_time_went_is_told() {
    let told = |used, prompt: &str| answered(0, prompt, used, given(STRONG, &[]));
    let two_rounds = |first: u32, second: u32| {
        let slots = vec![told(first, "First?"), HeldSlot { round: 1, ..told(second, "Second?") }];
        held(&["Program sense", "System design"], slots)
    };
    let limited = {
        let mut held = two_rounds(600_000, 600_000);
        held.rounds[1] = HeldRound { at_limit: true, ..held.rounds[1].clone() };
        Held { pauses: 3, paused_ms: 250_000, left: 1, ..held }
    };
    let all = [
        ("the sample", onsite()),
        ("in time", two_rounds(590_000, 610_000)),
        ("over and early", two_rounds(642_000, 200_000)),
        ("ended at the limit", limited),
        ("one question", held(&["Screen"], vec![told(642_000, "Which one?")])),
        ("all over", held(&["Screen"], vec![told(642_000, "Which?"), told(660_000, "Why?")])),
        ("left", Held { left: 2, ..held(&["Screen"], vec![told(300_000, "Which?")]) }),
        ("only skipped", held(&["Screen"], vec![slot(0, "Which?", 5_000, Fate::Skipped)])),
        ("not begun", held(&["Screen"], vec![slot(0, "Which?", 0, Fate::NotAsked)])),
    ];
    let all: Vec<String> =
        all.iter().map(|(name, held)| format!("{name}\n  {}", where_time_went(held).join("\n  "))).collect();
    assert_snapshot!(lines(&all));
}

#[test]
fn figures_are_means_of_the_answers() {
    let held = onsite();
    let debrief = debrief(&held, None);
    let scores: Vec<u32> = held.given().filter_map(|given| given.kept.score).collect();
    assert_eq!(scores.len(), 3);
    assert_eq!(debrief.score, figures::mean(scores.clone()));
    assert_eq!(debrief.rounds[0].score, figures::mean(scores[..2].to_vec()));
    assert_eq!(debrief.rounds[1].score, Some(scores[2]));
    let questions = &debrief.questions;
    assert_eq!(
        questions.iter().map(|one| one.score).collect::<Vec<_>>()[..3],
        scores.iter().map(|one| Some(*one)).collect::<Vec<_>>()
    );
    assert_eq!(
        questions.iter().map(|one| one.well_over).collect::<Vec<_>>(),
        [true, false, false, false, false]
    );
    assert_eq!(
        questions.iter().map(|one| one.skipped).collect::<Vec<_>>(),
        [false, false, false, true, false]
    );
    assert_eq!(questions.iter().map(|one| one.asked).collect::<Vec<_>>(), [true, true, true, true, false]);
    assert_eq!(
        questions.iter().map(|one| one.suggest_review).collect::<Vec<_>>(),
        scores.iter().map(|score| *score < 55).chain([false, false]).collect::<Vec<_>>()
    );
    let across = debrief.across;
    assert_eq!((across.answers, across.decisions, across.numbers, across.skipped), (3, 2, 1, 1));
    assert_eq!((across.pauses, across.paused_ms, across.left), (1, 48_000, 0));
    assert_eq!(across.weak_per_100_before, None);
    assert!(debrief.dimensions.iter().all(|row| row.before.is_none()));
}

#[test]
fn a_mock_is_compared_with_another_one() {
    let before = held(&["Program sense"], vec![answered(0, "Which?", 500_000, given(WEAK, &[]))]);
    let debrief = debrief(&onsite(), Some(&before));
    assert_eq!(debrief.across.weak_per_100_before, figures::weak_per_100(&before));
    assert_eq!(debrief.across.weak_per_100_before, Some(12.5), "7 marks in 56 words");
    let before: Vec<_> = debrief.dimensions.iter().map(|row| row.before).collect();
    assert_eq!(
        before,
        figures::dimension_means(&held(
            &["Program sense"],
            vec![answered(0, "Which?", 500_000, given(WEAK, &[]))]
        ))
    );
    assert_eq!(debrief.compared_with.map(|row| row.id), Some(3));
}

#[test]
fn an_answer_that_could_not_be_read_counts_no_words() {
    let one = |text: &str| held(&["Screen"], vec![answered(0, "Which?", 500_000, given(text, &[]))]);
    assert_eq!(figures::weak_per_100(&one(FOREIGN)), None);
    assert_eq!(figures::score(&one(FOREIGN)), None);
    assert_eq!(figures::weak_per_100(&one(STRONG)), Some(0.0));
    assert_eq!(figures::weak_per_100(&held(&["Screen"], Vec::new())), None);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]
    #[test]
    fn any_answer_has_a_debrief(
        text in "(I (chose|moved|cut|drew|followed up with) [a-zé🙂<&*“”\"\n]{0,9} (because|from 4 to 1|instead of it)[.,!\n ]{0,3}|\\PC{0,30}){0,12}",
        probe in "\\PC{0,60}",
        used_ms in 0_u32..4_000_000,
    ) {
        let told = given(&text, &[(&probe, &text), (&probe, "")]);
        let debrief = debrief(&held(&["Program sense"], vec![answered(0, &probe, used_ms, told)]), None);
        let notes = &debrief.questions[0].written_down;
        proptest::prop_assert!((1..=5).contains(&notes.len()));
        for sentence in notes.iter().chain(&debrief.where_time_went).chain([&debrief.headline]) {
            proptest::prop_assert!(sentence.chars().count() < 320, "{sentence}");
            proptest::prop_assert!(!sentence.contains('\n'), "{sentence}");
        }
    }
}
