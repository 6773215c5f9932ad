//! What a mock interview is to be like: whether its values are in their ranges.

use std::ops::RangeInclusive;

use question_bank::{Competency, Kind};

use crate::view::{MockProblem, MockRound, MockSetup};

/// Longest name of a mock or a round, in characters.
const LONGEST_NAME: usize = 60;
const ROUNDS: RangeInclusive<usize> = 1..=8;
const MINUTES: RangeInclusive<u32> = 1..=180;
const QUESTIONS: RangeInclusive<u32> = 1..=12;
const MOST_PROBES: u32 = 3;
const LONGEST_PREPARATION: u32 = 600;
/// The highest seed.
pub(crate) const LAST_SEED: u32 = 9999;

/// Every value of a set-up that is out of its range, in the order of the form.
pub(crate) fn faults(setup: &MockSetup) -> Vec<MockProblem> {
    let mut problems = Vec::new();
    let mut whole = |wrong: bool, message: &str| {
        if wrong {
            problems.push(MockProblem { round: None, message: message.to_owned() });
        }
    };
    whole(!is_name(&setup.name), "Give this interview a name of 1 to 60 characters.");
    whole(!ROUNDS.contains(&setup.rounds.len()), "An interview has 1 to 8 rounds.");
    whole(setup.probes > MOST_PROBES, "There are at most 3 probes after an answer.");
    whole(setup.preparation_seconds > LONGEST_PREPARATION, "Time to think is at most 10 minutes.");
    whole(setup.seed > LAST_SEED, "The seed is a number from 0 to 9999.");
    for (number, round) in (0..).zip(&setup.rounds) {
        let said = round_faults(round).into_iter();
        problems.extend(said.map(|message| MockProblem { round: Some(number), message }));
    }
    problems
}

fn round_faults(round: &MockRound) -> Vec<String> {
    let mut messages = Vec::new();
    if !is_name(&round.name) {
        messages.push("Give this round a name of 1 to 60 characters.".to_owned());
    }
    if !MINUTES.contains(&round.minutes) {
        messages.push("A round has 1 to 180 minutes.".to_owned());
    }
    if !QUESTIONS.contains(&round.questions) {
        messages.push("A round asks 1 to 12 questions.".to_owned());
    }
    for competency in round.competencies.iter().filter(|id| id.parse::<Competency>().is_err()) {
        messages.push(format!("There is no competency “{competency}”. Take it out of this round."));
    }
    for kind in round.kinds.iter().filter(|kind| kind.parse::<Kind>().is_err()) {
        messages.push(format!("There is no kind of question “{kind}”. Take it out of this round."));
    }
    messages
}

fn is_name(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.trim().chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::mock_setup;

    #[track_caller]
    fn refused(change: impl FnOnce(&mut MockSetup), round: Option<u32>, message: &str) {
        let mut setup = mock_setup();
        change(&mut setup);
        assert_eq!(faults(&setup), [MockProblem { round, message: message.to_owned() }]);
    }

    #[test]
    fn values_out_of_range_are_said_where_they_are() {
        assert_eq!(faults(&mock_setup()), []);
        refused(|s| s.name = "  ".into(), None, "Give this interview a name of 1 to 60 characters.");
        refused(|s| s.name = "x".repeat(61), None, "Give this interview a name of 1 to 60 characters.");
        refused(|s| s.rounds.clear(), None, "An interview has 1 to 8 rounds.");
        refused(|s| s.rounds = vec![s.rounds[0].clone(); 9], None, "An interview has 1 to 8 rounds.");
        refused(|s| s.probes = 4, None, "There are at most 3 probes after an answer.");
        refused(|s| s.preparation_seconds = 601, None, "Time to think is at most 10 minutes.");
        refused(|s| s.seed = 10_000, None, "The seed is a number from 0 to 9999.");
        refused(|s| s.rounds[1].minutes = 0, Some(1), "A round has 1 to 180 minutes.");
        refused(|s| s.rounds[0].minutes = 181, Some(0), "A round has 1 to 180 minutes.");
        refused(|s| s.rounds[0].questions = 0, Some(0), "A round asks 1 to 12 questions.");
        refused(|s| s.rounds[0].questions = 13, Some(0), "A round asks 1 to 12 questions.");
        refused(
            |s| s.rounds[0].competencies = vec!["juggling".into()],
            Some(0),
            "There is no competency “juggling”. Take it out of this round.",
        );
        refused(
            |s| s.rounds[1].kinds = vec!["trick".into()],
            Some(1),
            "There is no kind of question “trick”. Take it out of this round.",
        );
    }
}
