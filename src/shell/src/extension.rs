//! The extension's interfaces that no crate covers, as far as our pages use them.
//!
//! Chromium says `chrome`, Firefox says `browser`; both answer with promises.

use js_sys::{Array, JSON, Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The browser's interfaces for extensions.
    #[derive(Clone)]
    pub type Extension;
    /// Messages and the manifest.
    #[wasm_bindgen(method, getter)]
    pub fn runtime(this: &Extension) -> Runtime;
    /// The tabs.
    #[wasm_bindgen(method, getter)]
    pub fn tabs(this: &Extension) -> Tabs;
    /// Which hosts may be reached.
    #[wasm_bindgen(method, getter)]
    pub fn permissions(this: &Extension) -> Permissions;
    #[wasm_bindgen(method, getter)]
    fn storage(this: &Extension) -> Storage;

    /// See [`Extension::runtime`].
    pub type Runtime;
    /// Sends a message to the background.
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    pub async fn send_message(this: &Runtime, message: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = getManifest)]
    fn get_manifest(this: &Runtime) -> Manifest;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    fn on_message(this: &Runtime) -> Heard;

    type Manifest;
    #[wasm_bindgen(method, getter)]
    fn version(this: &Manifest) -> String;
    #[wasm_bindgen(method, getter)]
    fn host_permissions(this: &Manifest) -> JsValue;

    type Heard;
    #[wasm_bindgen(method, js_name = addListener)]
    fn add_listener(this: &Heard, listener: &JsValue);

    /// See [`Extension::tabs`].
    pub type Tabs;
    /// A tab by its number.
    #[wasm_bindgen(method, catch)]
    pub async fn get(this: &Tabs, id: i32) -> Result<JsValue, JsValue>;
    /// The tabs that fit.
    #[wasm_bindgen(method, catch)]
    pub async fn query(this: &Tabs, filter: &JsValue) -> Result<JsValue, JsValue>;
    /// Changes what a tab shows.
    #[wasm_bindgen(method, catch)]
    pub async fn update(this: &Tabs, id: i32, to: &JsValue) -> Result<JsValue, JsValue>;
    /// Loads a tab anew.
    #[wasm_bindgen(method, catch)]
    pub async fn reload(this: &Tabs, id: i32) -> Result<JsValue, JsValue>;
    /// Sends a message to what runs in a tab.
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    pub async fn send_message(this: &Tabs, id: i32, message: &JsValue) -> Result<JsValue, JsValue>;

    /// See [`Extension::permissions`].
    pub type Permissions;
    /// Whether all that is wanted is granted.
    #[wasm_bindgen(method, catch)]
    pub async fn contains(this: &Permissions, wanted: &JsValue) -> Result<JsValue, JsValue>;
    /// Asks the person. Not `async`: it must be called before the click is over, not when the future is first polled.
    #[wasm_bindgen(method, catch)]
    pub fn request(this: &Permissions, wanted: &JsValue) -> Result<Promise, JsValue>;

    type Storage;
    #[wasm_bindgen(method, getter)]
    fn session(this: &Storage) -> Area;
    #[wasm_bindgen(method, getter, js_name = onChanged)]
    fn on_changed(this: &Storage) -> Heard;
    #[wasm_bindgen(method, getter)]
    fn local(this: &Storage) -> Area;

    /// A place where the extension keeps things.
    pub type Area;
    /// What is kept under a key, in an object of its own.
    #[wasm_bindgen(method, catch)]
    pub async fn get(this: &Area, key: &str) -> Result<JsValue, JsValue>;
    /// What is kept under each of these keys, in one object.
    #[wasm_bindgen(method, catch, js_name = get)]
    pub async fn get_all(this: &Area, keys: &Array) -> Result<JsValue, JsValue>;
    /// Keeps each property of an object.
    #[wasm_bindgen(method, catch)]
    pub async fn set(this: &Area, items: &JsValue) -> Result<JsValue, JsValue>;
    /// Forgets what is kept under a key.
    #[wasm_bindgen(method, catch)]
    pub async fn remove(this: &Area, key: &str) -> Result<JsValue, JsValue>;

}

impl Extension {
    /// The interfaces under the name that this browser gives them.
    #[must_use]
    pub fn here() -> Self {
        let global = js_sys::global();
        let named = |name: &str| {
            Reflect::get(&global, &name.into()).ok().filter(|value| {
                let runtime = Reflect::get(value, &"runtime".into());
                runtime.is_ok_and(|runtime| runtime.is_object())
            })
        };
        named("browser")
            .or_else(|| named("chrome"))
            .unwrap_or(JsValue::UNDEFINED)
            .unchecked_into()
    }

    /// The version of the extension.
    #[must_use]
    pub fn version(&self) -> String {
        self.runtime().get_manifest().version()
    }

    /// The hosts as the manifest lists them.
    #[must_use]
    pub fn hosts(&self) -> JsValue {
        self.runtime().get_manifest().host_permissions()
    }

    /// Calls the function on every message that passes by.
    pub fn listen(&self, listener: &JsValue) {
        self.runtime().on_message().add_listener(listener);
    }

    /// Calls the function on every change of what is kept.
    pub fn on_change(&self, listener: &JsValue) {
        self.storage().on_changed().add_listener(listener);
    }

    /// What is kept in memory until the browser closes.
    #[must_use]
    pub fn session(&self) -> Area {
        self.storage().session()
    }

    /// What is kept on this device.
    #[must_use]
    pub fn local(&self) -> Area {
        self.storage().local()
    }
}

/// JSON to read, two spaces deep.
#[must_use]
pub fn pretty(value: &JsValue) -> String {
    JSON::stringify_with_replacer_and_space(value, &JsValue::NULL, &2.into())
        .map(String::from)
        .unwrap_or_default()
}

/// The value as plain JavaScript objects.
pub fn plain(value: &impl Serialize) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}

/// The value as one of our types; `None` if it is none.
#[must_use]
pub fn read<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    if value.is_undefined() {
        return None;
    }
    serde_wasm_bindgen::from_value(value.clone()).ok()
}
