//! A mock interview while it is chosen and answered.

use crate::{
    App, AppError,
    view::{MockDeed, MockEdit, MockFit, MockNow, MockRoom, MockSetup},
};

impl App {
    pub fn mock_room(&mut self) -> Result<MockRoom, AppError> {
        todo!()
    }
    pub fn fit_mock(&mut self, _setup: &MockSetup) -> Result<MockFit, AppError> {
        todo!()
    }
    pub fn start_mock(&mut self, _setup: &MockSetup) -> Result<MockNow, AppError> {
        todo!()
    }
    pub fn mock_now(&mut self, _id: u32) -> Result<MockNow, AppError> {
        todo!()
    }
    pub fn save_mock_answer(&mut self, _id: u32, _edit: &MockEdit) -> Result<MockNow, AppError> {
        todo!()
    }
    pub fn mock_deed(
        &mut self,
        _id: u32,
        _deed: MockDeed,
        _edit: Option<&MockEdit>,
    ) -> Result<MockNow, AppError> {
        todo!()
    }
}
