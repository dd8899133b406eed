//! The popup's exported entry point, apart from the library it calls, because a `cdylib` that is also an `rlib` loses
//! link-time optimisation and grows by a third.

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the popup and keeps it up to date as long as it is open.
#[wasm_bindgen]
pub fn start() {
    farewell_panel::start();
}
