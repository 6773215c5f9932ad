//! What the weighing looks at, with the names under which the weights are kept.

use super::Classes;
use crate::lexicon::{UNKNOWN, Vocabulary, WordId};
use crate::reading::Evidence;

/// Who does a deed, and whether it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Who {
    /// The speaker.
    I,
    We,
    They,
    /// A thing.
    It,
    /// A passive without a doer.
    Nobody,
    /// The speaker did not.
    INot,
    /// The speaker would have.
    IfI,
    /// Asked, or told as a lesson.
    Unclaimed,
}

impl Who {
    const NAMES: [(&'static str, Who); 8] = [
        ("I", Who::I),
        ("we", Who::We),
        ("they", Who::They),
        ("it", Who::It),
        ("nobody", Who::Nobody),
        ("I-not", Who::INot),
        ("if-I", Who::IfI),
        ("unclaimed", Who::Unclaimed),
    ];

    fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    fn parse(name: &str) -> Option<Who> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|(_, who)| *who)
    }
}

/// One readable observation about a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Feature {
    /// Always there.
    Any,
    /// "I decide": a deed of a class.
    Deed(Who, u8),
    /// "I decide > system": a deed of a class done to a kind of thing.
    DeedTo(Who, u8, u8),
    /// "I > system": any deed done to a kind of thing.
    To(Who, u8),
    /// "I =cut": a deed by its word.
    Word(Who, WordId),
    /// "I because": a deed with grounds in the same sentence.
    With(Who, Evidence),
    /// "so I": the word before a subject.
    Lead(WordId, Who),
    /// "=because": a word anywhere.
    Says(WordId),
    /// "!chase": a word that can be a deed of a class anywhere, also as a noun ("the chasing").
    Does(u8),
    /// "I@=minute": a word in a statement of somebody.
    SaysOf(Who, WordId),
    /// "=my_=inbox": two words in a row.
    Pair(WordId, WordId),
    /// "~routine": a colouring word.
    Colour(u8),
    /// "rule decisions/chose": a rule fired on a deed of somebody.
    Rule(u32),
    /// "place 3": the tenth of the text in which a statement stands. Looked at for the parts of a story alone, as is the next.
    Place(u8),
    /// "tells had": something that tells one part of a story from another, by its number in [`Feature::TELLS`].
    Tells(u8),
    /// "since 2": how many statements after the speaker's first deed, or before it when less than 0, a statement stands. Counted
    /// from [`Feature::SOONEST`] on.
    Since(u8),
    /// "bar": never seen; its weights are the bars that the parts of a story have to pass.
    Bar,
}

impl Feature {
    /// What tells the parts of a story from one another, beside deeds and words: forms that a lemma hides, and what
    /// `judge/structure` looks for.
    pub(crate) const TELLS: [&'static str; 44] = [
        "had",
        "has",
        "have",
        "is",
        "are",
        "was",
        "were",
        "been",
        "'s",
        "'ve",
        "'d",
        "'ll",
        "will",
        "would",
        "did",
        "does",
        "do",
        "got",
        "set",
        "wanted-by",
        "outcome",
        "dated",
        "figure",
        "moved",
        "charge-named",
        "charge-given",
        "charge-to-me",
        "charge-taken-on",
        "charge-mine",
        "charge-responsible",
        "charge-until",
        "charge-sought",
        "charge",
        "owed-by-me",
        "owed-by-us",
        "owed-by-it",
        "owed-by-you",
        "owed-by-others",
        "wanted-by-me",
        "wanted-by-us",
        "wanted-by-others",
        "dated-ahead",
        "charge-dated",
        "wanted-dated",
    ];

    /// Statements further from the speaker's first deed than this are told as so far.
    pub(crate) const SOONEST: isize = -3;

    /// How far from the speaker's first deed a statement stands.
    pub(crate) fn since(distance: isize) -> Feature {
        Feature::Since((distance.clamp(Self::SOONEST, -Self::SOONEST) - Self::SOONEST) as u8)
    }

    /// All of it in one number, to be looked up by. Word numbers have 28 bits, far more than there are words.
    pub(crate) fn key(self) -> u64 {
        let pack =
            |kind: u64, first: u32, second: u32| kind << 56 | u64::from(first) << 28 | u64::from(second);
        match self {
            Feature::Any => pack(0, 0, 0),
            Feature::Deed(who, deed) => pack(1, who as u32, deed.into()),
            Feature::DeedTo(who, deed, thing) => pack(2, who as u32, u32::from(deed) << 8 | u32::from(thing)),
            Feature::To(who, thing) => pack(3, who as u32, thing.into()),
            Feature::Word(who, id) => pack(4, who as u32, id),
            Feature::With(who, evidence) => pack(5, who as u32, evidence as u32),
            Feature::Lead(id, who) => pack(6, who as u32, id),
            Feature::Says(id) => pack(7, 0, id),
            Feature::Does(deed) => pack(8, 0, deed.into()),
            Feature::SaysOf(who, id) => pack(9, who as u32, id),
            Feature::Pair(first, second) => pack(10, first, second),
            Feature::Colour(colour) => pack(11, 0, colour.into()),
            Feature::Rule(rule) => pack(12, 0, rule),
            Feature::Place(tenth) => pack(13, 0, tenth.into()),
            Feature::Tells(what) => pack(14, 0, what.into()),
            Feature::Since(distance) => pack(15, 0, distance.into()),
            Feature::Bar => pack(16, 0, 0),
        }
    }

