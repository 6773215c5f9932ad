//! The Progress room, over a real store.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use store::{Counts, Finish, Medium, NewAnswer, NewReview, NewTake, Scored, Source};
use tempfile::TempDir;

use crate::{
    App, Open,
    clock::Clock,
    testing::{Bench, QUESTION, STRONG},
    view::{Dimension, Interview, Period, ProgressPoint, ProgressRange, ProgressView},
};

/// A clock that stands still, in a zone of choice.
#[derive(Debug)]
struct ZonedClock(Mutex<Timestamp>, TimeZone);

impl Clock for ZonedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn measured(&self) -> Duration {
        Duration::ZERO
    }

    fn time_zone(&self) -> TimeZone {
        self.1.clone()
    }
}

struct Weeks {
    app: App,
    clock: Arc<ZonedClock>,
    _dir: TempDir,
}

/// A typed take of a minute and a half.
#[derive(Clone)]
struct Said {
    at: &'static str,
    question: &'static str,
    source: Source,
    medium: Medium,
    words: u32,
    weak: u32,
    fillers: u32,
    scores: &'static [(&'static str, u8)],
}

const SAID: Said = Said {
    at: "",
    question: "q",
    source: Source::Practice,
    medium: Medium::Typed,
    words: 150,
    weak: 6,
    fillers: 0,
    scores: &[],
};

impl Weeks {
    fn new(now: &str, zone: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Arc::new(ZonedClock(Mutex::new(now.parse().unwrap()), TimeZone::get(zone).unwrap()));
        let app = App::open(dir.path(), clock.clone(), Open::AsItIs).unwrap();
        Weeks { app, clock, _dir: dir }
    }

    /// Tuesday evening, in the zone of most tests.
    fn tuesday() -> Self {
        Weeks::new("2026-03-10T18:40:00Z", "UTC")
    }

    fn say(&mut self, said: &Said) {
        let at: Timestamp = said.at.parse().unwrap();
        let scored = Scored {
            words: Some(said.words),
            score: Some(60),
            scores: Some(
                said.scores
                    .iter()
                    .map(|(name, score)| ((*name).to_owned(), *score))
                    .collect::<BTreeMap<_, _>>(),
            ),
            counts: Some(Counts { weak: said.weak, filler: said.fillers, ..Counts::default() }),
            rules_version: None,
        };
        let written = self.app.store.write(|tx| {
            let answer_id = match tx.answer_by_question(said.question)? {
                Some(answer) => answer.id,
                None => tx.insert_answer(
                    &NewAnswer {
                        question_id: said.question,
                        prompt: "Why?",
                        competency: "technical-debt",
                        level: "senior",
                        mode: "behavioral",
                    },
                    at,
                )?,
            };
            let new =
                NewTake { answer_id, medium: said.medium, source: said.source, text: "", budget_ms: 180_000 };
            let take = tx.insert_take(&new, at)?;
            tx.finish_take(take.id, 0, &Finish { text: "I chose.", elapsed_ms: 90_000, scored }, at)
        });
        written.unwrap();
    }

    fn see(&mut self, range: ProgressRange) -> ProgressView {
        let view = self.app.progress(range).unwrap();
        let unfinished: Vec<bool> = view.points.iter().map(|point| point.unfinished).collect();
        let (last, before) = unfinished.split_last().unwrap();
        assert!(*last && before.iter().all(|unfinished| !unfinished), "{unfinished:?}");
        for pair in view.points.windows(2) {
            let day = |text: &str| text.parse::<Date>().unwrap();
            assert_eq!(day(&pair[0].to).tomorrow().unwrap(), day(&pair[1].from), "no gap and no day twice");
        }
        assert!(view.dimensions.iter().all(|trend| trend.scores.len() == view.points.len()));
        assert_eq!(view.headline.is_some(), view.too_few.is_none());
        view
    }
}

fn takes(view: &ProgressView) -> Vec<u32> {
    view.points.iter().map(|point| point.takes).collect()
}

fn point<'a>(view: &'a ProgressView, from: &str) -> &'a ProgressPoint {
    view.points.iter().find(|point| point.from == from).unwrap()
}

#[test]
fn with_nothing_there_is_nothing_to_tell() {
    let mut weeks = Weeks::tuesday();
    for (range, count) in
        [(ProgressRange::TwoWeeks, 14), (ProgressRange::SixWeeks, 6), (ProgressRange::All, 1)]
    {
        let view = weeks.see(range);
        assert_eq!((view.points.len(), view.takes, view.spoken), (count, 0, false));
        assert!(view.points.iter().all(|point| point.coordination.is_none() && point.pace.is_none()));
        assert!(view.too_few.unwrap().starts_with("No answers "));
        assert_eq!((view.step, view.calendar.len()), (None, 0));
        assert!(view.best.len() == 17 && view.best.iter().all(|best| best.score.is_none() && !best.ready));
        assert_eq!((view.forecast.days.len(), view.forecast.recalled), (14, None));
    }
}

