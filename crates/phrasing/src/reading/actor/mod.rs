//! Finds the claims of each utterance and who acts in them.

mod subject;
mod verb;

pub(crate) use subject::PEOPLE;
use subject::{Subject, is_part};

use super::{Claim, Reading, Shape, Utterance};
use crate::kinds::Agent;
use crate::lexicon::{Group, Pos, UNKNOWN, Vocabulary, one_of};

/// What the scan knows while it walks through an utterance.
struct Scan<'a> {
    reading: &'a Reading,
    vocabulary: &'a Vocabulary,
    utterance: Utterance,
    /// Subject of the clause being read, and where it begins.
    subject: Option<(Subject, usize)>,
    /// Subject of the last main clause.
    main: Option<Subject>,
    /// A noun that will be the subject if a finite verb follows.
    candidate: Option<usize>,
    /// Where the candidate's phrase begins.
    phrase: usize,
    inside_preposition: bool,
    /// The clause has its finite verb.
    has_verb: bool,
    subordinate: bool,
    /// The subject belongs to a clause inside another.
    embedded: bool,
    claims: Vec<Claim>,
    /// Per claim: the subject that dependents inherit.
    heirs: Vec<Option<Subject>>,
}

pub(super) fn assign(reading: &mut Reading, vocabulary: &Vocabulary) {
    let mut all = Vec::with_capacity(reading.words.len() / 6);
    let mut governing = vec![u32::MAX; reading.words.len()];
    let (mut claims, mut heirs) = (Vec::new(), Vec::new());
    for utterance in &reading.utterances {
        let mut scan = Scan {
            reading,
            vocabulary,
            utterance: *utterance,
            subject: None,
            main: None,
            candidate: None,
            phrase: utterance.from,
            inside_preposition: false,
            has_verb: false,
            subordinate: false,
            embedded: false,
            claims: std::mem::take(&mut claims),
            heirs: std::mem::take(&mut heirs),
        };
        for index in utterance.from..utterance.to {
            scan.step(index);
        }
        (claims, heirs) = (scan.claims, scan.heirs);
        heirs.clear();
        close(reading, utterance, &mut claims);
        let offset = all.len() as u32;
        govern(utterance, &claims, offset, &mut governing);
        all.append(&mut claims);
    }
    reading.claims = all;
    reading.governing = governing;
}

/// A word belongs to the claim whose subject or verb came last before it.
fn govern(utterance: &Utterance, claims: &[Claim], offset: u32, governing: &mut [u32]) {
    let mut from = utterance.from;
    for (number, next) in claims.iter().skip(1).map(Some).chain([None]).enumerate().take(claims.len()) {
        let to = next.map_or(utterance.to, |next| (next.subject as usize).clamp(from, utterance.to));
        governing[from..to].fill(offset + number as u32);
        from = to;
    }
}

/// Sets where each claim ends: before the next claim that stands on its own.
fn close(reading: &Reading, utterance: &Utterance, claims: &mut [Claim]) {
    let mut end = utterance.to;
    for index in (0..claims.len()).rev() {
        let own_end = trim(reading, claims[index].verb as usize + 1, end);
        claims[index].end = own_end as u32;
        if !claims[index].flags.dependent {
            end = claims[index].subject as usize;
        }
    }
}

/// Drops punctuation and connecting words from the end of a stretch.
pub(super) fn trim(reading: &Reading, from: usize, mut end: usize) -> usize {
    while end > from {
        let word = &reading.words[end - 1];
        let connects = matches!(
            word.pos,
            Pos::Punctuation
                | Pos::Conjunction
                | Pos::Subordinator
                | Pos::Infinitive
                | Pos::Determiner
                | Pos::Modal
        ) || word.pos == Pos::Preposition && word.particle == u32::MAX
            || one_of!(word.short, "then" | "also" | "just");
        if !connects {
            break;
        }
        end -= 1;
    }
    end
}

