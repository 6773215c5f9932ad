//! What importing a pack would do to a bank.

use std::collections::HashMap;

use super::Pack;
use crate::bank::{Bank, Origin};
use crate::question::{Question, QuestionId};
use crate::seen::reserved_prefix;

/// A question that the user deleted: its id stays taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// The pack it came with; none when the user wrote it.
    pub pack: Option<String>,
    /// What it said; none when that can no longer be read.
    pub question: Option<Question>,
}

/// What importing would do, question by question, in the order of the file. Each question is in one of the lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Come in; those deleted before come back.
    pub new: Vec<Question>,
    /// Questions of this pack that get new words, with the fields that change.
    pub changed: Vec<(Question, Vec<&'static str>)>,
    /// Are here already, word for word.
    pub same: Vec<Question>,
    /// Are left out.
    pub refused: Vec<Refused>,
}

/// A question that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The question of the pack.
    pub question: Question,
    /// Why.
    pub why: Refusal,
}

/// Why a question of a pack is left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another question has its id.
    #[error("There is another question with the id “{id}” in {origin}. It is kept as it is.")]
    IdTaken {
        /// The id.
        id: QuestionId,
        /// Where that question is.
        origin: Origin,
    },
    /// The user deleted another question with its id.
    #[error("“{id}” is the id of a question of yours that you deleted. Give this one another id.")]
    IdDeleted {
        /// The id.
        id: QuestionId,
    },
    /// Its id is kept for built-in questions, and there is no such question in this version.
    #[error(
        "The id “{id}” begins with “{prefix}-”, which is kept for built-in questions. Begin it with “my-”."
    )]
    Reserved {
        /// The id.
        id: QuestionId,
        /// Its beginning.
        prefix: &'static str,
    },
    /// Another question has the same words.
    #[error("It has the same words as “{other}” in {origin}, which is kept.")]
    SamePrompt {
        /// The other question.
        other: QuestionId,
        /// Where it is.
        origin: Origin,
    },
}

impl Plan {
    /// Whether applying it would change anything.
    pub fn changes(&self) -> bool {
        !self.new.is_empty() || !self.changed.is_empty()
    }
}

impl Pack {
    /// What importing the pack into a bank would do. Nothing of the user's own is ever replaced: a pack changes only the
    /// questions that came with a pack of its name.
    pub fn plan(&self, bank: &Bank, deleted: &HashMap<QuestionId, Deleted>) -> Plan {
        let mut plan = Plan::default();
        for question in &self.questions {
            match self.fate(question, bank, deleted) {
                Fate::New => plan.new.push(question.clone()),
                Fate::Changed(fields) => plan.changed.push((question.clone(), fields)),
                Fate::Same => plan.same.push(question.clone()),
                Fate::Refused(why) => plan.refused.push(Refused { question: question.clone(), why }),
            }
        }
        plan
    }

    fn fate(&self, question: &Question, bank: &Bank, deleted: &HashMap<QuestionId, Deleted>) -> Fate {
        let id = &question.id;
        if let (Some(here), Some(origin)) = (bank.get(id), bank.origin(id)) {
            return match origin {
                _ if here == question => Fate::Same,
                Origin::Pack(pack) if *pack == self.name => match same_prompt(question, bank) {
                    Some(why) => Fate::Refused(why),
                    None => Fate::Changed(changes(here, question)),
                },
                origin => Fate::Refused(Refusal::IdTaken { id: id.clone(), origin: origin.clone() }),
            };
        }
        if let Some(before) = deleted.get(id) {
            let comes_back =
                before.question.as_ref() == Some(question) || before.pack.as_ref() == Some(&self.name);
            if !comes_back {
                return Fate::Refused(Refusal::IdDeleted { id: id.clone() });
            }
        }
        if let Some(prefix) = reserved_prefix(id.as_str()) {
            return Fate::Refused(Refusal::Reserved { id: id.clone(), prefix });
        }
        same_prompt(question, bank).map_or(Fate::New, Fate::Refused)
    }
}

enum Fate {
    New,
    Changed(Vec<&'static str>),
    Same,
    Refused(Refusal),
}

fn same_prompt(question: &Question, bank: &Bank) -> Option<Refusal> {
    let other = bank.of_same_words(&question.prompt).filter(|other| other.id != question.id)?;
    let origin = bank.origin(&other.id)?.clone();
    Some(Refusal::SamePrompt { other: other.id.clone(), origin })
}

/// The fields in which two questions differ, as files name them.
fn changes(before: &Question, after: &Question) -> Vec<&'static str> {
    let fields = [
        ("prompt", before.prompt != after.prompt),
        ("competency", before.competency != after.competency),
        ("dimensions", before.dimensions != after.dimensions),
        ("kind", before.kind != after.kind),
        ("level", before.level != after.level),
        ("minutes", before.minutes != after.minutes),
        ("probes", before.probes != after.probes),
        ("strong", before.strong != after.strong),
        ("feature_level", before.feature_level != after.feature_level),
        ("tags", before.tags != after.tags),
        ("theme", before.theme != after.theme),
        ("first", before.first != after.first),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}
