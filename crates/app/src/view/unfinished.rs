//! Words that were typed and not finished, outside of takes.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What was typed in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnfinishedWords {
    /// The place, as the window named it: "drill:12".
    pub place: String,
    /// The words, as the window wrote them down.
    pub words: String,
}
