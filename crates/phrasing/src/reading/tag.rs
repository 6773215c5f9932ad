//! Part of speech by context, and verbs with their particles.

use super::{Reading, Shape, Tokens};
use crate::lexicon::{Entry, Forms, Pos, PosSet, UNKNOWN, Vocabulary, WordId};
use crate::span::Span;

/// A token that carries meaning.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) token: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) shape: Shape,
    /// The written form.
    pub(crate) id: WordId,
    /// The base form for its part of speech; for a verb with a particle, the phrasal verb.
    pub(crate) lemma: WordId,
    pub(crate) pos: Pos,
    pub(crate) forms: Forms,
    /// Where this verb's particle stands, `u32::MAX` for none.
    pub(crate) particle: u32,
    /// Inside a short quotation, which is a name for something rather than a claim.
    pub(crate) quoted: bool,
}

/// Words that only fill time, whatever stands around them.
const HESITATIONS: &[&str] = &["um", "uh", "uhm", "erm", "er", "hmm", "mm", "mhm", "ah", "eh", "umm", "uhh"];

/// Function words that a speaker doubles on restart ("i i", "the the").
fn restarts(lower: &str) -> bool {
    lower.len() <= 6 && !matches!(lower, "had" | "that" | "very" | "so" | "no" | "really" | "twice")
}

/// Splits off fillers and stray marks; what is left are the words that rules see.
pub(super) fn words(tokens: &Tokens, vocabulary: &Vocabulary) -> (Vec<Word>, Vec<Span>) {
    let mut words: Vec<Word> = Vec::with_capacity(tokens.list.len());
    let mut fillers = Vec::new();
    let list = &tokens.list;
    let lower = |index: usize| list.get(index).map_or("", |token| tokens.lower(token));
    let mut quoted_until = 0;
    let mut index = 0;
    while let Some(token) = list.get(index) {
        let this = lower(index);
        let next = lower(index + 1);
        if token.shape == Shape::Mark {
            if quoted_until <= index && is_quote(this) {
                quoted_until =
                    (index + 2..list.len().min(index + 8)).find(|i| is_quote(lower(*i))).unwrap_or(0);
            }
            index += 1;
            continue;
        }
        if HESITATIONS.contains(&this) && !token.clitic {
            fillers.push(token.span());
            index += 1;
            // The comma that follows an "um" is the filler's.
            if lower(index) == "," {
                index += 1;
            }
            continue;
        }
        let pair = (this == "you"
            && next == "know"
            && !matches!(lower(index + 2), "what" | "how" | "that" | "the" | "who" | "about" | "if"))
            && !matches!(
                words.last().map(|w| vocabulary.word(w.id)),
                Some("do" | "did" | "if" | "when" | "as" | "to")
            )
            || (this == "i" && next == "mean" && lower(index + 2) != "that");
        if pair {
            fillers.push(Span::new(token.start as usize, list[index + 1].end as usize));
            index += 2;
            if lower(index) == "," {
                index += 1;
            }
            continue;
        }
        if token.shape == Shape::Word
            && this == next
            && !this.is_empty()
            && restarts(this)
            && !list[index + 1].clitic
        {
            index += 1;
            continue;
        }
        let id = if token.shape == Shape::Word { vocabulary.id(this) } else { UNKNOWN };
        let word = Word {
            token: index as u32,
            start: token.start,
            end: token.end,
            shape: token.shape,
            id,
            lemma: id,
            pos: Pos::Unknown,
            forms: Forms::NONE,
            particle: u32::MAX,
            quoted: index < quoted_until,
        };
        words.push(word);
        index += 1;
    }
    (words, fillers)
}

fn is_quote(lower: &str) -> bool {
    matches!(lower, "'" | "\"" | "“" | "”" | "‘")
}

