use std::{fs, path::Path};

use crate::{
    App, Open,
    testing::{Bench, QUESTION, STRONG, StillClock},
    view::TroubleKind,
};

fn trouble(dir: &Path) -> crate::view::Trouble {
    let error = App::open(dir, StillClock::at("2026-03-12T09:00:00Z"), Open::AsItIs).unwrap_err();
    error.view(dir)
}

fn with_an_answer() -> tempfile::TempDir {
    let mut bench = Bench::new();
    bench.answer(QUESTION, STRONG);
    bench.app.back_up_now().unwrap();
    let Bench { app, dir, .. } = bench;
    drop(app);
    dir
}

#[test]
fn what_is_in_the_way_is_said_and_can_be_mended() {
    #[track_caller]
    fn check(harm: impl FnOnce(&Path), kind: TroubleKind) {
        let dir = with_an_answer();
        harm(&dir.path().join("answerable.db"));
        let seen = trouble(dir.path());
        assert_eq!(seen.kind, kind, "{seen:?}");
        assert!(seen.can_start_fresh && !seen.backups.is_empty());
        let newest = seen.backups[0].path.clone().into();
        let mut app =
            App::open(dir.path(), StillClock::at("2026-03-12T09:00:00Z"), Open::Restoring(newest)).unwrap();
        assert_eq!(app.answers(&Default::default()).unwrap().rows.len(), 1);
    }
    check(|db| fs::remove_file(db).unwrap(), TroubleKind::Missing);
    check(|db| fs::write(db, b"").unwrap(), TroubleKind::Empty);
    check(
        |db| fs::write(db, b"not a database at all, but long enough to look at").unwrap(),
        TroubleKind::Damaged,
    );
}

#[test]
fn starting_afresh_sets_the_old_file_aside() {
    let dir = with_an_answer();
    fs::write(dir.path().join("answerable.db"), b"scribble").unwrap();
    let clock = StillClock::at("2026-03-12T09:00:00Z");
    let mut app = App::open(dir.path(), clock, Open::Fresh).unwrap();
    assert!(app.ready().unwrap().first_run);
    let aside = fs::read_dir(dir.path()).unwrap().filter_map(Result::ok).find(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("answerable.damaged-")
    });
    assert_eq!(fs::read(aside.unwrap().path()).unwrap(), b"scribble");
}

#[test]
fn only_backups_of_this_folder_are_restored() {
    let dir = with_an_answer();
    let elsewhere = with_an_answer();
    fs::remove_file(dir.path().join("answerable.db")).unwrap();
    let path = elsewhere.path().join("answerable.db");
    let error =
        App::open(dir.path(), StillClock::at("2026-03-12T09:00:00Z"), Open::Restoring(path)).unwrap_err();
    assert_eq!(error.view(dir.path()).kind, TroubleKind::Other);
}

#[test]
fn a_second_instance_and_an_unwritable_folder_are_said() {
    let bench = Bench::new();
    assert_eq!(trouble(bench.dir.path()).kind, TroubleKind::AlreadyOpen);
    let file = bench.dir.path().join("a-file");
    fs::write(&file, b"").unwrap();
    let below = trouble(&file.join("data"));
    assert_eq!(below.kind, TroubleKind::NotWritable);
    assert!(below.path.contains("a-file") && !below.can_start_fresh);
}

#[test]
fn a_broken_file_of_the_user_is_named_and_the_rest_works() {
    let bench = Bench::new();
    let questions = bench.dir.path().join("questions");
    let rules = bench.dir.path().join("rules");
    fs::create_dir_all(&questions).unwrap();
    fs::create_dir_all(&rules).unwrap();
    fs::write(questions.join("mine.toml"), "[[question]]\nid = \"my-one\"\nprompt = \"unfinished\n").unwrap();
    fs::write(questions.join("notes.txt"), "not looked at").unwrap();
    fs::write(rules.join("own.toml"), "[[rule]]\nid = 3\n").unwrap();
    let mut bench = bench.restart();
    let problems = bench.app.ready().unwrap().problems;
    let files: Vec<_> = problems.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
    assert_eq!(files.first().copied(), Some(("mine.toml", 3)), "{problems:?}");
    assert!(files.iter().any(|(file, _)| *file == "own.toml"), "{problems:?}");
    bench.answer(QUESTION, STRONG);
}

