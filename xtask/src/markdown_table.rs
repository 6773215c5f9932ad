//! Tables that are read in the terminal and on the page alike.

/// A Markdown table with aligned columns: the first `left` are words, the rest figures.
pub fn markdown_table<const COLUMNS: usize>(
    left: usize,
    header: [&str; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> String {
    let widths: [usize; COLUMNS] = std::array::from_fn(|column| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        // A figure's column needs three characters for its rule, `--:`.
        cells.chain([header[column].chars().count(), 3]).max().unwrap_or(3)
    });
    let line = |cells: [&str; COLUMNS]| {
        let padded: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(column, cell)| match widths[column] {
                width if column < left => format!("{cell:<width$}"),
                width => format!("{cell:>width$}"),
            })
            .collect();
        format!("| {} |", padded.join(" | "))
    };
    let rule: [String; COLUMNS] = std::array::from_fn(|column| {
        let dashes = "-".repeat(widths[column]);
        if column < left { dashes } else { format!("{}:", &dashes[1..]) }
    });
    let mut lines = vec![line(header), line(rule.each_ref().map(String::as_str))];
    lines.extend(rows.iter().map(|row| line(row.each_ref().map(String::as_str))));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_left_and_figures_right() {
        let rows = [["a".into(), "1 µs".into()], ["long name".into(), "12 ms".into()]];
        let expected = "\
| What      |  Time |
| --------- | ----: |
| a         |  1 µs |
| long name | 12 ms |";
        assert_eq!(markdown_table(1, ["What", "Time"], &rows), expected);
    }

    #[test]
    fn narrow_columns_still_have_a_rule() {
        assert_eq!(markdown_table(1, ["a", "b"], &[]), "| a   |   b |\n| --- | --: |");
    }
}
