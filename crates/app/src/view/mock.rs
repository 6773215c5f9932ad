//! A mock interview: choosing it, answering in it, and its debrief.
//!
//! A *slot* is the place of a question in a mock, counted from 0 across its rounds; a *part* of its answer is the answer
//! to the question (part 0) or to one of its probes (parts 1 to 3).

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Dimension, Level, LoopView};

/// Which questions are preferred, where the rounds leave a choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MockPreference {
    /// Mostly those that were never answered.
    #[default]
    New,
    /// Mostly those whose best answer is weak.
    Weak,
    /// Mostly those that are due for review; their performance counts there.
    Due,
    /// No preference.
    Any,
}

/// A round, as it was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockRound {
    /// What it is called; 1–60 characters.
    pub name: String,
    /// Minutes for answering, 1–180. Introductions and the candidate's own questions are not part of it.
    pub minutes: u32,
    /// Questions asked, 1–12.
    pub questions: u32,
    /// From these competencies, by id; none for any.
    pub competencies: Vec<String>,
    /// Of these kinds ("behavioural", "situational", "technical", "estimation"); none for any.
    pub kinds: Vec<String>,
    /// A timed written answer, alone: nobody probes.
    pub written: bool,
}

/// What a mock is to be like. The same set-up on the same bank and history gives the same questions again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockSetup {
    /// The loop it was made from, by id; none for one of the user's own.
    pub loop_id: Option<String>,
    /// What it is called; 1–60 characters.
    pub name: String,
    /// Its rounds, 1–8.
    pub rounds: Vec<MockRound>,
    /// The level that is interviewed for: questions of that level and below, checked for it.
    pub level: Level,
    /// Which questions are preferred.
    pub prefer: MockPreference,
    /// Probes after an answer: 0, or up to this many, at most 3.
    pub probes: u32,
    /// Time to think before each answer, in seconds, 0–600; not counted as answering.
    pub preparation_seconds: u32,
    /// A round ends by itself when its minutes are used. Otherwise going over is only shown.
    pub ends_at_limit: bool,
    /// 0–9999.
    pub seed: u32,
}

/// Why a set-up cannot be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockProblem {
    /// The round it is about, from 0; none for the whole.
    pub round: Option<u32>,
    /// What is so and what to do: "Only 2 questions fit this round, and it asks 4. Add a competency, or ask fewer."
    pub message: String,
}

/// Whether a set-up can be held, before anything begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockFit {
    /// Minutes of all rounds.
    pub minutes: u32,
    /// Questions of all rounds.
    pub questions: u32,
    /// When it would end if it began now, without pauses.
    pub ends_at: i64,
    /// For each round, how many questions of the bank fit it.
    pub available: Vec<u32>,
    /// What is in the way; it can begin when there is nothing.
    pub problems: Vec<MockProblem>,
}

/// A mock in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockRow {
    /// Its id.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// The day it was begun.
    pub day: String,
    /// Mean score of its scored answers, 0–100; none when nothing could be scored.
    pub score: Option<u32>,
    /// Questions answered.
    pub answered: u32,
    /// Questions in all.
    pub questions: u32,
}

/// The mock that was begun and has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockUnderWay {
    /// Its id.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// When it was begun.
    pub started_at: i64,
    /// Where it stands: "Round 2, question 2 of 3".
    pub place: String,
}

/// What the room shows before a mock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockRoom {
    /// The loops that come with the app.
    pub loops: Vec<LoopView>,
    /// The set-up of the user's own that was begun last.
    pub custom: Option<MockSetup>,
    /// The mock that waits to be gone on with.
    pub under_way: Option<MockUnderWay>,
    /// Ended mocks, the latest first.
    pub earlier: Vec<MockRow>,
    /// Questions of the bank with a finished answer.
    pub answered: u32,
    /// Questions of the bank that are not suspended.
    pub bank: u32,
    /// A seed that was not used yet.
    pub seed: u32,
}

/// How a time stands to its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TimePhase {
    /// More than a tenth is left.
    InTime,
    /// A tenth or less is left.
    LastTenth,
    /// Over.
    Over,
}

