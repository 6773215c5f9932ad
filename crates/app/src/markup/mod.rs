//! What a user wrote, inside a file of ours: it reads as it was written and means nothing to the file's own language.

pub(crate) mod html;
pub(crate) mod markdown;
