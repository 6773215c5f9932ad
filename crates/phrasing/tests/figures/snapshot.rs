//! The committed figures, and what differs from them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::measure::figures::Figure;

/// A figure may be worse by so much: one sentence in some hundreds.
const SLACK: f64 = 0.005;
/// Findings in neutral prose may rise by so much.
const NEUTRAL_SLACK: f64 = 0.02;
/// A figure that is better by more than this is worth keeping.
const GAIN: f64 = 0.02;

/// Half → group → name → figure, as in the file.
type Figures = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

/// All figures of one state of the check.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot(Figures);

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Worse,
    Better,
    /// It is in the file and is no longer measured.
    Gone,
    /// It is measured and not in the file.
    New,
}

/// A figure that is no longer what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// "half group name".
    pub figure: String,
    pub was: Option<f64>,
    pub is: Option<f64>,
    pub fate: Fate,
}

impl Snapshot {
    pub fn of<'a>(halves: impl IntoIterator<Item = (&'a str, Vec<Figure>)>) -> Snapshot {
        let mut all = Figures::new();
        for (half, figures) in halves {
            for figure in figures {
                let group =
                    all.entry(half.to_owned()).or_default().entry(figure.group.to_owned()).or_default();
                group.insert(figure.name, figure.value);
            }
        }
        Snapshot(all)
    }

    pub fn read(text: &str) -> Result<Snapshot, toml::de::Error> {
        toml::from_str(text).map(Snapshot)
    }

    /// As it is kept in the file.
    pub fn text(&self) -> String {
        let mut text = String::from(
            "# The figures of the check on each half of corpus/, made by\n\
             # `PHRASING_FIGURES=write cargo test -p phrasing --test figures`; not to be edited.\n",
        );
        for (half, groups) in &self.0 {
            for (group, figures) in groups {
                let _ = writeln!(text, "\n[{half}.{group}]");
                for (name, value) in figures {
                    let _ = writeln!(text, "{name} = {value:.4}");
                }
            }
        }
        text
    }

    fn flat(&self) -> BTreeMap<(&str, &str, &str), f64> {
        let groups = self.0.iter().flat_map(|(half, groups)| groups.iter().map(move |group| (half, group)));
        groups
            .flat_map(|(half, (group, figures))| {
                figures
                    .iter()
                    .map(move |(name, value)| ((half.as_str(), group.as_str(), name.as_str()), *value))
            })
            .collect()
    }

    /// What `is` has that differs from this by more than it may.
    pub fn changes(&self, is: &Snapshot) -> Vec<Change> {
        let (was, is) = (self.flat(), is.flat());
        let keys: BTreeSet<_> = was.keys().chain(is.keys()).copied().collect();
        keys.into_iter()
            .filter_map(|key @ (half, group, name)| {
                let (was, is) = (was.get(&key).copied(), is.get(&key).copied());
                let fate = fate(group, was, is)?;
                Some(Change { figure: format!("{half} {group} {name}"), was, is, fate })
            })
            .collect()
    }
}

fn fate(group: &str, was: Option<f64>, is: Option<f64>) -> Option<Fate> {
    let (Some(was), Some(is)) = (was, is) else {
        return Some(if was.is_some() { Fate::Gone } else { Fate::New });
    };
    // There less is better.
    let (gain, slack) = if group == "neutral" { (was - is, NEUTRAL_SLACK) } else { (is - was, SLACK) };
    // The file keeps four places.
    let rounding = 0.000_05;
    if gain < -slack - rounding {
        Some(Fate::Worse)
    } else if gain > GAIN + rounding {
        Some(Fate::Better)
    } else {
        None
    }
}

/// What has changed and what to do about it.
pub fn told(changes: &[Change]) -> String {
    let mut text = String::new();
    for change in changes {
        let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
        let fate = match change.fate {
            Fate::Worse => "is worse",
            Fate::Better => "is better",
            Fate::Gone => "is no longer measured",
            Fate::New => "is new",
        };
        let (was, is) = (figure(change.was), figure(change.is));
        let _ = writeln!(text, "{} {fate}: was {was}, is {is}", change.figure);
    }
    if changes.iter().any(|change| change.fate == Fate::Worse) {
        text.push_str("`cargo xtask phrasing-report` shows which sentences are wrong, and why.\n");
    }
    if changes.iter().any(|change| change.fate != Fate::Worse) {
        text.push_str("So that what was gained is kept, renew the snapshot when the change is wanted:\n");
        text.push_str("PHRASING_FIGURES=write cargo test -p phrasing --test figures\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(group: &'static str, value: f64) -> Snapshot {
        let figure = Figure { group, name: "x".into(), value, target: None };
        Snapshot::of([("tune", vec![figure])])
    }

    #[test]
    fn a_figure_may_move_a_little() {
        let check = |group: &'static str, was: f64, is: f64, expected: Option<Fate>| {
            let changes = snapshot(group, was).changes(&snapshot(group, is));
            assert_eq!(changes.first().map(|change| change.fate), expected, "{group}: {was} → {is}");
        };
        check("sentences", 0.9, 0.9, None);
        check("sentences", 0.9, 0.895, None);
        check("sentences", 0.9, 0.894, Some(Fate::Worse));
        check("sentences", 0.9, 0.92, None);
        check("sentences", 0.9, 0.921, Some(Fate::Better));
        check("neutral", 0.2, 0.22, None);
        check("neutral", 0.2, 0.221, Some(Fate::Worse));
        check("neutral", 0.2, 0.179, Some(Fate::Better));
    }

    #[test]
    fn what_came_and_went_is_told() {
        let changes = snapshot("sentences", 0.9).changes(&snapshot("structure", 0.9));
        let told = told(&changes);
        assert!(told.contains("tune sentences x is no longer measured: was 0.900, is –"), "{told}");
        assert!(told.contains("tune structure x is new: was –, is 0.900"), "{told}");
        assert!(told.contains("PHRASING_FIGURES=write"), "{told}");
    }

    #[test]
    fn a_fall_is_told_without_a_call_to_renew() {
        let told = told(&snapshot("sentences", 0.9).changes(&snapshot("sentences", 0.8)));
        assert!(told.starts_with("tune sentences x is worse: was 0.900, is 0.800\n"), "{told}");
        assert!(!told.contains("write"), "{told}");
    }

    #[test]
    fn the_file_gives_back_what_was_written() {
        let snapshot = snapshot("sentences", 0.9125);
        assert_eq!(Snapshot::read(&snapshot.text()), Ok(snapshot));
    }
}
