//! Missing items with their carets, and the three things to fix first.

use std::sync::Arc;

use crate::check::{About, Coverage, Finding, Fix, Missing, Structure};
use crate::checker::Input;
use crate::kinds::{CoverageItem, Kind, StarPart};

use super::Tally;

/// The coverage items without words, each with the place where its words belong.
pub(crate) fn missing(
    input: &Input,
    coverage: &Coverage,
    structure: &Structure,
    tally: &Tally,
) -> Vec<Missing> {
    let end = input.text.trim_end().len();
    let after = |item: CoverageItem| coverage.get(item).first().map(|span| span.end);
    let last_action =
        structure.parts.iter().rev().find(|part| part.part == StarPart::Action).map(|part| part.span.end);
    let now = tally.overall();
    CoverageItem::ALL
        .into_iter()
        .filter(|item| coverage.get(*item).is_empty())
        .map(|item| {
            let place = match item {
                CoverageItem::Alternative => after(CoverageItem::Decision),
                CoverageItem::MeasuredOutcome => last_action,
                CoverageItem::RiskOrDependency => after(CoverageItem::System),
                CoverageItem::Decision => after(CoverageItem::OwnAction),
                CoverageItem::System | CoverageItem::OwnAction | CoverageItem::Learning => None,
            };
            Missing {
                item,
                at: place.unwrap_or(end),
                ask: item.ask(input.level).into(),
                gain: (tally.with(item) - now).max(0.0),
            }
        })
        .collect()
}

/// A possible fix: its gain, what it is about, kind and sentence of a finding, the question.
type Offer = (f32, About, Option<(Kind, usize)>, Arc<str>);

/// How many fixes are offered.
const FIXES: usize = 3;

/// The three largest gains, not two of one kind on one sentence.
pub(crate) fn fixes(
    text: &str,
    findings: &[Finding],
    sentence_of: &[usize],
    missing: &[Missing],
) -> Vec<Fix> {
    let mut offers: Vec<Offer> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| matches!(finding.kind, Kind::Weak | Kind::HiddenActor) && finding.points < 0.0)
        .map(|(index, finding)| {
            let key = Some((finding.kind, sentence_of.get(index).copied().unwrap_or(0)));
            (-finding.points, About::Finding(index), key, finding.ask.clone())
        })
        .chain(
            missing
                .iter()
                .enumerate()
                .map(|(index, item)| (item.gain, About::Missing(index), None, item.ask.clone())),
        )
        .collect();
    offers.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut fixes: Vec<Fix> = Vec::new();
    let mut taken: Vec<(Kind, usize)> = Vec::new();
    for (gain, about, key, ask) in offers {
        if fixes.len() == FIXES {
            break;
        }
        let note = |about: &About| match about {
            About::Finding(index) => Some(&*findings[*index].note),
            About::Missing(_) => None,
        };
        // Three fixes are three different things to do.
        let said = fixes
            .iter()
            .any(|fix| fix.ask == ask || note(&about).is_some() && note(&fix.about) == note(&about));
        if key.is_some_and(|key| taken.contains(&key)) || said {
            continue;
        }
        taken.extend(key);
        let quote = match about {
            About::Finding(index) => shorten(findings[index].span.of(text)),
            About::Missing(index) => tail(&text[..missing[index].at.min(text.len())]),
        };
        fixes.push(Fix { about, ask, quote, gain });
    }
    fixes
}

/// The first words of a mark.
fn shorten(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= 9 { all.join(" ") } else { format!("{}…", all[..9].join(" ")) }
}

/// The last words before a caret.
fn tail(before: &str) -> String {
    let mut words: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    words.reverse();
    words.join(" ")
}
