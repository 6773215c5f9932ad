use std::fs;

use jiff::Timestamp;
use rusqlite::Connection;

use super::MIGRATIONS;
use crate::cards::tests::new_card;
use crate::open::open_with;
use crate::testing::{minute, new_answer, new_take, noon};
use crate::{
    DataDir, Finish, NewTake, OpenError, Opened, SCHEMA_VERSION, Scored, Source, StoreError, list_backups,
};

const ADD_NOTE: &str = "ALTER TABLE answers ADD COLUMN note TEXT NOT NULL DEFAULT 'none';";

fn open(dir: &DataDir, steps: &[&str], now: Timestamp) -> Result<Opened, OpenError> {
    open_with(dir, now, steps)
}

fn version(dir: &DataDir) -> u32 {
    Connection::open(dir.database())
        .unwrap()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

/// A closed store at version 1 with one answer.
fn version_one(dir: &DataDir) {
    let mut store = open(dir, &MIGRATIONS[..1], noon()).unwrap().into_store();
    store.write(|tx| tx.insert_answer(&new_answer("q"), noon())).unwrap();
}

#[test]
fn an_empty_file_gets_the_whole_schema_and_no_backup() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    let store = open(&dir, MIGRATIONS, noon()).unwrap().into_store();
    let tables: String = store
        .connection()
        .query_row(
            "SELECT group_concat(name, ' ' ORDER BY name) FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(
        tables,
        "answers cards drill_log drill_rounds drills ignored_findings mock_events mock_slots mocks question_notes questions review_log settings stories story_answers suspended_questions takes unfinished_words"
    );
    let loose: u32 = store
        .connection()
        .query_row(
            "SELECT count(*) FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(loose, 0, "a table is not STRICT");
    drop(store);
    assert_eq!(version(&dir), SCHEMA_VERSION);
    assert_eq!(list_backups(&dir), []);
}

#[test]
fn an_older_file_is_backed_up_and_brought_up_to_date() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    version_one(&dir);
    let steps = [MIGRATIONS[0], ADD_NOTE, "UPDATE answers SET note = 'two steps';"];
    let Opened::Existing(store) = open(&dir, &steps, minute(1)).unwrap() else { panic!() };
    let note: String =
        store.connection().query_row("SELECT note FROM answers", [], |row| row.get(0)).unwrap();
    assert_eq!(note, "two steps");
    // Already in the main file's header, where an older build looks.
    assert_eq!(fs::read(dir.database()).unwrap()[60..64], 3u32.to_be_bytes());
    drop(store);
    let backups = list_backups(&dir);
    assert_eq!(backups.len(), 1);
    assert_eq!((backups[0].schema_version, backups[0].answers, backups[0].verified), (1, 1, true));
    assert_eq!(backups[0].at, minute(1));

    // Up to date: opened again without another backup.
    open(&dir, &steps, minute(2)).unwrap();
    assert_eq!(list_backups(&dir).len(), 1);
    // And refused by the older build.
    assert!(matches!(open(&dir, &MIGRATIONS[..2], minute(3)), Err(OpenError::Newer { found: 3, .. })));
}

#[test]
fn answers_of_the_first_version_are_all_there_in_the_next() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    version_one(&dir);
    let mut store = open(&dir, MIGRATIONS, minute(1)).unwrap().into_store();
    assert!(store.answer_by_question("q").unwrap().is_some());
    assert_eq!((store.kept_questions().unwrap(), store.suspended_questions().unwrap().len()), (vec![], 0));
    store.write(|tx| tx.insert_question("my-a", None, "{}", minute(1))).unwrap();
    let backups = list_backups(&dir);
    assert_eq!((backups.len(), backups[0].schema_version, backups[0].answers), (1, 1, 1));
}

#[test]
fn drafts_of_the_second_version_stay_and_mocks_can_be_begun() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    let mut store = open(&dir, &MIGRATIONS[..2], noon()).unwrap().into_store();
    store
        .connection()
        .execute_batch(
            "INSERT INTO answers (question_id, prompt, competency, level, mode, created_at, updated_at)
            VALUES ('q', 'Why?', 'c', 'senior', 'm', 0, 0);
         INSERT INTO takes (answer_id, ordinal, medium, source, state, text, budget_ms, started_at, saved_at)
            VALUES (1, 1, 'typed', 'practice', 'draft', 'I chose', 0, 0, 0);",
        )
        .unwrap();
    store.write(|tx| tx.insert_question("my-a", None, "{}", noon())).unwrap();
    drop(store);
    let mut store = open(&dir, MIGRATIONS, minute(1)).unwrap().into_store();
    let backups = list_backups(&dir);
    assert_eq!((backups.len(), backups[0].schema_version, backups[0].verified), (1, 2, true));
    let draft = store.running_draft().unwrap().unwrap();
    assert_eq!((draft.text.as_str(), store.kept_questions().unwrap().len()), ("I chose", 1));
    let take = NewTake { source: Source::Mock, ..new_take(draft.answer_id) };
    store.write(|tx| tx.insert_take(&take, minute(1))).unwrap();
    assert!(matches!(
        store.write(|tx| tx.insert_take(&new_take(draft.answer_id), minute(1))),
        Err(StoreError::DraftExists { draft: found, .. }) if found == draft.id
    ));
    assert_eq!((store.mock_under_way().unwrap(), store.ended_mocks().unwrap()), (None, vec![]));
}

