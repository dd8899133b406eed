//! What the engine uses of the browser's extension API, and the shape of what it hears from it.

use wasm_bindgen::prelude::*;

/// The one way into the engine: what happened, and what belongs to it.
pub(crate) type On = Closure<dyn Fn(String, JsValue) -> JsValue>;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    /// Tells the background something of this kind, and the text that belongs to it.
    pub(crate) fn send(on: &JsValue, kind: &str, text: &str);
    pub(crate) fn listen(on: &JsValue);
    /// Whether an engine listens in this document already; if so, it asks again.
    pub(crate) fn again() -> bool;
    pub(crate) fn message(key: &str, args: Vec<String>) -> String;
    pub(crate) fn version() -> String;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    pub(crate) fn now() -> f64;
}
