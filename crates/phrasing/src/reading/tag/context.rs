//! Decides a word's part of speech by its neighbours.

use super::Word;
use super::facts::{Facts, facts};
use crate::lexicon::{Forms, Pos, PosSet, Sieve, Vocabulary, one_of, short};
use crate::reading::{Reading, Shape};

fn is_subject_pronoun(short: u64) -> bool {
    one_of!(
        short,
        "i" | "we" | "you" | "he" | "she" | "it" | "they" | "who" | "someone" | "nobody" | "that" | "which"
    ) || LONGER_PRONOUNS.contains(&short)
}

/// No other word of their length begins with the same letters.
const LONGER_PRONOUNS: [u64; 3] = [short("somebody"), short("everybody"), short("everyone")];

/// The part of speech of one word. `governor` is the nearest word before it that is no adverb or negation: these may stand
/// between a subject or auxiliary and its verb.
pub(super) fn decide(
    reading: &Reading,
    index: usize,
    governor: Option<usize>,
    here: Facts,
    next: Facts,
    vocabulary: &Vocabulary,
) -> Pos {
    let this = reading.short(index);
    let set = here.set;
    if set.is_empty() {
        return Pos::Punctuation;
    }
    let token = &reading.tokens.list[reading.words[index].token as usize];
    let before = index.checked_sub(1).map(|i| &reading.words[i]);
    if token.clitic && one_of!(this, "'s") {
        let holder = index.checked_sub(1).map_or(0, |i| reading.short(i));
        let auxiliary = LONGER_PRONOUNS[..2].contains(&holder)
            || one_of!(
                holder,
                "it" | "that"
                    | "there"
                    | "what"
                    | "who"
                    | "he"
                    | "she"
                    | "here"
                    | "let"
                    | "where"
                    | "how"
                    | "nobody"
                    | "this"
                    | "one"
            );
        return if auxiliary { Pos::Auxiliary } else { Pos::Determiner };
    }
    if set.only(Pos::Number) {
        return Pos::Number;
    }
    let governor_short = governor.map_or(0, |i| reading.short(i));
    let governor = governor.map(|i| &reading.words[i]);
    let governor_pos = governor.map_or(Pos::Punctuation, |word| word.pos);
    let next_starts_phrase = next.set.has(Pos::Determiner)
        || next.set.has(Pos::Pronoun)
        || next.set.has(Pos::Number)
        || next.set.has(Pos::Infinitive);
    let next_nominal = next.set.has(Pos::Noun) || next.set.has(Pos::Adjective);

    let named = || by_name(this, set, governor_pos, governor_short, next);
    if !BY_NAME.may_hold(this) {
        debug_assert!(named().is_none(), "{} is not in BY_NAME", reading.lower(index));
    } else if let Some(pos) = named() {
        return pos;
    }
    for closed in [Pos::Negation, Pos::Modal, Pos::Filler, Pos::Infinitive] {
        if set.has(closed) && !(closed == Pos::Modal && one_of!(this, "ca") && !next.set.has(Pos::Negation)) {
            return closed;
        }
    }
    if set.has(Pos::Auxiliary) {
        let be = one_of!(this, "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'m" | "'re");
        if be || !set.has(Pos::Verb) {
            return Pos::Auxiliary;
        }
        // "have", "do": helpers only before another verb.
        let mut ahead = index + 1;
        while ahead < reading.words.len() && ahead < index + 4 {
            let later = facts(reading, ahead, vocabulary);
            if later.set.has(Pos::Negation)
                || later.set.has(Pos::Adverb)
                || (later.set.has(Pos::Pronoun) && ahead == index + 1)
            {
                ahead += 1;
                continue;
            }
            let suits = if one_of!(this, "do" | "does" | "did") {
                later.forms.any(Forms::BASE)
            } else {
                later.forms.any(Forms::PARTICIPLE) || later.set.has(Pos::Auxiliary)
            };
            let helps = suits && !later.set.has(Pos::Determiner);
            return if helps { Pos::Auxiliary } else { Pos::Verb };
        }
        return Pos::Verb;
    }
    if set.has(Pos::Subordinator)
        && (set.has(Pos::Preposition) || set.has(Pos::Adverb) || set.has(Pos::Conjunction))
    {
        let following = reading.short(index + 1);
        let clause = is_subject_pronoun(following)
            || (next.set.has(Pos::Determiner)
                && !one_of!(this, "like" | "than")
                && finite_soon(reading, index + 1, vocabulary));
        if clause || !set.has(Pos::Preposition) && !set.has(Pos::Adverb) {
            return Pos::Subordinator;
        }
        return if set.has(Pos::Preposition) { Pos::Preposition } else { Pos::Adverb };
    }
    if set.has(Pos::Subordinator) || set.has(Pos::Conjunction) {
        return if set.has(Pos::Conjunction) { Pos::Conjunction } else { Pos::Subordinator };
    }
    if set.has(Pos::Preposition)
        && (set.has(Pos::Adverb) || set.has(Pos::Verb) || set.has(Pos::Noun) || set.has(Pos::Adjective))
    {
        if one_of!(this, "past") && governor_pos == Pos::Determiner {
            return Pos::Noun;
        }
        let object = next.set.has(Pos::Determiner)
            || next.set.has(Pos::Pronoun)
            || next.set.has(Pos::Number)
            || next_nominal && !next.set.has(Pos::Adverb)
            || next.forms.any(Forms::ING);
        return if object { Pos::Preposition } else { Pos::Adverb };
    }
    if set.has(Pos::Determiner) {
        let pronoun = set.has(Pos::Pronoun) && !next_nominal && !next.set.has(Pos::Number);
        let object_pronoun = one_of!(this, "her") && next.set.is_empty();
        return if pronoun || object_pronoun { Pos::Pronoun } else { Pos::Determiner };
    }
    if set.has(Pos::Number) {
        let pronoun = one_of!(this, "one")
            && (next.set.has(Pos::Subordinator) || !next_nominal && !next.set.has(Pos::Number));
        return if pronoun { Pos::Pronoun } else { Pos::Number };
    }
    if set.has(Pos::Pronoun) {
        return Pos::Pronoun;
    }
    if set.has(Pos::Preposition) {
        return Pos::Preposition;
    }
    open_class(here, next, governor_pos, governor_short, before, next_starts_phrase, next_nominal)
}

