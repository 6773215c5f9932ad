//! Rules as data: their form, compilation, checks and matching.

mod error;
mod file;
mod index;
mod load;
mod matching;
mod pattern;

use std::sync::Arc;

pub use error::{RuleError, RuleFault};
pub(crate) use file::Treatment;
use index::Index;
pub(crate) use load::load;
pub(crate) use matching::{Hit, Refusal, extent, find, near};
use pattern::{CompiledSet, Place};
use serde::{Deserialize, Serialize};

use crate::judge::BUZZ;
use crate::kinds::{Agent, Dimension, Kind};
use crate::lexicon::{Group, Vocabulary};
use crate::reading::{BREAKAGES, CHANGES, DISCOVERIES, EvidenceSet, PEOPLE, RISKS, SYSTEMS};
use crate::weighing::{ClassSet, Classes, Leanings, Weights, WordsOfWork};

/// What a rule says about itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleInfo {
    /// "dimension/name".
    pub id: Arc<str>,
    /// What its findings count for.
    pub dimension: Dimension,
    /// What its findings say.
    pub kind: Kind,
    /// How much a finding weighs before its specificity, 0 to 5.
    pub weight: f32,
    /// The margin note.
    pub note: Arc<str>,
    /// One sentence of why.
    pub why: Arc<str>,
    /// The question.
    pub ask: Arc<str>,
    /// Words one could say instead.
    pub say: Option<Arc<str>>,
    /// Its patterns as written; for a rule of deeds, their classes.
    pub patterns: Vec<String>,
    /// Sentences that it marks, the mark in braces.
    pub hits: Vec<String>,
    /// Sentences that it leaves alone.
    pub misses: Vec<String>,
    /// Whether it is in use.
    pub enabled: bool,
}

/// A rule ready to run.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) info: RuleInfo,
    pub(crate) sequences: Vec<Vec<Place>>,
    /// Classes of deeds that it marks in sentences weighed as such; 0 for a rule of patterns.
    pub(crate) deeds: ClassSet,
    /// Kinds of things of which such a deed must name one; 0 for any.
    pub(crate) things: ClassSet,
    /// Comes with the program.
    pub(crate) builtin: bool,
    /// Stands whatever its sentence weighs.
    pub(crate) sure: bool,
    pub(crate) exceptions: Vec<Vec<Place>>,
    /// Empty for anybody.
    pub(crate) actors: Vec<Agent>,
    pub(crate) needs: EvidenceSet,
    pub(crate) unless: EvidenceSet,
    pub(crate) negated: Treatment,
    pub(crate) hypothetical: Treatment,
    pub(crate) whole_clause: bool,
}

/// All rules of one checker, indexed by the word that can begin them.
#[derive(Debug, Clone, Default)]
pub(crate) struct RuleBook {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) classes: Classes,
    pub(crate) weights: Weights,
    pub(crate) leanings: Leanings,
    pub(crate) words_of_work: WordsOfWork,
    pub(crate) sets: Vec<CompiledSet>,
    pub(crate) rules: Vec<Rule>,
    /// Rules of deeds, in the order in which they are tried: those of named deeds before those of any.
    pub(crate) of_deeds: Vec<usize>,
    /// The sequences of all rules.
    index: Index,
}

impl RuleBook {
    /// Builds the index; to be called after the last rule.
    pub(crate) fn index(&mut self) {
        self.of_deeds = (0..self.rules.len()).filter(|rule| self.rules[*rule].deeds != 0).collect();
        self.of_deeds.sort_by_key(|rule| self.rules[*rule].deeds == ClassSet::MAX);
        self.vocabulary.gather(Group::System, SYSTEMS);
        self.vocabulary.gather(Group::Risk, RISKS);
        self.vocabulary.gather(Group::People, PEOPLE);
        self.vocabulary.gather(Group::Buzz, BUZZ);
        self.vocabulary.gather(Group::Discovery, DISCOVERIES);
        self.vocabulary.gather(Group::Change, CHANGES);
        self.vocabulary.gather(Group::Breakage, BREAKAGES);
        self.index = Index::of(&self.rules, &self.sets, self.vocabulary.len());
    }
}
