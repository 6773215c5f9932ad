//! Stories, over a real store.

use std::fs;

use crate::{
    AppError,
    stories::refund_path,
    testing::{Bench, QUESTION, STRONG, WEAK, mock_setup},
    view::{
        ErrorCode, MockDeed, MockEdit, MockNow, MockRound, MockSetup, MockStage, QuestionDraft, StoryDetail,
        StoryEdit, StoryFormat, StoryText,
    },
};

const GONE: u32 = 99;

impl Bench {
    fn write(&mut self, text: StoryText) -> StoryDetail {
        self.app.save_story(&StoryEdit { id: None, version: 0, text }).unwrap()
    }

    fn titled(&mut self, title: &str) -> StoryDetail {
        self.write(StoryText { title: title.to_owned(), ..StoryText::default() })
    }

    /// Questions of so many competencies, the first of each in the bank.
    fn questions(&self, competencies: usize) -> Vec<String> {
        let of = |competency: &question_bank::Competency| {
            self.app.bank.by_competency(*competency).next().unwrap().id.to_string()
        };
        question_bank::Competency::ALL.iter().take(competencies).map(of).collect()
    }

    fn titles(&mut self) -> Vec<String> {
        self.app.stories().unwrap().stories.into_iter().map(|story| story.title).collect()
    }
}

fn edit(story: &StoryDetail, text: StoryText) -> StoryEdit {
    StoryEdit { id: Some(story.id), version: story.version, text }
}

#[test]
fn a_story_is_written_changed_deleted_and_brought_back() {
    let mut bench = Bench::new();
    assert_eq!(bench.app.stories().unwrap().holes.len(), 17);
    let story = bench.write(refund_path());
    assert_eq!((story.version, story.text.clone()), (0, refund_path()));
    bench.clock.forward(1);
    let changed = StoryText { result: String::new(), numbers: Vec::new(), ..refund_path() };
    let changed = bench.app.save_story(&edit(&story, changed)).unwrap();
    assert_eq!((changed.id, changed.version), (story.id, 1));
    assert_eq!(changed.updated_at - story.updated_at, 3_600_000);

    let mut bench = bench.restart();
    let room = bench.app.stories().unwrap();
    assert_eq!(room.stories[0].unwritten, ["result", "numbers"]);
    assert_eq!(bench.app.story(story.id).unwrap(), changed);

    let other = bench.titled("Retiring the v1 API");
    for _ in 0..2 {
        assert_eq!(bench.app.delete_stories(&[story.id]).unwrap().stories.len(), 1);
    }
    assert_eq!(bench.app.story(story.id).unwrap_err().code(), ErrorCode::NotFound);
    for _ in 0..2 {
        assert_eq!(bench.app.restore_stories(&[story.id, other.id]).unwrap().stories.len(), 2);
    }
    assert_eq!(bench.titles(), ["Refund path", "Retiring the v1 API"], "oldest first");
    assert_eq!(bench.app.story(story.id).unwrap().text, changed.text);
}

#[test]
fn a_stale_edit_is_refused_and_changes_nothing() {
    let mut bench = Bench::new();
    let seen = bench.titled("Refund path");
    bench.app.save_story(&edit(&seen, refund_path())).unwrap();
    let stale = StoryText { title: "Older words".into(), ..StoryText::default() };
    let refused = bench.app.save_story(&edit(&seen, stale.clone())).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::Stale);
    let current = bench.app.story(seen.id).unwrap();
    assert_eq!(current.text, refund_path());

    // Deleting is a change too, and what is deleted is not written to.
    bench.app.delete_stories(&[seen.id]).unwrap();
    let refused = bench.app.save_story(&edit(&current, stale.clone())).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotFound);
    bench.app.restore_stories(&[seen.id]).unwrap();
    let refused = bench.app.save_story(&edit(&current, stale)).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::Stale);
}

