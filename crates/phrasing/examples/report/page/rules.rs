//! How often each rule is right, and which to look at.

use super::prose::wrapped;
use super::share;
use super::table::Table;
use crate::measure::rules::records;
use crate::measure::sentences::Judged;

pub fn part(sentences: &[Judged]) -> String {
    if sentences.is_empty() {
        return String::new();
    }
    let (mut found, silent): (Vec<_>, Vec<_>) =
        records(sentences).into_iter().partition(|(_, record)| record.findings > 0);
    // Candidates first, then those that mark most.
    found.sort_by_key(|(_, record)| (!record.candidate(), std::cmp::Reverse(record.findings)));
    let mut table = Table::new(&["", "findings", "judging", "precision"]);
    for (id, record) in found {
        let counts = [record.findings, record.judging].map(|count| count.to_string());
        let mark = record.candidate().then(|| "candidate".to_owned());
        table.row([id].into_iter().chain(counts).chain([share(record.precision())]).chain(mark));
    }
    let mut text = format!(
        "Rules\n\n{}\n{}",
        table.text(),
        wrapped(
            "  ",
            "A finding judges when it says what the sentence is: a strong deed of the speaker's own that it is ownership, a weak \
             one that counts or a deed of nobody's that it is coordination. Candidates for another look are right less than 0.8 \
             of at least 5 times.",
        )
    );
    if !silent.is_empty() {
        let names: Vec<&str> = silent.iter().map(|(id, _)| id.as_str()).collect();
        text.push_str(&wrapped("  Without a finding: ", &names.join(", ")));
    }
    text
}
