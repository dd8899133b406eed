//! Who decomposes texts: our own tables, or whoever runs this. The engine in the page has the browser do it, and carries no tables.

use std::cell::Cell;

#[cfg(feature = "unicode")]
use crate::decompose::decomposed as standard;

/// Without tables only case is folded, until somebody offers to do it.
#[cfg(not(feature = "unicode"))]
fn standard(text: &str) -> String {
    text.to_lowercase()
}

thread_local! {
    static HOST: Cell<fn(&str) -> String> = const { Cell::new(standard) };
}

/// Has `decompose` do it from now on: NFKD, lower-cased, without marks but U+0655, U+0E31 and U+0E34 to U+0E3A.
pub fn decompose_by(decompose: fn(&str) -> String) {
    HOST.set(decompose);
}

/// Decomposed (NFKD), lower-cased, without marks but the telling ones.
pub(crate) fn decomposed(text: &str) -> String {
    HOST.get()(text)
}