#[test]
fn what_is_not_there_or_out_of_range_is_said() {
    let mut bench = Bench::new();
    let story = bench.titled("Refund path");
    let answer = bench.answer(QUESTION, STRONG).answer_id;
    let folder = bench.dir.path().to_owned();
    let refused: Vec<AppError> = vec![
        bench.app.story(GONE).unwrap_err(),
        bench.app.save_story(&StoryEdit { id: Some(GONE), version: 0, text: refund_path() }).unwrap_err(),
        bench.app.delete_stories(&[story.id, GONE]).unwrap_err(),
        bench.app.restore_stories(&[GONE]).unwrap_err(),
        bench.app.link_story(GONE, answer, true).unwrap_err(),
        bench.app.link_story(story.id, GONE, true).unwrap_err(),
        bench.app.answer_stories(GONE).unwrap_err(),
        bench.app.linkable_answers(GONE).unwrap_err(),
        bench.app.export_stories(&[story.id, GONE], StoryFormat::Html, &folder).unwrap_err(),
    ];
    for error in refused {
        assert_eq!(error.code(), ErrorCode::NotFound, "{error}");
    }
    assert_eq!(bench.titles(), ["Refund path"], "all or none");
    let untitled = StoryEdit { id: None, version: 0, text: StoryText::default() };
    let refused = bench.app.save_story(&untitled).unwrap_err();
    assert_eq!(
        (refused.code(), refused.to_string().as_str()),
        (ErrorCode::Invalid, "The title has to be 1 to 120 characters long.")
    );
}

#[test]
fn the_matrix_has_the_best_score_of_each_competency() {
    let mut bench = Bench::new();
    let questions = bench.questions(3);
    let fits = vec!["conflict-trust".to_owned(), bench.app.question(&questions[1]).unwrap().competency.id];
    let story = bench.write(StoryText { fits, ..refund_path() });
    let strong = bench.answer(&questions[0], STRONG);
    let weak = bench.answer(&questions[1], WEAK);
    bench.app.link_story(story.id, strong.answer_id, true).unwrap();
    let detail = bench.app.link_story(story.id, weak.answer_id, true).unwrap();
    let of = |scores: Option<crate::view::Scores>| scores.map(|scores| scores.overall);
    let answers: Vec<_> =
        detail.answers.iter().map(|answer| (answer.take_id, answer.score, answer.linked)).collect();
    assert_eq!(
        answers,
        [(strong.take.id, of(strong.scores), true), (weak.take.id, of(weak.scores), true)],
        "best first"
    );

    let room = bench.app.stories().unwrap();
    let cells: Vec<_> =
        room.stories[0].cells.iter().map(|cell| (cell.score, cell.answers, cell.ready)).collect();
    let ready = |score: Option<u32>| score.is_some_and(|score| score >= 70);
    let (strong_score, weak_score) = (of(strong.scores), of(weak.scores));
    assert_eq!(
        cells,
        [(strong_score, 1, ready(strong_score)), (weak_score, 1, ready(weak_score)), (None, 0, false)]
    );
    assert_eq!((room.stories[0].answers, room.stories[0].best_score), (2, strong_score));
    assert_eq!(room.holes.len(), 14);

    // Another best take is another score, at once.
    let again = bench.answer(&questions[0], WEAK);
    assert_eq!(
        bench.app.stories().unwrap().stories[0].best_score,
        strong_score,
        "the highest, while none is kept"
    );
    bench.app.keep_as_best(strong.answer_id, again.take.id, again.answer_version).unwrap();
    let kept = bench.app.story(story.id).unwrap();
    let takes: Vec<_> = kept.answers.iter().map(|answer| (answer.take_id, answer.score)).collect();
    assert!(takes.contains(&(again.take.id, of(again.scores))), "{takes:?}");
    assert_eq!(bench.app.stories().unwrap().stories[0].best_score, weak_score.max(of(again.scores)));
}

#[test]
fn an_answer_in_the_trash_is_not_told_and_one_that_is_gone_leaves_no_trace() {
    let mut bench = Bench::new();
    let story = bench.titled("Refund path");
    let answer = bench.answer(QUESTION, STRONG).answer_id;
    bench.app.link_story(story.id, answer, true).unwrap();
    bench.app.trash(answer).unwrap();
    assert!(bench.app.story(story.id).unwrap().answers.is_empty());
    assert!(bench.app.linkable_answers(story.id).unwrap().is_empty());
    bench.app.untrash(answer).unwrap();
    assert_eq!(bench.app.story(story.id).unwrap().answers.len(), 1);
    bench.app.trash(answer).unwrap();
    bench.app.delete_forever(answer).unwrap();
    assert!(bench.app.story(story.id).unwrap().answers.is_empty());
    assert!(bench.app.stories_of_answers().unwrap().is_empty());
    assert_eq!(bench.app.stories().unwrap().holes.len(), 17);
}