/// Words that are told by name, each known to [`by_name`].
const BY_NAME: Sieve = Sieve::of(&[
    "to", "that", "which", "who", "what", "so", "then", "plus", "like", "there", "no", "may", "might",
    "will", "can", "must", "other",
]);

/// Function words that each have a way of their own.
fn by_name(this: u64, set: PosSet, governor: Pos, governor_short: u64, next: Facts) -> Option<Pos> {
    let next_nominal = next.set.has(Pos::Noun) || next.set.has(Pos::Adjective);
    Some(if one_of!(this, "to") {
        let infinitive = next.forms.any(Forms::BASE) && !(next.plural && next.set.has(Pos::Noun))
            || next.set.has(Pos::Auxiliary)
            || next.set.only(Pos::Adverb);
        if infinitive { Pos::Infinitive } else { Pos::Preposition }
    } else if one_of!(this, "that" | "which" | "who" | "what") {
        relative(this, governor, next)
    } else if one_of!(this, "so" | "then" | "plus") {
        let clause =
            next.set.has(Pos::Pronoun) || next.set.has(Pos::Determiner) || next.set.has(Pos::Subordinator);
        if clause || governor == Pos::Punctuation { Pos::Conjunction } else { Pos::Adverb }
    } else if one_of!(this, "like") && set.has(Pos::Verb) {
        let speaker = one_of!(governor_short, "i" | "we" | "they" | "you" | "to" | "would" | "'d");
        if speaker { Pos::Verb } else { Pos::Preposition }
    } else if one_of!(this, "other") {
        if next_nominal { Pos::Adjective } else { Pos::Pronoun }
    } else if one_of!(this, "there") {
        if next.set.has(Pos::Auxiliary) { Pos::Pronoun } else { Pos::Adverb }
    } else if one_of!(this, "no") {
        if next_nominal || next.set.has(Pos::Verb) { Pos::Determiner } else { Pos::Adverb }
    } else if one_of!(this, "may" | "might" | "will" | "can" | "must") {
        let noun = governor == Pos::Determiner || one_of!(this, "may") && one_of!(governor_short, "in");
        if noun { Pos::Noun } else { Pos::Modal }
    } else {
        return None;
    })
}

