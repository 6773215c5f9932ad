//! The table `review_log`: one row per performance, graded or not, and the way back.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params;

use crate::answers::AnswerId;
use crate::cards::Card;
use crate::column::{Day, Json, Millis, row_id, to_json};
use crate::error::{Row, StoreError};
use crate::takes::{Source, TakeId};
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a row of the review log; never reused.
    ReviewId
}

/// One performance to be logged.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReview {
    /// The answer that was performed.
    pub answer_id: AnswerId,
    /// The take it was performed in.
    pub take_id: Option<TakeId>,
    /// When.
    pub at: Timestamp,
    /// On which of the user's days.
    pub day: Date,
    /// 1 Again, 2 Hard, 3 Good, 4 Easy; none when the performance was not graded.
    pub grade: Option<u8>,
    /// The grade that was suggested.
    pub suggested: Option<u8>,
    /// Whether the answer could be given at all.
    pub recalled: Option<bool>,
    /// How many points of the best take came back.
    pub points_back: Option<u32>,
    /// Out of how many.
    pub points_total: Option<u32>,
    /// Whole days since the last grade; 0 for the first.
    pub elapsed_days: u32,
    /// What the performance was given for.
    pub source: Source,
    /// The predicted chance of recall just before, 0–1.
    pub retrievability: Option<f64>,
    /// The card before; none when this performance made it.
    pub card_before: Option<Card>,
    /// The card after; none when the performance did not touch it.
    pub card_after: Option<Card>,
}

/// One logged performance.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// What was logged.
    pub logged: NewReview,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "r.id, r.answer_id, r.take_id, r.at, r.day, r.grade, r.suggested, r.recalled, r.points_back,
    r.points_total, r.elapsed_days, r.source, r.retrievability, r.card_before, r.card_after, r.undone_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Review> {
    Ok(Review {
        id: row.get(0)?,
        logged: NewReview {
            answer_id: row.get(1)?,
            take_id: row.get(2)?,
            at: row.get::<_, Millis>(3)?.0,
            day: row.get::<_, Day>(4)?.0,
            grade: row.get(5)?,
            suggested: row.get(6)?,
            recalled: row.get(7)?,
            points_back: row.get(8)?,
            points_total: row.get(9)?,
            elapsed_days: row.get(10)?,
            source: row.get(11)?,
            retrievability: row.get(12)?,
            card_before: row.get::<_, Option<Json<_>>>(13)?.map(|Json(card)| card),
            card_after: row.get::<_, Option<Json<_>>>(14)?.map(|Json(card)| card),
        },
        undone_at: row.get::<_, Option<Millis>>(15)?.map(|Millis(at)| at),
    })
}

impl Reads {
    /// The review with this id.
    ///
    /// # Errors
    /// [`StoreError::NoSuchReview`].
    pub fn review(&self, id: ReviewId) -> Result<Review, StoreError> {
        self.reviews("WHERE r.id = ?1", [id])?.pop().ok_or(StoreError::NoSuchReview(id))
    }

