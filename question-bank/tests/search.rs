//! Finding questions by words.

use question_bank::{Bank, Competency};

fn found(query: &str) -> Vec<&'static str> {
    Bank::builtin().search(query).into_iter().map(|question| question.id.as_str()).collect()
}

#[test]
fn finds_by_the_beginnings_of_words_in_any_order() {
    for query in ["retire an api", "RETIRE API", "api reti", "forty clients", "deprecation"] {
        assert!(found(query).contains(&"api-retire-forty-clients"), "{query}: {:?}", found(query));
    }
    assert_eq!(found("rétiré forty"), ["api-retire-forty-clients"], "accents make no difference");
    assert_eq!(found("etire forty"), Vec::<&str>::new(), "the middle of a word is not its beginning");
    assert_eq!(found("retire zebra"), Vec::<&str>::new(), "every word has to be found");
}

#[test]
fn puts_the_best_first() {
    let vaguely_and_exactly = found("debt");
    let place = |id: &str| vaguely_and_exactly.iter().position(|found| *found == id).unwrap();
    assert_eq!(place("debt-against-a-launch"), 0, "tag, prompt and competency: {vaguely_and_exactly:?}");
    assert!(
        place("debt-prove-lost-speed") < place("debt-stopped-over-engineering"),
        "prompt before competency"
    );
}

#[test]
fn finds_a_whole_competency_by_its_label() {
    for &competency in Competency::ALL {
        let found = Bank::builtin().search(competency.label());
        for question in Bank::builtin().by_competency(competency) {
            assert!(found.contains(&question), "{} not under {}", question.id, competency.label());
        }
    }
}

#[test]
fn finds_by_follow_ups_and_notes() {
    let id = "decisions-without-information".into();
    assert!(found("easy undo").contains(&"decisions-without-information"), "a follow-up");
    let mut bank = Bank::builtin().clone();
    let ids = |bank: &Bank, query: &str| {
        bank.search(query).into_iter().map(|question| question.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&bank, "zeppelin"), Vec::<String>::new());
    bank.set_note(&id, "Say: the Zeppelin, and the undo.");
    assert_eq!(ids(&bank, "zepp undo"), ["decisions-without-information"]);
    bank.set_note(&id, "the airship");
    assert_eq!(ids(&bank, "zeppelin"), Vec::<String>::new(), "the note before is forgotten");
    assert_eq!(ids(&bank, "airship decision"), ["decisions-without-information"]);
    bank.set_note(&id, "");
    assert_eq!(ids(&bank, "airship"), Vec::<String>::new());
    assert!(ids(&bank, "easy undo").contains(&id.to_string()), "the question's own words stay");
    bank.set_note(&"gone".into(), "nothing happens");
}

#[test]
fn without_words_finds_every_question_in_order() {
    let all: Vec<_> = Bank::builtin().all().iter().map(|question| question.id.as_str()).collect();
    assert_eq!(found(""), all);
    assert_eq!(found(" … "), all);
}

#[test]
fn finds_the_users_questions_too() {
    let file = include_str!("../questions/failure-learning.toml")
        .replace("id = \"learning-", "id = \"my-")
        .replace("prompt = \"", "prompt = \"At the beehive: ");
    let (bank, problems) = Bank::builtin().with_user_files(&[("bees.toml".to_owned(), file.into_bytes())]);
    assert_eq!(problems, []);
    assert_eq!(bank.search("beehiv").len(), bank.users_own().len());
}
