//! The stories with their answers and the last mock, read at once: a few queries, however many stories there are.

use std::collections::HashMap;

use store::{AnswerId, Story, StoryId, TakeId, ToldAnswer};

use super::text;
use crate::{
    App, AppError,
    questions::competency_view,
    rows::{id, millis},
    view::{CompetencyView, StoryAnswer, StoryText},
};

/// All that the room is made of.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The stories that are not deleted, oldest first.
    pub(super) stories: Vec<Kept>,
    /// The answers given in the last mock that ended, one for each question that was answered; none for one that was
    /// deleted since.
    pub(super) last_mock: Vec<Option<AnswerId>>,
}

/// A story as it is kept.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) id: StoryId,
    pub(super) version: u32,
    /// Milliseconds since 1970 UTC.
    pub(super) updated_at: i64,
    pub(super) text: StoryText,
    /// The answers that tell it, best first.
    pub(super) told: Vec<Told>,
}

/// An answer as the room shows it.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) answer: AnswerId,
    pub(super) question_id: String,
    /// Its question as it is now; as it was answered, when it has left the bank.
    pub(super) prompt: String,
    /// The competency that the question is of now; as it was, when it has left the bank.
    pub(super) competency: CompetencyView,
    pub(super) best_take: TakeId,
    pub(super) score: Option<u32>,
}

impl Told {
    pub(super) fn view(self, linked: bool) -> StoryAnswer {
        StoryAnswer {
            answer_id: id(self.answer.0),
            take_id: id(self.best_take.0),
            prompt: self.prompt,
            competency: self.competency,
            score: self.score,
            linked,
        }
    }
}

impl Shelf {
    pub(super) fn story(&self, id: StoryId) -> Option<&Kept> {
        self.stories.iter().find(|story| story.id == id)
    }
}

impl App {
    pub(super) fn shelf(&self) -> Result<Shelf, AppError> {
        let mut told: HashMap<StoryId, Vec<Told>> = HashMap::new();
        for link in self.store.story_links()? {
            told.entry(link.story).or_default().push(self.told(link.answer));
        }
        let kept = |story: Story| {
            let mut told = told.remove(&story.id).unwrap_or_default();
            // The sort is stable: of equals, the older answer first.
            told.sort_by_key(|told| std::cmp::Reverse(told.score));
            Ok(Kept {
                id: story.id,
                version: story.version,
                updated_at: millis(story.updated_at),
                text: text::kept(&story.title, &story.body)?,
                told,
            })
        };
        let stories = self.store.stories()?.into_iter().map(kept).collect::<Result<_, AppError>>()?;
        let last_mock = match self.store.ended_mocks()?.first() {
            Some(mock) => {
                let answers = self.store.mock_answers(mock.id)?.into_iter();
                answers.map(|answer| answer.take.map(|take| take.answer_id)).collect()
            }
            None => Vec::new(),
        };
        Ok(Shelf { stories, last_mock })
    }

    /// An answer with its question as the bank has it now.
    pub(super) fn told(&self, answer: ToldAnswer) -> Told {
        let now = self.bank.get(&answer.question_id.as_str().into());
        Told {
            answer: answer.id,
            prompt: now.map_or(answer.prompt, |question| question.prompt.clone()),
            competency: competency_view(
                now.map_or(&*answer.competency, |question| question.competency.as_str()),
            ),
            question_id: answer.question_id,
            best_take: answer.best_take,
            score: answer.best_score.map(u32::from),
        }
    }
}
