//! The table `drill_log`: one row per try of a drill, and the way back.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params;

use crate::column::{Day, Json, Millis, row_id, to_json};
use crate::drills::{Drill, DrillId};
use crate::error::{Row, StoreError};
use crate::takes::TakeId;
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a try of a drill; never reused.
    TryId
}

/// A try to be logged.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTry {
    /// The drill.
    pub drill_id: DrillId,
    /// When.
    pub at: Timestamp,
    /// On which of the user's days.
    pub day: Date,
    /// What was said.
    pub said: String,
    /// Whether it passed.
    pub passed: bool,
    /// 1 Again, 2 Hard, 3 Good, 4 Easy.
    pub grade: u8,
    /// Whole days since the try before; 0 for the first.
    pub elapsed_days: u32,
    /// The predicted chance of passing just before, 0–1; none the first time.
    pub retrievability: Option<f64>,
    /// The drill before.
    pub before: Drill,
    /// The drill after.
    pub after: Drill,
}

/// A logged try.
#[derive(Debug, Clone, PartialEq)]
pub struct DrillTry {
    /// Its id.
    pub id: TryId,
    /// What was logged.
    pub logged: NewTry,
    /// The take that its words were put into.
    pub put: Option<TakeId>,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "l.id, l.drill_id, l.at, l.day, l.said, l.passed, l.grade, l.elapsed_days, l.retrievability,
    l.drill_before, l.drill_after, l.put_take_id, l.undone_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<DrillTry> {
    Ok(DrillTry {
        id: row.get(0)?,
        logged: NewTry {
            drill_id: row.get(1)?,
            at: row.get::<_, Millis>(2)?.0,
            day: row.get::<_, Day>(3)?.0,
            said: row.get(4)?,
            passed: row.get(5)?,
            grade: row.get(6)?,
            elapsed_days: row.get(7)?,
            retrievability: row.get(8)?,
            before: row.get::<_, Json<_>>(9)?.0,
            after: row.get::<_, Json<_>>(10)?.0,
        },
        put: row.get(11)?,
        undone_at: row.get::<_, Option<Millis>>(12)?.map(|Millis(at)| at),
    })
}

impl Reads {
    /// The try with this id.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTry`].
    pub fn drill_try(&self, id: TryId) -> Result<DrillTry, StoreError> {
        self.tries("WHERE l.id = ?1", [id])?.pop().ok_or(StoreError::NoSuchTry(id))
    }

    /// The tries of one of the user's days in order, those taken back left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn tries_on(&self, day: Date) -> Result<Vec<DrillTry>, StoreError> {
        self.tries("WHERE l.day = ?1 AND l.undone_at IS NULL ORDER BY l.id", [Day(day)])
    }

    /// The newest try that was not taken back, of an answer outside the trash.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn last_try(&self) -> Result<Option<DrillTry>, StoreError> {
        let rest = "JOIN drills d ON d.id = l.drill_id JOIN takes t ON t.id = d.take_id
            JOIN answers a ON a.id = t.answer_id
            WHERE l.undone_at IS NULL AND a.trashed_at IS NULL ORDER BY l.id DESC LIMIT 1";
        Ok(self.tries(rest, [])?.pop())
    }

    fn tries(&self, rest: &str, params: impl rusqlite::Params) -> Result<Vec<DrillTry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM drill_log l {rest}");
        let tries = self.conn().prepare_cached(&sql)?.query_map(params, read)?.collect::<Result<_, _>>()?;
        Ok(tries)
    }

    fn has_later_try(&self, one: &DrillTry) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM drill_log WHERE drill_id = ?1 AND id > ?2 AND undone_at IS NULL";
        Ok(self.conn().prepare_cached(sql)?.exists(params![one.logged.drill_id, one.id])?)
    }
}

impl Tx<'_> {
    /// Logs a try.
    ///
    /// # Errors
    /// [`StoreError::Json`] for a drill that is no JSON (a stability that is not finite).
    pub fn append_try(&self, new: &NewTry) -> Result<TryId, StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO drill_log (drill_id, at, day, said, passed, grade, elapsed_days, retrievability,
                    drill_before, drill_after)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                new.drill_id,
                Millis(new.at),
                Day(new.day),
                new.said,
                new.passed,
                new.grade,
                new.elapsed_days,
                new.retrievability,
                to_json("drill", &new.before)?,
                to_json("drill", &new.after)?,
            ])?;
        Ok(TryId(self.conn().last_insert_rowid()))
    }

    /// Takes a try back: the drill is again exactly what it was. The row stays in the log, marked.
    ///
    /// # Errors
    /// [`StoreError::TryUndone`], [`StoreError::NotTheLatestTry`], [`StoreError::NoSuchTry`];
    /// [`StoreError::Stale`] when the drill changed after the try, as by suspending.
    pub fn undo_try(&self, id: TryId, now: Timestamp) -> Result<Drill, StoreError> {
        let one = self.drill_try(id)?;
        if one.undone_at.is_some() {
            return Err(StoreError::TryUndone(id));
        }
        if self.has_later_try(&one)? {
            return Err(StoreError::NotTheLatestTry(id));
        }
        let NewTry { drill_id, before, after, .. } = one.logged;
        let current = self.drill(drill_id)?;
        // What was left out and let back in is the same, only its version went on.
        if !current.is_as(&after) {
            let (expected, found) = (after.version, current.version);
            return Err(StoreError::Stale { row: Row::Drill, expected, found });
        }
        self.put_drill(&before)?;
        self.conn()
            .prepare_cached("UPDATE drill_log SET undone_at = ?2 WHERE id = ?1")?
            .execute(params![id, Millis(now)])?;
        Ok(before)
    }

    /// Remembers the take that the words of a try were put into.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTry`].
    pub fn note_put(&self, id: TryId, take: TakeId) -> Result<(), StoreError> {
        let sql = "UPDATE drill_log SET put_take_id = ?2 WHERE id = ?1";
        match self.conn().prepare_cached(sql)?.execute(params![id, take])? {
            0 => Err(StoreError::NoSuchTry(id)),
            _ => Ok(()),
        }
    }
}
