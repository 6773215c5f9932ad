//! The Questions room: browsing, own questions, packs, loops.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CardView, CompetencyView, FileProblem, QuestionView};

/// Where a question comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "from")]
pub enum Origin {
    /// It came with the program.
    BuiltIn,
    /// The user wrote it in the app, and can revise and delete it there.
    Own,
    /// It was imported, and can be deleted.
    Pack {
        /// The pack's name.
        name: String,
    },
    /// The user wrote it in a file of the questions folder, and revises it there.
    File {
        /// The file's name.
        name: String,
    },
}

/// Which questions to list. All conditions hold together; the default lists every question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionFilter {
    /// Words that begin words of the prompt, follow-ups, tags, note or competency; empty for all.
    pub query: String,
    /// Only this competency, by id.
    pub competency: Option<String>,
    /// Only this level: "senior", "principal" or "manager".
    pub level: Option<String>,
    /// Only this kind: "behavioural", "situational", "technical" or "estimation".
    pub kind: Option<String>,
    /// Only those without a finished answer.
    pub not_answered: bool,
    /// Only those of the user's own: written, imported, or from files.
    pub own: bool,
    /// Only suspended ones. Otherwise suspended ones are among the rest.
    pub suspended: bool,
    /// At most so many rows; none for all.
    pub limit: Option<u32>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionRow {
    /// Stable id.
    pub id: String,
    /// What the interviewer says.
    pub prompt: String,
    /// Its competency.
    pub competency: CompetencyView,
    /// "behavioural", "situational", "technical" or "estimation".
    pub kind: String,
    /// "senior", "principal" or "manager".
    pub level: String,
    /// Minutes an answer may take.
    pub minutes: u32,
    /// Finished takes of its answer; 0 when it is new.
    pub takes: u32,
    /// Score of the latest take, if it was long enough to score.
    pub latest_score: Option<u32>,
    /// Score of the take kept as best, else the highest.
    pub best_score: Option<u32>,
    /// Practice days since the latest take, 0 for today; none when it is new.
    pub seen_days: Option<u32>,
    /// It is not asked until it is resumed.
    pub suspended: bool,
    /// The user has written a note on it.
    pub noted: bool,
    /// Where it comes from.
    pub origin: Origin,
}

/// A competency with how many questions it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompetencyCount {
    /// The competency.
    pub competency: CompetencyView,
    /// Questions that pass the filter, whatever competency the filter names.
    pub matching: u32,
    /// All its questions.
    pub total: u32,
}

/// The list with the figures around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionList {
    /// The rows: with a query the best match first, else in the bank's order.
    pub rows: Vec<QuestionRow>,
    /// Questions that pass the filter, those beyond the limit too.
    pub matching: u32,
    /// Of these, with a finished answer.
    pub answered: u32,
    /// All questions of the bank.
    pub total: u32,
    /// Of the user's own, in all.
    pub own: u32,
    /// Suspended, in all.
    pub suspended: u32,
    /// All seventeen competencies, in the bank's order.
    pub competencies: Vec<CompetencyCount>,
    /// Largest file that can be imported, in bytes. A larger one need not be read.
    pub pack_bytes: u32,
}

/// A question with all that the room shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionDetail {
    /// The question.
    pub question: QuestionView,
    /// Its row of the list.
    pub row: QuestionRow,
    /// The theme it covers.
    pub theme: String,
    /// The user's note; empty when there is none.
    pub note: String,
    /// Its answer, once it has a finished take.
    pub answer_id: Option<u32>,
    /// The latest finished take.
    pub take_id: Option<u32>,
    /// Its place in review; none while it is not in review. A question can be added once it has an answer.
    pub card: Option<CardView>,
    /// Its fields, to revise it or to begin a question of one's own from it.
    pub draft: QuestionDraft,
    /// For a question of one's own: named when it is saved again.
    pub version: Option<u32>,
}

/// A question of the user's own as it is being written. Blank entries of lists are left out when it is saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionDraft {
    /// The question as an interviewer says it.
    pub prompt: String,
    /// A competency's id.
    pub competency: String,
    /// Dimensions by their ids, the main one first.
    pub dimensions: Vec<String>,
    /// A kind.
    pub kind: String,
    /// A level.
    pub level: String,
    /// Minutes for the first answer.
    pub minutes: u32,
    /// Follow-ups.
    pub probes: Vec<String>,
    /// What a strong answer shows.
    pub strong: Vec<String>,
    /// What a feature-level candidate says.
    pub feature_quote: String,
    /// What an interviewer misses in it.
    pub feature_why: String,
    /// Words to find it by; "own" when there is none.
    pub tags: Vec<String>,
    /// The theme; "my own" when it is blank.
    pub theme: String,
}

