//! What the figures say, in one or two sentences, or what they still lack for one.

use store::Figures;

use super::points::per_hundred_words;
use crate::{
    headline::number,
    questions::capitalised,
    view::{Dimension, DimensionTrend, Period, ProgressRange},
};

/// Either end of a comparison has at least so many answers: one alone says more about its question.
const ENOUGH_TAKES: u32 = 3;
/// And so many words. Answers begin with about three coordination findings per 100 words, so that 300 words have
/// nine; by chance alone those are then six to twelve, and half as many or twice as many is more than chance.
const ENOUGH_WORDS: u32 = 300;
/// A smaller change is none: the check itself moves by as much when things are put differently.
const LEAST_CHANGE: f64 = 0.2;

/// Coordination at one end of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    /// Coordination findings.
    pub(super) weak: u32,
    /// Words they were found in; above 0.
    pub(super) words: u32,
}

/// The lowest dimension, and whether it was so before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lowest {
    /// Which.
    pub(super) dimension: Dimension,
    /// It was the lowest at the beginning too; none when it has no beginning to tell from.
    pub(super) before: Option<bool>,
}

/// What there is to say of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Compared {
    pub(super) first: Counted,
    pub(super) last: Counted,
    pub(super) lowest: Option<Lowest>,
}

/// The first and the last stretch of a range that have enough in them: weeks or months that are over; of days, which
/// hold an answer or two each, the first seven and the last seven. None when there are no two.
pub(super) fn ends(figures: &[Figures], length: Period) -> Option<(Counted, Counted)> {
    let stretches: Vec<Stretch> = match length {
        Period::Day => figures.chunks(7).map(Stretch::of).collect(),
        Period::Week | Period::Month => {
            let over = figures.split_last().map_or(figures, |(_, over)| over);
            over.chunks(1).map(Stretch::of).collect()
        }
    };
    let mut enough = stretches.into_iter().filter(Stretch::is_enough).map(|stretch| stretch.counted);
    Some((enough.next()?, enough.next_back()?))
}

struct Stretch {
    takes: u32,
    counted: Counted,
}

impl Stretch {
    fn of(figures: &[Figures]) -> Self {
        let sum = |of: fn(&Figures) -> u32| figures.iter().map(of).sum();
        Stretch {
            takes: sum(|figures| figures.takes),
            counted: Counted { weak: sum(|figures| figures.weak), words: sum(|figures| figures.words) },
        }
    }

    fn is_enough(&self) -> bool {
        self.takes >= ENOUGH_TAKES && self.counted.words >= ENOUGH_WORDS
    }
}

/// The lowest dimension of trends; none when there is nothing to be lower than.
pub(super) fn lowest(trends: &[DimensionTrend]) -> Option<Lowest> {
    let scored = || trends.iter().filter(|trend| trend.last.is_some());
    let lowest = scored().find(|trend| trend.lowest)?;
    if scored().count() < 2 {
        return None;
    }
    let has_moved = lowest.scores.iter().flatten().count() > 1;
    let lowest_before = scored().filter_map(|trend| trend.first).min();
    Some(Lowest { dimension: lowest.dimension, before: has_moved.then(|| lowest.first == lowest_before) })
}

/// "Coordination is down by half. Decisions are still the lowest."
pub(super) fn headline(compared: &Compared) -> String {
    let coordination = coordination(compared.first, compared.last);
    match compared.lowest {
        Some(lowest) => format!("{coordination} {}", lowest_in_words(lowest)),
        None => coordination,
    }
}

fn coordination(first: Counted, last: Counted) -> String {
    let rate = |counted: Counted| f64::from(counted.weak) / f64::from(counted.words);
    let (before, now) = (rate(first), rate(last));
    let shown = |counted: Counted| {
        format!("{:.1}", per_hundred_words(counted.weak, counted.words).unwrap_or_default())
    };
    let change = (now - before).abs();
    if change < LEAST_CHANGE * before || change < by_chance(first, last) {
        return format!("Coordination holds at {}.", shown(last));
    }
    match (now / before, last.weak) {
        (_, 0) => format!("Coordination is down to none, from {}.", shown(first)),
        (..0.2, _) | (2.5.., _) => {
            let way = if now < before { "down" } else { "up" };
            format!("Coordination is {way} to {}, from {}.", shown(last), shown(first))
        }
        (ratio, _) => format!("Coordination {}.", change_in_words(ratio)),
    }
}

/// How far two rates of so rare events differ by chance: the standard error of their difference. One more than was
/// found, so that a single finding is not taken for a change either.
fn by_chance(first: Counted, last: Counted) -> f64 {
    let variance = |counted: Counted| f64::from(counted.weak + 1) / f64::from(counted.words).powi(2);
    (variance(first) + variance(last)).sqrt()
}

