//! What a mock comes to, in one or two sentences.
//!
//! The first sentence is what stood out, the second what was lacking. Both stand on the means of the dimensions and on
//! how many answers show a thing; where there is too little to stand on, they say so.

use phrasing::{CoverageItem, Dimension};

use super::{
    figures::{WORTH_REVIEW, dimension_means, mean, weak_per_100},
    held::{Fate, Held},
    quote::{capitalised, listed},
};
use crate::{headline::number, reviewing::count};

/// Scores from here on are senior (the line at 70 on every screen).
const SENIOR: u32 = review::READY_SCORE as u32;
/// Fewer scored answers than this say little about a person's answers in general.
const ENOUGH_ANSWERS: usize = 3;
/// A dimension below this showed next to nothing.
const SOMETHING: u32 = 30;
/// From so many weak marks per 100 words on, an answer is told as coordination.
const MUCH_COORDINATION: f64 = 2.0;

/// One or two plain sentences.
pub(crate) fn headline(held: &Held) -> String {
    let scored = held.scored().count();
    if scored == 0 {
        return nothing_scored(held);
    }
    let means = dimension_means(held);
    let strength = strength(&means);
    let weakness = weakness(held, &means);
    let planned = held.slots.len();
    if planned > scored && (scored < ENOUGH_ANSWERS || scored * 2 < planned) {
        let verb = if scored == 1 { "has" } else { "have" };
        let few = format!(
            "Only {} of {} questions {verb} an answer long enough to judge, so this says little.",
            number(count(scored)),
            number(count(planned)),
        );
        return format!("{few} {}", strength.or(weakness).unwrap_or_else(|| overall(held)));
    }
    match (strength, weakness) {
        (Some(strength), Some(weakness)) => format!("{strength} {weakness}"),
        (Some(strength), None) => match ranked(&means)[..] {
            [_, .., (dimension, mean)] if mean < SENIOR => {
                format!("{strength} Nothing was weak; the lowest is {}, at {mean}.", about(dimension))
            }
            [_, _, .., (_, mean)] => format!("{strength} No dimension is below {mean}."),
            _ => strength,
        },
        (None, Some(weakness)) => match ranked(&means)[..] {
            // Where nothing was found there is nothing that came close.
            [(dimension, mean), ..] if mean >= SOMETHING => {
                format!("Nothing is near senior; {} came closest, at {mean}. {weakness}", about(dimension))
            }
            _ => weakness,
        },
        (None, None) => overall(held),
    }
}

fn nothing_scored(held: &Held) -> String {
    let given = held.given().count();
    let fates = |wanted: fn(&Fate) -> bool| held.slots.iter().filter(|slot| wanted(&slot.fate)).count();
    let skipped = fates(|fate| matches!(fate, Fate::Skipped));
    let deleted = fates(|fate| matches!(fate, Fate::Deleted));
    if given > 0 {
        let foreign = held.given().any(|given| given.check.language == phrasing::Language::NotEnglish);
        return match (given, foreign) {
            (1, true) => "The one answer is not in English, so there is no score.".to_owned(),
            (1, false) => "The one answer is too short to score.".to_owned(),
            (_, true) => "The answers are too short to score, or not in English.".to_owned(),
            (_, false) => format!("{} answers, all too short to score.", capitalised(&number(count(given)))),
        };
    }
    match (deleted, skipped) {
        (1.., _) => "The answers have been deleted since; the times are what is left.".to_owned(),
        (0, 0) => "The mock ended before a question was answered.".to_owned(),
        (0, 1) => "One question was asked, and skipped.".to_owned(),
        (0, many) => format!("{} questions were asked, and all skipped.", capitalised(&number(count(many)))),
    }
}

fn overall(held: &Held) -> String {
    let score = mean(held.given().filter_map(|given| given.kept.score)).unwrap_or(0);
    format!("The answers come to {score}, and no dimension stands out.")
}

/// Dimensions with a mean, the highest first; of equals, in the order of every screen.
fn ranked(means: &[Option<u32>]) -> Vec<(Dimension, u32)> {
    let mut ranked: Vec<_> = Dimension::ALL
        .into_iter()
        .zip(means)
        .filter_map(|(dimension, mean)| Some((dimension, (*mean)?)))
        .collect();
    ranked.sort_by_key(|(_, mean)| std::cmp::Reverse(*mean));
    ranked
}

