//! The settings: read, checked, kept.

use jiff::civil::Date;
use serde_json::{Map, Value};
use store::Store;

use crate::{App, AppError, view::Settings};

/// The row all settings are kept in, as one JSON object.
const KEY: &str = "settings";
/// Interviews that are kept; past ones can be removed.
const MOST_INTERVIEWS: usize = 20;
/// Longest name of an interview, in characters.
const LONGEST_NAME: usize = 60;

/// Reads the settings. What an older version did not know, or what does not fit, has its default.
pub(crate) fn read(store: &Store) -> Result<Settings, AppError> {
    let stored: Option<Value> = store.setting(KEY)?;
    Ok(merged(stored))
}

fn merged(stored: Option<Value>) -> Settings {
    let defaults = Settings::default();
    let (Some(Value::Object(stored)), Ok(Value::Object(mut all))) = (stored, serde_json::to_value(&defaults))
    else {
        return defaults;
    };
    for (name, value) in with_interviews(stored) {
        let Some(old) = all.get(&name).cloned() else { continue };
        all.insert(name.clone(), value);
        let fits = serde_json::from_value::<Settings>(Value::Object(all.clone()))
            .is_ok_and(|settings| check(&settings).is_ok());
        if !fits {
            all.insert(name, old);
        }
    }
    serde_json::from_value(Value::Object(all)).unwrap_or(defaults)
}

/// Before there could be several, the one interview had a field of its own.
fn with_interviews(mut stored: Map<String, Value>) -> Map<String, Value> {
    if let Some(one @ Value::Object(_)) = stored.remove("interview") {
        stored.entry("interviews").or_insert_with(|| Value::Array(vec![one]));
    }
    stored
}

fn check(settings: &Settings) -> Result<(), AppError> {
    let within = |value: u32, low: u32, high: u32, what: &'static str, right: &'static str| {
        if (low..=high).contains(&value) { Ok(()) } else { Err(AppError::Invalid { what, right }) }
    };
    within(settings.text_size, 80, 200, "Text size", "between 80 and 200 %")?;
    within(settings.retention, 70, 97, "Wanted recall", "between 70 and 97 %")?;
    within(settings.new_per_day, 0, 10, "New questions a day", "between 0 and 10")?;
    within(settings.day_start, 0, 23, "The start of the day", "an hour between 0 and 23")?;
    within(settings.minutes_a_day, 5, 240, "Minutes a day", "between 5 and 240")?;
    if settings.interviews.len() > MOST_INTERVIEWS {
        return Err(AppError::Invalid { what: "The number of interviews", right: "at most 20" });
    }
    for interview in &settings.interviews {
        if interview.day.parse::<Date>().is_err() {
            return Err(AppError::Invalid { what: "The interview's day", right: "a day of the calendar" });
        }
        let length = interview.name.trim().chars().count();
        if length == 0 || length > LONGEST_NAME {
            return Err(AppError::Invalid { what: "The interview's name", right: "1 to 60 characters long" });
        }
    }
    Ok(())
}

impl App {
    /// All settings.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn settings(&mut self) -> Result<Settings, AppError> {
        Ok(self.settings.clone())
    }

    /// Keeps the settings. They count from now on.
    ///
    /// # Errors
    /// [`AppError::Invalid`] names the first that is out of its range; nothing is changed then.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<Settings, AppError> {
        check(settings)?;
        let mut settings = settings.clone();
        settings.interviews.sort_by(|a, b| a.day.cmp(&b.day));
        self.store.write(|tx| tx.set_setting(KEY, &settings))?;
        let rules_changed = self.settings.rules_off != settings.rules_off;
        self.settings = settings.clone();
        if rules_changed {
            self.reload_rules();
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::view::{Interview, Theme};

    #[test]
    fn settings_of_other_versions_are_read_as_far_as_they_fit() {
        let settings = merged(Some(json!({
            "theme": "dark", "textSize": 9000, "retention": 85, "unknown": true, "newPerDay": "three",
        })));
        let expected = Settings { theme: Theme::Dark, retention: 85, ..Settings::default() };
        assert_eq!(settings, expected);
        assert_eq!(merged(None), Settings::default());
        let one = merged(Some(json!({ "interview": { "name": "Onsite", "day": "2026-03-31" } })));
        assert_eq!(one.interviews, [Interview { name: "Onsite".into(), day: "2026-03-31".into() }]);
        assert_eq!(merged(Some(json!({ "interview": null }))).interviews, []);
        assert_eq!(merged(Some(json!([1, 2]))), Settings::default());
    }

    #[test]
    fn values_out_of_range_are_refused_by_name() {
        #[track_caller]
        fn refused(change: impl FnOnce(&mut Settings), message: &str) {
            let mut settings = Settings::default();
            change(&mut settings);
            assert_eq!(check(&settings).unwrap_err().to_string(), message);
        }
        let interviews = |name: &str, day: &str| vec![Interview { name: name.into(), day: day.into() }];
        assert!(check(&Settings::default()).is_ok());
        refused(|s| s.text_size = 79, "Text size has to be between 80 and 200 %.");
        refused(|s| s.retention = 98, "Wanted recall has to be between 70 and 97 %.");
        refused(|s| s.day_start = 24, "The start of the day has to be an hour between 0 and 23.");
        refused(|s| s.new_per_day = 11, "New questions a day has to be between 0 and 10.");
        refused(|s| s.minutes_a_day = 4, "Minutes a day has to be between 5 and 240.");
        refused(
            |s| s.interviews = interviews("Onsite", "2026-02-31"),
            "The interview's day has to be a day of the calendar.",
        );
        refused(
            |s| s.interviews = interviews("  ", "2026-02-28"),
            "The interview's name has to be 1 to 60 characters long.",
        );
    }
}
