//! Progress: what has changed over weeks, from the user's own answers.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CompetencyView, Dimension, PracticeDay};

/// How far back to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProgressRange {
    /// 14 days, by the day.
    TwoWeeks,
    /// Six weeks, by the week, from Monday.
    SixWeeks,
    /// Everything: by the week up to half a year, by the month beyond.
    All,
}

/// The length of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day of practice.
    Day,
    /// A week from Monday.
    Week,
    /// A month of the calendar.
    Month,
}

/// One period of a range, and its figures. None where there is nothing to tell from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProgressPoint {
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// It is not over yet.
    pub unfinished: bool,
    /// Finished takes.
    pub takes: u32,
    /// Words in them.
    pub words: u32,
    /// Coordination findings per 100 words, to one decimal.
    pub coordination: Option<f32>,
    /// Minutes of answering.
    pub minutes: f32,
    /// Words a minute of spoken takes.
    pub pace: Option<f32>,
    /// Fillers a minute of spoken takes, to one decimal.
    pub fillers: Option<f32>,
}

/// A dimension over the periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DimensionTrend {
    /// Which.
    pub dimension: Dimension,
    /// Its mean score by period, in the order of the points; none without evidence.
    pub scores: Vec<Option<f32>>,
    /// The first of them.
    pub first: Option<u32>,
    /// The last of them.
    pub last: Option<u32>,
    /// It has the lowest last score.
    pub lowest: bool,
}

/// Minutes of review on a day to come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ForecastDay {
    /// The day; the first is today.
    pub day: String,
    /// Expected minutes of answers and sentences due.
    pub minutes: f32,
    /// Answers due.
    pub answers: u32,
    /// Sentences due.
    pub sentences: u32,
}

/// Review from today on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ForecastView {
    /// From today to the interview, at most 60 days; two weeks without an interview.
    pub days: Vec<ForecastDay>,
    /// The minutes a day the user wants to spend.
    pub minutes_a_day: u32,
    /// The interview's name and day, when it is in `days`.
    pub interview: Option<(String, String)>,
    /// Answers in rotation.
    pub answers: u32,
    /// Sentences in rotation.
    pub sentences: u32,
    /// Reviews of remembered answers in the range, first times left out.
    pub reviews: u32,
    /// Percent of those in which the answer came; none when fewer than 20.
    pub recalled: Option<u32>,
    /// Percent the model expected of the same reviews.
    pub expected: Option<u32>,
    /// Percent asked for.
    pub wanted: u32,
}

/// The best answer of a competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BestByCompetency {
    /// Which.
    pub competency: CompetencyView,
    /// The best score; none when nothing was answered.
    pub score: Option<u32>,
    /// 70 or more, and would still be recalled on the day.
    pub ready: bool,
}

/// The one thing to practise next, by the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProgressStep {
    /// "Practise decisions".
    pub label: String,
    /// A question that probes it.
    pub question_id: String,
}

/// The Progress room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// What was asked for.
    pub range: ProgressRange,
    /// The length of its periods.
    pub period: Period,
    /// Finished takes ever.
    pub takes: u32,
    /// What the figures say, in one or two sentences; none when they are too few.
    pub headline: Option<String>,
    /// When there is no headline: what is missing for one.
    pub too_few: Option<String>,
    /// The periods, oldest first. Empty periods are there.
    pub points: Vec<ProgressPoint>,
    /// The seven dimensions.
    pub dimensions: Vec<DimensionTrend>,
    /// Whether there is any spoken take in the range: pace and fillers.
    pub spoken: bool,
    /// Review from today on.
    pub forecast: ForecastView,
    /// Every competency, those without an answer first, then the lowest score first.
    pub best: Vec<BestByCompetency>,
    /// Days of practice, oldest first, only those with practice.
    pub calendar: Vec<PracticeDay>,
    /// What to practise next.
    pub step: Option<ProgressStep>,
}
