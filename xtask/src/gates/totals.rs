//! How many tests ran, read off what the test runners print.

/// Counts of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
    skipped: u64,
}

/// The counts of a run, over all test programs.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Totals {
    cargo: Option<Count>,
    vitest: Option<Count>,
}

impl Totals {
    /// Takes a line of `cargo test`.
    pub fn read_cargo(&mut self, line: &str) {
        if let Some(count) = cargo_count(&without_colour(line)) {
            add(&mut self.cargo, count);
        }
    }

    /// Takes a line of `vitest run`.
    pub fn read_vitest(&mut self, line: &str) {
        if let Some(count) = vitest_count(&without_colour(line)) {
            add(&mut self.vitest, count);
        }
    }

    /// Whether any of Rust's tests was run.
    pub fn cargo_ran(&self) -> bool {
        self.cargo.is_some_and(|count| count.passed + count.failed > 0)
    }

    /// `12 passed, 0 failed`, with the skipped ones if there are some; none if no test runner has finished.
    pub fn line(&self) -> Option<String> {
        let mut sum = None;
        for count in [self.cargo, self.vitest].into_iter().flatten() {
            add(&mut sum, count);
        }
        let Count { passed, failed, skipped } = sum?;
        let rest = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
        Some(format!("{passed} passed, {failed} failed{rest}"))
    }
}

fn add(to: &mut Option<Count>, count: Count) {
    let sum = to.get_or_insert_default();
    sum.passed += count.passed;
    sum.failed += count.failed;
    sum.skipped += count.skipped;
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s`
fn cargo_count(line: &str) -> Option<Count> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    Some(counted(counts.split("; ")))
}

/// ` Tests  1 failed | 11 passed | 2 skipped (14)`
fn vitest_count(line: &str) -> Option<Count> {
    let counts = line.trim().strip_prefix("Tests ")?;
    let counts = counts.rsplit_once('(').map_or(counts, |(counts, _)| counts);
    Some(counted(counts.split('|')))
}

/// Adds up parts such as `12 passed`; parts that are not like that count nothing.
fn counted<'a>(parts: impl Iterator<Item = &'a str>) -> Count {
    let mut count = Count::default();
    for part in parts {
        let mut words = part.split_whitespace();
        let (Some(Ok(number)), Some(word)) = (words.next().map(str::parse::<u64>), words.next()) else {
            continue;
        };
        match word {
            "passed" => count.passed += number,
            "failed" => count.failed += number,
            "ignored" | "skipped" | "todo" => count.skipped += number,
            _ => {}
        }
    }
    count
}

/// The line without the escape sequences that colour it: `ESC [ … m`.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cargo: &str, vitest: &str, expected: Option<&str>) {
        let mut totals = Totals::default();
        cargo.lines().for_each(|line| totals.read_cargo(line));
        vitest.lines().for_each(|line| totals.read_vitest(line));
        assert_eq!(totals.line().as_deref(), expected, "{cargo}\n{vitest}");
    }

    #[test]
    fn test_programs_are_added_up() {
        let cargo = "\
running 12 tests
test a ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s

test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        check(cargo, "", Some("16 passed, 2 failed, 1 skipped"));
        let vitest = " Test Files  4 passed (4)\n      Tests  1 failed | 30 passed | 2 skipped (33)\n   Duration  2.31s";
        check("", vitest, Some("30 passed, 1 failed, 2 skipped"));
        check(cargo, vitest, Some("46 passed, 3 failed, 3 skipped"));
        check("test result: ok. 5 passed; 0 failed; 0 ignored", "", Some("5 passed, 0 failed"));
    }

    #[test]
    fn colours_do_not_matter() {
        let vitest = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m42 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (42)\u{1b}[39m";
        check("", vitest, Some("42 passed, 0 failed"));
    }

    #[test]
    fn a_test_that_prints_numbers_counts_nothing() {
        check("test the_words_12_passed ... ok\n12 passed; 0 failed", "12 passed", None);
    }

    #[test]
    fn no_test_at_all_is_noticed() {
        let mut totals = Totals::default();
        assert!(!totals.cargo_ran());
        totals.read_cargo("test result: ok. 0 passed; 0 failed; 0 ignored");
        assert!(!totals.cargo_ran());
        totals.read_cargo("test result: ok. 1 passed; 0 failed; 0 ignored");
        assert!(totals.cargo_ran());
    }
}
