//! What can be wrong with a rule file.

/// A rule file, or one of its rules, that was left out; the others work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct RuleError {
    /// Name of the file.
    pub file: String,
    /// Line of the rule or of the syntax error, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub reason: RuleFault,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleFault {
    /// No valid TOML, or a field that rule files do not have.
    #[error("the file cannot be read: {0}")]
    Syntax(String),
    /// Two rules, or two sets, of one name.
    #[error("there is already {0}; give this one another name")]
    Duplicate(String),
    /// A part of speech, actor, evidence … that does not exist.
    #[error("\"{value}\" is no {what}; use one of {choices}")]
    UnknownValue {
        /// What was expected.
        what: &'static str,
        /// What was written.
        value: String,
        /// What may be written.
        choices: String,
    },
    /// A pattern names a set that no file defines.
    #[error("pattern \"{pattern}\": there is no set @{set}")]
    UnknownSet {
        /// The pattern.
        pattern: String,
        /// The set's name.
        set: String,
    },
    /// A gap at either end would mark words that say nothing.
    #[error("pattern \"{0}\" starts or ends in a gap; begin and end it with a word")]
    GapAtEnd(String),
    /// Brackets that do not close, an empty pattern, a gap without end.
    #[error("pattern \"{pattern}\": {problem}")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A rule that could never mark anything.
    #[error("rule {0} needs either `match` or `deeds`, and not both")]
    NothingToFind(String),
    /// Examples are a rule's tests.
    #[error("rule {0} needs at least two hits and two misses")]
    TooFewExamples(String),
    /// An example did not give the mark that its braces show.
    #[error("rule {rule}: \"{example}\" should mark {expected}, and marks {got}")]
    Hit {
        /// The rule.
        rule: String,
        /// The example.
        example: String,
        /// The words in braces.
        expected: String,
        /// The words marked.
        got: String,
    },
    /// An example in `misses` was marked.
    #[error("rule {rule}: \"{example}\" should be left alone, and marks {got}")]
    Miss {
        /// The rule.
        rule: String,
        /// The example.
        example: String,
        /// The words marked.
        got: String,
    },
    /// Another rule takes every one of its examples.
    #[error("rule {rule} never shows: {by} takes all of its examples; raise its weight or narrow the other")]
    Shadowed {
        /// The rule.
        rule: String,
        /// The rule that wins.
        by: String,
    },
}
