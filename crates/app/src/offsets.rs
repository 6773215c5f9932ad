//! Places in a text, from the window's UTF-16 units to bytes and back.

use std::ops::Range;

/// The byte offset of a UTF-16 offset; in the middle of a character, its start; past the end, the end.
pub(crate) fn byte_of_utf16(text: &str, utf16: u32) -> usize {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        let width = u32::try_from(character.len_utf16()).unwrap_or(2);
        if units + width > utf16 {
            return byte;
        }
        units += width;
    }
    text.len()
}

/// The UTF-16 offset of a byte offset on a character boundary.
pub(crate) fn utf16_of_byte(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// A range of bytes as UTF-16 offsets.
pub(crate) fn utf16_range(text: &str, bytes: Range<usize>) -> (u32, u32) {
    let start = utf16_of_byte(text, bytes.start);
    let inside = text.get(bytes).unwrap_or_default();
    (start, start.saturating_add(u32::try_from(inside.encode_utf16().count()).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn there_and_back(text in "\\PC{0,40}") {
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(byte_of_utf16(&text, utf16_of_byte(&text, byte)), byte);
            }
        }
    }

    #[test]
    fn the_middle_of_a_character_is_its_start() {
        assert_eq!(byte_of_utf16("a😀b", 2), 1);
        assert_eq!(byte_of_utf16("a😀b", 3), 5);
        assert_eq!(byte_of_utf16("a😀b", 99), 6);
        assert_eq!(utf16_range("a😀b", 1..5), (1, 3));
    }
}