/// What a word that the lexicon does not know is by its ending.
fn guess(lower: &str, capital: bool) -> (PosSet, Forms) {
    let mut set = PosSet::EMPTY;
    let mut forms = Forms::NONE;
    let ends = |suffixes: &[&str]| {
        suffixes.iter().any(|suffix| lower.ends_with(suffix) && lower.len() > suffix.len() + 2)
    };
    if capital || lower.bytes().any(|b| b.is_ascii_digit()) {
        set.insert(Pos::Noun);
        return (set, forms);
    }
    if ends(&["ly"]) {
        set.insert(Pos::Adverb);
    } else if ends(&["ing"]) {
        set.insert(Pos::Verb);
        set.insert(Pos::Noun);
        forms = Forms::ING;
    } else if ends(&["ed"]) {
        set.insert(Pos::Verb);
        set.insert(Pos::Adjective);
        forms = Forms::PAST | Forms::PARTICIPLE;
    } else if ends(&["able", "ible", "ous", "ful", "less", "ive", "ic", "ical", "ish", "al", "ant", "ent"]) {
        set.insert(Pos::Adjective);
        if ends(&["al", "ant", "ent", "ive"]) {
            set.insert(Pos::Noun);
        }
    } else {
        set.insert(Pos::Noun);
    }
    (set, forms)
}

/// The facts about a word before its context is looked at.
#[derive(Clone, Copy)]
struct Facts {
    set: PosSet,
    forms: Forms,
    verb: WordId,
    noun: WordId,
    plural: bool,
}

const PUNCTUATION: Facts =
    Facts { set: PosSet::EMPTY, forms: Forms::NONE, verb: UNKNOWN, noun: UNKNOWN, plural: false };

fn facts(reading: &Reading, index: usize, vocabulary: &Vocabulary) -> Facts {
    let word = &reading.words[index];
    match word.shape {
        Shape::Stop | Shape::Pause | Shape::Break | Shape::Mark => PUNCTUATION,
        Shape::Number => {
            let mut set = PosSet::EMPTY;
            set.insert(Pos::Number);
            Facts { set, ..PUNCTUATION }
        }
        Shape::Word => match vocabulary.entry(word.id) {
            Some(Entry { pos, verb, forms, noun, plural, .. }) if !pos.is_empty() => {
                Facts { set: *pos, forms: *forms, verb: *verb, noun: *noun, plural: *plural }
            }
            _ => {
                let token = &reading.tokens.list[word.token as usize];
                let lower = reading.tokens.lower(token);
                // "re-platformed", "cross-team": the last part decides.
                if let Some((_, tail)) = lower.rsplit_once('-')
                    && let Some(entry) = vocabulary.entry(vocabulary.id(tail))
                {
                    return Facts {
                        set: entry.pos,
                        forms: entry.forms,
                        verb: word.id,
                        noun: word.id,
                        plural: entry.plural,
                    };
                }
                let (set, forms) = guess(lower, token.capital && index > 0);
                Facts { set, forms, verb: word.id, noun: word.id, plural: lower.ends_with('s') }
            }
        },
    }
}

/// Tags every word.
pub(super) fn tag(reading: &mut Reading, vocabulary: &Vocabulary) {
    let mut ahead: Option<Facts> = None;
    for index in 0..reading.words.len() {
        let here = ahead.take().unwrap_or_else(|| facts(reading, index, vocabulary));
        let next =
            if index + 1 < reading.words.len() { facts(reading, index + 1, vocabulary) } else { PUNCTUATION };
        let pos = decide(reading, index, here, next, vocabulary);
        let word = &mut reading.words[index];
        let named = word.quoted && matches!(pos, Pos::Verb | Pos::Auxiliary | Pos::Modal);
        let pos = if named { Pos::Noun } else { pos };
        word.pos = pos;
        match pos {
            Pos::Verb | Pos::Auxiliary => {
                word.lemma = here.verb;
                word.forms = here.forms;
            }
            Pos::Noun => word.lemma = here.noun,
            _ => {}
        }
        ahead = Some(next);
    }
    attach_particles(reading, vocabulary);
}

fn is_subject_pronoun(lower: &str) -> bool {
    matches!(
        lower,
        "i" | "we"
            | "you"
            | "he"
            | "she"
            | "it"
            | "they"
            | "who"
            | "somebody"
            | "someone"
            | "nobody"
            | "everybody"
            | "everyone"
            | "that"
            | "which"
    )
}

