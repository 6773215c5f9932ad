//! Words without their inflection, lightly: enough that *offered*, *offers* and *offering* are one word.
//!
//! Both sides of a comparison are folded the same way, so a fold need not be a word; it only has to be the same for
//! forms of one word and seldom the same for two.

/// Common verbs whose past is another word, as past and present.
const IRREGULAR: [(&str, &str); 56] = [
    ("began", "begin"),
    ("begun", "begin"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "come"),
    ("caught", "catch"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("fallen", "fall"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("heard", "hear"),
    ("held", "hold"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("led", "lead"),
    ("left", "leave"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("paid", "pay"),
    ("ran", "run"),
    ("risen", "rise"),
    ("rose", "rise"),
    ("said", "say"),
    ("sent", "send"),
    ("shown", "show"),
    ("sold", "sell"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("stood", "stand"),
    ("taken", "take"),
    ("taught", "teach"),
    ("thought", "think"),
    ("told", "tell"),
    ("took", "take"),
    ("went", "go"),
    ("won", "win"),
    ("written", "write"),
    ("wrote", "write"),
];

/// `word`, in small letters, without inflection.
pub(super) fn fold(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |&(past, _)| past) {
        return fold(IRREGULAR[at].1);
    }
    if !word.is_ascii() {
        return word.to_owned();
    }
    let mut folded = without_ending(&without_plural(word));
    if folded.len() > 3 && folded.ends_with('e') {
        folded.pop();
    }
    let bytes = folded.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && b.is_ascii_lowercase()
        && bytes.len() > 3
    {
        folded.pop();
    }
    folded
}

fn without_plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        format!("{stem}y")
    } else if let Some(stem) = word.strip_suffix("es").filter(|stem| {
        stem.len() > 1 && ["s", "x", "z", "ch", "sh"].iter().any(|ending| stem.ends_with(ending))
    }) {
        stem.to_owned()
    } else if let Some(stem) =
        word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))
    {
        stem.to_owned()
    } else {
        word.to_owned()
    }
}

fn without_ending(word: &str) -> String {
    let has_vowel = |stem: &&str| stem.len() > 2 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        format!("{stem}y")
    } else if let Some(stem) = word.strip_suffix("ation").filter(has_vowel) {
        format!("{stem}at")
    } else if let Some(stem) = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed")).filter(has_vowel)
    {
        stem.to_owned()
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_one() {
        for forms in [
            "offer offers offered offering offer's",
            "move moves moved moving",
            "plan plans planned planning",
            "roll rolls rolled rolling",
            "carry carries carried carrying",
            "pass passes passed passing",
            "page pages paged paging",
            "migrate migrates migrated migrating migration migrations",
            "choose chooses chose chosen choosing",
            "find finds found finding",
            "ship ships shipped shipping",
            "queue queues queued",
            "risk risks",
            "process processes processed",
        ] {
            let mut folded: Vec<_> = forms.split(' ').map(fold).collect();
            folded.dedup();
            assert_eq!(folded.len(), 1, "{forms}: {folded:?}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (a, b) in [
            ("status", "stat"),
            ("string", "str"),
            ("need", "ne"),
            ("analysis", "analysi"),
            ("team", "tea"),
            ("bus", "bu"),
            ("schema", "scheme"),
            ("date", "data"),
            ("incident", "incidence"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(IRREGULAR.is_sorted());
    }
}
