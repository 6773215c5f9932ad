//! Where a text changed, and where it may be cut into pieces.

/// How many bytes at the start and at the end of two texts are the same, in whole characters and without overlap.
pub(super) fn unchanged(old: &str, new: &str) -> (usize, usize) {
    let (a, b) = (old.as_bytes(), new.as_bytes());
    let most = a.len().min(b.len());
    let mut before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(before) || !new.is_char_boundary(before) {
        before -= 1;
    }
    let mut after =
        a.iter().rev().zip(b.iter().rev()).take(most - before).take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(a.len() - after) || !new.is_char_boundary(b.len() - after) {
        after -= 1;
    }
    (before, after)
}

/// How far back from a cut no quotation mark may stand; about as far as a short quotation reaches.
const QUOTATION: usize = 60;

/// Places from `from` on at which a sentence or paragraph ends and the next begins with a letter or a digit. Each is after the
/// blanks between the two.
pub(super) fn places(text: &str, from: usize) -> impl Iterator<Item = usize> {
    let mut blanks = None;
    text[from..].char_indices().filter_map(move |(at, c)| {
        let at = from + at;
        if c.is_whitespace() {
            blanks = blanks.or(Some(at));
            return None;
        }
        let start = blanks.take()?;
        (c.is_alphanumeric() && divides(text, start, at) && !quotes(text, start)).then_some(at)
    })
}

/// Whether blanks lie between two paragraphs or, all on one line, between two sentences.
fn divides(text: &str, start: usize, end: usize) -> bool {
    let lines = text[start..end].bytes().filter(|byte| *byte == b'\n').count();
    lines > 1
        || text[start..end].bytes().all(|byte| byte == b' ') && text[..start].ends_with(['.', '!', '?', '…'])
}

/// Whether a quotation may be open.
fn quotes(text: &str, end: usize) -> bool {
    let from = text.floor_char_boundary(end.saturating_sub(QUOTATION));
    let last = &text[from..end];
    last.contains(['"', '“', '”', '‘'])
        || last.match_indices('\'').any(|(at, _)| {
            let inside = last[..at].ends_with(char::is_alphanumeric)
                && last[at + 1..].starts_with(char::is_alphanumeric);
            !inside
        })
}