const KEY_RULE: &str = r#"dimension = "ownership"

[[rule]]
name = "kept-the-key"
kind = "strong"
match = ["keep/verb the brass key"]
extend = "match"
weight = 4.0
note = "takes it on"
why = "You take it on yourself."
ask = "What could you decide alone?"
hits = ["I {kept the brass key} because nobody else was on call.", "I {kept the brass key} for a week."]
misses = ["They kept the brass key.", "I did not keep the brass key."]
"#;

#[test]
fn own_rules_are_read_again_without_a_restart() {
    let mut bench = Bench::new();
    let rules = bench.dir.path().join("rules");
    let own = bench.app.own_rules().unwrap();
    assert_eq!((own.folder.as_str(), own.files.len(), own.example), (rules.to_str().unwrap(), 0, false));

    fs::write(rules.join("keys.toml"), KEY_RULE).unwrap();
    fs::write(rules.join("broken.toml"), KEY_RULE.replace("kind = \"strong\"", "kind = \"mighty\"")).unwrap();
    fs::write(rules.join("latin.toml"), b"dimension = \"impact\"\n# caf\xe9\n").unwrap();
    let own = bench.app.reread_own_rules().unwrap();
    let files: Vec<_> = own.files.iter().map(|file| (file.name.as_str(), file.rules)).collect();
    assert_eq!(files, [("broken.toml", 0), ("keys.toml", 1), ("latin.toml", 0)]);
    let problems: Vec<_> = own.problems.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
    assert_eq!(problems, [("latin.toml", 2), ("broken.toml", 5)], "{:?}", own.problems);
    assert!(own.problems[1].message.contains("mighty"), "{:?}", own.problems);
    assert_eq!(bench.app.ready().unwrap().problems, own.problems);

    let rule = bench.app.rule("ownership/kept-the-key").unwrap();
    assert_eq!((rule.file.as_deref(), rule.patterns.len()), (Some("keys.toml"), 1));
    let check = bench.answer(QUESTION, &format!("{STRONG} I kept the brass key because nobody else could."));
    assert!(check.marks.iter().any(|mark| mark.rule == rule.id), "{:?}", check.marks);
    let used = bench.app.rule_use(&rule.id).unwrap();
    assert_eq!((used.marks, used.takes, used.of), (1, 1, 1));

    assert!(!bench.app.set_rule(&rule.id, false).unwrap().on);
    fs::remove_file(rules.join("keys.toml")).unwrap();
    let own = bench.app.reread_own_rules().unwrap();
    assert_eq!(own.files.len(), 2);
    assert!(bench.app.rule(&rule.id).is_err());
}

#[test]
fn the_example_is_written_once_and_never_over_a_file() {
    let mut bench = Bench::new();
    let path = bench.dir.path().join("rules/example.toml");
    let own = bench.app.write_example_rules().unwrap();
    assert!(own.example && own.problems.is_empty(), "{own:?}");
    assert_eq!((own.files[0].name.as_str(), own.files[0].rules), ("example.toml", 1));
    fs::write(&path, KEY_RULE).unwrap();
    bench.app.write_example_rules().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), KEY_RULE);
    assert_eq!(bench.app.rule("ownership/kept-the-key").unwrap().file.as_deref(), Some("example.toml"));
}

#[test]
fn settings_survive_a_restart() {
    let mut bench = Bench::new();
    let mut settings = bench.app.settings().unwrap();
    settings.text_size = 150;
    bench.app.save_settings(&settings).unwrap();
    let mut bench = bench.restart();
    assert_eq!(bench.app.ready().unwrap().settings, settings);
    settings.retention = 200;
    assert!(bench.app.save_settings(&settings).is_err());
    assert_eq!(bench.app.settings().unwrap().retention, 90);
}

#[test]
fn data_says_where_everything_is() {
    let dir = with_an_answer();
    let mut app = App::open(dir.path(), StillClock::at("2026-03-12T09:00:00Z"), Open::AsItIs).unwrap();
    let data = app.data().unwrap();
    assert_eq!((data.answers, data.dir.as_str()), (1, dir.path().to_str().unwrap()));
    assert!(data.bytes > 0 && data.questions >= 60 && data.rules >= 60, "{data:?}");
    assert!(data.backups.iter().all(|backup| backup.verified && backup.answers == 1));
}
