//! Which answer tells which story.

use std::{cmp::Reverse, collections::HashMap};

use practice::recall::content_words;
use store::{AnswerId, StoreError};

use super::story_check::words_of;
use crate::{
    App, AppError,
    rows::{answer_id, id, story_id},
    view::{StoryAnswer, StoryChoice, StoryDetail},
};

impl App {
    /// Says that an answer tells a story, or that it does not. Twice is once.
    ///
    /// # Errors
    /// When one of them is not there.
    pub fn link_story(&mut self, story: u32, answer: u32, on: bool) -> Result<StoryDetail, AppError> {
        let now = self.clock.now();
        self.store.write(|tx| tx.link_story(story_id(story), answer_id(answer), on, now))?;
        self.back_up_if_due();
        self.story(story)
    }

    /// The stories, as choices for an answer, oldest first.
    ///
    /// # Errors
    /// When the answer is not there.
    pub fn answer_stories(&mut self, answer: u32) -> Result<Vec<StoryChoice>, AppError> {
        let answer = self.store.answer(answer_id(answer))?.id;
        let linked = self.stories_of_answers()?.remove(&answer).unwrap_or_default();
        let choices = self.store.stories()?.into_iter().map(|story| {
            let id = id(story.id.0);
            StoryChoice { id, title: story.title, linked: linked.contains(&id) }
        });
        Ok(choices.collect())
    }

    /// All answers, as choices for a story: those linked first, best first; then those that sound most like it, of
    /// equals the newest first.
    ///
    /// # Errors
    /// When the story is not there.
    pub fn linkable_answers(&mut self, story: u32) -> Result<Vec<StoryAnswer>, AppError> {
        let wanted = story_id(story);
        let shelf = self.shelf()?;
        let story = shelf.story(wanted).ok_or(StoreError::NoSuchStory(wanted))?;
        let words = content_words(&words_of(&story.text));
        let mut others: Vec<(usize, StoryAnswer)> = self
            .store
            .told_answers()?
            .into_iter()
            .filter(|(answer, _)| !story.told.iter().any(|told| told.answer == answer.id))
            .map(|(answer, said)| {
                let told = self.told(answer);
                let alike = content_words(&format!("{}\n\n{said}", told.prompt));
                (alike.intersection(&words).count(), told.view(false))
            })
            .collect();
        // The sort is stable: of equals, the newest first, as they were read.
        others.sort_by_key(|(alike, _)| Reverse(*alike));
        let linked = story.told.iter().map(|told| told.clone().view(true));
        Ok(linked.chain(others.into_iter().map(|(_, answer)| answer)).collect())
    }

    /// The stories that each answer tells, by id. Answers that tell none are not in it.
    pub(crate) fn stories_of_answers(&self) -> Result<HashMap<AnswerId, Vec<u32>>, AppError> {
        let mut stories: HashMap<AnswerId, Vec<u32>> = HashMap::new();
        for (answer, story) in self.store.linked_answers()? {
            stories.entry(answer).or_default().push(id(story.0));
        }
        Ok(stories)
    }
}
