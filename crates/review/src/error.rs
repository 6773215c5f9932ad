//! What this crate refuses.

use thiserror::Error;

/// A setting or stored value that the scheduler cannot work with.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ReviewError {
    /// Desired retention was NaN or infinite. Any other number is brought into range instead.
    #[error("Desired retention must be a number between 0.70 and 0.97.")]
    RetentionNotANumber,
    /// The hour at which a practice day starts was past 23.
    #[error("A day can start at any hour from 0 to 23, not at {hour}.")]
    DayStartOutOfRange {
        /// The hour that was asked for.
        hour: u8,
    },
    /// A grade was not 1 to 4.
    #[error("A grade is 1 (again), 2 (hard), 3 (good) or 4 (easy), not {number}.")]
    UnknownGrade {
        /// The number that was given.
        number: u8,
    },
    /// A set of weights had the wrong length.
    #[error("The memory model takes 21 weights, not {count}. Go back to the default weights.")]
    WeightCount {
        /// How many weights were given.
        count: usize,
    },
    /// One weight lay outside the range in which the model means anything.
    #[error(
        "Weight {index} of the memory model is {value}; it must lie between {low} and {high}. Go back to the default weights."
    )]
    WeightOutOfRange {
        /// Position of the weight, from 0.
        index: usize,
        /// Its value, which may be NaN.
        value: f32,
        /// Lowest value accepted.
        low: f32,
        /// Highest value accepted.
        high: f32,
    },
    /// The model refused weights that had passed our own checks.
    #[error("The memory model refused its weights. Go back to the default weights.")]
    WeightsRefused,
    /// There were not enough performances to fit weights to, or they were of too few cards.
    #[error(
        "Fitting takes {needed} performances on later days, of several answers; there are {have}. Go on practising and try again later."
    )]
    TooFewReviews {
        /// How many there are.
        have: usize,
        /// How many it takes.
        needed: usize,
    },
    /// The model found no weights for the log.
    #[error("No weights could be found for this log. The present ones stay in use.")]
    NothingToFit,
}
