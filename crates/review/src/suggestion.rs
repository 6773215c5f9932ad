//! Grading in two steps: could the answer be given, and if so, how much of it came back.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Grade;

/// The score from which an answer counts as ready for a senior interview, 0 to 100.
pub const READY_SCORE: u8 = 70;

/// A first performance from this score on is suggested as Easy.
const EASY_SCORE: u8 = 85;

/// A performance this many points below the best take is as good as it for Easy: the check itself moves by as much
/// when a sentence is put differently.
const AS_GOOD_AS_BEST: u8 = 3;

/// A performance further below the best take than this is not Good, whatever came back.
const CLOSE_TO_BEST: u8 = 12;

/// What is known about a performance when it is time to grade it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RecallEvidence {
    /// Whether the answer could be given at all. The first step, and only the user can say.
    pub could_answer: bool,
    /// The phrase check's score of this performance, 0 to 100. `None` when it was said aloud without a record.
    pub score: Option<u8>,
    /// The score of the best take. `None` when there is no earlier take to compare with.
    pub best_score: Option<u8>,
    /// How many points the best take makes.
    pub points: u32,
    /// How many of them came back.
    pub points_back: u32,
    /// How many of the points hold a number.
    pub numbers: u32,
    /// How many of those came back with their number.
    pub numbers_back: u32,
}

/// A grade to preselect, and why. The user's own choice always stands; both are logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The grade.
    pub grade: Grade,
    /// Why. Its [`Display`](fmt::Display) is what stands beside the buttons.
    pub reason: Reason,
}

/// Why a grade is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Reason {
    /// The answer could not be given.
    NotGiven,
    /// Nothing was written down or recorded, so there is nothing to go by.
    NothingToCompare,
    /// So many points of the best take came back.
    Points {
        /// How many came back.
        back: u32,
        /// How many there are.
        of: u32,
        /// How many of the points with a number came back without it, or not at all.
        numbers_missing: u32,
        /// How far the score lies below the best take's, when that decided.
        below_best: Option<u8>,
    },
    /// The best take has no points to look for, so the scores were compared.
    AgainstBest {
        /// The score of this performance.
        score: u8,
        /// The score of the best take.
        best: u8,
    },
    /// There is no earlier take.
    FirstTime {
        /// The score of this performance.
        score: u8,
    },
}

