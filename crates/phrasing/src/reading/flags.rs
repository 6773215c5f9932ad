//! Negation, hypothesis, question and lesson.

use std::sync::LazyLock;

use super::{CueTable, Reading, Utterance, preamble};
use crate::lexicon::{Forms, Pos, one_of};

pub(super) fn assign(reading: &mut Reading) {
    let mut claims = std::mem::take(&mut reading.claims);
    let mut utterance = 0;
    let mut facts = UtteranceFacts::default();
    let mut known = usize::MAX;
    for index in 0..claims.len() {
        let verb = claims[index].verb as usize;
        while utterance < reading.utterances.len() && reading.utterances[utterance].to <= verb {
            utterance += 1;
        }
        let Some(bounds) = reading.utterances.get(utterance).copied() else { break };
        if known != utterance {
            facts = UtteranceFacts::of(reading, &bounds);
            known = utterance;
        }
        let mut chain = chain(reading, &bounds, verb);
        if claims[index].flags.dependent
            && let Some(governor) = index.checked_sub(1).map(|i| claims[i])
            && governor.verb as usize >= bounds.from
        {
            let infinitive =
                (governor.verb as usize..verb).any(|i| reading.is(i, Pos::Infinitive)) || chain.bare;
            chain.negated |= governor.flags.negated && infinitive;
            chain.counterfactual |= governor.flags.counterfactual;
            chain.conditional |= governor.flags.conditional;
        }
        let clause_if = facts.conditional_from.is_some_and(|(from, to)| (from..to).contains(&verb));
        let role = preamble::names_a_role(reading, &claims[index]);
        let flags = &mut claims[index].flags;
        flags.negated = chain.negated;
        flags.counterfactual = chain.counterfactual || clause_if && facts.unreal;
        flags.conditional = chain.conditional || clause_if;
        flags.question = facts.question;
        flags.lesson = verb < facts.lesson_to;
        flags.preamble = verb < facts.announced_to || role;
    }
    reading.claims = claims;
}

#[derive(Debug, Default)]
struct Chain {
    negated: bool,
    counterfactual: bool,
    conditional: bool,
    bare: bool,
}

/// Reads back from a verb over its auxiliaries.
fn chain(reading: &Reading, bounds: &Utterance, verb: usize) -> Chain {
    let mut chain = Chain::default();
    let forms = reading.words[verb].forms;
    let mut have = false;
    let mut modal = None;
    let mut at = verb;
    while at > bounds.from {
        at -= 1;
        let short = reading.words[at].short;
        match reading.words[at].pos {
            Pos::Negation => {
                // "not only", "not just" deny nothing.
                let adds = one_of!(reading.short(at + 1), "only" | "just" | "merely" | "simply");
                chain.negated |= !adds;
            }
            Pos::Adverb => {}
            Pos::Auxiliary => have |= one_of!(short, "have" | "'ve" | "had" | "has"),
            Pos::Verb if one_of!(short, "have" | "had") && at + 1 == verb => have = true,
            Pos::Modal => modal = Some(at),
            Pos::Pronoun => break,
            Pos::Infinitive => {
                chain.bare = true;
                chain.negated |= reading.is(at.wrapping_sub(1), Pos::Negation);
                break;
            }
            _ => break,
        }
    }
    chain.negated |= takes_nothing(reading, bounds, verb);
    // "instead of chasing", "rather than chase", "without asking".
    let lead =
        |back: usize| at.checked_sub(back).filter(|i| *i >= bounds.from).map_or("", |i| reading.lower(i));
    let this = if at < verb { reading.lower(at) } else { "" };
    chain.negated |= this == "without"
        || (this == "of" && lead(1) == "instead")
        || (this == "than" && lead(1) == "rather");
    if let Some(modal) = modal {
        let lower = reading.lower(modal);
        let had = lower == "'d" && !forms.any(Forms::BASE | Forms::ING) && !have;
        if !had {
            let unreal =
                matches!(lower, "would" | "could" | "should" | "might" | "'d" | "must" | "wo" | "ought");
            chain.counterfactual = have && unreal && !forms.any(Forms::BASE);
            let settled = matches!(lower, "can" | "could" | "ca" | "must") && !have;
            chain.conditional = !settled;
        }
    }
    chain
}

