//! The binding to `follow.js`, which keeps the overlay on the page's controls.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/follow.js")]
extern "C" {
    /// Follows frame by frame while something moves.
    pub(crate) type Follower;
    /// `on` hears "frame" where more than a shift is needed; what it gives is whether something moved.
    #[wasm_bindgen(constructor)]
    pub(crate) fn new(stage: &JsValue, on: &JsValue) -> Follower;
    /// These items are pointed at from now on.
    #[wasm_bindgen(method)]
    pub(crate) fn point(this: &Follower, items: Vec<u32>);
    /// Begins to follow, `anew` where sizes may have changed.
    #[wasm_bindgen(method)]
    pub(crate) fn wake(this: &Follower, anew: bool);
    #[wasm_bindgen(method)]
    pub(crate) fn stop(this: &Follower);
}
