//! How something becomes the speaker's to reach ("I was asked to …", "mine to deliver"), and what only looks like it: what others had
//! to do, and what somebody wanted that nobody gave to the speaker.

use std::sync::LazyLock;

use crate::lexicon::{Pos, one_of};
use crate::reading::{CueTable, Reading};
use crate::weighing::Statement;

use super::time::is_time;

/// What a statement may say of a charge. The order is that of the names in `Feature::TELLS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Charge {
    /// "my brief was …", "the ask: …"
    Named,
    /// "I was asked to …"
    Given,
    /// "they gave me …", "handed it to me"
    ToMe,
    /// "I put my hand up", "I set myself …"
    TakenOn,
    /// "that was mine to fix", "fell to me"
    Mine,
    /// "I was responsible for …"
    Responsible,
    /// "we had until March"
    Until,
    /// "what I was after …"
    Sought,
    /// Any of those.
    Any,
    /// "I had to …", and the same of others.
    OwedByMe,
    OwedByUs,
    OwedByIt,
    OwedByYou,
    OwedByOthers,
    /// "I wanted …", and the same of others.
    WantedByMe,
    WantedByUs,
    WantedByOthers,
    /// "by Easter", "within two weeks"
    Dated,
    /// A charge with a date.
    AnyDated,
    /// A wish of others with a date.
    WantedDated,
}

impl Charge {
    /// How many there are.
    pub(super) const COUNT: usize = Charge::WantedDated as usize + 1;
}

/// What a statement says of charges, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Charges(u32);

impl Charges {
    pub(super) fn has(self, charge: usize) -> bool {
        self.0 & 1 << charge != 0
    }

    fn add(&mut self, charge: Charge) {
        self.0 |= 1 << charge as u8;
    }

    /// What a statement says.
    pub(super) fn of(reading: &Reading, statement: &Statement) -> Charges {
        let mut charges = Charges::default();
        for at in statement.from..statement.to {
            charges.see(&Place { reading, from: statement.from, to: statement.to, at });
        }
        for (at, length) in CUES.within(reading, statement.from..statement.to) {
            if at + length <= statement.to {
                charges.add(cued(reading.lower(at)));
            }
        }
        if charges.0 & ((1 << Charge::Any as u8) - 1) != 0 {
            charges.add(Charge::Any);
        }
        let has = |charge: Charge| charges.has(charge as usize);
        let own = has(Charge::Any) || has(Charge::OwedByMe) || has(Charge::OwedByUs);
        let (dated, wanted) = (has(Charge::Dated), has(Charge::WantedByOthers));
        if dated && own {
            charges.add(Charge::AnyDated);
        }
        if dated && wanted {
            charges.add(Charge::WantedDated);
        }
        charges
    }

    /// What begins, or ends, at one word.
    fn see(&mut self, place: &Place) {
        let word = place.short(0);
        if one_of!(word, "i") {
            if place.is_given() {
                self.add(Charge::Given);
            }
            if place.is_taken_on() {
                self.add(Charge::TakenOn);
            }
        }
        if one_of!(word, "i" | "we") && place.is_until() {
            self.add(Charge::Until);
        }
        if one_of!(word, "me") && place.gives_before() {
            self.add(Charge::ToMe);
        }
        if one_of!(word, "my" | "our" | "the" | "a" | "an") && place.names_a_charge() {
            self.add(Charge::Named);
        }
        if let Some(owing) = place.owing() {
            self.add(owing);
        }
        if let Some(wanting) = place.wanting() {
            self.add(wanting);
        }
        if place.is_dated() {
            self.add(Charge::Dated);
        }
    }
}

/// One word of a statement, and what stands around it there.
struct Place<'a> {
    reading: &'a Reading,
    from: usize,
    to: usize,
    at: usize,
}

