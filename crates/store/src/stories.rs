//! The tables `stories` and `story_answers`: the user's stories, and the answers that tell them.
//!
//! What a story says is JSON that this crate hands on as it is.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::answers::AnswerId;
use crate::column::{Millis, row_id};
use crate::error::{Row, StoreError};
use crate::takes::TakeId;
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a story; never reused.
    StoryId
}

/// A story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Its id.
    pub id: StoryId,
    /// Its name.
    pub title: String,
    /// What it says, as JSON.
    pub body: String,
    /// Grows by one with each change, deleting and restoring included; guards against stale writes. Links change it
    /// not.
    pub version: u32,
    /// When it was first kept.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Since when it is deleted; it can be brought back.
    pub deleted_at: Option<Timestamp>,
}

/// An answer with at least one finished take, outside the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldAnswer {
    /// The answer.
    pub id: AnswerId,
    /// The question's id.
    pub question_id: String,
    /// The question's words when it was first answered.
    pub prompt: String,
    /// The question's competency then.
    pub competency: String,
    /// The take kept as best, else the one with the highest score; of equals the later one.
    pub best_take: TakeId,
    /// The score of the take kept as best, else the highest of all; the same figure as in the list of answers.
    pub best_score: Option<u8>,
    /// When its latest take was finished.
    pub finished_at: Timestamp,
}

/// An answer that tells a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryLink {
    /// The story.
    pub story: StoryId,
    /// The answer.
    pub answer: ToldAnswer,
}

const COLUMNS: &str = "id, title, body, version, created_at, updated_at, deleted_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Story> {
    Ok(Story {
        id: row.get(0)?,
        title: row.get(1)?,
        body: row.get(2)?,
        version: row.get(3)?,
        created_at: row.get::<_, Millis>(4)?.0,
        updated_at: row.get::<_, Millis>(5)?.0,
        deleted_at: row.get::<_, Option<Millis>>(6)?.map(|Millis(at)| at),
    })
}

/// The columns of a [`ToldAnswer`], and what is joined to `answers a` for them; an answer without a finished take falls
/// out.
const TOLD: &str = "a.id AS answer_id, a.question_id, a.prompt, a.competency, coalesce(kept.id, top.id) AS best_take,
    coalesce(kept.score, top.score) AS best_score,
    (SELECT max(t.finished_at) FROM takes t WHERE t.answer_id = a.id AND t.state = 'finished') AS finished_at";
const BEST: &str =
    "JOIN takes top ON top.id = (SELECT t.id FROM takes t WHERE t.answer_id = a.id AND t.state = 'finished'
        ORDER BY t.score DESC, t.ordinal DESC LIMIT 1)
    LEFT JOIN takes kept ON kept.id = a.best_take_id AND kept.state = 'finished'";

fn read_told(row: &rusqlite::Row<'_>) -> rusqlite::Result<ToldAnswer> {
    Ok(ToldAnswer {
        id: row.get("answer_id")?,
        question_id: row.get("question_id")?,
        prompt: row.get("prompt")?,
        competency: row.get("competency")?,
        best_take: row.get("best_take")?,
        best_score: row.get("best_score")?,
        finished_at: row.get::<_, Millis>("finished_at")?.0,
    })
}

pub(crate) fn links_sql() -> String {
    format!(
        "SELECT l.story_id, {TOLD} FROM stories s JOIN story_answers l ON l.story_id = s.id
            JOIN answers a ON a.id = l.answer_id {BEST}
         WHERE s.deleted_at IS NULL AND a.trashed_at IS NULL ORDER BY l.story_id, l.answer_id"
    )
}

