//! The days until an interview, gone through with the real planner on outcomes that are as likely as the model says.

use jiff::Span;
use jiff::civil::Date;

use super::odds::{drawn, grade_odds};
use super::{Candidate, DayLimits, READY_RECALL, towards};
use crate::{Card, Grade, Scheduler};

/// Larger sets are rehearsed by a sample of this size, with its part of the minutes.
const SAMPLE: usize = 240;

/// How many plans are made for one figure; the mean over more runs says little more.
const PLANS: usize = 84;

/// The days until `interview`, ready to be gone through.
pub struct Rehearsal<'s, 'a> {
    scheduler: &'s Scheduler,
    /// The set or a sample of it; the heaviest first. The key is the place in the sample.
    sample: Vec<Candidate<'a, usize>>,
    /// How many answers of the set each of the sample stands for.
    each: f32,
    today: Date,
    days: u32,
    runs: usize,
}

impl<'s, 'a> Rehearsal<'s, 'a> {
    /// For a `set` in the order of importance.
    pub fn new<K>(scheduler: &'s Scheduler, set: &[Candidate<'a, K>], today: Date, interview: Date) -> Self {
        let size = set.len().min(SAMPLE);
        // Evenly over the whole order, so that every weight has its share.
        let sample: Vec<_> = (0..size)
            .map(|place| {
                let Candidate { key: _, competency, weight, stories, minutes, card } =
                    set[place * set.len() / size];
                Candidate { key: place, competency, weight, stories, minutes, card }
            })
            .collect();
        let days = u32::try_from((interview - today).get_days()).unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "thousands at most")]
        let each = if size == 0 { 1.0 } else { set.len() as f32 / size as f32 };
        let runs = (PLANS / days.max(1) as usize).clamp(1, 8);
        Self { scheduler, sample, each, today, days, runs }
    }

    /// How many answers of the sample's first `size` are to be expected below [`READY_RECALL`] on the day, in answers of
    /// the whole set.
    pub fn below(&self, size: usize, limits: &DayLimits) -> f32 {
        let below: usize = (0..self.runs).map(|run| self.below_in(run, size, limits)).sum();
        #[expect(clippy::cast_precision_loss, reason = "thousands at most")]
        let mean = below as f32 / self.runs as f32;
        mean * self.each
    }

    /// How many of the sample there are.
    pub fn size(&self) -> usize {
        self.sample.len()
    }

    /// How many answers of the whole set `places` of the sample stand for.
    pub fn answers(&self, places: usize) -> u32 {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "thousands at most"
        )]
        let answers = (places as f32 * self.each).round() as u32;
        answers
    }

    fn below_in(&self, run: usize, size: usize, limits: &DayLimits) -> usize {
        let set = &self.sample[..size];
        let mut cards: Vec<Option<Card>> = set.iter().map(|candidate| candidate.card.copied()).collect();
        let mut performances = vec![0_u64; size];
        let mut new_owed = 0.0;
        let interview = self.today.saturating_add(Span::new().days(self.days));
        for ahead in 0..self.days {
            let day = self.today.saturating_add(Span::new().days(ahead));
            let (minutes, new) = match ahead {
                0 => (limits.minutes, limits.new_left),
                _ => (limits.minutes_a_day, limits.new_a_day),
            };
            let mut minutes = minutes / self.each;
            #[expect(clippy::cast_precision_loss, reason = "a few a day")]
            let new_today = new as f32 / self.each;
            new_owed += new_today;
            // A second plan has what did not come in the first, if there is time, and a third may have it once more.
            let mut plans = 0;
            let mut open = true;
            while open && minutes > 0.0 && plans < 3 {
                plans += 1;
                open = false;
                let candidates: Vec<_> = set
                    .iter()
                    .zip(&cards)
                    .map(|(candidate, card)| Candidate { card: card.as_ref(), ..*candidate })
                    .collect();
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few a day")]
                let left = DayLimits { minutes, new_left: new_owed as u32, ..*limits };
                let asked = towards::plan(self.scheduler, &candidates, day, interview, &left).asked;
                for planned in asked {
                    minutes -= planned.minutes;
                    new_owed -= f32::from(u8::from(planned.is_new));
                    let card = cards[planned.key].unwrap_or(Card::new(day));
                    let odds = grade_odds(self.scheduler.retrievability(&card, day));
                    let draw = draw(run as u64, planned.key as u64, performances[planned.key]);
                    performances[planned.key] += 1;
                    let grade = drawn(odds, draw);
                    open |= grade == Grade::Again;
                    cards[planned.key] = Some(self.scheduler.grade(&card, grade, day).card);
                }
            }
            // New ones that were allowed and not wanted do not add up.
            new_owed = new_owed.fract().max(0.0);
        }
        let recall = |card: &Option<Card>| {
            card.as_ref().and_then(|card| self.scheduler.retrievability(card, interview)).unwrap_or(0.0)
        };
        cards.iter().filter(|card| recall(card) < READY_RECALL).count()
    }
}

/// A number from 0 to 1 for the performance of an answer in a run: scattered like chance, and the same each time, so
/// that more minutes meet the same luck as fewer. The mixing is that of SplitMix64.
fn draw(run: u64, answer: u64, performance: u64) -> f32 {
    let mut mixed = run
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .wrapping_add(answer.wrapping_mul(0xD1B5_4A32_D192_ED03))
        .wrapping_add(performance.wrapping_mul(0x8CB9_2BA7_2F3D_8DD7))
        .wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    // The upper 24 bits are what an f32 holds.
    #[expect(clippy::cast_precision_loss, reason = "24 bits")]
    let draw = (mixed >> 40) as f32 / (1_u64 << 24) as f32;
    draw
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_spread_evenly() {
        let mut tenths = [0; 10];
        for run in 0..10 {
            for answer in 0..100 {
                for performance in 0..10 {
                    tenths[(draw(run, answer, performance) * 10.0) as usize] += 1;
                }
            }
        }
        assert!(tenths.iter().all(|count| (900..1100).contains(count)), "{tenths:?}");
    }
}
