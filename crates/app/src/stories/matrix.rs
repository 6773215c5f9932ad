//! Competency × story: the best score of each, what fits and was not answered, and the holes.

use std::collections::BTreeMap;

use practice::story::{Parts, unwritten};
use question_bank::Competency;
use review::READY_SCORE;

use super::{
    shelf::{Kept, Shelf},
    warning::warnings,
};
use crate::{
    questions::competency_view,
    reviewing::count,
    rows::id,
    view::{CompetencyView, StoriesView, StoryCell, StoryRow, StoryText},
};

/// The room.
pub(super) fn room(shelf: &Shelf) -> StoriesView {
    let stories: Vec<StoryRow> = shelf.stories.iter().map(row).collect();
    StoriesView {
        competencies: competencies(&stories),
        holes: holes(&stories),
        warnings: shelf.stories.iter().flat_map(|story| warnings(story, &shelf.last_mock)).collect(),
        stories,
    }
}

/// A story as a column of the matrix.
pub(super) fn row(story: &Kept) -> StoryRow {
    StoryRow {
        id: id(story.id.0),
        title: story.text.title.clone(),
        updated_at: story.updated_at,
        answers: count(story.told.len()),
        best_score: story.told.iter().filter_map(|told| told.score).max(),
        cells: cells(story),
        unwritten: missing(&story.text).into_iter().map(str::to_owned).collect(),
    }
}

/// The cells that are not empty, in the order of the matrix: of each competency with an answer, its best score; and
/// open rings for competencies that the story fits.
fn cells(story: &Kept) -> Vec<StoryCell> {
    let mut by: BTreeMap<(usize, &str), (Option<u32>, usize)> =
        story.text.fits.iter().map(|fit| ((place(fit), fit.as_str()), (None, 0))).collect();
    for told in &story.told {
        let competency = told.competency.id.as_str();
        let (best, answers) = by.entry((place(competency), competency)).or_default();
        *best = (*best).max(told.score);
        *answers += 1;
    }
    by.into_iter()
        .map(|((_, competency), (score, answers))| StoryCell {
            competency: competency.to_owned(),
            score,
            ready: score.is_some_and(|score| score >= u32::from(READY_SCORE)),
            answers: count(answers),
        })
        .collect()
}

/// Its row in the matrix; one that is no longer known comes last.
fn place(competency: &str) -> usize {
    let known = Competency::ALL.iter().position(|known| known.as_str() == competency);
    known.unwrap_or(Competency::ALL.len())
}

/// The rows of the matrix: all competencies, and after them those of answers whose competency is no longer known.
pub(super) fn competencies(stories: &[StoryRow]) -> Vec<CompetencyView> {
    let known = Competency::ALL.iter().map(|competency| competency.as_str());
    let mut unknown: Vec<&str> = stories
        .iter()
        .flat_map(|story| &story.cells)
        .map(|cell| cell.competency.as_str())
        .filter(|competency| place(competency) == Competency::ALL.len())
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    known.chain(unknown).map(competency_view).collect()
}

/// Competencies for which no story has an answer, nor fits, by id.
pub(super) fn holes(stories: &[StoryRow]) -> Vec<String> {
    let mut filled = [false; Competency::ALL.len()];
    for cell in stories.iter().flat_map(|story| &story.cells) {
        if let Some(filled) = filled.get_mut(place(&cell.competency)) {
            *filled = true;
        }
    }
    let open = Competency::ALL.iter().zip(filled).filter(|(_, filled)| !filled);
    open.map(|(competency, _)| competency.as_str().to_owned()).collect()
}

/// What is missing of a story, by name.
fn missing(text: &StoryText) -> Vec<&'static str> {
    unwritten(&Parts {
        situation: &text.situation,
        task: &text.task,
        action: &text.action,
        result: &text.result,
        numbers: text.numbers.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stories::sample::{kept, refund_path, shelf, told};

    #[test]
    fn a_cell_is_the_best_score_of_a_competency_or_a_ring() {
        let story = kept(
            1,
            StoryText { fits: vec!["conflict-trust".into(), "dependencies-risk".into()], ..refund_path() },
            vec![
                told(1, "dependencies-risk", Some(69)),
                told(2, "dependencies-risk", Some(70)),
                told(3, "technical-depth", None),
                told(4, "juggling", Some(90)),
            ],
        );
        let row = row(&story);
        let cells: Vec<_> = row
            .cells
            .iter()
            .map(|cell| (cell.competency.as_str(), cell.score, cell.ready, cell.answers))
            .collect();
        assert_eq!(
            cells,
            [
                ("dependencies-risk", Some(70), true, 2),
                ("conflict-trust", None, false, 0),
                ("technical-depth", None, false, 1),
                ("juggling", Some(90), true, 1),
            ]
        );
        assert_eq!((row.answers, row.best_score, row.unwritten.len()), (4, Some(90), 0));
        let rows = [row];
        assert_eq!(competencies(&rows).len(), 18);
        assert_eq!(competencies(&rows)[17].label, "juggling");
        let holes = holes(&rows);
        assert_eq!(holes.len(), 14);
        assert!(!holes.iter().any(|hole| hole == "conflict-trust"), "a ring is no hole");
    }

    #[test]
    fn without_stories_every_competency_is_a_hole() {
        let room = room(&Shelf::default());
        assert_eq!((room.stories.len(), room.holes.len(), room.competencies.len()), (0, 17, 17));
        assert!(room.warnings.is_empty());
    }

    #[test]
    fn a_thousand_stories_have_a_matrix() {
        let room = room(&shelf(1_000, 5));
        assert_eq!(room.stories.len(), 1_000);
        assert!(room.stories.iter().all(|story| story.answers == 5));
    }
}
