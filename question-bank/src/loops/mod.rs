//! Loops: the rounds of real interviews, as data for mock interviews.
//!
//! The built-in ones are compiled in from `loops/*.toml` ([`builtin`]); [`read`] reads any such file and says what is
//! wrong with it by line and field.

mod read;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Serialize;

use crate::bank::Bank;
use crate::competency::Competency;
use crate::question::{Kind, Level, Question};

pub use read::read;

/// A kind of interview: its rounds in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loop {
    /// Its name for ever, kebab-case: mock interviews hang on it.
    pub id: String,
    /// What it is called; no company's name.
    pub name: String,
    /// What it is like, in one or two sentences.
    pub summary: String,
    /// What its interviewers look for, up to five points.
    pub advice: Vec<String>,
    /// One to seven rounds.
    pub rounds: Vec<Round>,
}

/// One conversation of a loop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// What it is called.
    pub name: String,
    /// Its minutes in all, 10 to 120.
    pub minutes: u8,
    /// Of these, minutes before the first question.
    pub opening: u8,
    /// Of these, minutes for the candidate's own questions.
    pub closing: u8,
    /// Questions asked, 1 to 10.
    pub questions: u8,
    /// From these competencies; any when empty.
    pub competencies: Vec<Competency>,
    /// Of these kinds; any when empty.
    pub kinds: Vec<Kind>,
    /// Of these levels; any when empty.
    pub levels: Vec<Level>,
    /// Aloud, or in writing and alone.
    pub form: Form,
}

crate::named::named! {
    /// How a round is answered.
    pub enum Form, "form" {
        /// Aloud, with probes.
        Spoken => "spoken", "Spoken";
        /// In writing, alone, against the clock.
        Written => "written", "Written";
    }
}

impl Loop {
    /// Minutes of all rounds.
    pub fn minutes(&self) -> u32 {
        self.rounds.iter().map(|round| u32::from(round.minutes)).sum()
    }
}

impl Round {
    /// Minutes for a question with its probes.
    pub fn minutes_a_question(&self) -> f64 {
        let talking = self.minutes.saturating_sub(self.opening).saturating_sub(self.closing);
        f64::from(talking) / f64::from(self.questions.max(1))
    }

    /// Whether a question may be asked in it.
    pub fn fits(&self, question: &Question) -> bool {
        fn among<T: PartialEq>(wanted: &[T], one: &T) -> bool {
            wanted.is_empty() || wanted.contains(one)
        }
        among(&self.competencies, &question.competency)
            && among(&self.kinds, &question.kind)
            && among(&self.levels, &question.level)
            && f64::from(question.minutes) <= self.minutes_a_question()
    }

    /// The questions of a bank that may be asked in it, but for the ids of `not`.
    pub fn available<'b>(&self, bank: &'b Bank, not: &HashSet<&str>) -> Vec<&'b Question> {
        bank.all()
            .iter()
            .filter(|question| self.fits(question) && !not.contains(question.id.as_str()))
            .collect()
    }
}

/// File name and text, in the order in which the app lists them.
const FILES: &[(&str, &str)] = &[
    ("loops/recruiter-screen.toml", include_str!("../../loops/recruiter-screen.toml")),
    ("loops/phone-screen-program.toml", include_str!("../../loops/phone-screen-program.toml")),
    ("loops/phone-screen-technical.toml", include_str!("../../loops/phone-screen-technical.toml")),
    ("loops/onsite-principle-led.toml", include_str!("../../loops/onsite-principle-led.toml")),
    ("loops/onsite-five-rounds.toml", include_str!("../../loops/onsite-five-rounds.toml")),
    ("loops/onsite-retrospective-led.toml", include_str!("../../loops/onsite-retrospective-led.toml")),
    ("loops/onsite-senior.toml", include_str!("../../loops/onsite-senior.toml")),
];

/// The loops that come with the app.
pub fn builtin() -> &'static [Loop] {
    static BUILTIN: LazyLock<Vec<Loop>> = LazyLock::new(|| {
        FILES
            .iter()
            .map(|(name, text)| {
                // The files are part of the program, and a test holds them valid.
                read(name, text.as_bytes())
                    .unwrap_or_else(|problems| panic!("a built-in loop is damaged: {problems:#?}"))
            })
            .collect()
    });
    &BUILTIN
}
