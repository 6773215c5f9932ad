use jiff::civil::Date;

use crate::{
    testing::{Bench, QUESTION, STRONG, WEAK, edit, mock_setup},
    view::{
        CheckView, DrillChecked, DrillItem, DrillQueue, DrillTry, ErrorCode, IgnoredMark, Mark, MarkKind,
        MockDeed, MockEdit, MockSetup, MockStage, TakeSource,
    },
};

/// Words that pass in the place of any sentence of `WEAK`.
const OWNED: &str =
    "I cut the backfill from the first release, because the daily report only needs ninety days";

fn try_of(item: &DrillItem, text: &str) -> DrillTry {
    DrillTry { drill_id: item.drill_id, version: item.version, text: text.to_owned() }
}

#[track_caller]
fn say(bench: &mut Bench, item: &DrillItem, text: &str) -> DrillChecked {
    bench.app.check_drill(&try_of(item, text)).unwrap()
}

/// The drill of the sentence that begins so.
#[track_caller]
fn item(queue: &DrillQueue, begins: &str) -> DrillItem {
    queue.due.iter().find(|item| item.text.starts_with(begins)).cloned().unwrap_or_else(|| {
        panic!("{begins}: {:?}", queue.due.iter().map(|item| &item.text).collect::<Vec<_>>())
    })
}

fn has(queue: &DrillQueue, begins: &str) -> bool {
    queue.due.iter().any(|item| item.text.starts_with(begins))
}

/// An app with one weak answer, and its drills.
fn weak() -> (Bench, CheckView, DrillQueue) {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, WEAK);
    let queue = bench.app.drill_queue().unwrap();
    (bench, check, queue)
}

/// A question other than [`QUESTION`].
fn other_question(bench: &mut Bench) -> String {
    bench.app.suggest_question(&[QUESTION.to_owned()], None).unwrap().question.id
}

#[test]
fn there_is_nothing_to_drill_before_anything_was_said() {
    let mut bench = Bench::new();
    let queue = bench.app.drill_queue().unwrap();
    assert_eq!((queue.due.len(), queue.drills, queue.minutes, queue.done_today), (0, 0, 0, 0));
    assert_eq!((queue.next_due_day, queue.next_due_count, queue.undoable), (None, 0, None));
    let load = bench.app.drill_load().unwrap();
    assert_eq!((load.due, load.minutes), (0, 0.0));
    assert_eq!(bench.app.drill_due_days().unwrap(), []);
}

#[test]
fn weak_sentences_of_an_answer_are_drills_with_their_marks() {
    let (mut bench, check, queue) = weak();
    assert!((3..=6).contains(&queue.due.len()), "{queue:#?}");
    assert_eq!((queue.drills as usize, queue.done_today, queue.undoable), (queue.due.len(), 0, None));
    assert_eq!(queue.minutes, (queue.due.len() as f32 * 40.0 / 60.0).round() as u32);
    for item in &queue.due {
        assert!(WEAK.contains(&item.text), "{}", item.text);
        assert_eq!(
            (item.take_id, item.answer_id, item.said_at),
            (check.take.id, check.answer_id, check.take.finished_at)
        );
        assert_eq!((&item.prompt, item.tries, &item.passed_before), (&check.question.prompt, 0, &None));
        assert!(item.ask.ends_with('?'), "{}", item.ask);
        assert!(item.dimension.starts_with(char::is_uppercase));
        let weak = |kind| matches!(kind, MarkKind::Weak | MarkKind::HiddenActor);
        assert_eq!(item.marks.iter().filter(|mark| weak(mark.kind)).count(), item.figures.weak as usize);
        assert!(item.figures.weak > 0);
        let units: Vec<u16> = item.text.encode_utf16().collect();
        for mark in &item.marks {
            assert_eq!(String::from_utf16_lossy(&units[mark.start as usize..mark.end as usize]), mark.text);
        }
    }
    let load = bench.app.drill_load().unwrap();
    assert_eq!(load.due as usize, queue.due.len());
    assert!((load.minutes - queue.due.len() as f32 * 40.0 / 60.0).abs() < 1e-4);
    assert_eq!(bench.app.drill_queue().unwrap(), queue, "asked again, it is the same");
    assert_eq!(bench.restart().app.drill_queue().unwrap(), queue);
}