#[test]
fn one_answer_is_in_every_range_once() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    for range in [ProgressRange::TwoWeeks, ProgressRange::SixWeeks, ProgressRange::All] {
        let view = bench.app.progress(range).unwrap();
        assert_eq!((view.takes, takes(&view).iter().sum::<u32>()), (1, 1));
        let last = view.points.last().unwrap();
        assert_eq!((last.takes, last.words, last.minutes), (1, check.take.words, 1.5));
        assert!(view.too_few.unwrap().starts_with("One answer "));
        let systems = &view.dimensions[1];
        assert_eq!(systems.dimension, Dimension::Systems);
        assert_eq!(systems.first, check.take.scores.as_ref().unwrap().systems);
        assert!(systems.first.is_some());
        assert_eq!((systems.last, view.calendar.len()), (systems.first, 1));
        let best = view.best.last().unwrap();
        assert_eq!((best.score, best.ready), (check.take.score, false), "never recalled yet");
        assert_eq!(view.dimensions.iter().filter(|trend| trend.lowest).count(), 1);
        let step = view.step.unwrap();
        let probed = bench.app.question(&step.question_id).unwrap().dimensions;
        let lowest = view.dimensions.iter().find(|trend| trend.lowest).unwrap().dimension;
        assert!(probed.contains(&lowest) && step.question_id != QUESTION, "{step:?}");
        assert!(step.label.starts_with("Practise "));
    }
}

#[test]
fn six_weeks_are_told_in_two_sentences() {
    let mut weeks = Weeks::tuesday();
    let week =
        |at, weak, decisions: &'static [(&'static str, u8)]| Said { at, weak, scores: decisions, ..SAID };
    let said = [
        // Before the range.
        week("2026-02-01T12:00:00Z", 90, &[("decisions", 99)]),
        week("2026-02-02T12:00:00Z", 8, &[("decisions", 26), ("impact", 35)]),
        week("2026-02-04T12:00:00Z", 8, &[("decisions", 26), ("impact", 35)]),
        week("2026-02-08T12:00:00Z", 7, &[("decisions", 26)]),
        // Too little for an end of the comparison.
        week("2026-02-12T12:00:00Z", 99, &[]),
        week("2026-03-02T12:00:00Z", 4, &[("decisions", 40), ("impact", 55)]),
        week("2026-03-03T12:00:00Z", 4, &[("decisions", 42)]),
        week("2026-03-08T23:00:00Z", 3, &[]),
        // The week that is not over.
        week("2026-03-09T12:00:00Z", 50, &[]),
    ];
    for said in &said {
        weeks.say(said);
    }
    let view = weeks.see(ProgressRange::SixWeeks);
    assert_eq!(view.period, Period::Week);
    assert_eq!(takes(&view), [3, 1, 0, 0, 3, 1]);
    assert_eq!(
        view.headline.as_deref(),
        Some("Coordination is down by half. Decisions are still the lowest.")
    );
    assert_eq!(point(&view, "2026-02-02").coordination, Some(5.1));
    assert_eq!(point(&view, "2026-03-02").coordination, Some(2.4));
    let decisions = &view.dimensions[2];
    assert_eq!(decisions.scores, [Some(26.0), None, None, None, Some(41.0), None]);
    assert_eq!((decisions.first, decisions.last, decisions.lowest), (Some(26), Some(41), true));
    assert_eq!((view.takes, view.step.unwrap().label.as_str()), (9, "Practise decisions"));

    let all = weeks.see(ProgressRange::All);
    assert_eq!(takes(&all), [1, 3, 1, 0, 0, 3, 1], "all of them, from the first week on");
    assert_eq!(all.points[0].from, "2026-01-26");
    // In two weeks by the day there is little before last Tuesday.
    let days = weeks.see(ProgressRange::TwoWeeks);
    assert_eq!((days.points.len(), takes(&days).iter().sum::<u32>()), (14, 4));
    assert!(days.headline.is_none());
}

#[test]
fn what_was_practised_counts_when_its_answer_is_deleted() {
    let mut weeks = Weeks::tuesday();
    weeks.say(&Said { at: "2026-03-09T12:00:00Z", ..SAID });
    let answer = weeks.app.store.answer_by_question("q").unwrap().unwrap();
    let at = weeks.clock.now();
    weeks.app.store.write(|tx| tx.trash(answer.id, answer.version, at)).unwrap();
    let view = weeks.see(ProgressRange::SixWeeks);
    assert_eq!((view.takes, takes(&view)[5]), (1, 1));
    assert!(view.best.iter().all(|best| best.score.is_none()), "and it is nobody's best any more");
}

