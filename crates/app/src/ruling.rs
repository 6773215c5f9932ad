//! The rules of the phrase check: what each says, and switching them on and off.

use phrasing::RuleInfo;

use crate::{App, AppError, marks, view::RuleView};

impl App {
    /// One rule with its examples.
    ///
    /// # Errors
    /// [`AppError::NoSuchRule`].
    pub fn rule(&mut self, id: &str) -> Result<RuleView, AppError> {
        let rule = self.checker.rules().iter().find(|rule| &*rule.id == id);
        rule.map(rule_view).ok_or_else(|| AppError::NoSuchRule { id: id.to_owned() })
    }

    /// All rules.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn rules(&mut self) -> Result<Vec<RuleView>, AppError> {
        Ok(self.checker.rules().iter().map(rule_view).collect())
    }

    /// Switches a rule on or off, from now on and for every answer.
    ///
    /// # Errors
    /// [`AppError::NoSuchRule`], or the store's.
    pub fn set_rule(&mut self, id: &str, on: bool) -> Result<RuleView, AppError> {
        self.rule(id)?;
        let mut settings = self.settings.clone();
        settings.rules_off.retain(|off| off != id);
        if !on {
            settings.rules_off.push(id.to_owned());
            settings.rules_off.sort();
        }
        self.save_settings(&settings)?;
        self.rule(id)
    }
}

fn rule_view(rule: &RuleInfo) -> RuleView {
    RuleView {
        id: rule.id.to_string(),
        dimension: marks::dimension(rule.dimension),
        kind: marks::kind(rule.kind),
        note: rule.note.to_string(),
        why: rule.why.to_string(),
        ask: rule.ask.to_string(),
        hits: rule.hits.clone(),
        misses: rule.misses.clone(),
        on: rule.enabled,
    }
}
