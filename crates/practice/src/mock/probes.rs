//! What an interviewer asks after an answer: the next rung of a ladder that is climbed whatever the question was, or
//! one of the question's own follow-ups. Never for something already said, and never the same twice.

mod wording;

use std::collections::BTreeSet;

use rand::RngExt;

use super::event::AskedProbe;
use crate::chance::seeded;
use crate::recall::content_words;

/// A rung of the ladder, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// What was your own part?
    OwnPart,
    /// What did you decide?
    Decision,
    /// What did you reject, and why?
    Rejected,
    /// What breaks if …?
    Breaks,
    /// What happens inside it?
    Inside,
    /// Who disagreed, and what changed their mind?
    Disagreed,
    /// What moved, from what to what?
    Moved,
    /// What did it cost?
    Cost,
    /// What would you do differently?
    Differently,
}

impl Rung {
    /// All of them, from the bottom.
    pub const ALL: [Rung; 9] = [
        Rung::OwnPart,
        Rung::Decision,
        Rung::Rejected,
        Rung::Breaks,
        Rung::Inside,
        Rung::Disagreed,
        Rung::Moved,
        Rung::Cost,
        Rung::Differently,
    ];

    /// The name under which it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Rung::OwnPart => "own_part",
            Rung::Decision => "decision",
            Rung::Rejected => "rejected",
            Rung::Breaks => "breaks",
            Rung::Inside => "inside",
            Rung::Disagreed => "disagreed",
            Rung::Moved => "moved",
            Rung::Cost => "cost",
            Rung::Differently => "differently",
        }
    }

    /// The item of coverage that it asks for, by the phrase check's name. `None` where no item tells of its matter.
    pub const fn item(self) -> Option<&'static str> {
        match self {
            Rung::OwnPart => Some("own_action"),
            Rung::Decision => Some("decision"),
            Rung::Rejected => Some("alternative"),
            Rung::Breaks => Some("risk_or_dependency"),
            Rung::Inside => Some("system"),
            Rung::Moved => Some("measured_outcome"),
            Rung::Differently => Some("learning"),
            Rung::Disagreed | Rung::Cost => None,
        }
    }

    /// Words that show that a follow-up asks for its matter, and, where no item of coverage tells, that it came up.
    /// Words of many meanings ("part", "again") are left out: a follow-up is rather asked than lost.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Rung::OwnPart | Rung::Inside => &[],
            Rung::Decision => &["decide", "decision", "choose", "choice"],
            Rung::Rejected => &["reject", "alternative", "option", "discard"],
            Rung::Breaks => &["break", "fail", "failure", "risk", "dependency", "depend", "outage"],
            Rung::Disagreed => &[
                "disagree",
                "disagreed",
                "disagreement",
                "object",
                "objection",
                "against",
                "argue",
                "convince",
                "persuade",
                "oppose",
            ],
            Rung::Moved => &["number", "measure", "metric", "percent", "baseline"],
            Rung::Cost => &["cost", "price", "expense", "expensive", "budget", "spend", "pay"],
            Rung::Differently => &["differently", "learn", "lesson", "hindsight", "regret"],
        }
    }

    fn is_said(self, words: &BTreeSet<String>) -> bool {
        self.words().iter().any(|word| content_words(word).is_subset(words))
    }

    /// The rung that a question of somebody's own climbs to, by its words.
    fn of(words: &BTreeSet<String>) -> Option<Rung> {
        // "Who disagreed with the decision" is about the disagreement: the higher rung tells more.
        Rung::ALL.into_iter().rev().find(|rung| rung.is_said(words))
    }
}

/// What the interviewer has heard.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// All parts of the answer so far.
    pub said: &'a str,
    /// The items of coverage that it lacks, by the phrase check's names.
    pub missing: &'a [&'a str],
    /// Probes asked about it.
    pub asked: &'a [AskedProbe],
    /// The question asks what one would do.
    pub situational: bool,
    /// The question's own follow-ups.
    pub follow_ups: &'a [String],
    /// Share of the question's time that is used, 0 and up.
    pub used: f64,
    /// Probes there may be in all.
    pub most: usize,
    /// Where the luck comes from: that of the mock.
    pub seed: u64,
    /// The slot, so that each question draws its own.
    pub slot: usize,
}

/// The share of the question's time past which the first, second and third probe are not begun any more.
const LATEST: [f64; 3] = [0.9, 0.75, 0.6];
/// From this share of its content words on, a follow-up asks for what was said.
const SAID: f64 = 0.6;

/// What is asked next, if anything.
pub fn next(heard: &Heard<'_>) -> Option<AskedProbe> {
    let number = heard.asked.len();
    if number >= heard.most || heard.used >= LATEST.get(number).copied().unwrap_or(0.0) {
        return None;
    }
    let said = content_words(heard.said);
    let is_open = |rung: Rung| {
        let asked = heard.asked.iter().any(|one| one.rung.as_deref() == Some(rung.as_str()));
        let open = rung.item().map_or_else(|| !rung.is_said(&said), |item| heard.missing.contains(&item));
        open && !asked
    };
    // One of the question's own comes before the ladder's where both ask for the same. One that asks for something else
    // waits for the two lowest rungs at first; then it is its turn, so that no question is left with the ladder alone.
    let own_asked = heard.asked.iter().any(|asked| heard.follow_ups.contains(&asked.text));
    let elsewhere = if number == 0 || own_asked { 2 * Rung::Rejected as usize + 1 } else { 0 };
    let turn =
        seeded(heard.seed ^ ((heard.slot as u64 + 1) << 32)).random_range(0..heard.follow_ups.len().max(1));
    let own = heard.follow_ups.iter().enumerate().filter_map(|(at, text)| {
        let words = content_words(text);
        let known = words.intersection(&said).count() as f64 / words.len().max(1) as f64;
        let rung = Rung::of(&words);
        let fresh = known < SAID && heard.asked.iter().all(|asked| asked.text != *text);
        let place = rung.map_or(elsewhere, |rung| 2 * rung as usize);
        let rank = (at + turn) % heard.follow_ups.len();
        (fresh && rung.is_none_or(is_open)).then_some(((place, rank), rung, Some(text)))
    });
    let ladder = Rung::ALL
        .into_iter()
        .filter(|rung| is_open(*rung))
        .map(|rung| ((2 * rung as usize + 1, usize::MAX), Some(rung), None));
    let (_, rung, text) = own.chain(ladder).min_by_key(|(place, ..)| *place)?;
    let text = match (text, rung) {
        (Some(text), _) => text.clone(),
        (None, Some(rung)) => {
            let wordings = wording::of(rung, heard.situational);
            let mut chance = seeded(heard.seed ^ ((heard.slot as u64 + 1) << 32) ^ number as u64);
            wordings[chance.random_range(0..wordings.len())].to_owned()
        }
        (None, None) => return None,
    };
    Some(AskedProbe { text, rung: rung.map(|rung| rung.as_str().to_owned()), from: 0 })
}
