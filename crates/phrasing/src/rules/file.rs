//! The form of a rule file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::kinds::{Dimension, Kind};

/// One TOML file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    /// The dimension of every rule in the file.
    pub(crate) dimension: Option<Dimension>,
    #[serde(default)]
    pub(crate) sets: BTreeMap<String, WordSet>,
    #[serde(default, rename = "rule")]
    pub(crate) rules: Vec<toml::Spanned<RuleText>>,
}

/// Words that patterns call by one name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordSet {
    /// A part of speech; verbs and nouns then match in every form.
    pub(crate) pos: Option<String>,
    pub(crate) words: Vec<String>,
}

/// One rule as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleText {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    #[serde(default, rename = "match")]
    pub(crate) patterns: Vec<String>,
    /// Classes of deeds (`lexicon/classes/verbs.txt`), or "any": instead of patterns, for sentences that are weighed as claims
    /// of this kind while no pattern marks them.
    #[serde(default)]
    pub(crate) deeds: Vec<String>,
    /// Kinds of things (`lexicon/classes/nouns.txt`) of which the deed must name one; any where nothing is said.
    #[serde(default)]
    pub(crate) things: Vec<String>,
    #[serde(default)]
    pub(crate) except: Vec<String>,
    /// Who must act; `self` where nothing is said.
    pub(crate) actor: Option<Vec<String>>,
    /// At least one of these must be in the sentence.
    #[serde(default)]
    pub(crate) needs: Vec<String>,
    /// None of these may be in the sentence.
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    /// What it finds stands whatever the words around weigh, and no weak mark stands on the same words.
    #[serde(default)]
    pub(crate) sure: bool,
    #[serde(default)]
    pub(crate) negated: Treatment,
    pub(crate) hypothetical: Option<Treatment>,
    #[serde(default)]
    pub(crate) extend: Extent,
    pub(crate) weight: f32,
    pub(crate) note: String,
    pub(crate) why: String,
    pub(crate) ask: String,
    pub(crate) say: Option<String>,
    #[serde(default)]
    pub(crate) hits: Vec<String>,
    #[serde(default)]
    pub(crate) misses: Vec<String>,
}

/// What a circumstance does to a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Treatment {
    /// The rule does not fire.
    #[default]
    Skip,
    /// The rule fires all the same.
    Keep,
    /// The rule fires only then.
    Only,
}

/// How far a mark goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Extent {
    /// To the end of the clause.
    #[default]
    Clause,
    /// The words of the pattern only.
    Match,
}