#[test]
fn a_day_begins_at_four_and_on_sunday_night_it_is_still_last_week() {
    let mut weeks = Weeks::new("2026-03-10T02:00:00Z", "UTC");
    for at in ["2026-03-09T03:59:59.999Z", "2026-03-09T04:00:00Z", "2026-03-10T01:59:00Z"] {
        weeks.say(&Said { at, ..SAID });
    }
    let days = weeks.see(ProgressRange::TwoWeeks);
    assert_eq!(
        (days.points.last().unwrap().from.as_str(), days.forecast.days[0].day.as_str()),
        ("2026-03-09", "2026-03-09")
    );
    assert_eq!(takes(&days)[12..], [1, 2]);
    assert_eq!(takes(&weeks.see(ProgressRange::SixWeeks))[4..], [1, 2]);
}

#[test]
fn nights_of_changing_clocks_lose_and_double_nothing() {
    // Zone, now, a night's takes and what they count for. In Berlin the clocks go forward on 29 March and back on
    // 25 October, on Sundays at night; in New York on 8 March and 1 November.
    let check = |zone: &str, now: &str, night: &[&'static str], expected: &[(&str, u32)]| {
        let mut weeks = Weeks::new(now, zone);
        for at in night {
            weeks.say(&Said { at, ..SAID });
        }
        let days = weeks.see(ProgressRange::TwoWeeks);
        for (day, count) in expected {
            assert_eq!(point(&days, day).takes, *count, "{zone}, {day}");
        }
        let total = u32::try_from(night.len()).unwrap();
        for range in [ProgressRange::TwoWeeks, ProgressRange::SixWeeks, ProgressRange::All] {
            let view = weeks.see(range);
            assert_eq!((takes(&view).iter().sum::<u32>(), view.takes), (total, total), "{zone}, {range:?}");
        }
    };
    // Four in the morning is 03:00 UTC before the change, 02:00 UTC after it.
    check(
        "Europe/Berlin",
        "2026-03-30T18:00:00Z",
        &[
            "2026-03-28T02:59:59Z",
            "2026-03-28T03:00:00Z",
            "2026-03-29T01:59:59Z",
            "2026-03-29T02:00:00Z",
            "2026-03-30T01:59:59Z",
            "2026-03-30T02:00:00Z",
        ],
        &[("2026-03-27", 1), ("2026-03-28", 2), ("2026-03-29", 2), ("2026-03-30", 1)],
    );
    check(
        "Europe/Berlin",
        "2026-10-26T18:00:00Z",
        &["2026-10-25T01:59:59Z", "2026-10-25T02:59:59Z", "2026-10-25T03:00:00Z", "2026-10-26T02:59:59Z"],
        &[("2026-10-24", 2), ("2026-10-25", 2), ("2026-10-26", 0)],
    );
    check(
        "America/New_York",
        "2026-03-09T18:00:00Z",
        &["2026-03-08T07:59:59Z", "2026-03-08T08:00:00Z", "2026-03-09T07:59:59Z", "2026-03-09T08:00:00Z"],
        &[("2026-03-07", 1), ("2026-03-08", 2), ("2026-03-09", 1)],
    );
    // A day that never was: Samoa went from 29 to 31 December 2011.
    check(
        "Pacific/Apia",
        "2012-01-02T18:00:00Z",
        &["2011-12-30T13:59:59Z", "2011-12-30T14:00:00Z"],
        &[("2011-12-29", 1), ("2011-12-30", 0), ("2011-12-31", 1)],
    );
}

#[test]
fn years_are_told_by_the_month_and_a_wrong_clock_does_no_harm() {
    let mut weeks = Weeks::tuesday();
    for at in ["2023-05-31T12:00:00Z", "2023-06-01T03:59:00Z", "2024-02-29T12:00:00Z", "2026-03-10T12:00:00Z"]
    {
        weeks.say(&Said { at, ..SAID });
    }
    let view = weeks.see(ProgressRange::All);
    assert_eq!((view.period, view.points.len()), (Period::Month, 35));
    assert_eq!((point(&view, "2023-05-01").takes, point(&view, "2024-02-01").takes), (2, 1));
    assert_eq!((point(&view, "2024-02-01").to.as_str(), takes(&view).iter().sum::<u32>()), ("2024-02-29", 4));

    *weeks.clock.0.lock().unwrap() = "2019-01-01T12:00:00Z".parse().unwrap();
    let view = weeks.see(ProgressRange::All);
    assert_eq!((view.points.len(), takes(&view), view.takes), (1, vec![0], 4));
}