impl Scan<'_> {
    fn lemma(&self, index: usize) -> &str {
        self.reading.words.get(index).map_or("", |word| {
            let lemma = self.vocabulary.word(word.lemma);
            if lemma.is_empty() { self.reading.lower(index) } else { lemma }
        })
    }

    /// Whether a word names people or a group of them.
    fn is_people(&self, index: usize) -> bool {
        match self.reading.words.get(index) {
            Some(word) if word.lemma != UNKNOWN => self.vocabulary.is(word.lemma, Group::People),
            _ => PEOPLE.contains(&self.reading.lower(index)),
        }
    }

    /// The next word that is no adverb or negation.
    fn after(&self, index: usize) -> usize {
        let mut next = index + 1;
        while next < self.utterance.to && matches!(self.reading.words[next].pos, Pos::Adverb | Pos::Negation)
        {
            next += 1;
        }
        next
    }

    /// The nearest earlier word that is no adverb or negation.
    fn before(&self, index: usize) -> Option<usize> {
        (self.utterance.from..index)
            .rev()
            .find(|i| !matches!(self.reading.words[*i].pos, Pos::Adverb | Pos::Negation))
    }

    fn predicate_follows(&self, index: usize) -> bool {
        self.reading
            .words
            .get(self.after(index))
            .is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Auxiliary | Pos::Modal))
            && self.after(index) < self.utterance.to
    }

    fn new_clause(&mut self, subject: Subject, at: usize) {
        self.subject = Some((subject, at));
        if !self.subordinate {
            self.main = Some(subject);
        }
        self.embedded = self.subordinate;
        self.has_verb = false;
        self.candidate = None;
        self.inside_preposition = false;
    }

    fn step(&mut self, index: usize) {
        let word = self.reading.words[index];
        match word.pos {
            Pos::Pronoun => self.pronoun(index),
            Pos::Noun | Pos::Number
                if !self.inside_preposition || self.candidate.is_none() && !self.has_verb =>
            {
                self.candidate = Some(index);
            }
            Pos::Determiner | Pos::Adjective if self.candidate.is_none() => self.phrase = index,
            Pos::Preposition => self.inside_preposition = true,
            Pos::Punctuation => {
                self.inside_preposition = false;
                self.candidate = None;
                self.phrase = index + 1;
                if word.shape == Shape::Pause {
                    self.subordinate = false;
                    self.divide(true);
                }
            }
            Pos::Conjunction => {
                self.inside_preposition = false;
                self.candidate = None;
                self.phrase = index + 1;
                self.divide(false);
            }
            Pos::Subordinator => self.subordinator(index),
            Pos::Verb => self.verb(index),
            Pos::Auxiliary | Pos::Modal => self.auxiliary(index),
            _ => {}
        }
    }

    /// After "and" or a comma a verb without a subject of its own inherits one.
    fn divide(&mut self, pause: bool) {
        let Some(main @ Subject::Person(_)) = self.main else { return };
        let returns = match self.subject {
            Some((Subject::Thing, _)) => true,
            Some((Subject::Person(Agent::Other), _)) => pause && self.embedded,
            _ => false,
        };
        if returns {
            self.subject = Some((main, usize::MAX));
            self.embedded = false;
        }
    }

    fn pronoun(&mut self, index: usize) {
        let lower = self.reading.lower(index);
        let subject = match lower {
            "i" => Subject::Person(Agent::Own),
            "we" => Subject::Person(Agent::Shared),
            "he" | "she" | "they" | "you" | "somebody" | "someone" | "anybody" | "anyone" | "everybody"
            | "everyone" | "nobody" | "others" | "both" | "none" | "folks" | "one" | "ones" => {
                Subject::Person(Agent::Other)
            }
            "it" | "that" | "this" | "these" | "those" | "there" | "all" | "something" | "anything"
            | "everything" | "nothing" => Subject::Thing,
            _ => return,
        };
        if lower == "i" || lower == "we" || self.predicate_follows(index) {
            let opens = index == self.utterance.from
                || matches!(self.reading.words[index - 1].pos, Pos::Conjunction | Pos::Punctuation);
            if opens {
                self.subordinate = false;
            }
            // "I'm the one who …" keeps its subject; so does "us all".
            if matches!(lower, "one" | "ones") && self.has_verb {
                return;
            }
            self.new_clause(subject, index);
        } else if !self.inside_preposition {
            self.candidate = None;
        }
    }

    fn subordinator(&mut self, index: usize) {
        let lower = self.reading.lower(index);
        self.inside_preposition = false;
        let relative = matches!(lower, "who" | "that" | "which" | "whoever") && self.predicate_follows(index);
        if relative {
            let antecedent = self.candidate.or_else(|| self.before(index));
            let self_named = self.has_verb
                && self.claims.last().is_some_and(|claim| {
                    claim.agent == Agent::Own && self.reading.is(claim.verb as usize, Pos::Auxiliary)
                })
                && antecedent.is_some_and(|noun| {
                    matches!(
                        self.reading.lower(noun),
                        "one" | "person" | "guy" | "woman" | "man" | "voice" | "somebody" | "someone"
                    )
                });
            let subject = if self_named {
                Subject::Person(Agent::Own)
            } else if lower == "who"
                || lower == "whoever"
                || antecedent.is_some_and(|noun| self.is_people(noun))
            {
                Subject::Person(Agent::Other)
            } else {
                Subject::Thing
            };
            self.subordinate = !self_named;
            self.new_clause(subject, index);
        } else {
            self.subordinate = true;
            // "how to", "what to" stay with the subject that asks.
            if !self.reading.is(index + 1, Pos::Infinitive)
                && (self.predicate_follows(index) && !self.reading.is(self.after(index), Pos::Verb))
            {
                self.subject = Some((Subject::Thing, index));
            }
            self.has_verb = false;
        }
        self.candidate = None;
        self.phrase = index + 1;
    }

    /// The subject that a candidate noun stands for.
    fn classify(&self, noun: usize) -> Subject {
        let mine = (noun.saturating_sub(3).max(self.utterance.from)..noun)
            .any(|i| one_of!(self.reading.short(i), "my"));
        if mine && is_part(self.lemma(noun)) {
            return Subject::Person(Agent::Own);
        }
        let token = &self.reading.tokens.list[self.reading.words[noun].token as usize];
        let named = token.capital
            && noun > self.utterance.from
            && self.vocabulary.entry(self.reading.words[noun].id).is_none();
        if self.is_people(noun) || named { Subject::Person(Agent::Other) } else { Subject::Thing }
    }

    /// Takes the candidate as subject when a finite verb needs one.
    fn settle(&mut self, index: usize) {
        if let Some(noun) = self.candidate
            && (self.subject.is_none() || self.has_verb || self.subordinate)
        {
            let subject = self.classify(noun);
            let at = self.phrase.min(noun).max(self.utterance.from);
            let owned = self.subject.is_some() && self.has_verb && at >= index;
            if !owned {
                // "I saw the licence would lapse": a clause inside the one before.
                self.subordinate |= self.has_verb && matches!(self.subject, Some((Subject::Person(_), _)));
                self.new_clause(subject, at);
            }
        }
    }
}
