//! How well an answer came back.

use serde::{Deserialize, Serialize};

use crate::ReviewError;

/// How well an answer came back from memory. Ordered from worst to best.
///
/// FSRS counts [`Grade::Hard`] as remembered: an answer that could not be given at all is always
/// [`Grade::Again`], however good the attempt sounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The answer could not be given.
    Again = 1,
    /// It was given, with much of it missing.
    Hard = 2,
    /// It was given, with what matters in it.
    Good = 3,
    /// All of it came back.
    Easy = 4,
}

impl Grade {
    /// All grades, from worst to best, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// The grade as the number of its key, 1 to 4. This is also how the log stores it.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

impl TryFrom<u8> for Grade {
    type Error = ReviewError;

    fn try_from(number: u8) -> Result<Self, ReviewError> {
        Self::ALL
            .into_iter()
            .find(|grade| grade.number() == number)
            .ok_or(ReviewError::UnknownGrade { number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_grades_are_the_same_thing() {
        for grade in Grade::ALL {
            assert_eq!(Grade::try_from(grade.number()), Ok(grade));
        }
        assert_eq!(Grade::try_from(0), Err(ReviewError::UnknownGrade { number: 0 }));
        assert_eq!(Grade::try_from(5), Err(ReviewError::UnknownGrade { number: 5 }));
    }

    #[test]
    fn grades_are_written_in_small_letters() {
        assert_eq!(serde_json::to_string(&Grade::Again).unwrap(), r#""again""#);
        assert_eq!(serde_json::from_str::<Grade>(r#""easy""#).unwrap(), Grade::Easy);
    }
}
