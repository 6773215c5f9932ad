//! Mocks that were held, for the tests of this folder.

use jiff::{SignedDuration, Timestamp, civil::date};
use phrasing::{Checker, Dimension, Mode};
use store::{Mock, MockId, MockState};

use super::{
    debrief_of,
    held::{Fate, Given, Held, HeldRound, HeldSlot, KeptFigures},
};
use crate::{
    checking::check_text,
    taking::scored,
    testing::{STRONG, WEAK},
    view::{
        AnswerMode, Debrief, Level, MockPoint, MockPreference, MockRound, MockRow, MockSetup, ProbeAnswer,
    },
};

pub(super) const DECIDED: &str = "Two services disagreed about the state of an order, and support trusted neither. I decided that the \
    ledger is right, rather than the storefront, because only the ledger is written once. We expected the orders team to \
    object, so I asked them for the case that would break, and took it into the contract. From then on I check the owner \
    of a state before I plan a date. It was decided in June, and it was rolled out by the teams.";

pub(super) const FOREIGN: &str = "Ich habe das Programm im Frühjahr übernommen und in der ersten Woche entschieden, dass wir die \
    Abrechnung zuletzt umstellen, weil alle anderen Abläufe nicht davon abhängen. Danach gab es keine doppelten Zahlungen \
    mehr, und der Termin wurde gehalten.";

/// An answer with the probes it got.
pub(super) fn given(text: &str, probes: &[(&str, &str)]) -> Given {
    given_as(text, probes, AnswerMode::Behavioral)
}

pub(super) fn given_as(answer: &str, probes: &[(&str, &str)], mode: AnswerMode) -> Given {
    let said = probes.iter().map(|(_, said)| *said).filter(|said| !said.is_empty());
    let text = [answer].into_iter().chain(said).collect::<Vec<_>>().join("\n\n");
    let check = check_text(Checker::builtin(), &text, mode, Level::Senior, &[]);
    let stored = scored(&check);
    let by_name = stored.scores.unwrap_or_default();
    Given {
        answer_id: 1,
        take_id: 1,
        text,
        answer: answer.to_owned(),
        probes: probes
            .iter()
            .map(|(probe, answer)| ProbeAnswer { probe: (*probe).to_owned(), answer: (*answer).to_owned() })
            .collect(),
        kept: KeptFigures {
            score: stored.score.map(u32::from),
            dimensions: Dimension::ALL.map(|one| by_name.get(one.as_str()).copied().map(u32::from)),
            words: stored.words.unwrap_or(0),
            weak: stored.counts.map_or(0, |counts| counts.weak),
        },
        check,
        mode: match mode {
            AnswerMode::Behavioral => Mode::Behavioral,
            AnswerMode::Situational => Mode::Situational,
        },
        in_review: false,
    }
}

/// A question of ten minutes in a round.
pub(super) fn slot(round: u32, prompt: &str, used_ms: u32, fate: Fate) -> HeldSlot {
    HeldSlot {
        round,
        question_id: format!("question-{round}"),
        prompt: prompt.to_owned(),
        used_ms,
        budget_ms: 600_000,
        fate,
    }
}

pub(super) fn answered(round: u32, prompt: &str, used_ms: u32, given: Given) -> HeldSlot {
    slot(round, prompt, used_ms, Fate::Given(Box::new(given)))
}

/// Rounds of these names, with the times of their questions.
pub(super) fn held(names: &[&str], slots: Vec<HeldSlot>) -> Held {
    let rounds = names
        .iter()
        .zip(0_u32..)
        .map(|(name, place)| {
            let of_round = || slots.iter().filter(|slot| slot.round == place);
            HeldRound {
                name: (*name).to_owned(),
                used_ms: of_round().map(|slot| slot.used_ms).sum(),
                budget_ms: of_round().map(|slot| slot.budget_ms).sum(),
                at_limit: false,
                written: false,
            }
        })
        .collect();
    Held { rounds, slots, ..Held::default() }
}

/// Five questions in two rounds: strong, weak, decided, skipped, and one that was not asked.
pub(super) fn onsite() -> Held {
    let slots = vec![
        answered(
            0,
            "Design the rollout of a new authentication service that eleven product teams depend on. Where does it break first?",
            774_000,
            given(
                STRONG,
                &[
                    (
                        "What did it cost?",
                        "Two weeks of the payments team, and I told the director before they started.",
                    ),
                    ("Who disagreed?", ""),
                ],
            ),
        ),
        answered(0, "Walk me through a plan you changed after it was approved.", 601_000, given(WEAK, &[])),
        answered(
            1,
            "Two services disagree about the state of an order. Which one is right?",
            498_000,
            given(DECIDED, &[]),
        ),
        slot(1, "Tell me about a team that changed its roadmap because of you.", 42_000, Fate::Skipped),
        slot(1, "What did you get wrong last year, and what is different now?", 0, Fate::NotAsked),
    ];
    Held { pauses: 1, paused_ms: 48_000, ..held(&["System design", "Leadership & behavioural"], slots) }
}

/// Its debrief.
pub(super) fn debrief(held: &Held, before: Option<&Held>) -> Debrief {
    let started_at: Timestamp = "2026-03-10T18:40:00Z".parse().unwrap();
    let mock = Mock {
        id: MockId(4),
        name: "Full onsite".to_owned(),
        loop_id: Some("onsite-senior".to_owned()),
        setup: String::new(),
        plan: String::new(),
        state: MockState::Ended,
        day: date(2026, 3, 10),
        questions: u32::try_from(held.slots.len()).unwrap(),
        events: 9,
        started_at,
        ended_at: Some(started_at + SignedDuration::from_mins(50)),
        deleted_at: None,
    };
    let before = before.map(|before| {
        let row = MockRow {
            id: 3,
            name: "Full onsite".to_owned(),
            day: "2026-02-28".to_owned(),
            score: super::figures::score(before),
            answered: 2,
            questions: 5,
        };
        (row, before.clone())
    });
    let so_far = vec![MockPoint { id: 4, name: mock.name.clone(), day: mock.day.to_string(), score: 54 }];
    debrief_of(&mock, setup(), held, before, so_far)
}

fn setup() -> MockSetup {
    MockSetup {
        loop_id: Some("onsite-senior".to_owned()),
        name: "Full onsite".to_owned(),
        rounds: vec![MockRound {
            name: "System design".to_owned(),
            minutes: 20,
            questions: 2,
            competencies: vec!["system-thinking-architecture".to_owned()],
            kinds: Vec::new(),
            written: false,
        }],
        level: Level::Senior,
        prefer: MockPreference::New,
        probes: 2,
        preparation_seconds: 30,
        ends_at_limit: false,
        seed: 4721,
    }
}