impl Place<'_> {
    fn index(&self, past: isize) -> Option<usize> {
        self.at.checked_add_signed(past).filter(|at| (self.from..self.to).contains(at))
    }

    /// The number of a word so many words on; 0 outside of the statement.
    fn short(&self, past: isize) -> u64 {
        self.index(past).map_or(0, |at| self.reading.short(at))
    }

    fn lower(&self, past: isize) -> &str {
        self.index(past).map_or("", |at| self.reading.lower(at))
    }

    /// "was", "got", "had been", with one word more at most, and who was given something: "I was then asked".
    fn is_given(&self) -> bool {
        let verb = match self.short(1) {
            word if one_of!(word, "had" | "'d") && one_of!(self.short(2), "been") => 3,
            word if one_of!(word, "was" | "got" | "am" | "'m") => 2,
            _ => return false,
        };
        let given = |at: isize| match self.lower(at) {
            "put" | "brought" => one_of!(self.short(at + 1), "in" | "on"),
            "made" => matches!(self.lower(at + 1), "responsible" | "accountable"),
            verb => matches!(
                verb,
                "asked"
                    | "tasked"
                    | "charged"
                    | "given"
                    | "hired"
                    | "told"
                    | "sent"
                    | "handed"
                    | "assigned"
                    | "supposed"
                    | "appointed"
                    | "chosen"
                    | "picked"
                    | "expected"
                    | "meant"
                    | "named"
                    | "set"
                    | "measured"
            ),
        };
        given(verb) || given(verb + 1)
    }

    fn is_taken_on(&self) -> bool {
        let first = if one_of!(self.short(1), "had" | "'d") { 2 } else { 1 };
        let it = |at: isize| one_of!(self.short(at), "it" | "this" | "that" | "these" | "them");
        let taken_on = |at: isize| {
            let next = self.short(at + 1);
            match self.lower(at) {
                "volunteered" | "promised" | "committed" | "inherited" | "owed" | "pledged" | "undertook" => {
                    true
                }
                "took" | "taken" => {
                    one_of!(next, "on" | "over") || it(at + 1) && one_of!(self.short(at + 2), "on" | "over")
                }
                "set" => one_of!(next, "myself") || one_of!(next, "out") && one_of!(self.short(at + 2), "to"),
                "put" => one_of!(next, "my" | "up") && one_of!(self.short(at + 2), "hand" | "my" | "name"),
                "raised" => one_of!(next, "my") && one_of!(self.short(at + 2), "hand"),
                "picked" => it(at + 1) && one_of!(self.short(at + 2), "up"),
                "signed" => one_of!(next, "up"),
                "said" => one_of!(next, "yes" | "i"),
                "agreed" | "offered" => one_of!(next, "to"),
                _ => false,
            }
        };
        taken_on(first) || taken_on(first + 1)
    }

    /// "I had until …", "we had six weeks to …"
    fn is_until(&self) -> bool {
        if !one_of!(self.short(1), "had" | "'d" | "got") {
            return false;
        }
        let until = |at: isize| one_of!(self.short(at), "until" | "till");
        let weeks = |at: isize| {
            one_of!(self.short(at), "weeks" | "months" | "days" | "hours")
                && one_of!(self.short(at + 1), "to" | "for")
        };
        until(2) || until(3) || weeks(3) || weeks(4)
    }

    /// "gave me", "put me", "handed it to me"
    fn gives_before(&self) -> bool {
        let mut verb = -1;
        if one_of!(self.short(verb), "to") {
            verb -= 1;
        }
        if one_of!(self.short(verb), "it" | "this" | "that" | "them") {
            verb -= 1;
        }
        matches!(
            self.lower(verb),
            "asked"
                | "asks"
                | "tasked"
                | "charged"
                | "told"
                | "wanted"
                | "wants"
                | "hired"
                | "gave"
                | "given"
                | "handed"
                | "assigned"
                | "sent"
                | "put"
                | "trusted"
                | "entrusted"
                | "expected"
                | "set"
                | "made"
                | "brought"
                | "named"
                | "appointed"
                | "challenged"
                | "ordered"
                | "called"
                | "left"
                | "lent"
                | "let"
                | "picked"
                | "chose"
                | "begged"
        )
    }

    /// "my (…) brief (…) was", "the ask:"
    fn names_a_charge(&self) -> bool {
        let own = one_of!(self.short(0), "my" | "our");
        let noun = |at: isize| {
            let noun = self.lower(at);
            matches!(
                noun.strip_suffix('s').unwrap_or(noun),
                "goal"
                    | "task"
                    | "brief"
                    | "mandate"
                    | "objective"
                    | "assignment"
                    | "charge"
                    | "instruction"
                    | "order"
                    | "mission"
                    | "target"
                    | "aim"
                    | "ask"
            ) || own
                && matches!(
                    noun,
                    "job" | "charter" | "remit" | "commitment" | "duty" | "purpose" | "part" | "role"
                )
                || !own && matches!(noun, "commission" | "question")
        };
        let Some(noun) = (1..=2).find(|at| noun(*at)) else { return false };
        (noun + 1..=noun + 6).any(|at| {
            let word = self.short(at);
            one_of!(word, "was" | "were" | "is" | ":")
                || one_of!(word, "had") && one_of!(self.short(at + 1), "been")
                || own && one_of!(word, ",")
        })
    }

    /// Who has to do something: "had to", "were supposed to", "must".
    fn owing(&self) -> Option<Charge> {
        let word = self.short(0);
        let verb = if one_of!(word, "must" | "should") {
            0
        } else if one_of!(word, "to") {
            match self.lower(-1) {
                "had" | "has" | "have" | "needed" | "need" | "was" | "were" => -1,
                "supposed" if one_of!(self.short(-2), "was" | "were") => -2,
                _ => return None,
            }
        } else {
            return None;
        };
        let beside = self.lower(verb - 1);
        let adverb = beside.ends_with("ly") || matches!(beside, "also" | "still" | "then");
        let subject = self.index(verb - if adverb { 2 } else { 1 })?;
        if self.reading.is(subject, Pos::Punctuation) {
            return None;
        }
        Some(match self.reading.lower(subject) {
            "i" => Charge::OwedByMe,
            "we" => Charge::OwedByUs,
            "it" | "that" | "this" | "which" | "there" | "everything" => Charge::OwedByIt,
            "you" | "one" => Charge::OwedByYou,
            _ => Charge::OwedByOthers,
        })
    }

    /// Who wants something that is not said to be the speaker's: "the board wanted it by June".
    fn wanting(&self) -> Option<Charge> {
        let next = self.short(1);
        let wants = match self.lower(0) {
            "wanted" | "wants" | "expected" | "demanded" | "needed" | "insisted" => {
                !one_of!(next, "me" | "us")
            }
            "asked" => one_of!(next, "for"),
            _ => false,
        };
        let subject = self.index(-1).filter(|_| wants)?;
        Some(match self.reading.lower(subject) {
            "i" => Charge::WantedByMe,
            "we" => Charge::WantedByUs,
            _ if self.reading.is(subject, Pos::Punctuation) => return None,
            _ => Charge::WantedByOthers,
        })
    }

    /// "by the end of …", "within two weeks", "in time for the fair"
    fn is_dated(&self) -> bool {
        let word = self.short(0);
        let after = if one_of!(word, "by" | "before" | "until" | "till" | "within") {
            1
        } else if one_of!(word, "ahead") && one_of!(self.short(1), "of")
            || one_of!(word, "time") && one_of!(self.short(-1), "in") && one_of!(self.short(1), "for")
            || one_of!(word, "later") && one_of!(self.short(-1), "no") && one_of!(self.short(1), "than")
        {
            2
        } else {
            return false;
        };
        (after..after + 3).any(|at| {
            let number = self.index(at).is_some_and(|at| self.reading.is(at, Pos::Number));
            number || is_time(self.lower(at)) || self.lower(at).ends_with("day")
        })
    }
}

