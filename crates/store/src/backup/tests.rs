use std::fs;

use jiff::SignedDuration;

use super::{name_of, time_in_name};
use crate::testing::{TestStore, minute, noon};
use crate::{SCHEMA_VERSION, list_backups, open};

#[test]
fn a_backup_holds_what_was_there_and_is_one_plain_file() {
    let mut store = TestStore::new();
    store.finished_take("q1", "I chose to hold the launch.");
    let info = store.backup_now(minute(5)).unwrap();
    assert_eq!(
        (info.at, info.schema_version, info.verified, info.answers),
        (minute(5), SCHEMA_VERSION, true, 1)
    );
    assert_eq!(info.bytes, fs::metadata(&info.path).unwrap().len());
    store.finished_take("q2", "I chose to ship.");
    let second = store.backup_now(minute(5)).unwrap();
    assert_ne!(info.path, second.path, "a backup of the same moment was replaced");

    assert_eq!(list_backups(store.dir()), [second, info]);
    let names = fs::read_dir(store.dir().backups()).unwrap().count();
    assert_eq!(names, 2, "something lies beside the backups");
}

#[test]
fn a_backup_that_rotted_is_listed_as_such() {
    let mut store = TestStore::new();
    let info = store.backup_now(noon()).unwrap();
    let mut bytes = fs::read(&info.path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..].fill(0x55);
    fs::write(&info.path, bytes).unwrap();
    let listed = list_backups(store.dir());
    assert_eq!((listed.len(), listed[0].verified), (1, false));
}

#[test]
fn automatic_backups_follow_changes_at_most_every_half_hour() {
    let mut store = TestStore::new();
    let check = |store: &mut TestStore, minutes, expected: bool| {
        let made = store.backup_if_due(minute(minutes)).unwrap();
        assert_eq!(made.is_some(), expected, "at minute {minutes}");
    };
    check(&mut store, 0, false);
    let take = store.draft("q");
    check(&mut store, 1, true);
    store.run(|tx| tx.save_draft(take, 0, "I", 0, minute(2)));
    check(&mut store, 2, false);
    check(&mut store, 31, true);
    check(&mut store, 90, false);
    store.run(|tx| tx.set_setting("minutes", &30));
    check(&mut store, 91, true);
}

#[test]
fn changes_of_an_earlier_run_are_backed_up_in_the_next() {
    let home = tempfile::tempdir().unwrap();
    let dir = crate::DataDir::new(home.path());
    let reopened = || open(&dir, noon()).unwrap().into_store();
    let mut store = reopened();
    store.write(|tx| tx.insert_answer(&crate::testing::new_answer("q"), minute(1))).unwrap();
    drop(store);
    let mut store = reopened();
    assert!(store.backup_if_due(minute(2)).unwrap().is_some());
    drop(store);
    assert!(reopened().backup_if_due(minute(100)).unwrap().is_none());
}

#[test]
fn old_backups_are_thinned_and_half_written_ones_swept() {
    let mut store = TestStore::new();
    let folder = store.dir().backups();
    let part = folder.join(format!("{}.part", name_of(noon())));
    fs::write(&part, "half").unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    for hours in 1..60 {
        fs::write(folder.join(name_of(noon() - SignedDuration::from_hours(hours))), "old").unwrap();
    }
    store.draft("q");
    store.backup_if_due(noon()).unwrap().unwrap();
    assert!(!part.exists());
    assert!(folder.join("notes.txt").exists());
    let left = list_backups(store.dir());
    // The newest four, and the last of the two days before.
    assert_eq!(left.len(), 4 + 2, "{left:?}");
    assert_eq!(left[0].at, noon());
}

#[test]
fn the_time_of_a_backup_is_in_its_name() {
    let at = "2026-03-10T12:00:00.007Z".parse().unwrap();
    assert_eq!(name_of(at), "answerable-20260310T120000.007.db");
    assert_eq!(time_in_name(&name_of(at)), Some(at));
    for other in [
        "answerable.db",
        "answerable-.db",
        "answerable-20260310T120000.007.db.part",
        "x-20260310T120000.007.db",
    ] {
        assert_eq!(time_in_name(other), None, "{other}");
    }
}
