//! What a check answers.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::kinds::{Agent, CoverageItem, Dimension, Kind, Language, StarPart};
use crate::span::{Offsets, Span, Unit};

/// One value for each dimension.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByDimension<T> {
    /// Ownership against coordination.
    pub ownership: T,
    /// Systems against tasks.
    pub systems: T,
    /// Decisions against tracking.
    pub decisions: T,
    /// Acting early against reacting.
    pub foresight: T,
    /// Defining against waiting.
    pub direction: T,
    /// Outcome against delivery.
    pub impact: T,
    /// Influence against relaying.
    pub influence: T,
}

impl<T> ByDimension<T> {
    /// The value of one dimension.
    pub fn of(&self, dimension: Dimension) -> &T {
        match dimension {
            Dimension::Ownership => &self.ownership,
            Dimension::Systems => &self.systems,
            Dimension::Decisions => &self.decisions,
            Dimension::Foresight => &self.foresight,
            Dimension::Direction => &self.direction,
            Dimension::Impact => &self.impact,
            Dimension::Influence => &self.influence,
        }
    }

    /// The value of one dimension, to be changed.
    pub fn of_mut(&mut self, dimension: Dimension) -> &mut T {
        match dimension {
            Dimension::Ownership => &mut self.ownership,
            Dimension::Systems => &mut self.systems,
            Dimension::Decisions => &mut self.decisions,
            Dimension::Foresight => &mut self.foresight,
            Dimension::Direction => &mut self.direction,
            Dimension::Impact => &mut self.impact,
            Dimension::Influence => &mut self.influence,
        }
    }
}

/// Everything the check has to say about one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// Whether the text could be read at all; if not, everything below is empty.
    pub language: Language,
    /// Spoken or written words, fillers included.
    pub words: usize,
    /// Sentences; in a transcript without punctuation, the utterances that the check cuts.
    pub sentences: Vec<Sentence>,
    /// Findings by where they start.
    pub findings: Vec<Finding>,
    /// Figures from 0 to 100.
    pub scores: Scores,
    /// Whether anything was found on a dimension; where not, its score is no judgement and is shown as "–".
    pub probed: ByDimension<bool>,
    /// Who acts.
    pub agency: Agency,
    /// Situation, task, action, result.
    pub structure: Structure,
    /// What an interviewer writes down, with the words that show it.
    pub coverage: Coverage,
    /// Coverage items without any words to show, with the place where they belong.
    pub missing: Vec<Missing>,
    /// At most three repairs, the largest gain first.
    pub fixes: Vec<Fix>,
}

/// One sentence and what it claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Who acts in most of its claims.
    pub agent: Agent,
    /// The speaker claims something a system-level program manager does.
    pub ownership: bool,
    /// The sentence shows coordination, relaying, waiting, or delivery as such.
    pub coordination: bool,
}

/// Words that a rule marked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The marked words.
    pub span: Span,
    /// The rule's id, "dimension/name".
    pub rule: Arc<str>,
    /// What it counts for.
    pub dimension: Dimension,
    /// What it says about the words.
    pub kind: Kind,
    /// Who acts in the marked claim.
    pub agent: Agent,
    /// The rule's weight with the claim's specificity; 0 where it is shown but does not count.
    pub weight: f32,
    /// Signed: how far it moves the overall score, found by scoring the answer without it.
    pub points: f32,
    /// The margin note.
    pub note: Arc<str>,
    /// One sentence of why.
    pub why: Arc<str>,
    /// The question that repairs it, or that takes a strong claim further.
    pub ask: Arc<str>,
    /// Words one could say instead.
    pub say: Option<Arc<str>>,
}

/// Scores from 0 to 100; senior is 70.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scores {
    /// The whole answer.
    pub overall: u8,
    /// By dimension.
    #[serde(flatten)]
    pub by_dimension: ByDimension<u8>,
}

impl Scores {
    /// The score on one dimension.
    pub fn get(&self, dimension: Dimension) -> u8 {
        *self.by_dimension.of(dimension)
    }
}

/// How many claims are made by whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// "I".
    #[serde(rename = "self")]
    pub own: usize,
    /// "We".
    pub shared: usize,
    /// Somebody else.
    pub other: usize,
    /// Nobody: passives without a doer.
    pub none: usize,
}

impl Agency {
    /// All claims.
    pub const fn claims(&self) -> usize {
        self.own + self.shared + self.other + self.none
    }

    /// The number of claims of one agent.
    pub const fn count(&self, agent: Agent) -> usize {
        match agent {
            Agent::Own => self.own,
            Agent::Shared => self.shared,
            Agent::Other => self.other,
            Agent::None => self.none,
        }
    }

