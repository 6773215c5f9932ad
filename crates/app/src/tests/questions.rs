use std::fs;

use crate::{
    App, AppError, Open,
    testing::{Bench, QUESTION, STRONG},
    view::{
        DraftField, ExportChoice, NextStep, Origin, PackFormat, QuestionDraft, QuestionFilter, QuestionRow,
        SavedQuestion,
    },
};

fn draft(prompt: &str) -> QuestionDraft {
    let text = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    QuestionDraft {
        prompt: prompt.to_owned(),
        competency: "dependencies-risk".to_owned(),
        dimensions: text(&["foresight", "systems"]),
        kind: "behavioural".to_owned(),
        level: "senior".to_owned(),
        minutes: 3,
        probes: text(&["Which sensor told you?", "", "  Who could have stopped it?  "]),
        strong: text(&[
            "Follows one box from the factory to the clinic.",
            "Says who watched the temperature, and who acted.",
            "Ends with the doses that were saved.",
        ]),
        feature_quote: "I raised it with the carrier and tracked it to closure.".to_owned(),
        feature_why: "The carrier acted, and nothing is known of the vaccines.".to_owned(),
        tags: text(&["Cold chain", ""]),
        theme: String::new(),
    }
}

const PROMPT: &str = "Tell me about a shipment of vaccines that got warm on the way.";

/// Keeps a question that is right, and tells its id.
#[track_caller]
fn saved(app: &mut App, prompt: &str) -> String {
    match app.save_own_question(None, None, &draft(prompt)).unwrap() {
        SavedQuestion::Saved { detail, before: None } => detail.question.id,
        other => panic!("{other:?}"),
    }
}

fn rows(app: &mut App, filter: QuestionFilter) -> Vec<QuestionRow> {
    app.questions(&filter).unwrap().rows
}

