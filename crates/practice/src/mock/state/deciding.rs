//! What may happen next: from what somebody wants, and the time that went by, to the events that follow.

use super::{MockError, Stage, State, Still};
use crate::mock::event::{AskedProbe, Event, What};

/// Time that has to go by before it is worth an event of its own, in milliseconds: what a crash can lose of the clock.
pub const HEARTBEAT_MS: u64 = 5_000;

/// What somebody wants to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Ask the first question.
    Start,
    /// Look what time it is. Some things turn by themselves.
    Look,
    /// End the time to think.
    Begin,
    /// Done with this part.
    Done {
        /// What the interviewer asks next about it, if anything.
        probe: Option<AskedProbe>,
    },
    /// On to the next question.
    Skip,
    /// Stand still.
    Pause,
    /// Leave the room.
    Leave,
    /// Go on.
    Resume,
    /// End the break.
    NextRound,
    /// End the mock.
    End,
}

/// When something is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// By the wall clock, in milliseconds since 1970.
    pub at_ms: i64,
    /// Since the last event, by a clock that never goes back, in milliseconds.
    pub ran_ms: u64,
    /// Whether anything was said in answer to the current question so far.
    pub has_words: bool,
}

impl State {
    /// What a command makes happen. Each event is possible after those before it.
    ///
    /// What turns by itself comes first, whatever is wanted: the end of the time to think, the end of a round at its
    /// limit. A deed that comes too late for its question leaves it at that.
    ///
    /// # Errors
    /// Why it may not happen now.
    pub fn decide(&self, command: Command, moment: Moment) -> Result<Vec<Event>, MockError> {
        let Moment { at_ms, ran_ms, has_words } = moment;
        let (turned, left_ms) = self.turn(has_words, ran_ms);
        if turned.is_empty() {
            let whats = self.decide_now(command, has_words, ran_ms)?;
            let with_time =
                whats.into_iter().enumerate().map(|(at, what)| (if at == 0 { ran_ms } else { 0 }, what));
            return Ok(stamped(at_ms, with_time));
        }
        let mut events = stamped(at_ms, turned);
        let mut state = self.clone();
        for event in &events {
            state.apply(event)?;
        }
        let same = state.slot == self.slot;
        let rest = Moment { ran_ms: left_ms, has_words: has_words && same, ..moment };
        let late = state.stage == Stage::Break || !same;
        let then = match command {
            Command::Begin => Command::Look,
            Command::End | Command::Leave => command,
            _ if late => Command::Look,
            _ => command,
        };
        if state.stage != Stage::Ended {
            events.extend(state.decide(then, rest)?);
        }
        Ok(events)
    }

    fn decide_now(&self, command: Command, has_words: bool, ran_ms: u64) -> Result<Vec<What>, MockError> {
        if self.stage == Stage::Ended {
            return Err(MockError::Ended);
        }
        let begun = self.stage != Stage::NotBegun;
        Ok(match command {
            Command::Look if begun && ran_ms >= HEARTBEAT_MS => vec![What::Ran],
            Command::Look => Vec::new(),
            Command::Start if !begun => vec![What::Asked { slot: 0 }],
            Command::Resume if self.still.is_some() => vec![What::Resumed],
            Command::Resume => return Err(MockError::Runs),
            Command::Leave if self.still == Some(Still::Left) => return Err(MockError::StandsStill),
            Command::Leave if begun => vec![What::Left],
            Command::End if begun => {
                let over = (self.is_asking() && !self.is_over()).then(|| Self::over(has_words));
                over.into_iter().chain([What::Ended { early: true }]).collect()
            }
            _ if self.still.is_some() => return Err(MockError::StandsStill),
            Command::Pause if self.is_asking() => vec![What::Paused],
            Command::Begin if self.stage == Stage::Preparing => vec![What::Began],
            Command::Done { probe: Some(probe) } if self.stage == Stage::Answering && self.may_probe() => {
                vec![What::Probed { probe }]
            }
            Command::Done { .. } if self.stage == Stage::Answering => self.on(has_words),
            Command::Skip if self.is_asking() => self.on(has_words),
            Command::NextRound if self.stage == Stage::Break => vec![What::Asked { slot: self.slot + 1 }],
            _ => return Err(MockError::NotNow),
        })
    }

    /// What turns by itself when `ran_ms` more go by: each with the time before it, and the time that is left.
    fn turn(&self, has_words: bool, ran_ms: u64) -> (Vec<(u64, What)>, u64) {
        if self.still.is_some() {
            return (Vec::new(), ran_ms);
        }
        let cut_off = self.cut_off();
        if !cut_off.is_empty() {
            return (cut_off.into_iter().map(|what| (0, what)).collect(), ran_ms);
        }
        let mut turned = Vec::new();
        let mut left_ms = ran_ms;
        let mut stage = self.stage;
        if stage == Stage::Preparing {
            let thinks = self.plan.preparation_of(self.slot).as_millis() as u64;
            let until = thinks.saturating_sub(self.prepared_ms);
            if left_ms < until {
                return (turned, left_ms);
            }
            left_ms -= until;
            turned.push((until, What::Began));
            stage = Stage::Answering;
        }
        if stage == Stage::Answering && self.plan.ends_at_limit {
            let round = self.round();
            let used: u64 = self.used_ms[self.plan.slots_of(round)].iter().sum();
            let until = self.plan.rounds[round].budget_ms.saturating_sub(used);
            if left_ms >= until {
                left_ms -= until;
                turned.push((until, Self::over(has_words)));
                turned.push((0, What::RoundEnded { at_limit: true }));
                if round + 1 == self.plan.rounds.len() {
                    turned.push((0, What::Ended { early: false }));
                    left_ms = 0;
                }
            }
        }
        (turned, left_ms)
    }

    /// What belongs to the last event and was not stored with it. Nothing, as long as a decision is stored as a whole.
    fn cut_off(&self) -> Vec<What> {
        if self.is_asking() && self.is_over() {
            self.following()
        } else if self.stage == Stage::Break && self.is_last_round_over() {
            vec![What::Ended { early: false }]
        } else {
            Vec::new()
        }
    }

    /// The question is over; what follows.
    fn on(&self, has_words: bool) -> Vec<What> {
        let mut whats = vec![Self::over(has_words)];
        whats.extend(self.following());
        whats
    }

    /// What follows on a question that is over.
    fn following(&self) -> Vec<What> {
        let round = self.round();
        let budget = self.plan.rounds[round].budget_ms;
        let at_limit = self.plan.ends_at_limit && self.used_in_ms(round) >= budget;
        if !at_limit && self.plan.slots_of(round).contains(&(self.slot + 1)) {
            return vec![What::Asked { slot: self.slot + 1 }];
        }
        let mut whats = vec![What::RoundEnded { at_limit }];
        if round + 1 == self.plan.rounds.len() {
            whats.push(What::Ended { early: false });
        }
        whats
    }

    const fn over(has_words: bool) -> What {
        if has_words { What::Answered } else { What::Skipped }
    }
}

fn stamped(at_ms: i64, whats: impl IntoIterator<Item = (u64, What)>) -> Vec<Event> {
    whats.into_iter().map(|(ran_ms, what)| Event { at_ms, ran_ms, what }).collect()
}
