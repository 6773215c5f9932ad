//! The Answers room and the palette's search.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CompetencyView, Medium, QuestionView};

/// How the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AnswerSort {
    /// Newest first.
    #[default]
    Newest,
    /// Oldest first.
    Oldest,
    /// Lowest score first.
    Lowest,
    /// Highest score first.
    Highest,
}

/// Which answers to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerFilter {
    /// Words to look for; empty for all.
    pub query: String,
    /// Only this competency.
    pub competency: Option<String>,
    /// Best score at least.
    pub min_score: Option<u32>,
    /// Best score at most.
    pub max_score: Option<u32>,
    /// Days back from today; none for all.
    pub days: Option<u32>,
    /// Only starred ones.
    pub starred: bool,
    /// Those in the trash instead.
    pub trashed: bool,
    /// Order.
    pub sort: AnswerSort,
}

/// Words found in an answer, with the matches as UTF-16 ranges of the snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Snippet {
    /// A short piece of the answer.
    pub text: String,
    /// Matches in it.
    pub matches: Vec<(u32, u32)>,
}

/// A row of the list: one answer with its latest take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerRow {
    /// The answer.
    pub id: u32,
    /// Version, named in changes.
    pub version: u32,
    /// The question's words.
    pub prompt: String,
    /// Its competency.
    pub competency: CompetencyView,
    /// The take to open: the one that matched, else the latest.
    pub take_id: u32,
    /// How many finished takes.
    pub takes: u32,
    /// Score of that take.
    pub score: Option<u32>,
    /// Typed or spoken.
    pub medium: Medium,
    /// Words of that take.
    pub words: u32,
    /// Length of that take, milliseconds.
    pub elapsed_ms: u32,
    /// When it was finished.
    pub finished_at: i64,
    /// Starred.
    pub starred: bool,
    /// What matched.
    pub snippet: Option<Snippet>,
}

/// The list with what its filters offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerList {
    /// The rows.
    pub rows: Vec<AnswerRow>,
    /// Answers kept in all, trash left out.
    pub total: u32,
    /// In the trash.
    pub trashed: u32,
    /// Competencies that have answers.
    pub competencies: Vec<CompetencyView>,
}

/// An answer found by the palette.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SaidHit {
    /// The take to open.
    pub take_id: u32,
    /// The words around the match.
    pub snippet: Snippet,
    /// When it was said.
    pub finished_at: i64,
}

/// A question found by the palette.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionHit {
    /// The question.
    pub question: QuestionView,
    /// Score of its best take, if it was answered.
    pub best_score: Option<u32>,
    /// Latest take, if it was answered.
    pub take_id: Option<u32>,
}

/// What the palette finds beside rooms and actions, which the window knows itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// Questions of the bank.
    pub questions: Vec<QuestionHit>,
    /// Words said in answers.
    pub said: Vec<SaidHit>,
}