/// "that", "which", "who", "what".
fn relative(this: u64, governor: Pos, next: Facts) -> Pos {
    let next_nominal = next.set.has(Pos::Noun) || next.set.has(Pos::Adjective);
    let that = one_of!(this, "that");
    let determiner = one_of!(this, "that" | "what")
        && next_nominal
        && !next.set.has(Pos::Verb)
        && !next.set.has(Pos::Pronoun);
    let after_verb = matches!(governor, Pos::Verb | Pos::Noun);
    let participle =
        next.forms.any(Forms::PARTICIPLE) && !next.forms.any(Forms::BASE) && governor == Pos::Verb;
    if that && (next.set.is_empty() || participle) {
        return Pos::Pronoun;
    }
    let predicate = next.set.has(Pos::Verb) || next.set.has(Pos::Auxiliary) || next.set.has(Pos::Modal);
    match (determiner, after_verb) {
        (true, false) => Pos::Determiner,
        (true, true) if !next.plural => Pos::Determiner,
        _ if that && !after_verb && predicate => Pos::Pronoun,
        _ => Pos::Subordinator,
    }
}

/// Noun, verb, adjective or adverb.
fn open_class(
    here: Facts,
    next: Facts,
    governor: Pos,
    governor_short: u64,
    before: Option<&Word>,
    next_starts_phrase: bool,
    next_nominal: bool,
) -> Pos {
    let set = here.set;
    let (noun, verb, adjective, adverb) =
        (set.has(Pos::Noun), set.has(Pos::Verb), set.has(Pos::Adjective), set.has(Pos::Adverb));
    let modifier = |otherwise: Pos| if adjective && next_nominal { Pos::Adjective } else { otherwise };
    if !verb {
        return match (noun, adjective, adverb) {
            (true, true, _) => {
                if next_nominal && !next.set.has(Pos::Verb) || governor == Pos::Auxiliary {
                    Pos::Adjective
                } else {
                    Pos::Noun
                }
            }
            (true, false, true) => {
                if governor == Pos::Determiner || governor == Pos::Preposition {
                    Pos::Noun
                } else {
                    Pos::Adverb
                }
            }
            (true, false, false) => Pos::Noun,
            (false, true, true) => {
                if next_nominal {
                    Pos::Adjective
                } else {
                    Pos::Adverb
                }
            }
            (false, true, false) => Pos::Adjective,
            _ => Pos::Adverb,
        };
    }
    let forms = here.forms;
    let past = forms.any(Forms::PAST | Forms::PARTICIPLE) && !forms.any(Forms::BASE);
    let fallback = if noun {
        Pos::Noun
    } else if adjective {
        Pos::Adjective
    } else {
        Pos::Verb
    };
    match governor {
        Pos::Modal | Pos::Infinitive | Pos::Negation => Pos::Verb,
        Pos::Pronoun | Pos::Subordinator if is_subject_pronoun(governor_short) => Pos::Verb,
        Pos::Pronoun => {
            // "let them decide", "nobody asked"; but "that one change" is a noun.
            if forms.any(Forms::BASE) && noun && !next_starts_phrase { fallback } else { Pos::Verb }
        }
        Pos::Auxiliary => {
            let participle = forms.any(Forms::ING | Forms::PARTICIPLE);
            let helper_of_base = one_of!(governor_short, "do" | "did" | "does") && forms.any(Forms::BASE);
            if (participle || helper_of_base) && !(adjective && next_nominal && !past) {
                Pos::Verb
            } else {
                fallback
            }
        }
        Pos::Determiner | Pos::Number | Pos::Adjective => {
            if past && !noun {
                let attributive = next_nominal || governor == Pos::Determiner;
                if attributive { Pos::Adjective } else { Pos::Verb }
            } else if noun {
                modifier(Pos::Noun)
            } else if forms.any(Forms::ING) || adjective {
                Pos::Adjective
            } else {
                Pos::Verb
            }
        }
        Pos::Preposition => {
            if forms.any(Forms::ING) && (!noun || next_starts_phrase) {
                Pos::Verb
            } else if past && !noun {
                if next_nominal { Pos::Adjective } else { Pos::Verb }
            } else {
                fallback
            }
        }
        Pos::Noun => {
            let clause_goes_on = next_starts_phrase
                || next.set.has(Pos::Preposition)
                || next.set.has(Pos::Adverb)
                || next.set.has(Pos::Subordinator)
                || next.set.has(Pos::Conjunction)
                || next.set.is_empty();
            if past {
                if noun && !clause_goes_on { Pos::Noun } else { Pos::Verb }
            } else if forms.any(Forms::ING) {
                if noun && !next_starts_phrase { Pos::Noun } else { Pos::Verb }
            } else if noun {
                let object_follows = next.set.has(Pos::Determiner)
                    || next.set.has(Pos::Pronoun)
                    || next.set.has(Pos::Infinitive);
                let plural_subject =
                    before.is_some_and(|word| word.pos == Pos::Noun && word.lemma != word.id);
                // "Cut" and its like are past forms too, which agree with anything.
                if object_follows && (forms.any(Forms::THIRD | Forms::PAST) || plural_subject) {
                    Pos::Verb
                } else {
                    Pos::Noun
                }
            } else if adjective && !next_starts_phrase {
                Pos::Adjective
            } else if forms.any(Forms::BASE)
                && !forms.any(Forms::PAST)
                && !next_starts_phrase
                && before.is_some_and(|word| word.lemma == word.id)
            {
                // A singular noun does not agree with a base form: "the price jump".
                Pos::Noun
            } else {
                Pos::Verb
            }
        }
        Pos::Verb => {
            let causative =
                one_of!(governor_short, "let" | "make" | "made" | "help" | "helped" | "go" | "went");
            if forms.any(Forms::ING) || causative {
                Pos::Verb
            } else if noun {
                modifier(Pos::Noun)
            } else if adjective {
                Pos::Adjective
            } else {
                Pos::Verb
            }
        }
        // Start of a clause.
        _ => {
            if past || forms.any(Forms::ING) && (!noun || next_starts_phrase) {
                let bullet = before.is_none_or(|word| matches!(word.shape, Shape::Stop | Shape::Break));
                if adjective && next_nominal && !next_starts_phrase && governor != Pos::Conjunction && !bullet
                {
                    Pos::Adjective
                } else {
                    Pos::Verb
                }
            } else if forms.any(Forms::BASE)
                && (next_starts_phrase || next.set.has(Pos::Preposition) && !noun)
            {
                Pos::Verb
            } else if noun {
                modifier(
                    if forms.any(Forms::BASE) && next_nominal && !next.plural && governor == Pos::Conjunction
                    {
                        Pos::Verb
                    } else {
                        Pos::Noun
                    },
                )
            } else if adjective && !forms.any(Forms::BASE) {
                Pos::Adjective
            } else {
                Pos::Verb
            }
        }
    }
}

/// Whether a finite verb comes within a short noun phrase's reach.
fn finite_soon(reading: &Reading, from: usize, vocabulary: &Vocabulary) -> bool {
    (from..reading.words.len().min(from + 7))
        .map(|index| facts(reading, index, vocabulary))
        .take_while(|facts| !facts.set.is_empty())
        .any(|facts| {
            facts.set.has(Pos::Auxiliary)
                || facts.set.has(Pos::Modal)
                || facts.forms.any(Forms::PAST | Forms::THIRD) && !facts.set.has(Pos::Noun)
        })
}
