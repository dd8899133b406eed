//! The handful of things that are done to a page. What its HTML must hold is taken for granted: it is ours.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, NodeList};

/// The document of a page of ours.
#[derive(Debug)]
pub struct Dom {
    /// The document itself.
    pub document: Document,
}

impl Dom {
    /// The one element of this id.
    ///
    /// # Panics
    ///
    /// Where the page has none.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Element {
        let found = self.document.get_element_by_id(id);
        found.unwrap_or_else(|| panic!("the page has no #{id}"))
    }

    /// All elements of a selector.
    #[must_use]
    pub fn all(&self, selector: &str) -> Vec<Element> {
        self.document
            .query_selector_all(selector)
            .map(|nodes| elements(&nodes))
            .unwrap_or_default()
    }

    /// Shows or hides.
    pub fn show(&self, id: &str, shown: bool) {
        set_hidden(&self.by_id(id), !shown);
    }

    /// Sets the text, or hides the element where there is none.
    pub fn say(&self, id: &str, text: Option<String>) {
        let element = self.by_id(id);
        set_hidden(&element, text.is_none());
        set_text(&element, &text.unwrap_or_default());
    }

    /// Sets an attribute.
    pub fn set(&self, id: &str, attribute: &str, value: &str) {
        set_attribute(&self.by_id(id), attribute, Some(value));
    }

    /// Gives the element the focus.
    pub fn focus(&self, id: &str) {
        if let Some(element) = self.by_id(id).dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// A copy of what a `<template>` holds.
    ///
    /// # Panics
    ///
    /// Where there is no such template, or nothing in it.
    #[must_use]
    pub fn copy(&self, template: &str) -> Element {
        let template: web_sys::HtmlTemplateElement = self.by_id(template).unchecked_into();
        let first = template.content().first_element_child();
        let copy = first.and_then(|element| element.clone_node_with_deep(true).ok());
        copy.unwrap_or_else(|| panic!("the page has an empty template"))
            .unchecked_into()
    }
}

/// The elements of a list.
#[must_use]
pub fn elements(nodes: &NodeList) -> Vec<Element> {
    (0..nodes.length())
        .filter_map(|at| nodes.item(at))
        .filter_map(|node| node.dyn_into().ok())
        .collect()
}

/// The one element in `within` that fits.
///
/// # Panics
///
/// Where there is none.
#[must_use]
pub fn inside(within: &Element, selector: &str) -> Element {
    let found = within.query_selector(selector).ok().flatten();
    found.unwrap_or_else(|| panic!("the page has no {selector}"))
}

/// Hides an element, or shows it.
pub fn set_hidden(element: &Element, hidden: bool) {
    set_attribute(element, "hidden", hidden.then_some(""));
}

/// Sets an element's text. A live region speaks at every write, so what is the same is not written again.
pub fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Sets an attribute, or removes it.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
