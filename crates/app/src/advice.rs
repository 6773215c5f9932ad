//! What the minutes cannot do, and the way out, in a sentence or two.

use jiff::civil::Date;
use review::plan::Shortfall;

use crate::{headline::number, questions::capitalised};

/// "30 minutes a day bring 48 of 60 answers above 80 % by 31 March. 41 minutes would do for all, or leave out 12."
pub(crate) fn of_shortfall(short: &Shortfall, minutes_a_day: u32, interview: Date) -> String {
    let until = interview.strftime("%-d %B");
    let (ready, all) = (short.ready, short.answers);
    let now = format!("{minutes_a_day} minutes a day bring {ready} of {all} answers above 80 % by {until}.");
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most eight hours")]
    let enough =
        short.minutes_enough.map(|minutes| minutes.ceil() as u32).filter(|enough| *enough > minutes_a_day);
    let more = match (enough, short.new_a_day) {
        (Some(minutes), Some(new)) => {
            Some(format!("{minutes} minutes and {} a day would do for all", questions(new)))
        }
        (Some(minutes), None) => Some(format!("{minutes} minutes would do for all")),
        (None, Some(new)) => Some(format!("{} a day would do for all", questions(new))),
        (None, None) => None,
    };
    match (more, short.leave_out) {
        (Some(more), Some(out)) => format!("{now} {}, or leave out {out}.", capitalised(&more)),
        (Some(more), None) => format!("{now} {}.", capitalised(&more)),
        (None, Some(out)) => format!("{now} Leave out {out}, and it does for the rest."),
        (None, None) => format!("{now} A later date or a smaller set would help."),
    }
}

/// "12 more are due. They are spread over the next four days."
pub(crate) fn of_backlog(left: u32, days: u32) -> String {
    let verb = if left == 1 { "is" } else { "are" };
    match (left, days) {
        (1, 1) => format!("1 more {verb} due. It comes tomorrow."),
        (_, 1) => format!("{left} more {verb} due. They come tomorrow."),
        (1, _) => {
            format!("1 more {verb} due. It comes within the next {} days.", number(days))
        }
        _ => format!("{left} more {verb} due. They are spread over the next {} days.", number(days)),
    }
}

fn questions(new: u32) -> String {
    if new == 1 { "one new question".to_owned() } else { format!("{} new questions", number(new)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(minutes_enough: Option<f32>, new_a_day: Option<u32>, leave_out: Option<u32>, way_out: &str) {
        let short = Shortfall { answers: 60, ready: 48, below: 12, minutes_enough, new_a_day, leave_out };
        let said = of_shortfall(&short, 30, date(2026, 3, 31));
        let now = "30 minutes a day bring 48 of 60 answers above 80 % by 31 March. ";
        assert_eq!(said, format!("{now}{way_out}"));
    }

    #[test]
    fn a_shortfall_says_what_is_so_and_what_to_do() {
        check(Some(40.2), None, Some(12), "41 minutes would do for all, or leave out 12.");
        check(Some(40.2), Some(3), None, "41 minutes and three new questions a day would do for all.");
        check(Some(30.0), Some(1), Some(2), "One new question a day would do for all, or leave out 2.");
        check(None, None, Some(20), "Leave out 20, and it does for the rest.");
        check(None, None, None, "A later date or a smaller set would help.");
    }

    #[test]
    fn a_backlog_is_spread_and_nobodys_fault() {
        assert_eq!(of_backlog(12, 4), "12 more are due. They are spread over the next four days.");
        assert_eq!(of_backlog(2, 1), "2 more are due. They come tomorrow.");
        assert_eq!(of_backlog(1, 1), "1 more is due. It comes tomorrow.");
    }
}
