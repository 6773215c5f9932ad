//! What is refused, and in which words.

use question_bank::Bank;

/// A file with one good question; each case spoils one thing in it.
const GOOD: &str = r#"
[[question]]
id = "my-cold-chain"
prompt = "Tell me about a shipment of vaccines that got warm on the way."
competency = "dependencies-risk"
dimensions = ["foresight", "systems"]
kind = "behavioural"
level = "senior"
minutes = 3
probes = [
  "Which sensor told you?",
  "Who could have stopped it?",
]
strong = [
  "Follows one box from the factory to the clinic.",
  "Says who watched the temperature, and who acted.",
  "Ends with the doses that were saved.",
]
feature_level.quote = "I raised it with the carrier and tracked it to closure."
feature_level.why_short = "The carrier acted, and nothing is known of the vaccines."
tags = ["logistics", "health"]
theme = "dependencies and risks"
"#;

/// (what is spoilt, text in `GOOD`, text in its place)
const CASES: &[(&str, &str, &str)] = &[
    ("not TOML", "minutes = 3", "minutes = "),
    ("not TOML: the same field twice", "minutes = 3", "minutes = 3\nminutes = 4"),
    ("not TOML: a quote that is not closed", "\"Which sensor told you?\",", "\"Which sensor told you?,"),
    ("something else at the top", "\n[[question]]", "version = 2\n[[question]]"),
    ("a single table", "[[question]]", "[question]"),
    ("another table", "[[question]]", "[[questions]]"),
    ("a missing field", "minutes = 3\n", ""),
    ("every field missing", GOOD, "\n[[question]]\n"),
    ("an unknown field", "minutes = 3", "minutes = 3\nminuets = 4"),
    ("an unknown field like no other", "minutes = 3", "minutes = 3\ncolour = \"red\""),
    ("an unknown half of feature_level", "feature_level.why_short", "feature_level.why-short"),
    (
        "feature_level as text",
        "feature_level.quote = \"I raised it with the carrier and tracked it to closure.\"\nfeature_level.why_short",
        "feature_level",
    ),
    ("minutes as text", "minutes = 3", "minutes = \"3\""),
    ("minutes as a fraction", "minutes = 3", "minutes = 2.5"),
    ("no minutes", "minutes = 3", "minutes = 0"),
    ("negative minutes", "minutes = 3", "minutes = -3"),
    ("too many minutes", "minutes = 3", "minutes = 16"),
    ("minutes of another base", "minutes = 3", "minutes = 0x10"),
    ("more minutes than a computer counts", "minutes = 3", "minutes = 99999999999999999999999"),
    ("a flag as text", "minutes = 3", "minutes = 3\nfirst = \"yes\""),
    ("probes as text", "tags = [\"logistics\", \"health\"]", "tags = \"logistics\""),
    ("a number among texts", "\"Who could have stopped it?\"", "7"),
    ("an unknown competency", "\"dependencies-risk\"", "\"dependency-risk\""),
    ("a competency's label", "\"dependencies-risk\"", "\"Influence\""),
    ("a competency like none", "\"dependencies-risk\"", "\"cookery\""),
    ("an unknown dimension", "\"systems\"]", "\"system\"]"),
    ("an American kind", "\"behavioural\"", "\"behavioral\""),
    ("an unknown level", "\"senior\"", "\"staff\""),
    ("no dimension", "[\"foresight\", \"systems\"]", "[]"),
    (
        "too many dimensions",
        "[\"foresight\", \"systems\"]",
        "[\"foresight\", \"systems\", \"impact\", \"influence\", \"direction\"]",
    ),
    ("a dimension twice", "[\"foresight\", \"systems\"]", "[\"foresight\", \"foresight\"]"),
    ("one probe", "  \"Who could have stopped it?\",\n", ""),
    (
        "five probes",
        "  \"Who could have stopped it?\",\n",
        "  \"Who drove the van?\",\n  \"How warm was it?\",\n  \"For how long?\",\n  \"And what then?\",\n",
    ),
    ("a probe twice", "\"Who could have stopped it?\"", "\"which sensor told you\""),
    (
        "a probe that repeats the prompt",
        "\"Who could have stopped it?\"",
        "\"What about the shipment of vaccines that got warm on the way?\"",
    ),
    (
        "a probe nearly twice",
        "\"Which sensor told you?\",\n  \"Who could have stopped it?\"",
        "\"Which sensor in the van told you first?\",\n  \"What sensor first told you of the van?\"",
    ),
    (
        "a strong point nearly twice",
        "Ends with the doses that were saved.",
        "Says who watched the temperature and who then acted.",
    ),
    ("two strong points", "  \"Ends with the doses that were saved.\",\n", ""),
    ("an id with capitals", "\"my-cold-chain\"", "\"My-Cold-Chain\""),
    ("an id with a space", "\"my-cold-chain\"", "\"my cold chain\""),
    ("an id with a doubled hyphen", "\"my-cold-chain\"", "\"my--cold-chain\""),
    ("an id that is a path", "\"my-cold-chain\"", "\"../../etc/passwd\""),
    ("an empty id", "\"my-cold-chain\"", "\"\""),
    ("an id of a built-in question", "\"my-cold-chain\"", "\"first-program-end-to-end\""),
    ("an id that a built-in question may get", "\"my-cold-chain\"", "\"risk-cold-chain\""),
    ("an empty prompt", "\"Tell me about a shipment of vaccines that got warm on the way.\"", "\"\""),
    ("a prompt without an end", "got warm on the way.", "got warm on the way"),
    ("a prompt of two lines", "got warm on the way.", "got warm\\non the way."),
    ("a prompt with a hidden character", "got warm on the way.", "got warm\\u202e on the way."),
    ("a prompt with two spaces", "got warm on the way.", "got warm  on the way."),
    ("a prompt with a space at its end", "got warm on the way.", "got warm on the way. "),
    (
        "a built-in prompt in another order",
        "Tell me about a shipment of vaccines that got warm on the way.",
        "Your program that caused an incident: tell me about.",
    ),
    ("a tag of two words", "\"logistics\"", "\"cold chain\""),
    (
        "a quote in quotation marks",
        "\"I raised it with the carrier and tracked it to closure.\"",
        "\"“I raised it with the carrier and tracked it to closure.”\"",
    ),
    ("a short theme", "\"dependencies and risks\"", "\"x\""),
];

