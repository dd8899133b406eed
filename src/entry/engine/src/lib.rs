//! What the loader calls. The library behind it is `farewell-content`: a cdylib that is also an rlib would lose
//! link-time optimisation.

#![cfg_attr(feature = "bare", no_std)]

#[cfg(feature = "bare")]
mod bare;

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins in this document, once however often it is called. `form` is how this module was built: `wasm` or `js`.
#[wasm_bindgen]
pub fn start(form: &str) {
    farewell_content::engine::start(form);
}
