//! What both forms of an export are made of, and what they say alike.

use jiff::civil::Date;

use super::super::{matrix, shelf::Shelf};
use crate::{
    rows::id,
    view::{CompetencyView, StoryCell, StoryText},
};

/// The stories of an export.
#[derive(Debug)]
pub(super) struct Sheet {
    /// "Tue 10 March 2026".
    pub(super) day: String,
    /// The rows of the matrix.
    pub(super) competencies: Vec<CompetencyView>,
    /// Competencies with no story at all, by id.
    pub(super) holes: Vec<String>,
    /// The stories, oldest first.
    pub(super) stories: Vec<SheetStory>,
}

/// A story of an export.
#[derive(Debug)]
pub(super) struct SheetStory {
    /// Its words.
    pub(super) text: StoryText,
    /// Its cells of the matrix that are not empty.
    pub(super) cells: Vec<StoryCell>,
    /// The question of its best answer, and the score.
    pub(super) best: Option<(String, Option<u32>)>,
}

impl Sheet {
    /// The stories with these ids; none named is all.
    pub(super) fn of(shelf: &Shelf, ids: &[u32], today: Date) -> Sheet {
        let all: Vec<_> = shelf.stories.iter().map(matrix::row).collect();
        let holes = matrix::holes(&all);
        let chosen = |number: u32| ids.is_empty() || ids.contains(&number);
        let rows: Vec<_> = all.into_iter().filter(|row| chosen(row.id)).collect();
        let competencies = matrix::competencies(&rows);
        let kept = shelf.stories.iter().filter(|story| chosen(id(story.id.0)));
        let stories = kept
            .zip(rows)
            .map(|(story, row)| SheetStory {
                text: story.text.clone(),
                cells: row.cells,
                best: story.told.first().map(|told| (told.prompt.clone(), told.score)),
            })
            .collect();
        Sheet { day: today.strftime("%a %-d %B %Y").to_string(), competencies, holes, stories }
    }

    /// Whether no story at all answers or fits a competency.
    pub(super) fn is_hole(&self, competency: &str) -> bool {
        self.holes.iter().any(|hole| hole == competency)
    }
}

impl SheetStory {
    /// The cell of a competency, if it is not empty.
    pub(super) fn cell(&self, competency: &str) -> Option<&StoryCell> {
        self.cells.iter().find(|cell| cell.competency == competency)
    }

    /// The parts that are written, with their names.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let text = &self.text;
        let parts = [
            ("Situation", &text.situation),
            ("Task", &text.task),
            ("Action", &text.action),
            ("Result", &text.result),
        ];
        parts.into_iter().map(|(name, words)| (name, words.as_str())).filter(|(_, words)| !words.is_empty())
    }
}

/// A cell in signs: its best score, a ring where it fits and was not answered, a dash where no answer has a score.
pub(super) fn sign(cell: &StoryCell) -> String {
    match cell.score {
        Some(score) => score.to_string(),
        None if cell.answers == 0 => "○".to_owned(),
        None => "–".to_owned(),
    }
}

/// What the signs mean.
pub(super) const KEY: &str =
    "A figure is the best score, bold from 70 on: ready. ○ fits, not answered. – answered, without a score.";

/// What stands in the row of a hole.
pub(super) const HOLE: &str = "no story yet";
