//! A stand for the tests: a page to write, to look at, and to look into our own closed root.

use farewell_content::read::{self, Sought};
use farewell_core::{Known, View, answers, fold, sieve, touches};
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
    #[wasm_bindgen(js_name = extension)]
    fn stand_in(guide: &str, sieve: &JsValue, words: &JsValue, touch: &JsValue);
    #[wasm_bindgen(js_name = frames)]
    fn frames_promise(number: u32) -> js_sys::Promise;
    #[wasm_bindgen(js_name = wait)]
    fn wait_promise(milliseconds: u32) -> js_sys::Promise;
}

/// A stand-in for the extension's API, with this guide (JSON) running and the real lexicon behind it.
pub fn extension(guide: &str) {
    let sieve = Closure::<dyn Fn(String) -> String>::new(|gathered: String| sieve(&gathered));
    let words = Closure::<dyn Fn(String) -> String>::new(|questions: String| answers(&questions));
    let touch = Closure::<dyn Fn(String) -> bool>::new(|text: String| touches(&fold(&text)));
    stand_in(
        guide,
        &sieve.into_js_value(),
        &words.into_js_value(),
        &touch.into_js_value(),
    );
}

/// Reads `document` past `own_host`, at `url` where it is given.
pub fn read(document: &JsValue, own_host: &JsValue, url: Option<&str>) -> View {
    let sought = Sought::default();
    read::walk(document, own_host, &sought);
    let sieved = sieve(&read::gathered(None));
    *read::view(&sieved, Known::default(), &sought, url)
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