/// The grade that `recall` speaks for.
///
/// - Not given at all, or given with none of two or more points: Again.
/// - All points back, every number with them, and a score about as good as the best take's: Easy.
/// - At least two thirds of the points and a score close to the best take's: Good.
/// - Otherwise Hard.
///
/// Without points the scores alone decide; without a best take, this score does ([`READY_SCORE`] for Good).
pub fn suggest(recall: &RecallEvidence) -> Suggestion {
    if !recall.could_answer {
        return Suggestion { grade: Grade::Again, reason: Reason::NotGiven };
    }
    let Some(score) = recall.score else {
        return Suggestion { grade: Grade::Good, reason: Reason::NothingToCompare };
    };
    let Some(best) = recall.best_score else {
        let grade = match score {
            EASY_SCORE.. => Grade::Easy,
            READY_SCORE.. => Grade::Good,
            _ => Grade::Hard,
        };
        return Suggestion { grade, reason: Reason::FirstTime { score } };
    };
    let by_score = match best.saturating_sub(score) {
        below if below <= AS_GOOD_AS_BEST => Grade::Easy,
        below if below <= CLOSE_TO_BEST => Grade::Good,
        _ => Grade::Hard,
    };
    if recall.points == 0 {
        return Suggestion { grade: by_score, reason: Reason::AgainstBest { score, best } };
    }

    let back = recall.points_back.min(recall.points);
    let numbers_missing = recall.numbers.saturating_sub(recall.numbers_back);
    let by_points = if back == 0 && recall.points >= 2 {
        Grade::Again
    } else if back == recall.points && numbers_missing == 0 {
        Grade::Easy
    } else if u64::from(back) * 3 >= u64::from(recall.points) * 2 {
        Grade::Good
    } else {
        Grade::Hard
    };
    let below_best = (by_score < by_points).then(|| best.saturating_sub(score));
    Suggestion {
        grade: by_points.min(by_score),
        reason: Reason::Points { back, of: recall.points, numbers_missing, below_best },
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NotGiven => f.write_str("The answer could not be given."),
            Self::NothingToCompare => f.write_str("Nothing was written down to compare with the best take."),
            Self::FirstTime { score } if score >= READY_SCORE => write!(f, "A first take of {score}."),
            Self::FirstTime { score } => {
                write!(f, "A first take of {score}, {} short of senior.", READY_SCORE - score)
            }
            Self::AgainstBest { score, best } => write!(f, "{score} against {best} in the best take."),
            Self::Points { back, of, numbers_missing, below_best } => {
                match (back, of) {
                    (1, 1) => f.write_str("Its one point came back.")?,
                    (0, 1) => f.write_str("Its one point did not come back.")?,
                    (0, of) => write!(f, "None of {of} points came back.")?,
                    (back, of) if back == of => write!(f, "All {of} points came back.")?,
                    (back, of) => write!(f, "{back} of {of} points came back.")?,
                }
                match numbers_missing {
                    0 => {}
                    _ if back == 0 => {}
                    1 => f.write_str(" One that holds a number did not.")?,
                    more => write!(f, " {more} that hold a number did not.")?,
                }
                match below_best {
                    Some(points) => write!(f, " {points} below the best take."),
                    None => Ok(()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(recall: RecallEvidence, grade: Grade, reason: &str) {
        let suggestion = suggest(&recall);
        assert_eq!((suggestion.grade, suggestion.reason.to_string().as_str()), (grade, reason));
    }

    fn given(score: u8, best: u8) -> RecallEvidence {
        RecallEvidence {
            could_answer: true,
            score: Some(score),
            best_score: Some(best),
            ..Default::default()
        }
    }

    fn points(score: u8, best: u8, points_back: u32, points: u32) -> RecallEvidence {
        RecallEvidence { points, points_back, ..given(score, best) }
    }

    #[test]
    fn what_could_not_be_given_is_again_however_it_scores() {
        let recall = RecallEvidence { could_answer: false, ..points(90, 74, 5, 5) };
        check(recall, Grade::Again, "The answer could not be given.");
    }

    #[test]
    fn points_and_score_both_have_to_speak_for_a_grade() {
        check(points(74, 74, 5, 5), Grade::Easy, "All 5 points came back.");
        check(points(66, 74, 5, 5), Grade::Good, "All 5 points came back. 8 below the best take.");
        check(points(66, 74, 4, 6), Grade::Good, "4 of 6 points came back.");
        check(points(50, 74, 5, 5), Grade::Hard, "All 5 points came back. 24 below the best take.");
        check(points(80, 74, 3, 5), Grade::Hard, "3 of 5 points came back.");
        check(points(40, 74, 0, 5), Grade::Again, "None of 5 points came back.");
        check(points(74, 74, 0, 1), Grade::Hard, "Its one point did not come back.");
        check(points(74, 74, 1, 1), Grade::Easy, "Its one point came back.");
    }

    #[test]
    fn numbers_are_named_when_they_are_missing() {
        let recall = RecallEvidence { numbers: 2, numbers_back: 1, ..points(57, 74, 3, 5) };
        check(recall, Grade::Hard, "3 of 5 points came back. One that holds a number did not.");
        let recall = RecallEvidence { numbers: 3, numbers_back: 1, ..points(74, 74, 4, 5) };
        check(recall, Grade::Good, "4 of 5 points came back. 2 that hold a number did not.");
        let recall = RecallEvidence { numbers: 1, numbers_back: 0, ..points(74, 74, 5, 5) };
        check(recall, Grade::Good, "All 5 points came back. One that holds a number did not.");
    }

    #[test]
    fn without_points_the_scores_decide() {
        check(given(72, 74), Grade::Easy, "72 against 74 in the best take.");
        check(given(65, 74), Grade::Good, "65 against 74 in the best take.");
        check(given(57, 74), Grade::Hard, "57 against 74 in the best take.");
    }

    #[test]
    fn a_first_time_has_only_its_own_score() {
        let first = |score| RecallEvidence { best_score: None, ..given(score, 0) };
        check(first(58), Grade::Hard, "A first take of 58, 12 short of senior.");
        check(first(70), Grade::Good, "A first take of 70.");
        check(first(91), Grade::Easy, "A first take of 91.");
    }

    #[test]
    fn said_aloud_without_a_record_is_taken_at_its_word() {
        let recall = RecallEvidence { score: None, ..given(0, 74) };
        check(recall, Grade::Good, "Nothing was written down to compare with the best take.");
    }

    proptest! {
        #[test]
        fn a_better_performance_is_never_graded_worse(
            best in 0_u8..=100, score in 0_u8..=99, points in 0_u32..10, back in 0_u32..10,
        ) {
            let at = |score, back| {
                let recall = RecallEvidence { points, points_back: back, ..given(score, best) };
                suggest(&recall).grade
            };
            prop_assert!(at(score, back) <= at(score + 1, back));
            prop_assert!(at(score, back) <= at(score, back + 1));
        }
    }
}
