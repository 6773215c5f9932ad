use crate::view::*; use crate::{App,AppError};
#[allow(missing_docs, clippy::all)]
impl App {
pub fn ready(&mut self)->Result<Ready,AppError>{unimplemented!()}
pub fn answers(&mut self, _filter: &AnswerFilter) -> Result<AnswerList, AppError> { unimplemented!() }
pub fn star(&mut self, _answer_id: u32, _on: bool) -> Result<(), AppError> { unimplemented!() }
pub fn trash(&mut self, _answer_id: u32) -> Result<(), AppError> { unimplemented!() }
pub fn untrash(&mut self, _answer_id: u32) -> Result<(), AppError> { unimplemented!() }
pub fn delete_forever(&mut self, _answer_id: u32) -> Result<(), AppError> { unimplemented!() }
pub fn today(&mut self, ) -> Result<TodayView, AppError> { unimplemented!() }
pub fn suggest_question(&mut self, _not: &Vec<String>) -> Result<Suggestion, AppError> { unimplemented!() }
pub fn question(&mut self, _id: &String) -> Result<QuestionView, AppError> { unimplemented!() }
pub fn find(&mut self, _query: &String) -> Result<Found, AppError> { unimplemented!() }
pub fn start_take(&mut self, _question_id: &String) -> Result<RunningTake, AppError> { unimplemented!() }
pub fn running_take(&mut self, _take_id: u32) -> Result<RunningTake, AppError> { unimplemented!() }
pub fn save_draft(&mut self, _edit: &DraftEdit) -> Result<DraftSaved, AppError> { unimplemented!() }
pub fn finish_take(&mut self, _edit: &DraftEdit) -> Result<CheckView, AppError> { unimplemented!() }
pub fn discard_take(&mut self, _take_id: u32) -> Result<(), AppError> { unimplemented!() }
pub fn restore_take(&mut self, _take_id: u32) -> Result<RunningTake, AppError> { unimplemented!() }
pub fn check_live(&mut self, _text: &String, _mode: AnswerMode) -> Result<LiveCheck, AppError> { unimplemented!() }
pub fn settings(&mut self, ) -> Result<Settings, AppError> { unimplemented!() }
pub fn data(&mut self, ) -> Result<DataView, AppError> { unimplemented!() }
pub fn back_up_now(&mut self, ) -> Result<BackupView, AppError> { unimplemented!() }
pub fn save_settings(&mut self, _settings: &Settings) -> Result<Settings, AppError> { unimplemented!() }
pub fn review_queue(&mut self, ) -> Result<ReviewQueue, AppError> { unimplemented!() }
pub fn start_review(&mut self, _answer_id: u32) -> Result<RunningTake, AppError> { unimplemented!() }
pub fn finish_review(&mut self, _edit: &DraftEdit) -> Result<ReviewCompare, AppError> { unimplemented!() }
pub fn reveal(&mut self, _answer_id: u32) -> Result<ReviewCompare, AppError> { unimplemented!() }
pub fn compare_review(&mut self, _answer_id: u32, _take_id: u32) -> Result<ReviewCompare, AppError> { unimplemented!() }
pub fn grade(&mut self, _request: &GradeRequest) -> Result<Graded, AppError> { unimplemented!() }
pub fn undo_grade(&mut self, _log_id: u32) -> Result<ReviewQueue, AppError> { unimplemented!() }
pub fn bury(&mut self, _answer_id: u32) -> Result<ReviewQueue, AppError> { unimplemented!() }
pub fn suspend(&mut self, _answer_id: u32) -> Result<ReviewQueue, AppError> { unimplemented!() }
pub fn resume_card(&mut self, _answer_id: u32) -> Result<ReviewQueue, AppError> { unimplemented!() }
pub fn check(&mut self, _take_id: u32) -> Result<CheckView, AppError> { unimplemented!() }
pub fn keep_as_best(&mut self, _answer_id: u32, _take_id: u32, _version: u32) -> Result<CheckView, AppError> { unimplemented!() }
pub fn send_to_review(&mut self, _answer_id: u32) -> Result<CheckView, AppError> { unimplemented!() }
pub fn withdraw_from_review(&mut self, _answer_id: u32) -> Result<CheckView, AppError> { unimplemented!() }
pub fn ignore_finding(&mut self, _take_id: u32, _mark: &IgnoredMark) -> Result<CheckView, AppError> { unimplemented!() }
pub fn restore_finding(&mut self, _take_id: u32, _mark: &IgnoredMark) -> Result<CheckView, AppError> { unimplemented!() }
pub fn rule(&mut self, _id: &String) -> Result<RuleView, AppError> { unimplemented!() }
pub fn rules(&mut self, ) -> Result<Vec<RuleView>, AppError> { unimplemented!() }
pub fn set_rule(&mut self, _id: &String, _on: bool) -> Result<RuleView, AppError> { unimplemented!() }
}
