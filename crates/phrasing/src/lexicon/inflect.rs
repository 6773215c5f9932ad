//! Generates the forms of verbs and nouns by the spelling rules of English.

/// The forms of a regular verb: third person, past and participle, -ing, each possibly in two spellings.
pub(crate) fn verb(base: &str) -> Vec<(String, super::Forms)> {
    use super::Forms;
    let mut forms = vec![(third(base), Forms::THIRD)];
    for stem in stems(base) {
        let past = if stem.ends_with('e') { format!("{stem}d") } else { format!("{}ed", y_to_i(&stem)) };
        forms.push((past, Forms::PAST | Forms::PARTICIPLE));
        forms.push((ing(&stem), Forms::ING));
    }
    forms
}

/// The -s form of a verb, which is also how nouns make their plural.
pub(crate) fn third(base: &str) -> String {
    if base == "have" {
        return "has".into();
    }
    let ends = |suffixes: &[&str]| suffixes.iter().any(|s| base.ends_with(s));
    if ends(&["s", "x", "z", "ch", "sh"]) && base != "epoch"
        || base == "go"
        || base == "do"
        || base == "veto"
        || base == "echo"
    {
        return format!("{base}es");
    }
    let stem = y_to_i(base);
    if stem != base { format!("{stem}es") } else { format!("{base}s") }
}

/// The -ing form of a stem that may already be doubled.
pub(crate) fn ing(stem: &str) -> String {
    if let Some(head) = stem.strip_suffix("ie") {
        return format!("{head}ying");
    }
    let silent_e =
        stem.ends_with('e') && !["ee", "ye", "oe"].iter().any(|s| stem.ends_with(s)) && stem != "be";
    if silent_e { format!("{}ing", &stem[..stem.len() - 1]) } else { format!("{stem}ing") }
}

/// A final y after a consonant becomes i.
fn y_to_i(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(head) if head.ends_with(|c: char| !"aeiou".contains(c)) && !head.is_empty() => {
            format!("{head}i")
        }
        _ => base.to_owned(),
    }
}

/// Verbs of more than one syllable that are stressed on the last and so double their consonant.
const STRESSED_LAST: &[&str] = &[
    "admit", "commit", "compel", "concur", "confer", "control", "defer", "deter", "dispel", "embed", "emit",
    "equip", "excel", "expel", "forbid", "forget", "incur", "infer", "inter", "occur", "omit", "outrun",
    "patrol", "permit", "prefer", "rebut", "refer", "regret", "remit", "repel", "reset", "resubmit",
    "submit", "transfer", "transmit", "unplug", "upset", "debug", "resit", "offset", "descop", "forgot",
    "replan", "re-plan", "input", "rerun", "remap", "retrofit", "unzip", "kidnap", "worship", "handicap",
    "program", "format", "ping", "overlap", "sandbag",
];

/// Verbs that double in British and not in American spelling.
const DOUBLED_IN_BRITAIN: &[&str] = &[
    "cancel", "channel", "fuel", "funnel", "label", "level", "marshal", "model", "signal", "total", "travel",
    "tunnel", "unravel", "counsel", "dial", "fulfil", "enrol", "instil", "distil", "initial", "focus",
    "bias", "benefit", "pencil", "parcel",
];

fn stems(base: &str) -> Vec<String> {
    let doubled = || {
        let mut stem = base.to_owned();
        stem.extend(base.chars().last());
        stem
    };
    if DOUBLED_IN_BRITAIN.contains(&base) {
        return vec![doubled(), base.to_owned()];
    }
    if base == "panic" || base == "mimic" || base == "traffic" {
        return vec![format!("{base}k")];
    }
    if STRESSED_LAST.contains(&base) && base != "ping" || one_short_syllable(base) {
        return vec![doubled()];
    }
    vec![base.to_owned()]
}

/// "plan", "stop", "quit": one vowel letter between consonants, the last not w, x or y.
fn one_short_syllable(base: &str) -> bool {
    let letters: Vec<char> = base.chars().collect();
    let [.., before, vowel, last] = letters.as_slice() else { return false };
    let is_vowel = |c: &char| "aeiou".contains(*c);
    let vowels = letters
        .iter()
        .enumerate()
        .filter(|(i, c)| is_vowel(c) && !(**c == 'u' && *i > 0 && letters[i - 1] == 'q'));
    let single = vowels.count() == 1 && !letters[1..].contains(&'y');
    let before_is_consonant = !is_vowel(before) || (*before == 'u' && letters.first() == Some(&'q'));
    single
        && is_vowel(vowel)
        && before_is_consonant
        && !is_vowel(last)
        && !"wxy".contains(*last)
        && !base.contains('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, expected: &[&str]) {
        let got: Vec<String> = verb(base).into_iter().map(|(form, _)| form).collect();
        assert_eq!(got, expected, "forms of {base}");
    }

    #[test]
    fn verbs_follow_the_spelling_rules() {
        check("own", &["owns", "owned", "owning"]);
        check("decide", &["decides", "decided", "deciding"]);
        check("plan", &["plans", "planned", "planning"]);
        check("defer", &["defers", "deferred", "deferring"]);
        check("identify", &["identifies", "identified", "identifying"]);
        check("deploy", &["deploys", "deployed", "deploying"]);
        check("push", &["pushes", "pushed", "pushing"]);
        check("fix", &["fixes", "fixed", "fixing"]);
        check("model", &["models", "modelled", "modelling", "modeled", "modeling"]);
        check("tie", &["ties", "tied", "tying"]);
        check("agree", &["agrees", "agreed", "agreeing"]);
        check("view", &["views", "viewed", "viewing"]);
        check("visit", &["visits", "visited", "visiting"]);
        check("descope", &["descopes", "descoped", "descoping"]);
        check("veto", &["vetoes", "vetoed", "vetoing"]);
        check("panic", &["panics", "panicked", "panicking"]);
        check("load", &["loads", "loaded", "loading"]);
    }

    #[test]
    fn plurals_follow_the_same_rules() {
        for (one, many) in [
            ("dependency", "dependencies"),
            ("process", "processes"),
            ("day", "days"),
            ("service", "services"),
        ] {
            assert_eq!(third(one), many);
        }
    }
}
