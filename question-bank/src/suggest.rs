//! "Did you mean …?"

/// The known name that `name` was most likely meant to be, if one is near enough to be worth saying.
pub(crate) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    // An adversarial name of megabytes is nobody's misspelling, and edit distance is quadratic.
    if name.is_empty() || name.len() > 64 {
        return None;
    }
    let name = name.to_lowercase().replace([' ', '_'], "-");
    let distance = |candidate: &str| strsim::damerau_levenshtein(&name, &candidate.replace('_', "-"));
    let misspelt = known
        .iter()
        .map(|&candidate| (distance(candidate), candidate))
        .filter(|&(distance, candidate)| distance <= (candidate.len() / 3).max(1))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate);
    // "risk" for "dependencies-risk": far in edits, but one of its words.
    let abbreviated = || {
        known
            .iter()
            .copied()
            .find(|c| name.len() >= 4 && c.split(['-', '_']).any(|word| word.starts_with(&name)))
    };
    misspelt.or_else(abbreviated)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_the_name_that_was_meant() {
        let known = [
            "dependencies-risk",
            "decisions-trade-offs",
            "technical-debt",
            "technical-depth",
            "kind",
            "why_short",
        ];
        for (name, meant) in [
            ("dependencies-risks", Some("dependencies-risk")),
            ("Technical Dept", Some("technical-debt")),
            ("technical-deptth", Some("technical-depth")),
            ("risk", Some("dependencies-risk")),
            ("decision", Some("decisions-trade-offs")),
            ("why-short", Some("why_short")),
            ("kin", Some("kind")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, &known), meant, "{name}");
        }
    }
}
