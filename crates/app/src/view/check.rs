//! The phrase check of a take. All offsets are UTF-16 code units into `text`.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Dimension, FileProblem, Level, QuestionView, TakeTab};

/// What kind of mark a finding draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// A senior signal: solid line.
    Strong,
    /// A weak claim: wavy line.
    Weak,
    /// Nobody acts, or "we": dotted line.
    HiddenActor,
    /// A hedge: dashed line.
    Hedge,
    /// A filler: struck.
    Filler,
}

/// Who acts in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// I.
    Own,
    /// We.
    Shared,
    /// Somebody else.
    Other,
    /// Nobody.
    Nobody,
}

/// Whether the check could read the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Readable {
    /// English, and long enough to score (25 words).
    Scored,
    /// English, marked, but too short for a score to mean something.
    Short,
    /// Under about eight words: nothing to mark.
    TooShort,
    /// Not English.
    NotEnglish,
}

/// A finding in the text with its note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// The words.
    pub text: String,
    /// Which line it gets.
    pub kind: MarkKind,
    /// The rule that found it.
    pub rule: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// Who acts.
    pub actor: Actor,
    /// What it moves the score by, signed.
    pub points: i32,
    /// Margin note, lower case: "activity, not a decision".
    pub note: String,
    /// One sentence of why.
    pub why: String,
    /// The question that repairs it.
    pub ask: String,
    /// Words one could say instead.
    pub say: Option<String>,
    /// 1–3 when it is one of the three things to fix first.
    pub fix: Option<u32>,
}

/// A thing an interviewer would write down that is not there, with the place for its caret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MissingView {
    /// Which item.
    pub item: String,
    /// UTF-16 offset of the caret.
    pub at: u32,
    /// The question to ask.
    pub ask: String,
    /// Points its presence would add.
    pub gain: i32,
    /// 1–3 when it is one of the three things to fix first.
    pub fix: Option<u32>,
}

/// Scores 0–100. A dimension that was neither probed nor found is none, never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Scores {
    /// The whole answer.
    pub overall: u32,
    /// Ownership against coordination.
    pub ownership: Option<u32>,
    /// Systems against tasks.
    pub systems: Option<u32>,
    /// Decisions against tracking.
    pub decisions: Option<u32>,
    /// Proactive against reactive.
    pub foresight: Option<u32>,
    /// Defining against waiting.
    pub direction: Option<u32>,
    /// Outcome against delivery.
    pub impact: Option<u32>,
    /// Influence against relaying.
    pub influence: Option<u32>,
}

/// How many claims each actor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AgencyView {
    /// I.
    pub own: u32,
    /// We.
    pub shared: u32,
    /// Somebody else.
    pub other: u32,
    /// Nobody.
    pub nobody: u32,
}

/// A part of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StoryPart {
    /// The setting.
    Situation,
    /// What was asked.
    Task,
    /// What was done.
    Action,
    /// What came of it.
    Result,
}

/// One stretch of the answer that is one part of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PartView {
    /// Which part.
    pub part: StoryPart,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// Share of words, percent.
    pub percent: u32,
}

/// Situation, task, action, result: what is there, in the order spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StructureView {
    /// In the order spoken.
    pub parts: Vec<PartView>,
    /// Parts that are not there.
    pub absent: Vec<StoryPart>,
    /// Whether the parts come in order.
    pub in_order: bool,
    /// One line on opening and ending.
    pub line: String,
}

/// A thing an interviewer writes down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CoverageView {
    /// Which item: "decision", "alternative", …
    pub item: String,
    /// For people: "early risk".
    pub label: String,
    /// The question, when it is missing.
    pub ask: String,
    /// Where it is said, as [start, end) in UTF-16 units; empty when missing.
    pub spans: Vec<(u32, u32)>,
}

/// One of the three things to fix first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FixView {
    /// The question.
    pub ask: String,
    /// The words it is about, shortened.
    pub quote: String,
    /// Points it could add.
    pub gain: i32,
    /// Index into marks, when it is about words that are there.
    pub mark: Option<u32>,
    /// Index into missing, when it is about something absent.
    pub missing: Option<u32>,
}

/// A finding the user asked to leave out of this take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IgnoredMark {
    /// The rule.
    pub rule: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// Whether and when an answer comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardView {
    /// The day it is due.
    pub due_day: String,
    /// "active", "buried" or "suspended".
    pub state: String,
}

/// A sentence the analyser cut, for live marks: nothing is marked in the one being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
}

/// Marks while typing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LiveCheck {
    /// Whether the check reads this text.
    pub readable: Readable,
    /// Words so far.
    pub words: u32,
    /// All marks, those of the last sentence too.
    pub marks: Vec<Mark>,
    /// Sentences, to hide the marks of the one being written.
    pub sentences: Vec<SentenceView>,
}

/// Everything the phrase-check screen shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// The answer (thread of takes).
    pub answer_id: u32,
    /// Goes up with each change of the answer; named in changes.
    pub answer_version: u32,
    /// The question.
    pub question: QuestionView,
    /// The take shown.
    pub take: TakeTab,
    /// All finished takes, oldest first.
    pub takes: Vec<TakeTab>,
    /// The take before this one, whose bars are the ticks.
    pub previous: Option<TakeTab>,
    /// The level it was checked for, in all takes.
    pub level: Level,
    /// The answer.
    pub text: String,
    /// Whether it could be read.
    pub readable: Readable,
    /// Findings in reading order.
    pub marks: Vec<Mark>,
    /// What is missing, in the order of their carets.
    pub missing: Vec<MissingView>,
    /// Scores, when there are enough words.
    pub scores: Option<Scores>,
    /// Who acts.
    pub agency: AgencyView,
    /// The story's parts.
    pub structure: StructureView,
    /// What an interviewer writes down: all items, present and missing.
    pub coverage: Vec<CoverageView>,
    /// The three largest gains.
    pub fixes: Vec<FixView>,
    /// Left out on request.
    pub ignored: Vec<IgnoredMark>,
    /// Its place in review, if it has one.
    pub card: Option<CardView>,
    /// Starred.
    pub starred: bool,
}

/// A rule, with what it says and its examples. Braces in an example show the words it marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// "ownership/follow-up".
    pub id: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// Which mark it draws.
    pub kind: MarkKind,
    /// Margin note.
    pub note: String,
    /// Why it matters.
    pub why: String,
    /// The question it asks.
    pub ask: String,
    /// Words one could say instead.
    pub say: Option<String>,
    /// What it looks for, as its file writes it; empty for a rule that knows deeds instead.
    pub patterns: Vec<String>,
    /// Deeds that it knows however they are worded, in words: "deciding or choosing".
    pub deeds: Vec<String>,
    /// The user's own file that it is from; none when it came with the program.
    pub file: Option<String>,
    /// Sentences it marks.
    pub hits: Vec<String>,
    /// Sentences it leaves alone.
    pub misses: Vec<String>,
    /// Switched on.
    pub on: bool,
}

/// How often a rule marks the best takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleUse {
    /// Marks.
    pub marks: u32,
    /// Best takes that have one.
    pub takes: u32,
    /// Best takes looked at: those of the answers that were given last.
    pub of: u32,
}

/// A file of own rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnRuleFile {
    /// Its name.
    pub name: String,
    /// How many of its rules work.
    pub rules: u32,
}

/// The user's own rules as they were last read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnRules {
    /// The folder.
    pub folder: String,
    /// Its files, by name.
    pub files: Vec<OwnRuleFile>,
    /// What is wrong in them; the rest works.
    pub problems: Vec<FileProblem>,
    /// There is a file of the example's name.
    pub example: bool,
}
