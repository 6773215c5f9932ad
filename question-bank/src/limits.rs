//! The sizes that a question file must keep to. `README.md` names them for writers; a test holds both together.

use std::ops::RangeInclusive;

/// Bytes in one file; a larger one is refused without being read. The whole built-in bank is a tenth of it.
pub const FILE_BYTES: usize = 5 * 1024 * 1024;
/// Questions in one file; keeps the comparison of prompts quick for hostile files.
pub(crate) const QUESTIONS_PER_FILE: usize = 2_000;
/// Problems told of one file; who has put a hundred right may ask again.
pub(crate) const PROBLEMS_PER_FILE: usize = 100;
/// Characters in an id.
pub(crate) const ID_CHARS: RangeInclusive<usize> = 3..=64;
/// Characters in a prompt: at 150 words a minute the longest takes 20 seconds to ask.
pub(crate) const PROMPT_CHARS: RangeInclusive<usize> = 12..=300;
/// Characters in a follow-up.
pub(crate) const PROBE_CHARS: RangeInclusive<usize> = 8..=200;
/// Characters in a point of a strong answer.
pub(crate) const STRONG_CHARS: RangeInclusive<usize> = 12..=240;
/// Characters in either half of the feature-level answer.
pub(crate) const FEATURE_LEVEL_CHARS: RangeInclusive<usize> = 12..=300;
/// Characters in a tag.
pub(crate) const TAG_CHARS: RangeInclusive<usize> = 2..=30;
/// Characters in a theme.
pub(crate) const THEME_CHARS: RangeInclusive<usize> = 3..=60;
/// Minutes for an answer.
pub(crate) const MINUTES: RangeInclusive<i64> = 1..=15;
/// Dimensions of a question.
pub(crate) const DIMENSIONS: RangeInclusive<usize> = 1..=4;
/// Follow-ups of a question.
pub(crate) const PROBES: RangeInclusive<usize> = 2..=4;
/// Points of a strong answer.
pub(crate) const STRONG: RangeInclusive<usize> = 3..=5;
/// Tags of a question.
pub(crate) const TAGS: RangeInclusive<usize> = 1..=8;

/// Rounds of a loop.
pub(crate) const ROUNDS: RangeInclusive<usize> = 1..=7;
/// Points of advice in a loop.
pub(crate) const ADVICE: RangeInclusive<usize> = 0..=5;
/// Characters in a text of a loop.
pub(crate) const LOOP_TEXT_CHARS: RangeInclusive<usize> = 3..=240;
/// Minutes of a round.
pub(crate) const ROUND_MINUTES: RangeInclusive<u8> = 10..=120;
/// Minutes before the first and after the last question of a round.
pub(crate) const ASIDE_MINUTES: RangeInclusive<u8> = 0..=30;
/// Questions of a round.
pub(crate) const ROUND_QUESTIONS: RangeInclusive<u8> = 1..=10;
/// Least minutes for a question with its probes: less is no conversation.
pub(crate) const LEAST_MINUTES_A_QUESTION: f64 = 5.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_them() {
        let readme = include_str!("../README.md");
        let row =
            |field: &str| readme.lines().find(|line| line.starts_with(&format!("| `{field}`"))).unwrap_or("");
        let minutes = *MINUTES.start() as usize..=*MINUTES.end() as usize;
        for (field, limit) in [
            ("id", &ID_CHARS),
            ("prompt", &PROMPT_CHARS),
            ("probes", &PROBES),
            ("probes", &PROBE_CHARS),
            ("strong", &STRONG),
            ("strong", &STRONG_CHARS),
            ("feature_level.quote", &FEATURE_LEVEL_CHARS),
            ("feature_level.why_short", &FEATURE_LEVEL_CHARS),
            ("dimensions", &DIMENSIONS),
            ("tags", &TAGS),
            ("tags", &TAG_CHARS),
            ("theme", &THEME_CHARS),
            ("minutes", &minutes),
        ] {
            let named = format!("{} to {}", limit.start(), limit.end());
            assert!(row(field).contains(&named), "{field}: {named} is not in the table of README.md");
        }
        assert!(readme.contains("5 MB and 2,000 questions"));
        assert_eq!((FILE_BYTES, QUESTIONS_PER_FILE), (5 << 20, 2_000));
    }
}