static CUES: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["mine", "to"],
        &["was", "mine"],
        &["became", "mine"],
        &["on", "me", "to"],
        &["fell", "to", "me"],
        &["fell", "on", "me"],
        &["landed", "on", "my"],
        &["landed", "on", "me"],
        &["landed", "with", "me"],
        &["landed", "in", "my"],
        &["on", "my", "desk"],
        &["on", "my", "plate"],
        &["on", "my", "lap"],
        &["on", "my", "shoulders"],
        &["on", "my", "watch"],
        &["came", "to", "me"],
        &["passed", "to", "me"],
        &["over", "to", "me"],
        &["'s", "yours"],
        &["is", "yours"],
        &["up", "to", "me"],
        &["left", "to", "me"],
        &["my", "problem"],
        &["my", "baby"],
        &["my", "name", "on"],
        &["on", "the", "hook"],
        &["responsible", "for"],
        &["responsible", "to"],
        &["responsibility", "was"],
        &["responsibility", "for"],
        &["responsibility", "of"],
        &["responsibility", "to"],
        &["in", "charge", "of"],
        &["accountable", "for"],
        &["what", "i", "had", "to"],
        &["what", "i", "was", "to"],
        &["what", "i", "needed"],
        &["what", "i", "was", "after"],
        &["what", "i", "wanted"],
        &["i", "was", "after"],
        &["i", "wanted", "it"],
        &["i", "wanted", "us"],
        &["i", "wanted", "them"],
        &["i", "wanted", "to", "get"],
        &["i", "wanted", "to", "have"],
        &["i", "needed"],
    ])
});

