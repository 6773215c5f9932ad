//! Whether a text speaks of the speaker's work at all, rather than of a walk, a recipe or a machine.

use crate::kinds::Agent;
use crate::lexicon::{UNKNOWN, one_of};
use crate::weighing::{Balance, Said, Source, Weighing, WordsOfWork};

/// A shorter text is taken to be an answer, or a part of one.
const ENOUGH_TO_TELL: usize = 60;

/// Share of a text's words that stand in sentences which claim, coordinate or tell what "we" did. Of tellings in the tuning half 19 of
/// 20 have more; of prose that is no answer, 1 of 10.
const SPEAKS_OF_WORK: f32 = 0.12;

/// Things of work per 100 words below which a text is a memoir or a walk. Of tellings in the tuning half 99 of 100 have more, of first
/// person prose about half.
const THINGS_OF_WORK: f32 = 5.0;

/// Share of sentences without a subject from which on a text is a list of the writer's deeds.
const BULLETS: f32 = 0.4;

/// What tells of what kind a text is; that of the parts adds up to that of the whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    words: usize,
    /// Words in sentences that claim, coordinate or tell what "we" did.
    of_work: usize,
    /// Words that name a system, a meeting, a measure, people of a trade …: anything in `lexicon/classes/nouns.txt`.
    things: usize,
    /// All its words.
    said: Said,
    /// "I", "we", "my" … is said.
    persons: usize,
    /// Deeds without a subject, as in a résumé.
    bare: usize,
    sentences: usize,
}

impl Register {
    pub(super) fn of(source: &Source, weighing: &Weighing) -> Register {
        let reading = source.reading;
        let mut register = Register { sentences: reading.utterances.len(), ..Register::default() };
        for (number, utterance) in reading.utterances.iter().enumerate() {
            let length = reading.length(utterance);
            let Balance { ownership, coordination } = weighing.sentences[number];
            register.words += length;
            if ownership > 0.0 || coordination > 0.0 || weighing.shared[number] {
                register.of_work += length;
            }
        }
        for word in &reading.words {
            register.said.add(if word.lemma != UNKNOWN { word.lemma } else { word.id });
            let thing =
                source.vocabulary.entry(word.id).is_some_and(|entry| source.classes.noun(entry.noun) != 0);
            register.things += usize::from(thing);
            register.persons += usize::from(one_of!(word.short, "i" | "we" | "my" | "our" | "me" | "us"));
        }
        register.bare = reading
            .claims
            .iter()
            .filter(|claim| {
                claim.agent == Agent::Own && claim.subject == claim.verb && !claim.flags.dependent
            })
            .count();
        register
    }

    /// Whether the text is an answer or the like: somebody says "I" or "we" or lists deeds, and enough of it is of work.
    pub(crate) fn speaks_of_work(&self, words: &WordsOfWork) -> bool {
        self.words < ENOUGH_TO_TELL
            || (self.persons > 0 || self.bare as f32 >= BULLETS * self.sentences as f32)
                && self.of_work as f32 >= SPEAKS_OF_WORK * self.words as f32
                && self.things as f32 * 100.0 >= THINGS_OF_WORK * self.words as f32
                && words.weigh(&self.said) > 0.0
    }
}

impl Register {
    /// Takes in another part of the same text.
    pub(crate) fn add(&mut self, other: &Register) {
        self.said.join(&other.said);
        self.words += other.words;
        self.of_work += other.of_work;
        self.things += other.things;
        self.persons += other.persons;
        self.bare += other.bare;
        self.sentences += other.sentences;
    }
}
