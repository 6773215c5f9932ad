//! Aligned columns.

use std::fmt::Write as _;

/// Rows of cells; the first column stands left, the others right, and what is beyond the header stands left again as a remark.
pub struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(header: &[&str]) -> Table {
        Table { header: header.iter().map(|cell| (*cell).to_owned()).collect(), rows: Vec::new() }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The lines, indented by two spaces.
    pub fn text(&self) -> String {
        let columns = self.header.len();
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = self.rows.iter().chain([&self.header]).filter_map(|row| row.get(column));
                cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        for row in [&self.header].into_iter().chain(&self.rows) {
            let mut line = String::from("  ");
            for (column, cell) in row.iter().enumerate() {
                let gap = if column == 0 { "" } else { "  " };
                let _ = match widths.get(column) {
                    Some(width) if column > 0 => write!(line, "{gap}{cell:>width$}"),
                    Some(width) => write!(line, "{gap}{cell:<width$}"),
                    None => write!(line, "{gap}{cell}"),
                };
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_left_figures_right_and_remarks_behind() {
        let mut table = Table::new(&["trick", "rows", "F1"]);
        table.row(["passive".into(), "9".into(), "0.500".into(), "missed".into()]);
        table.row(["–".into(), "1 000".into(), "–".into()]);
        let expected =
            ["  trick     rows     F1", "  passive      9  0.500  missed", "  –        1 000      –", ""];
        assert_eq!(table.text(), expected.join("\n"));
    }
}
