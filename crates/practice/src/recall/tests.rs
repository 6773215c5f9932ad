use proptest::prelude::*;

use super::*;

const BEST: &str = "The search team had no reason to move to our event schema; for them it was a quarter of work with \
    no visible win. I read their incident log and found that a third of their pages came from schema drift upstream, \
    so I offered a trade: we own the migration scripts and the first month of on-call, they cut over by June. Their \
    director still said no. I put both costs on one page, theirs of staying and ours of waiting, and asked her to \
    choose. They cut over in May, and drift pages went from eleven a week to two.";

const FROM_MEMORY: &str = "The search team didn’t want to move to our event schema, and I understood why: for them it \
    was a quarter of work. I found that a third of their pages came from schema drift upstream, so I offered that we \
    would own the migration scripts if they cut over by June. Their director said no at first. I had several meetings \
    with her and aligned on next steps, and they completed the migration in May.";

/// The stretches of [`BEST`] that are its points.
const STRETCHES: [&str; 5] = [
    "The search team had no reason to move to our event schema; for them it was a quarter of work",
    "I read their incident log and found that a third of their pages came from schema drift upstream",
    "I offered a trade: we own the migration scripts and the first month of on-call, they cut over by June",
    "I put both costs on one page, theirs of staying and ours of waiting, and asked her to choose",
    "drift pages went from eleven a week to two",
];

fn points_of(text: &str, stretches: &[&str]) -> Vec<Point> {
    let spans: Vec<_> = stretches
        .iter()
        .map(|stretch| {
            let start = text.find(stretch).expect("the stretch is in the text");
            (start, start + stretch.len())
        })
        .collect();
    points(text, &spans)
}

/// Whether all of `point` comes back in `answer`.
#[track_caller]
fn check(point: &str, answer: &str, back: bool) {
    let points = points(point, &[(0, point.len())]);
    assert_eq!(points.len(), 1, "{point}");
    assert_eq!(came_back(&points, answer)[0].back, back, "{point} / {answer}");
}

#[test]
fn a_content_word_is_shown_as_it_is_written() {
    let words = worded("Queues grew. The API's queues held; 40 Ledgers did not. Ledger");
    let shown: Vec<_> = words.iter().map(|(word, form)| (word.as_str(), form.as_str())).collect();
    assert_eq!(
        shown.iter().map(|(word, _)| (*word).to_owned()).collect::<std::collections::BTreeSet<_>>(),
        content_words("Queues grew. The API's queues held; 40 Ledgers did not. Ledger")
    );
    let forms: Vec<_> = shown.into_iter().map(|(_, form)| form).collect();
    assert_eq!(forms, ["API's", "grew", "held", "Ledgers", "queues"]);
}

#[test]
fn three_of_five_points_come_back_and_say_where() {
    let points = points_of(BEST, &STRETCHES);
    let recalls = came_back(&points, FROM_MEMORY);
    let found: Vec<_> =
        recalls.iter().map(|recall| recall.found_at.map(|at| &FROM_MEMORY[at.range()])).collect();
    assert_eq!(
        found,
        [
            Some(
                "search team didn’t want to move to our event schema, and I understood why: for them it was a quarter of work"
            ),
            Some("found that a third of their pages came from schema drift upstream"),
            Some("offered that we would own the migration scripts if they cut over by June"),
            None,
            None,
        ]
    );
    assert_eq!(tally(&recalls), Tally { points: 5, points_back: 3, numbers: 1, numbers_back: 0 });
}

#[test]
fn the_same_number_counts_however_it_is_said() {
    let point = "duplicate refunds fell by 40 %";
    check(point, "Refunds that were duplicates fell by forty percent.", true);
    check(point, "Duplicate refunds: minus 40 percent.", true);
    check(point, "Duplicate refunds fell by 14 percent.", false);
    check(point, "Duplicate refunds fell by a lot.", false);
    check("from 2.1% to 0.2%", "It went from 2.1 to 0.2 percent.", true);
    check("from 2.1% to 0.2%", "It went down to 0.2 percent.", false);
    check("saved $1.2M a year", "That saved 1,200,000 dollars each year.", true);
    check("1 region at a time", "We went region by region, one at a time.", true);
}

