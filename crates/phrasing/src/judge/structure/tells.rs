//! What tells the parts of a story from one another beside deeds and words: the place in the text and beside the speaker's first
//! deed, forms that a lemma hides, charges, dates and figures.

use crate::lexicon::{Vocabulary, exact};
use crate::reading::Reading;
use crate::weighing::{Feature, Statement, Who};

use super::charge::{Charge, Charges};
use super::{result, task};

/// How many of [`Feature::TELLS`] are forms of words.
const FORMS: usize = 18;
/// Those about charges are the last.
const CHARGES: usize = Feature::TELLS.len() - Charge::COUNT;

/// Which statement is the first in which the speaker does something; the number of statements when none is.
pub(crate) fn first_deed<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> usize {
    let mut count = 0;
    for statement in statements {
        if statement.who == Who::I {
            break;
        }
        count += 1;
    }
    count
}

/// Tells each such feature of a statement, which stands so far from the speaker's first deed; a form comes as often as it is said.
pub(crate) fn tells(
    reading: &Reading,
    vocabulary: &Vocabulary,
    statement: &Statement,
    since: isize,
    mut tell: impl FnMut(Feature),
) {
    tell(Feature::since(since));
    let middle = (statement.from + statement.to) / 2;
    tell(Feature::Place((10 * middle / reading.words.len().max(1)).min(9) as u8));
    for at in statement.from..statement.to {
        if let Some(form) = form(reading, at) {
            tell(Feature::Tells(form));
        }
    }
    let outcome = result::outcome(reading, vocabulary, statement);
    let others = [
        task::is_set(reading, statement),
        task::is_wanted(reading, vocabulary, statement),
        outcome.cued,
        outcome.dated,
        outcome.measured,
        outcome.moved,
    ];
    for (number, _) in others.iter().enumerate().filter(|(_, holds)| **holds) {
        tell(Feature::Tells((FORMS + number) as u8));
    }
    let charges = Charges::of(reading, statement);
    for number in (0..Charge::COUNT).filter(|number| charges.has(*number)) {
        tell(Feature::Tells((CHARGES + number) as u8));
    }
}

/// The numbers of the words among [`Feature::TELLS`], which are all short.
const NUMBERS: [u64; FORMS] = {
    let mut numbers = [0; FORMS];
    let mut at = 0;
    while at < FORMS {
        numbers[at] = exact(Feature::TELLS[at]);
        at += 1;
    }
    numbers
};

fn form(reading: &Reading, at: usize) -> Option<u8> {
    let word = reading.short(at);
    NUMBERS.iter().position(|number| *number == word).map(|form| form as u8)
}
