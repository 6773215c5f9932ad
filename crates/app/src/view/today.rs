//! Today: what is due, what is weak, and one obvious next step.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Dimension, Interview, Mark, QuestionView};

/// The one obvious next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "step")]
pub enum NextStep {
    /// Go on with a take that was left.
    Resume {
        /// The take.
        take_id: u32,
    },
    /// Review what is due.
    Review,
    /// Say weak sentences of one's own as the owner.
    Drill,
    /// A new question.
    New {
        /// The question.
        question: Box<QuestionView>,
    },
}

/// A part of the plan for today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// What it starts.
    pub step: NextStep,
    /// "Review".
    pub label: String,
    /// "9 answers due, 4 competencies".
    pub detail: String,
    /// Expected minutes.
    pub minutes: u32,
}

/// A sentence of the user's own with its marks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnSentence {
    /// The take it is from.
    pub take_id: u32,
    /// The sentence.
    pub text: String,
    /// Its marks, offsets into the sentence.
    pub marks: Vec<Mark>,
    /// The question that repairs it.
    pub ask: String,
    /// When it was said.
    pub finished_at: i64,
}

/// The weakest dimension of the last answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Weakest {
    /// Which.
    pub dimension: Dimension,
    /// Its mean score.
    pub score: u32,
    /// Over how many answers.
    pub answers: u32,
    /// A weak sentence of that dimension, if there is one.
    pub sentence: Option<OwnSentence>,
}

/// One competency in the row of readiness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReadinessCell {
    /// The competency's id.
    pub competency: String,
    /// For people.
    pub label: String,
    /// The best score of its answers.
    pub score: Option<u32>,
    /// Its best answer scores 70 or more and would still be recalled on the day.
    pub ready: bool,
}

/// The interview and how ready the answers are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InterviewView {
    /// "Onsite".
    pub name: String,
    /// Its day.
    pub day: String,
    /// Days left; 0 on the day.
    pub days_left: u32,
    /// One cell a competency.
    pub cells: Vec<ReadinessCell>,
    /// The next competencies to close.
    pub next_to_close: Vec<String>,
    /// Interviews after this one.
    pub later: Vec<Interview>,
}

/// Minutes practised on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PracticeDay {
    /// The day.
    pub day: String,
    /// Minutes.
    pub minutes: u32,
}

/// The last day of practice before today, or today's so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LastSession {
    /// The day.
    pub day: String,
    /// Minutes.
    pub minutes: u32,
    /// Answers reviewed.
    pub reviewed: u32,
    /// New questions.
    pub new: u32,
    /// Coordination findings per 100 words before that day, when there was anything.
    pub coordination_before: Option<f32>,
    /// Coordination findings per 100 words on that day.
    pub coordination: Option<f32>,
}

/// The Today screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// Today, in the user's calendar of practice.
    pub day: String,
    /// On first launch: the first question. The rest is then empty.
    pub first: Option<QuestionView>,
    /// The plan in words: "Half an hour: nine answers to say again, one new question."
    pub headline: String,
    /// The plan; the first row is the next step.
    pub plan: Vec<PlanRow>,
    /// Minutes planned.
    pub planned_minutes: u32,
    /// Minutes the user wants to spend.
    pub minutes_a_day: u32,
    /// Answers due.
    pub due: u32,
    /// What the minutes cannot do before the interview and what to trim, or what a backlog is spread over.
    pub advice: Option<String>,
    /// The weakest dimension.
    pub weakest: Option<Weakest>,
    /// The interview, if one is set and still to come.
    pub interview: Option<InterviewView>,
    /// Days of practice, oldest first, only those with practice.
    pub calendar: Vec<PracticeDay>,
    /// Days since the first answer, that one included.
    pub days_since_first: u32,
    /// The last session.
    pub last_session: Option<LastSession>,
}
