//! The vocabulary of the check: what a question asks for, what a finding is, who acts.

use serde::{Deserialize, Serialize};

/// What kind of answer the question asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// "Tell me about a time…": only what was done counts; "I would have" does not.
    #[default]
    Behavioral,
    /// "How would you…?": "I would first define…" counts.
    Situational,
}

/// The seven dimensions on which a system-level answer differs from a feature-level one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dimension {
    /// Ownership against coordination.
    Ownership,
    /// Systems against tasks.
    Systems,
    /// Decisions against tracking.
    Decisions,
    /// Acting early against reacting.
    Foresight,
    /// Defining the problem against waiting for it.
    Direction,
    /// Outcome against delivery.
    Impact,
    /// Influence against relaying.
    Influence,
}

impl Dimension {
    /// Every dimension, in the order in which the window lists them.
    pub const ALL: [Dimension; 7] = [
        Dimension::Ownership,
        Dimension::Systems,
        Dimension::Decisions,
        Dimension::Foresight,
        Dimension::Direction,
        Dimension::Impact,
        Dimension::Influence,
    ];

    /// The name used in rule ids and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Dimension::Ownership => "ownership",
            Dimension::Systems => "systems",
            Dimension::Decisions => "decisions",
            Dimension::Foresight => "foresight",
            Dimension::Direction => "direction",
            Dimension::Impact => "impact",
            Dimension::Influence => "influence",
        }
    }
}

/// What a finding says about the words it marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A claim of the system-level program manager.
    Strong,
    /// A claim of the feature-level one: activity, relaying, waiting, delivery as such.
    Weak,
    /// A deed without a doer ("it was decided"), or a "we" that hides the speaker's part.
    HiddenActor,
    /// Words that take back what they say ("I think", "probably").
    Hedge,
    /// Words that say nothing ("um", "you know").
    Filler,
}

impl Kind {
    /// Every kind, in the order of the legend.
    pub const ALL: [Kind; 5] = [Kind::Strong, Kind::Weak, Kind::HiddenActor, Kind::Hedge, Kind::Filler];

    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Strong => "strong",
            Kind::Weak => "weak",
            Kind::HiddenActor => "hidden-actor",
            Kind::Hedge => "hedge",
            Kind::Filler => "filler",
        }
    }
}

/// Who does what a clause says is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Agent {
    /// The speaker: "I", or a bullet without a subject.
    #[serde(rename = "self")]
    Own,
    /// "We".
    Shared,
    /// Somebody else.
    Other,
    /// Nobody: a passive, or a thing that does something by itself.
    None,
}

impl Agent {
    /// The name used in JSON and in rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Agent::Own => "self",
            Agent::Shared => "shared",
            Agent::Other => "other",
            Agent::None => "none",
        }
    }
}

/// Whether the text is one that this check can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Checked.
    English,
    /// Fewer words than a claim needs; nothing is marked.
    TooShort,
    /// Too few English function words; nothing is marked.
    NotEnglish,
}

/// What an interviewer writes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverageItem {
    /// A decision the speaker took.
    Decision,
    /// What was not chosen, and why.
    Alternative,
    /// A system, component or data flow, and how it behaves.
    System,
    /// A dependency or risk named before it hurt.
    RiskOrDependency,
    /// A number and what it measures.
    MeasuredOutcome,
    /// Something the speaker did with their own hands.
    OwnAction,
    /// What was learned or changed afterwards.
    Learning,
}

impl CoverageItem {
    /// Every item, in the order in which the window lists them.
    pub const ALL: [CoverageItem; 7] = [
        CoverageItem::Decision,
        CoverageItem::Alternative,
        CoverageItem::System,
        CoverageItem::RiskOrDependency,
        CoverageItem::MeasuredOutcome,
        CoverageItem::OwnAction,
        CoverageItem::Learning,
    ];

    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            CoverageItem::Decision => "decision",
            CoverageItem::Alternative => "alternative",
            CoverageItem::System => "system",
            CoverageItem::RiskOrDependency => "risk_or_dependency",
            CoverageItem::MeasuredOutcome => "measured_outcome",
            CoverageItem::OwnAction => "own_action",
            CoverageItem::Learning => "learning",
        }
    }

    /// The question that fills the gap when the item is missing.
    pub const fn ask(self) -> &'static str {
        match self {
            CoverageItem::Decision => "What did you decide?",
            CoverageItem::Alternative => "What did you choose not to do, and why?",
            CoverageItem::System => "Which system, and what happens inside it?",
            CoverageItem::RiskOrDependency => "What could have broken, and when did you see it?",
            CoverageItem::MeasuredOutcome => "What moved, from what to what?",
            CoverageItem::OwnAction => "Which part did you do yourself?",
            CoverageItem::Learning => "What did you learn, or change afterwards?",
        }
    }

    /// The word beside the check mark when the item is present.
    pub const fn label(self) -> &'static str {
        match self {
            CoverageItem::Decision => "decision",
            CoverageItem::Alternative => "alternative",
            CoverageItem::System => "system",
            CoverageItem::RiskOrDependency => "early risk",
            CoverageItem::MeasuredOutcome => "number",
            CoverageItem::OwnAction => "own action",
            CoverageItem::Learning => "lesson",
        }
    }
}

/// The parts of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StarPart {
    /// Where and when; what was wrong.
    Situation,
    /// What the speaker was there to reach.
    Task,
    /// What was done.
    Action,
    /// What came of it.
    Result,
}

impl StarPart {
    /// The parts in the order in which a story is best told.
    pub const ALL: [StarPart; 4] = [StarPart::Situation, StarPart::Task, StarPart::Action, StarPart::Result];

    /// The letter in the gutter.
    pub const fn letter(self) -> char {
        match self {
            StarPart::Situation => 'S',
            StarPart::Task => 'T',
            StarPart::Action => 'A',
            StarPart::Result => 'R',
        }
    }
}
