//! Classes of deeds, things and colouring words, read from `lexicon/classes/`.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::lexicon::{UNKNOWN, Vocabulary, WordHasher, WordId};

/// A set of classes, one bit each.
pub(crate) type ClassSet = u64;

/// The classes of every word that has any.
#[derive(Debug, Clone, Default)]
pub(crate) struct Classes {
    pub(crate) verb_names: Vec<&'static str>,
    pub(crate) noun_names: Vec<&'static str>,
    pub(crate) colour_names: Vec<&'static str>,
    /// By word number.
    of_words: Vec<OfWord>,
    /// (verb, particle) → classes of the two together.
    phrasal: HashMap<(WordId, WordId), ClassSet, BuildHasherDefault<WordHasher>>,
    /// "we" and "I", "our" and "my", "us" and "me".
    persons: Vec<(WordId, WordId)>,
}

/// The classes of one word.
#[derive(Debug, Clone, Copy, Default)]
struct OfWord {
    verb: ClassSet,
    noun: ClassSet,
    colour: ClassSet,
    /// Makes another word with some particle.
    phrasal: bool,
}

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':').map(|(name, words)| (name.trim(), words.split_whitespace())))
}

/// The bit of a class by its number.
fn bit(class: usize) -> ClassSet {
    1 << class
}

impl Classes {
    /// Reads the lists; words that the vocabulary lacks are added to it.
    pub(crate) fn builtin(vocabulary: &mut Vocabulary) -> Classes {
        let mut classes = Classes::default();
        for (name, words) in rows(include_str!("../../lexicon/classes/verbs.txt")) {
            let bit = bit(classes.verb_names.len());
            classes.verb_names.push(name);
            for word in words {
                match word.split_once('_') {
                    Some((verb, particle)) => {
                        let key = (vocabulary.add_verb(verb), vocabulary.intern(particle));
                        *classes.phrasal.entry(key).or_default() |= bit;
                        classes.word(key.0).phrasal = true;
                        let whole = vocabulary.intern(&word.replace('_', " "));
                        classes.word(whole).verb |= bit;
                    }
                    None => classes.word(vocabulary.add_verb(word)).verb |= bit,
                }
            }
        }
        for (name, words) in rows(include_str!("../../lexicon/classes/nouns.txt")) {
            let bit = bit(classes.noun_names.len());
            classes.noun_names.push(name);
            for word in words {
                classes.word(vocabulary.add_noun(word)).noun |= bit;
            }
        }
        for (name, words) in rows(include_str!("../../lexicon/classes/others.txt")) {
            let bit = bit(classes.colour_names.len());
            classes.colour_names.push(name);
            for word in words {
                classes.word(vocabulary.intern(word)).colour |= bit;
            }
        }
        classes.persons = [("we", "i"), ("our", "my"), ("us", "me"), ("ourselves", "myself")]
            .map(|(shared, own)| (vocabulary.intern(shared), vocabulary.intern(own)))
            .to_vec();
        classes
    }

    fn word(&mut self, id: WordId) -> &mut OfWord {
        let index = id as usize;
        if index >= self.of_words.len() {
            self.of_words.resize(index + 1, OfWord::default());
        }
        &mut self.of_words[index]
    }

    fn of(&self, id: WordId) -> OfWord {
        self.of_words.get(id as usize).copied().unwrap_or_default()
    }

    /// Classes of a verb by its lemma.
    pub(crate) fn verb(&self, lemma: WordId) -> ClassSet {
        self.of(lemma).verb
    }

    /// Classes of a verb with a word that may be its particle.
    pub(crate) fn phrasal(&self, verb: WordId, particle: WordId) -> ClassSet {
        if particle == UNKNOWN || !self.of(verb).phrasal {
            return 0;
        }
        self.phrasal.get(&(verb, particle)).copied().unwrap_or(0)
    }

    /// Classes of a noun by its lemma.
    pub(crate) fn noun(&self, lemma: WordId) -> ClassSet {
        self.of(lemma).noun
    }

    /// The bit of a colouring class by its name; 0 when there is none.
    pub(crate) fn colour_bit(&self, name: &str) -> ClassSet {
        self.colour_names.iter().position(|known| *known == name).map_or(0, |class| 1 << class)
    }

    /// The word that one person would use: "I" for "we".
    pub(crate) fn as_own(&self, id: WordId) -> WordId {
        self.persons.iter().find(|(shared, _)| *shared == id).map_or(id, |(_, own)| *own)
    }

    /// Classes of a written form that colours what is said.
    pub(crate) fn colour(&self, form: WordId) -> ClassSet {
        self.of(form).colour
    }
}