/// "I scheduled nothing", "I booked no rooms": denied by what it is done to. "I said no" denies nothing.
fn takes_nothing(reading: &Reading, bounds: &Utterance, verb: usize) -> bool {
    let object = verb + 1;
    object < bounds.to
        && (one_of!(reading.short(object), "nothing" | "nobody" | "none")
            || one_of!(reading.short(object), "no")
                && matches!(
                    reading.words.get(object + 1).map(|word| word.pos),
                    Some(Pos::Noun | Pos::Adjective)
                ))
}

#[derive(Debug, Default)]
struct UtteranceFacts {
    question: bool,
    /// Where what is told as a lesson ends; 0 without one.
    lesson_to: usize,
    /// Where the announcement of what follows ends.
    announced_to: usize,
    /// The words of an "if" clause.
    conditional_from: Option<(usize, usize)>,
    /// "If I had …": against the facts.
    unreal: bool,
}

/// A lesson lasts to the end of its sentence, unless a deed is set against it: "I should have seen it sooner, but I chose …", "… taught
/// me nothing, so I went …".
fn lesson_end(reading: &Reading, bounds: &Utterance, cue: usize) -> usize {
    (cue..bounds.to)
        .find(|at| {
            one_of!(reading.short(*at), "but" | "so")
                && one_of!(reading.short(at + 1), "i")
                && !one_of!(
                    reading.short(at + 2),
                    "only" | "just" | "still" | "never" | "was" | "did" | "had"
                )
        })
        .unwrap_or(bounds.to)
}

/// Words by which a speaker tells a fault as a lesson.
static LESSONS: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["back", "then", "i", "only"],
        &["back", "then", "i", "just"],
        &["my", "mistake"],
        &["for", "too", "long"],
        &["i", "used", "to", "just"],
        &["i", "used", "to", "think"],
        &["i", "used", "to", "believe"],
        &["looking", "back"],
        &["in", "hindsight"],
        &["with", "hindsight"],
        &["in", "retrospect"],
        &["i", "should", "have"],
        &["i", "should", "'ve"],
        &["i", "regret"],
        &["i", "wish", "i"],
        &["my", "error"],
        &["my", "fault"],
        &["i", "was", "wrong"],
        &["i", "got", "that", "wrong"],
        &["i", "got", "it", "wrong"],
        &["early", "in", "my", "career"],
        &["i", "was", "naive"],
        &["i", "confused"],
        &["i", "mistook"],
        &["i", "thought", "my", "job", "was"],
        &["what", "i", "did", "wrong"],
        &["the", "younger", "me"],
        &["embarrassing"],
        &["embarrassingly"],
        &["to", "my", "shame"],
        &["not", "proud"],
        &["embarrassed"],
        &["ashamed"],
        &["my", "shame"],
        &["an", "embarrassing"],
        &["learned", "the", "hard", "way"],
        &["learnt", "the", "hard", "way"],
        &["learned", "too", "late"],
        &["learnt", "too", "late"],
        &["taught", "me"],
        &["the", "lesson", "was"],
        &["a", "lesson", "there"],
        &["cured", "me"],
        &["it", "took", "me"],
        &["took", "me", "far", "too", "long"],
        &["took", "me", "years"],
        &["that", "'s", "on", "me"],
        &["that", "was", "on", "me"],
        &["where", "i", "fell", "short"],
        &["i", "was", "slow"],
        &["i", "was", "too"],
        &["i", "was", "way", "too"],
        &["i", "got", "wrong"],
        &["i", "had", "it", "wrong"],
        &["i", "know", "this", "now"],
        &["i", "know", "that", "now"],
        &["i", "know", "better", "now"],
        &["i", "will", "not", "repeat"],
        &["i", "wo", "n't", "repeat"],
        &["i", "would", "n't", "do", "that"],
        &["i", "would", "not", "do", "that"],
        &["felt", "like", "work"],
        &["felt", "like", "leadership"],
        &["felt", "like", "progress"],
        &["what", "i", "took", "from"],
        &["my", "miss"],
        &["my", "biggest", "miss"],
        &["dumb", "of", "me"],
        &["dumb", "move"],
        &["naive", "from", "me"],
        &["naive", "of", "me"],
        &["the", "moral"],
        &["is", "n't", "leadership"],
        &["is", "not", "leadership"],
        &["called", "it", "work"],
        &["like", "an", "idiot"],
    ])
});

