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
    check(&["system"], Rung::Breaks);
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
    let texts = |situational| {
        let texts =
            (0..40).map(|seed| next(&Heard { seed, situational, ..heard("x", &["decision"]) }).unwrap().text);
        texts.collect::<std::collections::BTreeSet<String>>()
    };
    assert!(texts(false).len() >= 4);
    assert!(texts(true).len() >= 4);
    assert!(texts(true).is_disjoint(&texts(false)));
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
                for (item, of) in [
                    ("decision", Rung::Decision),
                    ("alternative", Rung::Rejected),
                    ("measured_outcome", Rung::Moved),
                    ("own_action", Rung::OwnPart),
                    ("learning", Rung::Differently),
                ] {
                    prop_assert!(rung != of || missing.contains(&item));
                }
            }
            asked.push(probe);
            prop_assert!(asked.len() <= most);
        }
    }
}
