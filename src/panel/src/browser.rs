//! The browser as the popup needs it: the extension interfaces that no crate covers, each call with its failure.
//!
//! Chromium says `chrome`, Firefox says `browser`; both answer with promises.

use crate::drift::Found;
use crate::form::Form;
use crate::messages::{Done, Draft, GuideAnswer, GuideMessage};
use crate::trouble::Trouble;
use farewell_core::{FlowId, Guide};
use js_sys::{Array, JSON, Object, Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Extension;
    #[wasm_bindgen(method, getter)]
    fn runtime(this: &Extension) -> Runtime;
    #[wasm_bindgen(method, getter)]
    fn tabs(this: &Extension) -> Tabs;
    #[wasm_bindgen(method, getter)]
    fn permissions(this: &Extension) -> Permissions;
    #[wasm_bindgen(method, getter)]
    fn storage(this: &Extension) -> Storage;
    #[wasm_bindgen(method, getter)]
    fn i18n(this: &Extension) -> I18n;

    type Runtime;
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    async fn send_message(this: &Runtime, message: &JsValue) -> Result<JsValue, JsValue>;
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

    type Tabs;
    #[wasm_bindgen(method, catch)]
    async fn get(this: &Tabs, id: i32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn query(this: &Tabs, filter: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn reload(this: &Tabs, id: i32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    async fn send_message(this: &Tabs, id: i32, message: &JsValue) -> Result<JsValue, JsValue>;

    type Permissions;
    #[wasm_bindgen(method, catch)]
    async fn contains(this: &Permissions, wanted: &JsValue) -> Result<JsValue, JsValue>;
    // Not `async`: it must be called before the click is over, not when the future is first polled.
    #[wasm_bindgen(method, catch)]
    fn request(this: &Permissions, wanted: &JsValue) -> Result<Promise, JsValue>;

    type Storage;
    #[wasm_bindgen(method, getter)]
    fn session(this: &Storage) -> Area;
    #[wasm_bindgen(method, getter)]
    fn local(this: &Storage) -> Area;

    type Area;
    #[wasm_bindgen(method, catch)]
    async fn get(this: &Area, key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn set(this: &Area, items: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn remove(this: &Area, key: &str) -> Result<JsValue, JsValue>;

    type I18n;
    #[wasm_bindgen(method, js_name = getMessage)]
    fn get_message(this: &I18n, key: &str, args: &Array) -> String;
}

/// Where the background counts how controls were found.
const FOUND: &str = "found";

/// Where the draft of the form lies.
const DRAFT: &str = "draft";

/// The tab that the popup acts on.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Tab {
    id: Option<i32>,
    pub(crate) url: Option<String>,
    pub(crate) incognito: bool,
}

/// Which tabs to look for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Filter {
    active: bool,
    current_window: bool,
}

/// A message to the background or to the engine.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Question {
    Guide { tab: i32 },
    Start { tab: i32, guide: GuideMessage },
    Stop { tab: i32 },
    Status,
}

/// The browser, seen from the popup.
#[derive(Clone)]
pub(crate) struct Browser {
    extension: Extension,
}

impl Browser {
    pub(crate) fn new() -> Self {
        let global = js_sys::global();
        let named = |name: &str| {
            Reflect::get(&global, &name.into()).ok().filter(|value| {
                let runtime = Reflect::get(value, &"runtime".into());
                runtime.is_ok_and(|runtime| runtime.is_object())
            })
        };
        let extension = named("browser")
            .or_else(|| named("chrome"))
            .unwrap_or(JsValue::UNDEFINED);
        Self {
            extension: extension.unchecked_into(),
        }
    }

    /// The sentence of a key in the browser's language.
    pub(crate) fn message(&self, key: &str, args: &[String]) -> String {
        let args: Array = args.iter().map(JsValue::from).collect();
        self.extension.i18n().get_message(key, &args)
    }

    pub(crate) fn version(&self) -> String {
        self.extension.runtime().get_manifest().version()
    }

    /// Calls back on every message that passes by, but for those that ask the lexicon: they are about a page's words, which are
    /// none of our business.
    pub(crate) fn on_message(&self, mut heard: impl FnMut() + 'static) {
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |message: JsValue| {
            if Reflect::get(&message, &"text".into()).is_ok_and(|text| text.is_undefined()) {
                heard();
            }
        });
        self.extension
            .runtime()
            .on_message()
            .add_listener(listener.as_ref());
        // Listens as long as the popup lives.
        listener.forget();
    }

    /// The tab in front of the popup's window.
    pub(crate) async fn active_tab(&self) -> Option<i32> {
        let filter = plain(&Filter {
            active: true,
            current_window: true,
        });
        let tabs: Vec<Tab> = read(&self.extension.tabs().query(&filter).await.ok()?)?;
        tabs.first()?.id
    }

    /// The tab, or `None` if it is closed.
    pub(crate) async fn tab(&self, id: i32) -> Option<Tab> {
        read(&self.extension.tabs().get(id).await.ok()?)
    }

    pub(crate) async fn reload(&self, tab: i32) -> Result<(), Trouble> {
        self.extension
            .tabs()
            .reload(tab)
            .await
            .map(drop)
            .map_err(|_| Trouble::Gone)
    }

    /// Which guide runs in the tab, and the way of one that was cut short.
    pub(crate) async fn guide(
        &self,
        tab: i32,
    ) -> Result<(Option<GuideMessage>, Option<FlowId>), Trouble> {
        self.ask::<GuideAnswer>(&Question::Guide { tab })
            .await?
            .outcome()
    }

    pub(crate) async fn start(&self, tab: i32, guide: &Guide) -> Result<(), Trouble> {
        self.ask::<Done>(&Question::Start {
            tab,
            guide: GuideMessage::new(guide),
        })
        .await?
        .outcome()
    }

    pub(crate) async fn stop(&self, tab: i32) -> Result<(), Trouble> {
        self.ask::<Done>(&Question::Stop { tab }).await?.outcome()
    }

    /// What the tab's engine says of itself, as it says it; `None` where none answers.
    pub(crate) async fn status(&self, tab: i32) -> Option<JsValue> {
        let answer = self
            .extension
            .tabs()
            .send_message(tab, &plain(&Question::Status))
            .await
            .ok()?;
        answer.is_object().then_some(answer)
    }

    /// Whether the extension may reach every host of the site.
    pub(crate) async fn is_allowed(&self) -> bool {
        let wanted = self.hosts();
        self.extension
            .permissions()
            .contains(&wanted)
            .await
            .is_ok_and(|answer| answer.is_truthy())
    }

    /// Has the browser ask the person for the hosts. To be called within the click; the answer comes later.
    pub(crate) fn ask_for_hosts(&self) -> impl Future<Output = Result<(), Trouble>> + 'static {
        let asked = self.extension.permissions().request(&self.hosts());
        async {
            let promise = asked.map_err(|_| Trouble::Refused)?;
            match JsFuture::from(promise).await {
                Ok(answer) if answer.is_truthy() => Ok(()),
                _ => Err(Trouble::Refused),
            }
        }
    }

    /// How controls were found on this device so far.
    pub(crate) async fn found(&self) -> Found {
        let items = self.extension.storage().local().get(FOUND).await;
        items
            .ok()
            .and_then(|items| read(&Reflect::get(&items, &FOUND.into()).ok()?))
            .unwrap_or_default()
    }

    /// The draft of the form for this tab. A storage that fails has no draft.
    pub(crate) async fn draft(&self, tab: i32) -> Option<Form> {
        let items = self.extension.storage().session().get(DRAFT).await.ok()?;
        let draft: Draft = read(&Reflect::get(&items, &DRAFT.into()).ok()?)?;
        Some(draft.form(tab))
    }

    /// Keeps the draft until the browser closes. If that fails, the popup goes on without.
    pub(crate) async fn keep(&self, draft: &Draft) {
        let items = Object::new();
        if Reflect::set(&items, &DRAFT.into(), &plain(draft)).is_ok() {
            let _ = self.extension.storage().session().set(&items).await;
        }
    }

    pub(crate) async fn forget(&self) {
        let _ = self.extension.storage().session().remove(DRAFT).await;
    }

    /// The hosts as the manifest lists them, so that the two cannot differ.
    fn hosts(&self) -> JsValue {
        let wanted = Object::new();
        let hosts = self.extension.runtime().get_manifest().host_permissions();
        let _ = Reflect::set(&wanted, &"origins".into(), &hosts);
        wanted.into()
    }

    async fn ask<T: DeserializeOwned>(&self, question: &Question) -> Result<T, Trouble> {
        let answer = self
            .extension
            .runtime()
            .send_message(&plain(question))
            .await;
        answer
            .ok()
            .and_then(|answer| read(&answer))
            .ok_or(Trouble::Unheard)
    }
}

/// JSON to read, two spaces deep.
pub(crate) fn pretty(value: &JsValue) -> String {
    JSON::stringify_with_replacer_and_space(value, &JsValue::NULL, &2.into())
        .map(String::from)
        .unwrap_or_default()
}

/// The value as plain JavaScript objects.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}

/// The value as one of our types; `None` if it is none.
pub(crate) fn read<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    if value.is_undefined() {
        return None;
    }
    serde_wasm_bindgen::from_value(value.clone()).ok()
}
