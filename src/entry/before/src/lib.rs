//! The checklist's exported entry point, apart from the library it calls, because a `cdylib` that is also an `rlib` loses
//! link-time optimisation and grows by a third.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the checklist and keeps it up to date as long as it is open. `load_exporter` gives a promise of the module that writes
/// and reads files; it is called when the first file is wanted.
#[wasm_bindgen]
pub fn start(load_exporter: Function) {
    farewell_before::start(load_exporter);
}
