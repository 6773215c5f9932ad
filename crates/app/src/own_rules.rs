//! The user's own phrase rules: read from their folder, told file by file, and an example to begin with.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    io::{ErrorKind, Write},
    path::Path,
};

use phrasing::{Checker, RuleFault};
use serde::Deserialize;

use crate::{
    App, AppError,
    own_files::read_folder,
    view::{FileProblem, OwnFolder, OwnRuleFile, OwnRules, Settings},
};

/// The file that shows how a rule is written.
const EXAMPLE: &str = "example.toml";
const EXAMPLE_TEXT: &str = include_str!("example-rules.toml");

/// What the folder of own rules held when it was last read.
#[derive(Debug, Default)]
pub(crate) struct RuleFiles {
    /// Name and text of each file that could be read.
    texts: Vec<(String, String)>,
    /// Names of all files, those that could not be read too.
    names: Vec<String>,
    unreadable: Vec<FileProblem>,
    /// Which file a rule of the user's own is from, by the rule's id.
    origin: HashMap<String, String>,
    /// What was wrong when the rules were last built.
    pub(crate) problems: Vec<FileProblem>,
}

impl RuleFiles {
    pub(crate) fn read(folder: &Path) -> Self {
        let mut files = RuleFiles::default();
        for (name, bytes) in read_folder(folder) {
            files.names.push(name.clone());
            let text =
                bytes.map_err(|error| (1, format!("the file cannot be read: {error}"))).and_then(|bytes| {
                    String::from_utf8(bytes).map_err(|error| {
                        let good = error.utf8_error().valid_up_to();
                        let line = 1 + error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count();
                        (
                            line,
                            "there are letters in it that are not UTF-8; save the file as UTF-8".to_owned(),
                        )
                    })
                });
            match text {
                Ok(text) => files.texts.push((name, text)),
                Err((line, message)) => files.unreadable.push(problem(name, line, message)),
            }
        }
        files
    }

    /// The built-in rules with these on top. Problems are kept; the rest works.
    pub(crate) fn checker(&mut self, settings: &Settings) -> Checker {
        let off: BTreeSet<String> = settings.rules_off.iter().cloned().collect();
        let (checker, errors) = Checker::with_rules(&self.texts, &off);
        self.origin.clear();
        for (file, text) in &self.texts {
            let of_file = || errors.iter().filter(|error| error.file == *file);
            if of_file().any(|error| matches!(error.reason, RuleFault::Syntax(_))) {
                continue;
            }
            for (id, line) in named(text) {
                if !of_file().any(|error| error.line == line) {
                    self.origin.entry(id).or_insert_with(|| file.clone());
                }
            }
        }
        self.problems = self.unreadable.clone();
        self.problems
            .extend(errors.into_iter().map(|error| problem(error.file, error.line, plain(&error.reason))));
        checker
    }

    /// The user's own file that a rule is from; none when it came with the program.
    pub(crate) fn file_of(&self, rule: &str) -> Option<&str> {
        self.origin.get(rule).map(String::as_str)
    }
}

fn problem(file: String, line: usize, message: String) -> FileProblem {
    FileProblem { folder: OwnFolder::Rules, file, line: u32::try_from(line).unwrap_or(u32::MAX), message }
}

/// What is wrong, for somebody who does not program: the parser's own words are for those who do.
fn plain(reason: &RuleFault) -> String {
    let RuleFault::Syntax(message) = reason else { return reason.to_string() };
    let quoted = |start: &str| message.strip_prefix(start)?.strip_prefix('`')?.split_once('`');
    let choices = |rest: &str| {
        let names = rest.trim_start_matches(", expected ").trim_start_matches("one of ").replace('`', "");
        if names.is_empty() { String::new() } else { format!("; use one of: {names}") }
    };
    let what = if let Some((value, rest)) = quoted("unknown variant ") {
        format!("“{value}” is not known here{}", choices(rest))
    } else if let Some((field, rest)) = quoted("unknown field ") {
        format!("a rule has no field “{field}”{}", choices(rest))
    } else if let Some((field, _)) = quoted("missing field ") {
        format!("“{field}” is missing")
    } else {
        message.clone()
    };
    format!("{what}. The file was left out")
}

