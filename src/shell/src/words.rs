//! The product's words in the language of the page, as `extension/words.js` has loaded them before anything else began.

use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = farewellWords)]
    static WORDS: Words;

    /// The words of a language.
    #[derive(Clone, Debug)]
    pub type Words;
    #[wasm_bindgen(method, js_name = message)]
    fn message_with(this: &Words, key: &str, args: &Array) -> String;
    #[wasm_bindgen(method, js_name = count)]
    fn count_with(this: &Words, key: &str, value: f64, args: &Array) -> String;
    #[wasm_bindgen(method, js_name = list)]
    fn list_of(this: &Words, items: &Array) -> String;
    #[wasm_bindgen(method, js_name = number)]
    fn number_of(this: &Words, value: f64) -> String;
}

fn array(texts: &[String]) -> Array {
    texts.iter().map(JsValue::from).collect()
}

impl Words {
    /// The words of this page.
    #[must_use]
    pub fn of_page() -> Self {
        WORDS.with(Self::clone)
    }

    /// The sentence of a key, its places filled.
    #[must_use]
    pub fn message(&self, key: &str, args: &[String]) -> String {
        self.message_with(key, &array(args))
    }

    /// The sentence of a key for so many; the number is in its first place, `args` are in the others.
    #[must_use]
    pub fn count(&self, key: &str, value: u32, args: &[String]) -> String {
        self.count_with(key, f64::from(value), &array(args))
    }

    /// Several, as the language lists them.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        self.list_of(&array(items))
    }

    /// A number as the language writes it.
    #[must_use]
    pub fn number(&self, value: u32) -> String {
        self.number_of(f64::from(value))
    }
}
