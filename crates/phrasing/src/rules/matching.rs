//! Finds where rules match, and why they nearly did.

use super::index::Candidates;
use super::{Place, Rule, RuleBook, Treatment};
use crate::kinds::{Agent, Kind, Mode};
use crate::lexicon::{Pos, UNKNOWN, one_of};
use crate::reading::{Claim, Reading, Shape, Utterance, Word};

/// A rule that fired.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// Index of the rule.
    pub(crate) rule: usize,
    /// First word of the mark.
    pub(crate) from: usize,
    /// One past the last word that the pattern itself matched.
    pub(crate) core: usize,
    /// One past the last word of the mark.
    pub(crate) to: usize,
    /// The word whose claim decides actor and circumstances.
    pub(crate) head: usize,
    pub(crate) agent: Agent,
    /// Told as a lesson: shown, but not counted.
    pub(crate) lesson: bool,
    /// Nobody is said to have done it, and that is no coordination of the speaker's: shown, and asked about.
    pub(crate) open: bool,
}

/// Why a match was not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    Actor(Agent),
    Negated,
    NotNegated,
    Hypothetical,
    Question,
    Preamble,
    Needs,
    Unless,
    Exception,
}

/// A pattern that matched, in a rule that did not fire.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NearMiss {
    pub(crate) rule: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) refusal: Refusal,
}

/// A mark that runs to the end of its clause stops after so many words.
const LONGEST_MARK: usize = 18;

/// Every hit, in the order of the text.
pub(crate) fn find(book: &RuleBook, reading: &Reading, mode: Mode) -> Vec<Hit> {
    let mut hits = Vec::new();
    walk(book, reading, |found| {
        if let Ok(hit) = judge(book, reading, mode, &found) {
            hits.push(hit);
        }
    });
    hits
}

/// Matches that were refused, with the reason.
pub(crate) fn near(book: &RuleBook, reading: &Reading, mode: Mode) -> Vec<NearMiss> {
    let mut misses: Vec<NearMiss> = Vec::new();
    walk(book, reading, |found| {
        let Match { rule, from, end: to, .. } = found;
        if let Err(refusal) = judge(book, reading, mode, &found)
            && !misses.iter().any(|miss| miss.rule == rule && miss.from == from)
        {
            misses.push(NearMiss { rule, from, to, refusal });
        }
    });
    misses
}

/// Where a sequence of a rule matches.
struct Match<'a> {
    rule: usize,
    /// First word.
    from: usize,
    /// One past the last word.
    end: usize,
    utterance: &'a Utterance,
}

fn walk(book: &RuleBook, reading: &Reading, mut found: impl FnMut(Match)) {
    let mut candidates = Candidates::new(&book.index);
    for utterance in &reading.utterances {
        candidates.look_at(reading, utterance);
        for from in utterance.from..utterance.to {
            let word = &reading.words[from];
            if word.pos == Pos::Punctuation {
                continue;
            }
            let mut seen = u32::MAX;
            let mut clause = None;
            candidates.beginning_with(word, |entry| {
                if entry.rule == seen {
                    return;
                }
                let rule = entry.rule as usize;
                let places = &book.rules[rule].sequences[entry.sequence as usize];
                let clause = *clause.get_or_insert_with(|| reach(reading, from, utterance.to));
                if let Some(end) = go(book, reading, places, from, utterance.to, clause, true) {
                    seen = entry.rule;
                    found(Match { rule, from, end, utterance });
                }
            });
        }
    }
}

/// Whether one word fits one place.
fn fits(book: &RuleBook, reading: &Reading, place: &Place, index: usize) -> bool {
    let Some(word) = reading.words.get(index) else { return false };
    match place {
        Place::AnyOf(places, hint) => {
            hint.allows(word.id, word.lemma)
                && places.iter().any(|place| match place {
                    Place::AnyOf(..) => fits(book, reading, place, index),
                    _ => fills(book, place, word),
                })
        }
        _ => fills(book, place, word),
    }
}

