//! Classes of deeds, things and colouring words, read from `lexicon/classes/`.

use std::collections::HashMap;

use crate::lexicon::{UNKNOWN, Vocabulary, WordId};

/// A set of classes, one bit each.
pub(crate) type ClassSet = u32;

/// The classes of every word that has any.
#[derive(Debug, Clone, Default)]
pub(crate) struct Classes {
    pub(crate) verb_names: Vec<&'static str>,
    pub(crate) noun_names: Vec<&'static str>,
    pub(crate) colour_names: Vec<&'static str>,
    verbs: HashMap<WordId, ClassSet>,
    /// (verb, particle) → classes of the two together.
    phrasal: HashMap<(WordId, WordId), ClassSet>,
    /// By word number; most words are nouns of some class or none.
    nouns: Vec<ClassSet>,
    colours: HashMap<WordId, ClassSet>,
    /// "we" and "I", "our" and "my", "us" and "me".
    persons: Vec<(WordId, WordId)>,
}

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':').map(|(name, words)| (name.trim(), words.split_whitespace())))
}

impl Classes {
    /// Reads the lists; words that the vocabulary lacks are added to it.
    pub(crate) fn builtin(vocabulary: &mut Vocabulary) -> Classes {
        let mut classes = Classes::default();
        for (name, words) in rows(include_str!("../../lexicon/classes/verbs.txt")) {
            let bit = 1 << classes.verb_names.len();
            classes.verb_names.push(name);
            for word in words {
                match word.split_once('_') {
                    Some((verb, particle)) => {
                        let key = (vocabulary.add_verb(verb), vocabulary.intern(particle));
                        *classes.phrasal.entry(key).or_default() |= bit;
                        let whole = vocabulary.intern(&word.replace('_', " "));
                        *classes.verbs.entry(whole).or_default() |= bit;
                    }
                    None => *classes.verbs.entry(vocabulary.add_verb(word)).or_default() |= bit,
                }
            }
        }
        let mut nouns: HashMap<WordId, ClassSet> = HashMap::new();
        for (name, words) in rows(include_str!("../../lexicon/classes/nouns.txt")) {
            let bit = 1 << classes.noun_names.len();
            classes.noun_names.push(name);
            for word in words {
                *nouns.entry(vocabulary.add_noun(word)).or_default() |= bit;
            }
        }
        for (name, words) in rows(include_str!("../../lexicon/classes/others.txt")) {
            let bit = 1 << classes.colour_names.len();
            classes.colour_names.push(name);
            for word in words {
                *classes.colours.entry(vocabulary.intern(word)).or_default() |= bit;
            }
        }
        classes.persons = [("we", "i"), ("our", "my"), ("us", "me"), ("ourselves", "myself")]
            .map(|(shared, own)| (vocabulary.intern(shared), vocabulary.intern(own)))
            .to_vec();
        classes.nouns = vec![0; nouns.keys().max().map_or(0, |most| *most as usize + 1)];
        for (id, set) in nouns {
            classes.nouns[id as usize] = set;
        }
        classes
    }

    /// Classes of a verb by its lemma.
    pub(crate) fn verb(&self, lemma: WordId) -> ClassSet {
        self.verbs.get(&lemma).copied().unwrap_or(0)
    }

    /// Classes of a verb with a word that may be its particle.
    pub(crate) fn phrasal(&self, verb: WordId, particle: WordId) -> ClassSet {
        if particle == UNKNOWN { 0 } else { self.phrasal.get(&(verb, particle)).copied().unwrap_or(0) }
    }

    /// Classes of a noun by its lemma.
    pub(crate) fn noun(&self, lemma: WordId) -> ClassSet {
        self.nouns.get(lemma as usize).copied().unwrap_or(0)
    }

    /// The bits of classes of deeds by their names.
    pub(crate) fn verb_bits(&self, names: &[&str]) -> ClassSet {
        names
            .iter()
            .filter_map(|name| self.verb_names.iter().position(|known| known == name))
            .fold(0, |set, class| set | 1 << class)
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
        self.colours.get(&form).copied().unwrap_or(0)
    }
}
