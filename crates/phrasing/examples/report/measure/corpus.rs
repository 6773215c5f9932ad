//! Labelled texts, one JSON object a line. `corpus/README.md` says what the fields mean.

use std::path::{Path, PathBuf};

use phrasing::{Dimension, Mode};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Which half of the project's own corpus a row belongs to; a set from outside has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Half {
    /// Weights are fitted on it, and rules may be changed for it.
    Tune,
    /// Only measured with.
    Test,
}

impl Half {
    pub const ALL: [Half; 2] = [Half::Tune, Half::Test];

    pub const fn as_str(self) -> &'static str {
        match self {
            Half::Tune => "tune",
            Half::Test => "test",
        }
    }
}

/// A dimension and on which side of it a sentence stands: "decisions+", "influence-".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Leaning {
    pub dimension: Dimension,
    /// The side of the system-level program manager.
    pub senior: bool,
}

impl Leaning {
    pub fn name(self) -> String {
        format!("{}{}", self.dimension.as_str(), if self.senior { '+' } else { '-' })
    }
}

impl TryFrom<String> for Leaning {
    type Error = String;

    fn try_from(name: String) -> Result<Leaning, String> {
        [true, false]
            .into_iter()
            .flat_map(|senior| Dimension::ALL.map(|dimension| Leaning { dimension, senior }))
            .find(|leaning| leaning.name() == name)
            .ok_or_else(|| format!("'{name}' is no dimension with + or - behind it"))
    }
}

/// One sentence, or one utterance of a transcript.
#[derive(Debug, Clone, Deserialize)]
pub struct Sentence {
    pub id: String,
    /// Sentences of one story are about the same events.
    #[serde(default)]
    pub story: String,
    #[serde(default)]
    pub voice: String,
    /// What makes it hard; empty where nothing does.
    #[serde(default)]
    pub trick: String,
    pub text: String,
    #[serde(default)]
    pub mode: Mode,
    pub ownership: bool,
    pub coordination: bool,
    #[serde(default)]
    pub dims: Vec<Leaning>,
    pub half: Option<Half>,
}

/// A few words that claim one thing; they teach the weights words, and nothing is measured with them.
#[derive(Debug, Clone, Deserialize)]
#[allow(dead_code, reason = "only the test of the corpus looks inside")]
pub struct Claim {
    pub id: String,
    pub text: String,
    pub half: Option<Half>,
}

/// One story told three times.
#[derive(Debug, Clone, Deserialize)]
pub struct Answer {
    pub id: String,
    #[serde(default)]
    pub mode: Mode,
    /// "typed" or "transcript".
    #[serde(default)]
    pub style: String,
    pub weak: String,
    pub middling: String,
    pub strong: String,
    pub half: Option<Half>,
}

/// A text full of signals that says nothing.
#[derive(Debug, Clone, Deserialize)]
pub struct Stuffed {
    pub id: String,
    #[serde(default)]
    pub mode: Mode,
    pub text: String,
    pub half: Option<Half>,
}

/// Prose that claims nothing about the speaker's work.
#[derive(Debug, Clone, Deserialize)]
pub struct Neutral {
    pub id: String,
    #[serde(default)]
    pub kind: String,
    pub text: String,
    pub half: Option<Half>,
}

/// A text with the parts of a story that it has.
#[derive(Debug, Clone, Deserialize)]
pub struct Structured {
    pub id: String,
    #[serde(default)]
    pub mode: Mode,
    pub text: String,
    pub situation: bool,
    pub task: bool,
    pub action: bool,
    pub result: bool,
    /// The parts that are there come in the order S, T, A, R.
    pub order_ok: bool,
    pub half: Option<Half>,
}

/// A text whose stretches are labelled: "S", "T", "A", "R", or "-" for an aside.
#[derive(Debug, Deserialize)]
struct Told {
    id: String,
    #[serde(default)]
    mode: Mode,
    parts: Vec<(String, String)>,
    half: Option<Half>,
}

impl From<Told> for Structured {
    fn from(told: Told) -> Structured {
        let first = |letter: &str| told.parts.iter().position(|(part, _)| part == letter);
        let firsts = ["S", "T", "A", "R"].map(first);
        let there: Vec<usize> = firsts.iter().flatten().copied().collect();
        let texts: Vec<&str> = told.parts.iter().map(|(_, text)| text.as_str()).collect();
        let [situation, task, action, result] = firsts.map(|first| first.is_some());
        Structured {
            text: texts.join(" "),
            order_ok: there.is_sorted(),
            id: told.id,
            mode: told.mode,
            situation,
            task,
            action,
            result,
            half: told.half,
        }
    }
}

