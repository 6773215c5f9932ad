//! Words, their lemmas and the parts of speech that they can be.

mod hash;
mod inflect;
mod short;
mod sieve;
mod words;

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::BitOr;

pub(crate) use hash::WordHasher;
pub(crate) use short::{exact, is_exact, one_of, short, taken_apart};
pub(crate) use sieve::Sieve;
use words::Words;

/// A word's number in the [`Vocabulary`].
pub(crate) type WordId = u32;

/// A word that the vocabulary does not hold.
pub(crate) const UNKNOWN: WordId = WordId::MAX;

/// Part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Pos {
    Noun,
    Verb,
    Auxiliary,
    Modal,
    Adjective,
    Adverb,
    Pronoun,
    Determiner,
    Preposition,
    Conjunction,
    Subordinator,
    Infinitive,
    Negation,
    Number,
    Filler,
    Punctuation,
    Unknown,
}

impl Pos {
    pub(crate) const NAMES: [(&'static str, Pos); 17] = [
        ("noun", Pos::Noun),
        ("verb", Pos::Verb),
        ("auxiliary", Pos::Auxiliary),
        ("modal", Pos::Modal),
        ("adjective", Pos::Adjective),
        ("adverb", Pos::Adverb),
        ("pronoun", Pos::Pronoun),
        ("determiner", Pos::Determiner),
        ("preposition", Pos::Preposition),
        ("conjunction", Pos::Conjunction),
        ("subordinator", Pos::Subordinator),
        ("infinitive", Pos::Infinitive),
        ("negation", Pos::Negation),
        ("numeral", Pos::Number),
        ("filler", Pos::Filler),
        ("punctuation", Pos::Punctuation),
        ("unknown", Pos::Unknown),
    ];

    pub(crate) fn parse(name: &str) -> Option<Pos> {
        Pos::NAMES.iter().find(|(n, _)| *n == name).map(|(_, pos)| *pos)
    }

    pub(crate) fn as_str(self) -> &'static str {
        Pos::NAMES.iter().find(|(_, pos)| *pos == self).map_or("unknown", |(name, _)| name)
    }
}

/// A set of parts of speech.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PosSet(u32);

impl PosSet {
    pub(crate) const EMPTY: PosSet = PosSet(0);

    pub(crate) fn insert(&mut self, pos: Pos) {
        self.0 |= 1 << pos as u8;
    }

    pub(crate) fn has(self, pos: Pos) -> bool {
        self.0 & (1 << pos as u8) != 0
    }

    pub(crate) fn only(self, pos: Pos) -> bool {
        self.0 == 1 << pos as u8
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Which forms of its verb a word can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Forms(u8);

impl Forms {
    pub(crate) const NONE: Forms = Forms(0);
    pub(crate) const BASE: Forms = Forms(1);
    pub(crate) const THIRD: Forms = Forms(2);
    pub(crate) const PAST: Forms = Forms(4);
    pub(crate) const PARTICIPLE: Forms = Forms(8);
    pub(crate) const ING: Forms = Forms(16);

    pub(crate) fn any(self, other: Forms) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Forms {
    type Output = Forms;
    fn bitor(self, other: Forms) -> Forms {
        Forms(self.0 | other.0)
    }
}

/// What one written form can be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) pos: PosSet,
    /// The verb it is a form of, else itself.
    pub(crate) verb: WordId,
    pub(crate) forms: Forms,
    /// The noun it is a form of, else itself.
    pub(crate) noun: WordId,
    pub(crate) plural: bool,
    /// The verb takes particles that some rule knows.
    pub(crate) phrasal: bool,
    /// One bit for each [`Group`].
    groups: u8,
}

/// Words that are asked for often; see [`Vocabulary::gather`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum Group {
    System,
    Risk,
    People,
    Buzz,
    Discovery,
    Change,
    Breakage,
}

/// About how many words there are.
const EXPECTED: usize = 20_000;

/// All words known to one checker.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    words: Words,
    entries: Vec<Entry>,
    /// (verb, particle) → the phrasal verb's own id.
    phrasal: HashMap<(WordId, WordId), WordId, BuildHasherDefault<WordHasher>>,
}