fn decide(reading: &Reading, index: usize, here: Facts, next: Facts, vocabulary: &Vocabulary) -> Pos {
    let lower = reading.lower(index);
    let set = here.set;
    if set.is_empty() {
        return Pos::Punctuation;
    }
    let token = &reading.tokens.list[reading.words[index].token as usize];
    let before = index.checked_sub(1).map(|i| &reading.words[i]);
    if token.clitic && matches!(lower, "'s") {
        let holder = index.checked_sub(1).map_or("", |i| reading.lower(i));
        let auxiliary = matches!(
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
                | "everybody"
                | "somebody"
                | "this"
                | "one"
        );
        return if auxiliary { Pos::Auxiliary } else { Pos::Determiner };
    }
    if set.only(Pos::Number) {
        return Pos::Number;
    }
    // Skip what may stand between a subject or auxiliary and its verb.
    let mut back = index;
    while back > 0 && matches!(reading.words[back - 1].pos, Pos::Adverb | Pos::Negation) {
        back -= 1;
    }
    let governor = back.checked_sub(1).map(|i| &reading.words[i]);
    let governor_lower = back.checked_sub(1).map_or("", |i| reading.lower(i));
    let governor_pos = governor.map_or(Pos::Punctuation, |word| word.pos);
    let next_starts_phrase = next.set.has(Pos::Determiner)
        || next.set.has(Pos::Pronoun)
        || next.set.has(Pos::Number)
        || next.set.has(Pos::Infinitive);
    let next_nominal = next.set.has(Pos::Noun) || next.set.has(Pos::Adjective);

    // Closed classes first.
    match lower {
        "to" => {
            let infinitive = next.forms.any(Forms::BASE) && !(next.plural && next.set.has(Pos::Noun))
                || next.set.has(Pos::Auxiliary)
                || next.set.only(Pos::Adverb);
            return if infinitive { Pos::Infinitive } else { Pos::Preposition };
        }
        "that" | "which" | "who" | "what" => {
            let determiner = matches!(lower, "that" | "what")
                && next_nominal
                && !next.set.has(Pos::Verb)
                && !next.set.has(Pos::Pronoun);
            let after_verb = matches!(governor_pos, Pos::Verb | Pos::Noun);
            let participle = next.forms.any(Forms::PARTICIPLE)
                && !next.forms.any(Forms::BASE)
                && governor_pos == Pos::Verb;
            if lower == "that" && (next.set.is_empty() || participle) {
                return Pos::Pronoun;
            }
            return match (determiner, after_verb) {
                (true, false) => Pos::Determiner,
                (true, true) if !next.plural => Pos::Determiner,
                _ if lower == "that"
                    && !after_verb
                    && (next.set.has(Pos::Verb)
                        || next.set.has(Pos::Auxiliary)
                        || next.set.has(Pos::Modal)) =>
                {
                    Pos::Pronoun
                }
                _ => Pos::Subordinator,
            };
        }
        "so" | "then" | "plus" => {
            let clause = next.set.has(Pos::Pronoun)
                || next.set.has(Pos::Determiner)
                || next.set.has(Pos::Subordinator);
            return if clause || governor_pos == Pos::Punctuation { Pos::Conjunction } else { Pos::Adverb };
        }
        "like" if set.has(Pos::Verb) => {
            return if matches!(governor_lower, "i" | "we" | "they" | "you" | "to" | "would" | "'d") {
                Pos::Verb
            } else {
                Pos::Preposition
            };
        }
        "there" => {
            return if next.set.has(Pos::Auxiliary) { Pos::Pronoun } else { Pos::Adverb };
        }
        "no" => {
            return if next_nominal || next.set.has(Pos::Verb) { Pos::Determiner } else { Pos::Adverb };
        }
        "may" | "might" | "will" | "can" | "must" => {
            let noun = governor_pos == Pos::Determiner || (lower == "may" && governor_lower == "in");
            return if noun { Pos::Noun } else { Pos::Modal };
        }
        _ => {}
    }
    for closed in [Pos::Negation, Pos::Modal, Pos::Filler, Pos::Infinitive] {
        if set.has(closed) && !(closed == Pos::Modal && lower == "ca" && !next.set.has(Pos::Negation)) {
            return closed;
        }
    }
    if set.has(Pos::Auxiliary) {
        let be =
            matches!(lower, "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'m" | "'re");
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
            let helps = match lower {
                "do" | "does" | "did" => later.forms.any(Forms::BASE) && !later.set.has(Pos::Determiner),
                _ => {
                    (later.forms.any(Forms::PARTICIPLE) || later.set.has(Pos::Auxiliary))
                        && !later.set.has(Pos::Determiner)
                }
            };
            return if helps { Pos::Auxiliary } else { Pos::Verb };
        }
        return Pos::Verb;
    }
    if set.has(Pos::Subordinator)
        && (set.has(Pos::Preposition) || set.has(Pos::Adverb) || set.has(Pos::Conjunction))
    {
        let lower_next = reading.lower(index + 1);
        let clause = is_subject_pronoun(lower_next)
            || (next.set.has(Pos::Determiner)
                && !matches!(lower, "like" | "than")
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
        if lower == "past" && governor_pos == Pos::Determiner {
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
        let object_pronoun = lower == "her" && next.set.is_empty();
        return if pronoun || object_pronoun { Pos::Pronoun } else { Pos::Determiner };
    }
    if set.has(Pos::Number) {
        let pronoun = lower == "one"
            && (next.set.has(Pos::Subordinator) || !next_nominal && !next.set.has(Pos::Number));
        return if pronoun { Pos::Pronoun } else { Pos::Number };
    }
    if set.has(Pos::Pronoun) {
        return Pos::Pronoun;
    }
    if set.has(Pos::Preposition) {
        return Pos::Preposition;
    }
    open_class(here, next, governor_pos, governor_lower, before, next_starts_phrase, next_nominal)
}

/// Noun, verb, adjective or adverb.
fn open_class(
    here: Facts,
    next: Facts,
    governor: Pos,
    governor_lower: &str,
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
        Pos::Pronoun | Pos::Subordinator if is_subject_pronoun(governor_lower) => Pos::Verb,
        Pos::Pronoun => {
            // "let them decide", "nobody asked"; but "that one change" is a noun.
            if forms.any(Forms::BASE) && noun && !next_starts_phrase { fallback } else { Pos::Verb }
        }
        Pos::Auxiliary => {
            let participle = forms.any(Forms::ING | Forms::PARTICIPLE);
            let helper_of_base = matches!(governor_lower, "do" | "did" | "does") && forms.any(Forms::BASE);
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
                if object_follows && (forms.any(Forms::THIRD) || plural_subject) {
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
                matches!(governor_lower, "let" | "make" | "made" | "help" | "helped" | "go" | "went");
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

/// How far from its verb a particle may stand ("turned a request from our second-largest customer … down").
const PARTICLE_REACH: usize = 24;

fn attach_particles(reading: &mut Reading, vocabulary: &Vocabulary) {
    for index in 0..reading.words.len() {
        let verb = reading.words[index];
        if verb.pos != Pos::Verb || !vocabulary.entry(verb.lemma).is_some_and(|entry| entry.phrasal) {
            continue;
        }
        let end = reading.words.len().min(index + 1 + PARTICLE_REACH);
        for at in index + 1..end {
            let word = reading.words[at];
            if matches!(word.shape, Shape::Stop | Shape::Break) {
                break;
            }
            let Some(phrasal) = vocabulary.phrasal(verb.lemma, word.id) else { continue };
            let near = at == index + 1
                || (at == index + 2 && matches!(reading.words[at - 1].pos, Pos::Pronoun | Pos::Adverb));
            let lower = reading.lower(at);
            let takes_object = matches!(lower, "into" | "through" | "over" | "on" | "by");
            let free = free_standing(reading, at) || matches!(lower, "into" | "out");
            let another_verbs = reading.words[at - 1].pos == Pos::Verb && at > index + 1;
            if near || (free && !another_verbs && !(takes_object && lower != "into")) {
                let word = &mut reading.words[index];
                word.lemma = phrasal;
                word.particle = at as u32;
                break;
            }
        }
    }
}

/// A particle far from its verb has nothing of its own after it.
fn free_standing(reading: &Reading, at: usize) -> bool {
    reading.words.get(at + 1).is_none_or(|next| {
        matches!(
            next.pos,
            Pos::Punctuation
                | Pos::Preposition
                | Pos::Conjunction
                | Pos::Subordinator
                | Pos::Adverb
                | Pos::Infinitive
        )
    })
}
