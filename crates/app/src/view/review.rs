//! Review: what is due, the best take beside what was said from memory, and the grades.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CheckView, CompetencyView};

/// A grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The answer did not come.
    Again,
    /// It came, with effort or with holes.
    Hard,
    /// It came.
    Good,
    /// It came at once and whole.
    Easy,
}

/// One answer that is due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewItem {
    /// The answer.
    pub answer_id: u32,
    /// Its question.
    pub prompt: String,
    /// Its competency.
    pub competency: CompetencyView,
    /// Expected minutes, from the user's own times.
    pub minutes: u32,
    /// The day it was due.
    pub due_day: String,
    /// Score of the best take.
    pub best_score: Option<u32>,
    /// How often it was given before.
    pub times: u32,
    /// The day it was last given.
    pub last_day: Option<String>,
    /// The chance, percent, that it is remembered now; none before its first time.
    pub recall: Option<u32>,
    /// It has lapsed three times or more: the answer itself wants to be written anew.
    pub rewrite: bool,
    /// How often it would come back before the interview after a Good today; none without an interview.
    pub times_to_interview: Option<u32>,
}

/// What is due today, in the order to take it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewQueue {
    /// Due now.
    pub due: Vec<ReviewItem>,
    /// Expected minutes for all of them.
    pub minutes: u32,
    /// Graded today.
    pub done_today: u32,
    /// When nothing is due: the next day something is.
    pub next_due_day: Option<String>,
    /// When nothing is due: how many come back that day.
    pub next_due_count: u32,
    /// Answers that are in review at all.
    pub cards: u32,
    /// The last grade, if it can still be undone. After an undo, the one before.
    pub undoable: Option<u32>,
    /// Due as well, but left for the days after: the minutes of today do not hold them.
    pub left_for_later: u32,
    /// What the day's minutes cannot do, and the way out; none when they can.
    pub advice: Option<String>,
    /// Why it is in this order: "By what each minute adds to recall on 31 March."
    pub order: String,
    /// Suspended answers, to let back in.
    pub suspended: Vec<SuspendedItem>,
}

/// An answer that is kept out of review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SuspendedItem {
    /// The answer.
    pub answer_id: u32,
    /// Its question.
    pub prompt: String,
}

/// A point of the best take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PointView {
    /// Its words, from the best take.
    pub text: String,
    /// Whether it came back.
    pub back: bool,
    /// Where in the answer from memory, UTF-16, when it came back.
    pub at: Option<(u32, u32)>,
    /// Where in the best take, UTF-16.
    pub best_at: (u32, u32),
}

/// A grade button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GradeOption {
    /// The grade.
    pub grade: Grade,
    /// The day it would be due.
    pub due_day: String,
    /// Days until then.
    pub in_days: u32,
}

/// The grade screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewCompare {
    /// The answer.
    pub answer_id: u32,
    /// Named in the grade; a grade for a card that has changed is refused.
    pub card_version: u32,
    /// What was said from memory; none when it was revealed without an answer.
    pub memory: Option<CheckView>,
    /// The best take.
    pub best: CheckView,
    /// What came back and what did not.
    pub points: Vec<PointView>,
    /// The suggested grade.
    pub suggested: Grade,
    /// Why, in one sentence or two.
    pub reason: String,
    /// The four grades with their dates.
    pub options: Vec<GradeOption>,
    /// The answer from memory scores higher than the best take.
    pub beats_best: bool,
    /// How often it was given before.
    pub times_before: u32,
    /// The day it was last given.
    pub last_day: Option<String>,
    /// It was said aloud without a record: whether it came is asked first.
    pub said_aloud: bool,
    /// It has lapsed three times or more: the answer itself wants to be written anew.
    pub rewrite: bool,
    /// How often it would come back before the interview after a Good today; none without an interview.
    pub times_to_interview: Option<u32>,
}

/// A grade as the window sends it. Two steps: whether the answer came at all, then how well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GradeRequest {
    /// The answer.
    pub answer_id: u32,
    /// The take from memory, if there is one.
    pub take_id: Option<u32>,
    /// The card as the window saw it.
    pub card_version: u32,
    /// The choice.
    pub grade: Grade,
}

/// A grade is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Graded {
    /// For undo.
    pub log_id: u32,
    /// The grade.
    pub grade: Grade,
    /// When it comes back.
    pub due_day: String,
}