impl UtteranceFacts {
    fn of(reading: &Reading, bounds: &Utterance) -> UtteranceFacts {
        let question = (bounds.asked || asks(reading, bounds)) && !asks_oneself(reading, bounds);
        let announced_to = preamble::announced_to(reading, bounds);
        let mut facts = UtteranceFacts { question, announced_to, ..UtteranceFacts::default() };
        if let Some((at, _)) = LESSONS.within(reading, bounds.from..bounds.to).next() {
            facts.lesson_to = lesson_end(reading, bounds, at);
        }
        for index in bounds.from..bounds.to {
            if one_of!(reading.short(index), "if")
                && facts.conditional_from.is_none()
                && !one_of!(
                    reading.short(index.wrapping_sub(1)),
                    "as" | "even" | "see" | "know" | "ask" | "asked"
                )
            {
                let to = (index + 1..bounds.to.min(index + 16))
                    .find(|i| {
                        reading.is(*i, Pos::Punctuation)
                            || *i > index + 2
                                && (one_of!(reading.short(*i), "i")
                                    || one_of!(reading.short(*i), "then")
                                    || one_of!(reading.short(*i), "we"))
                    })
                    .unwrap_or(bounds.to.min(index + 16));
                facts.unreal = (index..to).any(|i| one_of!(reading.short(i), "had" | "were" | "'d"));
                facts.conditional_from = Some((index, to));
            }
        }
        facts
    }
}

/// Where an utterance begins behind its first small words.
fn opening(reading: &Reading, bounds: &Utterance) -> usize {
    let mut at = bounds.from;
    while at < bounds.to
        && (reading.is(at, Pos::Punctuation)
            || one_of!(
                reading.short(at),
                "so" | "and" | "okay" | "ok" | "sorry" | "well" | "yeah" | "but" | "just"
            ))
    {
        at += 1;
    }
    at
}

/// "Why did I take it out? Because …": whoever asks so tells what they did.
fn asks_oneself(reading: &Reading, bounds: &Utterance) -> bool {
    let at = opening(reading, bounds);
    one_of!(reading.short(at), "why" | "how")
        && one_of!(reading.short(at + 1), "did")
        && one_of!(reading.short(at + 2), "i")
        && at + 3 < bounds.to
}

/// "can i ask", "do you want", "is this": a question without its mark.
fn asks(reading: &Reading, bounds: &Utterance) -> bool {
    let at = opening(reading, bounds);
    let inverted =
        matches!(reading.words.get(at).map(|w| w.pos), Some(Pos::Auxiliary | Pos::Modal | Pos::Verb))
            && one_of!(
                reading.short(at),
                "can"
                    | "could"
                    | "do"
                    | "does"
                    | "did"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "should"
                    | "shall"
                    | "would"
                    | "may"
                    | "am"
                    | "have"
            )
            && one_of!(reading.short(at + 1), "i" | "you" | "we" | "this" | "it" | "they" | "there" | "that");
    inverted && at + 1 < bounds.to
}
