//! A start that meets a data folder as it should not be: what is so is said, no file is touched, and there is a way out.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    acts::{answer_and_check, go_to, search_answers, start_first_question},
    harness::{Profile, Window, button},
    texts::{MORNING, OWNER, OWNER_WORDS},
};

const NEXT_DAY: &str = "2026-03-11T09:00:00Z";

/// A profile with one answer and a backup of it; its database alone holds everything.
fn with_a_backup(profile: &Profile) {
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, OWNER);
    go_to(&window, "Settings");
    window.click(&button("Back up now"));
    window.sees("Backed up");
    window.close();
}

fn database(profile: &Profile) -> PathBuf {
    profile.data().join("answerable.db")
}

/// Removes what SQLite keeps beside the database, so that it alone is what the program meets.
fn alone(database: &Path) {
    for beside in ["-wal", "-shm"] {
        let mut name = database.as_os_str().to_owned();
        name.push(beside);
        let _ = fs::remove_file(name);
    }
}

/// Every file of the data folder with its bytes; what the web view or the lock leaves is not the user's.
fn files(profile: &Profile) -> BTreeMap<PathBuf, Vec<u8>> {
    fn gather(folder: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                gather(&entry, into);
            } else if !["answerable.lock", "window.json"].iter().any(|name| entry.ends_with(name)) {
                into.insert(entry.clone(), fs::read(&entry).expect("it can be read"));
            }
        }
    }
    let mut all = BTreeMap::new();
    gather(&profile.data(), &mut all);
    all
}

/// Opens the program twice on what is there: both times it says so, and no file is touched.
fn says(profile: &Profile, words: &str) {
    let before = files(profile);
    for _ in 0..2 {
        let window = profile.open(NEXT_DAY);
        window.sees(words);
        window.click(&button("Try again"));
        window.sees(words);
        window.close();
        let after = files(profile);
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "the same files");
        assert!(before == after, "a file was changed");
    }
}

fn the_answer_is_back(window: &Window) {
    go_to(window, "Answers");
    search_answers(window, OWNER_WORDS);
    window.sees("1 answer found");
}

fn restoring_helps(profile: &Profile, words: &str) {
    says(profile, words);
    let was = fs::read(database(profile)).ok();
    let window = profile.open(NEXT_DAY);
    window.click(&button("Restore the backup of").with());
    the_answer_is_back(&window);
    window.close();
    if let Some(was) = was.filter(|bytes| !bytes.is_empty()) {
        let set_aside = files(profile).into_values().any(|bytes| bytes == was);
        assert!(set_aside, "the file that was in the way is set aside");
    }
    let window = profile.open(NEXT_DAY);
    the_answer_is_back(&window);
    window.close();
}

#[test]
fn a_damaged_database_is_left_alone_and_a_backup_restored() {
    let profile = Profile::new();
    with_a_backup(&profile);
    alone(&database(&profile));
    let mut bytes = fs::read(database(&profile)).expect("a database");
    bytes[4096..].fill(0xff);
    fs::write(database(&profile), bytes).expect("it is damaged");
    restoring_helps(&profile, "The file with your answers is damaged.");
}

#[test]
fn an_empty_database_is_left_alone_and_a_backup_restored() {
    let profile = Profile::new();
    with_a_backup(&profile);
    alone(&database(&profile));
    fs::write(database(&profile), "").expect("it is empty");
    restoring_helps(&profile, "The file with your answers is empty.");
}

#[test]
fn a_missing_database_is_no_first_run_and_a_backup_restored() {
    let profile = Profile::new();
    with_a_backup(&profile);
    alone(&database(&profile));
    fs::remove_file(database(&profile)).expect("it is gone");
    restoring_helps(&profile, "The file with your answers is not there.");
}

#[test]
fn one_starts_fresh_when_there_is_no_backup() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    window.close();
    for backup in fs::read_dir(profile.data().join("backups")).expect("a folder") {
        fs::remove_file(backup.expect("an entry").path()).expect("it is gone");
    }
    alone(&database(&profile));
    let mut bytes = fs::read(database(&profile)).expect("a database");
    bytes[4096..].fill(0xff);
    fs::write(database(&profile), &bytes).expect("it is damaged");
    says(&profile, "The file with your answers is damaged.");

    let window = profile.open(NEXT_DAY);
    window.click(&button("Start fresh…"));
    window.sees("Start without your answers?");
    window.click(&button("Keep looking"));
    window.click(&button("Start fresh…"));
    window.click(&button("Start fresh"));
    window.sees("Your first question");
    window.close();
    assert!(files(&profile).into_values().any(|kept| kept == bytes), "the damaged file is set aside");

    let window = profile.open(NEXT_DAY);
    window.sees("Your first question");
    window.close();
}

#[test]
fn a_newer_database_is_not_touched() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    window.close();
    alone(&database(&profile));
    let mut bytes = fs::read(database(&profile)).expect("a database");
    // The schema's version: SQLite file format, section 1.3.
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    fs::write(database(&profile), bytes).expect("it is newer");
    says(&profile, "Your answers were written by a newer version of Answerable.");
}

#[test]
fn another_program_s_file_is_left_alone() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    window.close();
    alone(&database(&profile));
    let mut bytes = fs::read(database(&profile)).expect("a database");
    // The id of the program that wrote it: SQLite file format, section 1.3.
    bytes[68..72].copy_from_slice(b"NOTE");
    fs::write(database(&profile), bytes).expect("it is another program's");
    says(&profile, "The file in the place of your answers is another file.");
}

#[test]
fn a_text_file_in_the_place_of_the_database_is_set_aside() {
    let profile = Profile::new();
    fs::create_dir_all(profile.data()).expect("a folder");
    let letter = "A letter to the editor, and by no means a database. ".repeat(200);
    fs::write(database(&profile), &letter).expect("a file");
    says(&profile, "The file with your answers is damaged.");
    let window = profile.open(NEXT_DAY);
    window.click(&button("Start fresh…"));
    window.click(&button("Start fresh"));
    window.sees("Your first question");
    window.close();
    assert!(files(&profile).into_values().any(|kept| kept == letter.as_bytes()), "the letter is set aside");
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let profile = Profile::new();
    fs::create_dir_all(profile.data()).expect("a folder");
    let file = profile.data().join("letter.txt");
    fs::write(&file, "not a folder").expect("a file");
    let window = profile.open_in(&file.join("data"), MORNING);
    window.sees("Answerable may not write to its folder.");
    window.sees("letter.txt");
    window.click(&button("Try again"));
    window.sees("Answerable may not write to its folder.");

    // What was in the way is gone, and the same window goes on.
    fs::remove_file(&file).expect("it is gone");
    window.click(&button("Try again"));
    window.sees("Your first question");
    window.close();
}