/// As much of a rule file as names its rules.
#[derive(Deserialize)]
struct Names {
    #[serde(default = "ownership")]
    dimension: String,
    #[serde(default, rename = "rule")]
    rules: Vec<toml::Spanned<Name>>,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

/// The dimension of a file that names none.
fn ownership() -> String {
    "ownership".to_owned()
}

/// The ids of a file's rules with the lines where they begin.
fn named(text: &str) -> Vec<(String, usize)> {
    let Ok(names) = toml::from_str::<Names>(text) else { return Vec::new() };
    let line = |start: usize| 1 + text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count();
    names
        .rules
        .iter()
        .map(|rule| (format!("{}/{}", names.dimension, rule.get_ref().name), line(rule.span().start)))
        .collect()
}

impl App {
    /// The user's own rules as they were last read.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn own_rules(&mut self) -> Result<OwnRules, AppError> {
        Ok(self.own_rules_view())
    }

    /// Reads the folder of own rules again. Rules that work now count from now on; a file that cannot be read is named.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn reread_own_rules(&mut self) -> Result<OwnRules, AppError> {
        self.rule_files = RuleFiles::read(&self.store.dir().rules());
        self.reload_rules();
        Ok(self.own_rules_view())
    }

    /// Writes the example into the folder of own rules, if it has no file of that name, and reads the folder again.
    ///
    /// # Errors
    /// [`AppError::ExampleNotWritten`]. A file that is there is left as it is.
    pub fn write_example_rules(&mut self) -> Result<OwnRules, AppError> {
        let folder = self.store.dir().rules();
        let path = folder.join(EXAMPLE);
        let written = fs::create_dir_all(&folder)
            .and_then(|()| fs::OpenOptions::new().write(true).create_new(true).open(&path))
            .and_then(|mut file| file.write_all(EXAMPLE_TEXT.as_bytes()));
        match written {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                Err(AppError::ExampleNotWritten { path: path.to_string_lossy().into_owned(), error })
            }
            _ => self.reread_own_rules(),
        }
    }

    fn own_rules_view(&self) -> OwnRules {
        let files = &self.rule_files;
        let rules_of = |name: &str| {
            let own = |id: &str| files.file_of(id).is_some_and(|file| file == name);
            self.checker.rules().iter().filter(|rule| own(&rule.id)).count()
        };
        OwnRules {
            folder: self.store.dir().rules().to_string_lossy().into_owned(),
            files: files
                .names
                .iter()
                .map(|name| OwnRuleFile {
                    name: name.clone(),
                    rules: u32::try_from(rules_of(name)).unwrap_or(u32::MAX),
                })
                .collect(),
            problems: files.problems.clone(),
            example: self.store.dir().rules().join(EXAMPLE).exists(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_parser_says_is_said_in_plain_words() {
        #[track_caller]
        fn check(text: &str, line: u32, expected: &str) {
            let files = [("own.toml".to_owned(), text.to_owned())];
            let error = Checker::with_rules(&files, &BTreeSet::new()).1.remove(0);
            let said = problem(error.file, error.line, plain(&error.reason));
            assert_eq!((said.line, said.message.as_str()), (line, expected));
        }
        let rest = "match = [\"a b\"]\nweight = 1.0\nnote = \"n\"\nwhy = \"w\"\nask = \"a\"\n";
        check(
            &format!("[[rule]]\nname = \"x\"\nkind = \"mighty\"\n{rest}"),
            3,
            "“mighty” is not known here; use one of: strong, weak, hidden-actor, hedge, filler. The file was left out",
        );
        check(&format!("[[rule]]\nname = \"x\"\n{rest}"), 1, "“kind” is missing. The file was left out");
        check(
            "rules = 3\n",
            1,
            "a rule has no field “rules”; use one of: dimension, sets, rule. The file was left out",
        );
        check(
            &format!("[[rule]]\nname = \"x\"\nkind = \"weak\"\n{rest}"),
            1,
            "rule ownership/x needs at least two hits and two misses",
        );
    }

    #[test]
    fn the_example_passes_its_own_examples() {
        let files = [(EXAMPLE.to_owned(), EXAMPLE_TEXT.to_owned())];
        let (checker, errors) = Checker::with_rules(&files, &BTreeSet::new());
        assert_eq!(errors, []);
        let own = named(EXAMPLE_TEXT);
        assert!(
            !own.is_empty() && own.iter().all(|(id, _)| checker.rules().iter().any(|rule| *rule.id == **id))
        );
    }
}
