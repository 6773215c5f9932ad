//! From a check whose offsets are UTF-16 units to what the window draws.

use std::ops::Range;

use phrasing::{About, Agent, Check, CoverageItem, Finding, Fix, Kind, Language, StarPart};

use crate::{
    checking::ENOUGH_WORDS,
    view::{
        Actor, AgencyView, CoverageView, Dimension, FixView, Mark, MarkKind, MissingView, PartView, Readable,
        Scores, StoryPart, StructureView,
    },
};

/// A text that can be cut at UTF-16 offsets.
pub(crate) struct Utf16(Vec<u16>);

impl Utf16 {
    pub(crate) fn of(text: &str) -> Self {
        Utf16(text.encode_utf16().collect())
    }

    fn cut(&self, range: Range<usize>) -> String {
        String::from_utf16_lossy(self.0.get(range).unwrap_or_default())
    }
}

/// Texts are at most two million bytes, so their offsets fit.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "points are between -100 and 100")]
fn points(points: f32) -> i32 {
    points.round() as i32
}

pub(crate) fn readable(language: Language, words: usize) -> Readable {
    match language {
        Language::NotEnglish => Readable::NotEnglish,
        Language::TooShort => Readable::TooShort,
        Language::English if words < ENOUGH_WORDS => Readable::Short,
        Language::English => Readable::Scored,
    }
}

pub(crate) fn dimension(dimension: phrasing::Dimension) -> Dimension {
    match dimension {
        phrasing::Dimension::Ownership => Dimension::Ownership,
        phrasing::Dimension::Systems => Dimension::Systems,
        phrasing::Dimension::Decisions => Dimension::Decisions,
        phrasing::Dimension::Foresight => Dimension::Foresight,
        phrasing::Dimension::Direction => Dimension::Direction,
        phrasing::Dimension::Impact => Dimension::Impact,
        phrasing::Dimension::Influence => Dimension::Influence,
    }
}

pub(crate) fn kind(kind: Kind) -> MarkKind {
    match kind {
        Kind::Strong => MarkKind::Strong,
        Kind::Weak => MarkKind::Weak,
        Kind::HiddenActor => MarkKind::HiddenActor,
        Kind::Hedge => MarkKind::Hedge,
        Kind::Filler => MarkKind::Filler,
    }
}

fn actor(agent: Agent) -> Actor {
    match agent {
        Agent::Own => Actor::Own,
        Agent::Shared => Actor::Shared,
        Agent::Other => Actor::Other,
        Agent::None => Actor::Nobody,
    }
}

pub(crate) fn marks(findings: &[Finding], fixes: &[Fix], text: &Utf16) -> Vec<Mark> {
    findings
        .iter()
        .enumerate()
        .map(|(index, finding)| Mark {
            start: count(finding.span.start),
            end: count(finding.span.end),
            text: text.cut(finding.span.start..finding.span.end),
            kind: kind(finding.kind),
            rule: finding.rule.to_string(),
            dimension: dimension(finding.dimension),
            actor: actor(finding.agent),
            points: points(finding.points),
            note: finding.note.to_string(),
            why: finding.why.to_string(),
            ask: finding.ask.to_string(),
            say: finding.say.as_deref().map(str::to_owned),
            fix: fix_number(fixes, About::Finding(index)),
        })
        .collect()
}

fn fix_number(fixes: &[Fix], about: About) -> Option<u32> {
    fixes.iter().position(|fix| fix.about == about).map(|place| count(place + 1))
}

pub(crate) fn missing(check: &Check) -> Vec<MissingView> {
    check
        .missing
        .iter()
        .enumerate()
        .map(|(index, missing)| MissingView {
            item: missing.item.as_str().to_owned(),
            at: count(missing.at),
            ask: missing.ask.to_string(),
            gain: points(missing.gain),
            fix: fix_number(&check.fixes, About::Missing(index)),
        })
        .collect()
}

pub(crate) fn fixes(check: &Check) -> Vec<FixView> {
    check
        .fixes
        .iter()
        .map(|fix| FixView {
            ask: fix.ask.to_string(),
            quote: fix.quote.clone(),
            gain: points(fix.gain),
            mark: if let About::Finding(index) = fix.about { Some(count(index)) } else { None },
            missing: if let About::Missing(index) = fix.about { Some(count(index)) } else { None },
        })
        .collect()
}

/// None when the text is too short to be scored, or not English.
///
/// A dimension that the question probes has a figure even when nothing was found: then it is that of feature level.
pub(crate) fn scores(check: &Check, probed: &[Dimension]) -> Option<Scores> {
    if readable(check.language, check.words) != Readable::Scored {
        return None;
    }
    let of = |asked: phrasing::Dimension| {
        (*check.probed.of(asked) || probed.contains(&dimension(asked)))
            .then(|| u32::from(check.scores.get(asked)))
    };
    Some(Scores {
        overall: u32::from(check.scores.overall),
        ownership: of(phrasing::Dimension::Ownership),
        systems: of(phrasing::Dimension::Systems),
        decisions: of(phrasing::Dimension::Decisions),
        foresight: of(phrasing::Dimension::Foresight),
        direction: of(phrasing::Dimension::Direction),
        impact: of(phrasing::Dimension::Impact),
        influence: of(phrasing::Dimension::Influence),
    })
}

pub(crate) fn agency(check: &Check) -> AgencyView {
    AgencyView {
        own: count(check.agency.own),
        shared: count(check.agency.shared),
        other: count(check.agency.other),
        nobody: count(check.agency.none),
    }
}

fn part(part: StarPart) -> StoryPart {
    match part {
        StarPart::Situation => StoryPart::Situation,
        StarPart::Task => StoryPart::Task,
        StarPart::Action => StoryPart::Action,
        StarPart::Result => StoryPart::Result,
    }
}

pub(crate) fn structure(check: &Check) -> StructureView {
    let structure = &check.structure;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares are between 0 and 1")]
    let parts: Vec<PartView> = structure
        .parts
        .iter()
        .map(|stretch| PartView {
            part: part(stretch.part),
            start: count(stretch.span.start),
            end: count(stretch.span.end),
            percent: (stretch.share * 100.0).round() as u32,
        })
        .collect();
    let there = [
        (StoryPart::Situation, structure.situation),
        (StoryPart::Task, structure.task),
        (StoryPart::Action, structure.action),
        (StoryPart::Result, structure.result),
    ];
    let line = match (parts.is_empty(), structure.opens_with_point, structure.ends_with_result) {
        (true, ..) => "",
        (_, true, true) => "Opens with the point, ends with the result.",
        (_, true, false) => "Opens with the point. The result does not come last.",
        (_, false, true) => "Opens with the setting, not the point.",
        (_, false, false) => "Opens with the setting and ends without a result.",
    };
    StructureView {
        parts,
        absent: there.into_iter().filter(|(_, there)| !there).map(|(part, _)| part).collect(),
        in_order: structure.in_order,
        line: line.to_owned(),
    }
}

/// What an interviewer for that level writes down, with the question for what is missing.
pub(crate) fn coverage(check: &Check, level: phrasing::Level) -> Vec<CoverageView> {
    CoverageItem::ALL
        .into_iter()
        .map(|item| CoverageView {
            item: item.as_str().to_owned(),
            label: item.label().to_owned(),
            ask: item.ask(level).to_owned(),
            spans: check.coverage.get(item).iter().map(|span| (count(span.start), count(span.end))).collect(),
        })
        .collect()
}
