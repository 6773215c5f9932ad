//! Stories that are told too often, in sentences.

use std::collections::BTreeSet;

use practice::story::overuse::{Overuse, Use, overuse};
use store::AnswerId;

use super::shelf::Kept;
use crate::{headline::number, reviewing::count};

/// One sentence, or two, for each way in which a story is told too often.
pub(super) fn warnings(story: &Kept, last_mock: &[Option<AnswerId>]) -> Vec<String> {
    let competencies: BTreeSet<&str> = story.told.iter().map(|told| told.competency.id.as_str()).collect();
    let tells = |answer: &&Option<AnswerId>| {
        answer.is_some_and(|answer| story.told.iter().any(|told| told.answer == answer))
    };
    let used = Use {
        competencies: competencies.len(),
        told: last_mock.iter().filter(tells).count(),
        answered: last_mock.len(),
    };
    overuse(used).into_iter().map(|way| sentence(&story.text.title, way)).collect()
}

fn sentence(title: &str, way: Overuse) -> String {
    let words = |many: usize| number(count(many));
    match way {
        Overuse::Competencies(many) => {
            format!("“{title}” answers {} competencies. Interviewers compare notes.", words(many))
        }
        Overuse::Mock { told, answered } if told == answered => {
            format!("“{title}” was told in all {} questions of your last mock.", words(answered))
        }
        Overuse::Mock { told, answered } => format!(
            "“{title}” was told in {} of the {} questions of your last mock.",
            words(told),
            words(answered)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stories::sample::{kept, refund_path, told};

    #[track_caller]
    fn check(competencies: &[&str], last_mock: &[Option<i64>], expected: &[&str]) {
        let answers = (1..).zip(competencies).map(|(answer, competency)| told(answer, competency, Some(70)));
        let story = kept(1, refund_path(), answers.collect());
        let last_mock: Vec<_> = last_mock.iter().map(|answer| answer.map(AnswerId)).collect();
        assert_eq!(warnings(&story, &last_mock), expected);
    }

    #[test]
    fn a_story_told_too_often_is_said_in_a_sentence() {
        check(&[], &[], &[]);
        check(&["a", "b", "c", "c", "c"], &[Some(1), Some(2), Some(9)], &[]);
        check(
            &["a", "b", "c", "d", "e", "e"],
            &[],
            &["“Refund path” answers five competencies. Interviewers compare notes."],
        );
        check(
            &["a", "b", "c"],
            &[Some(1), None, Some(2), Some(9), Some(3)],
            &["“Refund path” was told in three of the five questions of your last mock."],
        );
        check(
            &["a", "b", "c", "d"],
            &[Some(1), Some(2), Some(3)],
            &[
                "“Refund path” answers four competencies. Interviewers compare notes.",
                "“Refund path” was told in all three questions of your last mock.",
            ],
        );
    }
}