#[test]
fn a_deleted_story_keeps_its_answers_and_gets_them_back() {
    let mut bench = Bench::new();
    let (one, two) = (bench.titled("One"), bench.titled("Two"));
    let answer = bench.answer(QUESTION, STRONG).answer_id;
    for story in [two.id, one.id] {
        bench.app.link_story(story, answer, true).unwrap();
        bench.app.link_story(story, answer, true).unwrap();
    }
    let id = crate::rows::answer_id(answer);
    assert_eq!(bench.app.stories_of_answers().unwrap()[&id], [one.id, two.id]);
    bench.app.delete_stories(&[one.id]).unwrap();
    assert_eq!(bench.app.stories_of_answers().unwrap()[&id], [two.id]);
    assert_eq!(
        bench.app.check(bench.app.store.takes_of(id).unwrap()[0].id.0 as u32).unwrap().answer_id,
        answer
    );
    bench.app.restore_stories(&[one.id]).unwrap();
    assert_eq!(bench.app.story(one.id).unwrap().answers.len(), 1);
    let unlinked = bench.app.link_story(two.id, answer, false).unwrap();
    assert!(unlinked.answers.is_empty());
    let choices = bench.app.answer_stories(answer).unwrap();
    let choices: Vec<_> = choices.iter().map(|choice| (choice.title.as_str(), choice.linked)).collect();
    assert_eq!(choices, [("One", true), ("Two", false)]);
}

fn own_question(competency: &str) -> QuestionDraft {
    QuestionDraft {
        prompt: "Tell me about a lighthouse you moved across a harbour in winter.".into(),
        competency: competency.into(),
        dimensions: vec!["ownership".into()],
        kind: "behavioural".into(),
        level: "senior".into(),
        minutes: 3,
        probes: vec!["What did you move first?".into(), "Who was against it?".into()],
        strong: vec![
            "Names what would break.".into(),
            "Says what was decided, and why.".into(),
            "Has a number for what changed.".into(),
        ],
        feature_quote: "We moved it and everybody was happy with how it went in the end.".into(),
        feature_why: "Nothing in it says what the speaker did.".into(),
        tags: vec!["harbour".into()],
        theme: String::new(),
    }
}

#[test]
fn the_matrix_follows_a_question_that_changes_its_competency() {
    let mut bench = Bench::new();
    let saved = bench.app.save_own_question(None, None, &own_question("conflict-trust")).unwrap();
    let crate::view::SavedQuestion::Saved { detail, .. } = saved else { panic!("{saved:?}") };
    let question = detail.question.id;
    let story = bench.titled("Refund path");
    let answer = bench.answer(&question, STRONG).answer_id;
    bench.app.link_story(story.id, answer, true).unwrap();
    let cell = |bench: &mut Bench| bench.app.stories().unwrap().stories[0].cells[0].competency.clone();
    assert_eq!(cell(&mut bench), "conflict-trust");
    bench.app.save_own_question(Some(&question), Some(0), &own_question("technical-debt")).unwrap();
    assert_eq!(cell(&mut bench), "technical-debt");
    // A question that has left the bank lives on in its answer.
    bench.app.delete_questions(&[question]).unwrap();
    assert_eq!(cell(&mut bench), "conflict-trust");
    assert!(bench.app.story(story.id).unwrap().answers[0].prompt.contains("lighthouse"));
}

#[test]
fn suggestions_have_a_reason_and_leave_out_what_is_told_or_suspended() {
    let mut bench = Bench::new();
    let fits = vec!["conflict-trust".to_owned()];
    let story = bench.write(StoryText { fits, ..refund_path() });
    assert_eq!(story.suggestions.len(), 6);
    for suggestion in &story.suggestions {
        let why = suggestion.why.as_str();
        let right = match suggestion.competency.id.as_str() {
            "conflict-trust" => why == "fits by your own word",
            _ => why.starts_with("no story yet for ") || why.starts_with("shares “"),
        };
        assert!(right, "{suggestion:?}");
    }
    assert_eq!(bench.app.story(story.id).unwrap().suggestions, story.suggestions, "the same each time");

    let [told, suspended, answered] = [0, 1, 2].map(|place| story.suggestions[place].question_id.clone());
    let told = bench.answer(&told, STRONG).answer_id;
    let other = bench.titled("Another");
    bench.app.link_story(other.id, told, true).unwrap();
    bench.app.suspend_question(&suspended, true).unwrap();
    bench.answer(&answered, STRONG);
    let left = bench.app.story(story.id).unwrap().suggestions;
    let ids: Vec<_> = left.iter().map(|suggestion| suggestion.question_id.as_str()).collect();
    for out in [story.suggestions[0].question_id.as_str(), &suspended, &answered] {
        assert!(!ids.contains(&out), "{out}: {ids:?}");
    }
    assert_eq!(left.len(), 6);
    let empty = bench.titled("Q");
    assert!(empty.suggestions.is_empty(), "{:?}", empty.suggestions);
}