impl Vocabulary {
    /// The words in `lexicon/`.
    pub(crate) fn builtin() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        vocabulary.words.reserve(EXPECTED);
        vocabulary.entries.reserve(EXPECTED);
        let rows = |text: &'static str| {
            text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        };
        for line in rows(include_str!("../../lexicon/irregular.txt")) {
            if let [base, past, participle] = line.split_whitespace().collect::<Vec<_>>()[..] {
                vocabulary.add_irregular(base, past, participle);
            }
        }
        for word in include_str!("../../lexicon/verbs.txt").split_whitespace() {
            vocabulary.add_verb(word);
        }
        for line in rows(include_str!("../../lexicon/nouns-irregular.txt")) {
            if let Some((one, many)) = line.split_once(' ') {
                vocabulary.add_noun_pair(one, many);
            }
        }
        for word in include_str!("../../lexicon/nouns.txt").split_whitespace() {
            vocabulary.add_noun(word);
        }
        for word in include_str!("../../lexicon/adjectives.txt").split_whitespace() {
            vocabulary.mark(word, Pos::Adjective);
        }
        for word in include_str!("../../lexicon/adverbs.txt").split_whitespace() {
            vocabulary.mark(word, Pos::Adverb);
        }
        for line in rows(include_str!("../../lexicon/function-words.txt")) {
            if let Some((name, words)) = line.split_once(':')
                && let Some(pos) = Pos::parse(name.trim())
            {
                for word in words.split_whitespace() {
                    vocabulary.mark(word, pos);
                }
            }
        }
        vocabulary
    }

    /// The number of a written form (lower case), or [`UNKNOWN`].
    pub(crate) fn id(&self, word: &str) -> WordId {
        self.words.id(word).unwrap_or(UNKNOWN)
    }

    /// What a known form can be.
    pub(crate) fn entry(&self, id: WordId) -> Option<&Entry> {
        self.entries.get(id as usize)
    }

    /// The written form; empty for [`UNKNOWN`].
    pub(crate) fn word(&self, id: WordId) -> &str {
        self.words.word(id)
    }

    /// Puts words into a group; those that are not known are left out.
    pub(crate) fn gather(&mut self, group: Group, words: &[&str]) {
        for word in words {
            if let Some(id) = self.words.id(word) {
                self.entries[id as usize].groups |= 1 << group as u8;
            }
        }
    }

    /// Whether a word is in a group.
    pub(crate) fn is(&self, id: WordId, group: Group) -> bool {
        self.entries.get(id as usize).is_some_and(|entry| entry.groups & (1 << group as u8) != 0)
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The phrasal verb that `verb` makes with `particle`, when a rule's set names it.
    pub(crate) fn phrasal(&self, verb: WordId, particle: WordId) -> Option<WordId> {
        self.phrasal.get(&(verb, particle)).copied()
    }

    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let id = self.words.add(word);
        if (id as usize) < self.entries.len() {
            return id;
        }
        self.entries.push(Entry {
            pos: PosSet::EMPTY,
            verb: id,
            forms: Forms::NONE,
            noun: id,
            plural: false,
            phrasal: false,
            groups: 0,
        });
        id
    }

    pub(crate) fn mark(&mut self, word: &str, pos: Pos) -> WordId {
        let id = self.intern(word);
        self.entries[id as usize].pos.insert(pos);
        id
    }

    fn verb_form(&mut self, form: &str, lemma: WordId, forms: Forms) {
        let id = self.mark(form, Pos::Verb);
        let entry = &mut self.entries[id as usize];
        if entry.forms == Forms::NONE {
            entry.verb = lemma;
            entry.forms = forms;
        } else if entry.verb == lemma {
            entry.forms = entry.forms | forms;
        }
    }

    fn add_irregular(&mut self, base: &str, past: &str, participle: &str) {
        let lemma = self.intern(base);
        self.verb_form(base, lemma, Forms::BASE);
        self.verb_form(past, lemma, Forms::PAST);
        self.verb_form(participle, lemma, Forms::PARTICIPLE);
        let mut first = true;
        inflect::verb(base, |form, forms| {
            if forms == Forms::THIRD {
                self.verb_form(form, lemma, forms);
            } else if forms == Forms::ING && first {
                first = false;
                self.verb_form(form, lemma, forms);
            }
        });
    }

    /// Adds a verb with all its forms; one with a space is a phrasal verb ("turn down").
    pub(crate) fn add_verb(&mut self, base: &str) -> WordId {
        if let Some((verb, particle)) = base.split_once(' ') {
            let verb = self.add_verb(verb);
            let particle = self.mark(particle, Pos::Adverb);
            let id = self.intern(base);
            self.phrasal.insert((verb, particle), id);
            self.entries[verb as usize].phrasal = true;
            return id;
        }
        let lemma = self.intern(base);
        if self.entries[lemma as usize].forms.any(Forms::BASE) && self.entries[lemma as usize].verb == lemma {
            return lemma;
        }
        self.verb_form(base, lemma, Forms::BASE);
        inflect::verb(base, |form, forms| self.verb_form(form, lemma, forms));
        lemma
    }

    /// Adds a noun with its plural.
    pub(crate) fn add_noun(&mut self, one: &str) -> WordId {
        let known = self.id(one);
        if self.entry(known).is_some_and(|entry| entry.pos.has(Pos::Noun)) {
            return known;
        }
        self.add_noun_pair(one, &inflect::third(one))
    }

    fn add_noun_pair(&mut self, one: &str, many: &str) -> WordId {
        let lemma = self.mark(one, Pos::Noun);
        let plural = self.mark(many, Pos::Noun);
        if plural != lemma {
            self.entries[plural as usize].noun = lemma;
            self.entries[plural as usize].plural = true;
        }
        lemma
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_back_to_their_verb() {
        let vocabulary = Vocabulary::builtin();
        for (form, lemma) in [
            ("drove", "drive"),
            ("driven", "drive"),
            ("chose", "choose"),
            ("found", "find"),
            ("descoped", "descope"),
            ("organised", "organise"),
            ("organized", "organize"),
            ("cutting", "cut"),
            ("led", "lead"),
            ("identifies", "identify"),
            ("labelled", "label"),
            ("labeled", "label"),
            ("wrote", "write"),
            ("said", "say"),
        ] {
            let entry = vocabulary.entry(vocabulary.id(form)).expect(form);
            assert_eq!(vocabulary.word(entry.verb), lemma, "{form}");
        }
    }

    #[test]
    fn plurals_lead_back_to_their_noun() {
        let vocabulary = Vocabulary::builtin();
        for (form, lemma) in [
            ("dependencies", "dependency"),
            ("analyses", "analysis"),
            ("people", "person"),
            ("risks", "risk"),
        ] {
            let entry = vocabulary.entry(vocabulary.id(form)).expect(form);
            assert_eq!(vocabulary.word(entry.noun), lemma, "{form}");
        }
    }
}
