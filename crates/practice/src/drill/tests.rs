use proptest::prelude::*;

use super::*;

/// Place, meaning, actor, and whether it tells an outcome.
type Written = (Range<usize>, Shows, By, bool);

/// Marks written into a text: `[w:words]` weak, `[h:…]` hidden, `[s:…]` strong of one's own, `[o:…]` strong of others,
/// `[r:…]` a result told of a thing, `[a:…]` an aside.
fn marked(written: &str) -> (String, Vec<Written>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, behind) = after.split_once(']').unwrap();
        let (kind, words) = inside.split_once(':').unwrap();
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        let (shows, by, outcome) = match kind {
            "w" => (Shows::Weak, By::Own, false),
            "h" => (Shows::HiddenActor, By::Nobody, false),
            "we" => (Shows::HiddenActor, By::Shared, false),
            "s" => (Shows::Strong, By::Own, false),
            "o" => (Shows::Strong, By::Other, false),
            "r" => (Shows::Strong, By::Nobody, true),
            "a" => (Shows::Aside, By::Own, false),
            _ => panic!("{kind}"),
        };
        marks.push((start..text.len(), shows, by, outcome));
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}

fn marks_of<'a>(text: &'a str, marks: &[Written], dimension: &'a str) -> Vec<Marked<'a>> {
    marks
        .iter()
        .map(|(span, shows, by, outcome)| Marked {
            span: span.clone(),
            shows: *shows,
            by: *by,
            dimension,
            outcome: *outcome,
            points: if shows.is_to_repair() { -2.0 } else { 3.0 },
            words: &text[span.clone()],
        })
        .collect()
}

/// Each sentence with its end and the space after it belongs to the sentence before.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut from = 0;
    text.split_inclusive(". ")
        .map(|sentence| {
            let span = from..from + sentence.trim_end().len();
            from += sentence.len();
            span
        })
        .collect()
}

#[test]
fn a_try_passes_when_nothing_weak_is_left_and_something_of_ones_own_is_there() {
    #[track_caller]
    fn check(said: &str, dimension: &str, passed: bool, why: &str) {
        let (text, marks) = marked(said);
        let marks = marks_of(&text, &marks, dimension);
        let verdict = judge("I tracked progress against the plan.", &text, &marks);
        assert_eq!((verdict.passed(), reason(verdict, dimension, &marks).as_str()), (passed, why), "{said}");
    }
    check(
        "I [s:cut the backfill].",
        "decisions",
        true,
        "Nothing weak is left, and “cut the backfill” is yours.",
    );
    check(
        "[r:Duplicate refunds went from forty to none].",
        "impact",
        true,
        "Nothing weak is left, and “Duplicate refunds went from forty to none” says what came of it.",
    );
    check("I [w:tracked the plan].", "decisions", false, "Still activity: “tracked the plan”.");
    check(
        "I [s:cut the backfill] and [w:tracked the plan].",
        "decisions",
        false,
        "Still activity: “tracked the plan”.",
    );
    check(
        "I [w:shipped it on time].",
        "impact",
        false,
        "Still delivery, not an outcome: “shipped it on time”.",
    );
    check("I [w:kept them updated].", "influence", false, "Still passing it on: “kept them updated”.");
    check("[h:It was decided] to cut it.", "decisions", false, "Still nobody acts: “It was decided”.");
    check(
        "[we:We cut the backfill] first.",
        "decisions",
        false,
        "Your part is still hidden: “We cut the backfill”.",
    );
    check(
        "The backfill is for the daily report.",
        "decisions",
        false,
        "Nothing weak is left, but nothing of your own is there yet: what did you decide?",
    );
    check(
        "The report is about the refunds.",
        "impact",
        false,
        "Nothing weak is left, but nothing of your own is there yet: what moved, from what to what?",
    );
    check(
        "Finance [o:cut the backfill].",
        "decisions",
        false,
        "Nothing weak is left, but “cut the backfill” is not yours: what did you decide?",
    );
    check("i tracked  progress, against THE plan", "decisions", false, "These are the old words.");
    check("I [s:tracked progress against the plan].", "decisions", false, "These are the old words.");
    check(
        "I [a:think] I [s:cut the backfill].",
        "x",
        true,
        "Nothing weak is left, and “cut the backfill” is yours.",
    );
    check(
        "I [w:tracked one two three four five six seven eight nine].",
        "decisions",
        false,
        "Still activity: “tracked one two three four five six seven eight…”.",
    );
}

#[test]
fn a_weak_sentence_is_one_drill_and_scraps_and_asides_are_none() {
    #[track_caller]
    fn check(written: &str, expected: &[(usize, usize, f32)]) {
        let (text, marks) = marked(written);
        let marks = marks_of(&text, &marks, "decisions");
        let found: Vec<_> = weak_sentences(&text, &sentences(&text), &marks)
            .into_iter()
            .map(|weak| (weak.sentence, weak.mark, weak.lost))
            .collect();
        assert_eq!(found, expected, "{written}");
    }
    check("", &[]);
    check("I [s:cut the export] from the first release.", &[]);
    check("I [w:tracked the plan] and [w:escalated when it slipped].", &[(0, 0, 4.0)]);
    check("I [s:cut it], and [h:it was decided] to ship.", &[(0, 1, 2.0)]);
    check("I [a:think] the plan was really good.", &[]);
    check("I [w:tracked it].", &[]);
    check(
        "I [w:tracked the whole plan]. Then [w:I told everybody about it]. It shipped.",
        &[(0, 0, 2.0), (1, 1, 2.0)],
    );
}

#[test]
fn of_a_long_take_the_costliest_sentences_are_taken() {
    let text = "I tracked the whole plan. ".repeat(30);
    let spans = sentences(&text);
    let marks: Vec<Marked<'_>> = spans
        .iter()
        .enumerate()
        .map(|(number, span)| Marked {
            span: span.clone(),
            shows: Shows::Weak,
            by: By::Own,
            dimension: "decisions",
            outcome: false,
            points: -(number as f32),
            words: &text[span.clone()],
        })
        .collect();
    let weak = weak_sentences(&text, &spans, &marks);
    assert_eq!(weak.len(), 30);
    let taken: Vec<_> = costliest(weak).into_iter().map(|weak| weak.sentence).collect();
    assert_eq!(taken, (22..30).rev().collect::<Vec<_>>());
}

#[test]
fn what_is_said_is_a_sentence_or_two() {
    assert_eq!(said("  I cut\n the\texport. ").unwrap(), "I cut the export.");
    assert_eq!(said(" \n "), Err(PracticeError::NothingSaid));
    assert_eq!(said("– … !"), Err(PracticeError::TryTooShort));
    assert_eq!(said("I cut"), Err(PracticeError::TryTooShort));
    assert_eq!(said(&"word ".repeat(151)), Err(PracticeError::TryTooLong));
    assert!(said(&"word ".repeat(150)).is_ok());
    assert_eq!(said(&"x".repeat(1_000_000)), Err(PracticeError::TryTooLong));
}

proptest! {
    #[test]
    fn any_text_is_its_own_old_words_and_never_passes(text in "\\PC{1,60}") {
        prop_assert!(same_words(&text, &text.to_uppercase()) || text.to_uppercase().to_lowercase() != text.to_lowercase());
        prop_assert_eq!(judge(&text, &format!(" {text}. "), &[]), Verdict::OldWords);
    }
}
