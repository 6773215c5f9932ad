//! What was practised when: minutes per day and sessions, read from the finished takes.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::column::Millis;
use crate::error::StoreError;
use crate::takes::Source;
use crate::transaction::Reads;

/// What was practised in one stretch of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Activity {
    /// Takes finished.
    pub takes: u32,
    /// Time spent on them, in milliseconds.
    pub practised_ms: i64,
}

/// Takes finished without a long break in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// When the first take began: its end less the time spent on it.
    pub started_at: Timestamp,
    /// When the last take was finished.
    pub ended_at: Timestamp,
    /// Time spent on the takes, in milliseconds.
    pub practised_ms: i64,
    /// Takes finished.
    pub takes: u32,
    /// Takes given in review.
    pub reviewed: u32,
    /// Questions answered for the first time.
    pub new: u32,
    /// Words in those takes that were checked.
    pub words: u32,
    /// Coordination findings in them.
    pub weak: u32,
}

impl Reads {
    /// What was practised between each two neighbouring `boundaries`, which ascend: with the starts of days, one
    /// entry per day and one less than boundaries. A take counts when it was finished, also if its answer is in the
    /// trash by now.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn activity(&self, boundaries: &[Timestamp]) -> Result<Vec<Activity>, StoreError> {
        let [first, .., last] = boundaries else { return Ok(Vec::new()) };
        let mut days = vec![Activity::default(); boundaries.len() - 1];
        let mut statement = self.conn().prepare_cached(
            "SELECT finished_at, elapsed_ms FROM takes
             WHERE state = 'finished' AND finished_at >= ?1 AND finished_at < ?2",
        )?;
        let mut takes = statement.query(params![Millis(*first), Millis(*last)])?;
        while let Some(row) = takes.next()? {
            let finished_at = row.get::<_, Millis>(0)?.0;
            let day = &mut days[boundaries.partition_point(|&start| start <= finished_at) - 1];
            day.takes += 1;
            day.practised_ms += row.get::<_, i64>(1)?;
        }
        Ok(days)
    }

    /// The last session that ended before `before`: takes with at most `longest_break` between the end of one and
    /// the beginning of the next. Asked again with its `started_at`, it gives the session before.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn session_before(
        &self,
        before: Timestamp,
        longest_break: SignedDuration,
    ) -> Result<Option<Session>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT t.finished_at, t.elapsed_ms, t.source, coalesce(t.words, 0), coalesce(t.counts ->> 'weak', 0),
                NOT EXISTS (SELECT 1 FROM takes e
                    WHERE e.answer_id = t.answer_id AND e.state = 'finished' AND e.ordinal < t.ordinal)
             FROM takes t WHERE t.state = 'finished' AND t.finished_at < ?1
             ORDER BY t.finished_at DESC, t.id DESC",
        )?;
        // Read from the newest backwards, and no further than the first long break.
        let mut takes = statement.query([Millis(before)])?;
        let mut session: Option<Session> = None;
        while let Some(row) = takes.next()? {
            let finished_at = row.get::<_, Millis>(0)?.0;
            let elapsed_ms: i64 = row.get(1)?;
            let began_at = finished_at - SignedDuration::from_millis(elapsed_ms);
            if session
                .as_ref()
                .is_some_and(|later| later.started_at.duration_since(finished_at) > longest_break)
            {
                break;
            }
            let session = session.get_or_insert(Session {
                started_at: began_at,
                ended_at: finished_at,
                practised_ms: 0,
                takes: 0,
                reviewed: 0,
                new: 0,
                words: 0,
                weak: 0,
            });
            session.started_at = session.started_at.min(began_at);
            session.practised_ms += elapsed_ms;
            session.takes += 1;
            session.reviewed += u32::from(row.get::<_, Source>(2)? == Source::Review);
            session.words += row.get::<_, u32>(3)?;
            session.weak += row.get::<_, u32>(4)?;
            session.new += u32::from(row.get::<_, bool>(5)?);
        }
        Ok(session)
    }
}

#[cfg(test)]
mod tests;
