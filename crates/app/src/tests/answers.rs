use crate::{
    testing::{Bench, QUESTION, STRONG, WEAK},
    view::{AnswerFilter, AnswerSort, ErrorCode},
};

fn second_question(bench: &mut Bench) -> String {
    bench.app.suggest_question(&[QUESTION.to_owned()], None).unwrap().question.id
}

#[test]
fn every_answer_is_listed_and_found() {
    let mut bench = Bench::new();
    let other = second_question(&mut bench);
    let first = bench.answer(QUESTION, STRONG);
    bench.clock.forward(1);
    let second = bench.answer(&other, WEAK);
    let all = bench.app.answers(&AnswerFilter::default()).unwrap();
    assert_eq!(all.rows.iter().map(|row| row.take_id).collect::<Vec<_>>(), [second.take.id, first.take.id]);
    assert_eq!((all.total, all.trashed), (2, 0));

    let found =
        bench.app.answers(&AnswerFilter { query: "idempotency".into(), ..Default::default() }).unwrap();
    assert_eq!(found.rows.len(), 1);
    let snippet = found.rows[0].snippet.clone().unwrap();
    let units: Vec<u16> = snippet.text.encode_utf16().collect();
    let (start, end) = snippet.matches[0];
    assert_eq!(String::from_utf16_lossy(&units[start as usize..end as usize]), "idempotency");

    let lowest = AnswerFilter { sort: AnswerSort::Lowest, ..Default::default() };
    assert_eq!(bench.app.answers(&lowest).unwrap().rows[0].id, second.answer_id);
    let palette = bench.app.find("idempotency").unwrap();
    assert_eq!(palette.said[0].take_id, first.take.id);
    assert!(bench.app.find("\"'%*<script>").unwrap().said.is_empty());
}

#[test]
fn a_search_opens_the_take_that_matched() {
    let mut bench = Bench::new();
    let first = bench.answer(QUESTION, STRONG);
    bench.answer(QUESTION, WEAK);
    let found =
        bench.app.answers(&AnswerFilter { query: "storefront".into(), ..Default::default() }).unwrap();
    assert_eq!((found.rows[0].take_id, found.rows[0].takes), (first.take.id, 2));
}

#[test]
fn the_trash_gives_back_and_deletes_only_what_is_in_it() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    assert_eq!(bench.app.delete_forever(check.answer_id).unwrap_err().code(), ErrorCode::Stale);
    bench.app.trash(check.answer_id).unwrap();
    bench.app.trash(check.answer_id).unwrap();
    let list = bench.app.answers(&AnswerFilter::default()).unwrap();
    assert_eq!((list.rows.len(), list.trashed), (0, 1));
    bench.app.untrash(check.answer_id).unwrap();
    assert_eq!(bench.app.answers(&AnswerFilter::default()).unwrap().rows.len(), 1);
    bench.app.trash(check.answer_id).unwrap();
    bench.app.delete_forever(check.answer_id).unwrap();
    assert_eq!(bench.app.check(check.take.id).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn stars_are_kept() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    bench.app.star(check.answer_id, true).unwrap();
    let starred = AnswerFilter { starred: true, ..Default::default() };
    assert_eq!(bench.app.answers(&starred).unwrap().rows.len(), 1);
    bench.app.star(check.answer_id, false).unwrap();
    assert!(bench.app.answers(&starred).unwrap().rows.is_empty());
}
