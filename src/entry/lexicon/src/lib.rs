//! The lexicon as the background has it: what the engine in a page asks, and no page ever gets as a whole.

use farewell_core::{fold, touches};
use wasm_bindgen::prelude::wasm_bindgen;

/// Which of the gathered records matter, and what the lexicon says of them: [`farewell_core::sieve`].
#[wasm_bindgen]
pub fn sieve(gathered: &str) -> String {
    farewell_core::sieve(gathered)
}

/// What the lexicon says of folded texts: [`farewell_core::answers`].
#[wasm_bindgen]
pub fn words(questions: &str) -> String {
    farewell_core::answers(questions)
}

/// Whether a decomposed text has a word that makes it worth reading.
#[wasm_bindgen]
pub fn touch(decomposed: &str) -> bool {
    touches(&fold(decomposed))
}
