//! The list of commands, and the TypeScript the window calls them with.

use tauri::Wry;
use tauri_specta::{Builder, collect_commands};

use crate::commands::{
    answers, check, drill, mock, practice, progress, questions, review, settings, start, stories, today,
    unfinished,
};

/// All commands. `commands/names.in` names the same ones for the permissions.
pub fn commands() -> Builder<Wry> {
    Builder::<Wry>::new().disable_serde_phases().dangerously_cast_bigints_to_number().commands(
        collect_commands![
            start::start,
            start::retry_start,
            start::restore_backup,
            start::start_fresh,
            start::leave,
            today::today,
            today::suggest_question,
            today::question,
            today::find,
            practice::start_take,
            practice::running_take,
            practice::save_draft,
            practice::finish_take,
            practice::discard_take,
            practice::restore_take,
            practice::check_live,
            check::check,
            check::keep_as_best,
            check::send_to_review,
            check::withdraw_from_review,
            check::ignore_finding,
            check::restore_finding,
            check::rule,
            check::rules,
            check::set_rule,
            check::rule_use,
            check::own_rules,
            check::reread_own_rules,
            check::write_example_rules,
            review::review_queue,
            review::start_review,
            review::finish_review,
            review::reveal,
            review::compare_review,
            review::grade,
            review::undo_grade,
            review::bury,
            review::suspend,
            review::resume_card,
            review::reschedule,
            review::review_more,
            drill::drill_queue,
            drill::check_drill,
            drill::undo_drill,
            drill::put_drill,
            drill::suspend_drill,
            stories::stories,
            stories::story,
            stories::save_story,
            stories::delete_stories,
            stories::restore_stories,
            stories::link_story,
            stories::answer_stories,
            stories::linkable_answers,
            stories::export_stories,
            progress::progress,
            unfinished::keep_unfinished,
            unfinished::unfinished,
            answers::answers,
            answers::star,
            answers::trash,
            answers::untrash,
            answers::delete_forever,
            questions::questions,
            questions::question_detail,
            questions::suspend_question,
            questions::review_question,
            questions::save_question_note,
            questions::check_own_question,
            questions::save_own_question,
            questions::delete_questions,
            questions::restore_questions,
            questions::preview_pack,
            questions::apply_pack,
            questions::export_questions,
            questions::loops,
            mock::mock_room,
            mock::fit_mock,
            mock::start_mock,
            mock::mock_now,
            mock::save_mock_answer,
            mock::mock_deed,
            mock::debrief,
            mock::mock_review_cost,
            mock::send_mock_to_review,
            mock::export_debrief,
            mock::delete_mocks,
            mock::restore_mocks,
            settings::settings,
            settings::save_settings,
            settings::memory_model,
            settings::fit_memory_model,
            settings::forget_memory_model,
            settings::data,
            settings::back_up_now,
        ],
    )
}

/// The text of `ui/src/lib/ipc/bindings.ts`.
///
/// # Errors
/// When a type cannot be said in TypeScript, or the file cannot be written.
pub fn write_typescript(path: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let header = "// Made from the Rust commands by `cargo test --test bindings`; do not edit.\n/* eslint-disable */\n";
    commands().export(specta_typescript::Typescript::default().header(header), path)?;
    Ok(())
}
