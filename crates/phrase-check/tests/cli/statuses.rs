//! The exit status of every way to end.

use std::process::Stdio;

use crate::program::{Folder, err, finish, json, out, program, run};

const WEAK: &str = "I followed up with legal every single week.";

#[test]
fn the_status_says_how_it_ended() {
    let folder = Folder::new();
    let weak = folder.file("weak.txt", WEAK);
    let line = serde_json::json!({ "id": "a1", "text": WEAK }).to_string();
    let check = |arguments: &[&str], stdin: &str, status: i32, told: &str| {
        let output = run(arguments, stdin.as_bytes());
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", err(&output));
        assert!(err(&output).contains(told), "{arguments:?}: {told} in {}", err(&output));
        assert_eq!(err(&output).is_empty(), told.is_empty(), "{arguments:?}: {}", err(&output));
    };
    check(&["-"], WEAK, 0, "");
    check(&["-", "--fail-under", "0"], WEAK, 0, "");
    check(&["-", "--fail-under", "100"], WEAK, 1, "standard input: score ");
    check(&["-", "--fail-under", "100", "--json"], WEAK, 1, " is below 100\n");
    check(&[&weak, "-", "--fail-under", "100"], WEAK, 1, "weak.txt: score ");
    check(&["-", "--fail-under", "1"], "um yes", 1, "score 0 is below 1");
    check(&["--jsonl", "--fail-under", "0"], &line, 0, "");
    check(&["--jsonl", "--fail-under", "100"], &line, 1, "line 1 (id \"a1\"): score ");
    check(&["--jsonl", "--fail-under", "100"], &format!("{line}\nnonsense"), 2, "line 2: ");
    check(&["nowhere.txt", "-", "--fail-under", "100"], WEAK, 2, "nowhere.txt: ");
    check(&["-", "--fail-under", "101"], WEAK, 2, "101 is not in 0..=100");
    check(&["-", "--fail-under", "-1"], WEAK, 2, "unexpected argument");
    check(&["--json", "--jsonl"], "", 2, "cannot be used with");
    check(&["--nonsense"], "", 2, "--nonsense");
    check(&[], "", 2, "name a file to check");
    check(&["--jsonl"], "", 0, "");
    check(&["explain", WEAK], "", 0, "");
    check(&["rules"], "", 0, "");
    check(&["man"], "", 0, "");
    check(&["completions", "bash"], "", 0, "");
    check(&["completions", "basic"], "", 2, "bash, elvish, fish, powershell, zsh");
    check(&["--help"], "", 0, "");
    check(&["--version"], "", 0, "");
}

#[test]
fn the_score_itself_is_not_below_it() {
    let text = format!("{WEAK} I cut the export from the launch because nobody used it.");
    let score = json(&run(&["-", "--json"], text.as_bytes()))["scores"]["overall"].as_u64().expect("a score");
    assert!((1..100).contains(&score), "the text should score something, not {score}");
    let line = serde_json::json!({ "text": text }).to_string();
    let check = |least: u64, status: i32| {
        for (how, stdin) in [("-", &text), ("--jsonl", &line)] {
            let output = run(&[how, "--fail-under", &least.to_string()], stdin.as_bytes());
            assert_eq!(output.status.code(), Some(status), "{how}, {least} for a score of {score}");
        }
    };
    check(score, 0);
    check(score + 1, 1);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let line = format!("{{\"text\": \"{}\"}}\n", "I followed up with legal. ".repeat(400)).repeat(4);
    let text = "I followed up with legal.\n".repeat(4000);
    let check = |arguments: &[&str], stdin: &str| {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = program(arguments);
        command.stdout(writer);
        let output = finish(command, stdin.as_bytes());
        assert_eq!(err(&output), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    };
    check(&["--jsonl"], &line);
    check(&["-", "--json"], &text);
    check(&["-"], &text);
    check(&["-"], WEAK);
    check(&["rules"], "");
    check(&["rules", "--json"], "");
    check(&["explain", WEAK], "");
    check(&["man"], "");
    check(&["completions", "zsh"], "");
    check(&["--help"], "");
}

#[test]
fn nobody_to_tell_is_no_failure_of_its_own() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = program(&["nowhere.txt", "-"]);
    command.stderr(writer);
    let output = finish(command, WEAK.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains(WEAK));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    for arguments in [&["-"][..], &["-", "--json"], &["rules"], &["man"]] {
        let mut command = program(arguments);
        command.stdout(Stdio::from(full.try_clone().expect("a second handle")));
        let output = finish(command, WEAK.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains("the output could not be written"), "{arguments:?}: {}", err(&output));
    }
}
