//! The plan for today, said in one sentence.

/// What the plan holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// A take was left unfinished.
    pub(crate) resume: bool,
    /// Answers to say again.
    pub(crate) due: u32,
    /// Sentences to say as the owner.
    pub(crate) sentences: u32,
    /// New questions.
    pub(crate) new: u32,
    /// Minutes for all of it.
    pub(crate) minutes: u32,
    /// Whether anything was practised today.
    pub(crate) practised_today: bool,
}

/// "Half an hour: nine answers to say again, six sentences to repair, one new question."
pub(crate) fn headline(plan: &Plan) -> String {
    let mut parts = Vec::new();
    if plan.resume {
        parts.push("one answer to finish".to_owned());
    }
    if plan.due > 0 {
        let noun = if plan.due == 1 { "answer" } else { "answers" };
        parts.push(format!("{} {noun} to say again", number(plan.due)));
    }
    if plan.sentences > 0 {
        let noun = if plan.sentences == 1 { "sentence" } else { "sentences" };
        parts.push(format!("{} {noun} to repair", number(plan.sentences)));
    }
    if plan.new > 0 {
        let noun = if plan.new == 1 { "question" } else { "questions" };
        parts.push(format!("{} new {noun}", number(plan.new)));
    }
    match (parts.is_empty(), plan.practised_today) {
        (true, true) => "Done for today.".to_owned(),
        (true, false) => "Nothing is due today.".to_owned(),
        (false, _) => format!("{}: {}.", length(plan.minutes), parts.join(", ")),
    }
}

fn length(minutes: u32) -> String {
    match minutes {
        0 | 1 => "A minute".to_owned(),
        13..=17 => "A quarter of an hour".to_owned(),
        27..=33 => "Half an hour".to_owned(),
        43..=47 => "Three quarters of an hour".to_owned(),
        57..=63 => "An hour".to_owned(),
        _ => {
            let words = number(minutes);
            let mut letters = words.chars();
            let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
            format!("{first}{} minutes", letters.as_str())
        }
    }
}

/// In words up to twelve, as a printed sentence has it.
pub(crate) fn number(number: u32) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    usize::try_from(number)
        .ok()
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(due: u32, new: u32, minutes: u32, expected: &str) {
        assert_eq!(headline(&Plan { due, new, minutes, ..Plan::default() }), expected);
    }

    #[test]
    fn the_plan_is_one_sentence() {
        check(9, 1, 28, "Half an hour: nine answers to say again, one new question.");
        check(1, 0, 2, "Two minutes: one answer to say again.");
        check(0, 2, 14, "A quarter of an hour: two new questions.");
        check(14, 0, 40, "40 minutes: 14 answers to say again.");
        check(0, 1, 1, "A minute: one new question.");
        check(0, 0, 0, "Nothing is due today.");
        assert_eq!(headline(&Plan { practised_today: true, ..Plan::default() }), "Done for today.");
        let drills = Plan { due: 9, sentences: 6, new: 1, minutes: 28, ..Plan::default() };
        assert_eq!(
            headline(&drills),
            "Half an hour: nine answers to say again, six sentences to repair, one new question."
        );
        let left = Plan { resume: true, due: 3, minutes: 8, ..Plan::default() };
        assert_eq!(headline(&left), "Eight minutes: one answer to finish, three answers to say again.");
    }
}