#[test]
fn the_check_of_a_story_points_into_its_text() {
    let mut bench = Bench::new();
    let written = StoryText {
        situation: "🙂 Checkout moved to a new ledger 🙂, with three teams and one date.".into(),
        task: String::new(),
        action: "I coordinated the teams. I chose to move refunds last, behind a flag, instead of slipping the date, \
                 because the other flows did not depend on them."
            .into(),
        ..refund_path()
    };
    let check = bench.write(written).check;
    assert!(check.text.starts_with("🙂 Checkout") && check.text.contains("date.\n\nI coordinated"));
    assert!(check.score.is_some());
    let units: Vec<u16> = check.text.encode_utf16().collect();
    let cut = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
    let marked: Vec<String> = check.marks.iter().map(|mark| cut(mark.start, mark.end)).collect();
    assert!(marked.iter().any(|words| words.contains("coordinated")), "{marked:?}");
    assert!(marked.iter().any(|words| words.starts_with("chose to move")), "{marked:?}");
    for (start, end) in check.coverage.iter().flat_map(|item| &item.spans) {
        assert!(!cut(*start, *end).is_empty());
    }
    assert!(check.missing.iter().all(|missing| missing.at as usize <= units.len()));

    let empty = bench.titled("Nothing yet").check;
    assert_eq!((empty.text.as_str(), empty.score, empty.marks.len()), ("", None, 0));
    let long = "I chose the later date 🙂. ".repeat(384);
    let whole = StoryText { situation: long.clone(), action: long.clone(), result: long, ..refund_path() };
    assert!(bench.write(whole).check.score.is_some());
}

#[test]
fn answers_that_sound_like_the_story_are_offered_after_those_linked() {
    let mut bench = Bench::new();
    let questions = bench.questions(4);
    let texts =
        [WEAK, "Nobody came to lunch that day, nor to supper.", STRONG, "Nobody came to lunch again."];
    let answers: Vec<u32> = questions
        .iter()
        .zip(texts)
        .map(|(question, text)| {
            bench.clock.forward(1);
            bench.answer(question, text).answer_id
        })
        .collect();
    let story = bench.write(refund_path());
    let order = |bench: &mut Bench| -> Vec<(u32, bool)> {
        let offered = bench.app.linkable_answers(story.id).unwrap();
        offered.into_iter().map(|answer| (answer.answer_id, answer.linked)).collect()
    };
    let first = order(&mut bench);
    assert_eq!((first.len(), first[0]), (4, (answers[2], false)));
    bench.app.link_story(story.id, answers[1], true).unwrap();
    let offered = order(&mut bench);
    assert_eq!(offered[..2], [(answers[1], true), (answers[2], false)]);
    let empty = bench.titled("Q").id;
    let newest: Vec<u32> =
        bench.app.linkable_answers(empty).unwrap().into_iter().map(|answer| answer.answer_id).collect();
    assert_eq!(newest, answers.iter().rev().copied().collect::<Vec<_>>());
}

#[test]
fn a_story_for_more_than_three_competencies_is_warned_of() {
    let mut bench = Bench::new();
    let story = bench.write(refund_path());
    for (place, question) in bench.questions(4).iter().enumerate() {
        assert!(bench.app.stories().unwrap().warnings.is_empty(), "{place}");
        let answer = bench.answer(question, STRONG).answer_id;
        bench.app.link_story(story.id, answer, true).unwrap();
    }
    let warning = "“Refund path” answers four competencies. Interviewers compare notes.";
    assert_eq!(bench.app.stories().unwrap().warnings, [warning]);
    assert_eq!(bench.app.story(story.id).unwrap().overused.as_deref(), Some(warning));
}

/// Holds a mock of four questions; one is skipped when it is asked for. Returns the answers.
fn hold(bench: &mut Bench, skipped: bool) -> Vec<u32> {
    let round = |questions| MockRound { minutes: 2 * questions, questions, ..mock_setup().rounds[0].clone() };
    let setup = MockSetup { rounds: vec![round(4)], probes: 0, ..mock_setup() };
    let mut now: MockNow = bench.app.start_mock(&setup).unwrap();
    let id = now.id;
    let mut asked_so_far = 0;
    while let MockStage::Answering { asked } = &now.stage {
        let words = MockEdit {
            slot: asked.slot,
            part: asked.part,
            revision: asked.revision,
            text: STRONG.to_owned(),
        };
        bench.clock.pass(30);
        asked_so_far += 1;
        now = match skipped && asked_so_far == 4 {
            true => bench.app.mock_deed(id, MockDeed::Skip, None).unwrap(),
            false => bench.app.mock_deed(id, MockDeed::Done, Some(&words)).unwrap(),
        };
    }
    let mock = store::MockId(i64::from(id));
    let answers = bench.app.store.mock_answers(mock).unwrap().into_iter();
    answers.filter_map(|answer| answer.take).map(|take| take.answer_id.0 as u32).collect()
}

