//! Letters that people and keyboards mix and that no decomposition brings together. The recognition of pages folds them alike.

/// Adds a letter of a decomposed, lower-cased text to its folded form.
#[inline]
pub fn push_letter(folded: &mut String, c: char) {
    folded.push(match c {
        'ß' => return folded.push_str("ss"),
        'æ' => return folded.push_str("ae"),
        'ı' => 'i',
        'ł' => 'l',
        'đ' => 'd',
        'ø' => 'o',
        'ς' => 'σ',
        // Arabic keyboards and fonts mix these freely.
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ٱ' => 'ا',
        c => c,
    });
}
