//! Somebody who practises so many answers a day until an interview, with FSRS-6 itself as their memory.

use jiff::Span;
use jiff::civil::{Date, date};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
use review::plan::{Candidate, DayLimits, READY_RECALL, plan_day};
use review::{Card, DesiredRetention, Grade, Scheduler, Weights};

/// The day on which practice begins.
const FIRST_DAY: Date = date(2026, 3, 2);

/// Every answer takes as long.
const MINUTES: f32 = 3.0;

/// Answers are spread over so many competencies.
const COMPETENCIES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// How performances are graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grading {
    /// As users of FSRS grade on average, by its own simulator. The planner expects these chances.
    Average,
    /// As one grades long answers: Hard more often, Easy hardly ever, and nearly a third not known the first time. The
    /// planner does not know of it. The figures of the first three rules come close to those that it was designed by.
    Sober,
}

impl Grading {
    /// Chances of Again, Hard, Good and Easy the first time.
    const fn first(self) -> [f64; 4] {
        match self {
            Self::Average => [0.24, 0.094, 0.495, 0.171],
            Self::Sober => [0.3, 0.2, 0.45, 0.05],
        }
    }

    /// Chances of Hard, Good and Easy when it was remembered.
    const fn remembered(self) -> [f64; 3] {
        match self {
            Self::Average => [0.224, 0.631, 0.145],
            Self::Sober => [0.3, 0.6, 0.1],
        }
    }

    /// Chances of Again, Hard, Good and Easy, when the chance of remembering is `recall`; `None` the first time.
    fn odds(self, recall: Option<f64>) -> [f64; 4] {
        let Some(recall) = recall else { return self.first() };
        let [hard, good, easy] = self.remembered().map(|odds| recall * odds);
        [1.0 - recall, hard, good, easy]
    }
}

/// What is to be learned, and in which time.
#[derive(Debug, Clone, Copy)]
pub struct Task {
    /// Answers, none of them practised before.
    pub answers: usize,
    /// Performances on each day.
    pub a_day: u8,
    /// Days until the interview.
    pub days: u32,
    /// How performances are graded.
    pub grading: Grading,
}

/// How the answers of a day are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// What is due, the longest first, then what is new; each once a day.
    DueFirst,
    /// What is new, then the likeliest forgotten.
    NewFirst,
    /// What gains most in recall on the day of the interview, whatever else; it knows how it will be graded.
    Greedy,
    /// [`plan_day`], asked again after each performance, as the app does.
    Planner,
}

impl Policy {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 4] = [Self::DueFirst, Self::NewFirst, Self::Greedy, Self::Planner];

    /// Its name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DueFirst => "due date first",
            Self::NewFirst => "new first, then weakest",
            Self::Greedy => "greedy gain in recall",
            Self::Planner => "the plan of the app",
        }
    }
}

/// How well the answers are known on the day of the interview; of several runs, the mean.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Standing {
    /// Mean recall over all answers, 0 to 1; 0 for what was never practised.
    pub recall: f64,
    /// Answers never practised.
    pub never: f64,
    /// Answers recalled with less than [`READY_RECALL`], those never practised among them.
    pub below: f64,
}

/// The mean over as many runs as there are seeds.
pub fn mean(policy: Policy, task: Task, seeds: std::ops::Range<u64>) -> Standing {
    let runs = seeds.end - seeds.start;
    let mut sum = Standing::default();
    for seed in seeds {
        let standing = run(policy, task, seed);
        sum.recall += standing.recall;
        sum.never += standing.never;
        sum.below += standing.below;
    }
    let runs = runs as f64;
    Standing { recall: sum.recall / runs, never: sum.never / runs, below: sum.below / runs }
}

/// A life until the interview.
pub fn run(policy: Policy, task: Task, seed: u64) -> Standing {
    let scheduler =
        Scheduler::new(DesiredRetention::default(), &Weights::default()).expect("the defaults are taken");
    // Each answer has luck of its own, so that every rule meets the same.
    let mut chances: Vec<_> =
        (0..task.answers as u64).map(|answer| ChaCha8Rng::seed_from_u64(seed << 32 | answer)).collect();
    let mut cards: Vec<Option<Card>> = vec![None; task.answers];
    let interview = FIRST_DAY.saturating_add(Span::new().days(task.days));
    for ahead in 0..task.days {
        let today = FIRST_DAY.saturating_add(Span::new().days(ahead));
        for done in 0..task.a_day {
            let next = match policy {
                Policy::DueFirst => due_first(&cards, today),
                Policy::NewFirst => new_first(&scheduler, &cards, today),
                Policy::Greedy => greedy(&scheduler, &cards, today, interview, task),
                Policy::Planner => planner(&scheduler, &cards, today, interview, task, done),
            };
            let Some(index) = next else { break };
            let card = cards[index].unwrap_or(Card::new(today));
            let recall = scheduler.retrievability(&card, today).map(f64::from);
            let grade = drawn(task.grading.odds(recall), &mut chances[index]);
            cards[index] = Some(scheduler.grade(&card, grade, today).card);
        }
    }
    standing(&scheduler, &cards, interview)
}

