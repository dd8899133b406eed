//! The browser's extension API, as far as the engine uses it: messages to and from the background, and whether the
//! extension is still there.
//!
//! An update or a removal of the extension leaves a content script of Chromium running: its messages then fail, and the
//! extension's id is gone. In Firefox the script ends with the extension.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::protocol::{Command, Report};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Runtime;
    #[wasm_bindgen(method, catch, getter)]
    fn id(this: &Runtime) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    fn send_message(this: &Runtime, message: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getManifest)]
    fn get_manifest(this: &Runtime) -> Result<Manifest, JsValue>;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    fn on_message(this: &Runtime) -> OnMessage;

    type Manifest;
    #[wasm_bindgen(method, getter)]
    fn version(this: &Manifest) -> String;

    type OnMessage;
    #[wasm_bindgen(method, js_name = addListener)]
    fn add_listener(this: &OnMessage, listener: &JsValue);
    #[wasm_bindgen(method, js_name = removeListener)]
    fn remove_listener(this: &OnMessage, listener: &JsValue);

    /// The global object of our own script. In Firefox that of `js_sys` is the page's window, which has no API of ours.
    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL_THIS: Object;

    #[wasm_bindgen(js_namespace = performance)]
    pub(crate) fn now() -> f64;
}

/// The extension is gone: nobody answers any more.
#[derive(Debug)]
pub(crate) struct Gone;

thread_local! {
    /// The part of the API that is used. It is held because Chromium builds one that nobody holds anew after each collection of
    /// garbage, which takes it a millisecond.
    static RUNTIME: RefCell<Option<Runtime>> = const { RefCell::new(None) };
}

/// The API, which is searched once.
fn runtime() -> Option<Runtime> {
    RUNTIME.with_borrow_mut(|held| {
        if held.is_none() {
            *held = ["browser", "chrome"].into_iter().find_map(find);
        }
        held.clone()
    })
}

/// The API under one of its names. Elements of the page can have that name, too; those are never the global object's own
/// property, and have no extension's id.
fn find(name: &str) -> Option<Runtime> {
    let global = GLOBAL_THIS.with(Object::clone);
    if !Object::has_own(&global, &name.into()) {
        return None;
    }
    let api = Reflect::get(&global, &name.into()).ok()?;
    let runtime = Reflect::get(&api, &"runtime".into()).ok();
    let runtime = runtime.filter(JsValue::is_object)?;
    let runtime: Runtime = runtime.unchecked_into();
    runtime.id().ok().filter(JsValue::is_string)?;
    Some(runtime)
}

/// Whether the extension is still there.
pub(crate) fn is_there() -> bool {
    runtime().is_some_and(|held| held.id().is_ok_and(|id| id.is_string()))
}

/// Sends `report` to the background at once; the answer comes later.
///
/// # Errors
/// [`Gone`] where nobody is left to answer.
pub(crate) fn ask(report: &Report) -> impl Future<Output = Result<JsValue, Gone>> + 'static {
    let sent = runtime()
        .ok_or(Gone)
        .and_then(|held| held.send_message(&plain(report)).or(Err(Gone)));
    async move {
        let answer = Promise::resolve(&sent?);
        JsFuture::from(answer).await.or(Err(Gone))
    }
}

/// Sends `report` to the background. That nobody is left to hear it is noticed by the [heartbeat](is_there) soon.
pub(crate) fn tell(report: &Report) {
    let answer = ask(report);
    spawn_local(async {
        let _ = answer.await;
    });
}

/// Hears the messages to this tab until it is dropped.
pub(crate) struct MessageListener {
    source: OnMessage,
    listener: Closure<dyn Fn(JsValue, JsValue, Function)>,
}

impl MessageListener {
    /// Calls `hear` with each command; what that gives, if anything, is the reply. `None` without an extension.
    pub(crate) fn new(hear: fn(Command) -> Option<JsValue>) -> Option<Self> {
        let source = runtime()?.on_message();
        let listener = Closure::<dyn Fn(JsValue, JsValue, Function)>::new(
            move |message: JsValue, _sender: JsValue, reply: Function| {
                let command = serde_wasm_bindgen::from_value(message).ok();
                if let Some(answer) = command.and_then(hear) {
                    // The popup may be closed by now.
                    let _ = reply.call1(&JsValue::UNDEFINED, &answer);
                }
            },
        );
        source.add_listener(listener.as_ref());
        Some(Self { source, listener })
    }
}

impl Drop for MessageListener {
    fn drop(&mut self) {
        self.source.remove_listener(self.listener.as_ref());
    }
}

/// The product's version; empty where the extension is gone.
pub(crate) fn version() -> String {
    runtime()
        .and_then(|held| held.get_manifest().ok())
        .map(|manifest| manifest.version())
        .unwrap_or_default()
}

/// `value` as plain JavaScript objects, as messages carry them.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}
