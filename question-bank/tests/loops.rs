//! Loops: the built-in ones hold what they promise, and a faulty one is told by line and field.

use std::collections::HashSet;

use proptest::prelude::*;
use question_bank::{
    Bank, QuestionId,
    loops::{Form, builtin, read},
};

const GOOD: &str = r#"id = "short-one"
name = "A short one"
summary = "Two rounds, to see how it goes."
advice = ["Say the number first."]

[[round]]
name = "In writing"
minutes = 30
questions = 1
kinds = ["behavioural"]
form = "written"

[[round]]
name = "Aloud"
minutes = 45
opening = 5
closing = 5
questions = 4
competencies = ["program-execution", "dependencies-risk"]
levels = ["senior", "principal"]
"#;

#[test]
fn the_built_in_loops_can_be_held() {
    let mut ids = HashSet::new();
    for one in builtin() {
        assert!(ids.insert(&one.id), "{} is there twice", one.id);
        let mut told: HashSet<&QuestionId> = HashSet::new();
        for round in &one.rounds {
            let available = round.available(Bank::builtin(), &HashSet::new());
            // Enough that a second and a third mock interview ask something else.
            assert!(
                available.len() >= 3 * usize::from(round.questions),
                "{}, {}: {}",
                one.id,
                round.name,
                available.len()
            );
            // A loop asks no question twice, so its rounds together need as many as they ask.
            told.extend(available.iter().map(|question| &question.id));
            let seven = round.minutes_a_question();
            assert!((5.0..=60.0).contains(&seven), "{}, {}: {seven} minutes a question", one.id, round.name);
        }
        assert!(told.len() >= one.rounds.iter().map(|round| usize::from(round.questions)).sum());
        for company in ["Amazon", "Google", "Meta", "Facebook", "Apple", "Microsoft", "Netflix"] {
            assert!(!format!("{one:?}").contains(company), "{}: {company}", one.id);
        }
    }
    assert!(builtin().iter().any(|one| one.rounds.iter().any(|round| round.form == Form::Written)));
}

#[test]
fn no_id_of_a_loop_is_ever_renamed() {
    let ids: Vec<&str> = builtin().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "recruiter-screen",
            "phone-screen-program",
            "phone-screen-technical",
            "onsite-principle-led",
            "onsite-five-rounds",
            "onsite-retrospective-led",
            "onsite-senior",
        ],
        "mock interviews of users hang on them"
    );
}

#[test]
fn a_good_loop_is_read() {
    let one = read("short.toml", GOOD.as_bytes()).unwrap();
    assert_eq!((one.id.as_str(), one.minutes(), one.rounds.len()), ("short-one", 75, 2));
    let aloud = &one.rounds[1];
    assert_eq!((aloud.form, aloud.kinds.len(), aloud.levels.len()), (Form::Spoken, 0, 2));
    assert!((aloud.minutes_a_question() - 8.75).abs() < 1e-9);
}

#[test]
fn each_fault_is_named_with_its_place_and_its_remedy() {
    let cases = [
        ("not TOML", "minutes = 45", "minutes = "),
        ("an unknown field", "id = ", "title = \"x\"\nid = "),
        ("an unknown field of a round", "opening = 5", "openning = 5"),
        ("a missing name", "name = \"A short one\"\n", ""),
        ("an id with capitals", "short-one", "Short One"),
        ("a short summary", "Two rounds, to see how it goes.", "x"),
        ("advice as text", "[\"Say the number first.\"]", "\"Say the number first.\""),
        (
            "too much advice",
            "[\"Say the number first.\"]",
            "[\"one\", \"two\", \"three\", \"four\", \"five\", \"six\"]",
        ),
        ("a single round", "[[round]]\nname = \"In writing\"", "[round]\nname = \"In writing\""),
        ("minutes as text", "minutes = 45", "minutes = \"45\""),
        ("too few minutes", "minutes = 45", "minutes = 5"),
        ("no questions", "questions = 4\n", ""),
        ("more questions than time", "questions = 4", "questions = 8"),
        ("too many questions", "questions = 4", "questions = 400"),
        ("an unknown competency", "dependencies-risk", "dependency-risk"),
        ("a competency twice", "\"dependencies-risk\"", "\"program-execution\""),
        ("an unknown kind", "behavioural", "behavioral"),
        ("an unknown level", "principal", "staff"),
        ("an unknown form", "written", "typed"),
        ("a hidden character", "Say the number", "Say\\u202e the number"),
    ];
    let mut report = String::new();
    for (case, from, to) in cases {
        assert!(GOOD.contains(from), "`{from}` is not in the good file");
        report.push_str(&format!("{case}\n"));
        let problems = read("mine.toml", GOOD.replacen(from, to, 1).as_bytes()).expect_err(case);
        problems.iter().for_each(|problem| report.push_str(&format!("  {problem}\n")));
    }
    let no_rounds = GOOD.split("[[round]]").next().unwrap();
    for (case, text) in [("no rounds", no_rounds), ("empty", ""), ("a question", "[[question]]\n")] {
        report.push_str(&format!("{case}\n"));
        let problems = read("mine.toml", text.as_bytes()).expect_err(case);
        problems.iter().for_each(|problem| report.push_str(&format!("  {problem}\n")));
    }
    insta::assert_snapshot!(report);
}

proptest! {
    #[test]
    fn any_text_is_a_loop_or_has_problems(text in any::<String>()) {
        prop_assert!(read("x.toml", text.as_bytes()).is_err_and(|problems| !problems.is_empty()));
    }
}
