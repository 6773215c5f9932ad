//! Byte offsets → line numbers.

/// Where the lines of a text begin.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The line, from 1, of a byte offset. An offset at the very end belongs to the last line that has text.
    pub(super) fn at(&self, offset: usize) -> usize {
        let written = self.text.trim_end().len();
        self.starts.partition_point(|&start| start <= offset.min(written)).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn counts_lines_from_one() {
        let lines = Lines::of("a\nbc\r\n\nd\n\n");
        let at = [(0, 1), (1, 1), (2, 2), (4, 2), (6, 3), (7, 4), (8, 4), (9, 4), (99, 4)];
        for (offset, line) in at {
            assert_eq!(lines.at(offset), line, "offset {offset}");
        }
        assert_eq!(Lines::of("").at(0), 1);
    }
}
