//! The list of the Answers room: filtered, sorted, searched.

use jiff::Timestamp;
use rusqlite::named_params;

use crate::answers::AnswerId;
use crate::column::Millis;
use crate::error::StoreError;
use crate::search::SearchHit;
use crate::search_query::expression;
use crate::takes::{Medium, Source, TakeId};
use crate::transaction::Reads;

/// Which answers to list. The default lists every answer outside the trash, newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnswerFilter {
    /// Words to look for in all finished takes and their questions; blank means no search. The trash cannot be
    /// searched.
    pub query: Option<String>,
    /// Only this competency.
    pub competency: Option<String>,
    /// Only with a best score of at least this.
    pub min_score: Option<u8>,
    /// Only with a best score of at most this.
    pub max_score: Option<u8>,
    /// Only starred ones.
    pub starred: bool,
    /// Only those whose latest take came in this way.
    pub medium: Option<Medium>,
    /// The trash instead of the rest.
    pub trashed: bool,
    /// Only those whose latest take was finished at this time or later.
    pub from: Option<Timestamp>,
    /// Only those whose latest take was finished before this time.
    pub to: Option<Timestamp>,
    /// In which order.
    pub sort: AnswerSort,
    /// At most this many rows.
    pub limit: Option<u32>,
}

/// The order of the list. Answers without a score come last when sorted by score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AnswerSort {
    /// The latest take first.
    #[default]
    Newest,
    /// The latest take last.
    Oldest,
    /// The highest best score first.
    HighestScore,
    /// The lowest best score first.
    LowestScore,
    /// The best match first; without a search, the newest.
    Relevance,
}

/// The answers that were asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerList {
    /// The rows, as many as the limit allows.
    pub rows: Vec<AnswerRow>,
    /// How many there are without the limit.
    pub total: u32,
}

/// One answer with at least one finished take.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// The answer.
    pub id: AnswerId,
    /// The question's id.
    pub question_id: String,
    /// The question's words.
    pub prompt: String,
    /// The question's competency.
    pub competency: String,
    /// The question's level.
    pub level: String,
    /// Whether it is starred.
    pub starred: bool,
    /// Since when it is in the trash.
    pub trashed_at: Option<Timestamp>,
    /// Guards against stale writes.
    pub version: u32,
    /// How many finished takes it has.
    pub takes: u32,
    /// Whether a draft is waiting; one of a mock is none.
    pub has_draft: bool,
    /// The take kept as best.
    pub best_take_id: Option<TakeId>,
    /// The score of the take kept as best, else the highest score of all takes.
    pub best_score: Option<u8>,
    /// The latest finished take.
    pub latest: LatestTake,
    /// What the search found, in the take that fits best.
    pub found: Option<SearchHit>,
}

/// What a list shows of a take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestTake {
    /// The take.
    pub id: TakeId,
    /// Typed or spoken.
    pub medium: Medium,
    /// What it was given for.
    pub source: Source,
    /// Time spent on it, in milliseconds.
    pub elapsed_ms: u32,
    /// Words in it.
    pub words: Option<u32>,
    /// Its score, 0–100.
    pub score: Option<u8>,
    /// When it was finished.
    pub finished_at: Timestamp,
}

/// Each answer's best hit; bare columns beside `min()` come from the row that holds the minimum.
const HITS: &str = "hits AS (SELECT t.answer_id, t.id AS take_id, min(f.rank) AS rank
    FROM takes_fts f JOIN takes t ON t.id = f.rowid WHERE takes_fts MATCH :query GROUP BY t.answer_id)";

const NO_SEARCH: &str =
    "hits AS (SELECT id AS answer_id, NULL AS take_id, NULL AS rank FROM answers WHERE :query IS NULL)";

fn order(sort: AnswerSort) -> &'static str {
    match sort {
        AnswerSort::Newest => "l.finished_at DESC, a.id DESC",
        AnswerSort::Oldest => "l.finished_at, a.id",
        AnswerSort::HighestScore => "best_score DESC NULLS LAST, l.finished_at DESC, a.id DESC",
        AnswerSort::LowestScore => "best_score NULLS LAST, l.finished_at DESC, a.id DESC",
        AnswerSort::Relevance => "h.rank, l.finished_at DESC, a.id DESC",
    }
}

