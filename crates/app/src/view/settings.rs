//! What the user can set, and where the data live.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The role that is interviewed for: it changes what an answer is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Senior TPM: owns a system or a program of several teams.
    #[default]
    Senior,
    /// Principal TPM: sets direction across organisations.
    Principal,
    /// Manager: owns a program through other program managers.
    Manager,
}

/// An interview to prepare for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Interview {
    /// What it is called: "Onsite".
    pub name: String,
    /// Its day.
    pub day: String,
}

/// All settings. Changes apply at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Zoom of the window, percent, 80–200.
    pub text_size: u32,
    /// What is interviewed for; every check asks for what that level owes.
    pub level: Level,
    /// Marks appear while typing.
    pub marks_as_i_type: bool,
    /// Marks have colours beside their shapes.
    pub mark_colours: bool,
    /// Single-letter shortcuts work outside text fields (WCAG 2.1.4).
    pub letter_keys: bool,
    /// A polite message at half, at the last tenth and at the end of the time.
    pub say_time: bool,
    /// Wanted probability of recall on the due day, percent, 70–97.
    pub retention: u32,
    /// New questions a day in the plan.
    pub new_per_day: u32,
    /// Hour at which a day of practice starts, 0–23.
    pub day_start: u32,
    /// Minutes a day.
    pub minutes_a_day: u32,
    /// Interviews to prepare for, the earliest first; those whose day has passed count for nothing.
    pub interviews: Vec<Interview>,
    /// Rules that are switched off.
    pub rules_off: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::System,
            text_size: 100,
            level: Level::Senior,
            marks_as_i_type: true,
            mark_colours: true,
            letter_keys: true,
            say_time: true,
            retention: 90,
            new_per_day: 1,
            day_start: 4,
            minutes_a_day: 30,
            interviews: Vec::new(),
            rules_off: Vec::new(),
        }
    }
}

/// What a wanted recall costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RetentionCost {
    /// Wanted probability of recall on the due day, percent.
    pub retention: u32,
    /// Minutes a day it takes to keep the answers in rotation, over the coming month.
    pub minutes_a_day: f32,
}

/// The memory model, and whether it can be fitted to the user's own log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ModelView {
    /// Graded performances in the log.
    pub reviews: u32,
    /// Fitting is offered from so many on.
    pub needed: u32,
    /// Own weights are in use.
    pub fitted: bool,
    /// When they were fitted.
    pub fitted_at: Option<i64>,
    /// Log loss of the present weights on held-out reviews, as of the last fit.
    pub loss_before: Option<f32>,
    /// Log loss of the fitted weights on the same reviews.
    pub loss_after: Option<f32>,
    /// What came of the last fit, in one sentence.
    pub result: Option<String>,
    /// What each wanted recall costs with the present weights, 70 to 97 in steps.
    pub costs: Vec<RetentionCost>,
}

/// A backup of everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Its file.
    pub path: String,
    /// When it was made.
    pub at: i64,
    /// Bytes.
    pub bytes: u64,
    /// Answers in it.
    pub answers: u32,
    /// It was opened and checked.
    pub verified: bool,
}

/// A folder of files that the user writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OwnFolder {
    /// Questions.
    Questions,
    /// Rules of the phrase check.
    Rules,
}

/// Something wrong in a file of the user's own (questions, rules): the rest works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileProblem {
    /// Where the file is.
    pub folder: OwnFolder,
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong and what is right.
    pub message: String,
}

/// Where the data live.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DataView {
    /// The folder.
    pub dir: String,
    /// Bytes of the database.
    pub bytes: u64,
    /// Answers kept.
    pub answers: u32,
    /// Backups, newest first.
    pub backups: Vec<BackupView>,
    /// Why the last automatic backup failed, if it did.
    pub backup_problem: Option<String>,
    /// The program's version.
    pub version: String,
    /// Questions in the bank, own ones too.
    pub questions: u32,
    /// Rules of the phrase check.
    pub rules: u32,
}
