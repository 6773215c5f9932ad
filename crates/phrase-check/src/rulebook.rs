//! The rules of one run: the built-in ones, the user's own, and those switched off.

use std::borrow::Cow;
use std::collections::BTreeSet;

use phrasing::{Checker, RuleInfo};

use crate::arguments::RuleChoice;
use crate::error::{Error, name, tell};
use crate::outcome::Outcome;
use crate::{input, nearest};

/// The rules of one run, and whether all that was asked for could be read.
pub(crate) struct RuleBook {
    /// What checks texts.
    pub(crate) checker: Cow<'static, Checker>,
    /// Whether a rule file, or a rule in it, was left out.
    pub(crate) outcome: Outcome,
}

impl RuleBook {
    /// Builds the rules. A broken file or rule is named and left out.
    ///
    /// # Errors
    /// When a rule to be switched off does not exist.
    pub(crate) fn of(choice: &RuleChoice) -> Result<RuleBook, Error> {
        let mut outcome = Outcome::default();
        if choice.own.is_empty() && choice.off.is_empty() {
            return Ok(RuleBook { checker: Cow::Borrowed(Checker::builtin()), outcome });
        }
        let mut files = Vec::new();
        for file in &choice.own {
            match input::rule_file(file) {
                Ok(text) => files.push((name(file), text)),
                Err(error) => {
                    outcome.worsen(Outcome::Unread);
                    tell(error);
                }
            }
        }
        let off: BTreeSet<String> = choice.off.iter().cloned().collect();
        let (checker, errors) = Checker::with_rules(&files, &off);
        for error in errors {
            outcome.worsen(Outcome::Unread);
            tell(error);
        }
        for id in &choice.off {
            find(&checker, id)?;
        }
        Ok(RuleBook { checker: Cow::Owned(checker), outcome })
    }
}

/// The rule of an id.
///
/// # Errors
/// When there is none; the nearest ids are a hint.
pub(crate) fn find<'a>(checker: &'a Checker, id: &str) -> Result<&'a RuleInfo, Error> {
    checker.rules().iter().find(|rule| &*rule.id == id).ok_or_else(|| Error::NoRule {
        id: id.to_owned(),
        nearest: nearest::ids(id, checker.rules().iter().map(|rule| &*rule.id)),
    })
}
