//! What a mock interview came to.

use crate::{
    App, AppError,
    view::{Debrief, DebriefFormat, ReviewCost},
};

impl App {
    pub fn debrief(&mut self, _id: u32) -> Result<Debrief, AppError> {
        todo!()
    }
    pub fn mock_review_cost(&mut self, _id: u32, _slots: &[u32]) -> Result<ReviewCost, AppError> {
        todo!()
    }
    pub fn send_mock_to_review(&mut self, _id: u32, _slots: &[u32]) -> Result<Vec<u32>, AppError> {
        todo!()
    }
    pub fn export_debrief(&mut self, _id: u32, _format: DebriefFormat) -> Result<String, AppError> {
        todo!()
    }
    pub fn delete_mocks(&mut self, _ids: &[u32]) -> Result<(), AppError> {
        todo!()
    }
    pub fn restore_mocks(&mut self, _ids: &[u32]) -> Result<(), AppError> {
        todo!()
    }
}
