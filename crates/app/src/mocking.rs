//! A mock interview while it is held: one step of it at a time.
//!
//! `practice::mock` says what happens; this stores it, with the words and the finished takes that belong to it, in one
//! transaction. Only what is stored is shown.

use std::time::Duration;

use jiff::Timestamp;
use practice::mock::{
    Command, Event, MockError, Moment, Outcome, Plan, Stage, State, Still, state::HEARTBEAT_MS,
    times::announcement,
};
use serde::{Serialize, de::DeserializeOwned};
use store::{MockId, NewMock, StoreError, Tx};

use crate::{
    App, AppError,
    checking::check_text,
    mock_now::{milliseconds, show},
    mock_plan::question_of_slot,
    mock_words::{Words, settled},
    probing::next_probe,
    rows::{millis, mock_id},
    taking::{finish_draft, scored},
    view::{AnswerMode, MockDeed, MockEdit, MockNow, MockSetup},
};

/// A longer time between two looks, while someone is answering, means that the computer slept or the window stood still.
/// What is beyond it is no answering.
const LONGEST_LOOK: Duration = Duration::from_secs(120);

/// The mock that is held, as it is stored.
#[derive(Debug)]
pub(crate) struct Held {
    id: MockId,
    name: String,
    setup: MockSetup,
    state: State,
    /// The measured time at the last stored event.
    since: Duration,
    /// What was shown last: what is said to a screen reader is what changed since.
    shown: State,
}

/// What a step is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Look,
    Deed(MockDeed),
}

impl App {
    /// Begins a mock and asks its first question.
    ///
    /// # Errors
    /// [`AppError::CannotBeHeld`] with the first thing in the way; the store's while another mock is under way.
    pub fn start_mock(&mut self, setup: &MockSetup) -> Result<MockNow, AppError> {
        let (now, day) = (self.clock.now(), self.today_date());
        let plan = self.plan_mock(setup)?;
        let state = State::begin(plan)?;
        let events = state.decide(Command::Start, Moment { at_ms: millis(now), ..Moment::default() })?;
        let (stored_setup, stored_plan) = (to_json(setup)?, to_json(state.plan())?);
        let questions = u32::try_from(state.plan().slots()).unwrap_or(u32::MAX);
        let id = self.store.write(|tx| {
            let new = NewMock {
                name: setup.name.trim(),
                loop_id: setup.loop_id.as_deref(),
                setup: &stored_setup,
                plan: &stored_plan,
                day,
                questions,
            };
            let id = tx.insert_mock(&new, now)?;
            append(tx, id, &state, &events, now)?;
            Ok::<_, AppError>(id)
        })?;
        let state = after(&state, &events)?;
        let since = self.clock.measured();
        let name = setup.name.trim().to_owned();
        self.mock = Some(Held { id, name, setup: setup.clone(), shown: state.clone(), state, since });
        self.mock_step(id, Step::Look, None)
    }

    /// The mock as it stands now; time goes on by it. Asked about once a second.
    ///
    /// # Errors
    /// When there is no such mock.
    pub fn mock_now(&mut self, id: u32) -> Result<MockNow, AppError> {
        self.mock_step(mock_id(id), Step::Look, None)
    }

    /// Saves the words of the part being answered, and looks at the time as [`mock_now`](App::mock_now) does. With words
    /// that are not saved, this is the one to ask: a round that ends at its limit keeps what is saved by then.
    ///
    /// # Errors
    /// [`AppError::MockMovedOn`] when another part is being answered by now, stale when another window saved meanwhile,
    /// too long past the limit; [`AppError::AnswerGone`]. Nothing is changed then.
    pub fn save_mock_answer(&mut self, id: u32, edit: &MockEdit) -> Result<MockNow, AppError> {
        self.mock_step(mock_id(id), Step::Look, Some(edit))
    }

    /// Does the next thing, with the words of the part when some come with it.
    ///
    /// # Errors
    /// Those of [`save_mock_answer`](App::save_mock_answer), and those of `practice::mock` when this may not happen now.
    pub fn mock_deed(
        &mut self,
        id: u32,
        deed: MockDeed,
        edit: Option<&MockEdit>,
    ) -> Result<MockNow, AppError> {
        self.mock_step(mock_id(id), Step::Deed(deed), edit)
    }

