//! Rules that hold for any piece of text, whatever field it is in.

use std::ops::RangeInclusive;

use crate::problem::ProblemKind;

/// The first thing wrong with a text as text.
pub(crate) fn fault(text: &str, chars: RangeInclusive<usize>) -> Option<ProblemKind> {
    if let Some((at, c)) = text.chars().enumerate().find(|&(_, c)| is_control(c)) {
        let name = if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            "a line break".to_owned()
        } else {
            format!("the control character U+{:04X}", u32::from(c))
        };
        return Some(ProblemKind::ControlCharacter { name, at: at + 1 });
    }
    let length = text.chars().count();
    if !chars.contains(&length) {
        return Some(ProblemKind::Length { chars: length, min: *chars.start(), max: *chars.end() });
    }
    let stray = text.trim() != text || text.contains("  ");
    stray.then_some(ProblemKind::StraySpace)
}

/// Control characters, line separators, invisible spaces, and the marks that turn the direction of a text, with which a
/// prompt could be made to show other words than it has.
pub(crate) fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The last character of a text that does not end as a sentence, in whatever script.
pub(super) fn unfinished(text: &str) -> Option<char> {
    let ends = ['.', '?', '…', '。', '？', '؟', '।'];
    let inside = text.trim_end_matches(['”', '’', '"', '\'', '»', ')']);
    text.chars().last().filter(|_| !inside.ends_with(ends))
}

/// Whether a text stands in quotation marks as a whole.
pub(super) fn quoted(text: &str) -> bool {
    let pairs = [('"', '"'), ('“', '”'), ('‘', '’'), ('\'', '\''), ('«', '»'), ('„', '“')];
    pairs.iter().any(|&(open, close)| text.starts_with(open) && text.ends_with(close))
}

/// Small letters, digits and single hyphens between them.
pub(crate) fn is_kebab_case(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}
