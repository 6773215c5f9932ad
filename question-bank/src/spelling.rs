//! Words that are misspelt, or spelt the American way: a hint for writers, and a rule for the bank's own questions.
//!
//! The lists are of words that people do write in questions about programs. A word that is right in any sense is in
//! neither: "program" is the trade's own word, and "license" is a verb.

use crate::question::Question;

/// Misspelt, and how it is spelt.
const MISSPELT: &[(&str, &str)] = &[
    ("accomodate", "accommodate"),
    ("acheive", "achieve"),
    ("acheived", "achieved"),
    ("adress", "address"),
    ("agressive", "aggressive"),
    ("alot", "a lot"),
    ("apparant", "apparent"),
    ("architechture", "architecture"),
    ("arguement", "argument"),
    ("begining", "beginning"),
    ("beleive", "believe"),
    ("calender", "calendar"),
    ("commited", "committed"),
    ("committment", "commitment"),
    ("concensus", "consensus"),
    ("definately", "definitely"),
    ("dependancies", "dependencies"),
    ("dependancy", "dependency"),
    ("descision", "decision"),
    ("desicion", "decision"),
    ("developement", "development"),
    ("embarass", "embarrass"),
    ("enviroment", "environment"),
    ("existance", "existence"),
    ("explaination", "explanation"),
    ("finaly", "finally"),
    ("garantee", "guarantee"),
    ("goverment", "government"),
    ("immediatly", "immediately"),
    ("independant", "independent"),
    ("knowlege", "knowledge"),
    ("maintainance", "maintenance"),
    ("managment", "management"),
    ("milestons", "milestones"),
    ("neccessary", "necessary"),
    ("occured", "occurred"),
    ("occurence", "occurrence"),
    ("occuring", "occurring"),
    ("oppurtunity", "opportunity"),
    ("persue", "pursue"),
    ("posession", "possession"),
    ("prefered", "preferred"),
    ("priviledge", "privilege"),
    ("probaly", "probably"),
    ("proccess", "process"),
    ("publically", "publicly"),
    ("recieve", "receive"),
    ("recieved", "received"),
    ("recomend", "recommend"),
    ("refered", "referred"),
    ("relevent", "relevant"),
    ("responsability", "responsibility"),
    ("seperate", "separate"),
    ("seperately", "separately"),
    ("stakeholer", "stakeholder"),
    ("stakholder", "stakeholder"),
    ("succesful", "successful"),
    ("successfull", "successful"),
    ("suprise", "surprise"),
    ("teh", "the"),
    ("thier", "their"),
    ("threshhold", "threshold"),
    ("transfered", "transferred"),
    ("truely", "truly"),
    ("untill", "until"),
    ("wich", "which"),
];

/// The American spelling, and ours, for words that no rule of endings covers.
const AMERICAN: &[(&str, &str)] = &[
    ("behavior", "behaviour"),
    ("behavioral", "behavioural"),
    ("behaviors", "behaviours"),
    ("canceled", "cancelled"),
    ("canceling", "cancelling"),
    ("catalog", "catalogue"),
    ("center", "centre"),
    ("centers", "centres"),
    ("color", "colour"),
    ("colors", "colours"),
    ("defense", "defence"),
    ("endeavor", "endeavour"),
    ("favor", "favour"),
    ("favorite", "favourite"),
    ("fiber", "fibre"),
    ("fulfill", "fulfil"),
    ("fulfillment", "fulfilment"),
    ("gray", "grey"),
    ("honor", "honour"),
    ("labeled", "labelled"),
    ("labeling", "labelling"),
    ("labor", "labour"),
    ("leveled", "levelled"),
    ("maneuver", "manoeuvre"),
    ("modeled", "modelled"),
    ("modeling", "modelling"),
    ("neighbor", "neighbour"),
    ("neighbors", "neighbours"),
    ("offense", "offence"),
    ("rumor", "rumour"),
    ("rumors", "rumours"),
    ("skeptic", "sceptic"),
    ("skeptical", "sceptical"),
    ("traveled", "travelled"),
    ("traveling", "travelling"),
];

/// Words that end like American ones and are right everywhere.
const ENDINGS_EXCEPT: &[&str] = &["capsize", "prize", "resize", "size", "oversize", "seize", "downsize"];

