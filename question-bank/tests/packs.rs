//! Packs: what is read, what is refused, what an import would do, and that a file written reads back.

use std::collections::HashMap;

use proptest::prelude::*;
use question_bank::{
    Bank, Competency, Dimension, FeatureLevel, Format, Kind, Level, Question, QuestionId,
    packs::{Deleted, Pack, Plan, write},
};

/// Two questions that are of no bank, so that no test changes with the bank.
const TWO: &str = r#"
[[question]]
id = "my-cold-chain"
prompt = "Tell me about a shipment of vaccines that got warm, and what “warm” meant."
competency = "dependencies-risk"
dimensions = ["foresight", "systems"]
kind = "behavioural"
level = "senior"
minutes = 3
probes = ["Which sensor told you?", "Who, if anyone, could have stopped it?"]
strong = [
  "Follows one box from the factory to the clinic.",
  "=Says who watched the temperature, and who acted.",
  "Ends with the doses that were saved.",
]
feature_level.quote = "I raised it with the carrier and tracked it to closure."
feature_level.why_short = "The carrier acted; of the vaccines \"nothing\" is known."
tags = ["logistics", "health"]
theme = "dependencies and risks"

[[question]]
id = "my-lighthouse"
prompt = "Estimate what one dark night of a lighthouse costs."
competency = "impact-metrics"
dimensions = ["impact"]
kind = "estimation"
level = "principal"
minutes = 5
probes = ["Which number are you least sure of?", "Whose ship is it?", "What would you ask first?"]
strong = ["Names the ships of a night.", "Says what is insured.", "Gives a range and its middle.", "Checks it another way."]
feature_level.quote = "I would collect the figures from the harbour office."
feature_level.why_short = "Nothing was reckoned, and nobody decided anything."
tags = ["estimate"]
theme = "measures of success"
first = true
"#;

const FORMATS: [Format; 3] = [Format::Toml, Format::Json, Format::Csv];

fn read(name: &str, text: &str) -> Vec<Question> {
    Pack::read(name, text.as_bytes()).unwrap_or_else(|problems| panic!("{name}: {problems:#?}")).questions
}

fn refused(name: &str, bytes: &[u8]) -> Vec<String> {
    let problems = Pack::read(name, bytes).expect_err(name);
    problems.iter().map(ToString::to_string).collect()
}

fn builtin(competency: Competency) -> Vec<&'static Question> {
    Bank::builtin().by_competency(competency).collect()
}

fn plan(questions: &[Question], bank: &Bank) -> Plan {
    let pack = Pack { name: "pack".to_owned(), format: Format::Toml, questions: questions.to_vec() };
    pack.plan(bank, &HashMap::new())
}

#[test]
fn the_whole_bank_comes_back_from_every_format() {
    for &competency in Competency::ALL {
        let questions = builtin(competency);
        for format in FORMATS {
            let text = write(&questions, format);
            let back = read(&format!("pack.{}", format.ending()), &text);
            assert!(questions.iter().copied().eq(&back), "{competency}, {format:?}");
            assert_eq!(write(&back.iter().collect::<Vec<_>>(), format), text);
        }
    }
}

#[test]
fn a_pack_is_written_as_people_write_it() {
    let questions = read("two.toml", TWO);
    let mut report = String::new();
    for format in FORMATS {
        report.push_str(&write(&questions.iter().collect::<Vec<_>>(), format));
        report.push_str("\n---\n");
    }
    insta::assert_snapshot!(report);
}

#[test]
fn the_format_is_told_by_the_name_or_by_the_look() {
    let toml = write(&builtin(Competency::TechnicalDebt), Format::Toml);
    let json = write(&builtin(Competency::TechnicalDebt), Format::Json);
    let csv = write(&builtin(Competency::TechnicalDebt), Format::Csv);
    for (name, text, format) in [
        ("a.TOML", &toml, Format::Toml),
        ("a.json", &json, Format::Json),
        ("a.Csv", &csv, Format::Csv),
        ("a", &toml, Format::Toml),
        ("a.txt", &json, Format::Json),
        ("a.txt", &csv, Format::Csv),
        ("", &format!("\u{feff}{json}"), Format::Json),
    ] {
        assert_eq!(Format::of(name, text.as_bytes()), format, "{name}");
        let pack = Pack::read(name, text.as_bytes()).unwrap();
        assert_eq!(pack.format, format);
    }
}

