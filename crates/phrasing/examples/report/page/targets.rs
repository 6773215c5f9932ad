//! Every figure beside its target.

use super::table::Table;
use crate::measure::Measured;
use crate::measure::figures::{Target, figures};

pub fn part(measured: &Measured) -> String {
    let mut table = Table::new(&["", "figure", "target"]);
    for figure in figures(measured) {
        let name = format!("{} {}", figure.group, figure.name.replace('-', " ").replace(" f1", " F1"));
        let mut row = vec![name, format!("{:.3}", figure.value)];
        if let Some(target) = figure.target {
            row.push(match target {
                Target::AtLeast(least) => format!("at least {least:.3}"),
                Target::AtMost(most) => format!("at most {most:.3}"),
            });
            row.extend((!target.met(figure.value)).then(|| "missed".to_owned()));
        }
        table.row(row);
    }
    format!("Figures\n\n{}", table.text())
}
