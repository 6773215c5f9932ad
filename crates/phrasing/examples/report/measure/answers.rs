//! Tellings of one story, weak, middling and strong, and texts stuffed with signals.

use super::check;
use super::corpus::{Answer, Stuffed};
use super::counts::share;

/// The overall scores of one story's tellings.
pub struct Story<'a> {
    pub row: &'a Answer,
    pub weak: u8,
    pub middling: u8,
    pub strong: u8,
}

/// Checks every telling.
pub fn tell(rows: &[Answer]) -> Vec<Story<'_>> {
    rows.iter()
        .map(|row| {
            let [weak, middling, strong] =
                [&row.weak, &row.middling, &row.strong].map(|text| check(text, row.mode).scores.overall);
            Story { row, weak, middling, strong }
        })
        .collect()
}

/// Two tellings of which the first should score lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    WeakStrong,
    WeakMiddling,
    MiddlingStrong,
}

impl Pair {
    pub const ALL: [Pair; 3] = [Pair::WeakStrong, Pair::WeakMiddling, Pair::MiddlingStrong];

    pub const fn as_str(self) -> &'static str {
        match self {
            Pair::WeakStrong => "weak-below-strong",
            Pair::WeakMiddling => "weak-below-middling",
            Pair::MiddlingStrong => "middling-below-strong",
        }
    }

    /// Whether the first scores lower; equal scores are no order.
    pub const fn ordered(self, story: &Story) -> bool {
        match self {
            Pair::WeakStrong => story.weak < story.strong,
            Pair::WeakMiddling => story.weak < story.middling,
            Pair::MiddlingStrong => story.middling < story.strong,
        }
    }
}

/// The share of stories whose pair is in order; none when there is no story.
pub fn ordered<'a, 'b: 'a>(stories: impl IntoIterator<Item = &'a Story<'b>>, pair: Pair) -> Option<f64> {
    let (mut all, mut right) = (0, 0);
    for story in stories {
        all += 1;
        right += u32::from(pair.ordered(story));
    }
    share(right, all)
}

/// How stuffed texts score beside honest strong answers.
pub struct Stuffing<'a> {
    /// The lower quartile of the strong answers.
    pub quartile: u8,
    /// Every text with its score, the highest first.
    pub scores: Vec<(&'a Stuffed, u8)>,
}

/// What stands for the lower quartile when there are no strong answers: where senior begins.
const SENIOR: u8 = 70;

impl<'a> Stuffing<'a> {
    pub fn of(rows: &'a [Stuffed], stories: &[Story]) -> Stuffing<'a> {
        let mut strong: Vec<u8> = stories.iter().map(|story| story.strong).collect();
        strong.sort_unstable();
        let mut scores: Vec<_> =
            rows.iter().map(|row| (row, check(&row.text, row.mode).scores.overall)).collect();
        scores.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        Stuffing { quartile: strong.get(strong.len() / 4).copied().unwrap_or(SENIOR), scores }
    }

    /// Texts that are not below the quartile.
    pub fn too_high(&self) -> &[(&'a Stuffed, u8)] {
        &self.scores[..self.scores.iter().take_while(|(_, score)| *score >= self.quartile).count()]
    }

    /// The share of texts below the quartile; none when there is no text.
    pub fn below(&self) -> Option<f64> {
        share((self.scores.len() - self.too_high().len()) as u32, self.scores.len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> Answer {
        let json = r#"{"id": "a", "weak": "", "middling": "", "strong": ""}"#;
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn equal_scores_are_no_order() {
        let row = answer();
        let stories = [(10, 20, 20), (30, 20, 40)].map(|(weak, middling, strong)| Story {
            row: &row,
            weak,
            middling,
            strong,
        });
        let shares = Pair::ALL.map(|pair| ordered(&stories, pair));
        assert_eq!(shares, [Some(1.0), Some(0.5), Some(0.5)]);
        assert_eq!(ordered([], Pair::WeakStrong), None);
    }

    #[test]
    fn a_text_at_the_quartile_is_too_high() {
        let row = answer();
        let stories: Vec<Story> =
            [80, 60, 90, 70].map(|strong| Story { row: &row, weak: 0, middling: 0, strong }).into();
        assert_eq!(Stuffing::of(&[], &stories).quartile, 70);
        let text: Stuffed = serde_json::from_str(r#"{"id": "k", "text": ""}"#).unwrap();
        let stuffing = Stuffing { quartile: 70, scores: vec![(&text, 71), (&text, 70), (&text, 69)] };
        assert_eq!((stuffing.too_high().len(), stuffing.below()), (2, Some(1.0 / 3.0)));
    }
}
