//! What the loader calls. The library behind it is `farewell-content`: a cdylib that is also an rlib would lose
//! link-time optimisation.

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins in this document, once however often it is called. `form` is how this module was built: `wasm` or `js`;
/// `began` is when the injected script began, in milliseconds on the page's clock (`performance.now()`).
#[wasm_bindgen]
pub fn start(form: &str, began: f64) {
    farewell_content::engine::start(form, began);
}
