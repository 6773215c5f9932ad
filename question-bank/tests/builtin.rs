//! The built-in bank: complete, weighted, and stable for ever.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use question_bank::{Bank, Competency, Dimension, Kind, Level, QuestionId, spelling};

const IDS: &str = include_str!("../questions/IDS");
const THEMES: &str = include_str!("../questions/THEMES");

fn listed(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn is_valid_and_covers_every_competency() {
    let bank = Bank::builtin();
    assert!(bank.all().len() >= 100);
    assert!(bank.users_own().is_empty());
    for &competency in Competency::ALL {
        let count = bank.by_competency(competency).count();
        assert!(count >= 3, "{competency} has {count}");
        let share = 100.0 * count as f64 / bank.all().len() as f64;
        let weight = f64::from(competency.weight());
        assert!(
            (share - weight).abs() <= 3.0,
            "{competency} has {share:.0} %, and should have about {weight} %"
        );
    }
}

#[test]
fn mixes_kinds_levels_and_dimensions() {
    let all = Bank::builtin().all();
    let count =
        |has: &dyn Fn(&question_bank::Question) -> bool| all.iter().filter(|question| has(question)).count();
    let not_behavioural = count(&|question| question.kind != Kind::Behavioural);
    assert!((0.3..0.45).contains(&(not_behavioural as f64 / all.len() as f64)), "{not_behavioural}");
    for &kind in Kind::ALL {
        assert!(count(&|question| question.kind == kind) >= 4, "{kind}");
    }
    for &level in Level::ALL {
        assert!(count(&|question| question.level == level) >= 4, "{level}");
    }
    for &dimension in Dimension::ALL {
        assert!(count(&|question| question.dimensions.contains(&dimension)) >= 10, "{dimension}");
    }
}

#[test]
fn no_id_is_ever_removed_or_renamed() {
    let bank = Bank::builtin();
    for id in listed(IDS) {
        assert!(bank.get(&id.into()).is_some(), "`{id}` is gone; answers and reviews of users hang on it");
    }
    let recorded: HashSet<_> = listed(IDS).collect();
    let new: Vec<_> =
        bank.all().iter().map(|question| question.id.as_str()).filter(|id| !recorded.contains(id)).collect();
    assert!(new.is_empty(), "add to questions/IDS: {new:#?}");
}

#[test]
fn ids_begin_as_their_competency_does() {
    for question in Bank::builtin().all() {
        let (prefix, _) = question.id.as_str().split_once('-').unwrap();
        assert!(prefix == question.competency.id_prefix() || prefix == "first", "{}", question.id);
    }
}

#[test]
fn every_theme_is_covered_and_listed() {
    let used: BTreeSet<_> = Bank::builtin().all().iter().map(|question| question.theme.as_str()).collect();
    let wanted: BTreeSet<_> = listed(THEMES).collect();
    assert_eq!(used, wanted);
}

#[test]
fn a_new_user_begins_with_a_whole_program() {
    let first = Bank::builtin().first_questions();
    assert!(first.len() >= 5);
    assert_eq!(first[0].id, QuestionId::new("first-program-end-to-end"));
    assert_eq!(
        first[0].prompt,
        "Tell me about a program you owned from the first conversation to the result."
    );
    assert_eq!(first[0].minutes, 2);
    assert!(first.iter().all(|question| question.minutes <= 3 && question.kind == Kind::Behavioural));
}

#[test]
fn texts_are_set_with_typographic_apostrophes_and_told_once() {
    let mut said: BTreeMap<&str, &QuestionId> = BTreeMap::new();
    for question in Bank::builtin().all() {
        let texts = question.probes.iter().chain(&question.strong).map(String::as_str);
        let feature_level = [question.feature_level.quote.as_str(), &question.feature_level.why_short];
        for text in texts.chain(feature_level).chain([question.prompt.as_str()]) {
            assert!(!text.contains(['\'', '"', '!']), "{}: {text}", question.id);
            if let Some(other) = said.insert(text, &question.id) {
                panic!("`{text}` is in {other} and in {}", question.id);
            }
        }
    }
}

#[test]
fn texts_are_spelt_the_british_way() {
    let found: Vec<_> = Bank::builtin()
        .all()
        .iter()
        .flat_map(|question| spelling::misspellings(question).into_iter().map(move |fault| (question, fault)))
        .map(|(question, fault)| format!("{}: {} for {}", question.id, fault.word, fault.right))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn asks_the_questions_of_the_mock_ups() {
    let prompts: HashSet<_> = Bank::builtin().all().iter().map(|question| question.prompt.as_str()).collect();
    for prompt in [
        "Tell me about a time you found a risk in a system before it hurt anyone. What did you do?",
        "Two of the five teams your launch depends on have different priorities, and you manage none of them. How did you get to one date?",
        "How do you get a team that does not report to you to change its roadmap?",
        "What did you get wrong last year, and what is different now?",
        "Walk me through the data flow of a system you were responsible for.",
        "Describe a decision you made without enough information.",
        "Which metric moved because of your last program?",
        "Tell me about an incident that your program caused.",
        "How would you retire an API that forty clients still call?",
        "Your launch can be late or incomplete. Who decides, and on what?",
        "Tell me about a decision of yours that you reversed.",
    ] {
        assert!(prompts.contains(prompt), "{prompt}");
    }
}