/// A time used and its budget, milliseconds. Over budget when used is more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockTime {
    /// Used so far, pauses left out.
    pub used_ms: u32,
    /// Meant to be used.
    pub budget_ms: u32,
    /// How one stands to the other.
    pub phase: TimePhase,
}

/// Where a slot stands, for the strip at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SlotState {
    /// Not asked yet.
    Coming,
    /// Being asked.
    Current,
    /// Answered.
    Answered,
    /// Passed over.
    Skipped,
}

/// A round while the mock is running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoundNow {
    /// What it is called.
    pub name: String,
    /// Its questions in order.
    pub slots: Vec<SlotState>,
    /// It is over.
    pub over: bool,
    /// Its time.
    pub time: MockTime,
}

/// A part of an answer that is done; it can be read and no more changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PartDone {
    /// The probe it answers; none for the question itself.
    pub probe: Option<String>,
    /// The words.
    pub text: String,
}

/// What is asked now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// Its slot.
    pub slot: u32,
    /// The round, from 0.
    pub round: u32,
    /// Its number in the round, from 1.
    pub number: u32,
    /// Questions in the round.
    pub of: u32,
    /// The question.
    pub prompt: String,
    /// The probe being asked, from 1, with its words; none while the question itself is answered.
    pub probe: Option<AskedProbe>,
    /// Parts that are done, in order.
    pub done: Vec<PartDone>,
    /// The part being answered: 0 for the question, else the probe's number.
    pub part: u32,
    /// The words of this part as they are saved.
    pub text: String,
    /// Named in the next save of this part.
    pub revision: u32,
    /// Nobody probes; the answer is written alone.
    pub written: bool,
    /// Time on this question, probes included.
    pub time: MockTime,
}

/// A probe being asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AskedProbe {
    /// From 1.
    pub number: u32,
    /// Its words.
    pub text: String,
}

/// What the mock is doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "stage")]
pub enum MockStage {
    /// The question is shown and there is time to think.
    Preparing {
        /// The question.
        asked: Box<Asked>,
        /// Time to think.
        time: MockTime,
    },
    /// The question or a probe is being answered.
    Answering {
        /// What is asked.
        asked: Box<Asked>,
    },
    /// A round is over and the next one has not begun. Breaks count in no budget.
    Break {
        /// The round that is over, from 0.
        ended: u32,
        /// It ended by itself, at its limit.
        at_limit: bool,
        /// How long the break is by now.
        rested_ms: u32,
    },
    /// It has ended; the debrief can be read.
    Ended,
}

/// A running mock at one moment. Never holds a mark, a score or a hint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockNow {
    /// Its id.
    pub id: u32,
    /// Goes up with each stored event.
    pub events: u32,
    /// What it is called.
    pub name: String,
    /// Its rounds.
    pub rounds: Vec<RoundNow>,
    /// Time of all rounds.
    pub time: MockTime,
    /// What it is doing.
    pub stage: MockStage,
    /// It stands still, and no time is used.
    pub paused: bool,
    /// Something to say politely to a screen reader, once: "Half of the time for this question is used; 5 minutes left."
    pub say: Option<String>,
}

/// What the user does in a running mock. Saved words come with it, so that nothing typed is lost between two saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MockDeed {
    /// Time to think is over.
    Begin,
    /// Done with this part: a probe follows, or the next question, or the end of the round.
    Done,
    /// On to the next question. Words that are there are kept as the answer; without any the question counts as skipped.
    Skip,
    /// Stand still.
    Pause,
    /// Go on, after a pause or after the room was left.
    Resume,
    /// Leave the room; it stands still until it is gone on with.
    Leave,
    /// The break is over.
    NextRound,
    /// End the mock here. What was not asked is not counted.
    End,
}

/// The words of the part being answered, as the window has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockEdit {
    /// The slot it belongs to.
    pub slot: u32,
    /// The part it belongs to.
    pub part: u32,
    /// The revision last seen.
    pub revision: u32,
    /// All words of the part.
    pub text: String,
}

/// A round in the debrief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DebriefRound {
    /// What it is called.
    pub name: String,
    /// Its time.
    pub time: MockTime,
    /// Mean score of its scored answers.
    pub score: Option<u32>,
    /// It was ended at its limit.
    pub at_limit: bool,
    /// It was a written answer.
    pub written: bool,
}

