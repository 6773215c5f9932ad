use crate::{
    testing::{Bench, QUESTION, STRONG, WEAK, edit},
    view::{CheckView, ErrorCode, IgnoredMark, Level, MarkKind, Readable},
};

#[test]
fn a_first_answer_is_checked_and_kept() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, WEAK);
    assert_eq!((check.take.ordinal, check.readable), (1, Readable::Scored));
    assert!(check.marks.iter().any(|mark| mark.kind == MarkKind::Weak));
    assert!(!check.fixes.is_empty() && check.fixes.len() <= 3);
    assert!(check.scores.is_some() && check.previous.is_none() && check.card.is_none());
    for mark in &check.marks {
        let units: Vec<u16> = check.text.encode_utf16().collect();
        assert_eq!(String::from_utf16_lossy(&units[mark.start as usize..mark.end as usize]), mark.text);
    }
    let mut bench = bench.restart();
    assert_eq!(bench.app.check(check.take.id).unwrap(), check);
}

#[test]
fn offsets_count_as_the_window_counts() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, &format!("😀 e\u{301} 🇮🇳 {WEAK}"));
    let units: Vec<u16> = check.text.encode_utf16().collect();
    assert!(!check.marks.is_empty());
    for mark in &check.marks {
        assert_eq!(String::from_utf16_lossy(&units[mark.start as usize..mark.end as usize]), mark.text);
    }
}

#[test]
fn a_second_take_sees_the_first() {
    let mut bench = Bench::new();
    let first = bench.answer(QUESTION, WEAK);
    let retry = bench.app.start_take(QUESTION).unwrap();
    assert_eq!((retry.ordinal, retry.answer_id), (2, first.answer_id));
    let reminders = retry.reminders.clone().unwrap();
    assert_eq!((reminders.ordinal, reminders.score), (1, first.take.score));
    assert_eq!(reminders.asks, first.fixes.iter().map(|fix| fix.ask.clone()).collect::<Vec<_>>());
    let second = bench.app.finish_take(&edit(&retry, STRONG)).unwrap();
    assert_eq!(second.previous.as_ref().map(|take| take.id), Some(first.take.id));
    assert!(second.take.score > first.take.score, "{:?} > {:?}", second.take.score, first.take.score);
    let kept = bench.app.keep_as_best(second.answer_id, second.take.id, second.answer_version).unwrap();
    assert!(kept.take.best && kept.takes.iter().filter(|take| take.best).count() == 1);
    let stale = bench.app.keep_as_best(second.answer_id, first.take.id, second.answer_version).unwrap_err();
    assert_eq!(stale.code(), ErrorCode::Stale);
}

#[test]
fn drafts_are_kept_and_stale_ones_refused() {
    let mut bench = Bench::new();
    let take = bench.app.start_take(QUESTION).unwrap();
    let saved = bench.app.save_draft(&edit(&take, "I decided")).unwrap();
    let again = bench.app.save_draft(&edit(&take, "I decided")).unwrap();
    assert_eq!(saved.revision, again.revision, "a repeated save is the same save");
    let stale = bench.app.save_draft(&edit(&take, "Something else")).unwrap_err();
    assert_eq!(stale.code(), ErrorCode::Stale);
    let mut bench = bench.restart();
    let running = bench.app.ready().unwrap().running.unwrap();
    assert_eq!((running.id, running.text.as_str(), running.revision), (take.id, "I decided", saved.revision));
    assert_eq!(bench.app.start_take(QUESTION).unwrap().id, take.id, "starting again goes on with it");
}

#[test]
fn an_empty_or_endless_answer_is_not_finished_and_nothing_is_lost() {
    let mut bench = Bench::new();
    let take = bench.app.start_take(QUESTION).unwrap();
    assert_eq!(bench.app.finish_take(&edit(&take, " \n ")).unwrap_err().code(), ErrorCode::EmptyAnswer);
    let endless = "word ".repeat(500_000);
    assert_eq!(bench.app.finish_take(&edit(&take, &endless)).unwrap_err().code(), ErrorCode::TooLong);
    let running = bench.app.running_take(take.id).unwrap();
    assert_eq!((running.revision, running.text.as_str()), (take.revision, ""));
    let megabyte = "I cut the export because nobody used it. ".repeat(25_000);
    assert_eq!(bench.app.finish_take(&edit(&take, &megabyte)).unwrap().text.len(), megabyte.len());
}

#[test]
fn a_discarded_take_comes_back_as_it_was() {
    let mut bench = Bench::new();
    let take = bench.app.start_take(QUESTION).unwrap();
    bench.app.save_draft(&edit(&take, "half a thought")).unwrap();
    bench.app.discard_take(take.id).unwrap();
    assert!(bench.app.ready().unwrap().running.is_none());
    assert_eq!(bench.app.restore_take(take.id).unwrap().text, "half a thought");
}

