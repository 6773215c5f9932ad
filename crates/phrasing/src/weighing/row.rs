//! What one feature weighs: eight figures, and how a line of `lexicon/weights.txt` says them.

use super::Balance;

/// What one feature adds, in log-odds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Weight {
    /// To the sentence.
    pub(crate) sentence: Balance,
    /// To its statement by itself.
    pub(crate) statement: Balance,
    /// To being situation, task, action, result.
    pub(crate) parts: Parts,
}

/// Log-odds of being situation, task, action, result.
pub(crate) type Parts = [f32; 4];

/// Eight figures in hundredths, in the order in which a line of `lexicon/weights.txt` has them: of the sentence, of the statement, of
/// the parts; or of the parts before and after. They are all written so, so that little is kept and sums are exact.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Row([i16; 8]);

impl Row {
    /// Adds each figure. A sum stops at 327.67, far past what is certain.
    #[inline(always)]
    pub(crate) fn add(&mut self, other: &Row) {
        for (sum, figure) in self.0.iter_mut().zip(other.0) {
            *sum = sum.saturating_add(figure);
        }
    }

    /// The figures as a weight.
    pub(crate) fn weight(&self) -> Weight {
        let [a, b, c, d, parts @ ..] = self.figures();
        Weight {
            sentence: Balance { ownership: a, coordination: b },
            statement: Balance { ownership: c, coordination: d },
            parts,
        }
    }

    /// Of what a feature adds around it: to the parts of the statement before.
    pub(crate) fn before(&self) -> Parts {
        let [a, b, c, d, ..] = self.figures();
        [a, b, c, d]
    }

    /// Of what a feature adds around it: to the parts of the statement after.
    pub(crate) fn after(&self) -> Parts {
        let [.., a, b, c, d] = self.figures();
        [a, b, c, d]
    }

    fn figures(&self) -> [f32; 8] {
        self.0.map(|figure| f32::from(figure) / 100.0)
    }
}

/// Reads a figure and the blank behind it; answers what follows too.
pub(super) fn figure(line: &str) -> Option<(f32, &str)> {
    let end = line.bytes().position(|byte| byte == b' ')?;
    let (figure, rest) = (&line[..end], &line[end + 1..]);
    // Almost all are written "0.36" or "-0.36", and a quotient of whole numbers is as exact as reading it.
    let value = match figure.strip_prefix('-').unwrap_or(figure).as_bytes() {
        b"0" => 0.0,
        [one @ b'0'..=b'9', b'.', tenth @ b'0'..=b'9', hundredth @ b'0'..=b'9'] => {
            let digit = |byte: &u8| f32::from(byte - b'0');
            let value = (digit(one) * 100.0 + digit(tenth) * 10.0 + digit(hundredth)) / 100.0;
            if figure.starts_with('-') { -value } else { value }
        }
        _ => figure.parse().ok()?,
    };
    Some((value, rest))
}

/// The weight that a line begins with, what it adds around, and the name after it, which never begins like a number.
pub(super) fn row(line: &str) -> Option<(Row, Option<Row>, &str)> {
    let mut figures = [0; 16];
    let mut count = 0;
    let mut name = line;
    while name.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        let value;
        (value, name) = figure(name)?;
        *figures.get_mut(count)? = (value * 100.0).round() as i16;
        count += 1;
    }
    let [a, b, c, d, e, f, g, h, beside @ ..] = figures;
    match count {
        2 | 4 | 8 => Some((Row([a, b, c, d, e, f, g, h]), None, name)),
        6 => Some((Row([a, b, 0, 0, c, d, e, f]), None, name)),
        16 => Some((Row([a, b, c, d, e, f, g, h]), Some(Row(beside)), name)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, wanted: Option<(Row, Option<Row>, &str)>) {
        assert_eq!(row(line), wanted, "{line}");
    }

    #[test]
    fn a_line_says_what_its_figures_are_of_by_how_many_there_are() {
        check("0.36 -0.07 =mine", Some((Row([36, -7, 0, 0, 0, 0, 0, 0]), None, "=mine")));
        check("0.36 -1 2 4.5 I decide", Some((Row([36, -100, 200, 450, 0, 0, 0, 0]), None, "I decide")));
        check("1 2 3 4 5 6 since 2", Some((Row([100, 200, 0, 0, 300, 400, 500, 600]), None, "since 2")));
        check("1 2 3 4 5 6 7 8 any", Some((Row([100, 200, 300, 400, 500, 600, 700, 800]), None, "any")));
        let sixteen = "1 2 3 4 5 6 7 8 0.01 0 0 0 0 0 0 -0.01 any";
        let around = [1, 0, 0, 0, 0, 0, 0, -1];
        check(sixteen, Some((Row([100, 200, 300, 400, 500, 600, 700, 800]), Some(Row(around)), "any")));
        check("1 2 3 any", None);
        check("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 any", None);
    }

    #[test]
    fn a_sum_of_rows_is_exact_and_never_turns_round() {
        let mut sum = Row::default();
        (0..10).for_each(|_| sum.add(&Row([10, -20, 0, 30, i16::MAX, i16::MIN, 1, 0])));
        assert_eq!(sum, Row([100, -200, 0, 300, i16::MAX, i16::MIN, 10, 0]));
        assert_eq!(sum.weight().sentence, Balance { ownership: 1.0, coordination: -2.0 });
        assert_eq!((sum.before(), sum.after()[2]), ([1.0, -2.0, 0.0, 3.0], 0.1));
    }
}
