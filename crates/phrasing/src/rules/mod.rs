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
pub(crate) use matching::{Hit, Refusal, find, near};
use pattern::{CompiledSet, Place};
use serde::{Deserialize, Serialize};

use crate::kinds::{Agent, Dimension, Kind};
use crate::lexicon::{Pos, Vocabulary};
use crate::reading::EvidenceSet;

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
    /// Its patterns as written.
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
    pub(crate) sets: Vec<CompiledSet>,
    pub(crate) rules: Vec<Rule>,
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
        let rules = std::mem::take(&mut self.rules);
        for (r, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.info.enabled) {
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