/// The nearest fraction that people say, of a ratio from 0.2 to 2.5.
fn change_in_words(ratio: f64) -> &'static str {
    match ratio {
        ..0.29 => "is down by three quarters",
        ..0.42 => "is down by two thirds",
        ..0.59 => "is down by half",
        ..0.71 => "is down by a third",
        ..1.0 => "is down by a quarter",
        ..1.29 => "is up by a quarter",
        ..1.42 => "is up by a third",
        ..1.75 => "is up by half",
        _ => "has doubled",
    }
}

fn lowest_in_words(lowest: Lowest) -> String {
    let who = match lowest.dimension {
        Dimension::Ownership => "Ownership is",
        Dimension::Systems => "Systems are",
        Dimension::Decisions => "Decisions are",
        Dimension::Foresight => "Foresight is",
        Dimension::Direction => "Direction is",
        Dimension::Impact => "Impact is",
        Dimension::Influence => "Influence is",
    };
    let since = match lowest.before {
        Some(true) => " still",
        Some(false) => " now",
        None => "",
    };
    format!("{who}{since} the lowest.")
}

/// What a range lacks for a headline, when it has so many finished takes.
pub(super) fn too_few(takes: u32, range: ProgressRange, length: Period) -> String {
    let answers = capitalised(&number(takes));
    let noun = if takes == 1 { "answer" } else { "answers" };
    let when = match range {
        ProgressRange::TwoWeeks => "in these two weeks",
        ProgressRange::SixWeeks => "in these six weeks",
        ProgressRange::All => "so far",
    };
    let each = number(ENOUGH_TAKES);
    let needed = number(2 * ENOUGH_TAKES);
    let lengths = if length == Period::Month { "months" } else { "weeks" };
    let wanted = match (takes < 2 * ENOUGH_TAKES, length) {
        (true, _) => {
            format!("From {needed} on, in two {lengths} of practice, there is something to compare.")
        }
        (false, Period::Day) => {
            format!(
                "Once each of the two weeks has {each}, of {ENOUGH_WORDS} words together, they can be compared."
            )
        }
        (false, _) => format!(
            "Once two full {lengths} have {each} each, of {ENOUGH_WORDS} words together, they can be compared."
        ),
    };
    format!("{answers} {noun} {when}. {wanted}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(weak: u32, words: u32) -> Counted {
        Counted { weak, words }
    }

    #[test]
    fn coordination_is_said_in_one_sentence() {
        #[track_caller]
        fn check(first: (u32, u32), last: (u32, u32), expected: &str) {
            let (first, last) = (counted(first.0, first.1), counted(last.0, last.1));
            assert_eq!(headline(&Compared { first, last, lowest: None }), expected);
        }
        check((51, 1000), (24, 1000), "Coordination is down by half.");
        check((51, 1000), (38, 1000), "Coordination is down by a quarter.");
        check((51, 1000), (34, 1000), "Coordination is down by a third.");
        check((51, 1000), (17, 1000), "Coordination is down by two thirds.");
        check((51, 1000), (13, 1000), "Coordination is down by three quarters.");
        check((51, 1000), (6, 1000), "Coordination is down to 0.6, from 5.1.");
        check((51, 1000), (0, 300), "Coordination is down to none, from 5.1.");
        check((24, 1000), (23, 1000), "Coordination holds at 2.3.");
        check((24, 1000), (28, 1000), "Coordination holds at 2.8.");
        check((40, 1000), (50, 1000), "Coordination is up by a quarter.");
        check((30, 1000), (40, 1000), "Coordination is up by a third.");
        check((20, 1000), (30, 1000), "Coordination is up by half.");
        check((10, 1000), (21, 1000), "Coordination has doubled.");
        check((10, 1000), (42, 1000), "Coordination is up to 4.2, from 1.0.");
        check((0, 1000), (8, 1000), "Coordination is up to 0.8, from 0.0.");
        check((0, 400), (0, 300), "Coordination holds at 0.0.");
        // The length of the stretches does not matter.
        check((51, 1000), (240, 10_000), "Coordination is down by half.");
        // A third less of so few is chance.
        check((6, 300), (4, 300), "Coordination holds at 1.3.");
        check((1, 300), (0, 300), "Coordination holds at 0.0.");
    }

    #[test]
    fn every_change_has_words() {
        let first = counted(1000, 10_000);
        // On the edges themselves rounding decides.
        for weak in (0..5000).filter(|weak| ![800, 1200, 1750, 2500].contains(weak)) {
            let said = headline(&Compared { first, last: counted(weak, 10_000), lowest: None });
            let way = match weak {
                0..800 => "down",
                800..1200 => "holds",
                1200..1750 => "up",
                1750..2500 => "doubled",
                _ => "up to",
            };
            assert!(said.contains(way), "{weak}: {said}");
        }
    }

    #[test]
    fn the_lowest_dimension_is_the_second_sentence() {
        #[track_caller]
        fn check(dimension: Dimension, before: Option<bool>, expected: &str) {
            let compared = Compared {
                first: counted(51, 1000),
                last: counted(24, 1000),
                lowest: Some(Lowest { dimension, before }),
            };
            assert_eq!(headline(&compared), format!("Coordination is down by half. {expected}"));
        }
        check(Dimension::Decisions, Some(true), "Decisions are still the lowest.");
        check(Dimension::Decisions, Some(false), "Decisions are now the lowest.");
        check(Dimension::Systems, None, "Systems are the lowest.");
        check(Dimension::Impact, Some(true), "Impact is still the lowest.");
    }

    fn trend(dimension: Dimension, scores: &[Option<f32>], lowest: bool) -> DimensionTrend {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "scores")]
        let whole = |score: &f32| *score as u32;
        DimensionTrend {
            dimension,
            scores: scores.to_vec(),
            first: scores.iter().flatten().next().map(whole),
            last: scores.iter().flatten().next_back().map(whole),
            lowest,
        }
    }

    #[test]
    fn whether_it_was_the_lowest_before_is_seen_from_the_first_scores() {
        let decisions = |scores: &[Option<f32>]| trend(Dimension::Decisions, scores, true);
        let impact = |scores: &[Option<f32>]| trend(Dimension::Impact, scores, false);
        let check = |trends: &[DimensionTrend], expected: Option<Option<bool>>| {
            assert_eq!(lowest(trends).map(|lowest| lowest.before), expected);
        };
        check(&[decisions(&[Some(26.0), Some(41.0)]), impact(&[Some(35.0), Some(55.0)])], Some(Some(true)));
        check(&[decisions(&[Some(36.0), Some(41.0)]), impact(&[Some(35.0), Some(55.0)])], Some(Some(false)));
        check(&[decisions(&[None, Some(41.0)]), impact(&[Some(35.0), Some(55.0)])], Some(None));
        check(&[decisions(&[Some(26.0), Some(41.0)])], None);
        check(&[], None);
    }

    #[test]
    fn the_ends_are_the_first_and_the_last_with_enough() {
        let period = |takes, words, weak| Figures { takes, words, weak, ..Figures::default() };
        let check = |figures: &[Figures], length, expected: Option<(u32, u32)>| {
            let found = ends(figures, length).map(|(first, last)| (first.weak, last.weak));
            assert_eq!(found, expected);
        };
        let (few, short) = (period(2, 900, 1), period(9, 299, 2));
        let (a, b, now) = (period(3, 300, 3), period(4, 500, 4), period(9, 999, 9));
        let none = Figures::default();
        let weeks = [few.clone(), a.clone(), short, none.clone(), b.clone(), none.clone(), now.clone()];
        check(&weeks, Period::Week, Some((3, 4)));
        check(&weeks[..5], Period::Month, None);
        check(&[a.clone(), now.clone()], Period::Week, None);
        check(&[], Period::Week, None);
        // Days come together to weeks, and today counts.
        let mut days = vec![none; 14];
        (days[2], days[6], days[7], days[13]) = (few.clone(), period(1, 200, 5), few, period(1, 10, 7));
        check(&days, Period::Day, Some((6, 8)));
        days[6] = Figures::default();
        check(&days, Period::Day, None);
    }

    #[test]
    fn what_is_missing_is_said() {
        use ProgressRange::{All, SixWeeks, TwoWeeks};
        let check =
            |takes, range, length, expected: &str| assert_eq!(too_few(takes, range, length), expected);
        check(
            3,
            All,
            Period::Week,
            "Three answers so far. From six on, in two weeks of practice, there is something to compare.",
        );
        check(
            1,
            SixWeeks,
            Period::Week,
            "One answer in these six weeks. From six on, in two weeks of practice, there is something to compare.",
        );
        check(
            0,
            All,
            Period::Month,
            "No answers so far. From six on, in two months of practice, there is something to compare.",
        );
        check(
            9,
            TwoWeeks,
            Period::Day,
            "Nine answers in these two weeks. Once each of the two weeks has three, of 300 words together, they can \
             be compared.",
        );
        check(
            20,
            SixWeeks,
            Period::Week,
            "20 answers in these six weeks. Once two full weeks have three each, of 300 words together, they can be \
             compared.",
        );
    }
}
