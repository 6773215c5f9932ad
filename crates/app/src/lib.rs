//! The use cases: start, draft, finish, grade, resume. Ties the crates below together; knows no Tauri.

pub mod clock;
pub mod view;
mod stub;
#[allow(missing_docs)]
pub struct App {}
#[allow(missing_docs)]
#[derive(Debug, thiserror::Error)]
pub enum AppError { #[error("x")] X }
#[allow(missing_docs)]
impl AppError { pub fn code(&self)->view::ErrorCode{ view::ErrorCode::Internal} pub fn detail(&self)->Option<String>{None} }
#[allow(missing_docs)]
pub enum Trouble {}
#[allow(missing_docs)]
impl Trouble { pub fn view(&self, _d:&std::path::Path)->view::Trouble{unimplemented!()} }
#[allow(missing_docs)]
pub enum Open{AsItIs,Fresh,Restoring(std::path::PathBuf)}
#[allow(missing_docs)]
impl App { pub fn open(_d:&std::path::Path,_c:std::sync::Arc<dyn clock::Clock>,_o:Open)->Result<App,Trouble>{unimplemented!()}}
