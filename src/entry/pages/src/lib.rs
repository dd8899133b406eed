//! The exported entry points of the extension's own pages, apart from the library that they call, because a `cdylib` that
//! is also an `rlib` loses link-time optimisation and grows by a third.

use wasm_bindgen::prelude::wasm_bindgen;

/// Brings `letter.html` to life.
#[wasm_bindgen]
pub fn letter() {
    farewell_pages::letter();
}

/// Brings `after.html` to life.
#[wasm_bindgen]
pub fn after() {
    farewell_pages::after();
}
