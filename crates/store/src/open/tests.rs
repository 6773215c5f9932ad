use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tempfile::TempDir;

use crate::testing::{minute, new_answer, new_take, noon};
use crate::{
    DataDir, Finish, OpenError, Opened, SCHEMA_VERSION, Scored, Store, StoreError, list_backups, open,
    restore, start_fresh,
};

struct Home {
    dir: DataDir,
    _folder: TempDir,
}

fn empty_home() -> Home {
    let folder = tempfile::tempdir().unwrap();
    Home { dir: DataDir::new(folder.path()), _folder: folder }
}

/// A closed store with `takes` finished takes, some pages long altogether, and one backup.
fn home_with(takes: u32) -> Home {
    let home = empty_home();
    let mut store = open(&home.dir, noon()).unwrap().into_store();
    fill(&mut store, takes);
    store.backup_now(noon()).unwrap();
    home
}

fn fill(store: &mut Store, takes: u32) {
    store
        .write(|tx| {
            for number in 0..takes {
                let answer = tx.insert_answer(&new_answer(&format!("q{number}")), noon())?;
                let take = tx.insert_take(&new_take(answer), noon())?.id;
                let text = format!("I moved refunds behind a flag, number {number}. ").repeat(40);
                let finish = Finish { text: &text, elapsed_ms: 1, scored: Scored::default() };
                tx.finish_take(take, 0, &finish, noon())?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

fn answers(store: &Store) -> u32 {
    store.list_answers(&Default::default()).unwrap().total
}

/// Name and content of every file in the folder, the lock file and SQLite's cache of the WAL left out.
fn files(dir: &DataDir) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .filter(|(name, _)| !name.ends_with(".lock") && !name.ends_with("-shm"))
        .collect()
}

/// Opens the folder, expects an error, and expects every file to be as it was.
#[track_caller]
fn refused(dir: &DataDir) -> OpenError {
    let before = files(dir);
    let error = open(dir, noon()).map(|_| ()).unwrap_err();
    assert_eq!(files(dir).keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "{error:?}");
    assert!(files(dir) == before, "{error:?} changed a file");
    error
}

fn plain(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

#[test]
fn the_first_start_makes_a_store_and_the_next_one_finds_it() {
    let home = empty_home();
    let dir = DataDir::new(home.dir.path().join("new").join("folder"));
    let Opened::FirstRun(store) = open(&dir, noon()).unwrap() else { panic!("not a first run") };
    drop(store);
    assert!(dir.marker().exists());
    assert!(matches!(open(&dir, noon()).unwrap(), Opened::Existing(_)));
}

#[test]
fn the_connection_is_durable_and_guarded() {
    let home = empty_home();
    let store = open(&home.dir, noon()).unwrap().into_store();
    let check = |pragma: &str, expected: &str| {
        let found: rusqlite::types::Value =
            store.connection().pragma_query_value(None, pragma, |row| row.get(0)).unwrap();
        let found = match found {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{other:?}"),
        };
        assert_eq!(found, expected, "{pragma}");
    };
    check("journal_mode", "wal");
    check("synchronous", "2");
    check("foreign_keys", "1");
    check("trusted_schema", "0");
    check("cell_size_check", "1");
    check("busy_timeout", "5000");
    check("application_id", &crate::connection::APPLICATION_ID.to_string());
    check("user_version", &SCHEMA_VERSION.to_string());
    assert!(rusqlite::version_number() >= 3_054_000);
    // Nothing is left to checkpoint, and the companions go with the connection.
    drop(store);
    let names: Vec<String> = files(&home.dir).into_keys().collect();
    assert_eq!(names, ["answerable.db", "answerable.marker"]);
}

#[test]
fn a_second_instance_is_refused_and_a_later_one_is_not() {
    let home = empty_home();
    let first = open(&home.dir, noon()).unwrap();
    assert!(matches!(open(&home.dir, noon()), Err(OpenError::AlreadyOpen)));
    assert!(matches!(start_fresh(&home.dir, noon()), Err(OpenError::AlreadyOpen)));
    drop(first);
    open(&home.dir, noon()).unwrap();
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let home = empty_home();
    let file = home.dir.path().join("file");
    fs::write(&file, "not a folder").unwrap();
    let dir = DataDir::new(file.join("below"));
    assert!(matches!(open(&dir, noon()), Err(OpenError::NotWritable { path, .. }) if path == dir.path()));
}

#[test]
fn a_missing_database_is_not_a_first_run() {
    let home = home_with(2);
    fs::remove_file(home.dir.database()).unwrap();
    let OpenError::Missing { backups } = refused(&home.dir) else { panic!() };
    assert_eq!((backups.len(), backups[0].answers, backups[0].verified), (1, 2, true));

    // Without the marker, a backup is proof enough …
    fs::remove_file(home.dir.marker()).unwrap();
    assert!(matches!(refused(&home.dir), OpenError::Missing { .. }));
    // … and so is a WAL; without any of the three it is a first run.
    fs::remove_dir_all(home.dir.backups()).unwrap();
    fs::write(home.dir.path().join("answerable.db-wal"), "saves").unwrap();
    assert!(matches!(refused(&home.dir), OpenError::Missing { .. }));
    fs::remove_file(home.dir.path().join("answerable.db-wal")).unwrap();
    assert!(matches!(open(&home.dir, noon()).unwrap(), Opened::FirstRun(_)));
}

#[test]
fn an_emptied_database_is_not_a_first_run() {
    let home = home_with(2);
    fs::write(home.dir.database(), "").unwrap();
    assert!(matches!(refused(&home.dir), OpenError::Empty { backups } if backups[0].answers == 2));

    // The same for a database without a single table.
    fs::remove_file(home.dir.database()).unwrap();
    plain(&home.dir.database())
        .pragma_update(None, "application_id", crate::connection::APPLICATION_ID)
        .unwrap();
    assert!(matches!(refused(&home.dir), OpenError::Empty { .. }));
}

#[test]
fn a_first_run_that_was_cut_off_is_begun_again() {
    for bytes in [0, 1] {
        let home = empty_home();
        if bytes == 0 {
            fs::write(home.dir.database(), "").unwrap();
        } else {
            plain(&home.dir.database())
                .pragma_update(None, "application_id", crate::connection::APPLICATION_ID)
                .unwrap();
        }
        assert!(matches!(open(&home.dir, noon()).unwrap(), Opened::FirstRun(_)));
    }
}

#[test]
fn a_damaged_database_stays_until_a_backup_is_chosen() {
    let home = home_with(60);
    let mut bytes = fs::read(home.dir.database()).unwrap();
    let (from, to) = (bytes.len() / 2 / 4096 * 4096, bytes.len() / 2 / 4096 * 4096 + 5 * 4096);
    bytes[from..to].fill(0xAA);
    fs::write(home.dir.database(), &bytes).unwrap();

    let OpenError::Damaged { detail, backups } = refused(&home.dir) else { panic!() };
    assert!(!detail.is_empty());
    let backup = backups.iter().find(|backup| backup.verified).unwrap();
    let store = restore(&home.dir, backup, minute(1)).unwrap();
    assert_eq!(answers(&store), 60);
    drop(store);
    let aside = fs::read(home.dir.path().join("answerable.damaged-20260310T120100.000.db")).unwrap();
    assert!(aside == bytes, "the damaged file was changed");
    assert!(matches!(open(&home.dir, noon()).unwrap(), Opened::Existing(_)));
}

#[test]
fn starting_afresh_sets_the_damaged_file_aside() {
    let home = home_with(1);
    for (attempt, name) in
        [(1, "answerable.damaged-20260310T120000.000.db"), (2, "answerable.damaged-20260310T120000.000-2.db")]
    {
        let damaged = format!("shopping list {attempt}");
        fs::write(home.dir.database(), &damaged).unwrap();
        let OpenError::Damaged { detail, backups } = refused(&home.dir) else { panic!() };
        assert_eq!(detail, "the file does not begin like a database");
        assert_eq!(backups.len(), 1);
        let store = start_fresh(&home.dir, noon()).unwrap();
        assert_eq!(answers(&store), 0);
        assert_eq!(fs::read_to_string(home.dir.path().join(name)).unwrap(), damaged);
    }
}

#[test]
fn a_newer_database_is_refused_untouched() {
    let home = home_with(1);
    plain(&home.dir.database()).pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(refused(&home.dir), OpenError::Newer { found: 99, supported: SCHEMA_VERSION }));
    assert!(!home.dir.path().join("answerable.db-shm").exists());
}

#[test]
fn a_newer_version_is_seen_even_if_a_crash_left_it_in_the_wal() {
    let home = home_with(1);
    let newer = plain(&home.dir.database());
    newer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    assert!(files(&home.dir)["answerable.db-wal"].len() > 4096);
    assert!(matches!(refused(&home.dir), OpenError::Newer { found: 99, .. }));
}

#[test]
fn the_database_of_another_program_is_refused_untouched() {
    for application_id in [0, 7] {
        let home = empty_home();
        let other = plain(&home.dir.database());
        other.execute_batch("CREATE TABLE birds (name TEXT)").unwrap();
        other.pragma_update(None, "application_id", application_id).unwrap();
        drop(other);
        assert!(matches!(refused(&home.dir), OpenError::WrongFile { path } if path == home.dir.database()));
    }
}

#[test]
fn a_backup_that_is_not_sound_or_too_new_is_not_restored() {
    let home = home_with(1);
    let good = list_backups(&home.dir).remove(0);
    let before = files(&home.dir);

    let newer = crate::BackupInfo { path: home.dir.backups().join("newer.db"), ..good.clone() };
    fs::copy(&good.path, &newer.path).unwrap();
    plain(&newer.path).pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    let Err(OpenError::Newer { found, .. }) = restore(&home.dir, &newer, noon()) else { panic!("restored") };
    assert_eq!(found, SCHEMA_VERSION + 1);

    fs::write(&good.path, "moths").unwrap();
    assert!(
        matches!(restore(&home.dir, &good, noon()), Err(OpenError::BackupUnusable { path, .. }) if path == good.path)
    );
    fs::remove_file(&good.path).unwrap();
    assert!(matches!(restore(&home.dir, &good, noon()), Err(OpenError::BackupUnusable { .. })));
    assert!(files(&home.dir) == before);
}

#[test]
fn a_restored_database_does_not_meet_the_wal_of_the_old_one() {
    let home = home_with(1);
    let mut store = open(&home.dir, noon()).unwrap().into_store();
    store.connection().set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    store.write(|tx| tx.insert_answer(&new_answer("later"), noon())).unwrap();
    drop(store);
    let wal = files(&home.dir)["answerable.db-wal"].clone();
    assert!(!wal.is_empty());

    let backup = list_backups(&home.dir).remove(0);
    let store = restore(&home.dir, &backup, noon()).unwrap();
    assert!(store.answer_by_question("later").unwrap().is_none());
    assert_eq!(answers(&store), 1);
    let aside = fs::read(home.dir.path().join("answerable.damaged-20260310T120000.000.db-wal")).unwrap();
    assert!(aside == wal);
}

#[test]
fn a_search_index_out_of_order_is_rebuilt() {
    let home = home_with(3);
    plain(&home.dir.database()).execute_batch("DELETE FROM takes_fts_data WHERE id > 10").unwrap();
    let store = open(&home.dir, noon()).unwrap().into_store();
    assert_eq!(store.search("refunds", 10).unwrap().len(), 3);
}

#[test]
fn a_full_disk_is_named_and_loses_nothing_that_was_saved() {
    let home = empty_home();
    let mut store = open(&home.dir, noon()).unwrap().into_store();
    fill(&mut store, 3);
    let pages: u32 = store.connection().pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let full = |store: &Store, limit: u32| {
        store.connection().pragma_update_and_check(None, "max_page_count", limit, |_| Ok(())).unwrap();
    };
    full(&store, pages + 4);
    let draft = store.write(|tx| {
        let answer = tx.insert_answer(&new_answer("long"), noon())?;
        tx.insert_take(&new_take(answer), noon())
    });
    let draft = draft.unwrap();
    let mut saved = (0, String::new());
    let error = loop {
        let text = format!("{}{}", saved.1, "What I decided, and why. ".repeat(50));
        match store.write(|tx| tx.save_draft(draft.id, saved.0, &text, 0, noon())) {
            Ok(revision) => saved = (revision, text),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::DiskFull), "{error:?}");
    assert!(saved.0 > 0);
    let take = store.take(draft.id).unwrap();
    assert_eq!((take.revision, &take.text), (saved.0, &saved.1));
    // With room again, the next save goes through in the same run; and the file is sound.
    full(&store, 1 << 30);
    store.write(|tx| tx.save_draft(draft.id, saved.0, "shorter", 0, noon())).unwrap();
    drop(store);
    let store = open(&home.dir, noon()).unwrap().into_store();
    assert_eq!(store.take(draft.id).unwrap().text, "shorter");
    assert_eq!(answers(&store), 3);
}

#[test]
fn a_failed_or_panicking_transaction_changes_nothing() {
    let home = empty_home();
    let mut store = open(&home.dir, noon()).unwrap().into_store();
    let refused: Result<(), StoreError> = store.write(|tx| {
        let answer = tx.insert_answer(&new_answer("q"), noon())?;
        Err(StoreError::NoSuchCard(answer))
    });
    assert!(matches!(refused, Err(StoreError::NoSuchCard(_))));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|tx| -> Result<(), StoreError> {
            tx.insert_answer(&new_answer("q"), noon())?;
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.answer_by_question("q").unwrap(), None);
    store.write(|tx| tx.insert_answer(&new_answer("q"), noon())).unwrap();
}
