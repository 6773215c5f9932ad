//! Stories: what happened, which questions it can answer, and which competency has none.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CompetencyView, CoverageView, Mark, MissingView};

/// A number of a story and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryNumber {
    /// "40 → 0".
    pub value: String,
    /// "duplicate refunds a month".
    pub meaning: String,
}

/// A story as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryText {
    /// Its name, 1 to 120 characters.
    pub title: String,
    /// What was so.
    pub situation: String,
    /// What was one's own part of it.
    pub task: String,
    /// What one did.
    pub action: String,
    /// What came of it.
    pub result: String,
    /// Its numbers.
    pub numbers: Vec<StoryNumber>,
    /// Competencies it fits by the user's own word, by id.
    pub fits: Vec<String>,
}

/// A cell of the matrix that is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryCell {
    /// The competency's id.
    pub competency: String,
    /// The best score of an answer with this story; none when it fits and was not answered.
    pub score: Option<u32>,
    /// That score is 70 or more.
    pub ready: bool,
    /// How many answers.
    pub answers: u32,
}

/// A story as a column of the matrix and a row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryRow {
    /// The story.
    pub id: u32,
    /// Its name.
    pub title: String,
    /// When it was last changed.
    pub updated_at: i64,
    /// Answers with it.
    pub answers: u32,
    /// Best score of them.
    pub best_score: Option<u32>,
    /// The cells that are not empty.
    pub cells: Vec<StoryCell>,
    /// What is missing of it: "result", "numbers".
    pub unwritten: Vec<String>,
}

/// The Stories room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoriesView {
    /// All stories, oldest first.
    pub stories: Vec<StoryRow>,
    /// The rows of the matrix.
    pub competencies: Vec<CompetencyView>,
    /// Competencies with no story, by id.
    pub holes: Vec<String>,
    /// Warnings of overuse, each one sentence: "“Refund path” answers five competencies. Interviewers compare notes."
    pub warnings: Vec<String>,
}

/// An answer a story was told in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryAnswer {
    /// The answer.
    pub answer_id: u32,
    /// Its best take.
    pub take_id: u32,
    /// Its question.
    pub prompt: String,
    /// Its competency.
    pub competency: CompetencyView,
    /// The score of the best take.
    pub score: Option<u32>,
    /// Whether it is linked to this story; else it is offered to be.
    pub linked: bool,
}

/// A question that a story could answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StorySuggestion {
    /// The question.
    pub question_id: String,
    /// Its words.
    pub prompt: String,
    /// Its competency.
    pub competency: CompetencyView,
    /// Its minutes.
    pub minutes: u32,
    /// Why, lower case: "no story yet for conflict & trust".
    pub why: String,
}

/// What the phrase check says of the story as it is written. Offsets are UTF-16 units into `text`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryCheck {
    /// The parts one after the other, parted by blank lines: what was checked.
    pub text: String,
    /// The score; none when it is too short.
    pub score: Option<u32>,
    /// Marks.
    pub marks: Vec<Mark>,
    /// What is missing.
    pub missing: Vec<MissingView>,
    /// What an interviewer would write down.
    pub coverage: Vec<CoverageView>,
}

/// One story whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryDetail {
    /// The story.
    pub id: u32,
    /// Its version, named when it is changed.
    pub version: u32,
    /// When it was last changed.
    pub updated_at: i64,
    /// Its words.
    pub text: StoryText,
    /// Answers with it, best first.
    pub answers: Vec<StoryAnswer>,
    /// Questions it could answer, at most six.
    pub suggestions: Vec<StorySuggestion>,
    /// Its phrase check.
    pub check: StoryCheck,
    /// Why it is told too often, if it is.
    pub overused: Option<String>,
}

/// A story as the window sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryEdit {
    /// Which; none for a new one.
    pub id: Option<u32>,
    /// Its version as the window saw it; 0 for a new one.
    pub version: u32,
    /// Its words.
    pub text: StoryText,
}

/// A story as a choice for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoryChoice {
    /// The story.
    pub id: u32,
    /// Its name.
    pub title: String,
    /// Whether the answer tells it.
    pub linked: bool,
}

/// The form of an export of stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StoryFormat {
    /// Plain text with marks of structure.
    Markdown,
    /// A page to print: two A4 sheets.
    Html,
}
