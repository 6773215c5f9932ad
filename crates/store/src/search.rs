//! The index `takes_fts`: every word of every finished take outside the trash, and of its question.

use std::collections::HashMap;
use std::ops::Range;

use rusqlite::{Connection, params};

use crate::answers::AnswerId;
use crate::column::to_json;
use crate::error::StoreError;
use crate::search_query::expression;
use crate::takes::TakeId;
use crate::transaction::Reads;

/// Put around matches by FTS5 and taken out again here. Unicode reserves them for such use inside a program; in a
/// text that holds one all the same, a highlight may be off, and nothing else.
const OPEN: char = '\u{FDD0}';
const CLOSE: char = '\u{FDD1}';

/// Words in an excerpt.
const EXCERPT_WORDS: u32 = 24;

/// Bytes in an excerpt, for texts without spaces.
const EXCERPT_BYTES: usize = 480;

/// Bytes left before the first match when an excerpt is cut to [`EXCERPT_BYTES`].
const LEAD_BYTES: usize = 80;

/// A take that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// The take.
    pub take_id: TakeId,
    /// Its answer.
    pub answer_id: AnswerId,
    /// The question's words.
    pub prompt: Excerpt,
    /// The words of the take around the first matches.
    pub text: Excerpt,
}

/// Plain text with the places that matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, with `…` where it was cut.
    pub text: String,
    /// What matched, in UTF-8 bytes of `text`, in order and without overlap.
    pub matches: Vec<Range<usize>>,
}

impl Reads {
    /// The takes that match what was typed, best first. All words have to occur, in the question or in the take; the
    /// last one may go on. Nothing but punctuation finds nothing; no input is an error.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn search(&self, typed: &str, limit: u32) -> Result<Vec<SearchHit>, StoreError> {
        let Some(expression) = expression(typed) else { return Ok(Vec::new()) };
        let mut statement = self
            .conn()
            .prepare_cached("SELECT rowid FROM takes_fts WHERE takes_fts MATCH ?1 ORDER BY rank LIMIT ?2")?;
        let takes = statement
            .query_map(params![expression, limit], |row| row.get(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut hits = self.hits(&expression, &takes)?;
        Ok(takes.iter().filter_map(|take| hits.remove(take)).collect())
    }

    /// Where `expression` matches in these takes; those it does not match are left out.
    pub(crate) fn hits(
        &self,
        expression: &str,
        takes: &[TakeId],
    ) -> Result<HashMap<TakeId, SearchHit>, StoreError> {
        // The plus keeps SQLite from starting the search anew for every single take.
        let mut statement = self.conn().prepare_cached(
            "SELECT t.id, t.answer_id, highlight(takes_fts, 0, ?3, ?4), snippet(takes_fts, 1, ?3, ?4, '…', ?5)
             FROM takes_fts JOIN takes t ON t.id = takes_fts.rowid
             WHERE takes_fts MATCH ?1 AND +takes_fts.rowid IN (SELECT value FROM json_each(?2))",
        )?;
        let wanted = to_json("list of takes", takes)?;
        let mut rows = statement.query(params![
            expression,
            wanted,
            OPEN.to_string(),
            CLOSE.to_string(),
            EXCERPT_WORDS
        ])?;
        let mut hits = HashMap::with_capacity(takes.len());
        while let Some(row) = rows.next()? {
            let take_id = row.get(0)?;
            let text = |column| Ok::<_, rusqlite::Error>(unmark(row.get_ref(column)?.as_str()?));
            let (prompt, text) = (text(2)?, clip(text(3)?));
            hits.insert(take_id, SearchHit { take_id, answer_id: row.get(1)?, prompt, text });
        }
        Ok(hits)
    }
}

/// Whether a complaint of `quick_check` is about the index alone, which can be rebuilt. Damage to pages names trees
/// and pages, and no table.
pub(crate) fn is_about_the_index(complaint: &str) -> bool {
    complaint.contains("takes_fts")
}

/// Builds the index anew from the takes.
pub(crate) fn rebuild(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch("INSERT INTO takes_fts (takes_fts) VALUES ('rebuild')")
}

/// Takes the marks out and keeps where they were.
fn unmark(marked: &str) -> Excerpt {
    let mut excerpt = Excerpt::default();
    let mut start = None;
    for character in marked.chars() {
        match character {
            OPEN => start = Some(excerpt.text.len()),
            CLOSE => excerpt.matches.extend(start.take().map(|start| start..excerpt.text.len())),
            _ => excerpt.text.push(character),
        }
    }
    excerpt.matches.retain(|range| !range.is_empty());
    excerpt
}

/// Cuts an excerpt that is long for want of spaces to a window around its first match.
fn clip(excerpt: Excerpt) -> Excerpt {
    let Excerpt { text, matches } = excerpt;
    if text.len() <= EXCERPT_BYTES {
        return Excerpt { text, matches };
    }
    let first = matches.first().map_or(0, |range| range.start);
    let from = text.floor_char_boundary(first.saturating_sub(LEAD_BYTES));
    let to = text.floor_char_boundary(from + EXCERPT_BYTES);
    let before = if from > 0 { "…" } else { "" };
    let after = if to < text.len() { "…" } else { "" };
    let matches = matches
        .into_iter()
        .filter(|range| range.start < to && range.end > from)
        .map(|range| range.start.max(from) - from + before.len()..range.end.min(to) - from + before.len())
        .collect();
    Excerpt { text: format!("{before}{}{after}", &text[from..to]), matches }
}

#[cfg(test)]
mod tests;
