//! Verbs: their claims, and the actor of those that hang on another.

use super::Scan;
use super::subject::Subject;
use crate::kinds::Agent;
use crate::lexicon::{Forms, Pos, one_of};
use crate::reading::{Claim, Flags};

impl Scan<'_> {
    pub(super) fn auxiliary(&mut self, index: usize) {
        let previous = self.before(index).map(|i| self.reading.words[i].pos);
        let finite = !one_of!(self.reading.short(index), "being" | "been" | "having" | "be");
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
        let short = self.reading.short(index);
        let copula =
            one_of!(short, "be" | "am" | "is" | "are" | "was" | "were" | "been" | "'m" | "'re" | "'s");
        if !helps && copula {
            let (subject, at) = self.subject.unwrap_or((Subject::Thing, index));
            self.push(index, subject.agent(), at, Flags { state: true, ..Flags::default() }, Some(subject));
            self.has_verb = true;
        }
    }

    pub(super) fn verb(&mut self, index: usize) {
        let word = self.reading.words[index];
        let previous = self.before(index);
        let previous_pos = previous.map_or(Pos::Punctuation, |i| self.reading.words[i].pos);
        let helper = previous.filter(|_| previous_pos == Pos::Auxiliary).map_or(0, |i| self.reading.short(i));
        let got = previous.is_some_and(|i| previous_pos == Pos::Verb && self.lemma(i) == "get");
        let be = one_of!(
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
                || one_of!(word.short, "yeah" | "okay" | "well" | "so");
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
            && self.candidate.is_some_and(|noun| !self.is_people(noun))
    }

    fn passive(&mut self, index: usize) {
        let by =
            (index + 1..self.utterance.to.min(index + 6)).find(|i| one_of!(self.reading.short(*i), "by"));
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
                (pos == Pos::Noun && self.is_people(*i))
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
                return Some(if one_of!(self.reading.short(actor), "it") {
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
        self.reading.words[index..self.utterance.to.min(index + 25)].iter().find_map(|word| {
            let own = one_of!(word.short, "i").then_some(Agent::Own);
            own.or(one_of!(word.short, "we").then_some(Agent::Shared)).map(Subject::Person)
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
