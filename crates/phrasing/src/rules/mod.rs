//! Rules as data: their form, compilation, checks and matching.

mod error;
mod file;
mod load;
mod matching;
mod pattern;

use std::sync::Arc;

pub use error::{RuleError, RuleFault};
pub(crate) use file::Treatment;
pub(crate) use load::load;
pub(crate) use matching::{Hit, Refusal, extent, find, near};
use pattern::{CompiledSet, Place};
use serde::{Deserialize, Serialize};

use crate::kinds::{Agent, Dimension, Kind};
use crate::lexicon::{Pos, Vocabulary};
use crate::reading::EvidenceSet;
use crate::weighing::{ClassSet, Classes, Weights};

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
    pub(crate) sets: Vec<CompiledSet>,
    pub(crate) rules: Vec<Rule>,
    /// Rules of deeds, in the order in which they are tried.
    pub(crate) of_deeds: Vec<usize>,
    /// By word: (rule, sequence) pairs.
    by_word: Vec<Vec<(u32, u32)>>,
    /// Sequences that begin with a part of speech.
    by_pos: Vec<(Pos, u32, u32)>,
}

impl RuleBook {
    /// Builds the index; to be called after the last rule.
    pub(crate) fn index(&mut self) {
        self.by_word = vec![Vec::new(); self.vocabulary.len()];
        self.by_pos.clear();
        self.of_deeds = (0..self.rules.len()).filter(|rule| self.rules[*rule].deeds != 0).collect();
        // Those of any deed take what the others leave, and those of ownership what the finer dimensions leave.
        self.of_deeds.sort_by_key(|rule| {
            let rule = &self.rules[*rule];
            (rule.deeds == ClassSet::MAX, rule.info.dimension == Dimension::Ownership)
        });
        let rules = std::mem::take(&mut self.rules);
        // Rules that are switched off match too: what they would mark is then left alone by the others.
        for (r, rule) in rules.iter().enumerate() {
            for (s, sequence) in rule.sequences.iter().enumerate() {
                if let Some(first) = sequence.first() {
                    self.enter(first, (r as u32, s as u32));
                }
            }
        }
        self.rules = rules;
    }

    fn enter(&mut self, first: &Place, entry: (u32, u32)) {
        match first {
            Place::Form(id) | Place::Lemma(id, _) => self.by_word[*id as usize].push(entry),
            Place::Set(set) => {
                for id in &self.sets[*set].members {
                    self.by_word[*id as usize].push(entry);
                }
            }
            Place::Pos(pos) => self.by_pos.push((*pos, entry.0, entry.1)),
            Place::Object => {
                for pos in [Pos::Determiner, Pos::Noun, Pos::Adjective, Pos::Number, Pos::Pronoun] {
                    self.by_pos.push((pos, entry.0, entry.1));
                }
            }
            Place::AnyOf(places) => {
                for place in places {
                    self.enter(place, entry);
                }
            }
            Place::Gap(..) => {}
        }
    }
}