/// What one of those phrases says, by its first word.
fn cued(first: &str) -> Charge {
    match first {
        "i" | "what" => Charge::Sought,
        "responsible" | "responsibility" | "accountable" | "in" => Charge::Responsible,
        _ => Charge::Mine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Vocabulary;
    use crate::weighing::{Feature, Who};

    /// What the first words of a text say of charges, all of it taken for one statement.
    fn check(text: &str, wanted: &[&str]) {
        let reading = Reading::of(text, &Vocabulary::builtin());
        let statement = Statement { from: 0, to: reading.words.len(), first: 0, last: 0, who: Who::I };
        let charges = Charges::of(&reading, &statement);
        let names = &Feature::TELLS[Feature::TELLS.len() - Charge::COUNT..];
        let said: Vec<&str> = (0..Charge::COUNT).filter(|at| charges.has(*at)).map(|at| names[at]).collect();
        assert_eq!(said, wanted, "{text}");
    }

    #[test]
    fn a_charge_is_told_in_many_words() {
        check("My brief from the board was a shorter queue", &["charge-named", "charge"]);
        check("The ask: one login.", &["charge-named", "charge"]);
        check("um I was like asked to halve it", &["charge-given", "charge"]);
        check("They handed it to me", &["charge-to-me", "charge"]);
        check("I put my hand up", &["charge-taken-on", "charge"]);
        check("That was now mine to fix", &["charge-mine", "charge"]);
        check("I was responsible for the move", &["charge-responsible", "charge"]);
        check("We had until March", &["charge-until", "charge", "dated-ahead", "charge-dated"]);
        check("What I was after was quiet", &["charge-sought", "charge"]);
    }

    #[test]
    fn what_others_have_to_do_or_want_is_told_apart() {
        check("The vendor had to fix it within four hours", &["owed-by-others", "dated-ahead"]);
        check("I still had to ask", &["owed-by-me"]);
        check("A crane must not stand still", &["owed-by-others"]);
        check("They all wanted it by June", &["wanted-by-others", "dated-ahead", "wanted-dated"]);
        check("I gave the board a plan, and they took it", &[]);
        check("The goal keeper fell", &[]);
    }
}