/// Whether a word fits a place that is no choice of several.
#[inline]
fn fills(book: &RuleBook, place: &Place, word: &Word) -> bool {
    match place {
        Place::Form(id) => word.id == *id && *id != UNKNOWN,
        Place::Lemma(id, pos) => word.lemma == *id && word.pos == *pos,
        Place::Set(set) => {
            let set = &book.sets[*set];
            match set.pos {
                Some(Pos::Verb) => word.pos == Pos::Verb && set.has(word.lemma),
                Some(pos) => word.pos == pos && (set.has(word.lemma) || set.has(word.id)),
                None => set.has(word.lemma) || set.has(word.id),
            }
        }
        Place::Pos(pos) => word.pos == *pos,
        Place::Object => matches!(
            word.pos,
            Pos::Determiner | Pos::Noun | Pos::Adjective | Pos::Number | Pos::Pronoun | Pos::Unknown
        ),
        Place::AnyOf(..) | Place::Gap(..) => false,
    }
}

/// Matches a sequence at a word; answers one past the last word.
fn run(
    book: &RuleBook,
    reading: &Reading,
    places: &[Place],
    from: usize,
    utterance: &Utterance,
) -> Option<usize> {
    // Most do not begin here, and the reach takes longer to find.
    if !fits(book, reading, places.first()?, from) {
        return None;
    }
    let clause = reach(reading, from, utterance.to);
    go(book, reading, places, from, utterance.to, clause, true)
}

/// How far a gap may go: up to the next claim that stands on its own, which a speaker or a connecting word begins.
fn reach(reading: &Reading, from: usize, end: usize) -> usize {
    let Some(first) = reading.governing.get(from).map(|claim| *claim as usize) else { return end };
    reading
        .claims
        .iter()
        .skip(first)
        .map(|claim| (claim, claim.subject as usize))
        .take_while(|(_, subject)| *subject < end)
        .find(|(claim, subject)| {
            let connected = subject
                .checked_sub(1)
                .is_some_and(|i| matches!(reading.words[i].pos, Pos::Conjunction | Pos::Punctuation));
            *subject > from
                && !claim.flags.dependent
                && (connected || matches!(claim.agent, Agent::Own | Agent::Shared))
        })
        .map_or(end, |(_, subject)| subject)
}

fn go(
    book: &RuleBook,
    reading: &Reading,
    places: &[Place],
    at: usize,
    stop: usize,
    clause: usize,
    first: bool,
) -> Option<usize> {
    let Some((place, rest)) = places.split_first() else { return Some(at) };
    if let Place::Gap(least, most) = place {
        let mut passed = at;
        for skipped in usize::from(*least)..=usize::from(*most) {
            let next = at + skipped;
            // A gap stays inside its clause; what follows may touch the next word.
            if next > clause || next >= stop {
                return None;
            }
            if reading.words[passed..next].iter().any(|word| word.shape == Shape::Stop) {
                return None;
            }
            passed = next;
            let begins = match rest.first() {
                Some(Place::Gap(..)) | None => true,
                Some(place) => fits(book, reading, place, next),
            };
            if !begins {
                continue;
            }
            if let Some(end) = go(book, reading, rest, next, stop, clause, true) {
                return Some(end);
            }
        }
        return None;
    }
    let mut here = at;
    loop {
        if here >= stop {
            return None;
        }
        if fits(book, reading, place, here) {
            let mut next = here + 1;
            // The particle beside its verb belongs to it.
            if reading.words[here].particle == next as u32 {
                next += 1;
            }
            return go(book, reading, rest, next, stop, clause, false);
        }
        // Adverbs are transparent between two words of a pattern.
        let transparent = !first && here < at + 2 && matches!(reading.words[here].pos, Pos::Adverb);
        if !transparent {
            return None;
        }
        here += 1;
    }
}

