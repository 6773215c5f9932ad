//! Text in, findings and scores out: the phrase check.
//!
//! The check judges claims rather than vocabulary: who did what, to which thing, and with what consequence. It is pure, does no
//! I/O and cannot fail on any text.
//!
//! ```
//! use phrasing::{Checker, Input, Kind};
//!
//! let text = "I followed up with legal. I cut the export from the launch because nobody used it.";
//! let check = Checker::builtin().check(&Input::typed(text));
//! assert!(check.findings.iter().any(|finding| finding.kind == Kind::Weak));
//! assert!(check.findings.iter().any(|finding| finding.kind == Kind::Strong));
//! ```
//!
//! The text is read once (tokens, parts of speech, claims with their actors), rules written as data are matched
//! against it, and the hits are judged: labels, scores, coverage, structure, fixes.

mod asked;
mod check;
mod checker;
mod explain;
mod judge;
mod kinds;
mod language;
mod lexicon;
mod live;
mod reading;
mod rules;
mod span;
mod weighing;

pub use check::{
    About, Agency, ByDimension, Check, Coverage, Finding, Fix, Missing, Part, Scores, Sentence, Structure,
};
pub use checker::{Checker, Input, Observed};
pub use explain::{ExplainedClaim, ExplainedRule, ExplainedSentence, ExplainedToken, Explanation, Reason};
pub use kinds::{Agent, CoverageItem, Dimension, Kind, Language, Level, Mode, StarPart};
pub use live::{LiveMarks, Marks};
pub use rules::{RuleError, RuleFault, RuleInfo};
pub use span::Span;
