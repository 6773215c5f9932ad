//! What is known of how well one answer is remembered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// After this many lapses the answer itself is the trouble: "rewrite this answer". It is never hidden.
pub const LAPSES_BEFORE_REWRITE: u32 = 3;

/// The state of one memory in FSRS.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days until the chance of remembering has fallen to 90 %. 0.001 to 36,500.
    pub stability: f32,
    /// How hard it is to make the memory last, 1 to 10.
    pub difficulty: f32,
}

impl Memory {
    /// Whether the numbers can be computed with. A damaged row is better forgotten and rebuilt from the log.
    pub(crate) const fn is_sound(self) -> bool {
        self.stability.is_finite() && self.stability > 0.0 && self.difficulty.is_finite()
    }
}

/// Whether a card takes part in review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// It comes back when it is due.
    #[default]
    Active,
    /// It stays away until this day, then comes back by itself.
    BuriedUntil(Date),
    /// It stays away until it is let back in.
    Suspended,
}

/// One answer in review: a cache of what the log of its performances says, plus where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The memory; `None` before the first performance.
    pub memory: Option<Memory>,
    /// The practice day of the last performance.
    pub last_day: Option<Date>,
    /// The practice day on which it should come back.
    pub due: Date,
    /// How often it has been performed.
    pub reps: u32,
    /// On how many days it could not be given although it once could. Several failed attempts in one day are one.
    pub lapses: u32,
    /// Whether it takes part.
    pub state: CardState,
}

impl Card {
    /// A card that has never been performed, to come on `due`.
    pub const fn new(due: Date) -> Self {
        Self { memory: None, last_day: None, due, reps: 0, lapses: 0, state: CardState::Active }
    }

    /// Whether it takes part in review on `today`: neither suspended nor still buried.
    pub fn takes_part(&self, today: Date) -> bool {
        match self.state {
            CardState::Active => true,
            CardState::BuriedUntil(day) => day <= today,
            CardState::Suspended => false,
        }
    }

    /// The day from which it can be asked; none while it is suspended.
    pub fn comes_on(&self) -> Option<Date> {
        match self.state {
            CardState::Active => Some(self.due),
            CardState::BuriedUntil(day) => Some(self.due.max(day)),
            CardState::Suspended => None,
        }
    }

    /// Whether it should be asked on `today`.
    pub fn is_due(&self, today: Date) -> bool {
        self.due <= today && self.takes_part(today)
    }

    /// Whether it has lapsed so often that the answer should be written anew.
    pub const fn wants_rewrite(&self) -> bool {
        self.lapses >= LAPSES_BEFORE_REWRITE
    }

    /// Days since the last performance, never negative: after a clock was set back, as if it were the same day.
    pub(crate) fn elapsed_days(&self, today: Date) -> u32 {
        self.last_day.map_or(0, |last| u32::try_from((today - last).get_days()).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn buried_cards_come_back_by_themselves() {
        let today = date(2026, 3, 10);
        let buried = Card { state: CardState::BuriedUntil(date(2026, 3, 11)), ..Card::new(today) };
        assert!(!buried.is_due(today));
        assert!(buried.is_due(date(2026, 3, 11)));
        let suspended = Card { state: CardState::Suspended, ..Card::new(today) };
        assert!(!suspended.is_due(date(2030, 1, 1)));
        assert!(Card::new(today).is_due(today));
        assert!(!Card::new(date(2026, 3, 11)).is_due(today));
    }

    #[test]
    fn elapsed_days_are_never_negative() {
        let card = Card { last_day: Some(date(2026, 3, 10)), ..Card::new(date(2026, 3, 10)) };
        assert_eq!(card.elapsed_days(date(2026, 3, 10)), 0);
        assert_eq!(card.elapsed_days(date(2026, 4, 10)), 31);
        assert_eq!(card.elapsed_days(date(2019, 1, 1)), 0);
        assert_eq!(Card::new(date(2026, 3, 10)).elapsed_days(date(2026, 4, 10)), 0);
    }

    #[test]
    fn a_card_survives_being_written_down() {
        let card = Card {
            memory: Some(Memory { stability: 2.3065, difficulty: 2.118_104 }),
            last_day: Some(date(2026, 3, 10)),
            due: date(2026, 3, 12),
            reps: 1,
            lapses: 0,
            state: CardState::BuriedUntil(date(2026, 3, 13)),
        };
        let written = serde_json::to_string(&card).unwrap();
        assert_eq!(serde_json::from_str::<Card>(&written).unwrap(), card);
    }
}
