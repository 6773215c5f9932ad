//! Two windows never write to the same answers.

use crate::{
    acts::{answer_and_check, start_first_question},
    harness::{Profile, button},
    texts::{MORNING, OWNER},
};

#[test]
fn a_second_start_says_that_the_answers_are_open() {
    let profile = Profile::new();
    let first = profile.open(MORNING);
    start_first_question(&first);

    let second = profile.open(MORNING);
    second.sees("Your answers are open in another window.");
    second.click(&button("Try again"));
    second.sees("Your answers are open in another window.");

    // The first one is not disturbed.
    answer_and_check(&first, OWNER);
    first.close();

    second.click(&button("Try again"));
    second.sees_no("Your answers are open in another window.");
    second.close();

    let again = profile.open(MORNING);
    again.click(&button("Answers"));
    again.sees("words");
    again.close();
}