fn ids(rows: &[QuestionRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

fn own() -> QuestionFilter {
    QuestionFilter { own: true, ..QuestionFilter::default() }
}

#[test]
fn the_list_counts_filters_and_searches() {
    let mut bench = Bench::new();
    let all = bench.app.questions(&QuestionFilter::default()).unwrap();
    assert_eq!(all.rows.len(), all.total as usize);
    assert_eq!((all.matching, all.answered, all.own, all.suspended), (all.total, 0, 0, 0));
    assert_eq!(all.competencies.len(), 17);
    assert_eq!(all.competencies.iter().map(|count| count.total).sum::<u32>(), all.total);
    assert!(all.rows.iter().all(|row| row.origin == Origin::BuiltIn && row.seen_days.is_none()));

    bench.answer(QUESTION, STRONG);
    bench.clock.forward(48);
    let competency = bench.app.question(QUESTION).unwrap().competency;
    let list = bench
        .app
        .questions(&QuestionFilter { competency: Some(competency.id.clone()), ..QuestionFilter::default() })
        .unwrap();
    assert_eq!(list.answered, 1);
    assert!(list.rows.iter().all(|row| row.competency == competency));
    let row = list.rows.iter().find(|row| row.id == QUESTION).unwrap();
    assert_eq!((row.takes, row.seen_days, row.latest_score), (1, Some(2), row.best_score));
    let counted = list.competencies.iter().find(|count| count.competency == competency).unwrap();
    assert_eq!((counted.matching, counted.total), (list.matching, list.matching));
    assert_eq!(
        list.competencies.iter().map(|count| count.matching).sum::<u32>(),
        list.total,
        "the other competencies keep their counts"
    );

    let new = QuestionFilter { not_answered: true, ..QuestionFilter::default() };
    assert_eq!(rows(&mut bench.app, new).len(), all.rows.len() - 1);
    let technical = QuestionFilter {
        kind: Some("technical".into()),
        level: Some("principal".into()),
        ..QuestionFilter::default()
    };
    let technical = rows(&mut bench.app, technical);
    assert!(!technical.is_empty());
    assert!(
        technical.iter().all(|row| (row.kind.as_str(), row.level.as_str()) == ("technical", "principal"))
    );
    let limited = bench
        .app
        .questions(&QuestionFilter { limit: Some(3), query: "api".into(), ..QuestionFilter::default() })
        .unwrap();
    assert!(limited.rows.len() == 3 && limited.matching > 3, "{}", limited.matching);
    for wrong in [
        QuestionFilter { level: Some("staff".into()), ..QuestionFilter::default() },
        QuestionFilter { kind: Some("behavioral".into()), ..QuestionFilter::default() },
        QuestionFilter { competency: Some("cookery".into()), ..QuestionFilter::default() },
    ] {
        assert!(matches!(bench.app.questions(&wrong), Err(AppError::Invalid { .. })));
    }
}

#[test]
fn a_note_is_kept_found_and_survives_a_restart() {
    let mut bench = Bench::new();
    let note = "Priya’s question.\nSay the zebra first.";
    let detail = bench.app.save_question_note(QUESTION, note).unwrap();
    assert_eq!((detail.note.as_str(), detail.row.noted), (note, true));
    let zebra = QuestionFilter { query: "zebr".into(), ..QuestionFilter::default() };
    assert_eq!(ids(&rows(&mut bench.app, zebra.clone())), [QUESTION]);
    let mut bench = bench.restart();
    assert_eq!(ids(&rows(&mut bench.app, zebra.clone())), [QUESTION]);
    let detail = bench.app.save_question_note(QUESTION, "  \n").unwrap();
    assert_eq!((detail.note.as_str(), detail.row.noted), ("", false));
    assert!(rows(&mut bench.app, zebra).is_empty());
    assert!(matches!(
        bench.app.save_question_note(QUESTION, &"x".repeat(10_001)),
        Err(AppError::Invalid { .. })
    ));
    assert!(matches!(bench.app.save_question_note("gone", "x"), Err(AppError::NoSuchQuestion { .. })));
}

#[test]
fn a_suspended_question_is_listed_and_never_asked() {
    let mut bench = Bench::new();
    assert!(bench.app.suspend_question(QUESTION, true).unwrap().row.suspended);
    assert!(bench.app.suspend_question(QUESTION, true).unwrap().row.suspended);
    let mut bench = bench.restart();
    let suspended = QuestionFilter { suspended: true, ..QuestionFilter::default() };
    assert_eq!(ids(&rows(&mut bench.app, suspended)), [QUESTION]);
    assert_ne!(bench.app.suggest_question(&[], None).unwrap().question.id, QUESTION);
    assert_ne!(bench.app.today().unwrap().first.unwrap().id, QUESTION);
    assert!(!bench.app.suspend_question(QUESTION, false).unwrap().row.suspended);
    assert_eq!(bench.app.suggest_question(&[], None).unwrap().question.id, QUESTION);

    // All of them: said plainly where a question is asked for, and in nobody's way elsewhere.
    let all: Vec<String> =
        rows(&mut bench.app, QuestionFilter::default()).into_iter().map(|row| row.id).collect();
    for id in &all {
        bench.app.suspend_question(id, true).unwrap();
    }
    assert!(matches!(bench.app.suggest_question(&[], None), Err(AppError::EverythingSuspended)));
    assert!(matches!(bench.app.suggest_question(&all[..2], Some(3)), Err(AppError::EverythingSuspended)));
    let today = bench.app.today().unwrap();
    assert!(today.first.is_none() && today.plan.iter().all(|row| !matches!(row.step, NextStep::New { .. })));
    assert!(bench.app.loops().unwrap().iter().flat_map(|one| &one.rounds).all(|round| round.available == 0));
}

#[test]
fn a_suggestion_fits_the_minutes_and_changes_the_competency() {
    let mut bench = Bench::new();
    bench.answer(QUESTION, STRONG);
    let mut last = bench.app.question(QUESTION).unwrap().competency;
    let mut not = Vec::new();
    for _ in 0..12 {
        let suggestion = bench.app.suggest_question(&not, Some(3)).unwrap();
        assert!(suggestion.question.minutes <= 3);
        assert_ne!(suggestion.question.competency, last, "twice running");
        assert!(!not.contains(&suggestion.question.id));
        assert!(suggestion.reason.is_some());
        last = suggestion.question.competency;
        not.push(suggestion.question.id);
    }
    let shortest = bench.app.suggest_question(&[], Some(1)).unwrap().question.minutes;
    let least = rows(&mut bench.app, QuestionFilter::default()).iter().map(|row| row.minutes).min().unwrap();
    assert_eq!(shortest, least.max(1));
}

#[test]
fn a_question_comes_back_in_review_once_it_is_answered() {
    let mut bench = Bench::new();
    assert!(matches!(bench.app.review_question(QUESTION, true), Err(AppError::NothingFinished)));
    let check = bench.answer(QUESTION, STRONG);
    let detail = bench.app.review_question(QUESTION, true).unwrap();
    assert_eq!(detail.answer_id, Some(check.answer_id));
    assert_eq!(detail.card.unwrap().due_day, "2026-03-11");
    assert_eq!(bench.app.review_question(QUESTION, false).unwrap().card, None);
}

#[test]
fn a_question_of_ones_own_is_written_revised_and_keeps_its_answers() {
    let mut bench = Bench::new();
    let id = saved(&mut bench.app, PROMPT);
    assert_eq!(id, "my-shipment-vaccines-got-warm-way");
    let detail = bench.app.question_detail(&id).unwrap();
    assert_eq!((&detail.row.origin, detail.version), (&Origin::Own, Some(0)));
    assert_eq!(detail.question.probes, ["Which sensor told you?", "Who could have stopped it?"]);
    assert_eq!(
        (detail.question.tags.as_slice(), detail.theme.as_str()),
        (&["cold-chain".to_owned()][..], "my own")
    );

    let check = bench.answer(&id, STRONG);
    let revised = QuestionDraft {
        minutes: 5,
        prompt: "What became of the warm vaccines?".into(),
        ..detail.draft.clone()
    };
    let outcome = bench.app.save_own_question(Some(&id), Some(0), &revised).unwrap();
    let SavedQuestion::Saved { detail: after, before: Some(before) } = outcome else { panic!("{outcome:?}") };
    assert_eq!(
        (after.question.id.as_str(), after.version, after.question.minutes),
        (id.as_str(), Some(1), 5)
    );
    assert_eq!((after.answer_id, after.row.takes), (Some(check.answer_id), 1));
    assert_eq!(*before, detail.draft);

    // What the window saw is no longer so.
    assert!(bench.app.save_own_question(Some(&id), Some(0), &revised).is_err());
    // The undo.
    bench.app.save_own_question(Some(&id), Some(1), &before).unwrap();
    let mut bench = bench.restart();
    let detail = bench.app.question_detail(&id).unwrap();
    assert_eq!((detail.question.prompt.as_str(), detail.version, detail.row.takes), (PROMPT, Some(2), 1));
}

#[test]
fn a_deleted_question_comes_back_and_its_id_is_never_given_again() {
    let mut bench = Bench::new();
    let id = saved(&mut bench.app, PROMPT);
    bench.answer(&id, STRONG);
    bench.app.delete_questions(std::slice::from_ref(&id)).unwrap();
    assert!(matches!(bench.app.question_detail(&id), Err(AppError::NoSuchQuestion { .. })));
    assert_eq!(bench.app.answers(&Default::default()).unwrap().rows.len(), 1, "its answer stays");
    let mut bench = bench.restart();
    let again = saved(&mut bench.app, PROMPT);
    assert_eq!(again, format!("{id}-2"));
    bench.app.delete_questions(std::slice::from_ref(&again)).unwrap();
    bench.app.restore_questions(std::slice::from_ref(&id)).unwrap();
    assert_eq!(bench.app.question_detail(&id).unwrap().row.takes, 1);
    assert_eq!(ids(&rows(&mut bench.app, own())), [&id]);
}

#[test]
fn what_is_wrong_with_a_draft_is_said_field_by_field() {
    let mut bench = Bench::new();
    #[track_caller]
    fn check(
        app: &mut App,
        change: impl FnOnce(&mut QuestionDraft),
        expected: &[(DraftField, Option<u32>, &str)],
    ) {
        let mut draft = draft(PROMPT);
        change(&mut draft);
        let check = app.check_own_question(None, &draft).unwrap();
        let found: Vec<_> = check
            .problems
            .iter()
            .map(|problem| (problem.field, problem.entry, problem.message.as_str()))
            .collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((field, entry, message), (of, at, part)) in found.into_iter().zip(expected) {
            assert_eq!((field, entry), (*of, *at), "{message}");
            assert!(message.contains(part), "{message}");
        }
        let saved = app.save_own_question(None, None, &draft).unwrap();
        assert!(expected.is_empty() || matches!(saved, SavedQuestion::Refused { check: c } if c == check));
    }
    let app = &mut bench.app;
    check(
        app,
        |draft| draft.prompt = "Why?".into(),
        &[(DraftField::Prompt, None, "Has 4 characters, and should have 12 to 300.")],
    );
    check(app, |draft| draft.probes[2] = "Too".into(), &[(DraftField::Probes, Some(2), "8 to 200")]);
    check(app, |draft| draft.probes.truncate(1), &[(DraftField::Probes, None, "1 entry")]);
    check(
        app,
        |draft| draft.competency = "cookery".into(),
        &[(DraftField::Competency, None, "no competency")],
    );
    check(app, |draft| draft.minutes = 99, &[(DraftField::Minutes, None, "1 to 15")]);
    check(app, |draft| draft.tags = vec!["a/b".into()], &[(DraftField::Tags, Some(0), "kebab-case")]);
    check(
        app,
        |draft| draft.strong[1] = "With\nbreak and enough words.".into(),
        &[(DraftField::Strong, Some(1), "line break")],
    );
    check(
        app,
        |draft| *draft = QuestionDraft::default(),
        &[
            (DraftField::Prompt, None, "no characters"),
            (DraftField::Competency, None, "no competency"),
            (DraftField::Dimensions, None, "1 to 4"),
            (DraftField::Kind, None, "no kind"),
            (DraftField::Level, None, "no level"),
            (DraftField::Minutes, None, "out of range"),
            (DraftField::Probes, None, "2 to 4"),
            (DraftField::Strong, None, "3 to 5"),
            (DraftField::FeatureQuote, None, "no characters"),
            (DraftField::FeatureWhy, None, "no characters"),
        ],
    );
    assert!(rows(app, own()).is_empty(), "nothing was kept");
    check(app, |_| {}, &[]);
}

#[test]
fn near_questions_and_misspelt_words_are_hints() {
    let mut bench = Bench::new();
    let near = draft("Describe a decision you made with hardly enough information.");
    let check = bench.app.check_own_question(None, &near).unwrap();
    assert_eq!(check.problems, []);
    assert_eq!(check.near[0].id, "decisions-without-information");
    assert!(check.near[0].alike >= 50 && check.near[0].origin == Origin::BuiltIn);
    let same = draft("Describe a decision you made without enough information.");
    let check = bench.app.check_own_question(None, &same).unwrap();
    assert!(check.problems[0].message.contains("decisions-without-information"), "{check:?}");

    let id = saved(&mut bench.app, PROMPT);
    let check = bench.app.check_own_question(Some(&id), &draft(PROMPT)).unwrap();
    assert_eq!((check.problems, check.near), (vec![], vec![]), "not near itself");
    let check = bench.app.check_own_question(None, &draft(PROMPT)).unwrap();
    assert_eq!(check.problems[0].field, DraftField::Prompt);

    let misspelt = QuestionDraft {
        feature_why: "The carrier acted on a seperate behavior.".into(),
        ..draft("What melted on your seperate shift?")
    };
    let check = bench.app.check_own_question(None, &misspelt).unwrap();
    let hints: Vec<_> = check.hints.iter().map(|hint| (hint.field, hint.message.as_str())).collect();
    let said = "“seperate” is spelt “separate”.";
    assert_eq!(
        hints,
        [(DraftField::Prompt, said), (DraftField::FeatureWhy, said)],
        "American spelling is one's own affair"
    );
}

#[test]
fn questions_of_others_are_neither_revised_nor_deleted() {
    let bench = Bench::new();
    let theirs = include_str!("../../../../question-bank/questions/failure-learning.toml")
        .replace("id = \"learning-", "id = \"my-")
        .replace("prompt = \"", "prompt = \"At the beehive: ");
    fs::write(bench.dir.path().join("questions/bees.toml"), &theirs).unwrap();
    let mut bench = bench.restart();
    let own_rows = rows(&mut bench.app, own());
    assert!(own_rows.iter().all(|row| row.origin == Origin::File { name: "bees.toml".into() }));
    let filed = own_rows[0].id.clone();
    for id in [QUESTION, &filed] {
        assert!(matches!(
            bench.app.save_own_question(Some(id), None, &draft(PROMPT)),
            Err(AppError::NotOwn { .. })
        ));
        let mine = saved(&mut bench.app, &format!("What about the other {} boxes?", id.len()));
        let both = [mine.clone(), id.to_owned()];
        assert!(matches!(bench.app.delete_questions(&both), Err(AppError::NotOwn { .. })));
        assert!(bench.app.question_detail(&mine).is_ok(), "none or all");
        bench.app.delete_questions(&[mine]).unwrap();
    }
    assert!(matches!(
        bench.app.save_own_question(Some("gone"), None, &draft(PROMPT)),
        Err(AppError::NoSuchQuestion { .. })
    ));
}

const PACK: &str = include_str!("../../../../question-bank/questions/failure-learning.toml");

/// A pack that could be a friend's.
fn pack() -> String {
    PACK.replace("id = \"learning-", "id = \"my-").replace("prompt = \"", "prompt = \"At the beehive: ")
}

fn look(app: &mut App, name: &str, text: &str) -> crate::view::PackPlan {
    app.preview_pack(name, text.len() as u64, text.as_bytes()).unwrap()
}

#[test]
fn a_pack_is_shown_applied_and_changes_nothing_the_second_time() {
    let mut bench = Bench::new();
    let plan = look(&mut bench.app, "/home/x/Friends.toml", &pack());
    assert_eq!((plan.name.as_str(), plan.format.as_str(), plan.can_apply), ("Friends", "TOML", true));
    assert_eq!((plan.problems.len(), plan.changed.len(), plan.same.len(), plan.refused.len()), (0, 0, 0, 0));
    assert!(rows(&mut bench.app, own()).is_empty(), "shown, and not applied");
    let applied = bench.app.apply_pack(plan.token).unwrap();
    assert_eq!((applied.new.len(), applied.changed.len()), (plan.new.len(), 0));
    let mut bench = bench.restart();
    let own_rows = rows(&mut bench.app, own());
    assert_eq!(own_rows.len(), plan.new.len());
    assert_eq!(own_rows[0].origin, Origin::Pack { name: "Friends".into() });

    let again = look(&mut bench.app, "Friends.toml", &pack());
    assert_eq!((again.new.len(), again.same.len(), again.can_apply), (0, plan.new.len(), false));

    // A new edition: one question reworded, one more.
    let edition = pack().replace("minutes = 3", "minutes = 4");
    let plan = look(&mut bench.app, "Friends.toml", &edition);
    assert!(!plan.changed.is_empty() && plan.new.is_empty() && plan.refused.is_empty());
    assert!(plan.changed.iter().all(|row| row.notes == ["minutes"]), "{plan:?}");
    bench.app.apply_pack(plan.token).unwrap();
    assert!(matches!(bench.app.apply_pack(plan.token), Err(AppError::PackChanged)), "once");

    // The undo of an import, and of that.
    bench.app.delete_questions(&applied.new).unwrap();
    assert!(rows(&mut bench.app, own()).is_empty());
    let back = look(&mut bench.app, "Friends.toml", &edition);
    assert_eq!(back.new.len(), applied.new.len());
    bench.app.apply_pack(back.token).unwrap();
    assert_eq!(rows(&mut bench.app, own()).len(), applied.new.len());
}

#[test]
fn a_pack_never_touches_what_is_the_users_own() {
    let mut bench = Bench::new();
    let id = saved(&mut bench.app, PROMPT);
    let folder = bench.dir.path().join("exports");
    let exported = bench.app.export_questions(&ExportChoice::Own, PackFormat::Toml, &folder).unwrap();
    let mine = fs::read_to_string(&exported.path).unwrap();
    assert_eq!(look(&mut bench.app, "mine.toml", &mine).same.len(), 1, "its own export");

    let changed = mine.replace("minutes = 3", "minutes = 9");
    let plan = look(&mut bench.app, "mine.toml", &changed);
    assert_eq!((plan.refused.len(), plan.can_apply), (1, false));
    assert!(plan.refused[0].notes[0].contains("in your own questions"), "{plan:?}");
    let reworded = mine.replace(&id, "my-other");
    assert!(look(&mut bench.app, "mine.toml", &reworded).refused[0].notes[0].contains("the same words"));
    let reserved = mine.replace(&id, "risk-other").replace("vaccines", "oysters");
    assert!(look(&mut bench.app, "mine.toml", &reserved).refused[0].notes[0].contains("Begin it with “my-”"));

    bench.app.delete_questions(std::slice::from_ref(&id)).unwrap();
    let plan = look(&mut bench.app, "mine.toml", &changed);
    assert!(plan.refused[0].notes[0].contains("that you deleted"), "{plan:?}");
    let plan = look(&mut bench.app, "mine.toml", &mine);
    assert_eq!(plan.new.len(), 1, "word for word: it comes back");
    bench.app.apply_pack(plan.token).unwrap();
    assert_eq!(bench.app.question_detail(&id).unwrap().row.origin, Origin::Own);
}

#[test]
fn a_pack_that_would_do_something_else_than_was_shown_is_refused() {
    let mut bench = Bench::new();
    let plan = look(&mut bench.app, "Friends.toml", &pack());
    assert!(matches!(bench.app.apply_pack(plan.token + 1), Err(AppError::PackChanged)));
    let plan = look(&mut bench.app, "Friends.toml", &pack());
    let prompt = plan.new[0].prompt.clone();
    saved(&mut bench.app, &prompt);
    assert!(matches!(bench.app.apply_pack(plan.token), Err(AppError::PackChanged)));
    assert_eq!(rows(&mut bench.app, own()).len(), 1, "nothing came in");
}

#[test]
fn a_bad_pack_is_told_and_changes_nothing() {
    let mut bench = Bench::new();
    #[track_caller]
    fn check(app: &mut App, name: &str, size: u64, bytes: &[u8], part: &str) {
        let plan = app.preview_pack(name, size, bytes).unwrap();
        assert!(!plan.can_apply && plan.new.is_empty());
        assert!(plan.problems[0].message.contains(part), "{:?}", plan.problems);
        assert!(matches!(app.apply_pack(plan.token), Err(AppError::PackChanged)));
    }
    let app = &mut bench.app;
    check(app, "huge.toml", 200 << 20, b"", "209715200 bytes");
    check(app, "many.toml", 9, "[[question]]\n".repeat(200_000).as_bytes(), "200000 questions");
    check(app, "deep.json", 9, "[".repeat(1_000_000).as_bytes(), "not JSON");
    check(app, "latin.csv", 9, b"id,prompt\ncaf\xe9,x", "not UTF-8");
    check(app, "nul.json", 9, b"{\"question\":\0}", "NUL");
    check(app, "twice.toml", 9, format!("{0}\n{0}", pack()).as_bytes(), "already the id");
    check(app, "rtl.toml", 9, pack().replacen("beehive", "bee\u{202e}hive", 1).as_bytes(), "U+202E");
    assert!(rows(app, own()).is_empty());
}

#[test]
fn html_in_a_pack_stays_text() {
    let mut bench = Bench::new();
    let text = pack().replacen("At the beehive: ", "<img src=x onerror=alert(1)> ", 1);
    let plan = look(&mut bench.app, "x.toml", &text);
    bench.app.apply_pack(plan.token).unwrap();
    let found = QuestionFilter { query: "onerror".into(), ..own() };
    assert!(rows(&mut bench.app, found)[0].prompt.starts_with("<img src=x onerror=alert(1)> "));
}

#[test]
fn exports_go_into_new_files_and_read_back() {
    let mut bench = Bench::new();
    let folder = bench.dir.path().join("exports");
    let nothing = bench.app.export_questions(&ExportChoice::Own, PackFormat::Csv, &folder);
    assert!(matches!(nothing, Err(AppError::NothingToExport)));
    let debt = ExportChoice::Competency { id: "technical-debt".into() };
    let mut paths = Vec::new();
    for (format, ending) in [
        (PackFormat::Toml, "2026-03-10.toml"),
        (PackFormat::Toml, "2026-03-10-2.toml"),
        (PackFormat::Json, "2026-03-10.json"),
        (PackFormat::Csv, "2026-03-10.csv"),
    ] {
        let exported = bench.app.export_questions(&debt, format, &folder).unwrap();
        assert!(exported.path.ends_with(&format!("technical-debt-{ending}")), "{}", exported.path);
        let bytes = fs::read(&exported.path).unwrap();
        let plan = bench.app.preview_pack(&exported.path, bytes.len() as u64, &bytes).unwrap();
        assert_eq!((plan.same.len(), plan.problems.as_slice()), (exported.questions as usize, &[][..]));
        paths.push(exported.path);
    }
    assert_eq!(fs::read(&paths[0]).unwrap(), fs::read(&paths[1]).unwrap());
    let selection = ExportChoice::Selection { ids: vec!["gone".into(), QUESTION.into(), QUESTION.into()] };
    assert_eq!(bench.app.export_questions(&selection, PackFormat::Json, &folder).unwrap().questions, 1);
    let file = bench.dir.path().join("a-file");
    fs::write(&file, b"").unwrap();
    let error = bench.app.export_questions(&debt, PackFormat::Toml, &file.join("below")).unwrap_err();
    assert!(error.to_string().contains("a-file") && error.detail().is_some());
}

#[test]
fn own_questions_are_in_the_backups() {
    let mut bench = Bench::new();
    bench.answer(QUESTION, STRONG);
    let id = saved(&mut bench.app, PROMPT);
    let path = bench.app.back_up_now().unwrap().path;
    bench.app.delete_questions(std::slice::from_ref(&id)).unwrap();
    let Bench { app, clock, dir } = bench;
    drop(app);
    let mut app = App::open(dir.path(), clock, Open::Restoring(path.into())).unwrap();
    assert!(app.question_detail(&id).is_ok());
}

#[test]
fn every_round_of_every_loop_has_questions() {
    let mut bench = Bench::new();
    let loops = bench.app.loops().unwrap();
    assert_eq!(loops.len(), 7);
    for round in loops.iter().flat_map(|one| &one.rounds) {
        assert!(
            round.available >= round.questions,
            "{}: {} of {}",
            round.name,
            round.available,
            round.questions
        );
    }
    assert_eq!((loops[0].id.as_str(), loops[0].minutes), ("recruiter-screen", 30));
    assert!(loops.iter().any(|one| one.rounds.iter().any(|round| round.written)));
}