fn standing(scheduler: &Scheduler, cards: &[Option<Card>], interview: Date) -> Standing {
    let recalls: Vec<f64> = cards
        .iter()
        .flatten()
        .filter_map(|card| scheduler.retrievability(card, interview).map(f64::from))
        .collect();
    Standing {
        recall: recalls.iter().sum::<f64>() / cards.len() as f64,
        never: (cards.len() - recalls.len()) as f64,
        below: (cards.len() - recalls.iter().filter(|recall| **recall >= f64::from(READY_RECALL)).count())
            as f64,
    }
}

fn drawn(odds: [f64; 4], chance: &mut ChaCha8Rng) -> Grade {
    let draw: f64 = chance.random();
    let mut below = 0.0;
    for (grade, odds) in Grade::ALL.into_iter().zip(odds) {
        below += odds;
        if draw < below {
            return grade;
        }
    }
    Grade::Easy
}

fn done_today(card: &Card, today: Date) -> bool {
    card.last_day == Some(today) && card.due > today
}

fn due_first(cards: &[Option<Card>], today: Date) -> Option<usize> {
    let due = (0..cards.len())
        .filter(|&index| cards[index].is_some_and(|card| card.is_due(today) && card.last_day != Some(today)));
    let due = due.min_by_key(|&index| cards[index].map(|card| card.due));
    due.or_else(|| cards.iter().position(Option::is_none))
}

fn new_first(scheduler: &Scheduler, cards: &[Option<Card>], today: Date) -> Option<usize> {
    cards.iter().position(Option::is_none).or_else(|| {
        let recall = |index: usize| {
            cards[index].and_then(|card| scheduler.retrievability(&card, today)).unwrap_or(0.0)
        };
        let open =
            (0..cards.len()).filter(|&index| cards[index].is_some_and(|card| !done_today(&card, today)));
        open.min_by(|&a, &b| recall(a).total_cmp(&recall(b)))
    })
}

fn greedy(
    scheduler: &Scheduler,
    cards: &[Option<Card>],
    today: Date,
    interview: Date,
    task: Task,
) -> Option<usize> {
    let gain = |index: usize| {
        let card = cards[index].unwrap_or(Card::new(today));
        let odds = task.grading.odds(scheduler.retrievability(&card, today).map(f64::from));
        let on_the_day = |card: &Card| scheduler.retrievability(card, interview).map_or(0.0, f64::from);
        let after: f64 = odds
            .iter()
            .zip(scheduler.preview(&card, today))
            .map(|(odds, outcome)| odds * on_the_day(&outcome.card))
            .sum();
        after - on_the_day(&card)
    };
    let open = (0..cards.len()).filter(|&index| cards[index].is_none_or(|card| !done_today(&card, today)));
    let gains: Vec<_> = open.map(|index| (gain(index), index)).collect();
    gains
        .into_iter()
        .max_by(|(a, index_a), (b, index_b)| a.total_cmp(b).then(index_b.cmp(index_a)))
        .map(|(_, index)| index)
}

fn planner(
    scheduler: &Scheduler,
    cards: &[Option<Card>],
    today: Date,
    interview: Date,
    task: Task,
    done: u8,
) -> Option<usize> {
    let candidates = cards.iter().enumerate().map(|(key, card)| Candidate {
        key,
        competency: COMPETENCIES[key % COMPETENCIES.len()],
        weight: 1.0,
        stories: &[],
        minutes: MINUTES,
        card: card.as_ref(),
    });
    let limits = DayLimits {
        minutes: MINUTES * f32::from(task.a_day - done),
        new_left: u32::from(task.a_day - done),
        minutes_a_day: MINUTES * f32::from(task.a_day),
        new_a_day: u32::from(task.a_day),
        interview: Some(interview),
    };
    plan_day(scheduler, candidates, today, &limits).asked.first().map(|planned| planned.key)
}
