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

/// The role that is interviewed for: it changes what is asked for, not what words mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Owns a system or a program of several teams.
    #[default]
    Senior,
    /// Sets direction across organisations, without a team of their own.
    Principal,
    /// Owns a program through other program managers.
    Manager,
}

impl Level {
    /// Every level, in the order of a career.
    pub const ALL: [Level; 3] = [Level::Senior, Level::Principal, Level::Manager];

    /// The name used in JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Senior => "senior",
            Level::Principal => "principal",
            Level::Manager => "manager",
        }
    }
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

    /// The question that fills the gap when the item is missing, as an interviewer for that level would ask it.
    pub const fn ask(self, level: Level) -> &'static str {
        match (self, level) {
            (CoverageItem::Decision, Level::Senior) => "What did you decide?",
            (CoverageItem::Decision, Level::Principal) => {
                "What did you decide that other programs still go by?"
            }
            (CoverageItem::Decision, Level::Manager) => {
                "What did you decide yourself, and what did you leave to your people?"
            }
            (CoverageItem::Alternative, Level::Senior) => "What did you choose not to do, and why?",
            (CoverageItem::Alternative, Level::Principal) => {
                "What did you argue against, and what would it have cost in two years?"
            }
            (CoverageItem::Alternative, Level::Manager) => {
                "What did you stop or leave undone, and whose work was it?"
            }
            (CoverageItem::System, Level::Senior) => "Which system, and what happens inside it?",
            (CoverageItem::System, Level::Principal) => {
                "Which systems meet here, and where does it break between them?"
            }
            (CoverageItem::System, Level::Manager) => {
                "Which system was it, and what did you need to know about it to judge?"
            }
            (CoverageItem::RiskOrDependency, Level::Senior) => {
                "What could have broken, and when did you see it?"
            }
            (CoverageItem::RiskOrDependency, Level::Principal) => {
                "Which risk did nobody own, and how early did you see it?"
            }
            (CoverageItem::RiskOrDependency, Level::Manager) => {
                "Which risk did you take on for your people, and when?"
            }
            (CoverageItem::MeasuredOutcome, Level::Senior) => "What moved, from what to what?",
            (CoverageItem::MeasuredOutcome, Level::Principal) => {
                "What moved for the business, from what to what, and does it hold today?"
            }
            (CoverageItem::MeasuredOutcome, Level::Manager) => {
                "What moved, from what to what, and what does your team do better since?"
            }
            (CoverageItem::OwnAction, Level::Senior) => "Which part did you do yourself?",
            (CoverageItem::OwnAction, Level::Principal) => "Which part needed you, and nobody else?",
            (CoverageItem::OwnAction, Level::Manager) => {
                "Whom did you hire, coach or let decide, and which part was yours?"
            }
            (CoverageItem::Learning, Level::Senior) => "What did you learn, or change afterwards?",
            (CoverageItem::Learning, Level::Principal) => "What do other teams do differently since?",
            (CoverageItem::Learning, Level::Manager) => "What did you change in how your team works?",
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