    /// What is stored of a mock: its name, set-up and state.
    pub(crate) fn stored_mock(&self, id: MockId) -> Result<(String, MockSetup, State), AppError> {
        let mock = self.store.mock(id)?;
        let plan: Plan = from_json(&mock.plan)?;
        let events: Vec<Event> = self
            .store
            .mock_events(id)?
            .iter()
            .map(|event| from_json(&event.body))
            .collect::<Result<_, _>>()?;
        Ok((mock.name, from_json(&mock.setup)?, State::after(plan, &events)?))
    }

    /// Takes the mock up. One that was running when the program ended has been left since then.
    fn hold(&mut self, id: MockId) -> Result<Held, AppError> {
        if let Some(held) = self.mock.take_if(|held| held.id == id) {
            return Ok(held);
        }
        let now = self.clock.now();
        let (name, setup, mut state) = self.stored_mock(id)?;
        if state.stage() != Stage::Ended && state.still().is_none() {
            let left = state.decide(Command::Leave, Moment { at_ms: millis(now), ..Moment::default() })?;
            self.store.write(|tx| append(tx, id, &state, &left, now))?;
            state = after(&state, &left)?;
        }
        let since = self.clock.measured();
        Ok(Held { id, name, setup, shown: state.clone(), state, since })
    }

    fn mock_step(&mut self, id: MockId, step: Step, edit: Option<&MockEdit>) -> Result<MockNow, AppError> {
        let mut held = self.hold(id)?;
        let had_ended = held.state.stage() == Stage::Ended;
        let done = self.step(&mut held, step, edit).and_then(|()| self.show_mock(&mut held));
        match (had_ended, held.state.stage()) {
            (false, Stage::Ended) => self.back_up_if_due(),
            (true, _) => {}
            // Whatever was refused, it is held as it is stored.
            (false, _) => self.mock = Some(held),
        }
        done
    }

    /// One step: what happens is decided, stored with the words, and then taken over.
    fn step(&mut self, held: &mut Held, step: Step, edit: Option<&MockEdit>) -> Result<(), AppError> {
        if held.state.stage() == Stage::Ended {
            return if step == Step::Look && edit.is_none() { Ok(()) } else { Err(MockError::Ended.into()) };
        }
        let (now, today) = (self.clock.now(), self.today_date());
        let words = Words::read(&self.store, held.id, &held.state, edit)?;
        let words = match step {
            Step::Look | Step::Deed(MockDeed::Done) if words.are_gone() && edit.is_some() => {
                return Err(AppError::AnswerGone);
            }
            _ if words.are_gone() => words.without_edit(),
            _ => words,
        };
        let slot = held.state.slot();
        let Some(planned) = held.state.plan().slot(slot) else { return Err(MockError::Unsound.into()) };
        let question = question_of_slot(&self.bank, planned, held.setup.level);
        let events = self.decide(held, step, &words, question.mode)?;
        let next = after(&held.state, &events)?;
        let is_over = next.outcome(slot) != held.state.outcome(slot);
        let is_answered = is_over && next.outcome(slot) == Outcome::Answered;
        let scored = is_answered.then(|| scored(&self.check_said(held, &words, question.mode)));
        let budget_ms = milliseconds(held.state.plan().budget_of(slot));
        let elapsed_ms = u32::try_from(next.used_ms(slot)).unwrap_or(u32::MAX);
        self.store.write(|tx| {
            let take = words.save(tx, now, &question, budget_ms, elapsed_ms)?;
            match (take, scored) {
                (Some(take), Some(scored)) => {
                    let take = settled(tx, &take, elapsed_ms, now)?;
                    finish_draft(tx, take.id, take.revision, scored, now, today)?;
                }
                (take, _) if is_over => words.drop_empty(tx, take.as_ref())?,
                (Some(take), _) if next.probes(slot).len() > held.state.probes(slot).len() => {
                    settled(tx, &take, elapsed_ms, now)?;
                }
                _ => {}
            }
            append(tx, held.id, &held.state, &events, now)?;
            if next.stage() == Stage::Ended {
                tx.end_mock(held.id, now)?;
            }
            Ok::<_, AppError>(())
        })?;
        held.since += Duration::from_millis(events.iter().map(|event| event.ran_ms).sum());
        if !events.is_empty() && self.ran_ms(held) >= HEARTBEAT_MS {
            // More than an event can hold: a fault of the clock, or days of a pause. It is nobody's.
            held.since = self.clock.measured();
        }
        held.state = next;
        Ok(())
    }

