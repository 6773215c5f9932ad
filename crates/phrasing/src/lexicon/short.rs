//! A word in one number, so that it is told from others in one comparison.

/// The letters of a word of up to so many bytes are all in its number.
pub(super) const LETTERS: usize = 7;

/// The first letters of a word and its length: of words of up to [`LETTERS`] bytes, each has a number of its own. 0 for no word.
pub(crate) const fn short(word: &str) -> u64 {
    let length = if word.len() > 255 { 255 } else { word.len() };
    let letters = match word.as_bytes() {
        [a, b, c, d, e, f, g, ..] => u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, 0]),
        [a, b, c, d, e, f] => u64::from_le_bytes([*a, *b, *c, *d, *e, *f, 0, 0]),
        [a, b, c, d, e] => u64::from_le_bytes([*a, *b, *c, *d, *e, 0, 0, 0]),
        [a, b, c, d] => u64::from_le_bytes([*a, *b, *c, *d, 0, 0, 0, 0]),
        [a, b, c] => u64::from_le_bytes([*a, *b, *c, 0, 0, 0, 0, 0]),
        [a, b] => u64::from_le_bytes([*a, *b, 0, 0, 0, 0, 0, 0]),
        [a] => *a as u64,
        [] => 0,
    };
    (length as u64) << 56 | letters
}

/// The number of a word that no other word has.
///
/// # Panics
///
/// When the word is longer than that: for constants only.
pub(crate) const fn exact(word: &str) -> u64 {
    assert!(word.len() <= LETTERS, "too long to be told by its number");
    short(word)
}

/// Whether a number alone tells which word it is.
pub(crate) const fn is_exact(number: u64) -> bool {
    number >> 56 <= LETTERS as u64
}

/// The length of a word in bytes (255 when it is longer) and its first letters, from its number.
pub(crate) const fn taken_apart(number: u64) -> (u8, u64) {
    ((number >> 56) as u8, number & ((1 << 56) - 1))
}

/// Whether the number of a word is that of one of these, each of at most seven bytes.
macro_rules! one_of {
    ($short:expr, $($word:literal)|+) => {{
        let short: u64 = $short;
        $(short == const { $crate::lexicon::exact($word) })||+
    }};
}
pub(crate) use one_of;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, same: bool) {
        assert_eq!(short(a) == short(b), same, "{a}, {b}");
    }

    #[test]
    fn short_words_have_numbers_of_their_own() {
        check("", "\0", false);
        check("because", "becaus", false);
        check("because", "becauze", false);
        check("required", "requires", true);
        check("required", "requiredly", false);
        assert!(is_exact(short("because")) && !is_exact(short("although")));
        assert!(one_of!(short("we"), "i" | "we") && !one_of!(short("us"), "i" | "we"));
    }
}
