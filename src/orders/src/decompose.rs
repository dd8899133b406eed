//! Decomposition by tables of our own (NFKD): natively, and on the extension's own pages.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Decomposed (NFKD), lower-cased, without marks but the telling ones.
pub(crate) fn decomposed(text: &str) -> String {
    let letters = text.nfkd().flat_map(char::to_lowercase).nfkd();
    letters
        .filter(|c| !is_combining_mark(*c) || is_telling(*c))
        .collect()
}

/// Marks without which a word is another one: Thai vowels over or under a letter (January and March), the hamza below (the
/// dirhams of the Emirates and the dinars of Jordan).
fn is_telling(c: char) -> bool {
    matches!(c, '\u{655}' | '\u{e31}' | '\u{e34}'..='\u{e3a}')
}
