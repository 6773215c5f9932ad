//! Numbers in figures and in words, by value.

use std::fmt;

use super::terms::Piece;

/// A number to six decimals, so that equal values are equal however they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Value(i128);

impl Value {
    const ONE: f64 = 1e6;

    #[expect(clippy::cast_possible_truncation, reason = "saturates; nobody says numbers that large")]
    fn new(value: f64) -> Self {
        Self((value * Self::ONE).round() as i128)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "for reading")]
        let value = self.0 as f64 / Self::ONE;
        write!(f, "{value}")
    }
}

/// What one word means within a number.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    /// 0 to 19.
    Unit(f64),
    /// 20, 30 … 90.
    Ten(f64),
    Hundred,
    /// 1,000 and its powers.
    Scale(f64),
}

/// The number at the front of `pieces`, and how many of them it takes: *1,200*, *3 million*, *$2m*, *twenty-five*,
/// *two hundred and ten*. `None` when there is none.
pub(super) fn read(pieces: &[Piece<'_>]) -> Option<(usize, Value)> {
    let first = pieces.first()?;
    if first.text.starts_with(|c: char| c.is_ascii_digit()) {
        let figure: f64 = first.text.replace(',', "").parse().ok()?;
        let factor = pieces.get(1).filter(|next| next.joined).and_then(|next| magnitude(first, next));
        return Some(match factor {
            Some(factor) => (2, Value::new(figure * factor)),
            None => (1, Value::new(figure)),
        });
    }
    spelled_out(pieces)
}

/// What the piece after a figure multiplies it by, if that is what it is for. `st`, `nd`, `rd` and `th` belong to the
/// figure too.
fn magnitude(figure: &Piece<'_>, next: &Piece<'_>) -> Option<f64> {
    let attached = next.start == figure.start + figure.text.len();
    match next.text {
        "k" | "K" if attached => Some(1e3),
        "M" | "mn" | "mln" if attached => Some(1e6),
        "m" if attached && figure.money => Some(1e6),
        "bn" | "B" if attached => Some(1e9),
        "b" if attached && figure.money => Some(1e9),
        "st" | "nd" | "rd" | "th" if attached => Some(1.0),
        word => match part(word)? {
            Part::Hundred => Some(100.0),
            Part::Scale(scale) => Some(scale),
            Part::Unit(_) | Part::Ten(_) => None,
        },
    }
}

/// The number in words at the front of `pieces`.
fn spelled_out(pieces: &[Piece<'_>]) -> Option<(usize, Value)> {
    let (mut total, mut group) = (0.0, 0.0);
    let mut smallest_scale = f64::INFINITY;
    let mut last: Option<Part> = None;
    let mut used = 0;
    while let Some(piece) = pieces.get(used) {
        if used > 0 && !piece.joined {
            break;
        }
        // "two hundred and ten"
        let after_and =
            piece.text.eq_ignore_ascii_case("and") && matches!(last, Some(Part::Hundred | Part::Scale(_)));
        let next = if after_and { pieces.get(used + 1).filter(|next| next.joined) } else { Some(piece) };
        let Some(part) = next.and_then(|next| part(next.text)) else { break };
        match (part, last) {
            (Part::Unit(unit), None | Some(Part::Hundred | Part::Scale(_))) => group += unit,
            (Part::Unit(unit), Some(Part::Ten(_))) if (1.0..10.0).contains(&unit) => group += unit,
            (Part::Ten(ten), None | Some(Part::Hundred | Part::Scale(_))) => group += ten,
            (Part::Hundred, None) if !after_and => group = 100.0,
            (Part::Hundred, Some(Part::Unit(_) | Part::Ten(_))) if !after_and => group *= 100.0,
            (Part::Scale(scale), None) if !after_and => {
                total = scale;
                smallest_scale = scale;
            }
            (Part::Scale(scale), Some(Part::Unit(_) | Part::Ten(_) | Part::Hundred))
                if !after_and && scale < smallest_scale =>
            {
                total += group * scale;
                group = 0.0;
                smallest_scale = scale;
            }
            _ => break,
        }
        last = Some(part);
        used += if after_and { 2 } else { 1 };
    }
    last.map(|_| (used, Value::new(total + group)))
}

fn part(word: &str) -> Option<Part> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const SCALES: [(&str, f64); 3] = [("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];

    let is = |other: &&str| word.eq_ignore_ascii_case(other);
    let counted = |words: &[&str], from: u8, step: u8| {
        (from..).step_by(usize::from(step)).zip(words).find(|(_, other)| is(other)).map(|(n, _)| f64::from(n))
    };
    if let Some(unit) = counted(&UNITS, 0, 1) {
        Some(Part::Unit(unit))
    } else if let Some(ten) = counted(&TENS, 20, 10) {
        Some(Part::Ten(ten))
    } else if is(&"hundred") {
        Some(Part::Hundred)
    } else {
        SCALES.iter().find(|(other, _)| is(other)).map(|&(_, scale)| Part::Scale(scale))
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::{Meaning, terms};

    /// All numbers in `text`.
    #[track_caller]
    fn check(text: &str, values: &[&str]) {
        let found: Vec<_> = terms(text)
            .into_iter()
            .filter_map(|term| match term.meaning {
                Meaning::Number(value) => Some(value.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(found, values, "{text}");
    }

    #[test]
    fn figures() {
        check("from 2.1% to 0.2%", &["2.1", "0.2"]);
        check("1,200 and 1,200,000 and 12,34", &["1200", "1200000", "12", "34"]);
        check("3k, 3K, 3 thousand, 3,000", &["3000"; 4]);
        check("$2m, $2 million, 2M, €2,000,000, 2 mn", &["2000000", "2000000", "2000000", "2000000", "2"]);
        check("5m away", &["5"]);
        check("on the 16th of May 2024.", &["16", "2024"]);
    }

    #[test]
    fn words() {
        check("zero, eleven, ninety", &["0", "11", "90"]);
        check("twenty-five and twenty five", &["25", "25"]);
        check("two hundred and ten thousand and six", &["210006"]);
        check("a hundred, one hundred, a thousand", &["100", "100", "1000"]);
        check("three million two hundred thousand", &["3200000"]);
        check("eleven to two", &["11", "2"]);
    }

    #[test]
    fn numbers_that_follow_each_other_stay_apart() {
        check("two, three", &["2", "3"]);
        check("nineteen ninety", &["19", "90"]);
        check("twenty. Five teams", &["20", "5"]);
        check("two hundred and the rest", &["200"]);
        check("five thousand million", &["5000", "1000000"]);
        check("two thousand three million", &["2003", "1000000"]);
        check("two and three", &["2", "3"]);
    }

    #[test]
    fn very_long_figures_do_no_harm() {
        check(&"9".repeat(500), &[&super::Value(i128::MAX).to_string()]);
    }
}