#[test]
fn answers_of_the_third_version_can_be_linked_to_stories() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    let mut store = open(&dir, &MIGRATIONS[..3], noon()).unwrap().into_store();
    let answer = store.write(|tx| tx.insert_answer(&new_answer("q"), noon())).unwrap();
    drop(store);
    let mut store = open(&dir, MIGRATIONS, minute(1)).unwrap().into_store();
    assert_eq!((store.stories().unwrap(), store.linked_answers().unwrap()), (vec![], vec![]));
    let story = store
        .write(|tx| {
            let story = tx.insert_story("Refund path", "{}", minute(1))?;
            tx.link_story(story, answer, true, minute(1)).map(|()| story)
        })
        .unwrap();
    assert_eq!(store.linked_answers().unwrap(), [(answer, story)]);
    assert_eq!(list_backups(&dir)[0].schema_version, 3);
}

#[test]
fn takes_of_the_third_version_stay_and_are_gone_through_for_drills() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    let mut store = open(&dir, &MIGRATIONS[..3], noon()).unwrap().into_store();
    let answer = store.write(|tx| tx.insert_answer(&new_answer("q"), noon())).unwrap();
    let take = store.write(|tx| tx.insert_take(&new_take(answer), noon())).unwrap();
    let finish = Finish { text: "I tracked the plan.", elapsed_ms: 1, scored: Scored::default() };
    store.write(|tx| tx.finish_take(take.id, 0, &finish, noon())).unwrap();
    drop(store);
    let mut store = open(&dir, MIGRATIONS, minute(1)).unwrap().into_store();
    let backups = list_backups(&dir);
    assert_eq!((backups.len(), backups[0].schema_version, backups[0].verified), (1, 3, true));
    store.write(|tx| tx.insert_card(&new_card(answer))).unwrap();
    let card = store.all_cards().unwrap().remove(0);
    assert_eq!((card.budget_ms, card.times_ms), (Some(180_000), vec![1]));
    assert_eq!(store.latest_finished_take(answer).unwrap().unwrap().text, "I tracked the plan.");
    assert_eq!(
        (store.unseen_for_drills("1", 9).unwrap(), store.drills_in_play().unwrap()),
        (vec![answer], vec![])
    );
}

#[test]
fn a_failing_step_leaves_the_file_as_it_was_and_keeps_the_backup() {
    let dangling =
        "INSERT INTO takes (answer_id, ordinal, medium, source, state, text, budget_ms, started_at, saved_at)
        VALUES (99, 1, 'typed', 'practice', 'draft', '', 0, 0, 0);";
    for failing in ["INSERT INTO nowhere VALUES (1);", "CREATE TABLE x (a); NONSENSE;", dangling] {
        let home = tempfile::tempdir().unwrap();
        let dir = DataDir::new(home.path());
        version_one(&dir);
        let before = fs::read(dir.database()).unwrap();
        let error = open(&dir, &[MIGRATIONS[0], ADD_NOTE, failing], minute(1)).map(|_| ()).unwrap_err();
        let OpenError::UpgradeFailed { from: 1, to: 3, backup: Some(backup), .. } = error else {
            panic!("{failing}: {error:?}")
        };
        assert!(fs::read(dir.database()).unwrap() == before, "{failing}: the file was changed");
        let backups = list_backups(&dir);
        assert_eq!((backups.len(), &backups[0].path, backups[0].verified), (1, &backup, true));
        // The older build goes on as if nothing had been.
        let store = open(&dir, &MIGRATIONS[..1], minute(2)).unwrap().into_store();
        assert!(store.answer_by_question("q").unwrap().is_some());
    }
}

#[test]
fn rebuilding_a_table_does_not_take_along_what_refers_to_it() {
    let first = "CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE children (parent INTEGER REFERENCES parents (id) ON DELETE CASCADE) STRICT;
        INSERT INTO parents VALUES (1); INSERT INTO children VALUES (1);";
    let rebuild = "CREATE TABLE parents_next (id INTEGER PRIMARY KEY, name TEXT) STRICT;
        INSERT INTO parents_next SELECT id, 'x' FROM parents;
        DROP TABLE parents; ALTER TABLE parents_next RENAME TO parents;";
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    open(&dir, &[first], noon()).unwrap();
    let store = open(&dir, &[first, rebuild], noon()).unwrap().into_store();
    let children: u32 =
        store.connection().query_row("SELECT count(*) FROM children", [], |row| row.get(0)).unwrap();
    assert_eq!(children, 1);
    // References are enforced again afterwards.
    assert!(store.connection().execute("INSERT INTO children VALUES (7)", []).is_err());
}
