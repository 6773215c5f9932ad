//! How likely an answer should still be remembered on the day it comes back.

use serde::{Deserialize, Serialize};

use crate::ReviewError;

/// The probability, 0.70 to 0.97, with which an answer should still be remembered on the day it is due.
///
/// Outside that range FSRS gives intervals that are infinite, negative or absurdly many, so nothing outside it
/// can be built: numbers are clamped, NaN and infinities are refused.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f32", into = "f32")]
pub struct DesiredRetention(f32);

impl DesiredRetention {
    /// The lowest retention: longest intervals, three answers in ten forgotten.
    pub const LOWEST: Self = Self(0.70);
    /// The highest retention. Above it, the minutes a day grow without bound.
    pub const HIGHEST: Self = Self(0.97);

    /// Brings `wanted` into 0.70–0.97.
    ///
    /// # Errors
    /// [`ReviewError::RetentionNotANumber`] when `wanted` is NaN or infinite.
    pub fn new(wanted: f32) -> Result<Self, ReviewError> {
        if wanted.is_finite() {
            Ok(Self(wanted.clamp(Self::LOWEST.0, Self::HIGHEST.0)))
        } else {
            Err(ReviewError::RetentionNotANumber)
        }
    }

    /// The probability.
    pub const fn get(self) -> f32 {
        self.0
    }
}

impl Default for DesiredRetention {
    /// 0.90, the value the model's default weights were published for.
    fn default() -> Self {
        Self(0.90)
    }
}

impl TryFrom<f32> for DesiredRetention {
    type Error = ReviewError;

    fn try_from(wanted: f32) -> Result<Self, ReviewError> {
        Self::new(wanted)
    }
}

impl From<DesiredRetention> for f32 {
    fn from(retention: DesiredRetention) -> Self {
        retention.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_clamped_and_the_rest_refused() {
        let given = |wanted| DesiredRetention::new(wanted).map(DesiredRetention::get);
        assert_eq!(given(0.0), Ok(0.70));
        assert_eq!(given(-3.0), Ok(0.70));
        assert_eq!(given(0.85), Ok(0.85));
        assert_eq!(given(1.0), Ok(0.97));
        assert_eq!(given(1.5), Ok(0.97));
        for wanted in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            assert_eq!(given(wanted), Err(ReviewError::RetentionNotANumber));
        }
    }

    #[test]
    fn a_stored_value_is_clamped_on_reading() {
        assert_eq!(serde_json::from_str::<DesiredRetention>("1.5").unwrap(), DesiredRetention::HIGHEST);
        assert_eq!(serde_json::to_string(&DesiredRetention::default()).unwrap(), "0.9");
    }
}
