//! No text breaks the check, and every offset it gives fits the text.

use std::collections::BTreeSet;

use phrasing::{Check, Checker, CoverageItem, Input, Language, Mode};
use proptest::prelude::*;

fn spans(check: &Check) -> Vec<phrasing::Span> {
    let mut spans: Vec<_> = check.findings.iter().map(|f| f.span).collect();
    spans.extend(check.sentences.iter().map(|s| s.span));
    spans.extend(check.structure.parts.iter().map(|p| p.span));
    for item in CoverageItem::ALL {
        spans.extend(check.coverage.get(item));
    }
    spans
}

fn sound(text: &str, mode: Mode) {
    let check = Checker::builtin().check(&Input { mode, ..Input::typed(text) });
    for span in spans(&check) {
        assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
    }
    assert!(check.findings.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start), "ordered");
    assert!(check.sentences.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "sentences apart");
    assert!(check.scores.overall <= 100);
    for missing in &check.missing {
        assert!(text.is_char_boundary(missing.at));
    }
    let utf16 = check.clone().to_utf16(text);
    for (bytes, units) in spans(&check).iter().zip(spans(&utf16)) {
        assert_eq!(units.start, text[..bytes.start].encode_utf16().count());
        assert_eq!(units.end, text[..bytes.end].encode_utf16().count());
    }
    let points = check.clone().to_chars(text);
    for (bytes, units) in spans(&check).iter().zip(spans(&points)) {
        assert_eq!(units.end, text[..bytes.end].chars().count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_at_all(text in any::<String>()) {
        sound(&text, Mode::Behavioral);
    }

    #[test]
    fn words_of_the_field_in_any_order(
        picks in prop::collection::vec(0..WORDS.len(), 5..80),
        situational in any::<bool>(),
    ) {
        let text = picks.iter().map(|pick| WORDS[*pick]).collect::<Vec<_>>().join(" ");
        sound(&text, if situational { Mode::Situational } else { Mode::Behavioral });
    }
}

const WORDS: &[&str] = &[
    "I",
    "we",
    "the",
    "team",
    "decided",
    "to",
    "cut",
    "scope",
    ".",
    ",",
    "because",
    "it",
    "was",
    "followed",
    "up",
    "with",
    "legal",
    "🚀",
    "é",
    "um",
    "you know",
    "from 900 ms to 300",
    "if",
    "would",
    "have",
    "not",
    "n't",
    "didn't",
    "who",
    "that",
    "a",
    "queue",
    "\n\n- ",
    "?",
    "and",
    "so",
    "down",
    "turned",
    "by",
    "asked",
    "them",
    "being",
    "been",
    "’",
    "\"",
    "מה",
    "instead of",
    "my",
    "role",
    "should",
    "'d",
];

#[test]
fn nothing_is_marked_in_what_is_not_english_or_too_short() {
    for (text, language) in [
        ("", Language::TooShort),
        ("   \n\n\t ", Language::TooShort),
        ("um yes", Language::TooShort),
        (
            "Ich habe entschieden, den Export zu streichen, weil ihn niemand benutzt hat.",
            Language::NotEnglish,
        ),
        (
            "Nous avons décidé de couper le périmètre parce que personne ne l'utilisait vraiment.",
            Language::NotEnglish,
        ),
        (
            "老城的早晨是从豆浆的香味开始的。 天还没有 完全亮, 巷口的小店 已经 冒出 白色 的 蒸汽",
            Language::NotEnglish,
        ),
        ("החלטתי לחתוך את הייצוא מההשקה כי אף אחד לא השתמש בו באמת", Language::NotEnglish),
    ] {
        let check = Checker::builtin().check(&Input::typed(text));
        assert_eq!(check.language, language, "{text}");
        assert!(check.findings.is_empty() && check.missing.is_empty() && check.fixes.is_empty(), "{text}");
    }
}

#[test]
fn monsters_are_answered() {
    for text in [
        "a".repeat(1 << 20),
        " ".repeat(1 << 20),
        "\n".repeat(1 << 20),
        "I ".repeat(1 << 17),
        "I cut it. ".repeat(1 << 12),
        "if ".repeat(1 << 14),
        "(".repeat(1 << 16),
        "\"".repeat(1 << 16),
    ] {
        let check = Checker::builtin().check(&Input::typed(&text));
        assert!(check.scores.overall <= 100);
    }
}

#[test]
fn markup_is_text() {
    let text = "<script>alert(1)</script> I followed up with legal every week.";
    let check = Checker::builtin().check(&Input::typed(text));
    assert_eq!(check.findings[0].span.of(text), "followed up with legal every week");
}

#[test]
fn an_ignored_finding_and_a_rule_switched_off_leave_findings_and_score() {
    let text =
        "I followed up with legal every week. I cut the export from the launch because nobody used it.";
    let input = Input::typed(text);
    let all = Checker::builtin().check(&input);
    let weak = all.findings.iter().find(|f| &*f.rule == "ownership/follow-up").expect("marked");
    let ignored = Checker::builtin().check_ignoring(&input, &[(weak.rule.to_string(), weak.span)]);
    assert!(ignored.findings.iter().all(|f| &*f.rule != "ownership/follow-up"));
    assert!(ignored.scores.overall > all.scores.overall);

    let off = BTreeSet::from(["ownership/follow-up".to_owned()]);
    let (checker, errors) = Checker::with_rules(&[], &off);
    assert!(errors.is_empty());
    assert_eq!(checker.check(&input).scores, ignored.scores);
    assert!(checker.rules().iter().any(|rule| &*rule.id == "ownership/follow-up" && !rule.enabled));
}