    /// What happens at this step, and what happened by itself before it.
    fn decide(
        &self,
        held: &Held,
        step: Step,
        words: &Words<'_>,
        mode: AnswerMode,
    ) -> Result<Vec<Event>, AppError> {
        if step == Step::Look && held.state.still() == Some(Still::Left) {
            // Nobody is there, so there is nothing to keep.
            return Ok(Vec::new());
        }
        let at_ms = millis(self.clock.now());
        let moment = Moment { at_ms, ran_ms: self.ran_ms(held), has_words: words.are_some() };
        let mut events = self.away(held, moment)?;
        if events.is_empty() {
            let command = self.command(held, &held.state.later(moment.ran_ms), step, words, mode);
            return Ok(held.state.decide(command, moment)?);
        }
        let state = after(&held.state, &events)?;
        // What the step was about may be over by now; then it is only shown.
        if (state.stage(), state.slot()) == (held.state.stage(), held.state.slot()) {
            let command = self.command(held, &state, step, words, mode);
            events.extend(state.decide(command, Moment { ran_ms: 0, ..moment })?);
        }
        Ok(events)
    }

    /// What happened when nobody looked for long while an answer was being given: the first of that time was answering,
    /// and after it the room counts as left. Nothing when somebody looked.
    fn away(&self, held: &Held, moment: Moment) -> Result<Vec<Event>, AppError> {
        let longest_ms = whole_millis(LONGEST_LOOK.saturating_mul(self.clock.pace()));
        if moment.ran_ms <= longest_ms || held.state.still().is_some() || !held.state.is_asking() {
            return Ok(Vec::new());
        }
        let mut events = Vec::new();
        let mut state = held.state.clone();
        let gone_ms = moment.ran_ms - longest_ms;
        for (command, ran_ms) in [(Command::Leave, longest_ms), (Command::Resume, gone_ms)] {
            if state.stage() != Stage::Ended {
                let more = state.decide(command, Moment { ran_ms, ..moment })?;
                state = after(&state, &more)?;
                events.extend(more);
            }
        }
        Ok(events)
    }

    /// The command of a step, in the state that the time has brought about.
    fn command(
        &self,
        held: &Held,
        state: &State,
        step: Step,
        words: &Words<'_>,
        mode: AnswerMode,
    ) -> Command {
        let Step::Deed(deed) = step else { return Command::Look };
        match deed {
            MockDeed::Begin => Command::Begin,
            MockDeed::Done => {
                let may_probe = words.are_some() && state.plan().probes_of(state.slot()) > state.part();
                let check = may_probe.then(|| self.check_said(held, words, mode));
                Command::Done { probe: check.and_then(|check| next_probe(state, words.said(), &check)) }
            }
            MockDeed::Skip => Command::Skip,
            MockDeed::Pause => Command::Pause,
            MockDeed::Resume => Command::Resume,
            MockDeed::Leave => Command::Leave,
            MockDeed::NextRound => Command::NextRound,
            MockDeed::End => Command::End,
        }
    }

    /// The phrase check of an answer, by the level that is interviewed for. Nobody sees it before the debrief.
    fn check_said(&self, held: &Held, words: &Words<'_>, mode: AnswerMode) -> phrasing::Check {
        check_text(&self.checker, words.said(), mode, held.setup.level, &[])
    }

    /// Milliseconds since the last stored event.
    fn ran_ms(&self, held: &Held) -> u64 {
        whole_millis(self.clock.measured().saturating_sub(held.since))
    }

    fn show_mock(&self, held: &mut Held) -> Result<MockNow, AppError> {
        let state = held.state.later(self.ran_ms(held));
        let say = announcement(&held.shown, &state);
        let now = show(&self.store, held.id, &held.name, &state, say)?;
        held.shown = state;
        Ok(now)
    }
}

fn append(tx: &Tx<'_>, id: MockId, state: &State, events: &[Event], now: Timestamp) -> Result<(), AppError> {
    let mut stored = state.events();
    for event in events {
        stored = tx.append_mock_event(id, stored, &to_json(event)?, now)?;
    }
    Ok(())
}

fn after(state: &State, events: &[Event]) -> Result<State, AppError> {
    let mut next = state.clone();
    events.iter().try_for_each(|event| next.apply(event))?;
    Ok(next)
}

fn whole_millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn to_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|source| StoreError::Json { what: "mock interview", source })
}

fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|source| StoreError::Json { what: "mock interview", source })
}