#[test]
fn a_strong_answer_gives_none() {
    let mut bench = Bench::new();
    bench.answer(QUESTION, STRONG);
    assert_eq!(bench.app.drill_queue().unwrap().due, []);
}

#[test]
fn a_try_that_fails_comes_back_today_and_one_that_passes_later() {
    let (mut bench, _, queue) = weak();
    let first = item(&queue, "I set up a weekly sync");
    let failed = say(&mut bench, &first, "I set up a weekly sync with everybody");
    assert!(!failed.passed && failed.missing.is_none(), "{failed:?}");
    assert_eq!((failed.due_day.as_str(), failed.figures.weak > 0), ("2026-03-10", true));
    let again = bench.app.drill_queue().unwrap();
    assert_eq!((again.due.len(), again.done_today), (queue.due.len(), 1));
    assert_eq!(again.due.last().map(|item| item.drill_id), Some(first.drill_id), "as late as it can be");
    let second = item(&again, "I set up a weekly sync");
    assert_eq!((second.tries, second.version), (1, failed.version));

    let passed = say(&mut bench, &second, OWNED);
    assert!(passed.passed && passed.can_be_put, "{passed:?}");
    assert_eq!((passed.figures.weak, passed.figures.strong > 0), (0, true));
    assert!(!passed.there.is_empty());
    assert!(passed.due_day.parse::<Date>().unwrap() > "2026-03-10".parse::<Date>().unwrap());
    assert!(passed.reason.starts_with("Nothing weak is left, and “"), "{}", passed.reason);
    assert!(passed.missing.as_ref().is_some_and(|ask| ask.ends_with('?')), "{passed:?}");
    let after = bench.app.drill_queue().unwrap();
    assert_eq!(
        (after.due.len(), after.done_today, after.undoable),
        (queue.due.len() - 1, 1, Some(passed.log_id))
    );

    bench.clock.forward(24 * 40);
    let later = item(&bench.app.drill_queue().unwrap(), "I set up a weekly sync");
    assert_eq!((later.tries, later.passed_before.as_deref()), (2, Some(OWNED)));
}