/// A probe that was asked, with what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProbeAnswer {
    /// The probe.
    pub probe: String,
    /// The words; empty when it was passed over.
    pub answer: String,
}

/// A question in the debrief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DebriefQuestion {
    /// Its slot.
    pub slot: u32,
    /// Its round, from 0.
    pub round: u32,
    /// Its id in the bank.
    pub question_id: String,
    /// Its words, as they were asked.
    pub prompt: String,
    /// The answer it belongs to; none when it was skipped, not asked, or deleted since.
    pub answer_id: Option<u32>,
    /// The take that can be opened in the phrase check; none as above.
    pub take_id: Option<u32>,
    /// It was asked, and passed over without a word.
    pub skipped: bool,
    /// It was asked at all.
    pub asked: bool,
    /// Its time, probes included.
    pub time: MockTime,
    /// Over by 30 seconds or more: drawn hatched.
    pub well_over: bool,
    /// Score 0–100; none when too short to score.
    pub score: Option<u32>,
    /// The answer without its probes, in words; empty when skipped.
    pub answer: String,
    /// Probes and their answers.
    pub probes: Vec<ProbeAnswer>,
    /// What an interviewer would write down, in sentences made from what the answer has and lacks.
    pub written_down: Vec<String>,
    /// It is in review already.
    pub in_review: bool,
    /// Below 55 and not in review: sent there unless the user says otherwise.
    pub suggest_review: bool,
}

/// A dimension in the debrief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DebriefDimension {
    /// Which.
    pub dimension: Dimension,
    /// Mean over the answers that probe or show it; none when none does.
    pub now: Option<u32>,
    /// The same in the mock it is compared with.
    pub before: Option<u32>,
}

/// One mock in the line of mocks so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MockPoint {
    /// Its id.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// Its day.
    pub day: String,
    /// Its score.
    pub score: u32,
}

/// Figures across the loop.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AcrossTheLoop {
    /// Weak marks per 100 words; none without words.
    pub weak_per_100: Option<f64>,
    /// The same in the mock it is compared with.
    pub weak_per_100_before: Option<f64>,
    /// Answers that name a decision.
    pub decisions: u32,
    /// Answers that give a number with what it measures.
    pub numbers: u32,
    /// Answers given.
    pub answers: u32,
    /// Pauses.
    pub pauses: u32,
    /// How long they were in all, milliseconds.
    pub paused_ms: u32,
    /// How often the room was left.
    pub left: u32,
    /// Questions skipped.
    pub skipped: u32,
}

/// The debrief of an ended mock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Debrief {
    /// Its id.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// The day it was begun.
    pub day: String,
    /// When it was begun.
    pub started_at: i64,
    /// When it ended.
    pub ended_at: i64,
    /// Its set-up, to hold it again.
    pub setup: MockSetup,
    /// Mean score of the scored answers; none when nothing could be scored.
    pub score: Option<u32>,
    /// What it comes to, in one or two plain sentences.
    pub headline: String,
    /// Rounds, in order.
    pub rounds: Vec<DebriefRound>,
    /// Questions, in order.
    pub questions: Vec<DebriefQuestion>,
    /// Dimensions.
    pub dimensions: Vec<DebriefDimension>,
    /// The mock it is compared with: the last one of the same loop, else the last one of any.
    pub compared_with: Option<MockRow>,
    /// Scored mocks up to this one, oldest first, at most eight.
    pub so_far: Vec<MockPoint>,
    /// Figures across the loop.
    pub across: AcrossTheLoop,
    /// Where the time went, in sentences.
    pub where_time_went: Vec<String>,
}

/// What sending answers to review costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewCost {
    /// Answers that would be sent.
    pub answers: u32,
    /// Minutes a day that they add, over the next two weeks, rounded up.
    pub minutes_a_day: u32,
    /// The day the first comes back.
    pub from: Option<String>,
}

/// The form of an exported debrief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DebriefFormat {
    /// Text with headings.
    Markdown,
    /// One page that opens in a browser, prints in black, and loads nothing.
    Html,
    /// For programs: the whole debrief.
    Json,
}
