//! Drills: a weak sentence of the user's own, to be said again as the owner.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CompetencyView, Mark};

/// What was counted in one version of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DrillFigures {
    /// Strong marks.
    pub strong: u32,
    /// Weak marks and hidden actors.
    pub weak: u32,
    /// The score of the drill's dimension for these words alone, 0–100; none without evidence.
    pub score: Option<u32>,
}

/// One sentence to say again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DrillItem {
    /// The drill.
    pub drill_id: u32,
    /// Named with each try; a try for a drill that has changed is refused.
    pub version: u32,
    /// The take it was said in.
    pub take_id: u32,
    /// The answer of that take.
    pub answer_id: u32,
    /// When it was said.
    pub said_at: i64,
    /// The question it answered.
    pub prompt: String,
    /// That question's competency.
    pub competency: CompetencyView,
    /// The dimension of its first finding, as the table's column: "Decisions".
    pub dimension: String,
    /// The sentence.
    pub text: String,
    /// Its marks, UTF-16 offsets into `text`.
    pub marks: Vec<Mark>,
    /// What is wrong with it and the question that repairs it: "Tracking is watching. What did you choose not to do, and why?"
    pub ask: String,
    /// What was counted in it.
    pub figures: DrillFigures,
    /// How often it was tried before.
    pub tries: u32,
    /// The last words that passed, if any did.
    pub passed_before: Option<String>,
}

/// The sentences to say again today, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DrillQueue {
    /// Due now, no two in a row of one answer where it can be helped.
    pub due: Vec<DrillItem>,
    /// Expected minutes for all of them.
    pub minutes: u32,
    /// Tried today.
    pub done_today: u32,
    /// Sentences in rotation at all.
    pub drills: u32,
    /// When nothing is due: the next day something is.
    pub next_due_day: Option<String>,
    /// When nothing is due: how many come back that day.
    pub next_due_count: u32,
    /// The last try, if it can still be undone.
    pub undoable: Option<u32>,
    /// Sentences the user left out that are still weak, oldest first.
    pub left_out: Vec<LeftOutItem>,
}

/// A sentence the user left out of drills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutItem {
    /// The drill.
    pub drill_id: u32,
    /// The sentence.
    pub text: String,
    /// The question it answered.
    pub prompt: String,
}

/// A try as the window sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DrillTry {
    /// The drill.
    pub drill_id: u32,
    /// The drill as the window saw it.
    pub version: u32,
    /// What is said instead.
    pub text: String,
}

/// What became of a try. It is stored, and the drill has its next day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DrillChecked {
    /// For undo.
    pub log_id: u32,
    /// The drill's version now.
    pub version: u32,
    /// Whether it passed: the weak finding is gone, and an action, decision or outcome of one's own is there.
    pub passed: bool,
    /// Why, in one sentence.
    pub reason: String,
    /// Its marks, UTF-16 offsets into the try.
    pub marks: Vec<Mark>,
    /// What was good, lower case, in the order said: "a decision, with its reason".
    pub there: Vec<String>,
    /// What would close it: "what did it save? One number would close it."
    pub missing: Option<String>,
    /// What was counted in it.
    pub figures: DrillFigures,
    /// When it comes back.
    pub due_day: String,
    /// Whether the words can still be put into the answer: its sentence stands in the latest take.
    pub can_be_put: bool,
}

/// The words of a drill are in the answer, as a new take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DrillPut {
    /// The answer.
    pub answer_id: u32,
    /// The new take.
    pub take_id: u32,
    /// Its number.
    pub ordinal: u32,
    /// Its score.
    pub score: Option<u32>,
    /// The score of the take it was made from.
    pub score_before: Option<u32>,
}
