//! Finds the claims of each utterance and who acts in them.

use super::{Claim, Flags, Reading, Shape, Utterance};
use crate::kinds::{Agent, Mode};
use crate::lexicon::{Forms, Pos, Vocabulary};

/// Whom a subject stands for; a thing acts for nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Person(Agent),
    Thing,
}

impl Subject {
    fn agent(self) -> Agent {
        match self {
            Subject::Person(agent) => agent,
            Subject::Thing => Agent::None,
        }
    }
}

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

pub(super) fn assign(reading: &mut Reading, vocabulary: &Vocabulary, _mode: Mode) {
    let mut all = Vec::with_capacity(reading.words.len() / 6);
    let mut governing = vec![u32::MAX; reading.words.len()];
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
            claims: Vec::new(),
            heirs: Vec::new(),
        };
        for index in utterance.from..utterance.to {
            scan.step(index);
        }
        let mut claims = scan.claims;
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
    let mut current = 0;
    for (index, slot) in governing.iter_mut().enumerate().take(utterance.to).skip(utterance.from) {
        while current + 1 < claims.len() && claims[current + 1].subject as usize <= index {
            current += 1;
        }
        if !claims.is_empty() {
            *slot = offset + current as u32;
        }
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
            || matches!(reading.lower(end - 1), "then" | "also" | "just");
        if !connects {
            break;
        }
        end -= 1;
    }
    end
}

/// Nouns that name people or groups of them.
fn is_people(lemma: &str) -> bool {
    matches!(
        lemma,
        "team"
            | "engineer"
            | "manager"
            | "vendor"
            | "supplier"
            | "lead"
            | "leader"
            | "leadership"
            | "director"
            | "vp"
            | "cto"
            | "ceo"
            | "cfo"
            | "ciso"
            | "architect"
            | "developer"
            | "designer"
            | "pm"
            | "tpm"
            | "person"
            | "folk"
            | "folks"
            | "guy"
            | "lad"
            | "colleague"
            | "customer"
            | "client"
            | "user"
            | "partner"
            | "stakeholder"
            | "executive"
            | "exec"
            | "boss"
            | "sponsor"
            | "analyst"
            | "scientist"
            | "product"
            | "legal"
            | "finance"
            | "security"
            | "marketing"
            | "sales"
            | "sale"
            | "engineering"
            | "operations"
            | "qa"
            | "sre"
            | "procurement"
            | "compliance"
            | "support"
            | "merchandising"
            | "privacy"
            | "ops"
            | "infra"
            | "committee"
            | "board"
            | "management"
            | "group"
            | "squad"
            | "company"
            | "owner"
            | "reviewer"
            | "officer"
            | "consultant"
            | "contractor"
            | "intern"
            | "staff"
            | "crew"
            | "member"
            | "everybody"
            | "president"
            | "founder"
            | "administrator"
            | "maintainer"
            | "representative"
            | "regulator"
            | "auditor"
            | "tester"
            | "expert"
            | "pharmacist"
            | "doctor"
            | "nurse"
            | "lawyer"
            | "child"
            | "man"
            | "woman"
            | "friend"
            | "wife"
            | "skip-level"
    )
}

/// Nouns by which a speaker names their own part: "my job was to …".
fn is_part(lemma: &str) -> bool {
    matches!(
        lemma,
        "role"
            | "job"
            | "part"
            | "scope"
            | "task"
            | "goal"
            | "responsibility"
            | "proposal"
            | "plan"
            | "idea"
            | "recommendation"
            | "decision"
            | "approach"
            | "call"
            | "answer"
            | "mandate"
            | "focus"
            | "contribution"
            | "instinct"
            | "question"
            | "step"
            | "work"
            | "remit"
            | "duty"
            | "day"
    )
}

