//! Generates the forms of verbs and nouns by the spelling rules of English.

use std::borrow::Cow;

/// Tells the forms of a regular verb: third person, past and participle, -ing, each possibly in two spellings.
pub(crate) fn verb(base: &str, mut tell: impl FnMut(&str, super::Forms)) {
    use super::Forms;
    tell(&third(base), Forms::THIRD);
    let mut form = String::with_capacity(base.len() + 4);
    for stem in stems(base).iter().flatten() {
        form.clear();
        match y_to_i(stem) {
            _ if stem.ends_with('e') => form.extend([stem.as_ref(), "d"]),
            Some(head) => form.extend([head, "ied"]),
            None => form.extend([stem.as_ref(), "ed"]),
        }
        tell(&form, Forms::PAST | Forms::PARTICIPLE);
        ing(stem, &mut form);
        tell(&form, Forms::ING);
    }
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
    match y_to_i(base) {
        Some(head) => [head, "ies"].concat(),
        None => [base, "s"].concat(),
    }
}

/// Writes the -ing form of a stem that may already be doubled.
fn ing(stem: &str, form: &mut String) {
    form.clear();
    let silent_e =
        stem.ends_with('e') && !["ee", "ye", "oe"].iter().any(|s| stem.ends_with(s)) && stem != "be";
    match stem.strip_suffix("ie") {
        Some(head) => form.extend([head, "ying"]),
        None if silent_e => form.extend([&stem[..stem.len() - 1], "ing"]),
        None => form.extend([stem, "ing"]),
    }
}

/// A final y after a consonant becomes i: what stands before it.
fn y_to_i(base: &str) -> Option<&str> {
    base.strip_suffix('y').filter(|head| head.ends_with(|c: char| !is_vowel(c)))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
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

/// The stems before -ed and -ing.
fn stems(base: &str) -> [Option<Cow<'_, str>>; 2] {
    let doubled = || {
        let mut stem = base.to_owned();
        stem.extend(base.chars().last());
        Some(Cow::Owned(stem))
    };
    if DOUBLED_IN_BRITAIN.contains(&base) {
        return [doubled(), Some(Cow::Borrowed(base))];
    }
    if base == "panic" || base == "mimic" || base == "traffic" {
        return [Some(Cow::Owned(format!("{base}k"))), None];
    }
    if STRESSED_LAST.contains(&base) && base != "ping" || one_short_syllable(base) {
        return [doubled(), None];
    }
    [Some(Cow::Borrowed(base)), None]
}

/// "plan", "stop", "quit": one vowel letter between consonants, the last not w, x or y.
fn one_short_syllable(base: &str) -> bool {
    let mut backwards = base.chars().rev();
    let (Some(last), Some(vowel), Some(before)) = (backwards.next(), backwards.next(), backwards.next())
    else {
        return false;
    };
    let mut previous = ' ';
    let mut vowels = 0;
    for c in base.chars() {
        vowels += u32::from(is_vowel(c) && !(c == 'u' && previous == 'q'));
        previous = c;
    }
    let single = vowels == 1 && !base.chars().skip(1).any(|c| c == 'y');
    let before_is_consonant = !is_vowel(before) || (before == 'u' && base.starts_with('q'));
    single
        && is_vowel(vowel)
        && before_is_consonant
        && !is_vowel(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && !base.contains('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, expected: &[&str]) {
        let mut got = Vec::new();
        verb(base, |form, _| got.push(form.to_owned()));
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
