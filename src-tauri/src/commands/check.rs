//! The phrase check of a take, and its rules.

use app::view::{CheckView, IgnoredMark, OwnRules, RuleUse, RuleView};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// The check of a finished take.
#[tauri::command]
#[specta::specta]
pub async fn check(desk: State<'_, Desk>, take_id: u32) -> Answer<CheckView> {
    desk.run(move |app| app.check(take_id)).await
}

/// Keeps a take as the best of its answer.
#[tauri::command]
#[specta::specta]
pub async fn keep_as_best(
    desk: State<'_, Desk>,
    answer_id: u32,
    take_id: u32,
    version: u32,
) -> Answer<CheckView> {
    desk.run(move |app| app.keep_as_best(answer_id, take_id, version)).await
}

/// Lets an answer come back in review.
#[tauri::command]
#[specta::specta]
pub async fn send_to_review(desk: State<'_, Desk>, answer_id: u32) -> Answer<CheckView> {
    desk.run(move |app| app.send_to_review(answer_id)).await
}

/// Takes an answer that was never graded out of review again: the undo.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_from_review(desk: State<'_, Desk>, answer_id: u32) -> Answer<CheckView> {
    desk.run(move |app| app.withdraw_from_review(answer_id)).await
}

/// Leaves one finding out of one take.
#[tauri::command]
#[specta::specta]
pub async fn ignore_finding(desk: State<'_, Desk>, take_id: u32, mark: IgnoredMark) -> Answer<CheckView> {
    desk.run(move |app| app.ignore_finding(take_id, &mark)).await
}

/// Brings an ignored finding back.
#[tauri::command]
#[specta::specta]
pub async fn restore_finding(desk: State<'_, Desk>, take_id: u32, mark: IgnoredMark) -> Answer<CheckView> {
    desk.run(move |app| app.restore_finding(take_id, &mark)).await
}

/// One rule with its examples.
#[tauri::command]
#[specta::specta]
pub async fn rule(desk: State<'_, Desk>, id: String) -> Answer<RuleView> {
    desk.run(move |app| app.rule(&id)).await
}

/// All rules.
#[tauri::command]
#[specta::specta]
pub async fn rules(desk: State<'_, Desk>) -> Answer<Vec<RuleView>> {
    desk.run(move |app| app.rules()).await
}

/// Switches a rule on or off.
#[tauri::command]
#[specta::specta]
pub async fn set_rule(desk: State<'_, Desk>, id: String, on: bool) -> Answer<RuleView> {
    desk.run(move |app| app.set_rule(&id, on)).await
}

/// How often a rule marks the best takes.
#[tauri::command]
#[specta::specta]
pub async fn rule_use(desk: State<'_, Desk>, id: String) -> Answer<RuleUse> {
    desk.run(move |app| app.rule_use(&id)).await
}

/// The user's own rules as they were last read.
#[tauri::command]
#[specta::specta]
pub async fn own_rules(desk: State<'_, Desk>) -> Answer<OwnRules> {
    desk.run(move |app| app.own_rules()).await
}

/// Reads the folder of own rules again.
#[tauri::command]
#[specta::specta]
pub async fn reread_own_rules(desk: State<'_, Desk>) -> Answer<OwnRules> {
    desk.run(move |app| app.reread_own_rules()).await
}

/// Writes an example of a rule file, where there is none.
#[tauri::command]
#[specta::specta]
pub async fn write_example_rules(desk: State<'_, Desk>) -> Answer<OwnRules> {
    desk.run(move |app| app.write_example_rules()).await
}
