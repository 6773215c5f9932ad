//! The JSON contract: one line in, one result out.

use phrasing::{Agent, Check, CoverageItem, Dimension, Kind, Level, Mode, Scores};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An input line; only `text` is required, and what is left out is taken from the options.
#[derive(Debug, Deserialize)]
pub(crate) struct Line {
    #[serde(default)]
    pub(crate) id: Value,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) mode: Option<Mode>,
    #[serde(default)]
    pub(crate) level: Option<Level>,
    /// Taken and not needed: typed and spoken answers are read alike.
    #[serde(default)]
    #[expect(dead_code, reason = "only whether it is true or false is checked")]
    pub(crate) spoken: Option<bool>,
    #[serde(default)]
    pub(crate) question: Option<String>,
}

/// A result; offsets count Unicode code points, end exclusive.
#[derive(Debug, Serialize)]
pub(crate) struct Record {
    #[serde(skip_serializing_if = "Value::is_null")]
    id: Value,
    sentences: Vec<SentenceRecord>,
    findings: Vec<FindingRecord>,
    scores: Scores,
    agency: AgencyRecord,
    structure: StructureRecord,
    coverage: serde_json::Map<String, Value>,
    words: usize,
    language: phrasing::Language,
}

#[derive(Debug, Serialize)]
struct SentenceRecord {
    start: usize,
    end: usize,
    agent: Agent,
    ownership: bool,
    coordination: bool,
}

#[derive(Debug, Serialize)]
struct FindingRecord {
    start: usize,
    end: usize,
    text: String,
    rule: String,
    dimension: Dimension,
    kind: Kind,
    agent: Agent,
    weight: f64,
    points: f64,
    note: String,
    why: String,
    ask: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    say: Option<String>,
}

#[derive(Debug, Serialize)]
struct AgencyRecord {
    #[serde(rename = "self")]
    own: f64,
    shared: f64,
    other: f64,
    none: f64,
}

#[derive(Debug, Serialize)]
struct StructureRecord {
    situation: bool,
    task: bool,
    action: bool,
    result: bool,
    in_order: bool,
}

/// Two decimals are all that a reader can use.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}

impl Record {
    /// The result of a check that still counts in bytes.
    pub(crate) fn new(id: Value, text: &str, check: Check) -> Record {
        let words: Vec<String> =
            check.findings.iter().map(|finding| finding.span.of(text).to_owned()).collect();
        let check = check.to_chars(text);
        let share = |agent| rounded(check.agency.share(agent));
        Record {
            id,
            sentences: check
                .sentences
                .iter()
                .map(|sentence| SentenceRecord {
                    start: sentence.span.start,
                    end: sentence.span.end,
                    agent: sentence.agent,
                    ownership: sentence.ownership,
                    coordination: sentence.coordination,
                })
                .collect(),
            agency: AgencyRecord {
                own: share(Agent::Own),
                shared: share(Agent::Shared),
                other: share(Agent::Other),
                none: share(Agent::None),
            },
            structure: StructureRecord {
                situation: check.structure.situation,
                task: check.structure.task,
                action: check.structure.action,
                result: check.structure.result,
                in_order: check.structure.in_order,
            },
            coverage: CoverageItem::ALL
                .into_iter()
                .map(|item| {
                    let spans =
                        check.coverage.get(item).iter().map(|span| Value::from(vec![span.start, span.end]));
                    (item.as_str().to_owned(), spans.collect())
                })
                .collect(),
            scores: check.scores,
            words: check.words,
            language: check.language,
            findings: check
                .findings
                .into_iter()
                .zip(words)
                .map(|(finding, text)| FindingRecord {
                    start: finding.span.start,
                    end: finding.span.end,
                    text,
                    rule: finding.rule.to_string(),
                    dimension: finding.dimension,
                    kind: finding.kind,
                    agent: finding.agent,
                    weight: rounded(finding.weight),
                    points: rounded(finding.points),
                    note: finding.note.to_string(),
                    why: finding.why.to_string(),
                    ask: finding.ask.to_string(),
                    say: finding.say.map(|say| say.to_string()),
                })
                .collect(),
        }
    }
}
