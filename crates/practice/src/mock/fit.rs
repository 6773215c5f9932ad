//! Whether there are questions enough for a set of rounds, and which can be asked in one mock.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A question that could be asked. All names are opaque.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its id.
    pub question: String,
    /// Its words.
    pub prompt: String,
    /// Its competency.
    pub competency: String,
    /// Its kind.
    pub kind: String,
    /// Minutes that its answer takes.
    pub minutes: u32,
    /// How high a level it is asked at: 0 for the lowest.
    pub level: u8,
    /// It asks what one would do.
    pub situational: bool,
    /// Its own follow-ups.
    pub follow_ups: Vec<String>,
    /// What it is about: content words of the prompt; see [`crate::recall::content_words`].
    pub words: BTreeSet<String>,
    /// What the best answer to it tells: content words; empty without one.
    pub told: BTreeSet<String>,
    /// The score of the best answer, 0–100, where there is one that has a score.
    pub best: Option<u8>,
    /// It has a finished answer.
    pub answered: bool,
    /// It is due for review.
    pub due: bool,
}

/// What a round asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// From these competencies; empty for any.
    pub competencies: Vec<String>,
    /// Of these kinds; empty for any.
    pub kinds: Vec<String>,
    /// How many.
    pub questions: usize,
    /// Its minutes in all.
    pub minutes: u32,
}

impl Wanted {
    /// Whether the answer to a question fits an equal share of the round's minutes.
    pub fn has_time_for(&self, candidate: &Candidate) -> bool {
        candidate.minutes as usize * self.questions <= self.minutes as usize
    }

    /// Whether a question fits the round.
    pub fn takes(&self, candidate: &Candidate) -> bool {
        let fits = |wanted: &[String], has: &String| wanted.is_empty() || wanted.contains(has);
        fits(&self.competencies, &candidate.competency) && fits(&self.kinds, &candidate.kind)
    }
}

/// Why a set of rounds cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Too few questions fit a round.
    TooFew {
        /// The round, from 0.
        round: usize,
        /// How many questions that are not alike fit it.
        fit: usize,
        /// How many it asks.
        asks: usize,
    },
    /// Each round could be filled, but not this one together with the others.
    Shared {
        /// The round, from 0.
        round: usize,
        /// How many are left for it when the others have theirs.
        left: usize,
        /// How many it asks.
        asks: usize,
    },
}

impl Lack {
    /// The round it is about.
    pub const fn round(&self) -> usize {
        match self {
            Self::TooFew { round, .. } | Self::Shared { round, .. } => *round,
        }
    }
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let questions = |n: usize| if n == 1 { "question" } else { "questions" };
        match *self {
            Self::TooFew { fit: 0, .. } => f.write_str(
                "No question fits this round. Add a competency or a kind, or choose a higher level.",
            ),
            Self::TooFew { fit, asks, .. } => write!(
                f,
                "Only {fit} {} {} this round, and it asks {asks}. Add a competency, or ask fewer.",
                questions(fit),
                if fit == 1 { "fits" } else { "fit" },
            ),
            Self::Shared { left, asks, .. } => write!(
                f,
                "The other rounds draw on the same questions: {left} {} left for this one, and it asks {asks}. Add a \
                 competency here, or ask fewer.",
                if left == 1 { "is" } else { "are" },
            ),
        }
    }
}

/// From this share of the smaller set on, two sets of words are about the same.
const ALIKE: f64 = 0.6;
/// Prompts that share fewer words than this only happen to: each is a dozen words.
const FEWEST_SHARED: usize = 3;
/// Two answers of the same story share so much: they are long, and share much of any trade's words.
const SAME_STORY: f64 = 0.55;
/// A story cannot be known again by fewer words than this.
const FEWEST_TOLD: usize = 7;
/// A word that stands in more prompts than this, and in more than one in [`COMMON_SHARE`], says nothing about a
/// question: "tell", "decision", "team".
const COMMON: usize = 6;
/// As above.
const COMMON_SHARE: usize = 40;

/// Whether asking both in one mock would hear the same story twice.
pub fn alike(one: &Candidate, other: &Candidate) -> bool {
    one.question == other.question
        || overlap(&one.words, &other.words, FEWEST_SHARED) >= ALIKE
        || overlap(&one.told, &other.told, FEWEST_TOLD) >= SAME_STORY
}