impl Scan<'_> {
    fn lemma(&self, index: usize) -> &str {
        self.reading.words.get(index).map_or("", |word| {
            let lemma = self.vocabulary.word(word.lemma);
            if lemma.is_empty() { self.reading.lower(index) } else { lemma }
        })
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
            Pos::Noun | Pos::Number => {
                if !self.inside_preposition || self.candidate.is_none() && !self.has_verb {
                    self.candidate = Some(index);
                }
            }
            Pos::Determiner | Pos::Adjective => {
                if self.candidate.is_none() {
                    self.phrase = index;
                }
            }
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
                || antecedent.is_some_and(|noun| is_people(self.lemma(noun)))
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
        let lemma = self.lemma(noun);
        let mine =
            (noun.saturating_sub(3).max(self.utterance.from)..noun).any(|i| self.reading.lower(i) == "my");
        if mine && is_part(lemma) {
            return Subject::Person(Agent::Own);
        }
        let token = &self.reading.tokens.list[self.reading.words[noun].token as usize];
        let named = token.capital
            && noun > self.utterance.from
            && self.vocabulary.entry(self.reading.words[noun].id).is_none();
        if is_people(lemma) || named { Subject::Person(Agent::Other) } else { Subject::Thing }
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

    fn auxiliary(&mut self, index: usize) {
        let previous = self.before(index).map(|i| self.reading.words[i].pos);
        let finite = !matches!(self.reading.lower(index), "being" | "been" | "having" | "be");
        let chained = !finite || matches!(previous, Some(Pos::Modal | Pos::Auxiliary | Pos::Infinitive));
        if !chained {
            self.settle(index);
        }
        let next = self.after(index);
        let helps = self
            .reading
            .words
            .get(next)
            .is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Auxiliary | Pos::Modal));
        let lower = self.reading.lower(index);
        let copula =
            matches!(lower, "be" | "am" | "is" | "are" | "was" | "were" | "been" | "'m" | "'re" | "'s");
        if !helps && copula {
            let (subject, at) = self.subject.unwrap_or((Subject::Thing, index));
            self.push(index, subject.agent(), at, Flags { state: true, ..Flags::default() }, Some(subject));
            self.has_verb = true;
        }
    }

    fn verb(&mut self, index: usize) {
        let word = self.reading.words[index];
        let previous = self.before(index);
        let previous_pos = previous.map_or(Pos::Punctuation, |i| self.reading.words[i].pos);
        let helper =
            previous.filter(|_| previous_pos == Pos::Auxiliary).map_or("", |i| self.reading.lower(i));
        let got = previous.is_some_and(|i| previous_pos == Pos::Verb && self.lemma(i) == "get");
        let be = matches!(
            helper,
            "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'m" | "'re" | "'s"
        );
        let participle = word.forms.any(Forms::PARTICIPLE);
        if participle && (be || got) && !word.forms.any(Forms::ING) {
            self.passive(index);
            return;
        }
        let helped = previous_pos == Pos::Auxiliary || previous_pos == Pos::Modal;
        if previous_pos == Pos::Infinitive {
            let agent = self.inherited(index, true);
            self.dependent(index, agent);
            return;
        }
        if word.forms.any(Forms::ING) && !helped {
            let agent = self.inherited(index, false);
            self.dependent(index, agent);
            return;
        }
        if helped {
            // The auxiliary settled the subject.
            if word.forms.any(Forms::BASE) && be && !word.forms.any(Forms::ING) {
                let agent = self.inherited(index, false);
                self.dependent(index, agent);
                return;
            }
        } else if previous_pos == Pos::Verb
            && (word.forms.any(Forms::BASE) || participle)
            && self.candidate.is_none()
        {
            // "made it build", "got renewed": hangs on the verb before.
            let agent = self.inherited(index, true);
            self.dependent(index, agent);
            return;
        } else if participle && self.reduced_relative(index) {
            self.push(
                index,
                Agent::None,
                index,
                Flags { passive: true, dependent: true, state: true, ..Flags::default() },
                None,
            );
            return;
        } else {
            self.settle(index);
        }
        let (subject, at) = match self.subject {
            Some((subject, at)) => {
                (Some(subject), if self.has_verb || at == usize::MAX { index } else { at })
            }
            None => (None, index),
        };
        let start = self.opening();
        let subject = subject.or_else(|| {
            let bare = index == start
                && word.forms.any(Forms::PAST | Forms::BASE | Forms::PARTICIPLE)
                && !self.subordinate;
            bare.then_some(Subject::Person(Agent::Own))
        });
        if self.subject.is_none()
            && let Some(subject) = subject
        {
            self.subject = Some((subject, index));
            self.main = Some(subject);
        }
        let subject = subject.unwrap_or(Subject::Thing);
        self.push(
            index,
            subject.agent(),
            at.min(index),
            Flags { state: self.is_state(index), ..Flags::default() },
            Some(subject),
        );
        self.has_verb = true;
        self.candidate = None;
        self.inside_preposition = false;
    }

    /// The first word of the utterance that may be a bullet's verb.
    fn opening(&self) -> usize {
        let mut start = self.utterance.from;
        while start < self.utterance.to {
            let word = &self.reading.words[start];
            let skips = matches!(word.pos, Pos::Punctuation | Pos::Adverb | Pos::Conjunction)
                || matches!(self.reading.lower(start), "yeah" | "okay" | "well" | "so");
            if !skips {
                break;
            }
            start += 1;
        }
        start
    }

    /// Verbs that say how things are.
    fn is_state(&self, index: usize) -> bool {
        matches!(
            self.lemma(index),
            "be" | "have"
                | "know"
                | "think"
                | "feel"
                | "like"
                | "want"
                | "need"
                | "believe"
                | "seem"
                | "mean"
                | "look"
                | "guess"
                | "suppose"
                | "hope"
                | "love"
                | "hate"
                | "belong"
                | "contain"
                | "exist"
                | "live"
                | "remain"
                | "understand"
                | "remember"
                | "wish"
                | "join"
                | "enjoy"
        )
    }

    /// "idempotency keys scoped per pod": a participle after its noun, with the clause's verb already said.
    fn reduced_relative(&self, index: usize) -> bool {
        let word = self.reading.words[index];
        let after_noun = index > self.utterance.from
            && matches!(self.reading.words[index - 1].pos, Pos::Noun | Pos::Pronoun);
        let next = self.reading.words.get(index + 1).map_or(Pos::Punctuation, |word| word.pos);
        after_noun
            && self.has_verb
            && !word.forms.any(Forms::BASE)
            && matches!(next, Pos::Preposition | Pos::Punctuation | Pos::Adverb | Pos::Conjunction)
            && self.candidate.is_some_and(|noun| !is_people(self.lemma(noun)))
    }

    fn passive(&mut self, index: usize) {
        let by = (index + 1..self.utterance.to.min(index + 6)).find(|i| self.reading.lower(*i) == "by");
        let doer = by.and_then(|by| {
            (by + 1..self.utterance.to.min(by + 6))
                .find(|i| matches!(self.reading.words[*i].pos, Pos::Noun | Pos::Pronoun))
                .map(|i| match self.reading.lower(i) {
                    "me" | "myself" => Agent::Own,
                    "us" => Agent::Shared,
                    _ if self.reading.is(i, Pos::Pronoun) || self.classify(i) != Subject::Thing => {
                        Agent::Other
                    }
                    _ => Agent::None,
                })
        });
        // "refunds being posted": no clause of its own.
        let helper = self.before(index).map_or("", |i| self.reading.lower(i));
        if helper == "being" && self.has_verb {
            let flags = Flags { passive: true, dependent: true, state: true, ..Flags::default() };
            self.push(index, Agent::None, index, flags, None);
            return;
        }
        let (subject, at) = self.subject.unwrap_or((Subject::Thing, index));
        let at = if at == usize::MAX || self.has_verb { index } else { at };
        // "I was asked": somebody else asked.
        let acted_upon = if matches!(subject, Subject::Person(_)) { Agent::Other } else { Agent::None };
        let agent = doer.unwrap_or(acted_upon);
        self.push(index, agent, at.min(index), Flags { passive: true, ..Flags::default() }, Some(subject));
        self.has_verb = true;
        self.candidate = None;
        self.inside_preposition = false;
    }

    /// The actor of a verb that hangs on another.
    fn inherited(&self, index: usize, object_may_act: bool) -> Option<Subject> {
        match index.checked_sub(1).map_or("", |i| self.reading.lower(i)) {
            "me" | "my" => return Some(Subject::Person(Agent::Own)),
            "our" => return Some(Subject::Person(Agent::Shared)),
            _ => {}
        }
        let from = self.claims.last().map_or(self.utterance.from, |claim| claim.verb as usize + 1);
        if object_may_act || self.reading.words[index].forms.any(Forms::ING) {
            let actor = (from..index).rev().take(8).find(|i| {
                let pos = self.reading.words[*i].pos;
                (pos == Pos::Noun && is_people(self.lemma(*i)))
                    || (pos == Pos::Pronoun
                        && matches!(
                            self.reading.lower(*i),
                            "them"
                                | "him"
                                | "us"
                                | "everybody"
                                | "everyone"
                                | "people"
                                | "somebody"
                                | "someone"
                                | "it"
                        ))
            });
            let adjacent_ing = !object_may_act && actor.is_some_and(|i| i + 1 != index);
            if let Some(actor) = actor
                && self.claims.last().is_some_and(|claim| !claim.flags.state)
                && !adjacent_ing
                && self.hands_over()
            {
                return Some(if self.reading.lower(actor) == "it" {
                    Subject::Thing
                } else {
                    Subject::Person(Agent::Other)
                });
            }
        }
        if let Some(heir) = self.heirs.last().copied().flatten() {
            // "because …, to …": a purpose belongs to the person of the main clause.
            return match (heir, self.main) {
                (Subject::Thing, Some(main)) if !self.subordinate => Some(main),
                (heir, _) => Some(heir),
            };
        }
        // "Besides booking the lab, I …": the subject comes later.
        (index..self.utterance.to.min(index + 25)).find_map(|i| match self.reading.lower(i) {
            "i" => Some(Subject::Person(Agent::Own)),
            "we" => Some(Subject::Person(Agent::Shared)),
            _ => None,
        })
    }

    /// Verbs after which the object does what follows: "asked the team to …", "got them to sign".
    fn hands_over(&self) -> bool {
        self.claims.last().is_some_and(|claim| {
            let lemma = self.lemma(claim.verb as usize);
            let verb = lemma.split(' ').next().unwrap_or(lemma);
            matches!(
                verb,
                "ask"
                    | "tell"
                    | "get"
                    | "have"
                    | "let"
                    | "make"
                    | "want"
                    | "need"
                    | "allow"
                    | "help"
                    | "force"
                    | "remind"
                    | "convince"
                    | "persuade"
                    | "require"
                    | "expect"
                    | "enable"
                    | "invite"
                    | "encourage"
                    | "push"
                    | "wait"
                    | "leave"
                    | "keep"
                    | "see"
                    | "watch"
                    | "order"
                    | "instruct"
                    | "train"
                    | "teach"
                    | "request"
                    | "urge"
                    | "advise"
                    | "recommend"
                    | "nudge"
                    | "beg"
                    | "trust"
                    | "empower"
                    | "challenge"
                    | "press"
                    | "chase"
            )
        })
    }

    fn dependent(&mut self, index: usize, subject: Option<Subject>) {
        let agent = subject.map_or(Agent::None, Subject::agent);
        let flags = Flags { dependent: true, state: self.is_state(index), ..Flags::default() };
        self.push(index, agent, index, flags, subject);
        self.candidate = None;
        self.inside_preposition = false;
        if self.subject.is_some() {
            self.has_verb = true;
        }
    }

    fn push(&mut self, verb: usize, agent: Agent, subject: usize, flags: Flags, heir: Option<Subject>) {
        self.claims.push(Claim {
            verb: verb as u32,
            subject: subject.min(verb) as u32,
            end: verb as u32 + 1,
            agent,
            flags,
        });
        self.heirs.push(heir);
    }
}