    /// The share of one agent, 0 to 1; 0 when nothing is claimed.
    pub fn share(&self, agent: Agent) -> f32 {
        match self.claims() {
            0 => 0.0,
            all => self.count(agent) as f32 / all as f32,
        }
    }
}

/// The story's parts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// Says where and when, or what was wrong.
    pub situation: bool,
    /// Says what the speaker was there to reach.
    pub task: bool,
    /// Says what was done.
    pub action: bool,
    /// Says what came of it.
    pub result: bool,
    /// The parts that are there first appear in the order S, T, A, R.
    pub in_order: bool,
    /// The stretches, in the order in which they are told.
    pub parts: Vec<Part>,
    /// The first sentence holds the point (a deed or a result), not only the setting.
    pub opens_with_point: bool,
    /// The last sentences hold the result.
    pub ends_with_result: bool,
}

/// A stretch of sentences that belong to one part of the story.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Which part.
    pub part: StarPart,
    /// From its first to its last word.
    pub span: Span,
    /// Its words.
    pub words: usize,
    /// Its share of all words, 0 to 1.
    pub share: f32,
}

/// The words that show each coverage item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// A decision.
    pub decision: Vec<Span>,
    /// A rejected alternative with its reason.
    pub alternative: Vec<Span>,
    /// A system, component or data flow.
    pub system: Vec<Span>,
    /// A dependency or risk named early.
    pub risk_or_dependency: Vec<Span>,
    /// A number with what it measures.
    pub measured_outcome: Vec<Span>,
    /// The speaker's own action.
    pub own_action: Vec<Span>,
    /// What was learned.
    pub learning: Vec<Span>,
}

impl Coverage {
    /// The words that show an item; empty when it is missing.
    pub fn get(&self, item: CoverageItem) -> &[Span] {
        match item {
            CoverageItem::Decision => &self.decision,
            CoverageItem::Alternative => &self.alternative,
            CoverageItem::System => &self.system,
            CoverageItem::RiskOrDependency => &self.risk_or_dependency,
            CoverageItem::MeasuredOutcome => &self.measured_outcome,
            CoverageItem::OwnAction => &self.own_action,
            CoverageItem::Learning => &self.learning,
        }
    }

    pub(crate) fn get_mut(&mut self, item: CoverageItem) -> &mut Vec<Span> {
        match item {
            CoverageItem::Decision => &mut self.decision,
            CoverageItem::Alternative => &mut self.alternative,
            CoverageItem::System => &mut self.system,
            CoverageItem::RiskOrDependency => &mut self.risk_or_dependency,
            CoverageItem::MeasuredOutcome => &mut self.measured_outcome,
            CoverageItem::OwnAction => &mut self.own_action,
            CoverageItem::Learning => &mut self.learning,
        }
    }
}

/// A coverage item that the answer does not show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Missing {
    /// Which one.
    pub item: CoverageItem,
    /// Where its caret stands: after the claim it belongs to, else at the end of the text.
    pub at: usize,
    /// The question that fills it.
    pub ask: Arc<str>,
    /// How far the overall score would rise with it.
    pub gain: f32,
}

/// What a fix repairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// Index into [`Check::findings`].
    Finding(usize),
    /// Index into [`Check::missing`].
    Missing(usize),
}

/// One of the three things to fix first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// The finding or the missing item.
    pub about: About,
    /// The question.
    pub ask: Arc<str>,
    /// The words it is about; for a missing item, the words before its caret.
    pub quote: String,
    /// How far the overall score would rise.
    pub gain: f32,
}

impl Check {
    /// The same check with every offset counted in UTF-16 units, as JavaScript counts them.
    #[must_use]
    pub fn to_utf16(self, text: &str) -> Check {
        self.converted(&Offsets::new(text, Unit::Utf16))
    }

    /// The same check with every offset counted in Unicode code points.
    #[must_use]
    pub fn to_chars(self, text: &str) -> Check {
        self.converted(&Offsets::new(text, Unit::CodePoint))
    }

    fn converted(mut self, offsets: &Offsets) -> Check {
        for sentence in &mut self.sentences {
            sentence.span = offsets.span(sentence.span);
        }
        for finding in &mut self.findings {
            finding.span = offsets.span(finding.span);
        }
        for part in &mut self.structure.parts {
            part.span = offsets.span(part.span);
        }
        for item in CoverageItem::ALL {
            for span in self.coverage.get_mut(item) {
                *span = offsets.span(*span);
            }
        }
        for missing in &mut self.missing {
            missing.at = offsets.convert(missing.at);
        }
        self
    }
}
