//! What is to be said about one sentence: its statements, and their features.

use super::classes::{ClassSet, Classes};
use super::feature::{Feature, Who};
use crate::kinds::{Agent, Mode};
use crate::lexicon::{Pos, UNKNOWN, Vocabulary, WordId};
use crate::reading::{Claim, Evidence, Reading, Utterance};
use crate::rules::Hit;

/// How far from its verb a particle is looked for.
const PARTICLE_REACH: usize = 7;

/// A stretch of a sentence that makes one statement: a claim with everything that hangs on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Statement {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Its claims, `first..last` of the reading's.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Who acts in it.
    pub(crate) who: Who,
}

/// Who is told the features of a sentence, each with the number of its statement.
pub(crate) trait Listener {
    fn hear(&mut self, at: usize, feature: Feature);

    /// A word in a statement of somebody, and the word before it ([`UNKNOWN`] for none).
    fn hear_said(&mut self, at: usize, who: Who, previous: WordId, id: WordId) {
        self.hear(at, Feature::Says(id));
        self.hear(at, Feature::SaysOf(who, id));
        if previous != UNKNOWN {
            self.hear(at, Feature::Pair(previous, id));
        }
    }
}

impl<F: FnMut(usize, Feature)> Listener for F {
    fn hear(&mut self, at: usize, feature: Feature) {
        self(at, feature);
    }
}

/// Everything that reading a sentence needs.
pub(crate) struct Source<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) classes: &'a Classes,
    pub(crate) mode: Mode,
    /// Reads "we" as "I": what the sentence would claim if the speaker had done it alone.
    pub(crate) as_own: bool,
}

