use std::collections::BTreeSet;

use proptest::prelude::*;

use super::fixtures::probe;
use crate::mock::AskedProbe;
use crate::mock::probes::{Heard, Rung, next};

const ITEMS: [&str; 7] =
    ["decision", "alternative", "system", "risk_or_dependency", "measured_outcome", "own_action", "learning"];

fn heard<'a>(said: &'a str, missing: &'a [&'a str]) -> Heard<'a> {
    Heard {
        said,
        missing,
        asked: &[],
        situational: false,
        follow_ups: &[],
        used: 0.3,
        most: 3,
        seed: 4721,
        slot: 0,
    }
}

#[test]
fn each_item_of_coverage_has_a_rung() {
    let mut items: Vec<&str> = Rung::ALL.into_iter().filter_map(Rung::item).collect();
    items.sort_unstable();
    let mut all = ITEMS;
    all.sort_unstable();
    assert_eq!(items, all);
}

fn rung(heard: &Heard<'_>) -> Option<String> {
    next(heard).and_then(|probe| probe.rung)
}

#[test]
fn the_next_rung_is_the_lowest_that_the_answer_lacks() {
    let check = |missing: &[&str], wanted: Rung| {
        assert_eq!(
            rung(&heard("we moved the thing", missing)).as_deref(),
            Some(wanted.as_str()),
            "{missing:?}"
        );
    };
    check(&ITEMS, Rung::OwnPart);
    check(&["measured_outcome", "decision"], Rung::Decision);
    check(&["alternative", "learning"], Rung::Rejected);
    check(&["system", "risk_or_dependency"], Rung::Breaks);
    check(&["system", "measured_outcome"], Rung::Inside);
    check(&["learning"], Rung::Disagreed);
    check(&[], Rung::Disagreed);
    let said = "Two people objected, and it cost us a week.";
    assert_eq!(rung(&heard(said, &["measured_outcome"])).as_deref(), Some("moved"));
    assert_eq!(next(&heard(said, &[])), None, "all was said");
}

#[test]
fn the_questions_own_follow_ups_come_first_unless_they_were_answered() {
    let own =
        ["Which option did you reject?".to_owned(), "Who carried the pager on the first night?".to_owned()];
    let own = Heard { follow_ups: &own, ..heard("we moved the thing", &["alternative", "measured_outcome"]) };
    assert_eq!(next(&own).unwrap().text, "Which option did you reject?");
    let said = Heard { missing: &["measured_outcome"], ..own };
    assert_eq!(next(&said).unwrap().text, "Who carried the pager on the first night?");
    let all = Heard { said: "I carried the pager on the first night myself. They objected.", ..said };
    assert_eq!(rung(&all).as_deref(), Some("moved"));
}

#[test]
fn a_weak_answer_gets_a_follow_up_of_its_question_too() {
    let own = ["Who carried the pager?".to_owned(), "When did the buyer hear of it?".to_owned()];
    let mut seconds = BTreeSet::new();
    for seed in 0..40 {
        let weak = Heard { follow_ups: &own, seed, used: 0.1, ..heard("we met each week", &ITEMS) };
        let first = next(&weak).unwrap();
        assert_eq!(first.rung.as_deref(), Some("own_part"));
        let asked = [first];
        let second = next(&Heard { asked: &asked, ..weak }).unwrap();
        assert!(own.contains(&second.text), "{second:?}");
        seconds.insert(second.text.clone());
        let [first] = asked;
        let third = next(&Heard { asked: &[first, second], ..weak }).unwrap();
        assert_eq!(third.rung.as_deref(), Some("decision"));
    }
    assert_eq!(seconds.len(), own.len(), "which of them is drawn with the seed");
}

#[test]
fn what_was_said_is_heard_in_every_form_of_its_words() {
    for said in [
        "They argued.",
        "One lead opposed it.",
        "I convinced two of them.",
        "Both disagreed.",
        "She objects.",
    ] {
        assert_ne!(rung(&heard(said, &[])).as_deref(), Some("disagreed"), "{said}");
    }
    for said in ["It cost a month.", "We paid for it twice.", "The price was a week.", "It was expensive."] {
        assert_ne!(rung(&heard(&format!("They argued. {said}"), &[])).as_deref(), Some("cost"), "{said}");
    }
}

#[test]
fn there_is_no_probe_without_time_for_its_answer() {
    let asked = [probe("One?"), probe("Two?"), probe("Three?")];
    let check = |asked: &[AskedProbe], used: f64, probes: bool| {
        let heard = Heard { asked, used, ..heard("we moved the thing", &ITEMS) };
        assert_eq!(next(&heard).is_some(), probes, "{} at {used}", asked.len());
    };
    check(&asked[..0], 0.89, true);
    check(&asked[..0], 0.9, false);
    check(&asked[..1], 0.7, true);
    check(&asked[..1], 0.8, false);
    check(&asked[..2], 0.5, true);
    check(&asked[..2], 0.6, false);
    check(&asked, 0.1, false);
}

#[test]
fn wordings_differ_by_seed_and_by_kind_of_question() {
    let texts = |said: &str, missing: &[&str], situational| {
        let probes =
            (0..60).map(|seed| next(&Heard { seed, situational, ..heard(said, missing) }).unwrap().text);
        probes.collect::<BTreeSet<String>>()
    };
    let check = |said: &str, missing: &[&str]| {
        let (did, would) = (texts(said, missing, false), texts(said, missing, true));
        assert!(did.len() >= 4 && would.len() >= 4, "{said} {missing:?}");
        assert!(did.is_disjoint(&would), "{said} {missing:?}");
    };
    for item in ITEMS {
        check("They objected, and it cost a week.", &[item]);
    }
    check("It cost a week.", &[]);
    check("They objected.", &[]);
}

proptest! {
    #[test]
    fn nothing_is_asked_twice_nor_when_it_was_said(
        missing in proptest::sample::subsequence(ITEMS.to_vec(), 0..7),
        said in "[a-z ]{0,60}",
        seed in any::<u64>(),
        most in 0_usize..4,
        situational in any::<bool>(),
    ) {
        let own = ["What did the failure cost?".to_owned(), "Whom did you ask first?".to_owned()];
        let mut asked: Vec<AskedProbe> = vec![];
        while let Some(probe) = next(&Heard {
            asked: &asked, most, seed, situational, follow_ups: &own, used: 0.1, ..heard(&said, &missing)
        }) {
            prop_assert!(asked.iter().all(|one| one.text != probe.text));
            let rung = Rung::ALL.into_iter().find(|rung| Some(rung.as_str()) == probe.rung.as_deref());
            if let Some(rung) = rung {
                prop_assert!(asked.iter().all(|one| one.rung != probe.rung));
                prop_assert!(rung.item().is_none_or(|item| missing.contains(&item)));
            }
            asked.push(probe);
            prop_assert!(asked.len() <= most);
        }
    }
}
