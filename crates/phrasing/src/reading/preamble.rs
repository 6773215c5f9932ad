//! What a speaker says before the story begins: what it will be about, and what they were.

use std::sync::LazyLock;

use super::{Claim, CueTable, Reading, Utterance};
use crate::lexicon::one_of;

/// "… talk about the banking release".
static ANNOUNCES: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["talk", "about"],
        &["speak", "about"],
        &["tell", "about"],
        &["tell", "you", "about"],
        &["tell", "you", "the", "story"],
        &["tell", "the", "story"],
        &["tell", "the", "one"],
        &["walk", "you", "through"],
        &["take", "you", "through"],
        &["give", "you", "an", "example"],
        &["give", "an", "example"],
        &["share", "an", "example"],
        &["share", "a", "story"],
        &["share", "the", "story"],
    ])
});

/// How many words of a name may stand before the role: "the senior technical program manager".
const TITLE: usize = 5;

/// Up to which word of an utterance its claims only announce what follows; its first word when none does.
pub(super) fn announced_to(reading: &Reading, bounds: &Utterance) -> usize {
    let announces = |at: usize| {
        let before = |back: usize| {
            at.checked_sub(back).filter(|at| *at >= bounds.from).map_or(0, |at| reading.short(at))
        };
        let offers = one_of!(before(1), "'ll" | "'d" | "will" | "would" | "can" | "could" | "gonna" | "me")
            || one_of!(before(1), "to") && one_of!(before(2), "like" | "want" | "going" | "love");
        offers && (1..=4).any(|back| one_of!(before(back), "i") || one_of!(before(back), "me" | "lemme"))
    };
    let cues = ANNOUNCES.within(reading, bounds.from..bounds.to);
    cues.filter(|(at, _)| announces(*at)).map(|(at, length)| at + length).next().unwrap_or(bounds.from)
}

/// "I was the program manager for it": says what somebody was, and nothing that they did.
pub(super) fn names_a_role(reading: &Reading, claim: &Claim) -> bool {
    let (subject, verb) = (claim.subject as usize, claim.verb as usize);
    claim.flags.state
        && one_of!(reading.short(subject), "i")
        && one_of!(reading.short(verb), "was" | "'m" | "am")
        && (verb + 1..(claim.end as usize).min(verb + 2 + TITLE))
            .any(|at| one_of!(reading.short(at), "manager" | "tpm" | "tpms" | "pm"))
}