fn sql(searched: bool, sort: AnswerSort) -> String {
    let hits = if searched { HITS } else { NO_SEARCH };
    let order = order(sort);
    format!(
        "WITH {hits},
        told AS (SELECT answer_id, count(*) AS takes, max(ordinal) AS last, max(score) AS top
            FROM takes WHERE state = 'finished' GROUP BY answer_id)
        SELECT a.id, a.question_id, a.prompt, a.competency, a.level, a.starred, a.trashed_at, a.version, told.takes,
            EXISTS (SELECT 1 FROM takes d WHERE d.answer_id = a.id AND d.state = 'draft' AND d.source <> 'mock'), b.id,
            coalesce(b.score, told.top) AS best_score,
            l.id, l.medium, l.source, l.elapsed_ms, l.words, l.score, l.finished_at, h.take_id, count(*) OVER ()
        FROM hits h JOIN answers a ON a.id = h.answer_id JOIN told ON told.answer_id = a.id
            JOIN takes l ON l.answer_id = a.id AND l.ordinal = told.last
            LEFT JOIN takes b ON b.id = a.best_take_id AND b.state = 'finished'
        WHERE (a.trashed_at IS NOT NULL) = :trashed
            AND (:competency IS NULL OR a.competency = :competency)
            AND (:min_score IS NULL OR coalesce(b.score, told.top) >= :min_score)
            AND (:max_score IS NULL OR coalesce(b.score, told.top) <= :max_score)
            AND (NOT :starred OR a.starred)
            AND (:medium IS NULL OR l.medium = :medium)
            AND (:from IS NULL OR l.finished_at >= :from)
            AND (:to IS NULL OR l.finished_at < :to)
        ORDER BY {order} LIMIT :limit"
    )
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<AnswerRow> {
    Ok(AnswerRow {
        id: row.get(0)?,
        question_id: row.get(1)?,
        prompt: row.get(2)?,
        competency: row.get(3)?,
        level: row.get(4)?,
        starred: row.get(5)?,
        trashed_at: row.get::<_, Option<Millis>>(6)?.map(|Millis(at)| at),
        version: row.get(7)?,
        takes: row.get(8)?,
        has_draft: row.get(9)?,
        best_take_id: row.get(10)?,
        best_score: row.get(11)?,
        latest: LatestTake {
            id: row.get(12)?,
            medium: row.get(13)?,
            source: row.get(14)?,
            elapsed_ms: row.get(15)?,
            words: row.get(16)?,
            score: row.get(17)?,
            finished_at: row.get::<_, Millis>(18)?.0,
        },
        found: None,
    })
}

impl Reads {
    /// The answers that pass the filter. An answer is listed from its first finished take on.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn list_answers(&self, filter: &AnswerFilter) -> Result<AnswerList, StoreError> {
        let typed = filter.query.as_deref().filter(|query| !query.trim().is_empty());
        let expression = typed.map(expression);
        let expression = match expression {
            // Punctuation only: there is something to look for, and it is nowhere.
            Some(None) => return Ok(AnswerList { rows: Vec::new(), total: 0 }),
            Some(Some(expression)) => Some(expression),
            None => None,
        };
        let mut statement = self.conn().prepare_cached(&sql(expression.is_some(), filter.sort))?;
        let mut found = statement.query(named_params! {
            ":query": expression,
            ":competency": filter.competency,
            ":min_score": filter.min_score,
            ":max_score": filter.max_score,
            ":starred": filter.starred,
            ":medium": filter.medium,
            ":trashed": filter.trashed,
            ":from": filter.from.map(Millis),
            ":to": filter.to.map(Millis),
            ":limit": filter.limit.map_or(-1, i64::from),
        })?;
        let mut list = AnswerList { rows: Vec::new(), total: 0 };
        let mut hit_takes = Vec::new();
        while let Some(row) = found.next()? {
            list.total = row.get(20)?;
            list.rows.push(read(row)?);
            hit_takes.extend(row.get::<_, Option<TakeId>>(19)?);
        }
        if let Some(expression) = expression {
            let mut hits = self.hits(&expression, &hit_takes)?;
            for (row, take) in list.rows.iter_mut().zip(&hit_takes) {
                row.found = hits.remove(take);
            }
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests;