fn judge(book: &RuleBook, reading: &Reading, mode: Mode, found: &Match) -> Result<Hit, Refusal> {
    let Match { rule: index, from, end, utterance } = *found;
    let rule = &book.rules[index];
    let kind = rule.info.kind;
    let head = (from..end)
        .find(|i| reading.claim_at(*i).is_some_and(|claim| claim.verb as usize == *i))
        .unwrap_or(from);
    let claim = reading.claim_at(head);
    let agent = claim.map_or(Agent::None, |claim| claim.agent);
    let remark = matches!(kind, Kind::Hedge | Kind::Filler);
    // Prose in which nobody speaks of their own work makes no claim of theirs.
    if kind == Kind::Strong && !reading.personal {
        return Err(Refusal::Actor(agent));
    }
    if !remark {
        circumstances(rule, claim, agent, mode)?;
    }
    if !rule.needs.is_empty() && !utterance.evidence.meets(rule.needs) {
        return Err(Refusal::Needs);
    }
    if utterance.evidence.meets(rule.unless) {
        return Err(Refusal::Unless);
    }
    let excepted = rule.exceptions.iter().any(|places| {
        (from.saturating_sub(5).max(utterance.from)..end)
            .any(|start| run(book, reading, places, start, utterance).is_some_and(|stop| stop > from))
    });
    if excepted {
        return Err(Refusal::Exception);
    }
    let particle_end = (from..end)
        .filter_map(|i| reading.words.get(i).map(|word| word.particle))
        .filter(|particle| *particle != u32::MAX)
        .map(|particle| particle as usize + 1)
        .max()
        .unwrap_or(end);
    let core = end.max(particle_end);
    let to = if rule.whole_clause { extent(reading, claim, kind, from, core) } else { core };
    let lesson = claim.is_some_and(|claim| claim.flags.lesson) && kind == Kind::Weak;
    Ok(Hit { rule: index, from, core, to, head, agent, lesson, open: false })
}

/// Where the mark of a claim ends: with its clause, with the clause that it announces ("found that …"), and for a strong
/// claim with its reason.
pub(crate) fn extent(
    reading: &Reading,
    claim: Option<&Claim>,
    kind: Kind,
    from: usize,
    core: usize,
) -> usize {
    let limit = from + LONGEST_MARK;
    let clause = claim.map_or(core, |claim| claim.end as usize);
    let mut to = clause.min(limit).max(core);
    let stop = reading.utterances.get(reading.utterance_at(from)).map_or(to, |utterance| utterance.to);
    // "that", "how", "which": the clause that follows is what was found.
    let announces = core > from
        && matches!(reading.words[core - 1].pos, Pos::Subordinator | Pos::Modal | Pos::Infinitive)
        || core == to
            && reading
                .words
                .get(core)
                .is_some_and(|word| matches!(word.pos, Pos::Subordinator | Pos::Verb | Pos::Modal));
    if announces
        && let Some(next) = (core..stop.min(core + 6))
            .find_map(|i| reading.claim_at(i).filter(|next| next.verb as usize >= core))
        && (next.end as usize) > to
        && next.end as usize <= limit
    {
        to = next.end as usize;
    }
    let mut reason = to;
    while reason < stop && reading.words[reason].pos == Pos::Punctuation {
        reason += 1;
    }
    let gives = |at: usize| {
        one_of!(reading.short(at), "because" | "since" | "so" | "instead" | "which")
            || one_of!(reading.short(at), "rather")
    };
    if kind == Kind::Strong
        && reason < stop
        && gives(reason)
        && let Some(next) = (reason + 1..stop.min(reason + 8))
            .find_map(|i| reading.claim_at(i).filter(|next| next.verb as usize > reason))
        && (next.end as usize) > to
        && next.end as usize <= limit + 6
        && next.agent != Agent::Own
    {
        to = next.end as usize;
    }
    to
}

fn circumstances(rule: &Rule, claim: Option<&Claim>, agent: Agent, mode: Mode) -> Result<(), Refusal> {
    let flags = claim.map(|claim| claim.flags).unwrap_or_default();
    if flags.question {
        return Err(Refusal::Question);
    }
    if flags.preamble {
        return Err(Refusal::Preamble);
    }
    if !rule.actors.is_empty() && !rule.actors.contains(&agent) {
        return Err(Refusal::Actor(agent));
    }
    match (rule.negated, flags.negated) {
        (Treatment::Skip, true) => return Err(Refusal::Negated),
        (Treatment::Only, false) => return Err(Refusal::NotNegated),
        _ => {}
    }
    let unreal = flags.counterfactual || flags.conditional && mode == Mode::Behavioral;
    let hypothetical = match rule.hypothetical {
        Treatment::Keep => flags.counterfactual,
        _ => unreal,
    };
    if hypothetical { Err(Refusal::Hypothetical) } else { Ok(()) }
}