#[test]
fn a_story_told_in_most_of_the_last_mock_is_warned_of() {
    let mut bench = Bench::new();
    let story = bench.write(refund_path());
    let answers = hold(&mut bench, false);
    assert_eq!(answers.len(), 4);
    let of_mock = |bench: &mut Bench| -> Option<String> {
        bench.app.stories().unwrap().warnings.into_iter().find(|warning| warning.contains("mock"))
    };
    for answer in &answers[..2] {
        bench.app.link_story(story.id, *answer, true).unwrap();
        assert_eq!(of_mock(&mut bench), None);
    }
    bench.app.link_story(story.id, answers[2], true).unwrap();
    let warning = "“Refund path” was told in three of the four questions of your last mock.";
    assert_eq!(of_mock(&mut bench).as_deref(), Some(warning));
    // The next mock is the last one then.
    bench.clock.forward(1);
    hold(&mut bench, true);
    assert_ne!(of_mock(&mut bench).as_deref(), Some(warning));
}

#[test]
fn stories_are_written_into_new_files() {
    let mut bench = Bench::new();
    let folder = bench.dir.path().join("exports");
    let none = bench.app.export_stories(&[], StoryFormat::Html, &folder).unwrap_err();
    assert_eq!(
        (none.code(), none.to_string().as_str()),
        (ErrorCode::NotFound, "There is no story to export.")
    );
    let title = "<img src=x onerror=alert(1)> “Refund” 🙂";
    let one = bench.write(StoryText { title: title.into(), ..refund_path() });
    bench.titled("Two");
    let answer = bench.answer(QUESTION, STRONG);
    bench.app.link_story(one.id, answer.answer_id, true).unwrap();
    let all = bench.app.export_stories(&[], StoryFormat::Html, &folder).unwrap();
    let again = bench.app.export_stories(&[one.id], StoryFormat::Html, &folder).unwrap();
    let markdown = bench.app.export_stories(&[], StoryFormat::Markdown, &folder).unwrap();
    assert_eq!((all.questions, again.questions, markdown.questions), (2, 1, 2));
    let endings = [&all, &again, &markdown].map(|file| file.path.rsplit('/').next().unwrap().to_owned());
    assert_eq!(endings, ["stories-2026-03-10.html", "stories-2026-03-10-2.html", "stories-2026-03-10.md"]);
    let html = fs::read_to_string(&all.path).unwrap();
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;") && !html.contains("<img"));
    let markdown = fs::read_to_string(&markdown.path).unwrap();
    assert!(markdown.contains(&format!("Best answer: {} · ", answer.question.prompt)), "{markdown}");
    assert!(!fs::read_to_string(&again.path).unwrap().contains("Two"));

    let file = bench.dir.path().join("a-file");
    fs::write(&file, "").unwrap();
    let refused = bench.app.export_stories(&[], StoryFormat::Markdown, &file).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotWritable);
    assert!(refused.to_string().starts_with("The stories could not be written to "), "{refused}");
}

#[test]
fn a_thousand_stories_are_shown() {
    let mut bench = Bench::new();
    let answers: Vec<u32> =
        bench.questions(17).iter().map(|question| bench.answer(question, WEAK).answer_id).collect();
    let now = bench.app.clock.now();
    bench
        .app
        .store
        .write(|tx| {
            for number in 0..1_000 {
                let story = tx.insert_story(&format!("Story {number}"), "{}", now)?;
                for place in 0..5 {
                    let answer = answers[(number + place * 3) % answers.len()];
                    tx.link_story(story, crate::rows::answer_id(answer), true, now)?;
                }
            }
            Ok::<_, store::StoreError>(())
        })
        .unwrap();
    let room = bench.app.stories().unwrap();
    assert_eq!((room.stories.len(), room.holes.len(), room.warnings.len()), (1_000, 0, 1_000));
    assert!(room.stories.iter().all(|story| story.cells.len() == 5));
    let detail = bench.app.story(room.stories[999].id).unwrap();
    assert_eq!(detail.answers.len(), 5);
}