/// All labelled texts, or those of one half.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    pub sentences: Vec<Sentence>,
    pub claims: Vec<Claim>,
    pub answers: Vec<Answer>,
    pub stuffed: Vec<Stuffed>,
    pub neutral: Vec<Neutral>,
    pub structure: Vec<Structured>,
}

/// Why texts could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{}, line {line}: {source}", path.display())]
    Row { path: PathBuf, line: usize, source: serde_json::Error },
    #[error(
        "{} holds none of sentences.jsonl, answers.jsonl, stuffed.jsonl, neutral.jsonl and structure.jsonl",
        path.display()
    )]
    Nothing { path: PathBuf },
}

impl Texts {
    /// The project's own corpus.
    pub fn own() -> Result<Texts, CorpusError> {
        Texts::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"))
    }

    /// The texts of a folder: for each kind the file of that name, and all files in the folder of that name. What is not there is
    /// left out.
    pub fn read(dir: &Path) -> Result<Texts, CorpusError> {
        let mut texts = Texts {
            sentences: rows(dir, "sentences")?,
            claims: rows(dir, "claims")?,
            answers: rows(dir, "answers")?,
            stuffed: rows(dir, "stuffed")?,
            neutral: rows(dir, "neutral")?,
            structure: rows(dir, "structure")?,
        };
        texts.structure.extend(rows::<Told>(dir, "parts")?.into_iter().map(Structured::from));
        let nothing = texts.sentences.is_empty()
            && texts.answers.is_empty()
            && texts.stuffed.is_empty()
            && texts.neutral.is_empty()
            && texts.structure.is_empty();
        if nothing { Err(CorpusError::Nothing { path: dir.to_owned() }) } else { Ok(texts) }
    }

    /// The texts of one half.
    pub fn half(&self, half: Half) -> Texts {
        fn kept<T: Clone>(rows: &[T], half: Half, of: impl Fn(&T) -> Option<Half>) -> Vec<T> {
            rows.iter().filter(|row| of(row) == Some(half)).cloned().collect()
        }
        Texts {
            sentences: kept(&self.sentences, half, |row| row.half),
            claims: kept(&self.claims, half, |row| row.half),
            answers: kept(&self.answers, half, |row| row.half),
            stuffed: kept(&self.stuffed, half, |row| row.half),
            neutral: kept(&self.neutral, half, |row| row.half),
            structure: kept(&self.structure, half, |row| row.half),
        }
    }
}

fn rows<T: DeserializeOwned>(dir: &Path, kind: &str) -> Result<Vec<T>, CorpusError> {
    let mut files = vec![dir.join(format!("{kind}.jsonl"))];
    let folder = dir.join(kind);
    if folder.is_dir() {
        let failed = |source| CorpusError::File { path: folder.clone(), source };
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            files.push(entry.map_err(failed)?.path());
        }
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl") && path.is_file());
    files.sort();
    let mut rows = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path)
            .map_err(|source| CorpusError::File { path: path.clone(), source })?;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let row = serde_json::from_str(line);
            rows.push(row.map_err(|source| CorpusError::Row { path: path.clone(), line: at + 1, source })?);
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaning_is_read_as_it_is_named() {
        for dimension in Dimension::ALL {
            for senior in [true, false] {
                let leaning = Leaning { dimension, senior };
                assert_eq!(Leaning::try_from(leaning.name()), Ok(leaning));
            }
        }
        for wrong in ["decisions", "decision+", "+", ""] {
            assert!(Leaning::try_from(wrong.to_owned()).unwrap_err().contains(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_told_story_has_the_parts_of_its_stretches() {
        let parts = [("R", "It held."), ("-", "So."), ("A", "I cut it."), ("A", "I told them.")];
        let parts = parts.map(|(part, text)| (part.to_owned(), text.to_owned())).to_vec();
        let told = Told { id: "x".to_owned(), mode: Mode::Behavioral, parts, half: None };
        let row = Structured::from(told);
        assert_eq!(row.text, "It held. So. I cut it. I told them.");
        assert_eq!(
            [row.situation, row.task, row.action, row.result, row.order_ok],
            [false, false, true, true, false]
        );
    }

    #[test]
    fn a_folder_without_texts_is_named() {
        let message = Texts::read(Path::new("no-such-folder")).unwrap_err().to_string();
        assert!(message.starts_with("no-such-folder holds none of sentences.jsonl"), "{message}");
    }

    #[test]
    fn halves_share_nothing_and_leave_nothing() {
        let all = Texts::own().unwrap();
        let [tune, test] = Half::ALL.map(|half| all.half(half));
        assert!(!tune.sentences.is_empty() && !test.sentences.is_empty());
        assert_eq!(tune.sentences.len() + test.sentences.len(), all.sentences.len());
        assert!(tune.answers.iter().all(|row| row.half == Some(Half::Tune)));
    }
}