/// What reached senior, or at least came near; nothing when nothing did.
fn strength(means: &[Option<u32>]) -> Option<String> {
    let ranked = ranked(means);
    let names = |from: u32, below: u32, most: usize, name: fn(Dimension) -> &'static str| -> Vec<String> {
        let within = ranked.iter().filter(|(_, mean)| (from..below).contains(mean));
        within.take(most).map(|(dimension, _)| name(*dimension).to_owned()).collect()
    };
    let strong = names(SENIOR, u32::MAX, 2, about);
    let clear = names(WORTH_REVIEW, SENIOR, if strong.is_empty() { 2 } else { 1 }, about);
    match (strong.len(), clear.len()) {
        (0, 0) => None,
        (0, _) => Some(format!("Clear about {}, and not yet senior.", listed(&clear))),
        (1, 1) => Some(format!("Strong on {} and clear about {}.", listed(&strong), listed(&clear))),
        _ => Some(format!("Strong on {}.", listed(&strong))),
    }
}

fn about(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Ownership => "ownership",
        Dimension::Systems => "systems",
        Dimension::Decisions => "decisions",
        Dimension::Foresight => "risk",
        Dimension::Direction => "direction",
        Dimension::Impact => "outcomes",
        Dimension::Influence => "influence",
    }
}

/// What the weakest dimension lacks, when it is weak.
fn weakness(held: &Held, means: &[Option<u32>]) -> Option<String> {
    let (dimension, mean) = weakest(held, means)?;
    let answers = held.given().count();
    let lowest = || format!("The lowest is {}, at {mean}.", about(dimension));
    // "in two of twelve answers", where it is in fewer than half of them.
    let told_in = |what: &str, item| match held.showing(item) {
        many if many * 2 < answers => {
            format!("{what} in {} of {} answers.", number(count(many)), number(count(answers)))
        }
        _ => lowest(),
    };
    let named = |item| held.showing(item) > 0;
    Some(match dimension {
        Dimension::Decisions if held.showing(CoverageItem::Decision) * 2 < answers => {
            "When a choice was needed, the answer named the plan and not the choice.".to_owned()
        }
        Dimension::Decisions if !named(CoverageItem::Alternative) => {
            "Decisions were named, and never what was rejected for them.".to_owned()
        }
        Dimension::Decisions => lowest(),
        Dimension::Systems if named(CoverageItem::System) => {
            told_in("How the system behaves was told", CoverageItem::System)
        }
        Dimension::Systems => "The work was told in tasks; how the system behaves stayed open.".to_owned(),
        Dimension::Foresight if named(CoverageItem::RiskOrDependency) => {
            told_in("A risk was named early", CoverageItem::RiskOrDependency)
        }
        Dimension::Foresight => "No answer named a risk before it happened.".to_owned(),
        Dimension::Impact if named(CoverageItem::MeasuredOutcome) => {
            told_in("What changed was named", CoverageItem::MeasuredOutcome)
        }
        Dimension::Impact => "What was delivered is named, and never what it changed.".to_owned(),
        Dimension::Ownership if decides(means) => {
            "Beside what was decided, much of what was told is coordination.".to_owned()
        }
        Dimension::Ownership if coordinates(held) => {
            "Much of what was told is coordination; what was owned stayed open.".to_owned()
        }
        Dimension::Ownership => "What was owned stayed open.".to_owned(),
        Dimension::Direction => "Where it should go was taken as given.".to_owned(),
        Dimension::Influence => "How others were won over stayed open.".to_owned(),
    })
}

/// Whether decisions are senior. Somebody who decides, owns.
fn decides(means: &[Option<u32>]) -> bool {
    ranked(means).iter().any(|(dimension, mean)| *dimension == Dimension::Decisions && *mean >= SENIOR)
}

/// Whether the answers are told as coordination.
fn coordinates(held: &Held) -> bool {
    weak_per_100(held).is_some_and(|weak| weak >= MUCH_COORDINATION)
}

/// The weakest dimension below the threshold. Several can have the same figure, that of an answer in which nothing was
/// found, and a point or two of a mean is no difference; then it is the one that an interviewer would miss most.
fn weakest(held: &Held, means: &[Option<u32>]) -> Option<(Dimension, u32)> {
    const MISSED_MOST: [Dimension; 7] = [
        Dimension::Decisions,
        Dimension::Ownership,
        Dimension::Systems,
        Dimension::Impact,
        Dimension::Foresight,
        Dimension::Influence,
        Dimension::Direction,
    ];
    let mut ranked = ranked(means);
    // That it was not said in so many words is no weakness of somebody who decides.
    let open = !decides(means) || coordinates(held);
    ranked.retain(|(dimension, _)| *dimension != Dimension::Ownership || open);
    let (_, least) = ranked.last().filter(|(_, mean)| *mean < WORTH_REVIEW)?;
    MISSED_MOST
        .into_iter()
        .find_map(|wanted| ranked.iter().find(|(one, mean)| *one == wanted && *mean <= least + 2).copied())
}