    /// The name by which the weight is kept.
    pub(crate) fn name(self, classes: &Classes, vocabulary: &Vocabulary, rules: &[&str]) -> String {
        let verb = |class: u8| classes.verb_names.get(class as usize).copied().unwrap_or("");
        let noun = |class: u8| classes.noun_names.get(class as usize).copied().unwrap_or("");
        let word = |id: WordId| vocabulary.word(id).replace(' ', "_");
        match self {
            Feature::Any => "any".to_owned(),
            Feature::Deed(who, class) => format!("{} {}", who.as_str(), verb(class)),
            Feature::DeedTo(who, class, thing) => {
                format!("{} {} > {}", who.as_str(), verb(class), noun(thing))
            }
            Feature::To(who, thing) => format!("{} > {}", who.as_str(), noun(thing)),
            Feature::Word(who, id) => format!("{} ={}", who.as_str(), word(id)),
            Feature::With(who, evidence) => {
                let (name, _) = Evidence::NAMES[evidence as usize];
                format!("{} + {name}", who.as_str())
            }
            Feature::Lead(id, who) => format!("={} {}", word(id), who.as_str()),
            Feature::Says(id) => format!("={}", word(id)),
            Feature::Does(class) => format!("!{}", verb(class)),
            Feature::SaysOf(who, id) => format!("{}@={}", who.as_str(), word(id)),
            Feature::Pair(first, second) => format!("={}&={}", word(first), word(second)),
            Feature::Colour(class) => {
                format!("~{}", classes.colour_names.get(class as usize).copied().unwrap_or(""))
            }
            Feature::Rule(rule) => format!("rule {}", rules.get(rule as usize).copied().unwrap_or("")),
            Feature::Place(tenth) => format!("place {tenth}"),
            Feature::Tells(what) => {
                format!("tells {}", Self::TELLS.get(what as usize).copied().unwrap_or(""))
            }
            Feature::Since(distance) => format!("since {}", distance as isize + Self::SOONEST),
            Feature::Bar => "bar".to_owned(),
        }
    }

    /// Reads a name; `None` when a word, class or rule of it is not known here.
    pub(crate) fn parse(
        name: &str,
        classes: &Classes,
        vocabulary: &Vocabulary,
        rules: &[&str],
    ) -> Option<Feature> {
        let at = |list: &[&str], name: &str| list.iter().position(|known| *known == name);
        let verb = |name: &str| at(&classes.verb_names, name).map(|class| class as u8);
        let noun = |name: &str| at(&classes.noun_names, name).map(|class| class as u8);
        let word = |name: &str| {
            let name = name.strip_prefix('=')?;
            let id =
                if name.contains('_') { vocabulary.id(&name.replace('_', " ")) } else { vocabulary.id(name) };
            (id != UNKNOWN).then_some(id)
        };
        let mut parts = [""; 4];
        let mut count = 0;
        let mut from = 0;
        for to in 0..=name.len() {
            if matches!(name.as_bytes().get(to), None | Some(b' ')) {
                *parts.get_mut(count)? = &name[from..to];
                count += 1;
                from = to + 1;
            }
        }
        Some(match parts[..count] {
            ["any"] => Feature::Any,
            ["bar"] => Feature::Bar,
            ["rule", id] => Feature::Rule(at(rules, id)? as u32),
            ["place", tenth] => Feature::Place(tenth.parse().ok()?),
            ["since", distance] => Feature::since(distance.parse().ok()?),
            ["tells", what] => Feature::Tells(at(&Self::TELLS, what)? as u8),
            [one] if one.starts_with('~') => {
                Feature::Colour(at(&classes.colour_names, one.strip_prefix('~')?)? as u8)
            }
            [one] if one.starts_with('!') => Feature::Does(verb(one.strip_prefix('!')?)?),
            [one] if one.contains('&') => {
                let (first, second) = one.split_once('&')?;
                Feature::Pair(word(first)?, word(second)?)
            }
            [one] if one.contains('@') => {
                let (who, said) = one.split_once('@')?;
                Feature::SaysOf(Who::parse(who)?, word(said)?)
            }
            [one] => Feature::Says(word(one)?),
            [who, ">", thing] => Feature::To(Who::parse(who)?, noun(thing)?),
            [who, "+", evidence] => Feature::With(Who::parse(who)?, Evidence::parse(evidence)?),
            [who, class, ">", thing] => Feature::DeedTo(Who::parse(who)?, verb(class)?, noun(thing)?),
            [lead, who] if lead.starts_with('=') => Feature::Lead(word(lead)?, Who::parse(who)?),
            [who, deed] if deed.starts_with('=') => Feature::Word(Who::parse(who)?, word(deed)?),
            [who, class] => Feature::Deed(Who::parse(who)?, verb(class)?),
            _ => return None,
        })
    }
}
