//! The figures of the comparison as a table.

use std::time::Duration;

use crate::{markdown_table::markdown_table, median::median};

/// One checker on one text.
pub struct Row {
    pub text: &'static str,
    pub words: usize,
    pub checker: &'static str,
    pub measured: Measured,
}

/// What came out.
pub enum Measured {
    Times {
        /// From start to end, each run.
        taken: Vec<Duration>,
        peak_kib: Option<u64>,
    },
    /// A run was ended after this time.
    TookTooLong(Duration),
    /// It could not be run, or did not do its work.
    Failed,
}

impl Measured {
    /// NaN when there is no time.
    fn seconds(&self) -> f64 {
        match self {
            Measured::Times { taken, .. } => median(taken.iter().map(Duration::as_secs_f64)),
            Measured::TookTooLong(_) | Measured::Failed => f64::NAN,
        }
    }

    fn in_words(&self) -> String {
        match self {
            Measured::Times { .. } => format!("{} s", time(self.seconds())),
            Measured::TookTooLong(patience) => format!("ended after {} s", patience.as_secs()),
            Measured::Failed => "failed".to_owned(),
        }
    }

    fn memory(&self) -> String {
        match self {
            Measured::Times { peak_kib: Some(kib), .. } => format!("{:.0} MiB", *kib as f64 / 1024.0),
            _ => String::new(),
        }
    }
}

/// The table, below a line that says what was measured on.
pub fn report(on: &str, rows: &[Row]) -> String {
    let mut ours = f64::NAN;
    let mut cells = Vec::new();
    let mut before = "";
    for row in rows {
        // Ours is the first on each text.
        let first = row.text != before;
        before = row.text;
        let seconds = row.measured.seconds();
        if first {
            ours = seconds;
        }
        cells.push([
            if first { row.text.to_owned() } else { String::new() },
            row.checker.to_owned(),
            row.measured.in_words(),
            times(seconds / ours),
            if seconds.is_nan() { String::new() } else { thousands(row.words as f64 / seconds) },
            row.measured.memory(),
        ]);
    }
    let header = ["Text", "Checker", "Time", "Compared", "Words a second", "Memory"];
    format!("Measured on {on}.\n\n{}", markdown_table(2, header, &cells))
}

/// Seconds, to about three digits.
fn time(seconds: f64) -> String {
    match seconds {
        ..0.1 => format!("{seconds:.4}"),
        ..10.0 => format!("{seconds:.3}"),
        _ => format!("{seconds:.1}"),
    }
}

fn times(ratio: f64) -> String {
    match ratio {
        _ if ratio.is_nan() => String::new(),
        ..10.0 => format!("× {ratio:.1}"),
        _ => format!("× {ratio:.0}"),
    }
}

/// `1234567.8` → `1,230,000`: three digits are all that such a figure is good for.
fn thousands(figure: f64) -> String {
    let step = 10f64.powf((figure.max(1.0).log10().floor() - 2.0).max(0.0));
    let digits = format!("{:.0}", (figure / step).round() * step);
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &'static str, checker: &'static str, milliseconds: &[u64], peak_kib: Option<u64>) -> Row {
        let taken = milliseconds.iter().copied().map(Duration::from_millis).collect();
        Row { text, words: 500, checker, measured: Measured::Times { taken, peak_kib } }
    }

    #[test]
    fn each_text_begins_with_ours_and_the_others_are_compared_with_it() {
        let rows = [
            row("short", "phrase-check", &[10, 90, 20], Some(10_240)),
            row("short", "alex", &[900, 1_000, 1_100], None),
            row("long", "phrase-check", &[100], Some(30_720)),
            Row {
                text: "long",
                words: 500,
                checker: "alex",
                measured: Measured::TookTooLong(Duration::from_secs(60)),
            },
        ];
        let expected = "\
Measured on a machine, commit x.

| Text  | Checker      |             Time | Compared | Words a second | Memory |
| ----- | ------------ | ---------------: | -------: | -------------: | -----: |
| short | phrase-check |         0.0200 s |    × 1.0 |         25,000 | 10 MiB |
|       | alex         |          1.000 s |     × 50 |            500 |        |
| long  | phrase-check |          0.100 s |    × 1.0 |          5,000 | 30 MiB |
|       | alex         | ended after 60 s |          |                |        |";
        assert_eq!(report("a machine, commit x", &rows), expected);
    }

    #[test]
    fn nothing_is_compared_with_ours_when_it_took_too_long() {
        let rows = [
            row("short", "phrase-check", &[10], None),
            Row {
                text: "long",
                words: 500,
                checker: "phrase-check",
                measured: Measured::TookTooLong(Duration::from_secs(60)),
            },
            row("long", "alex", &[1_000], None),
            Row { text: "long", words: 500, checker: "proselint", measured: Measured::Failed },
        ];
        let text = report("a machine", &rows);
        let lines: Vec<&str> = text.lines().rev().take(2).collect();
        assert!(lines[0].contains("failed") && !lines[0].contains("NaN"), "{text}");
        assert!(lines[1].contains("1.000 s") && !lines[1].contains('×'), "{text}");
    }

    #[test]
    fn large_figures_have_three_digits_in_groups() {
        let check = |figure, expected: &str| assert_eq!(thousands(figure), expected);
        check(7.4, "7");
        check(512.3, "512");
        check(43_481.0, "43,500");
        check(1_234_567.8, "1,230,000");
        check(999_600.0, "1,000,000");
    }
}
