//! How languages write: what the fact files say of compounds, of little words that are written as one with the next, and of
//! scripts without spaces.

include!(concat!(env!("OUT_DIR"), "/writing.rs"));

/// Whether words stand in this script without spaces, or with particles attached: Thai, Hangul (decomposed), kana and Chinese
/// characters.
pub(super) const fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{9fff}')
}