#[test]
fn spreadsheets_of_all_countries_are_read() {
    let question = builtin(Competency::TechnicalDebt)[..3].to_vec();
    let csv = write(&question, Format::Csv);
    let plain = csv.trim_start_matches('\u{feff}').to_owned();
    // Cells with the other mark in them stay quoted; the first row and the marks between cells change.
    let rewritten = |mark: u8| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
        let mut writer = csv::WriterBuilder::new().delimiter(mark).from_writer(Vec::new());
        for row in reader.records() {
            writer.write_record(&row.unwrap()).unwrap();
        }
        // Spreadsheets write the empty rows below the last one too.
        writer.write_record(vec![""; 21]).unwrap();
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    for text in [plain.clone(), csv, rewritten(b';'), rewritten(b'\t'), plain.replace("\r\n", "\n")] {
        assert!(question.iter().copied().eq(&read("pack.csv", &text)), "{}", &text[..60]);
    }
    // Columns in another order, with capitals, and lists as people part them.
    let sheet = "Theme,ID,prompt,competency,dimensions,kind,level,minutes,probe_1,probe_2,strong_1,strong_2,strong_3,\
        feature_level_quote,feature_level_why_short,tags\n\
        a theme,my-one,What did you reject?,decisions-trade-offs,\"decisions, impact\",behavioural,senior,3,Why that one?,\
        Who disagreed?,Names what was rejected.,Names who wanted it.,Says what it cost.,We followed the plan as it was.,\
        Nothing was rejected here.,\"choice\ncost\"\n";
    let one = &read("sheet.csv", sheet)[0];
    assert_eq!(
        (one.dimensions.len(), one.tags.as_slice()),
        (2, &["choice".to_owned(), "cost".to_owned()][..])
    );
    assert_eq!((one.probes.len(), one.strong.len(), one.first), (2, 3, false));
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let questions = read("two.toml", TWO);
    let questions: Vec<&Question> = questions.iter().collect();
    let json = write(&questions, Format::Json);
    let csv = write(&questions, Format::Csv);
    let header = csv.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
    let huge = "[".repeat(1_000_000);
    let deep = format!("{{\"question\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let many = format!("{{\"question\": [{}{{}}]}}", "{},".repeat(200_000));
    let wide = format!(
        "{{\"question\": [{{{}\"z\": 1}}]}}",
        (0..2_000).map(|n| format!("\"x{n}\": 1, ")).collect::<String>()
    );
    let rows =
        format!("{header}\n{}", format!("{}\n", ",".repeat(20).replacen(",", "my-a,", 1)).repeat(2_001));
    let cases: Vec<(&str, &str, Vec<u8>)> = vec![
        ("JSON: cut off", "a.json", json[..json.len() / 2].into()),
        ("JSON: a list", "a.json", b"[1, 2]".to_vec()),
        ("JSON: a text", "a.json", b"\"question\"".to_vec()),
        ("JSON: nothing", "a.json", b"{}".to_vec()),
        ("JSON: no question", "a.json", b"{\"question\": []}".to_vec()),
        ("JSON: questions that are numbers", "a.json", b"{\"question\":\n[1,\nnull]}".to_vec()),
        (
            "JSON: another field at the top",
            "a.json",
            json.replacen("{\n  \"question\"", "{\n  \"version\": 1,\n  \"question\"", 1).into(),
        ),
        (
            "JSON: the same field twice",
            "a.json",
            json.replacen("\"level\"", "\"kind\": \"technical\",\n      \"level\"", 1).into(),
        ),
        ("JSON: an unknown field", "a.json", json.replacen("\"minutes\"", "\"minuets\"", 1).into()),
        ("JSON: minutes as text", "a.json", json.replacen("\"minutes\": 3", "\"minutes\": \"3\"", 1).into()),
        (
            "JSON: minutes with a fraction",
            "a.json",
            json.replacen("\"minutes\": 3", "\"minutes\": 2.5", 1).into(),
        ),
        (
            "JSON: half a surrogate",
            "a.json",
            json.replacen("\"theme\": \"", "\"theme\": \"\\ud800", 1).into(),
        ),
        ("JSON: something after the end", "a.json", format!("{json}x").into()),
        ("JSON: deep nesting, open", "a.json", huge.into()),
        ("JSON: deep nesting, closed", "a.json", deep.into()),
        ("JSON: 200,001 questions", "a.json", many.into()),
        ("JSON: 2,001 fields", "a.json", wide.into()),
        ("CSV: empty", "a.csv", Vec::new()),
        ("CSV: the first row alone", "a.csv", header.clone().into()),
        ("CSV: an unknown column", "a.csv", csv.replacen("minutes", "minute", 1).into()),
        ("CSV: a column twice", "a.csv", csv.replacen("probe_2", "probe_1", 1).into()),
        ("CSV: a column missing", "a.csv", csv.replacen("id,prompt", "prompt", 1).into()),
        ("CSV: a row too short", "a.csv", format!("{header}\nmy-a,What?\n").into()),
        ("CSV: minutes in words", "a.csv", csv.replacen(",3,", ",three,", 1).into()),
        ("CSV: a flag in words", "a.csv", csv.replacen(",\r\n", ",yes\r\n", 1).into()),
        ("CSV: a line break in a text", "a.csv", csv.replacen("\r\nmy-", "\r\n\"my-\n\"", 1).into()),
        ("CSV: 2,001 rows", "a.csv", rows.into()),
        ("CSV: not UTF-8", "a.csv", b"id,prompt\n\xff\xfe".to_vec()),
        ("CSV: UTF-16", "a.csv", csv.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("too large", "a.csv", vec![b','; 5 * 1024 * 1024 + 1]),
        ("an archive", "pack.zip", b"PK\x03\x04\x14\0\0\0../../../etc/passwd".to_vec()),
    ];
    let mut report = String::new();
    for (case, name, bytes) in cases {
        report.push_str(&format!("{case}\n"));
        let told = refused(name, &bytes);
        told.iter().take(3).for_each(|problem| report.push_str(&format!("  {problem}\n")));
        assert!(told.len() <= 101, "{case}: {}", told.len());
    }
    insta::assert_snapshot!(report);
}

#[test]
fn a_question_is_in_one_list_with_its_reason() {
    let bank = Bank::builtin();
    let own = |id: &str, prompt: &str| Question {
        id: QuestionId::new(id),
        prompt: prompt.to_owned(),
        ..bank.all()[0].clone()
    };
    let mine = own("my-own", "What did the heron do?");
    let theirs = own("my-theirs", "What did the otter do?");
    let others = own("my-others", "What did the newt do?");
    let bank = bank.with_kept([
        (mine.clone(), None),
        (theirs.clone(), Some("pack".to_owned())),
        (others.clone(), Some("another".to_owned())),
    ]);
    let longer = |question: &Question| Question { minutes: 9, theme: "other".to_owned(), ..question.clone() };
    let told = |plan: &Plan| {
        let refusals = plan.refused.iter().map(|refused| refused.why.to_string()).collect::<Vec<_>>();
        (plan.new.len(), plan.changed.len(), plan.same.len(), refusals)
    };
    #[track_caller]
    fn one(plan: Plan, part: &str) {
        assert_eq!((plan.new.len(), plan.changed.len(), plan.same.len(), plan.refused.len()), (0, 0, 0, 1));
        let why = plan.refused[0].why.to_string();
        assert!(why.contains(part), "{why}");
        assert!(!plan.changes());
    }
    let all = [own("my-new", "What did the stork do?"), longer(&theirs), mine.clone(), bank.all()[0].clone()];
    assert_eq!(told(&plan(&all, &bank)), (1, 1, 2, vec![]));
    assert_eq!(plan(&all, &bank).changed[0].1, ["minutes", "theme"]);
    one(plan(&[longer(&mine)], &bank), "in your own questions");
    one(plan(&[longer(&others)], &bank), "in the pack “another”");
    one(plan(&[longer(&bank.all()[0])], &bank), "in the built-in questions");
    one(plan(&[own("risk-x", "What did the stork do?")], &bank), "Begin it with “my-”");
    one(plan(&[own("my-new", "Do the heron what did?")], &bank), "the same words as “my-own”");
    one(
        plan(&[Question { prompt: "The heron: what did do?".to_owned(), ..theirs.clone() }], &bank),
        "“my-own”",
    );

    // What was deleted stays taken, and comes back with its own pack or word for word.
    let gone = own("my-gone", "What did the crane do?");
    let pack = |question: &Question| Pack {
        name: "pack".to_owned(),
        format: Format::Toml,
        questions: vec![question.clone()],
    };
    let deleted = |pack: Option<&str>| {
        let row = Deleted { pack: pack.map(str::to_owned), question: Some(gone.clone()) };
        HashMap::from([(gone.id.clone(), row)])
    };
    assert_eq!(pack(&gone).plan(&bank, &deleted(None)).new.len(), 1);
    assert_eq!(pack(&longer(&gone)).plan(&bank, &deleted(Some("pack"))).new.len(), 1);
    one(pack(&longer(&gone)).plan(&bank, &deleted(None)), "that you deleted");
    one(pack(&longer(&gone)).plan(&bank, &deleted(Some("another"))), "that you deleted");
}

/// A question that the bank allows, with whatever letters.
fn question() -> impl Strategy<Value = Question> {
    let text = |least: usize| {
        prop::string::string_regex("[^\\p{C}\\p{Z}]{1,9}( [^\\p{C}\\p{Z}]{1,9}){3,12}")
            .expect("a right expression")
            .prop_map(move |text| {
                format!("{text}{}.", "x".repeat(least.saturating_sub(text.chars().count())))
            })
    };
    let kebab = "[a-z0-9]{2,6}(-[a-z0-9]{1,6}){0,2}";
    let fields = (
        text(12),
        prop::sample::select(Competency::ALL),
        prop::sample::subsequence(Dimension::ALL, 1..=4).prop_shuffle(),
        prop::sample::select(Kind::ALL),
        prop::sample::select(Level::ALL),
        1_u8..=15,
        prop::collection::vec(text(8), 2..=4),
    );
    let rest = (
        prop::collection::vec(text(12), 3..=5),
        text(12),
        text(12),
        prop::collection::vec(kebab, 1..=8),
        text(12),
        any::<bool>(),
        kebab,
    );
    (fields, rest).prop_map(|(fields, rest)| {
        let (prompt, competency, dimensions, kind, level, minutes, probes) = fields;
        let (strong, quote, why_short, tags, theme, first, id) = rest;
        Question {
            id: QuestionId::new(format!("my-{id}")),
            prompt,
            competency,
            dimensions,
            kind,
            level,
            minutes,
            probes,
            strong,
            feature_level: FeatureLevel { quote, why_short },
            tags,
            theme: theme.chars().take(60).collect::<String>().trim_end().to_owned(),
            first,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the letters: what one format says, all say, and a file written twice is the same to the byte.
    #[test]
    fn any_pack_comes_back(questions in prop::collection::vec(question(), 1..4)) {
        let Ok(right) = Pack::read("pack.toml", write(&questions.iter().collect::<Vec<_>>(), Format::Toml).as_bytes())
        else {
            // Two of one id, or a text in quotation marks.
            return Ok(());
        };
        prop_assert_eq!(&right.questions, &questions);
        for format in FORMATS {
            let text = write(&questions.iter().collect::<Vec<_>>(), format);
            let back = Pack::read(&format!("pack.{}", format.ending()), text.as_bytes());
            let back = back.map_err(|problems| TestCaseError::fail(format!("{format:?}: {problems:#?}\n{text}")))?;
            prop_assert_eq!(&back.questions, &questions);
            prop_assert_eq!(write(&back.questions.iter().collect::<Vec<_>>(), format), text);
        }
    }

    /// Importing what was just imported changes nothing.
    #[test]
    fn a_second_import_changes_nothing(questions in prop::collection::vec(question(), 1..5)) {
        let bank = Bank::builtin();
        let first = plan(&questions, bank);
        let kept: Vec<_> = first.new.iter().map(|question| (question.clone(), Some("pack".to_owned()))).collect();
        let second = plan(&first.new, &bank.with_kept(kept));
        prop_assert!(!second.changes() && second.refused.is_empty());
    }

    #[test]
    fn any_bytes_end_with_problems(bytes in prop::collection::vec(any::<u8>(), 0..300), format in 0..3_usize) {
        let name = format!("x.{}", FORMATS[format].ending());
        prop_assert!(Pack::read(&name, &bytes).is_err_and(|problems| !problems.is_empty()));
    }

    /// A file with a hole in it is refused, or says what it said.
    #[test]
    fn a_damaged_file_is_no_other_pack(at in any::<prop::sample::Index>(), length in 1_usize..40, format in 0..3_usize) {
        let format = FORMATS[format];
        let questions = builtin(Competency::FailureLearning);
        let text = write(&questions, format);
        let from = text.floor_char_boundary(at.index(text.len()));
        let to = text.ceil_char_boundary((from + length).min(text.len()));
        let damaged = format!("{}{}", &text[..from], &text[to..]);
        let lines = damaged.lines().count().max(1);
        match Pack::read(&format!("x.{}", format.ending()), damaged.as_bytes()) {
            Ok(pack) => prop_assert!(pack.questions.len() <= questions.len()),
            Err(problems) => {
                for problem in &problems {
                    prop_assert!((1..=lines + 1).contains(&problem.line), "{problem} in {lines} lines");
                }
            }
        }
    }
}
