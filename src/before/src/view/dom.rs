//! The handful of things that are done to the page. What `before.html` must hold is taken for granted: it is ours.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The checklist's document.
pub(super) struct Dom {
    pub(super) document: Document,
}

impl Dom {
    pub(super) fn by_id(&self, id: &str) -> Element {
        let found = self.document.get_element_by_id(id);
        found.unwrap_or_else(|| panic!("before.html has no #{id}"))
    }

    /// All elements of a selector.
    pub(super) fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(nodes) = self.document.query_selector_all(selector) else {
            return Vec::new();
        };
        (0..nodes.length())
            .filter_map(|at| nodes.item(at))
            .filter_map(|node| node.dyn_into().ok())
            .collect()
    }

    /// Shows or hides.
    pub(super) fn show(&self, id: &str, shown: bool) {
        set_hidden(&self.by_id(id), !shown);
    }

    /// Sets the text, or hides the element where there is none.
    pub(super) fn say(&self, id: &str, text: Option<String>) {
        let element = self.by_id(id);
        set_hidden(&element, text.is_none());
        set_text(&element, &text.unwrap_or_default());
    }
}

/// The one element in `within` that fits.
pub(super) fn inside(within: &Element, selector: &str) -> Element {
    let found = within.query_selector(selector).ok().flatten();
    found.unwrap_or_else(|| panic!("before.html has no {selector}"))
}

pub(super) fn set_hidden(element: &Element, hidden: bool) {
    set_attribute(element, "hidden", hidden.then_some(""));
}

// A live region speaks at every write, so what is the same is not written again.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

pub(super) fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
