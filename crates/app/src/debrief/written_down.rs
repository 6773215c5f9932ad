//! What an interviewer would write down of one answer: what it has, in the user's own words, and what it lacks.
//!
//! Every sentence stands on the check: a coverage item with its words or without any, weak marks, who acts, and how the
//! answer opens and ends. Nothing is written that could not be shown in the answer.

use phrasing::{Agent, Check, CoverageItem, Dimension, Kind, Language, Mode, Span};

use super::{
    held::Given,
    quote::{capitalised, marked, quoted},
};
use crate::{checking::ENOUGH_WORDS, headline::number, reviewing::count};

/// Sentences about one answer, at most.
const MOST: usize = 5;
/// Of them, so many about what it has, and so many about what it lacks.
const MOST_THERE: usize = 3;
const MOST_LACKING: usize = 2;
/// From so many claims of one kind on, it is worth a sentence who acted.
const OPEN_CLAIMS: usize = 2;
const SHARED_CLAIMS: usize = 4;

/// What matters most to an interviewer comes first, when there is more than fits.
const BY_WEIGHT: [CoverageItem; 5] = [
    CoverageItem::Decision,
    CoverageItem::MeasuredOutcome,
    CoverageItem::RiskOrDependency,
    CoverageItem::System,
    CoverageItem::Learning,
];

/// One to five sentences about an answer.
pub(crate) fn written_down(given: &Given) -> Vec<String> {
    let check = &given.check;
    let words = given.text.split_whitespace().count();
    match check.language {
        Language::NotEnglish => {
            return vec!["Not in English, so nothing in it could be judged.".to_owned()];
        }
        Language::TooShort => return vec![too_short(words)],
        Language::English => {}
    }
    let mut notes = Vec::new();
    let short = check.words < ENOUGH_WORDS;
    if short {
        notes.push(too_short(check.words));
    }
    notes.extend(there(&given.text, check));
    if short {
        notes.truncate(MOST);
        return notes;
    }
    notes.extend(activity(&given.text, check));
    for note in lacking(check).into_iter().chain(actors(check)).chain(ending(check, given.mode)) {
        if notes.len() < MOST {
            notes.push(note);
        }
    }
    notes
}

fn too_short(words: usize) -> String {
    match words {
        1 => "One word; too little to judge.".to_owned(),
        _ => format!("{} words; too little to judge.", capitalised(&number_of(words))),
    }
}

/// What it has, in the order of an answer.
fn there(text: &str, check: &Check) -> Vec<String> {
    let mut quoted_so_far: Vec<Span> = Vec::new();
    let mut notes: Vec<(usize, String)> = Vec::new();
    for item in BY_WEIGHT {
        if notes.len() == MOST_THERE {
            break;
        }
        // Words that are quoted once are not quoted again under another name.
        let fresh = |span: &&Span| {
            let sentence = sentence_of(check, **span);
            !quoted_so_far.iter().any(|quoted| quoted.overlaps(sentence))
        };
        let Some(&span) = check.coverage.get(item).iter().find(fresh) else { continue };
        quoted_so_far.push(sentence_of(check, span));
        notes.push((
            span.start,
            format!("{}: {}.", label(item, check, text, span), quoted(text, check, span)),
        ));
    }
    notes.sort_by_key(|(start, _)| *start);
    notes.into_iter().map(|(_, note)| note).collect()
}

fn label(item: CoverageItem, check: &Check, text: &str, span: Span) -> &'static str {
    let overlapping = |item| check.coverage.get(item).iter().any(|other| other.overlaps(span));
    match item {
        CoverageItem::Decision if overlapping(CoverageItem::Alternative) => {
            "Named a decision, with its grounds"
        }
        CoverageItem::Decision => "Named a decision",
        CoverageItem::Alternative => "Named what was rejected",
        CoverageItem::System => "Explained how the system behaves",
        CoverageItem::RiskOrDependency => "Saw a risk or a dependency early",
        CoverageItem::MeasuredOutcome if moved(check, span) => "A number with its baseline",
        CoverageItem::MeasuredOutcome if has_figure(sentence_of(check, span).of(text)) => {
            "A number, and what it measures"
        }
        CoverageItem::MeasuredOutcome => "Named what changed",
        CoverageItem::OwnAction => "Named an own action",
        CoverageItem::Learning => "Named what was learned",
    }
}

