//! What kind of answer a question asks for, by its words.

use crate::kinds::Mode;

/// They ask for something that happened, whatever else they say.
const PAST: &[&str] = &[
    "tell me about",
    "a time",
    "an occasion",
    "did you",
    "have you",
    "has your",
    "had you",
    "were you",
    "was your",
    "you had",
    "you made",
    "you led",
    "you were",
    "you would not",
];

/// They ask for what one would do, or thinks.
const SUPPOSED: &[&str] = &[
    "would you",
    "you would",
    "you'd",
    "do you",
    "should you",
    "will you",
    "imagine",
    "suppose",
    "estimate",
    "design a",
    "design the",
];

impl Mode {
    /// What a question asks for: something that was done, unless it asks what one would do and for nothing past.
    ///
    /// ```
    /// use phrasing::Mode;
    ///
    /// assert_eq!(Mode::asked_by("How would you cut a year's plan to six months?"), Mode::Situational);
    /// assert_eq!(Mode::asked_by("Tell me about a plan that you cut."), Mode::Behavioral);
    /// ```
    pub fn asked_by(question: &str) -> Mode {
        let letter = |c: char| if c == '’' { '\'' } else { c.to_ascii_lowercase() };
        let plain: String = question.chars().map(letter).collect();
        let words: Vec<&str> = plain
            .split(|c: char| !(c.is_alphanumeric() || c == '\''))
            .filter(|word| !word.is_empty())
            .collect();
        let says = |cues: &[&str]| {
            cues.iter().any(|cue| {
                let cue: Vec<&str> = cue.split(' ').collect();
                words.windows(cue.len()).any(|here| here == cue)
            })
        };
        if says(SUPPOSED) && !says(PAST) { Mode::Situational } else { Mode::Behavioral }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_says_whether_it_asks_for_what_was_done() {
        let check = |question: &str, wanted: Mode| assert_eq!(Mode::asked_by(question), wanted, "{question}");
        check("How would you get a team to change its roadmap?", Mode::Situational);
        check("WHAT WOULD YOU DO if the vendor left?", Mode::Situational);
        check("Suppose that you’d inherited the program. What first?", Mode::Situational);
        check("Your launch can be late or incomplete. How do you decide?", Mode::Situational);
        check("Estimate the load on log-in.", Mode::Situational);
        check("Tell me about a time when you disagreed.", Mode::Behavioral);
        check("Tell me about a plan. What would you do differently?", Mode::Behavioral);
        check("Which API did you retire, and how do you know that it was right?", Mode::Behavioral);
        check("Describe a system that you would not accept as it was.", Mode::Behavioral);
        check("Which program exists only because you started it?", Mode::Behavioral);
        check("Which design was turned down, and how much was that worth?", Mode::Behavioral);
        check("Design the rollout of a new log-in service.", Mode::Situational);
        check("", Mode::Behavioral);
    }
}
