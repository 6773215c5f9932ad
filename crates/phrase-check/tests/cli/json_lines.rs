//! JSON Lines: in order, as they come, whatever some of them are.

use std::io::{BufRead, BufReader, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::program::{Folder, err, json, out, program, run};

/// An answer that has not come by then does not come.
const LONG: Duration = Duration::from_secs(30);

#[test]
fn offsets_count_code_points() {
    let text = "🚀 é I followed up with legal every single week.";
    let line = serde_json::json!({ "id": 7, "text": text }).to_string();
    let value = json(&run(&["--jsonl"], line.as_bytes()));
    assert_eq!(value["id"], 7);
    let finding = &value["findings"][0];
    let (start, end) =
        (finding["start"].as_u64().expect("start") as usize, finding["end"].as_u64().expect("end") as usize);
    let marked: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(finding["text"], marked);
}

#[test]
fn bad_lines_are_named_and_the_others_answered_in_order() {
    let lines = b"{\"id\": \"a\", \"text\": \"I followed up with legal every week.\"}\nnot json\n{\"id\": \"c\"}\n{\"text\":\"\xff\xfe\"}\n\n{\"id\": \"f\", \"text\": \"\"}\n";
    let output = run(&["--jsonl"], lines);
    assert_eq!(output.status.code(), Some(2));
    let ids: Vec<String> = out(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "\"f\""]);
    for named in [
        "line 2: expected ident (column 2)\n",
        "line 3: missing field `text` (column 11)\n",
        "line 4: not UTF-8 text (byte 10 of the line)",
    ] {
        assert!(err(&output).contains(named), "{named} in {}", err(&output));
    }
}

#[test]
fn several_files_name_their_lines() {
    let folder = Folder::new();
    let one = folder.file("one.jsonl", "{\"id\": 1, \"text\": \"um\"}\n");
    let two = folder.file("two.jsonl", "[]\n{\"id\": 2, \"text\": \"um\"}");
    let output = run(&["--jsonl", &one, "missing.jsonl", &two], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&output).lines().count(), 2);
    for named in ["missing.jsonl: ", "two.jsonl, line 1: "] {
        assert!(err(&output).contains(named), "{named} in {}", err(&output));
    }
}

#[test]
fn lines_take_from_the_options_what_they_leave_out() {
    let text = "I would cut the export from the first release because nobody uses it.";
    let check = |arguments: &[&str], line: serde_json::Value, expected: bool| {
        let strong = out(&run(arguments, line.to_string().as_bytes())).contains("\"kind\":\"strong\"");
        assert_eq!(strong, expected, "{arguments:?} {line}");
    };
    let situational = ["--jsonl", "--mode", "situational"];
    check(&["--jsonl"], serde_json::json!({ "text": text }), false);
    check(&["--jsonl"], serde_json::json!({ "text": text, "mode": "situational" }), true);
    check(&situational, serde_json::json!({ "text": text }), true);
    check(&situational, serde_json::json!({ "text": text, "mode": "behavioral" }), false);
    // Where no mode is named, the question says what it asks for.
    let (would, past) = ("What would you leave out?", "Tell me about something that you left out.");
    check(&["--jsonl"], serde_json::json!({ "text": text, "question": would }), true);
    check(&["--jsonl"], serde_json::json!({ "text": text, "question": past }), false);
    check(&["--jsonl", "--question", would], serde_json::json!({ "text": text }), true);
    check(&["--jsonl", "--question", would], serde_json::json!({ "text": text, "question": past }), false);
    check(
        &["--jsonl", "--mode", "behavioral"],
        serde_json::json!({ "text": text, "question": would }),
        false,
    );
}

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let mut child = program(&["--jsonl"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("stdin");
    let stdout = BufReader::new(child.stdout.take().expect("stdout"));
    let (sender, answers) = mpsc::channel();
    thread::spawn(move || stdout.lines().try_for_each(|line| sender.send(line)));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"I followed up with legal every week.\"}}")
            .expect("sent");
        let answer = answers.recv_timeout(LONG).expect("answered before the next").expect("a line");
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(child.wait().expect("the program ends").success());
}
