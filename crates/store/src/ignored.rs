//! The table `ignored_findings`: findings the user said "not here" to.

use std::ops::Range;

use rusqlite::params;

use crate::error::StoreError;
use crate::takes::TakeId;
use crate::transaction::{Reads, Tx};

/// One finding that is not shown again on its take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredFinding {
    /// The take.
    pub take_id: TakeId,
    /// The rule that found it.
    pub rule: String,
    /// Where, in UTF-8 bytes of the take's text.
    pub span: Range<u32>,
    /// The words it was about, which tell whether it still stands there.
    pub text: String,
}

impl Reads {
    /// The ignored findings of a take, in the order of the text.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn ignored_findings(&self, take: TakeId) -> Result<Vec<IgnoredFinding>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT rule, start_byte, end_byte, text FROM ignored_findings WHERE take_id = ?1
             ORDER BY start_byte, end_byte, rule",
        )?;
        let findings = statement
            .query_map([take], |row| {
                Ok(IgnoredFinding {
                    take_id: take,
                    rule: row.get(0)?,
                    span: row.get(1)?..row.get(2)?,
                    text: row.get(3)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(findings)
    }
}

impl Tx<'_> {
    /// Ignores a finding. Doing it twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTake`].
    pub fn ignore_finding(&self, finding: &IgnoredFinding) -> Result<(), StoreError> {
        self.take(finding.take_id)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO ignored_findings (take_id, rule, start_byte, end_byte, text)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (take_id, rule, start_byte, end_byte) DO UPDATE SET text = ?5",
            )?
            .execute(params![
                finding.take_id,
                finding.rule,
                finding.span.start,
                finding.span.end,
                finding.text
            ])?;
        Ok(())
    }

    /// Shows a finding again. Doing it twice changes nothing.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn unignore_finding(&self, finding: &IgnoredFinding) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "DELETE FROM ignored_findings
                 WHERE take_id = ?1 AND rule = ?2 AND start_byte = ?3 AND end_byte = ?4",
            )?
            .execute(params![finding.take_id, finding.rule, finding.span.start, finding.span.end])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestStore;

    #[test]
    fn findings_are_ignored_and_shown_again() {
        let mut store = TestStore::new();
        let take = store.finished_take("q1", "I think I made sure of it.");
        let finding = |rule: &str, span: Range<u32>, text: &str| IgnoredFinding {
            take_id: take,
            rule: rule.to_owned(),
            span,
            text: text.to_owned(),
        };
        let hedge = finding("hedge.i-think", 0..7, "I think");
        let weak = finding("ownership.make-sure", 10..19, "made sure");
        for finding in [&weak, &hedge, &hedge] {
            store.run(|tx| tx.ignore_finding(finding));
        }
        assert_eq!(store.ignored_findings(take).unwrap(), [hedge.clone(), weak.clone()]);
        store.run(|tx| tx.unignore_finding(&hedge));
        store.run(|tx| tx.unignore_finding(&hedge));
        assert_eq!(store.ignored_findings(take).unwrap(), [weak]);
        assert_eq!(store.ignored_findings(TakeId(99)).unwrap(), []);
    }

    #[test]
    fn a_finding_needs_its_take() {
        let mut store = TestStore::new();
        let finding =
            IgnoredFinding { take_id: TakeId(9), rule: "r".to_owned(), span: 0..1, text: "x".to_owned() };
        let refused = store.write(|tx| tx.ignore_finding(&finding));
        assert!(matches!(refused, Err(StoreError::NoSuchTake(TakeId(9)))));
    }
}
