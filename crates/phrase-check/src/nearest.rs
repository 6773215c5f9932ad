//! "Did you mean …?" for rule ids.

/// How many are offered.
const MOST: usize = 3;

/// Likeness from which on an id is worth offering, from 0 to 1; one changed letter in eight gives more.
const ALIKE: f64 = 0.85;

/// How much less alike than the nearest another may be.
const SPREAD: f64 = 0.08;

/// The known ids that are most like what was written, the nearest first.
pub(crate) fn ids<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let written = written.trim().to_lowercase();
    let mut alike: Vec<(f64, &str)> =
        known.map(|id| (likeness(&written, id), id)).filter(|(likeness, _)| *likeness >= ALIKE).collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let nearest = alike.first().map_or(0.0, |(likeness, _)| *likeness);
    alike.retain(|(likeness, _)| nearest - likeness <= SPREAD);
    alike.into_iter().take(MOST).map(|(_, id)| id.to_owned()).collect()
}

/// People forget the dimension, or take the wrong one: the name counts more than the whole.
fn likeness(written: &str, id: &str) -> f64 {
    let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let (written_name, name) = (last(written), last(id));
    // An empty name is like nothing, and a part of a name is like the name.
    if written_name.len() > 2 && name.contains(&written_name) {
        return 0.9 + 0.1 * written_name.len() as f64 / name.len() as f64;
    }
    strsim::normalized_damerau_levenshtein(written, id).max(strsim::jaro_winkler(&written_name, &name) - 0.02)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first() {
        let known = ["ownership/follow-up", "ownership/took-over", "influence/followed", "decisions/cut"];
        let check = |written: &str, expected: &[&str]| {
            assert_eq!(ids(written, known.into_iter()), expected, "{written}");
        };
        check("ownership/folow-up", &["ownership/follow-up"]);
        check("follow-up", &["ownership/follow-up"]);
        check("decisions/Follow-Up", &["ownership/follow-up"]);
        check("took", &["ownership/took-over"]);
        check("xyzzy", &[]);
        check("", &[]);
    }
}