/// A word and how it is spelt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling {
    /// The field, as files name it.
    pub field: &'static str,
    /// Place in the field's list, from 0; 0 for a field of one text.
    pub entry: usize,
    /// The word as written, in small letters.
    pub word: String,
    /// How it is spelt.
    pub right: String,
    /// Whether it is right in America.
    pub american: bool,
}

/// What is misspelt in a question, in the order of its fields.
pub fn misspellings(question: &Question) -> Vec<Misspelling> {
    let whole = |field, text| (field, 0, text);
    let probes = question.probes.iter().enumerate().map(|(at, text)| ("probes", at, text));
    let strong = question.strong.iter().enumerate().map(|(at, text)| ("strong", at, text));
    let halves = [
        whole("feature_level.quote", &question.feature_level.quote),
        whole("feature_level.why_short", &question.feature_level.why_short),
        whole("theme", &question.theme),
    ];
    let tags = question.tags.iter().enumerate().map(|(at, text)| ("tags", at, text));
    [whole("prompt", &question.prompt)]
        .into_iter()
        .chain(probes)
        .chain(strong)
        .chain(halves)
        .chain(tags)
        .flat_map(|(field, entry, text)| {
            in_text(text).map(move |(word, right, american)| Misspelling {
                field,
                entry,
                word,
                right,
                american,
            })
        })
        .collect()
}

/// Each misspelt word of a text, how it is spelt, and whether it is right in America.
pub fn in_text(text: &str) -> impl Iterator<Item = (String, String, bool)> + '_ {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.filter_map(|word| {
        // A word with capitals inside is a name.
        if word.chars().skip(1).any(char::is_uppercase) {
            return None;
        }
        let word = word.to_lowercase();
        let (right, american) = spelt(&word)?;
        Some((word, right, american))
    })
}

fn spelt(word: &str) -> Option<(String, bool)> {
    let listed = |list: &[(&str, &str)]| {
        list.binary_search_by_key(&word, |(wrong, _)| wrong).ok().map(|at| list[at].1.to_owned())
    };
    if let Some(right) = listed(MISSPELT) {
        return Some((right, false));
    }
    if let Some(right) = listed(AMERICAN) {
        return Some((right, true));
    }
    british(word).map(|right| (right, true))
}

/// "prioritized" → "prioritised", "analyzing" → "analysing".
fn british(word: &str) -> Option<String> {
    let endings = [
        ("ize", "ise"),
        ("izes", "ises"),
        ("ized", "ised"),
        ("izing", "ising"),
        ("ization", "isation"),
        ("izations", "isations"),
        ("yze", "yse"),
        ("yzes", "yses"),
        ("yzed", "ysed"),
        ("yzing", "ysing"),
    ];
    let (stem, right) = endings.iter().find_map(|(american, british)| {
        let stem = word.strip_suffix(american)?;
        Some((stem, format!("{stem}{british}")))
    })?;
    let base = format!("{stem}ize");
    // "sized", "prizes": short stems are words of their own.
    (stem.len() >= 3 && !ENDINGS_EXCEPT.contains(&base.as_str())).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_can_be_searched_and_correct_to_right_words() {
        for list in [MISSPELT, AMERICAN] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[0] > pair[1]));
            for (_, right) in list {
                assert_eq!(in_text(right).next(), None, "{right}");
            }
        }
    }

    #[test]
    fn words_are_told_how_they_are_spelt() {
        #[track_caller]
        fn check(text: &str, expected: &[(&str, &str, bool)]) {
            let found: Vec<_> = in_text(text).collect();
            let found: Vec<_> =
                found.iter().map(|(word, right, us)| (word.as_str(), right.as_str(), *us)).collect();
            assert_eq!(found, expected, "{text}");
        }
        check(
            "Which dependancies did you recieve late?",
            &[("dependancies", "dependencies", false), ("recieve", "receive", false)],
        );
        check(
            "You prioritized and analyzed the behavior.",
            &[
                ("prioritized", "prioritised", true),
                ("analyzed", "analysed", true),
                ("behavior", "behaviour", true),
            ],
        );
        check(
            "Organizations standardizing",
            &[("organizations", "organisations", true), ("standardizing", "standardising", true)],
        );
        check("The size of the prize was resized; it's a program to seize. BigQuery, SageMaker.", &[]);
        check("为什么 Überall naïve", &[]);
    }
}
