//! Whatever is in a file, reading it ends with questions or with problems.

use proptest::prelude::*;
use question_bank::{Bank, Problem, parse, validate};

fn read(bytes: &[u8]) -> (Bank, Vec<Problem>) {
    Bank::builtin().with_user_files(&[("any.toml".to_owned(), bytes.to_vec())])
}

/// Pieces from which files are put together that get past the TOML parser more often than chance.
fn piece() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "id",
        "prompt",
        "competency",
        "dimensions",
        "kind",
        "level",
        "minutes",
        "probes",
        "strong",
        "feature_level",
        "feature_level.quote",
        "feature_level.why_short",
        "tags",
        "theme",
        "first",
        "question",
        "\"\"",
        "ünknown",
    ]);
    let value = prop_oneof![
        "[a-z-]{0,12}".prop_map(|text| format!("\"{text}\"")),
        any::<String>().prop_map(|text| format!(
            "{:?}",
            text.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
        )),
        any::<i128>().prop_map(|number| number.to_string()),
        Just("[]".to_owned()),
        Just("[\"a\", 1, {}]".to_owned()),
        Just("{ quote = 3, x.y = 1979-05-27 }".to_owned()),
        Just("true".to_owned()),
        Just("nan".to_owned()),
    ];
    prop_oneof![
        2 => Just("[[question]]\n".to_owned()),
        1 => Just("[question.feature_level]\n".to_owned()),
        8 => (key, value).prop_map(|(key, value)| format!("{key} = {value}\n")),
    ]
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (bank, problems) = read(&bytes);
        prop_assert!(!problems.is_empty());
        prop_assert!(bank.users_own().is_empty());
    }

    #[test]
    fn any_text(text in any::<String>()) {
        let (_, problems) = read(text.as_bytes());
        prop_assert!(!problems.is_empty());
    }

    #[test]
    fn any_likely_file(pieces in prop::collection::vec(piece(), 1..30)) {
        let text = pieces.concat();
        let last_line = text.lines().count().max(1);
        let (_, problems) = read(text.as_bytes());
        prop_assert!(!problems.is_empty());
        for problem in &problems {
            prop_assert!((1..=last_line).contains(&problem.line), "{problem} in {last_line} lines");
            prop_assert!(!problem.what.to_string().is_empty());
        }
        prop_assert!(problems.is_sorted_by_key(|problem| problem.line));
    }

    #[test]
    fn any_search(query in any::<String>()) {
        let bank = Bank::builtin();
        prop_assert!(bank.search(&query).len() <= bank.all().len());
    }

    /// A file cut off anywhere is never taken in part.
    #[test]
    fn a_file_cut_off(at in 0..4_000usize) {
        let whole = include_str!("../questions/failure-learning.toml");
        let cut = whole.floor_char_boundary(at);
        let (drafts, mut problems) = parse::file("cut.toml", &whole.as_bytes()[..cut]);
        problems.extend(drafts.iter().flat_map(|draft| validate::question("cut.toml", draft).1));
        let (bank, found) = read(&whole.as_bytes()[..cut]);
        prop_assert!(problems.is_empty() || !found.is_empty());
        prop_assert!(found.is_empty() || bank.users_own().is_empty());
    }
}