/// A field of [`QuestionDraft`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DraftField {
    /// `prompt`.
    Prompt,
    /// `competency`.
    Competency,
    /// `dimensions`.
    Dimensions,
    /// `kind`.
    Kind,
    /// `level`.
    Level,
    /// `minutes`.
    Minutes,
    /// `probes`.
    Probes,
    /// `strong`.
    Strong,
    /// `featureQuote`.
    FeatureQuote,
    /// `featureWhy`.
    FeatureWhy,
    /// `tags`.
    Tags,
    /// `theme`.
    Theme,
}

/// Something wrong with a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftProblem {
    /// Where.
    pub field: DraftField,
    /// Which entry of a list, from 0, blank ones counted; none for the list or the field as a whole.
    pub entry: Option<u32>,
    /// What is wrong and what is right, as one sentence.
    pub message: String,
}

/// A question that is nearly the one being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NearQuestion {
    /// Its id.
    pub id: String,
    /// Its words.
    pub prompt: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Share of telling words in common, per cent.
    pub alike: u32,
}

/// What is to be said of a draft while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftCheck {
    /// What keeps it from being saved, in the order of the fields.
    pub problems: Vec<DraftProblem>,
    /// What may be meant otherwise, as misspelt words: no hindrance.
    pub hints: Vec<DraftProblem>,
    /// Questions that are near it, the nearest first: a hint, no hindrance.
    pub near: Vec<NearQuestion>,
}

/// What became of saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "outcome")]
pub enum SavedQuestion {
    /// It is kept.
    Saved {
        /// The question as it is now.
        detail: Box<QuestionDetail>,
        /// What it said before, so that saving that again undoes it; none when it is new.
        before: Option<Box<QuestionDraft>>,
    },
    /// Nothing was changed.
    Refused {
        /// Why.
        check: DraftCheck,
    },
}

/// A question of a pack, in the summary before it applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PackRow {
    /// Its id.
    pub id: String,
    /// Its words.
    pub prompt: String,
    /// For a changed one: the fields that change. For a refused one: the reason, as one sentence.
    pub notes: Vec<String>,
}

/// What importing a pack would do. Nothing has been changed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PackPlan {
    /// Named when it is applied.
    pub token: u32,
    /// The pack's name, from its file's.
    pub name: String,
    /// "TOML", "JSON" or "CSV".
    pub format: String,
    /// Questions that come in.
    pub new: Vec<PackRow>,
    /// Questions of this pack that get new words.
    pub changed: Vec<PackRow>,
    /// Questions that are here already, word for word.
    pub same: Vec<PackRow>,
    /// Questions that are left out, each with its reason, because something of the user's own would be lost or doubled.
    pub refused: Vec<PackRow>,
    /// Faults of the file. With one of them the whole file is refused and the lists above are empty.
    pub problems: Vec<FileProblem>,
    /// Whether applying would change anything.
    pub can_apply: bool,
}

/// What an import did, all of it in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PackApplied {
    /// The pack's name.
    pub name: String,
    /// Ids of the questions that came in. Deleting them is the undo of a first import.
    pub new: Vec<String>,
    /// Ids of the questions that changed.
    pub changed: Vec<String>,
}

/// The form of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PackFormat {
    /// As the bank's own files.
    Toml,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Which questions to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "what")]
pub enum ExportChoice {
    /// All that the user wrote, in the app or in files.
    Own,
    /// These.
    Selection {
        /// By id.
        ids: Vec<String>,
    },
    /// All of one competency.
    Competency {
        /// By id.
        id: String,
    },
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// Where. A file that was there is never written over.
    pub path: String,
    /// Questions in it.
    pub questions: u32,
}

/// A round of a loop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoundView {
    /// What it is called.
    pub name: String,
    /// Its minutes in all.
    pub minutes: u32,
    /// Of these, before the first question.
    pub opening: u32,
    /// Of these, for the candidate's own questions.
    pub closing: u32,
    /// Questions asked.
    pub questions: u32,
    /// From these competencies; none for any.
    pub competencies: Vec<CompetencyView>,
    /// Of these kinds; none for any.
    pub kinds: Vec<String>,
    /// Of these levels; none for any.
    pub levels: Vec<String>,
    /// Answered in writing, alone, instead of aloud.
    pub written: bool,
    /// Questions of the bank that fit, suspended ones left out.
    pub available: u32,
}

/// A loop: the rounds of a kind of interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LoopView {
    /// Stable id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is like, in a sentence or two.
    pub summary: String,
    /// What to keep to in it.
    pub advice: Vec<String>,
    /// Minutes of all rounds.
    pub minutes: u32,
    /// Its rounds, in order.
    pub rounds: Vec<RoundView>,
}
