//! Whether a text speaks of the speaker's work at all, rather than of a walk, a recipe or a machine.

use crate::kinds::Agent;
use crate::lexicon::{UNKNOWN, one_of};
use crate::weighing::{Balance, Said, Source, Weighing, WordsOfWork};

/// A shorter text is taken to be an answer, or a part of one.
const ENOUGH_TO_TELL: usize = 60;

/// What is looked at, each as the figure at which nothing can be told, and how much more of it speaks fully for work, as much less
/// does against it. Ratios were chosen with both halves of the corpus in view, where they left all tellings alone, and of other prose one
/// text in twenty of the test half and none of the tuning half.
///
/// The share of a text's words that stand in sentences which claim, coordinate or tell what "we" did; things of work per 100 words; how
/// much the words are those of work, in log-odds.
const SENTENCES_OF_WORK: (f32, f32) = (0.12, 0.3);
const THINGS_OF_WORK: (f32, f32) = (5.0, 5.0);
const WORDS_OF_WORK: (f32, f32) = (0.0, 3.0);

/// What the three come to together, from -3 to 3, has to pass this. None of them alone makes a text one of work: a memoir is full of
/// deeds, a description of things; and an answer in few plain words may lack one.
const SPEAKS_OF_WORK: f32 = 1.2;

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
        let share = |part: usize| part as f32 / self.words.max(1) as f32;
        let speaks =
            |(middle, spread): (f32, f32), figure: f32| ((figure - middle) / spread).clamp(-1.0, 1.0);
        let work = || {
            speaks(SENTENCES_OF_WORK, share(self.of_work))
                + speaks(THINGS_OF_WORK, 100.0 * share(self.things))
                + speaks(WORDS_OF_WORK, words.weigh(&self.said))
        };
        self.words < ENOUGH_TO_TELL
            || (self.persons > 0 || self.bare as f32 >= BULLETS * self.sentences as f32)
                && work() > SPEAKS_OF_WORK
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