fn problems(bytes: &[u8]) -> Vec<String> {
    let (bank, problems) = Bank::builtin().with_user_files(&[("mine.toml".to_owned(), bytes.to_vec())]);
    assert_eq!(bank.users_own().is_empty(), !problems.is_empty(), "a file is taken as a whole or not at all");
    assert!(bank.all().len() >= Bank::builtin().all().len(), "the rest of the bank works on");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_readme_shows_the_good_file() {
    assert!(include_str!("../README.md").contains(GOOD.trim()));
}

#[test]
fn a_good_file_is_taken() {
    assert_eq!(problems(GOOD.as_bytes()), Vec::<String>::new());
    let with_mark = format!("\u{feff}{GOOD}");
    assert_eq!(problems(with_mark.as_bytes()), Vec::<String>::new(), "with a byte-order mark");
    let with_crlf = GOOD.replace('\n', "\r\n");
    assert_eq!(problems(with_crlf.as_bytes()), Vec::<String>::new(), "with Windows line ends");
    for prompt in [
        "ما الذي قررت أن تتركه في برنامجك؟",
        "Why “cold chain”? (In one sentence.)",
        "为什么你们的冷链在路上会中断呢？",
    ] {
        let other = GOOD.replace("Tell me about a shipment of vaccines that got warm on the way.", prompt);
        assert_eq!(problems(other.as_bytes()), Vec::<String>::new(), "{prompt}");
    }
}

#[test]
fn each_fault_is_named_with_its_place_and_its_remedy() {
    let mut report = String::new();
    for &(case, from, to) in CASES {
        assert!(GOOD.contains(from), "`{from}` is not in the good file");
        let found = problems(GOOD.replacen(from, to, 1).as_bytes());
        assert!(!found.is_empty(), "taken: {case}");
        report.push_str(&format!("{case}\n"));
        found.iter().for_each(|problem| report.push_str(&format!("  {problem}\n")));
    }
    insta::assert_snapshot!(report);
}

#[test]
fn bytes_that_are_no_question_file_are_named() {
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: &[(&str, Vec<u8>)] = &[
        ("empty", Vec::new()),
        ("only a comment", b"# nothing here\n".to_vec()),
        ("an empty list", b"question = []\n".to_vec()),
        ("numbers for questions", b"question = [1, 2]\n".to_vec()),
        ("invalid UTF-8", b"[[question]]\nid = \"caf\xe9\"\n".to_vec()),
        ("a NUL", b"[[question]]\nid = \"a\0b\"\n".to_vec()),
        ("UTF-16", utf16),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("JSON", b"{\"question\": []}".to_vec()),
        ("too large", vec![b'#'; 5 * 1024 * 1024 + 1]),
        ("deep nesting", format!("question = {}", "[".repeat(100_000)).into_bytes()),
        ("too many questions", "[[question]]\n".repeat(2_001).into_bytes()),
    ];
    let mut report = String::new();
    for (case, bytes) in cases {
        report.push_str(&format!("{case}\n"));
        problems(bytes).iter().for_each(|problem| report.push_str(&format!("  {problem}\n")));
    }
    insta::assert_snapshot!(report);
}

#[test]
fn a_field_that_is_too_long_is_told_its_limit() {
    let long = GOOD.replace("got warm on the way.", &format!("got {}warm.", "very ".repeat(60)));
    insta::assert_snapshot!(problems(long.as_bytes()).join("\n"), @"mine.toml:4: prompt: has 351 characters, and should have 12 to 300");
}

#[test]
fn questions_of_one_file_are_held_against_each_other() {
    let other = GOOD.replace("my-cold-chain", "my-warm-chain");
    let cases = [
        ("the same question again", GOOD.to_owned()),
        ("the same prompt", other.clone()),
        (
            "nearly the same prompt",
            other.replace("a shipment of vaccines that got warm", "the vaccines shipment which got warm"),
        ),
        ("the same question again, and bad anyway", GOOD.replace("minutes = 3", "minutes = 30")),
    ];
    let mut report = String::new();
    for (case, second) in cases {
        report.push_str(&format!("{case}\n"));
        let both = format!("{GOOD}{second}");
        problems(both.as_bytes()).iter().for_each(|problem| report.push_str(&format!("  {problem}\n")));
    }
    insta::assert_snapshot!(report);
}

#[test]
fn one_bad_question_keeps_its_file_out_and_no_other() {
    let good = GOOD.as_bytes().to_vec();
    let half = format!(
        "{}{}",
        GOOD.replace("my-cold-chain", "my-second")
            .replace("shipment of vaccines", "parcel of eggs that broke and"),
        GOOD.replace("my-cold-chain", "my-third").replace("senior", "junior")
    );
    let files = [
        ("half.toml".to_owned(), half.into_bytes()),
        ("good.toml".to_owned(), good.clone()),
        ("again.toml".to_owned(), good),
    ];
    let (bank, problems) = Bank::builtin().with_user_files(&files);
    let own: Vec<_> = bank.users_own().iter().map(|question| question.id.as_str()).collect();
    assert_eq!(own, ["my-cold-chain"]);
    let refused: Vec<_> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert!(
        refused.contains(&"half.toml") && refused.contains(&"again.toml") && !refused.contains(&"good.toml")
    );
    assert_eq!(problems[0].question, Some("my-third".into()));
    let again = problems.iter().find(|problem| problem.file == "again.toml").unwrap();
    assert!(again.to_string().contains("good.toml, line 3"), "{again}");
}

#[test]
fn a_users_question_may_come_near_a_built_in_one() {
    // Else the next version of the bank could shut out a file that was good the day before.
    let near = GOOD.replace(
        "a shipment of vaccines that got warm on the way.",
        "the incident that your last program caused.",
    );
    assert_eq!(problems(near.as_bytes()), Vec::<String>::new());
}

#[test]
fn a_hundred_problems_of_a_file_are_told() {
    let rubbish = format!("[[question]]\n{}", (0..500).map(|n| format!("x{n} = 1\n")).collect::<String>());
    let problems = problems(rubbish.as_bytes());
    assert_eq!(problems.len(), 101);
    // Twelve missing fields belong to line 1; 88 of the 500 unknown ones follow.
    assert_eq!(problems[100], "mine.toml:89: and 412 more. They are shown when these are put right");
}
