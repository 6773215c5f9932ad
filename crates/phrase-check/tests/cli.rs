//! The built program, run as a user or a script runs it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

const ANSWER: &str = "Last year we moved checkout to a new ledger. I set up a weekly sync and followed up with legal. \
Then I traced the double refunds to a key scoped per pod, and I cut the export from the launch because nobody used it. \
It was decided that we would wait. Refund errors fell from 40 a day to 2.\n";

fn run(arguments: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_phrase-check"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input closes it; that is no failure of the test.
    let _ = child.stdin.take().expect("stdin").write_all(stdin);
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn text_for_people() {
    let output = run(&["-"], ANSWER.as_bytes());
    assert!(output.status.success());
    insta::assert_snapshot!(out(&output));
}

#[test]
fn json_for_programs() {
    let output = run(&["-", "--json"], ANSWER.as_bytes());
    assert!(output.status.success());
    let value: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    insta::assert_snapshot!(serde_json::to_string_pretty(&value).expect("pretty"));
}

#[test]
fn offsets_count_code_points() {
    let text = "🚀 é I followed up with legal every single week.";
    let line = serde_json::json!({ "id": 7, "text": text }).to_string();
    let output = run(&["--jsonl"], line.as_bytes());
    let value: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(value["id"], 7);
    let finding = &value["findings"][0];
    let (start, end) =
        (finding["start"].as_u64().expect("start") as usize, finding["end"].as_u64().expect("end") as usize);
    let marked: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(finding["text"], marked);
}

#[test]
fn bad_lines_are_named_and_the_others_answered_in_order() {
    let lines = b"{\"id\": \"a\", \"text\": \"I followed up with legal every week.\"}\nnot json\n{\"id\": \"c\"}\n\xff\xfe\n\n{\"id\": \"f\", \"text\": \"\"}\n";
    let output = run(&["--jsonl"], lines);
    assert_eq!(output.status.code(), Some(2));
    let ids: Vec<String> = out(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "\"f\""]);
    for named in ["line 2:", "line 3: missing field `text`", "line 4: not UTF-8"] {
        assert!(err(&output).contains(named), "{named} in {}", err(&output));
    }
}

#[test]
fn unreadable_input_is_explained() {
    let dir = tempfile::tempdir().expect("a folder");
    let latin = dir.path().join("latin.txt");
    std::fs::write(&latin, b"caf\xe9 was late").expect("written");
    for (argument, expected) in [
        (dir.path().to_str().expect("path"), "is a folder"),
        (latin.to_str().expect("path"), "is not UTF-8 text (byte 3)"),
        ("no-such-file.txt", "no-such-file.txt:"),
    ] {
        let output = run(&[argument], b"");
        assert_eq!(output.status.code(), Some(2), "{argument}");
        assert!(err(&output).contains(expected), "{argument}: {}", err(&output));
        assert!(out(&output).is_empty());
    }
    assert_eq!(run(&[], b"").status.code(), Some(2));
}

#[test]
fn other_languages_and_scraps_are_left_alone() {
    let output =
        run(&["-"], "Der Umzug der Abrechnung dauerte drei Wochen und niemand war zufrieden.".as_bytes());
    assert_eq!(out(&output), "This check reads English. Nothing is marked.\n");
    assert_eq!(out(&run(&["-"], b"um yes")), "Too short to hold a claim. Nothing is marked.\n");
    assert_eq!(out(&run(&["-"], b"")), "Too short to hold a claim. Nothing is marked.\n");
}

#[test]
fn explain_shows_actors_and_refusals() {
    let output = run(&["explain", "I did not own the decision to cut the export."], b"");
    assert!(output.status.success());
    insta::assert_snapshot!(out(&output));
}

#[test]
fn rules_are_listed() {
    let listing = out(&run(&["rules"], b""));
    assert!(listing.contains("decisions/chose-over"));
    assert!(listing.trim_end().ends_with("rules"));
}

#[test]
fn situational_answers_count_what_one_would_do() {
    let text = "I would cut the export from the first release because nobody uses it.";
    let strong = |arguments: &[&str]| out(&run(arguments, text.as_bytes())).contains("\"kind\":\"strong\"");
    assert!(!strong(&["-", "--json"]));
    assert!(strong(&["-", "--json", "--mode", "situational"]));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let line = format!("{{\"text\": \"{}\"}}\n", "I followed up with legal. ".repeat(400));
    let mut child = Command::new(env!("CARGO_BIN_EXE_phrase-check"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let _ = child.stdin.take().expect("stdin").write_all(line.repeat(4).as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
    assert_eq!(output.status.code(), Some(0));
}