    /// The review that [`Tx::undo_review`] would take back: the newest one that changed a card, outside the trash.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn last_undoable(&self) -> Result<Option<Review>, StoreError> {
        let rest = "JOIN answers a ON a.id = r.answer_id
            WHERE r.card_after IS NOT NULL AND r.undone_at IS NULL AND a.trashed_at IS NULL
            ORDER BY r.id DESC LIMIT 1";
        Ok(self.reviews(rest, [])?.pop())
    }

    /// The performances of an answer in order, those taken back left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn reviews_of(&self, answer: AnswerId) -> Result<Vec<Review>, StoreError> {
        self.reviews("WHERE r.answer_id = ?1 AND r.undone_at IS NULL ORDER BY r.id", [answer])
    }

    /// Every grade that was given: answer, practice day and grade, by answer and in the order given; those taken back
    /// left out, those of answers in the trash not.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn grades(&self) -> Result<Vec<(AnswerId, Date, u8)>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT answer_id, day, grade FROM review_log
             WHERE grade IS NOT NULL AND undone_at IS NULL ORDER BY answer_id, id",
        )?;
        let grades = statement
            .query_map([], |row| Ok((row.get(0)?, row.get::<_, Day>(1)?.0, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        Ok(grades)
    }

    /// All performances from `from` up to, not including, `to`, in order; those taken back left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn reviews_between(&self, from: Timestamp, to: Timestamp) -> Result<Vec<Review>, StoreError> {
        self.reviews(
            "WHERE r.at >= ?1 AND r.at < ?2 AND r.undone_at IS NULL ORDER BY r.at, r.id",
            params![Millis(from), Millis(to)],
        )
    }

    fn reviews(&self, rest: &str, params: impl rusqlite::Params) -> Result<Vec<Review>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM review_log r {rest}");
        let reviews = self.conn().prepare_cached(&sql)?.query_map(params, read)?.collect::<Result<_, _>>()?;
        Ok(reviews)
    }

    fn has_later_card_change(&self, review: &Review) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM review_log
            WHERE answer_id = ?1 AND id > ?2 AND card_after IS NOT NULL AND undone_at IS NULL";
        Ok(self.conn().prepare_cached(sql)?.exists(params![review.logged.answer_id, review.id])?)
    }
}

impl Tx<'_> {
    /// Logs a performance.
    ///
    /// # Errors
    /// [`StoreError::Json`] for a card that is no JSON (a stability that is not finite).
    pub fn append_review(&self, new: &NewReview) -> Result<ReviewId, StoreError> {
        let card = |card: &Option<Card>| card.as_ref().map(|card| to_json("card", card)).transpose();
        self.conn()
            .prepare_cached(
                "INSERT INTO review_log (answer_id, take_id, at, day, grade, suggested, recalled, points_back,
                    points_total, elapsed_days, source, retrievability, card_before, card_after)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            )?
            .execute(params![
                new.answer_id,
                new.take_id,
                Millis(new.at),
                Day(new.day),
                new.grade,
                new.suggested,
                new.recalled,
                new.points_back,
                new.points_total,
                new.elapsed_days,
                new.source,
                new.retrievability,
                card(&new.card_before)?,
                card(&new.card_after)?,
            ])?;
        Ok(ReviewId(self.conn().last_insert_rowid()))
    }

    /// Takes a review back: the card is again exactly what it was, or gone if the review had made it. The row stays
    /// in the log, marked. Returns the restored card.
    ///
    /// # Errors
    /// [`StoreError::AlreadyUndone`], [`StoreError::NotTheLatestReview`], [`StoreError::NoSuchReview`];
    /// [`StoreError::Stale`] when the card changed after the review, as by burying.
    pub fn undo_review(&self, id: ReviewId, now: Timestamp) -> Result<Option<Card>, StoreError> {
        let review = self.review(id)?;
        if review.undone_at.is_some() {
            return Err(StoreError::AlreadyUndone(id));
        }
        if self.has_later_card_change(&review)? {
            return Err(StoreError::NotTheLatestReview(id));
        }
        let NewReview { answer_id, card_before, card_after, .. } = review.logged;
        if let Some(after) = card_after {
            let current = self.card(answer_id)?.ok_or(StoreError::NoSuchCard(answer_id))?;
            // What was buried and taken back again is the same, only its version went on.
            if !current.is_as(&after) {
                let (expected, found) = (after.version, current.version);
                return Err(StoreError::Stale { row: Row::Card, expected, found });
            }
            match &card_before {
                Some(before) => self.put_card(before)?,
                None => self.delete_card(answer_id)?,
            }
        }
        self.conn()
            .prepare_cached("UPDATE review_log SET undone_at = ?2 WHERE id = ?1")?
            .execute(params![id, Millis(now)])?;
        Ok(card_before)
    }
}

#[cfg(test)]
pub(crate) mod tests;
