//! Which sequences are worth a try: looked up by the word that begins them, and tried only where the sentence holds all
//! the words that they need.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Rule;
use super::pattern::{CompiledSet, Place};
use crate::lexicon::{Pos, UNKNOWN, WordHasher, WordId};
use crate::reading::{Reading, Utterance, Word};

/// One sequence of a rule.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) rule: u32,
    pub(super) sequence: u32,
    /// Numbers of the needs that a sentence has to meet, the one that the fewest words meet first.
    needs: Vec<u32>,
}

/// A sequence, and the first of its needs: most sequences are ruled out by it.
#[derive(Debug, Clone, Copy, Default)]
struct Gated {
    need: u32,
    entry: u32,
}

/// The need that every sentence meets.
const NOTHING: u32 = 0;

/// Lists kept by word number, one after the other in one vector.
#[derive(Debug, Clone, Default)]
struct ByWord<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> ByWord<T> {
    /// Sorts (word, item) pairs; items of one word keep their order.
    fn of(pairs: &[(WordId, T)], words: usize) -> ByWord<T> {
        let mut starts = vec![0u32; words + 1];
        for (word, _) in pairs {
            starts[*word as usize + 1] += 1;
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut items = vec![T::default(); pairs.len()];
        for (word, item) in pairs {
            let place = &mut next[*word as usize];
            items[*place as usize] = *item;
            *place += 1;
        }
        ByWord { starts, items }
    }

    fn get(&self, word: WordId) -> &[T] {
        match (self.starts.get(word as usize), self.starts.get((word as usize).wrapping_add(1))) {
            (Some(from), Some(to)) => &self.items[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

/// All sequences, by what can begin them.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    by_word: ByWord<Gated>,
    /// Sequences that begin with a part of speech, in the order of the rules.
    by_pos: Vec<(Pos, u32)>,
    /// By word: the needs that it meets. A need is a list of words of which the sentence must hold one.
    met_by: ByWord<u32>,
    needs: usize,
}

/// What begins with each word, while the index is built.
#[derive(Default)]
struct Builder {
    by_word: Vec<(WordId, u32)>,
    by_pos: Vec<(Pos, u32)>,
    needs: HashMap<Vec<WordId>, u32, BuildHasherDefault<WordHasher>>,
    set_needs: HashMap<usize, u32>,
    met_by: Vec<(WordId, u32)>,
    /// How many words meet each need.
    sizes: Vec<usize>,
}

impl Index {
    /// Rules that are switched off are entered too: what they would mark is left alone by the others.
    pub(super) fn of(rules: &[Rule], sets: &[CompiledSet], words: usize) -> Index {
        // The first need is that of sequences without any.
        let mut builder = Builder { sizes: vec![usize::MAX], ..Builder::default() };
        let mut entries = Vec::new();
        for (r, rule) in rules.iter().enumerate() {
            for (s, sequence) in rule.sequences.iter().enumerate() {
                let Some((first, rest)) = sequence.split_first() else { continue };
                builder.begins(first, entries.len() as u32, sets);
                let mut needs: Vec<u32> = rest.iter().filter_map(|place| builder.need(place, sets)).collect();
                needs.sort_unstable_by_key(|need| (builder.sizes[*need as usize], *need));
                needs.dedup();
                entries.push(Entry { rule: r as u32, sequence: s as u32, needs });
            }
        }
        let gated = |entry: u32| Gated {
            need: entries[entry as usize].needs.first().copied().unwrap_or(NOTHING),
            entry,
        };
        let by_word: Vec<(WordId, Gated)> =
            builder.by_word.iter().map(|(word, entry)| (*word, gated(*entry))).collect();
        Index {
            by_word: ByWord::of(&by_word, words),
            entries,
            by_pos: builder.by_pos,
            met_by: ByWord::of(&builder.met_by, words),
            needs: builder.sizes.len(),
        }
    }
}

impl Builder {
    fn begins(&mut self, first: &Place, entry: u32, sets: &[CompiledSet]) {
        match first {
            Place::Form(id) | Place::Lemma(id, _) => self.by_word.push((*id, entry)),
            Place::Set(set) => self.by_word.extend(sets[*set].members.iter().map(|id| (*id, entry))),
            Place::Pos(pos) => self.by_pos.push((*pos, entry)),
            Place::Object => {
                for pos in [Pos::Determiner, Pos::Noun, Pos::Adjective, Pos::Number, Pos::Pronoun] {
                    self.by_pos.push((pos, entry));
                }
            }
            Place::AnyOf(places, _) => {
                for place in places {
                    self.begins(place, entry, sets);
                }
            }
            Place::Gap(..) => {}
        }
    }

    /// The need of a place that only certain words can fill.
    fn need(&mut self, place: &Place, sets: &[CompiledSet]) -> Option<u32> {
        if let Place::Set(set) = place {
            if let Some(need) = self.set_needs.get(set) {
                return Some(*need);
            }
            let need = self.new_need(&sets[*set].members);
            self.set_needs.insert(*set, need);
            return Some(need);
        }
        let mut words = Vec::new();
        if !fillers(place, sets, &mut words) {
            return None;
        }
        if let Some(need) = self.needs.get(&words) {
            return Some(*need);
        }
        let need = self.new_need(&words);
        self.needs.insert(words, need);
        Some(need)
    }

    fn new_need(&mut self, words: &[WordId]) -> u32 {
        let need = self.sizes.len() as u32;
        self.sizes.push(words.len());
        self.met_by.extend(words.iter().map(|word| (*word, need)));
        need
    }
}

/// Collects the words that can fill a place; false when others can too.
fn fillers(place: &Place, sets: &[CompiledSet], words: &mut Vec<WordId>) -> bool {
    match place {
        Place::Form(id) | Place::Lemma(id, _) => words.push(*id),
        Place::Set(set) => words.extend(&sets[*set].members),
        Place::AnyOf(places, _) => return places.iter().all(|place| fillers(place, sets, words)),
        Place::Pos(_) | Place::Object | Place::Gap(..) => return false,
    }
    true
}

/// The sequences that one sentence gives a chance.
pub(super) struct Candidates<'a> {
    index: &'a Index,
    /// One bit for each need.
    met: Vec<u64>,
    by_pos: Vec<(Pos, &'a Entry)>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(index: &'a Index) -> Candidates<'a> {
        Candidates { index, met: vec![0; index.needs.div_ceil(64)], by_pos: Vec::new() }
    }

    /// Goes on to a sentence.
    pub(super) fn look_at(&mut self, reading: &Reading, utterance: &Utterance) {
        self.met.fill(0);
        if let Some(first) = self.met.first_mut() {
            *first = 1 << NOTHING;
        }
        for word in &reading.words[utterance.from..utterance.to] {
            self.note(word.lemma);
            if word.id != word.lemma {
                self.note(word.id);
            }
        }
        self.by_pos.clear();
        for (pos, entry) in &self.index.by_pos {
            let entry = &self.index.entries[*entry as usize];
            if meets(&self.met, entry) {
                self.by_pos.push((*pos, entry));
            }
        }
    }

    fn note(&mut self, word: WordId) {
        for need in self.index.met_by.get(word) {
            self.met[*need as usize / 64] |= 1 << (need % 64);
        }
    }

    /// Calls for each sequence that may begin with a word of the sentence, in the order in which they are tried.
    pub(super) fn beginning_with(&self, word: &Word, mut each: impl FnMut(&'a Entry)) {
        let also = if word.lemma == word.id { UNKNOWN } else { word.id };
        for id in [word.lemma, also] {
            for gated in self.index.by_word.get(id) {
                if met(&self.met, gated.need) {
                    let entry = &self.index.entries[gated.entry as usize];
                    if meets(&self.met, entry) {
                        each(entry);
                    }
                }
            }
        }
        for (pos, entry) in &self.by_pos {
            if *pos == word.pos {
                each(entry);
            }
        }
    }
}

/// Whether a sentence that meets these needs meets all of the sequence's.
fn meets(met: &[u64], entry: &Entry) -> bool {
    entry.needs.iter().all(|need| self::met(met, *need))
}

fn met(met: &[u64], need: u32) -> bool {
    met[need as usize / 64] & (1 << (need % 64)) != 0
}