#[test]
fn other_languages_and_markup_are_kept_as_they_are() {
    #[track_caller]
    fn check(text: &str, readable: Readable) {
        let mut bench = Bench::new();
        let check = bench.answer(QUESTION, text);
        assert_eq!((check.readable, check.text.as_str()), (readable, text));
        assert_eq!(check.scores.is_some(), readable == Readable::Scored);
    }
    check(
        "Ich habe entschieden, die Migration zu verschieben, weil der alte Dienst noch Daten geschrieben hat und niemand davon wusste.",
        Readable::NotEnglish,
    );
    check(
        "قررت تأجيل الإطلاق لأن خدمة الدفع القديمة كانت لا تزال تكتب البيانات ولم يكن أحد يعلم بذلك في الفريق.",
        Readable::NotEnglish,
    );
    check("I decided.", Readable::TooShort);
    check(
        "<script>alert(1)</script> I decided to hold the launch because the queue replayed refunds.",
        Readable::Short,
    );
}

#[test]
fn an_ignored_finding_is_left_out_and_comes_back() {
    let mut bench = Bench::new();
    let before = bench.answer(QUESTION, WEAK);
    let weak = before.marks.iter().find(|mark| mark.kind == MarkKind::Weak).unwrap();
    let mark =
        IgnoredMark { rule: weak.rule.clone(), start: weak.start, end: weak.end, text: weak.text.clone() };
    let without = bench.app.ignore_finding(before.take.id, &mark).unwrap();
    assert!(!without.marks.iter().any(|other| (other.start, &other.rule) == (weak.start, &weak.rule)));
    assert_eq!(without.ignored, vec![mark.clone()]);
    let listed = bench.app.answers(&crate::view::AnswerFilter::default()).unwrap().rows[0].score;
    assert_eq!(listed, without.take.score, "the list shows the score without it");
    assert_eq!(bench.app.restore_finding(before.take.id, &mark).unwrap(), before);
}

#[test]
fn a_rule_can_be_switched_off_and_on() {
    let mut bench = Bench::new();
    let before = bench.answer(QUESTION, WEAK);
    let rule = before.marks.iter().find(|mark| mark.kind == MarkKind::Weak).unwrap().rule.clone();
    assert!(!bench.app.set_rule(&rule, false).unwrap().on);
    let mut bench = bench.restart();
    assert!(!bench.app.check(before.take.id).unwrap().marks.iter().any(|mark| mark.rule == rule));
    assert!(bench.app.set_rule(&rule, true).unwrap().on);
    assert_eq!(bench.app.check(before.take.id).unwrap().marks, before.marks);
    assert_eq!(bench.app.rule("ownership/none").unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn live_marks_are_those_of_the_check() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    let live = bench.app.check_live(STRONG, check.question.mode).unwrap();
    let place = |mark: &crate::view::Mark| (mark.start, mark.end, mark.kind);
    assert_eq!(
        live.marks.iter().map(place).collect::<Vec<_>>(),
        check.marks.iter().map(place).collect::<Vec<_>>()
    );
    assert!(live.sentences.len() >= 5);
}

#[test]
fn another_level_asks_for_something_else_and_stored_scores_stay() {
    let mut bench = Bench::new();
    let before = bench.answer(QUESTION, WEAK);
    let listed =
        |bench: &mut Bench| bench.app.answers(&crate::view::AnswerFilter::default()).unwrap().rows[0].score;
    let score = listed(&mut bench);
    let mut settings = bench.app.settings().unwrap();
    assert_eq!((settings.level, before.level), (Level::Senior, Level::Senior));
    settings.level = Level::Manager;
    bench.app.save_settings(&settings).unwrap();

    let mut bench = bench.restart();
    let now = bench.app.check(before.take.id).unwrap();
    assert_eq!(now.level, Level::Manager);
    let asks = |check: &CheckView| check.coverage.iter().map(|item| item.ask.clone()).collect::<Vec<_>>();
    assert!(asks(&before).iter().zip(asks(&now)).all(|(senior, manager)| *senior != manager));
    assert!(now.missing.iter().zip(&before.missing).any(|(now, before)| now.ask != before.ask));
    assert_eq!(listed(&mut bench), score, "what was stored stays");

    let take = bench.app.start_take(QUESTION).unwrap();
    let second = bench.app.finish_take(&edit(&take, STRONG)).unwrap();
    let first = second.previous.unwrap();
    assert_eq!(first.score, now.take.score, "takes beside each other are of one measure");
    assert_eq!(second.takes[0].score, first.score);
}