impl Source<'_> {
    /// Cuts a sentence into statements, in order; never none.
    pub(crate) fn statements(&self, utterance: &Utterance, out: &mut Vec<Statement>) {
        out.clear();
        let claims = &self.reading.claims;
        let first = claims.partition_point(|claim| (claim.verb as usize) < utterance.from);
        let mut index = first;
        while let Some(claim) = claims.get(index).filter(|claim| (claim.verb as usize) < utterance.to) {
            match out.last_mut() {
                Some(last) if claim.flags.dependent => last.last = index + 1,
                last => {
                    let from = match last {
                        Some(last) => {
                            last.to = (claim.subject as usize).max(last.from);
                            last.to
                        }
                        None => utterance.from,
                    };
                    let who = self.who(claim);
                    out.push(Statement { from, to: utterance.to, first: index, last: index + 1, who });
                }
            }
            index += 1;
        }
        if out.is_empty() {
            let Utterance { from, to, .. } = *utterance;
            out.push(Statement { from, to, first, last: first, who: Who::It });
        }
    }

    /// Tells each feature of a sentence, with the statement that it belongs to. A feature may come more than once.
    pub(crate) fn features(
        &self,
        utterance: &Utterance,
        statements: &[Statement],
        hits: &[Hit],
        listener: &mut impl Listener,
    ) {
        listener.hear(0, Feature::Any);
        let claims = &self.reading.claims;
        let own = statements
            .iter()
            .any(|statement| claims[statement.first..statement.last].iter().any(|c| self.who(c) == Who::I));
        let basis = if own { Who::I } else { Who::It };
        for (_, evidence) in Evidence::NAMES {
            if utterance.evidence.has(evidence) {
                listener.hear(0, Feature::With(basis, evidence));
            }
        }
        for (at, statement) in statements.iter().enumerate() {
            for claim in &claims[statement.first..statement.last] {
                self.deed(utterance, claim, &mut |feature| listener.hear(at, feature));
            }
            self.words(at, statement, listener);
        }
        for hit in hits {
            let at = statements.partition_point(|statement| statement.to <= hit.head);
            listener.hear(at.min(statements.len() - 1), Feature::Rule(hit.rule as u32));
        }
    }

    /// Who does the deed of a claim, and whether it was done.
    pub(crate) fn who(&self, claim: &Claim) -> Who {
        let flags = claim.flags;
        if flags.question || flags.lesson || flags.preamble {
            return Who::Unclaimed;
        }
        let unreal = flags.counterfactual || flags.conditional && self.mode == Mode::Behavioral;
        match claim.agent {
            Agent::Own if flags.negated => Who::INot,
            Agent::Own if unreal => Who::IfI,
            Agent::Own => Who::I,
            Agent::Shared if self.as_own && !flags.negated && !unreal => Who::I,
            Agent::Shared => Who::We,
            Agent::Other => Who::They,
            Agent::None if flags.passive => Who::Nobody,
            Agent::None => Who::It,
        }
    }

    fn deed(&self, utterance: &Utterance, claim: &Claim, tell: &mut impl FnMut(Feature)) {
        let who = self.who(claim);
        let verb = claim.verb as usize;
        let word = &self.reading.words[verb];
        let end = (claim.end as usize).max(verb + 1).min(utterance.to);
        if word.lemma != UNKNOWN {
            tell(Feature::Word(who, word.lemma));
        }
        if !claim.flags.dependent
            && let Some(lead) = (claim.subject as usize).checked_sub(1).filter(|lead| *lead >= utterance.from)
            && self.reading.words[lead].id != UNKNOWN
        {
            tell(Feature::Lead(self.reading.words[lead].id, who));
        }
        let things = self.things(claim, end);
        bits(things, |thing| tell(Feature::To(who, thing)));
        bits(self.deeds(claim, end), |class| {
            tell(Feature::Deed(who, class));
            bits(things, |thing| tell(Feature::DeedTo(who, class, thing)));
        });
    }

    /// The classes of a claim's verb, with its particle when that makes another word of it.
    pub(crate) fn deeds(&self, claim: &Claim, end: usize) -> ClassSet {
        let verb = claim.verb as usize;
        let word = &self.reading.words[verb];
        let whole = self.classes.verb(word.lemma);
        if word.particle != u32::MAX {
            return whole;
        }
        (verb + 1..end.min(verb + PARTICLE_REACH))
            .filter(|at| *at == verb + 1 || self.reading.is(*at, Pos::Adverb))
            .map(|at| self.classes.phrasal(word.lemma, self.reading.words[at].id))
            .find(|set| *set != 0)
            .unwrap_or(whole)
    }

    /// The kinds of things that a deed is done to; of a passive, its subject.
    pub(crate) fn things(&self, claim: &Claim, end: usize) -> ClassSet {
        let verb = claim.verb as usize;
        let (from, to) = if claim.flags.passive { (claim.subject as usize, verb) } else { (verb + 1, end) };
        self.reading.words[from.min(to)..to]
            .iter()
            .filter(|word| matches!(word.pos, Pos::Noun | Pos::Unknown | Pos::Adjective | Pos::Pronoun))
            .fold(0, |set, word| set | self.classes.noun(word.lemma))
    }

    fn words(&self, at: usize, statement: &Statement, listener: &mut impl Listener) {
        let mut previous = UNKNOWN;
        for word in &self.reading.words[statement.from..statement.to] {
            if word.pos == Pos::Punctuation {
                continue;
            }
            let id = if word.lemma != UNKNOWN { word.lemma } else { word.id };
            let id = if self.as_own { self.classes.as_own(id) } else { id };
            if id != UNKNOWN {
                listener.hear_said(at, statement.who, previous, id);
                if matches!(word.pos, Pos::Noun | Pos::Verb | Pos::Adjective | Pos::Unknown) {
                    let verb = self.vocabulary.entry(word.id).map_or(id, |entry| entry.verb);
                    let deeds = self.classes.verb(id) | self.classes.verb(verb);
                    bits(deeds, |class| listener.hear(at, Feature::Does(class)));
                }
            }
            previous = id;
            bits(self.classes.colour(word.id), |class| listener.hear(at, Feature::Colour(class)));
        }
    }
}

/// Calls for each class of a set.
pub(crate) fn bits(mut set: ClassSet, mut each: impl FnMut(u8)) {
    while set != 0 {
        each(set.trailing_zeros() as u8);
        set &= set - 1;
    }
}
