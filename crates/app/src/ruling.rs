//! The rules of the phrase check: what each says, and switching them on and off.

use phrasing::RuleInfo;

use crate::{
    App, AppError,
    deeds::deeds_in_words,
    marks,
    view::{RuleUse, RuleView},
};

/// Best takes that are looked at for a rule: so many are read again in a moment, whatever has been answered by then.
const MOST_TAKES: usize = 60;

impl App {
    /// One rule with its examples.
    ///
    /// # Errors
    /// [`AppError::NoSuchRule`].
    pub fn rule(&mut self, id: &str) -> Result<RuleView, AppError> {
        let rule = self.checker.rules().iter().find(|rule| &*rule.id == id);
        rule.map(|rule| self.rule_view(rule)).ok_or_else(|| AppError::NoSuchRule { id: id.to_owned() })
    }

    /// All rules.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn rules(&mut self) -> Result<Vec<RuleView>, AppError> {
        Ok(self.checker.rules().iter().map(|rule| self.rule_view(rule)).collect())
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

    /// How often a rule marks the best takes of the answers that were given last.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn rule_use(&mut self, id: &str) -> Result<RuleUse, AppError> {
        let mut found = RuleUse { marks: 0, takes: 0, of: 0 };
        let answers = self.store.list_answers(&store::AnswerFilter::default())?;
        for row in answers.rows.iter().take(MOST_TAKES) {
            let answer = self.store.answer(row.id)?;
            let Some(best) = self.best_take(&answer, None)? else { continue };
            let check = self.check_now(&best, &self.question_of(&answer))?;
            let marks = check.findings.iter().filter(|finding| &*finding.rule == id).count();
            found.of += 1;
            found.takes += u32::from(marks > 0);
            found.marks += marks::count(marks);
        }
        Ok(found)
    }

    fn rule_view(&self, rule: &RuleInfo) -> RuleView {
        rule_view(rule, self.rule_files.file_of(&rule.id))
    }
}

/// What a rule says, with the file it is from.
fn rule_view(rule: &RuleInfo, file: Option<&str>) -> RuleView {
    let deeds = deeds_in_words(&rule.patterns);
    RuleView {
        id: rule.id.to_string(),
        dimension: marks::dimension(rule.dimension),
        kind: marks::kind(rule.kind),
        note: rule.note.to_string(),
        why: rule.why.to_string(),
        ask: rule.ask.to_string(),
        say: rule.say.as_deref().map(str::to_owned),
        patterns: if deeds.is_some() { Vec::new() } else { rule.patterns.clone() },
        deeds: deeds.unwrap_or_default(),
        file: file.map(str::to_owned),
        hits: rule.hits.clone(),
        misses: rule.misses.clone(),
        on: rule.enabled,
    }
}