/// The share of the smaller set that is in the other too; 0 when that is fewer than `fewest`.
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>, fewest: usize) -> f64 {
    let shared = a.intersection(b).count();
    if shared < fewest { 0.0 } else { shared as f64 / a.len().min(b.len()) as f64 }
}

/// The candidates without the words that many of their prompts have.
fn telling(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut prompts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in candidates.iter().flat_map(|one| &one.words) {
        *prompts.entry(word).or_default() += 1;
    }
    let common = COMMON.max(candidates.len() / COMMON_SHARE);
    let tells = |word: &&String| prompts.get(word.as_str()).is_none_or(|count| *count <= common);
    candidates
        .iter()
        .map(|one| Candidate { words: one.words.iter().filter(tells).cloned().collect(), ..one.clone() })
        .collect()
}

/// For each candidate, the number of its group. Candidates that are alike, also over others, are in one group; words
/// that many prompts have do not count. At most one of a group is asked in a mock.
pub fn groups(candidates: &[Candidate]) -> Vec<usize> {
    let candidates = telling(candidates);
    let mut group: Vec<usize> = (0..candidates.len()).collect();
    for later in 0..candidates.len() {
        for earlier in 0..later {
            if group[earlier] != group[later] && alike(&candidates[earlier], &candidates[later]) {
                let (from, to) = (group[later].max(group[earlier]), group[later].min(group[earlier]));
                group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    group
}

/// Which rounds each group could serve, and how they are shared out.
#[derive(Debug, Clone)]
pub struct Sharing {
    /// By round: the groups that fit it.
    fits: Vec<BTreeSet<usize>>,
    asks: Vec<usize>,
}

impl Sharing {
    /// What the rounds can draw from.
    pub fn of(rounds: &[Wanted], candidates: &[Candidate], groups: &[usize]) -> Self {
        let fits = rounds
            .iter()
            .map(|round| {
                candidates
                    .iter()
                    .zip(groups)
                    .filter(|(one, _)| round.takes(one))
                    .map(|(_, group)| *group)
                    .collect()
            })
            .collect();
        Self { fits, asks: rounds.iter().map(|round| round.questions).collect() }
    }

    /// How many groups fit a round.
    pub fn available(&self, round: usize) -> usize {
        self.fits[round].len()
    }

    /// How many groups each round gets when as many places as possible are filled, earlier rounds first. `taken` groups
    /// are gone, and `still` says how many each round asks by now.
    pub fn filled(&self, taken: &BTreeSet<usize>, still: &[usize]) -> Vec<usize> {
        let mut holder = BTreeMap::new();
        let mut got = vec![0; self.fits.len()];
        for round in 0..self.fits.len() {
            while got[round] < still[round] {
                if !self.place(round, taken, &mut holder, &mut BTreeSet::new()) {
                    break;
                }
                got[round] += 1;
            }
        }
        got
    }

    /// Finds one more group for a round, moving others to other groups where that helps: an augmenting path, as Kuhn
    /// described it in 1955.
    fn place(
        &self,
        round: usize,
        taken: &BTreeSet<usize>,
        holder: &mut BTreeMap<usize, usize>,
        tried: &mut BTreeSet<usize>,
    ) -> bool {
        for group in self.fits[round].difference(taken) {
            if !tried.insert(*group) {
                continue;
            }
            let free = match holder.get(group).copied() {
                None => true,
                Some(other) => other != round && self.place(other, taken, holder, tried),
            };
            if free {
                holder.insert(*group, round);
                return true;
            }
        }
        false
    }

    /// Whether all rounds can be filled.
    pub fn is_enough(&self, taken: &BTreeSet<usize>, still: &[usize]) -> bool {
        self.filled(taken, still) == still
    }

    /// What is lacking, by round; empty when all rounds can be filled.
    pub fn lacks(&self) -> Vec<Lack> {
        let short: Vec<Lack> = (0..self.fits.len())
            .filter(|round| self.available(*round) < self.asks[*round])
            .map(|round| Lack::TooFew { round, fit: self.available(round), asks: self.asks[round] })
            .collect();
        if !short.is_empty() {
            return short;
        }
        let got = self.filled(&BTreeSet::new(), &self.asks);
        (0..self.fits.len())
            .filter(|round| got[*round] < self.asks[*round])
            .map(|round| Lack::Shared { round, left: got[round], asks: self.asks[round] })
            .collect()
    }
}
