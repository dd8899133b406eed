//! Any text: folded once and for all, and looked up without a panic.
#![no_main]

use farewell_core::{LEXICON, fold, holds_email};
use libfuzzer_sys::fuzz_target;
use unicode_normalization::UnicodeNormalization;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let folded = fold(&text.nfkd().collect::<String>().to_lowercase());
    assert_eq!(fold(&folded), folded);
    let _ = (LEXICON.is_relevant(&folded), LEXICON.is_label(&folded), holds_email(&text));
});