#[test]
fn spoken_answers_have_pace_and_fillers_and_drills_no_talk_time() {
    let mut weeks = Weeks::tuesday();
    let spoken = Said { at: "2026-03-09T12:00:00Z", medium: Medium::Spoken, words: 195, fillers: 9, ..SAID };
    weeks.say(&spoken);
    weeks.say(&Said { words: 210, fillers: 0, ..spoken.clone() });
    weeks.say(&Said { source: Source::Drill, words: 900, ..spoken.clone() });
    weeks.say(&Said { at: "2026-03-09T13:00:00Z", ..SAID });
    let view = weeks.see(ProgressRange::SixWeeks);
    let week = view.points.last().unwrap();
    assert!(view.spoken);
    assert_eq!((week.takes, week.minutes, week.pace, week.fillers), (4, 4.5, Some(135.0), Some(3.0)));
    assert_eq!(view.points[0].pace, None);
}

#[test]
fn the_forecast_goes_to_the_interview() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    bench.app.send_to_review(check.answer_id).unwrap();
    let mut settings = bench.app.settings().unwrap();
    let mut with = |bench: &mut Bench, day: &str| {
        settings.interviews = vec![Interview { name: "Onsite".into(), day: day.into() }];
        bench.app.save_settings(&settings).unwrap();
        bench.app.progress(ProgressRange::SixWeeks).unwrap().forecast
    };
    let ahead = with(&mut bench, "2026-03-31");
    assert_eq!(ahead.days.len(), 22);
    assert_eq!((ahead.days[0].day.as_str(), ahead.days[21].day.as_str()), ("2026-03-10", "2026-03-31"));
    assert_eq!(ahead.interview, Some(("Onsite".to_owned(), "2026-03-31".to_owned())));
    // Tomorrow for the first time, and again some days after.
    assert_eq!(ahead.days.iter().take(3).map(|day| day.answers).collect::<Vec<_>>(), [0, 1, 0]);
    assert!(ahead.days[3..].iter().any(|day| day.answers > 0));
    // A minute and a half as it was given, and a second attempt in one of four.
    assert!((ahead.days[1].minutes - 1.5 * 1.24).abs() < 1e-3, "{}", ahead.days[1].minutes);
    assert_eq!(ahead.days[1].sentences, 0);
    assert_eq!((ahead.answers, ahead.sentences, ahead.minutes_a_day, ahead.wanted), (1, 0, 30, 90));

    let far = with(&mut bench, "2027-03-31");
    assert_eq!((far.days.len(), far.interview), (60, None));
    assert_eq!(with(&mut bench, "2026-03-10").days.len(), 1);
    let over = with(&mut bench, "2026-03-09");
    assert_eq!((over.days.len(), over.interview), (14, None));

    bench.app.suspend(check.answer_id).unwrap();
    let view = bench.app.progress(ProgressRange::SixWeeks).unwrap();
    assert_eq!(
        (view.forecast.answers, view.forecast.days.iter().map(|day| day.answers).sum::<u32>()),
        (0, 0)
    );
}

#[test]
fn how_well_was_remembered_is_told_from_twenty_reviews_on() {
    let mut weeks = Weeks::tuesday();
    weeks.say(&Said { at: "2026-02-02T12:00:00Z", ..SAID });
    let answer_id = weeks.app.store.answer_by_question("q").unwrap().unwrap().id;
    let at: Timestamp = "2026-03-09T12:00:00Z".parse().unwrap();
    let review = |weeks: &mut Weeks, number: i64| {
        let grade = if number % 5 == 0 { 1 } else { 3 };
        let new = NewReview {
            answer_id,
            take_id: None,
            at: at + SignedDuration::from_mins(number),
            day: jiff::civil::date(2026, 3, 9),
            grade: Some(grade),
            suggested: None,
            recalled: Some(grade > 1),
            points_back: None,
            points_total: None,
            elapsed_days: 3,
            source: Source::Review,
            retrievability: Some(0.91),
            card_before: None,
            card_after: None,
        };
        weeks.app.store.write(|tx| tx.append_review(&new)).unwrap();
        let ahead = weeks.see(ProgressRange::SixWeeks).forecast;
        (ahead.reviews, ahead.recalled, ahead.expected)
    };
    for number in 1..19 {
        review(&mut weeks, number);
    }
    assert_eq!(review(&mut weeks, 19), (19, None, None));
    assert_eq!(review(&mut weeks, 20), (20, Some(80), Some(91)));
}
