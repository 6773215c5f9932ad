//! The little language of patterns, compiled to flat sequences.
//!
//! `word` matches as written, `word/verb` in every form, `@set` any word of a set, `<noun>` a part of speech, `<number>` a
//! figure, `<object>` whatever can begin an object, `..4` up to four words, `(a | b c)` alternatives, `x?` an optional part.

use std::collections::HashMap;

use super::error::RuleFault;
use crate::lexicon::{Pos, Vocabulary, WordId};

/// One place of a sequence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    /// Exactly this form.
    Form(WordId),
    /// Any form of this lemma, as this part of speech.
    Lemma(WordId, Pos),
    /// Any word of a set.
    Set(usize),
    /// A part of speech.
    Pos(Pos),
    /// What can begin an object: determiner, noun, adjective, number, pronoun.
    Object,
    /// Any one of these.
    AnyOf(Vec<Place>, Hint),
    /// Up to so many words in between.
    Gap(u8, u8),
}

/// Which words may fit a place, one bit for each remainder of their numbers: rules most words out at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hint(u64);

impl Hint {
    fn of(places: &[Place]) -> Hint {
        Hint(places.iter().fold(0, |bits, place| {
            bits | match place {
                Place::Form(id) | Place::Lemma(id, _) => 1 << (id % 64),
                Place::AnyOf(_, Hint(bits)) => *bits,
                Place::Set(_) | Place::Pos(_) | Place::Object | Place::Gap(..) => u64::MAX,
            }
        }))
    }

    /// Whether one of the words (as written, or its lemma) may fit.
    pub(crate) fn allows(self, id: WordId, lemma: WordId) -> bool {
        self.0 & (1 << (id % 64) | 1 << (lemma % 64)) != 0
    }
}

/// A set of words, ready to be asked.
#[derive(Debug, Clone)]
pub(crate) struct CompiledSet {
    pub(crate) pos: Option<Pos>,
    pub(crate) members: Vec<WordId>,
    bits: Vec<u64>,
}

impl CompiledSet {
    pub(crate) fn new(pos: Option<Pos>, members: Vec<WordId>) -> CompiledSet {
        let words = members.iter().max().map_or(0, |max| *max as usize / 64 + 1);
        let mut bits = vec![0u64; words];
        for id in &members {
            bits[*id as usize / 64] |= 1 << (id % 64);
        }
        CompiledSet { pos, members, bits }
    }

    pub(crate) fn has(&self, id: WordId) -> bool {
        self.bits.get(id as usize / 64).is_some_and(|bits| bits & (1 << (id % 64)) != 0)
    }
}

/// No pattern may grow into more sequences than this.
const MOST_SEQUENCES: usize = 256;

/// Compiles a pattern into the sequences that it stands for.
pub(crate) fn compile(
    pattern: &str,
    sets: &HashMap<String, usize>,
    vocabulary: &mut Vocabulary,
) -> Result<Vec<Vec<Place>>, RuleFault> {
    let mut parser = Parser { pattern, rest: pattern, sets, vocabulary };
    let sequences = parser.alternatives(0)?;
    if !parser.rest.trim().is_empty() {
        return Err(parser.problem("a bracket closes that was never opened"));
    }
    for sequence in &sequences {
        let is_gap = |place: Option<&Place>| matches!(place, Some(Place::Gap(..)));
        if is_gap(sequence.first()) || is_gap(sequence.last()) {
            return Err(RuleFault::GapAtEnd(pattern.to_owned()));
        }
        if sequence.is_empty() {
            return Err(parser.problem("it can match nothing at all; leave one part that is not optional"));
        }
    }
    Ok(sequences)
}

struct Parser<'a> {
    pattern: &'a str,
    rest: &'a str,
    sets: &'a HashMap<String, usize>,
    vocabulary: &'a mut Vocabulary,
}

