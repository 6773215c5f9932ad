//! `kill -9` in the middle of saving: every save that returned is there on the next start.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use jiff::Timestamp;
use store::{DataDir, Medium, NewAnswer, NewTake, Opened, Source, Store, StoreError, open};

const FOLDER: &str = "ANSWERABLE_CRASH_TEST_DIR";

fn begin_draft(store: &mut Store, now: Timestamp) -> store::Take {
    store
        .write(|tx| {
            let answer_id = tx.insert_answer(
                &NewAnswer { question_id: "q", prompt: "Why?", competency: "c", level: "senior", mode: "m" },
                now,
            )?;
            let (medium, source) = (Medium::Typed, Source::Practice);
            tx.insert_take(&NewTake { answer_id, medium, source, text: "", budget_ms: 0 }, now)
        })
        .expect("the draft is begun")
}

/// The words after so many saves.
fn text(revision: u32) -> String {
    "word ".repeat(revision as usize)
}

/// Runs in the process that is killed: saves without end and says so after each save.
#[test]
#[ignore = "started and killed by the other test"]
fn saving_without_end() {
    let now = Timestamp::UNIX_EPOCH;
    let mut store = open(&DataDir::new(std::env::var(FOLDER).unwrap()), now).unwrap().into_store();
    let draft = match store.running_draft().unwrap() {
        Some(draft) => draft,
        None => begin_draft(&mut store, now),
    };
    for revision in draft.revision.. {
        let saved = store.write(|tx| -> Result<u32, StoreError> {
            tx.save_draft(draft.id, revision, &text(revision + 1), revision, now)
        });
        println!("saved {}", saved.unwrap());
    }
}

#[test]
fn a_killed_process_leaves_every_acknowledged_save() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path());
    let mut last_revision = 0;
    for round in 0..5 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "saving_without_end", "--ignored", "--nocapture", "--test-threads=1"])
            .env(FOLDER, dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut acknowledged = 0;
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        for line in lines.map(Result::unwrap) {
            if let Some(revision) = line.split("saved ").nth(1) {
                acknowledged = revision.parse().unwrap();
                // A different moment in each round.
                if acknowledged >= last_revision + 40 + round * 17 {
                    break;
                }
            }
        }
        // SIGKILL on Unix, TerminateProcess on Windows: no destructor runs.
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(acknowledged > last_revision, "round {round}: the child saved nothing");

        let Opened::Existing(store) = open(&dir, Timestamp::UNIX_EPOCH).unwrap() else { panic!("not there") };
        let draft = store.running_draft().unwrap().unwrap();
        assert!(draft.revision >= acknowledged, "round {round}: {} < {acknowledged}", draft.revision);
        assert_eq!(draft.text, text(draft.revision), "round {round}: half a save");
        last_revision = draft.revision;
    }
}
