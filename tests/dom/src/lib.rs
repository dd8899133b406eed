//! A stand for the tests: a page to write, to look at, and to look into our own closed root.

pub mod pointing;
pub mod reading;

use farewell_content::engine::start;
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
    /// The same under another name than `browser`.
    #[wasm_bindgen(js_name = extensionNamed)]
    pub fn extension_named(name: &str, guide: &str);
    #[wasm_bindgen(js_name = frames)]
    fn frames_promise(number: u32) -> js_sys::Promise;
    #[wasm_bindgen(js_name = pass)]
    fn pass_promise(milliseconds: u32) -> js_sys::Promise;
}

/// A guide, as the background tells of it.
pub const GUIDE: &str = r#"{"flow": "deactivate", "reason": "privacy", "email": "", "ticked": ["access"], "memory": {}}"#;
/// A page of the way, with two of its controls.
pub const PAGE: &str = "<h1>My Account</h1><a href='/account/setting/index.html'>Account Settings</a>
    <a href='https://accounts.aliexpress.com/user/organization/manage_person_profile.htm'>Edit Profile</a>";

/// `html` with a guide on it, its callout shown.
pub async fn guided(html: &str) {
    stop().await;
    extension(GUIDE);
    show(html);
    start("wasm", 0.0);
    until_overlay("root.querySelector('[part=callout]').dataset.state").await;
}

/// Ends the guide, if one runs.
pub async fn stop() {
    run("globalThis.stand?.tell({type: 'stop'})");
    frames(1).await;
}

/// A script that counts readings of the page in `reads`, until `document.readyState` is deleted.
pub const COUNT_READS: &str = "globalThis.reads = 0;
    const ready = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState');
    Object.defineProperty(document, 'readyState', { configurable: true, get() { reads += 1; return ready.get.call(this) } })";

/// Reads `document` past `own_host`, at `url` where it is given.
pub fn read(document: &JsValue, own_host: &JsValue, url: Option<&str>) -> View {
    read::read(document, own_host, &LEXICON, &Sought::default(), url)
}

/// For so many frames a condition is looked for before it counts as never coming true: ten seconds of the page's time.
const PATIENCE: u32 = 600;

/// Waits for so many animation frames; the time of the engine's timers goes on with them.
pub async fn frames(number: u32) {
    finished(frames_promise(number)).await;
}

/// Lets so many milliseconds pass for the engine's timers, without waiting for them: what it would do in that time it has done.
pub async fn pass(milliseconds: u32) {
    finished(pass_promise(milliseconds)).await;
}

async fn finished(promise: js_sys::Promise) {
    wasm_bindgen_futures::JsFuture::from(promise)
        .await
        .expect("no timer's work throws");
}

/// Goes on frame by frame until the expression over the page is true.
///
/// # Panics
/// If it never comes true.
pub async fn until(expression: &str) {
    let is_true = || run(&format!("return !!({expression})")).is_truthy();
    assert!(comes_true(is_true).await, "never came true: {expression}");
}

/// Goes on frame by frame until the expression over our own root is true.
///
/// # Panics
/// If it never comes true.
pub async fn until_overlay(expression: &str) {
    let is_true = || in_overlay(expression).is_truthy();
    assert!(
        comes_true(is_true).await,
        "never came true in the overlay: {expression}"
    );
}

async fn comes_true(is_true: impl Fn() -> bool) -> bool {
    for _ in 0..PATIENCE {
        if is_true() {
            return true;
        }
        frames(1).await;
    }
    false
}

/// Longer than anything waits that the engine does by itself on a page that does not change.
pub const LONG: u32 = 5_000;

/// Whatever was begun is done, whatever waits for its time has had it, and what moves has come to rest.
pub async fn at_rest() {
    pass(LONG).await;
    frames(10).await;
}