impl Parser<'_> {
    fn problem(&self, problem: &'static str) -> RuleFault {
        RuleFault::Pattern { pattern: self.pattern.to_owned(), problem }
    }

    fn alternatives(&mut self, depth: usize) -> Result<Vec<Vec<Place>>, RuleFault> {
        if depth > 4 {
            return Err(self.problem("brackets are nested too deeply"));
        }
        let mut all = Vec::new();
        loop {
            all.extend(self.sequence(depth)?);
            if all.len() > MOST_SEQUENCES {
                return Err(self.problem("it has too many alternatives; use a set"));
            }
            match self.rest.strip_prefix('|') {
                Some(rest) => self.rest = rest,
                None => return Ok(all),
            }
        }
    }

    fn sequence(&mut self, depth: usize) -> Result<Vec<Vec<Place>>, RuleFault> {
        let mut sequences: Vec<Vec<Place>> = vec![Vec::new()];
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with([')', '|']) {
                return Ok(sequences);
            }
            let mut choices = if let Some(rest) = self.rest.strip_prefix('(') {
                self.rest = rest;
                let inner = self.alternatives(depth + 1)?;
                self.rest =
                    self.rest.strip_prefix(')').ok_or_else(|| self.problem("a bracket is not closed"))?;
                collapse(inner)
            } else {
                let place = self.place()?;
                if !self.rest.starts_with('?') {
                    sequences.iter_mut().for_each(|sequence| sequence.push(place.clone()));
                    continue;
                }
                vec![vec![place]]
            };
            if let Some(rest) = self.rest.strip_prefix('?') {
                self.rest = rest;
                choices.push(Vec::new());
            }
            if sequences.len() * choices.len() > MOST_SEQUENCES {
                return Err(self.problem("it has too many alternatives; use a set"));
            }
            sequences = sequences
                .iter()
                .flat_map(|head| choices.iter().map(move |tail| head.iter().chain(tail).cloned().collect()))
                .collect();
        }
    }

    fn place(&mut self) -> Result<Place, RuleFault> {
        let end =
            self.rest.find(|c: char| c.is_whitespace() || "()|?".contains(c)).unwrap_or(self.rest.len());
        let (item, rest) = self.rest.split_at(end);
        self.rest = rest;
        if let Some(name) = item.strip_prefix('@') {
            return match self.sets.get(name) {
                Some(set) => Ok(Place::Set(*set)),
                None => Err(RuleFault::UnknownSet { pattern: self.pattern.to_owned(), set: name.to_owned() }),
            };
        }
        if let Some((least, most)) = item.split_once("..") {
            let least = if least.is_empty() { Some(0) } else { least.parse().ok() };
            return match (least, most.parse::<u8>().ok()) {
                (Some(least), Some(most)) if least <= most && most <= 24 => Ok(Place::Gap(least, most)),
                _ => Err(self.problem("a gap is written ..4 or 2..4, with at most 24 words")),
            };
        }
        if let Some(name) = item.strip_prefix('<').and_then(|item| item.strip_suffix('>')) {
            return match name {
                "object" => Ok(Place::Object),
                "number" => Ok(Place::Pos(Pos::Number)),
                _ => pos(name).map(Place::Pos),
            };
        }
        if let Some((word, name)) = item.rsplit_once('/')
            && !word.is_empty()
        {
            let pos = pos(name)?;
            let word = word.replace('_', " ");
            let lemma = match pos {
                Pos::Verb => self.vocabulary.add_verb(&word),
                Pos::Noun => self.vocabulary.add_noun(&word),
                _ => self.vocabulary.mark(&word, pos),
            };
            return Ok(Place::Lemma(lemma, pos));
        }
        Ok(Place::Form(self.vocabulary.intern(item)))
    }
}

/// Alternatives of one word each become one place, so that they do not multiply.
fn collapse(choices: Vec<Vec<Place>>) -> Vec<Vec<Place>> {
    let (single, mut rest): (Vec<_>, Vec<_>) =
        choices.into_iter().partition(|choice| choice.len() == 1 && !matches!(choice[0], Place::Gap(..)));
    match single.len() {
        0 => {}
        1 => rest.extend(single),
        _ => {
            let places: Vec<Place> = single.into_iter().flatten().collect();
            let hint = Hint::of(&places);
            rest.push(vec![Place::AnyOf(places, hint)]);
        }
    }
    rest
}

/// Reads a part of speech.
pub(crate) fn pos(name: &str) -> Result<Pos, RuleFault> {
    Pos::parse(name).ok_or_else(|| RuleFault::UnknownValue {
        what: "part of speech",
        value: name.to_owned(),
        choices: Pos::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str) -> Result<usize, RuleFault> {
        let sets = HashMap::from([("decide".to_owned(), 0)]);
        compile(pattern, &sets, &mut Vocabulary::builtin()).map(|sequences| sequences.len())
    }

    #[test]
    fn alternatives_and_options_multiply() {
        assert_eq!(check("@decide the? (plan/noun | next step/noun)"), Ok(4));
        assert_eq!(check("@decide (plan/noun | step/noun | date/noun)"), Ok(1));
        assert_eq!(check("choose/verb ..5 over <object>"), Ok(1));
    }

    #[test]
    fn faults_are_named() {
        assert!(matches!(check("..3 plan"), Err(RuleFault::GapAtEnd(_))));
        assert!(matches!(check("plan ..3"), Err(RuleFault::GapAtEnd(_))));
        assert!(matches!(check("@nothing plan"), Err(RuleFault::UnknownSet { .. })));
        assert!(matches!(check("(plan"), Err(RuleFault::Pattern { .. })));
        assert!(matches!(check("plan)"), Err(RuleFault::Pattern { .. })));
        assert!(matches!(check("plan?"), Err(RuleFault::Pattern { .. })));
        assert!(matches!(check("<thing>"), Err(RuleFault::UnknownValue { .. })));
    }
}