#[test]
fn the_reason_is_about_what_was_said() {
    let mut wrong = Vec::new();
    let mut check = |said: &str, passed: bool, begins: &str| {
        let (mut bench, _, queue) = weak();
        let checked = say(&mut bench, &item(&queue, "I followed up"), said);
        // It quotes one of the marks, whose offsets are the window's.
        let quoted = |mark: &Mark| {
            checked.reason.contains(&format!("“{}", mark.text.chars().take(9).collect::<String>()))
        };
        let quotes = checked.reason.contains('“') == checked.marks.iter().any(quoted);
        if (checked.passed, checked.reason.starts_with(begins), quotes) != (passed, true, true) {
            wrong.push((said.to_owned(), checked.clone()));
        }
        let units: Vec<u16> = said.encode_utf16().collect();
        for mark in &checked.marks {
            assert_eq!(String::from_utf16_lossy(&units[mark.start as usize..mark.end as usize]), mark.text);
        }
    };
    check(
        "The orders team has a queue of its own.",
        false,
        "Nothing weak is left, but nothing of your own is there yet: what did you take on yourself?",
    );
    check("That is it 😀. I set up a weekly sync with everybody.", false, "Still ");
    check("We decided to hold the launch.", false, "Your part is still hidden: “We decided");
    check("I chose the slower queue over the new broker", true, "Nothing weak is left, and “chose");
    check(
        "😀 I cut the export. Duplicate refunds went from forty a month to zero.",
        true,
        "Nothing weak is left, and “",
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
    let (mut bench, _, queue) = weak();
    let old = say(
        &mut bench,
        &item(&queue, "I followed up"),
        "i followed up with the orders team, until they came round",
    );
    assert_eq!((old.passed, old.reason.as_str()), (false, "These are the old words."));
}

#[test]
fn what_is_no_try_is_refused_and_changes_nothing() {
    let (mut bench, _, queue) = weak();
    let first = queue.due[0].clone();
    let mut check = |said: &str, code: ErrorCode| {
        let refused = bench.app.check_drill(&try_of(&first, said)).unwrap_err();
        assert_eq!(refused.code(), code, "{said:.40}: {refused}");
    };
    check("", ErrorCode::EmptyAnswer);
    check(" \n ", ErrorCode::EmptyAnswer);
    check("I cut", ErrorCode::Invalid);
    check(&"I cut the export. ".repeat(60_000), ErrorCode::TooLong);
    check(&"I cut the export. ".repeat(50), ErrorCode::TooLong);
    check("Ich habe den Nachtrag gestrichen, weil der Bericht ihn nicht braucht.", ErrorCode::Invalid);
    check("Я решил перенести возвраты на март.", ErrorCode::Invalid);
    assert_eq!(bench.app.drill_queue().unwrap(), queue);
    let nowhere = DrillTry { drill_id: 99, version: 0, text: OWNED.to_owned() };
    assert_eq!(bench.app.check_drill(&nowhere).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn a_try_for_a_changed_drill_is_refused() {
    let (mut bench, _, queue) = weak();
    say(&mut bench, &queue.due[0], OWNED);
    let stale = bench.app.check_drill(&try_of(&queue.due[0], OWNED)).unwrap_err();
    assert_eq!(stale.code(), ErrorCode::Stale);
}

#[test]
fn every_try_is_undone_to_the_start() {
    let (mut bench, _, queue) = weak();
    let mut seen = vec![queue];
    let mut tries = Vec::new();
    for number in 0..20 {
        let next = seen.last().unwrap().due[0].clone();
        let words = if number % 3 == 2 { OWNED } else { "I kept everybody updated on the tickets." };
        tries.push(say(&mut bench, &next, words).log_id);
        let now = bench.app.drill_queue().unwrap();
        if now.due.is_empty() {
            bench.clock.forward(24);
        }
        seen.push(bench.app.drill_queue().unwrap());
        if seen.last().unwrap().due.is_empty() {
            bench.clock.forward(24 * 30);
            *seen.last_mut().unwrap() = bench.app.drill_queue().unwrap();
        }
    }
    let first = bench.app.undo_drill(tries[0]).unwrap_err();
    assert_eq!(first.code(), ErrorCode::Stale);
    for (number, log) in tries.iter().enumerate().rev() {
        let queue = bench.app.undo_drill(*log).unwrap();
        assert_eq!(queue.undoable, number.checked_sub(1).map(|before| tries[before]));
        assert_eq!(bench.app.undo_drill(*log).unwrap_err().code(), ErrorCode::Stale);
    }
    let now = bench.app.drill_queue().unwrap();
    let plain =
        |queue: &DrillQueue| queue.due.iter().map(|item| (item.drill_id, item.tries)).collect::<Vec<_>>();
    assert_eq!(plain(&now), plain(&seen[0]));
    assert!(now.due.iter().zip(&seen[0].due).all(|(now, then)| now.version == then.version && now == then));
}

#[test]
fn several_failures_of_a_day_are_one_lapse() {
    let (mut bench, _, queue) = weak();
    let lapses =
        |bench: &Bench, drill: u32| bench.app.store.drill(store::DrillId(i64::from(drill))).unwrap().lapses;
    let mut one = queue.due[0].clone();
    let passed = say(&mut bench, &one, OWNED);
    bench.clock.forward(24 * 30);
    one.version = passed.version;
    for _ in 0..3 {
        one.version = say(&mut bench, &one, "I kept everybody updated on the tickets.").version;
    }
    assert_eq!(lapses(&bench, one.drill_id), 1);
    let logged: Vec<u8> = bench
        .app
        .store
        .tries_on(bench.app.today_date())
        .unwrap()
        .into_iter()
        .map(|one| one.logged.grade)
        .collect();
    assert_eq!(logged, [1, 1, 1]);
    let passed = say(&mut bench, &one, OWNED);
    let log = bench.app.store.drill_try(store::TryId(i64::from(passed.log_id))).unwrap();
    assert_eq!(log.logged.grade, 2, "it took more than one try");
}

#[test]
fn the_words_go_into_the_answer_as_a_new_take() {
    let (mut bench, check, queue) = weak();
    let one = item(&queue, "I set up a weekly sync");
    let passed = say(&mut bench, &one, OWNED);
    let draft = bench.app.start_take(QUESTION).unwrap();
    bench.app.save_draft(&edit(&draft, "A draft of mine")).unwrap();
    let before = bench.app.today().unwrap();
    let put = bench.app.put_drill(passed.log_id).unwrap();
    assert_eq!((put.answer_id, put.ordinal, put.score_before), (check.answer_id, 2, check.take.score));
    assert!(put.score > put.score_before, "{put:?}");
    let shown = bench.app.check(put.take_id).unwrap();
    assert_eq!(shown.text, WEAK.replace(&one.text, &format!("{OWNED}.")));
    assert_eq!((shown.take.source, shown.take.elapsed_ms, shown.take.best), (TakeSource::Drill, 0, false));
    assert_eq!(shown.take.score, put.score);
    assert!(shown.takes.iter().all(|take| !take.best));
    // The draft is kept, and is the next take.
    let running = bench.app.running_take(draft.id).unwrap();
    assert_eq!((running.text.as_str(), running.ordinal), ("A draft of mine", 3));
    // No time was practised.
    let after = bench.app.today().unwrap();
    assert_eq!(after.calendar.last().map(|day| day.minutes), before.calendar.last().map(|day| day.minutes));
    // Twice is once.
    assert_eq!(bench.app.put_drill(passed.log_id).unwrap(), put);
    assert_eq!(bench.app.check(put.take_id).unwrap().takes.len(), 2);
    // What else is weak is drilled on, and nothing new.
    let after = bench.app.drill_queue().unwrap();
    assert_eq!((after.due.len(), after.drills), (queue.due.len() - 1, queue.drills));
    assert_eq!(bench.app.put_drill(999).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn words_are_put_only_where_the_sentence_still_stands() {
    let (mut bench, _, queue) = weak();
    let one = item(&queue, "I set up a weekly sync");
    let passed = say(&mut bench, &one, OWNED);
    bench.app.undo_drill(passed.log_id).unwrap();
    assert_eq!(bench.app.put_drill(passed.log_id).unwrap_err().code(), ErrorCode::Stale, "taken back");
    let passed = say(&mut bench, &one, OWNED);
    // Elsewhere, and once.
    let moved = format!("The checkout had to move. {WEAK}");
    bench.answer(QUESTION, &moved);
    let put = bench.app.put_drill(passed.log_id).unwrap();
    assert_eq!(
        (put.ordinal, bench.app.check(put.take_id).unwrap().text),
        (3, moved.replace(&one.text, &format!("{OWNED}.")))
    );

    let other = item(&bench.app.drill_queue().unwrap(), "I followed up");
    let passed = say(&mut bench, &other, OWNED);
    bench.answer(QUESTION, &format!("{} Then it went on. {}", other.text, other.text));
    let gone = bench.app.put_drill(passed.log_id).unwrap_err();
    assert_eq!(gone.code(), ErrorCode::Stale, "twice, and not where it was");
    bench.answer(QUESTION, STRONG);
    assert_eq!(bench.app.put_drill(passed.log_id).unwrap_err().code(), ErrorCode::Stale, "nowhere");
}

#[test]
fn what_was_ignored_stays_ignored_in_the_take_with_the_new_words() {
    let (mut bench, check, queue) = weak();
    let mark = check.marks.iter().rfind(|mark| mark.kind == MarkKind::Weak).unwrap();
    let ignored =
        IgnoredMark { rule: mark.rule.clone(), start: mark.start, end: mark.end, text: mark.text.clone() };
    let ignored_score = bench.app.ignore_finding(check.take.id, &ignored).unwrap().take.score;
    let passed = say(&mut bench, &item(&queue, "I set up a weekly sync"), OWNED);
    let put = bench.app.put_drill(passed.log_id).unwrap();
    let shown = bench.app.check(put.take_id).unwrap();
    assert_eq!(put.score_before, ignored_score);
    assert_eq!(shown.ignored.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), [mark.text.as_str()]);
    let units: Vec<u16> = shown.text.encode_utf16().collect();
    let at = &shown.ignored[0];
    assert_eq!(String::from_utf16_lossy(&units[at.start as usize..at.end as usize]), mark.text);
    assert!(!shown.marks.iter().any(|one| one.text == mark.text && one.rule == mark.rule));
}

#[test]
fn an_ignored_finding_is_no_drill_and_one_brought_back_is() {
    let (mut bench, check, queue) = weak();
    let one = item(&queue, "I followed up");
    let marks: Vec<IgnoredMark> = check
        .marks
        .iter()
        .filter(|mark| one.text.contains(&mark.text) && mark.kind != MarkKind::Strong)
        .map(|mark| IgnoredMark {
            rule: mark.rule.clone(),
            start: mark.start,
            end: mark.end,
            text: mark.text.clone(),
        })
        .collect();
    for mark in &marks {
        bench.app.ignore_finding(check.take.id, mark).unwrap();
    }
    let without = bench.app.drill_queue().unwrap();
    assert!(!has(&without, "I followed up"));
    assert_eq!(without.drills, queue.drills - 1);
    for mark in &marks {
        bench.app.restore_finding(check.take.id, mark).unwrap();
    }
    assert_eq!(bench.app.drill_queue().unwrap(), queue);
    // Also one that was tried before, and one ignored before drills were ever asked for.
    say(&mut bench, &one, "I kept everybody updated on the tickets.");
    for mark in &marks {
        bench.app.ignore_finding(check.take.id, mark).unwrap();
    }
    assert!(!has(&bench.app.drill_queue().unwrap(), "I followed up"));
    let mut fresh = Bench::new();
    let check = fresh.answer(QUESTION, WEAK);
    for mark in &marks {
        fresh.app.ignore_finding(check.take.id, mark).unwrap();
    }
    let queue = fresh.app.drill_queue().unwrap();
    assert!(!has(&queue, "I followed up") && !queue.due.is_empty());
}

#[test]
fn a_sentence_that_is_told_no_more_stays_only_if_it_was_tried() {
    let (mut bench, _, queue) = weak();
    let (tried, _) = (item(&queue, "I set up a weekly sync"), item(&queue, "I followed up"));
    say(&mut bench, &tried, "I kept everybody updated on the tickets.");
    bench.answer(QUESTION, STRONG);
    let left = bench.app.drill_queue().unwrap();
    assert_eq!(left.due.iter().map(|item| item.drill_id).collect::<Vec<_>>(), [tried.drill_id]);
    assert_eq!(left.drills, 1);
    assert!(left.due[0].figures.weak > 0 && !left.due[0].marks.is_empty(), "it is shown as it was said");
    let passed = say(&mut bench, &left.due[0], OWNED);
    assert!(passed.passed && !passed.can_be_put);
    // Told again as before: the same drills, none twice.
    bench.answer(QUESTION, WEAK);
    let back = bench.app.drill_queue().unwrap();
    assert_eq!((back.drills, back.due.len()), (queue.drills, queue.due.len() - 1));
}

#[test]
fn answers_in_the_trash_give_none() {
    let (mut bench, check, queue) = weak();
    let one = queue.due[0].clone();
    say(&mut bench, &one, OWNED);
    bench.app.trash(check.answer_id).unwrap();
    let empty = bench.app.drill_queue().unwrap();
    assert_eq!((empty.due.len(), empty.drills, empty.undoable), (0, 0, None));
    let refused = bench.app.check_drill(&try_of(&queue.due[1], OWNED)).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotFound);
    bench.app.untrash(check.answer_id).unwrap();
    assert_eq!(bench.app.drill_queue().unwrap().drills, queue.drills);
    bench.app.trash(check.answer_id).unwrap();
    bench.app.delete_forever(check.answer_id).unwrap();
    assert_eq!(bench.app.drill_queue().unwrap().drills, 0);
    assert_eq!(bench.app.check_drill(&try_of(&queue.due[1], OWNED)).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn a_sentence_is_left_out_and_let_back_in() {
    let (mut bench, _, queue) = weak();
    let one = queue.due[0].clone();
    let without = bench.app.suspend_drill(one.drill_id, true).unwrap();
    assert_eq!((without.drills, without.due.len()), (queue.drills - 1, queue.due.len() - 1));
    assert_eq!(bench.app.suspend_drill(one.drill_id, true).unwrap(), without, "twice is once");
    let left_out: Vec<_> = without.left_out.iter().map(|one| (one.drill_id, &*one.text)).collect();
    assert_eq!(left_out, [(one.drill_id, &*one.text)], "to be let back in some day");
    // Told again, it is not made again.
    bench.answer(QUESTION, WEAK);
    assert_eq!(bench.app.drill_queue().unwrap().drills, queue.drills - 1);
    let back = bench.app.suspend_drill(one.drill_id, false).unwrap();
    assert_eq!((back.drills, back.left_out), (queue.drills, vec![]));
    assert_eq!(bench.app.suspend_drill(99, true).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn six_new_ones_a_day_and_no_two_in_a_row_of_one_answer() {
    let mut bench = Bench::new();
    bench.answer(QUESTION, WEAK);
    let other = other_question(&mut bench);
    let second = WEAK.replace("checkout", "warehouse").replace("orders", "stock");
    bench.answer(&other, &second);
    let queue = bench.app.drill_queue().unwrap();
    assert_eq!(queue.due.len(), 6);
    assert!(queue.drills > 6, "{}", queue.drills);
    let answers: Vec<u32> = queue.due.iter().map(|item| item.answer_id).collect();
    let of_first = answers.iter().filter(|answer| **answer == answers[0]).count();
    if (2..=4).contains(&of_first) {
        let repeats = answers.windows(2).filter(|pair| pair[0] == pair[1]).count();
        assert_eq!(repeats, of_first.max(6 - of_first).saturating_sub(6 - of_first.max(6 - of_first) + 1));
    }
    let days = bench.app.drill_due_days().unwrap();
    assert_eq!(days[0].0.to_string(), "2026-03-10");
    assert!(days[0].1 == 6 && days[1].0.to_string() == "2026-03-11", "{days:?}");
    for left in (0..6).rev() {
        let next = bench.app.drill_queue().unwrap().due[0].clone();
        assert!(say(&mut bench, &next, OWNED).passed, "{}", next.text);
        assert_eq!(bench.app.drill_queue().unwrap().due.len(), left);
    }
    let done = bench.app.drill_queue().unwrap();
    let waiting = queue.drills - 6;
    assert_eq!((done.done_today, done.drills), (6, queue.drills));
    assert_eq!((done.next_due_day.as_deref(), done.next_due_count), (Some("2026-03-11"), waiting));
    bench.clock.forward(24);
    assert_eq!(bench.app.drill_queue().unwrap().due.len() as u32, waiting);
}

#[test]
fn answers_from_before_there_were_drills_give_theirs() {
    let mut bench = Bench::new();
    bench.answer(QUESTION, WEAK);
    bench.answer(QUESTION, STRONG);
    let other = other_question(&mut bench);
    bench.answer(&other, WEAK);
    let mut bench = bench.restart();
    let load = bench.app.drill_load().unwrap();
    assert!(load.due > 0);
    let queue = bench.app.drill_queue().unwrap();
    assert!(queue.due.iter().all(|item| item.prompt == queue.due[0].prompt), "of the latest takes alone");
}

#[test]
fn a_year_later_and_with_the_clock_set_back_all_is_there() {
    let (mut bench, _, queue) = weak();
    let passed = say(&mut bench, &queue.due[0], OWNED);
    bench.clock.forward(24 * 365);
    let later = bench.app.drill_queue().unwrap();
    assert_eq!(later.due.len(), queue.due.len());
    let one = later.due.iter().find(|item| item.drill_id == queue.due[0].drill_id).unwrap().clone();
    let again = say(&mut bench, &one, OWNED);
    let (first, second): (Date, Date) = (passed.due_day.parse().unwrap(), again.due_day.parse().unwrap());
    let interval = |from: &str, to: Date| (to - from.parse::<Date>().unwrap()).get_days();
    assert!(interval("2027-03-10", second) > interval("2026-03-10", first));
    bench.clock.forward(-24 * 365 * 3);
    let earlier = bench.app.drill_queue().unwrap();
    assert_eq!((earlier.due.len(), earlier.drills), (queue.due.len() - 1, queue.drills));
    say(&mut bench, &earlier.due[0], OWNED);
    bench.app.drill_due_days().unwrap();
}

#[test]
fn nothing_is_drilled_of_a_mock_before_it_has_ended() {
    let mut bench = Bench::new();
    let mut now = bench.app.start_mock(&MockSetup { probes: 0, ..mock_setup() }).unwrap();
    let MockStage::Answering { asked } = &now.stage else { panic!("{:?}", now.stage) };
    let words =
        MockEdit { slot: asked.slot, part: asked.part, revision: asked.revision, text: WEAK.to_owned() };
    now = bench.app.mock_deed(now.id, MockDeed::Done, Some(&words)).unwrap();
    assert_eq!(bench.app.drill_queue().unwrap().drills, 0);
    bench.app.mock_deed(now.id, MockDeed::End, None).unwrap();
    assert!(!bench.app.drill_queue().unwrap().due.is_empty());
}