impl Reads {
    /// The stories that are not deleted, in the order in which they were first kept.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn stories(&self) -> Result<Vec<Story>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM stories WHERE deleted_at IS NULL ORDER BY id");
        let mut statement = self.conn().prepare_cached(&sql)?;
        let stories = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(stories)
    }

    /// The story with this id, deleted or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchStory`].
    pub fn story(&self, id: StoryId) -> Result<Story, StoreError> {
        self.conn()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM stories WHERE id = ?1"))?
            .query_one([id], read)
            .optional()?
            .ok_or(StoreError::NoSuchStory(id))
    }

    /// The answers that tell stories, of all stories that are not deleted: by story, then by answer. An answer without
    /// a finished take tells nothing yet, and one in the trash no more.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn story_links(&self) -> Result<Vec<StoryLink>, StoreError> {
        let mut statement = self.conn().prepare_cached(&links_sql())?;
        let links = statement
            .query_map([], |row| Ok(StoryLink { story: row.get("story_id")?, answer: read_told(row)? }))?
            .collect::<Result<_, _>>()?;
        Ok(links)
    }

    /// Which answer is linked to which story that is not deleted, finished takes or not: by answer, then by story.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn linked_answers(&self) -> Result<Vec<(AnswerId, StoryId)>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT l.answer_id, l.story_id FROM story_answers l JOIN stories s ON s.id = l.story_id
             WHERE s.deleted_at IS NULL ORDER BY l.answer_id, l.story_id",
        )?;
        let links =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(links)
    }

    /// Every answer that can tell a story, with the words of its best take; the latest first.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn told_answers(&self) -> Result<Vec<(ToldAnswer, String)>, StoreError> {
        let sql = format!(
            "SELECT {TOLD}, coalesce(kept.text, top.text) AS words FROM answers a {BEST}
             WHERE a.trashed_at IS NULL ORDER BY finished_at DESC, a.id DESC"
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let answers = statement
            .query_map([], |row| Ok((read_told(row)?, row.get("words")?)))?
            .collect::<Result<_, _>>()?;
        Ok(answers)
    }
}

impl Tx<'_> {
    /// Keeps a new story.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn insert_story(&self, title: &str, body: &str, now: Timestamp) -> Result<StoryId, StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO stories (title, body, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)",
            )?
            .execute(params![title, body, Millis(now)])?;
        Ok(StoryId(self.conn().last_insert_rowid()))
    }

    /// Replaces what a story says. Returns the new version.
    ///
    /// # Errors
    /// [`StoreError::NoSuchStory`], for a deleted one too; [`StoreError::Stale`].
    pub fn update_story(
        &self,
        id: StoryId,
        title: &str,
        body: &str,
        expected_version: u32,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        let current = self.kept_story(id)?;
        if current.version != expected_version {
            return Err(StoreError::Stale {
                row: Row::Story,
                expected: expected_version,
                found: current.version,
            });
        }
        self.conn()
            .prepare_cached(
                "UPDATE stories SET title = ?2, body = ?3, version = version + 1, updated_at = ?4 WHERE id = ?1",
            )?
            .execute(params![id, title, body, Millis(now)])?;
        Ok(expected_version + 1)
    }

    /// Deletes stories so that they can be brought back, or brings them back, all or none. Doing it twice changes
    /// nothing. Answers and links stay.
    ///
    /// # Errors
    /// [`StoreError::NoSuchStory`].
    pub fn set_stories_deleted(
        &self,
        ids: &[StoryId],
        deleted: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        for &id in ids {
            if self.story(id)?.deleted_at.is_some() == deleted {
                continue;
            }
            self.conn()
                .prepare_cached(
                    "UPDATE stories SET deleted_at = CASE WHEN ?2 THEN ?3 END, version = version + 1, updated_at = ?3
                     WHERE id = ?1",
                )?
                .execute(params![id, deleted, Millis(now)])?;
        }
        Ok(())
    }

    /// Says that an answer tells a story, or that it does not. Doing it twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NoSuchStory`], for a deleted one too; [`StoreError::NoSuchAnswer`].
    pub fn link_story(
        &self,
        story: StoryId,
        answer: AnswerId,
        on: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.kept_story(story)?;
        self.answer(answer)?;
        if on {
            self.conn()
                .prepare_cached(
                    "INSERT INTO story_answers (story_id, answer_id, linked_at) VALUES (?1, ?2, ?3)
                     ON CONFLICT (story_id, answer_id) DO NOTHING",
                )?
                .execute(params![story, answer, Millis(now)])?;
        } else {
            self.conn()
                .prepare_cached("DELETE FROM story_answers WHERE story_id = ?1 AND answer_id = ?2")?
                .execute(params![story, answer])?;
        }
        Ok(())
    }

    fn kept_story(&self, id: StoryId) -> Result<Story, StoreError> {
        let story = self.story(id)?;
        if story.deleted_at.is_some() {
            return Err(StoreError::NoSuchStory(id));
        }
        Ok(story)
    }
}

#[cfg(test)]
mod tests;
