//! The 21 numbers of the memory model.

use serde::{Deserialize, Serialize};

use crate::ReviewError;

/// How many weights FSRS-6 has.
const COUNT: usize = 21;

/// Lowest and highest value of each weight. These are the bounds FSRS-6's own optimiser keeps to; the scheduler
/// library clips what lies outside them without a word, so we refuse it instead.
const BOUNDS: [(f32, f32); COUNT] = [
    (0.001, 100.0), // 0–3: stability in days after a first Again, Hard, Good, Easy
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (1.0, 10.0), // 4–7: difficulty
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5), // 8–10: stability after remembering
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0), // 11–14: stability after forgetting
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0), // 15, 16: Hard, Easy
    (1.0, 6.0),
    (0.0, 2.0), // 17–19: a second time on one day
    (0.0, 2.0),
    (0.0, 0.8),
    (0.1, 0.8), // 20: how steeply one forgets
];

/// The weights of the memory model: 21 finite numbers, each within the bounds the model was made for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f32>", into = "Vec<f32>")]
pub struct Weights([f32; COUNT]);

impl Weights {
    /// Which model these weights belong to. Stored beside them, so that a later model never reads them as its own.
    pub const MODEL: &'static str = "fsrs-6";

    /// Checks `weights`.
    ///
    /// # Errors
    /// [`ReviewError::WeightCount`] unless there are 21; [`ReviewError::WeightOutOfRange`] for the first that is
    /// not a number or lies outside its bounds.
    pub fn new(weights: &[f32]) -> Result<Self, ReviewError> {
        let checked = <[f32; COUNT]>::try_from(weights)
            .map_err(|_| ReviewError::WeightCount { count: weights.len() })?;
        for (index, (&value, (low, high))) in checked.iter().zip(BOUNDS).enumerate() {
            // Written so that NaN fails.
            if !(low..=high).contains(&value) {
                return Err(ReviewError::WeightOutOfRange { index, value, low, high });
            }
        }
        Ok(Self(checked))
    }

    /// The numbers, in the model's order.
    pub const fn as_slice(&self) -> &[f32] {
        &self.0
    }

    /// The exponent of the forgetting curve.
    pub(crate) const fn decay(&self) -> f32 {
        self.0[COUNT - 1]
    }
}

impl Default for Weights {
    /// FSRS-6's published defaults.
    fn default() -> Self {
        Self(fsrs::DEFAULT_PARAMETERS)
    }
}

impl TryFrom<Vec<f32>> for Weights {
    type Error = ReviewError;

    fn try_from(weights: Vec<f32>) -> Result<Self, ReviewError> {
        Self::new(&weights)
    }
}

impl From<Weights> for Vec<f32> {
    fn from(weights: Weights) -> Self {
        weights.0.to_vec()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any weights that are accepted.
    pub(crate) fn any_weights() -> impl Strategy<Value = Weights> {
        BOUNDS
            .map(|(low, high)| low..=high)
            .to_vec()
            .prop_map(|weights| Weights::new(&weights).expect("each lies within its bounds"))
    }

    #[test]
    fn the_defaults_pass_their_own_check() {
        let defaults = Weights::default();
        assert_eq!(Weights::new(defaults.as_slice()), Ok(defaults));
    }

    #[test]
    fn absurd_weights_are_refused() {
        for absurd in [1e9, -1.0, f32::INFINITY, f32::NAN] {
            for index in 0..COUNT {
                let mut weights = Vec::from(Weights::default());
                weights[index] = absurd;
                match Weights::new(&weights) {
                    Err(ReviewError::WeightOutOfRange { index: named, .. }) => assert_eq!(named, index),
                    other => panic!("weight {index} = {absurd} gave {other:?}"),
                }
            }
        }
    }

    #[test]
    fn any_other_number_of_weights_is_refused() {
        // The library would fill 0, 17 or 19 weights up to 21.
        for count in [0, 17, 19, 20, 22] {
            assert_eq!(Weights::new(&vec![1.0; count]), Err(ReviewError::WeightCount { count }));
        }
    }
}
