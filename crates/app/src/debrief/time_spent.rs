//! Where the time of a mock went, in sentences.

use super::{
    figures::well_over,
    held::{Fate, Held, HeldRound, HeldSlot},
    quote::{capitalised, listed, short_prompt},
};
use crate::{headline::number, reviewing::count};

/// A round this far from its budget is told, milliseconds.
const WORTH_TELLING_MS: u32 = 30_000;
/// An answer that used less than this share of its time, in percent, is a short one.
const SHORT_PERCENT: u64 = 40;

/// "1:31", or "1:02:05" from an hour on.
pub(crate) fn clock(ms: u32) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Where the time went; nothing when no question was asked.
pub(crate) fn where_time_went(held: &Held) -> Vec<String> {
    let asked: Vec<&HeldSlot> = held.slots.iter().filter(|slot| slot.asked()).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let parts = [
        longest(&asked),
        ran_over(&asked),
        rounds(held),
        at_limit(held),
        short_ones(&asked),
        not_answered(held),
        pauses(held),
    ];
    parts.into_iter().flatten().collect()
}

fn longest(asked: &[&HeldSlot]) -> Option<String> {
    let answered = asked.iter().filter(|slot| !matches!(slot.fate, Fate::Skipped));
    // Of equals the first one.
    let longest = answered.rev().max_by_key(|slot| slot.used_ms)?;
    let one = asked.len() == 1;
    let (prompt, used) = (short_prompt(&longest.prompt), clock(longest.used_ms));
    let meant = clock(longest.budget_ms);
    Some(match one {
        true => format!("{prompt} took {used}, with {meant} meant for it."),
        false => format!("{prompt} took longest: {used}, with {meant} meant for it."),
    })
}

fn ran_over(asked: &[&HeldSlot]) -> Option<String> {
    let over: Vec<u32> = asked.iter().filter(|slot| well_over(slot)).map(|slot| slot.over_ms()).collect();
    let sum: u32 = over.iter().fold(0, |sum, ms| sum.saturating_add(*ms));
    match (over.len(), asked.len()) {
        (0, _) | (1, 1) => None,
        (1, many) => Some(format!("One of {} questions ran over, by {}.", number(count(many)), clock(sum))),
        (2, 2) => Some(format!("Both questions ran over, by {} in all.", clock(sum))),
        (over, many) if over == many => {
            Some(format!("All {} questions ran over, by {} in all.", number(count(many)), clock(sum)))
        }
        (over, many) => Some(format!(
            "{} of {} questions ran over, by {} in all.",
            capitalised(&number(count(over))),
            number(count(many)),
            clock(sum)
        )),
    }
}

/// Rounds that ran over, and rounds that were done early though every question of theirs was answered.
fn rounds(held: &Held) -> Option<String> {
    let whole = |place: usize| {
        let mut of_round = held.slots.iter().filter(|slot| slot.round as usize == place);
        of_round.all(|slot| matches!(slot.fate, Fate::Given(_) | Fate::Deleted))
    };
    let over = |round: &HeldRound| round.used_ms.saturating_sub(round.budget_ms);
    let under = |round: &HeldRound| round.budget_ms.saturating_sub(round.used_ms);
    if let [only] = &held.rounds[..] {
        return match (over(only), under(only)) {
            (over, _) if over >= WORTH_TELLING_MS => Some(format!("The round went {} over.", clock(over))),
            (_, under) if under >= WORTH_TELLING_MS && whole(0) => {
                Some(format!("The round was done {} early.", clock(under)))
            }
            _ => None,
        };
    }
    let told = |rounds: Vec<(&HeldRound, u32)>| {
        let parts: Vec<String> =
            rounds.into_iter().map(|(round, ms)| format!("{} by {}", round.name, clock(ms))).collect();
        (!parts.is_empty()).then(|| listed(&parts))
    };
    let went_over = told(
        held.rounds
            .iter()
            .map(|round| (round, over(round)))
            .filter(|(_, ms)| *ms >= WORTH_TELLING_MS)
            .collect(),
    );
    let early = told(
        held.rounds
            .iter()
            .enumerate()
            .filter(|(place, _)| whole(*place))
            .map(|(_, round)| (round, under(round)))
            .filter(|(_, ms)| *ms >= WORTH_TELLING_MS)
            .collect(),
    );
    match (went_over, early) {
        (None, None)
            if (0..held.rounds.len()).all(whole) && !held.rounds.iter().any(|round| round.at_limit) =>
        {
            Some("Every round kept to its time.".to_owned())
        }
        (None, None) => None,
        (Some(over), None) => Some(format!("Over: {over}.")),
        (None, Some(early)) => Some(format!("Done early: {early}.")),
        (Some(over), Some(early)) => Some(format!("Over: {over}. Done early: {early}.")),
    }
}

fn at_limit(held: &Held) -> Option<String> {
    let ended: Vec<String> =
        held.rounds.iter().filter(|round| round.at_limit).map(|round| round.name.clone()).collect();
    let verb = if ended.len() == 1 { "was" } else { "were" };
    (!ended.is_empty()).then(|| format!("{} {verb} ended at the limit.", listed(&ended)))
}

fn short_ones(asked: &[&HeldSlot]) -> Option<String> {
    let short = asked.iter().filter(|slot| {
        matches!(slot.fate, Fate::Given(_) | Fate::Deleted)
            && u64::from(slot.used_ms) * 100 < u64::from(slot.budget_ms) * SHORT_PERCENT
    });
    match short.count() {
        0 => None,
        1 => Some(format!("One answer used less than {SHORT_PERCENT} % of its time.")),
        many => Some(format!(
            "{} answers used less than {SHORT_PERCENT} % of their time.",
            capitalised(&number(count(many)))
        )),
    }
}

fn not_answered(held: &Held) -> Option<String> {
    let those = |wanted: fn(&Fate) -> bool| held.slots.iter().filter(|slot| wanted(&slot.fate)).count();
    let (skipped, not_asked) =
        (those(|fate| matches!(fate, Fate::Skipped)), those(|fate| matches!(fate, Fate::NotAsked)));
    let questions = |many: usize| {
        let noun = if many == 1 { "question was" } else { "questions were" };
        format!("{} {noun}", capitalised(&number(count(many))))
    };
    match (skipped, not_asked) {
        (0, 0) => None,
        (skipped, 0) => Some(format!("{} skipped.", questions(skipped))),
        (0, left) => Some(format!("{} not asked.", questions(left))),
        (skipped, left) => {
            Some(format!("{} skipped, and {} not asked.", questions(skipped), number(count(left))))
        }
    }
}

fn pauses(held: &Held) -> Option<String> {
    let often = |many: u32| match many {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{} times", number(many)),
    };
    let still = clock(held.paused_ms);
    let paused = match held.pauses {
        0 => None,
        1 => Some(format!("Paused once, for {still}")),
        pauses => Some(format!("Paused {}, {still} in all", often(pauses))),
    };
    match (paused, held.left) {
        (None, 0) => None,
        (None, left) => Some(format!("The room was left {}.", often(left))),
        (Some(paused), 0) => Some(format!("{paused}.")),
        (Some(paused), left) => Some(format!("{paused}; the room was left {}.", often(left))),
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn times_are_written_as_on_every_screen() {
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(48_999), "0:48");
        assert_eq!(clock(91_000), "1:31");
        assert_eq!(clock(3_725_000), "1:02:05");
        assert_eq!(clock(u32::MAX), "1193:02:47");
    }
}
