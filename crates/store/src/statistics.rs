//! Figures over days, weeks and months: what was said in them, and how well was remembered.
//!
//! Every query here is answered from an index alone (`takes_figures`, `review_log_remembered`): texts and cards of
//! years are never read for it.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use rusqlite::params;
use rusqlite::types::Type;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::column::Millis;
use crate::error::StoreError;
use crate::takes::{Medium, Source};
use crate::transaction::Reads;

/// Figures of the takes finished in one stretch of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Takes finished.
    pub takes: u32,
    /// Time spent on them, in milliseconds; drills left out, as in them one sentence is changed and the rest copied.
    pub elapsed_ms: i64,
    /// Words in those takes that were checked.
    pub words: u32,
    /// Coordination findings in them: what a [`Session`](crate::Session) counts.
    pub weak: u32,
    /// Words in the spoken ones, drills left out.
    pub spoken_words: u32,
    /// Time spent on those, in milliseconds.
    pub spoken_ms: i64,
    /// Fillers in those.
    pub fillers: u32,
    /// Their scores by dimension; a dimension that no take showed is not there.
    pub scores: BTreeMap<String, ScoreSum>,
}

/// Scores of several takes in one dimension.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ScoreSum {
    /// Their sum, each 0–100.
    pub sum: u32,
    /// How many they are; never 0 in [`Figures`].
    pub takes: u32,
}

/// How well answers were remembered.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Remembered {
    /// Graded performances of answers that had been graded on an earlier day.
    pub reviews: u32,
    /// Those in which the answer came: everything but Again.
    pub recalled: u32,
    /// The sum of their predicted chances of recall, each 0–1.
    pub expected: f64,
}

const TAKES_BETWEEN: &str =
    "SELECT finished_at, source, medium, elapsed_ms, words, counts, scores FROM takes INDEXED BY takes_figures
    WHERE state = 'finished' AND finished_at >= ?1 AND finished_at < ?2 ORDER BY finished_at";

const REMEMBERED_BETWEEN: &str =
    "SELECT count(*), count(*) FILTER (WHERE grade > 1), total(retrievability) FROM review_log
    WHERE undone_at IS NULL AND grade IS NOT NULL AND retrievability IS NOT NULL AND elapsed_days > 0
        AND at >= ?1 AND at < ?2";

/// What is wanted of a take's counts.
#[derive(Default, serde::Deserialize)]
struct Found {
    weak: u32,
    filler: u32,
}

/// Adds the scores of one take as they are read, without a map of them in between.
struct AddTo<'a>(&'a mut BTreeMap<String, ScoreSum>);

impl<'de> Visitor<'de> for AddTo<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("scores by dimension")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut scores: A) -> Result<(), A::Error> {
        while let Some((dimension, score)) = scores.next_entry::<&str, u8>()? {
            // Almost always there already: the name is copied once a period.
            let sum = match self.0.get_mut(dimension) {
                Some(sum) => sum,
                None => self.0.entry(dimension.to_owned()).or_default(),
            };
            sum.sum += u32::from(score);
            sum.takes += 1;
        }
        Ok(())
    }
}

/// What a column holds that is no JSON of the form it should have.
fn misread(column: usize) -> impl Fn(serde_json::Error) -> rusqlite::Error {
    move |source| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(source))
}

/// Adds the scores in a column that may be empty to `sums`.
fn add_scores(
    row: &rusqlite::Row<'_>,
    column: usize,
    sums: &mut BTreeMap<String, ScoreSum>,
) -> rusqlite::Result<()> {
    let Some(text) = row.get_ref(column)?.as_str_or_null()? else { return Ok(()) };
    serde_json::Deserializer::from_str(text).deserialize_map(AddTo(sums)).map_err(misread(column))
}

/// The JSON of a column that may be empty, read where it lies.
fn json<'row, T: Deserialize<'row>>(
    row: &'row rusqlite::Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(column)?.as_str_or_null()? else { return Ok(None) };
    serde_json::from_str(text).map(Some).map_err(misread(column))
}

impl Remembered {
    /// The share in which the answer came, and the mean chance that was predicted for it, 0–1; none without reviews.
    pub fn shares(&self) -> Option<(f64, f64)> {
        let reviews = f64::from(self.reviews);
        (self.reviews > 0).then(|| (f64::from(self.recalled) / reviews, self.expected / reviews))
    }
}

impl Reads {
    /// The figures between each two neighbouring `boundaries`, which ascend: one less than boundaries. A take counts
    /// when it was finished, also if its answer is in the trash by now: it was practised.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn figures(&self, boundaries: &[Timestamp]) -> Result<Vec<Figures>, StoreError> {
        let [first, .., last] = boundaries else { return Ok(Vec::new()) };
        // As stored, so that no row is turned into a moment.
        let starts: Vec<i64> = boundaries.iter().map(|start| start.as_millisecond()).collect();
        let mut periods = vec![Figures::default(); boundaries.len() - 1];
        let mut statement = self.conn().prepare_cached(TAKES_BETWEEN)?;
        let mut takes = statement.query(params![Millis(*first), Millis(*last)])?;
        let mut period = 0;
        while let Some(row) = takes.next()? {
            let finished_at: i64 = row.get(0)?;
            while starts[period + 1] <= finished_at {
                period += 1;
            }
            let counts: Found = json(row, 5)?.unwrap_or_default();
            let words: u32 = row.get::<_, Option<u32>>(4)?.unwrap_or(0);
            let figures = &mut periods[period];
            figures.takes += 1;
            figures.words += words;
            figures.weak += counts.weak;
            if row.get::<_, Source>(1)? != Source::Drill {
                let elapsed_ms: i64 = row.get(3)?;
                figures.elapsed_ms += elapsed_ms;
                if row.get::<_, Medium>(2)? == Medium::Spoken {
                    figures.spoken_ms += elapsed_ms;
                    figures.spoken_words += words;
                    figures.fillers += counts.filler;
                }
            }
            add_scores(row, 6, &mut figures.scores)?;
        }
        Ok(periods)
    }

    /// How well answers were remembered from `from` up to, not including, `to`. First performances say nothing of it,
    /// nor do further ones on the same day, which come within minutes; those taken back are left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn remembered(&self, from: Timestamp, to: Timestamp) -> Result<Remembered, StoreError> {
        let remembered = self
            .conn()
            .prepare_cached(REMEMBERED_BETWEEN)?
            .query_one(params![Millis(from), Millis(to)], |row| {
                Ok(Remembered { reviews: row.get(0)?, recalled: row.get(1)?, expected: row.get(2)? })
            })?;
        Ok(remembered)
    }

    /// How many takes were ever finished, those of answers in the trash too.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn finished_takes(&self) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM takes WHERE state = 'finished'";
        Ok(self.conn().prepare_cached(sql)?.query_one([], |row| row.get(0))?)
    }

    /// When the first of all finished takes was finished.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn first_finished_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT min(finished_at) FROM takes WHERE state = 'finished'";
        let first: Option<Millis> = self.conn().prepare_cached(sql)?.query_one([], |row| row.get(0))?;
        Ok(first.map(|Millis(at)| at))
    }
}

#[cfg(test)]
mod tests;