#[test]
fn half_of_the_words_are_enough_but_never_one_of_two() {
    check("froze the schema", "I froze everything.", false);
    check("froze the schema", "The schema: I froze it.", true);
    check("idempotency", "There was no idempotency key.", true);
    check("named billing replay risk", "The replay was a risk.", true);
    check("named billing replay risk", "The replay was late.", false);
}

#[test]
fn words_far_apart_are_not_a_point() {
    let apart = |words: usize| format!("The rollback {}was automatic.", "stage ".repeat(words));
    check("automatic rollback", &apart(10), true);
    check("automatic rollback", &apart(11), false);
    check("rollback happened", "Nothing happened. A rollback was there.", true);
}

#[test]
fn nothing_comes_back_in_nothing() {
    let points = points_of(BEST, &STRETCHES);
    for answer in ["", "   ", "🙂", "I was in charge of stakeholder updates and sent the weekly mail."] {
        assert_eq!(tally(&came_back(&points, answer)).points_back, 0, "{answer}");
    }
    assert!(came_back(&[], FROM_MEMORY).is_empty());
}

#[test]
fn spans_take_whole_words_and_nonsense_is_no_point() {
    let text = "I found twenty-five drifting schemas.";
    let found =
        |spans: &[(usize, usize)]| points(text, spans).into_iter().map(|p| p.text).collect::<Vec<_>>();
    assert_eq!(found(&[(4, 15)]), ["found twenty-five"]);
    assert_eq!(found(&[(24, 26), (4, 5), (4, 6)]), ["found", "drifting"]);
    assert_eq!(found(&[(27, 999)]), ["drifting schemas"]);
    assert!(found(&[(0, 1), (5, 5), (9, 3), (500, 999), (36, 37)]).is_empty());
    // Offsets within a character.
    assert_eq!(points("a naïve plan", &[(5, 6)])[0].text, "naïve");
}

fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => proptest::sample::select(
            &["one", "two", "twenty", "hundred", "million", "and", "the", "%", "per", "cent", "it's"][..]
        ).prop_map(str::to_owned),
        4 => "[a-z]{1,9}(ing|ed|es|s|ies|ation)?",
        2 => "[0-9]{1,4}([.,][0-9]{1,3})?(k|M|ms|th|%)?",
        1 => "\\PC{1,6}",
    ];
    proptest::collection::vec(
        (word, proptest::sample::select(&[" ", ", ", ". ", "-", "", "\n", " $", "’"][..])),
        0..60,
    )
    .prop_map(|words| words.into_iter().fold(String::new(), |text, (word, gap)| text + &word + gap))
}

proptest! {
    #[test]
    fn a_text_recalls_its_own_points(
        text in any_text(),
        spans in proptest::collection::vec((0_usize..400, 0_usize..400), 0..8),
    ) {
        let points = points(&text, &spans);
        for (point, recall) in points.iter().zip(came_back(&points, &text)) {
            prop_assert!(recall.back, "{:?}", point);
            prop_assert_eq!(&text[point.span.range()], point.text.as_str());
            // What was found can be cut out of the text.
            prop_assert!(text.get(recall.found_at.unwrap().range()).is_some_and(|found| !found.is_empty()));
        }
    }

    #[test]
    fn saying_more_before_and_after_takes_nothing_back(
        before in "([a-z]{1,8} ){0,30}", after in "( [a-z]{1,8}){0,30}",
    ) {
        let points = points_of(BEST, &STRETCHES);
        let told = format!("{before}. {BEST} {after}");
        prop_assert_eq!(tally(&came_back(&points, &told)).points_back, 5);
    }
}
