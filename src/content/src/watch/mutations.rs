//! The mutations of the page: a cheap test in JavaScript says which certainly matter, which do not, and of the rest what they
//! say; the lexicon judges these words at once.

use farewell_core::{LEXICON, fold};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, HtmlElement, MutationObserver, MutationObserverInit, Node};

use crate::signal::{Notify, Signal};

#[wasm_bindgen(module = "/src/watch/mutations.js")]
extern "C" {
    #[derive(Clone)]
    type MutationFilter;
    #[wasm_bindgen(constructor)]
    fn new(host: &HtmlElement) -> MutationFilter;
    /// True for what certainly matters, nothing for what does not, else the words that tell, decomposed and lower-cased.
    #[wasm_bindgen(method)]
    fn test(this: &MutationFilter, records: &Array) -> JsValue;
    #[wasm_bindgen(method, js_name = endSnapshot)]
    fn end_snapshot(this: &MutationFilter);
    #[wasm_bindgen(method)]
    fn concerns(this: &MutationFilter, node: &EventTarget) -> bool;
    #[wasm_bindgen(js_name = enteredTrees)]
    fn entered() -> Array;
}

/// The attributes by which a page shows, hides, opens, locks or redirects something.
const ATTRIBUTES: [&str; 14] = [
    "class",
    "style",
    "hidden",
    "open",
    "inert",
    "disabled",
    "readonly",
    "href",
    "aria-disabled",
    "aria-hidden",
    "aria-expanded",
    "aria-modal",
    "aria-checked",
    "aria-selected",
];

/// The shadow roots and the frames' documents that the last reading entered.
pub(super) fn entered_trees() -> impl Iterator<Item = Node> {
    // Nodes they are, but those of a frame are instances of the frame's own classes, which a checked cast would refuse.
    entered().into_iter().map(JsCast::unchecked_into)
}

/// The observer of the page's mutations.
pub(super) struct Mutations {
    filter: MutationFilter,
    observer: MutationObserver,
    options: MutationObserverInit,
    _callback: Closure<dyn Fn(Array)>,
}

impl Mutations {
    /// Observes the page; what changes in `host` alone is no news.
    pub(super) fn new(host: &HtmlElement, notify: Notify) -> Self {
        let filter = MutationFilter::new(host);
        let judge = filter.clone();
        let callback = Closure::<dyn Fn(Array)>::new(move |records: Array| {
            notify(Signal::Stirred);
            if is_relevant(&judge, &records) {
                notify(Signal::Mutated);
            }
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref())
            .expect_throw("every supported browser has mutation observers");
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        options.set_character_data(true);
        options.set_attribute_filter(&ATTRIBUTES.into_iter().map(JsValue::from).collect::<Array>());
        let mutations = Self {
            filter,
            observer,
            options,
            _callback: callback,
        };
        mutations.observe(&gloo::utils::document());
        mutations
    }

    /// Observes one more tree; one that is observed already is so once.
    pub(super) fn observe(&self, tree: &Node) {
        // A frame that has gone meanwhile has nothing to tell.
        let _ = self.observer.observe_with_options(tree, &self.options);
    }

    /// Keeps what the last reading kept, and gives whether something that matters has changed since that was read.
    pub(super) fn end_snapshot(&self) -> bool {
        self.filter.end_snapshot();
        is_relevant(&self.filter, &self.observer.take_records())
    }

    /// Whether `node` is or holds something that the last reading kept.
    pub(super) fn concerns(&self, node: &EventTarget) -> bool {
        self.filter.concerns(node)
    }
}

impl Drop for Mutations {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn is_relevant(filter: &MutationFilter, records: &Array) -> bool {
    let verdict = filter.test(records);
    match verdict.as_string() {
        Some(words) => LEXICON.is_relevant(&fold(&words)),
        None => verdict.is_truthy(),
    }
}
