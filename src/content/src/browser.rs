//! What the engine uses of the browser's extension API, and the shape of what it hears from it.

use crate::prelude::*;
use wasm_bindgen::prelude::*;

/// The one way into the engine: what happened, and what belongs to it.
pub(crate) type On = Closure<dyn Fn(String, JsValue) -> JsValue>;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    /// Tells the background something of this type; `rest` is JSON, what stands beside the type.
    pub(crate) fn send(on: &JsValue, kind: &str, rest: &str);
    /// Asks the lexicon, which is with the background: `on` hears its answer as `kind`.
    pub(crate) fn consult(on: &JsValue, kind: &str, text: &str);
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

    /// What the background says.
    pub(crate) type Reply;
    /// `undefined` where it is not about the guide, `null` where none runs.
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn guide(this: &Reply) -> JsValue;
    /// What the person pointed at before, in a guide's first answer.
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn picks(this: &Reply) -> Option<String>;

    /// The guide, as the popup started it.
    pub(crate) type SentGuide;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn flow(this: &SentGuide) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn reason(this: &SentGuide) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn email(this: &SentGuide) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn ticked(this: &SentGuide) -> Option<Vec<String>>;
    /// What was remembered in the documents before.
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn memory(this: &SentGuide) -> Option<SentMemory>;

    pub(crate) type SentMemory;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn text(this: &SentMemory) -> Option<String>;
}
