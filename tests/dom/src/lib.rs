//! A stand for the tests: a page to write, to look at, and to look into our own closed root.

use farewell_content::read::{self, Sought};
use farewell_core::{LEXICON, View};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/stand.js")]
extern "C" {
    /// Makes `html` the page's content.
    pub fn show(html: &str);
    /// Runs a script as the page's own; gives what it returns.
    pub fn run(script: &str) -> JsValue;
    /// The first element that fits the selector.
    pub fn find(selector: &str) -> JsValue;
    /// How many elements of the page fit the selector.
    pub fn count(selector: &str) -> u32;
    /// The value of an expression over `root` and `host`, our own; `undefined` while there is no overlay.
    #[wasm_bindgen(js_name = inOverlay)]
    pub fn in_overlay(expression: &str) -> JsValue;
    /// How many overlays of ours are in the page.
    pub fn overlays() -> u32;
    /// A stand-in for the extension's API, with this guide (JSON) running.
    pub fn extension(guide: &str);
    #[wasm_bindgen(js_name = frames)]
    fn frames_promise(number: u32) -> js_sys::Promise;
    #[wasm_bindgen(js_name = wait)]
    fn wait_promise(milliseconds: u32) -> js_sys::Promise;
}

/// Reads `document` past `own_host`, at `url` where it is given.
pub fn read(document: &JsValue, own_host: &JsValue, url: Option<&str>) -> View {
    read::read(document, own_host, &LEXICON, &Sought::default(), url)
}

/// Waits for so many animation frames.
pub async fn frames(number: u32) {
    let _ = wasm_bindgen_futures::JsFuture::from(frames_promise(number)).await;
}

/// Waits.
pub async fn wait(milliseconds: u32) {
    let _ = wasm_bindgen_futures::JsFuture::from(wait_promise(milliseconds)).await;
}

/// Waits until the expression over the page is true, for at most five seconds.
///
/// # Panics
/// If it never comes true.
pub async fn until(expression: &str) {
    for _ in 0..100 {
        if run(&format!("return !!({expression})")).is_truthy() {
            return;
        }
        wait(50).await;
    }
    panic!("never came true: {expression}");
}

/// Waits until the expression over our own root is true, for at most five seconds.
///
/// # Panics
/// If it never comes true.
pub async fn until_overlay(expression: &str) {
    for _ in 0..100 {
        if in_overlay(expression).is_truthy() {
            return;
        }
        wait(50).await;
    }
    panic!("never came true in the overlay: {expression}");
}
