//! From the store's rows to the other crates' values, and to what the window shows.

use std::time::Duration;

use jiff::Timestamp;
use practice::{Draft, Edit, Revision};
use store::{AnswerId, BackupInfo, Card, CardState, MockId, StoryId, Take, TakeId};

use crate::view::{BackupView, CardView, Medium, Scores, TakeSource, TakeTab};

/// Row ids are small; one past four thousand million cannot exist in a database of this size.
pub(crate) fn id(id: i64) -> u32 {
    u32::try_from(id).unwrap_or(u32::MAX)
}

pub(crate) fn answer_id(id: u32) -> AnswerId {
    AnswerId(i64::from(id))
}

pub(crate) fn take_id(id: u32) -> TakeId {
    TakeId(i64::from(id))
}

pub(crate) fn mock_id(id: u32) -> MockId {
    MockId(i64::from(id))
}

pub(crate) fn story_id(id: u32) -> StoryId {
    StoryId(i64::from(id))
}

pub(crate) fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

pub(crate) fn medium(medium: store::Medium) -> Medium {
    match medium {
        store::Medium::Typed => Medium::Typed,
        store::Medium::Spoken => Medium::Spoken,
    }
}

pub(crate) fn source(source: store::Source) -> TakeSource {
    match source {
        store::Source::Practice => TakeSource::Practice,
        store::Source::Review => TakeSource::Review,
        store::Source::Mock => TakeSource::Mock,
        store::Source::Drill => TakeSource::Drill,
    }
}

/// The draft as the practice crate knows it.
pub(crate) fn draft(take: &Take) -> Draft {
    let medium = match take.medium {
        store::Medium::Typed => practice::Medium::Typed,
        store::Medium::Spoken => practice::Medium::Spoken,
    };
    let source = match take.source {
        store::Source::Practice => practice::Source::Practice,
        store::Source::Review => practice::Source::Review,
        store::Source::Mock => practice::Source::Mock,
        store::Source::Drill => practice::Source::Drill,
    };
    let edit = Edit {
        revision: Revision(u64::from(take.revision)),
        text: take.text.clone(),
        elapsed: Duration::from_millis(u64::from(take.elapsed_ms)),
    };
    Draft::resume(medium, source, edit)
}

/// A finished take's tab.
pub(crate) fn tab(take: &Take, best: Option<TakeId>) -> TakeTab {
    TakeTab {
        id: id(take.id.0),
        ordinal: take.ordinal,
        score: take.scored.score.map(u32::from),
        scores: stored_scores(take),
        best: best == Some(take.id),
        medium: medium(take.medium),
        source: source(take.source),
        words: take.scored.words.unwrap_or(0),
        elapsed_ms: take.elapsed_ms,
        budget_ms: take.budget_ms,
        finished_at: millis(take.finished_at.unwrap_or(take.saved_at)),
    }
}

fn stored_scores(take: &Take) -> Option<Scores> {
    let by = take.scored.scores.as_ref()?;
    let of = |name: &str| by.get(name).copied().map(u32::from);
    Some(Scores {
        overall: u32::from(take.scored.score?),
        ownership: of("ownership"),
        systems: of("systems"),
        decisions: of("decisions"),
        foresight: of("foresight"),
        direction: of("direction"),
        impact: of("impact"),
        influence: of("influence"),
    })
}

/// The card as the review crate knows it.
pub(crate) fn memory_card(card: &Card) -> review::Card {
    #[expect(clippy::cast_possible_truncation, reason = "the model computes in single precision")]
    let memory = card.memory.map(|memory| review::Memory {
        stability: memory.stability as f32,
        difficulty: memory.difficulty as f32,
    });
    review::Card {
        memory,
        last_day: card.memory.map(|memory| memory.last_day),
        due: card.due_day,
        reps: card.reps,
        lapses: card.lapses,
        state: match (card.state, card.buried_until) {
            (CardState::Active, _) | (CardState::Buried, None) => review::CardState::Active,
            (CardState::Buried, Some(day)) => review::CardState::BuriedUntil(day),
            (CardState::Suspended, _) => review::CardState::Suspended,
        },
    }
}

/// A stored card brought to where the review crate says it stands now.
pub(crate) fn stored_card(before: &Card, now: &review::Card) -> Card {
    let (state, buried_until) = match now.state {
        review::CardState::Active => (CardState::Active, None),
        review::CardState::BuriedUntil(day) => (CardState::Buried, Some(day)),
        review::CardState::Suspended => (CardState::Suspended, None),
    };
    let memory = now.memory.zip(now.last_day).map(|(memory, last_day)| store::Memory {
        stability: f64::from(memory.stability),
        difficulty: f64::from(memory.difficulty),
        last_day,
    });
    Card {
        memory,
        due_day: now.due,
        reps: now.reps,
        lapses: now.lapses,
        state,
        buried_until,
        ..before.clone()
    }
}

pub(crate) fn card_view(card: &Card) -> CardView {
    CardView {
        due_day: card.buried_until.map_or(card.due_day, |until| until.max(card.due_day)).to_string(),
        state: card.state.as_str().to_owned(),
    }
}

pub(crate) fn backup_view(backup: &BackupInfo) -> BackupView {
    BackupView {
        path: backup.path.to_string_lossy().into_owned(),
        at: millis(backup.at),
        bytes: backup.bytes,
        answers: backup.answers,
        verified: backup.verified,
    }
}