/// Whether the words say from what to what.
fn moved(check: &Check, span: Span) -> bool {
    let from_to =
        |finding: &phrasing::Finding| &*finding.rule == "impact/from-to" && finding.span.overlaps(span);
    check.findings.iter().any(from_to)
}

fn has_figure(words: &str) -> bool {
    words.chars().any(char::is_numeric)
}

fn sentence_of(check: &Check, span: Span) -> Span {
    let sentence = check.sentences.iter().find(|sentence| sentence.span.contains(span));
    sentence.map_or(span, |sentence| sentence.span)
}

/// Weak marks, in their own words, when they outweigh the strong ones.
fn activity(text: &str, check: &Check) -> Option<String> {
    let strong = check.findings.iter().filter(|finding| finding.kind == Kind::Strong).count();
    // A kept date is no activity.
    let weak: Vec<Span> = check
        .findings
        .iter()
        .filter(|finding| finding.kind == Kind::Weak && finding.dimension != Dimension::Impact)
        .map(|finding| finding.span)
        .collect();
    match &weak[..] {
        // The first and the last say how the whole was told.
        [first, .., last] if weak.len() > strong => {
            let (first, last) = (marked(text, *first), marked(text, *last));
            Some(format!("Activity rather than decisions: {first} and {last}."))
        }
        _ => None,
    }
}

/// What it lacks, what would help most first.
fn lacking(check: &Check) -> Vec<String> {
    let no_decision = check.coverage.decision.is_empty();
    let mut missing: Vec<_> = check
        .missing
        .iter()
        // What was rejected is not asked of an answer that decided nothing.
        .filter(|missing| !(no_decision && missing.item == CoverageItem::Alternative))
        .collect();
    missing.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    missing.into_iter().take(MOST_LACKING).map(|missing| lack(missing.item).to_owned()).collect()
}

fn lack(item: CoverageItem) -> &'static str {
    match item {
        CoverageItem::Decision => "No decision named.",
        CoverageItem::Alternative => "No rejected alternative.",
        CoverageItem::System => "Nothing on how the system behaves.",
        CoverageItem::RiskOrDependency => "No early risk or dependency.",
        CoverageItem::MeasuredOutcome => "No number for what changed.",
        CoverageItem::OwnAction => "The speaker’s own part stayed open.",
        CoverageItem::Learning => "Nothing on what was learned.",
    }
}

/// Who acts, where it is not the speaker.
fn actors(check: &Check) -> Option<String> {
    let agency = &check.agency;
    if agency.none >= OPEN_CLAIMS {
        return Some(format!("Who acted stayed open in {} places.", number_of(agency.none)));
    }
    (agency.count(Agent::Shared) >= SHARED_CLAIMS && agency.shared > agency.own).then(|| {
        let own = if agency.own == 0 { "none".to_owned() } else { number_of(agency.own) };
        format!("“We” acted in {} claims, “I” in {own}.", number_of(agency.shared))
    })
}

/// How it opens and ends. What one would do has no result to end with.
fn ending(check: &Check, mode: Mode) -> Option<String> {
    let structure = &check.structure;
    if mode == Mode::Situational || structure.parts.is_empty() {
        return None;
    }
    match (structure.opens_with_point, structure.ends_with_result) {
        (_, false) if !structure.result => Some("Ended without a result.".to_owned()),
        (false, _) => Some("Opened with the setting; the point came later.".to_owned()),
        _ => None,
    }
}

fn number_of(many: usize) -> String {
    number(count(many))
}
