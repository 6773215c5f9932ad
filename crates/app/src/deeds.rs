//! Deeds in words: some rules know what is done, however it is worded, and name it by a class of verbs.

/// Every class of deeds that a rule can name, and what it is called on the rule's page.
const DEEDS: [(&str, &str); 34] = [
    ("any", "anything that a person does"),
    ("decide", "deciding or choosing"),
    ("cut", "cutting or dropping"),
    ("defer", "putting off"),
    ("refuse", "refusing"),
    ("stop", "stopping or halting"),
    ("change", "moving or changing"),
    ("build", "building or writing"),
    ("repair", "repairing or solving"),
    ("find", "finding out"),
    ("examine", "measuring or comparing"),
    ("define", "defining or framing"),
    ("require", "requiring"),
    ("persuade", "persuading or negotiating"),
    ("argue", "arguing or pushing back"),
    ("propose", "proposing"),
    ("anticipate", "foreseeing or preventing"),
    ("allocate", "giving people or money to something"),
    ("improve", "making something better by a measure"),
    ("own", "taking charge"),
    ("attend", "attending"),
    ("schedule", "arranging or chairing meetings"),
    ("chase", "chasing or reminding"),
    ("relay", "passing on or informing"),
    ("record", "recording or collecting"),
    ("support", "helping or working with others"),
    ("ensure", "making sure or overseeing"),
    ("wait", "waiting or escalating"),
    ("deliver", "delivering or completing"),
    ("process", "grooming, planning or estimating"),
    ("think", "thinking or wanting"),
    ("be", "being or having"),
    ("say", "saying or asking"),
    ("fail", "breaking or failing"),
];

/// The deeds that a rule knows, in words; none when what it has are patterns.
pub(crate) fn deeds_in_words(patterns: &[String]) -> Option<Vec<String>> {
    let words =
        |name: &String| DEEDS.iter().find(|(class, _)| class == name).map(|(_, words)| (*words).to_owned());
    if patterns.is_empty() { None } else { patterns.iter().map(words).collect() }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use super::*;

    const PHRASING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../phrasing");

    #[test]
    fn every_class_of_deeds_has_words() {
        let list = fs::read_to_string(format!("{PHRASING}/lexicon/classes/verbs.txt")).unwrap();
        let classes: BTreeSet<&str> = list
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(':'))
            .map(|(name, _)| name)
            .chain(["any"])
            .collect();
        assert_eq!(classes, DEEDS.iter().map(|(class, _)| *class).collect());
    }

    #[test]
    fn rules_of_deeds_and_of_patterns_are_told_apart() {
        let written: usize = fs::read_dir(format!("{PHRASING}/rules"))
            .unwrap()
            .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
            .map(|text| text.lines().filter(|line| line.starts_with("deeds =")).count())
            .sum();
        let told = |rule: &&phrasing::RuleInfo| deeds_in_words(&rule.patterns).is_some();
        assert_eq!(phrasing::Checker::builtin().rules().iter().filter(told).count(), written);
        assert_eq!(deeds_in_words(&["decide".into(), "the key".into()]), None);
        assert_eq!(deeds_in_words(&["stop".into()]), Some(vec!["stopping or halting".to_owned()]));
    }
}
