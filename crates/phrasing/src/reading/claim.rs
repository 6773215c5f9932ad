//! A claim: one verb with its actor and the circumstances that decide whether it counts.

use crate::kinds::Agent;

/// Circumstances of a claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// "I didn't own the decision."
    pub(crate) negated: bool,
    /// "I would have pushed back": it never happened.
    pub(crate) counterfactual: bool,
    /// "I would push back": a plan, or a habit of the past.
    pub(crate) conditional: bool,
    /// Inside a question.
    pub(crate) question: bool,
    /// Told as a lesson: "back then I only chased people".
    pub(crate) lesson: bool,
    /// Before the story: "I'll tell you about …", "I was the program manager for it".
    pub(crate) preamble: bool,
    /// The verb is passive.
    pub(crate) passive: bool,
    /// The verb states how things are rather than what is done.
    pub(crate) state: bool,
    /// Hangs on another verb: "to …", "by …ing", a participle.
    pub(crate) dependent: bool,
}

/// One verb and who does it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim {
    /// Index of the verb in the words.
    pub(crate) verb: u32,
    /// Index of the first word of its subject; the verb itself when there is none.
    pub(crate) subject: u32,
    /// One past the last word of the claim.
    pub(crate) end: u32,
    pub(crate) agent: Agent,
    pub(crate) flags: Flags,
}
