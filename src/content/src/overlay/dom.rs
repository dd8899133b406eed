//! The few hands that build what stands in our root.

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, HtmlElement};

use crate::read::document;

/// A new element with this class.
pub(super) fn element(tag: &str, class: &str) -> HtmlElement {
    let element = document()
        .create_element(tag)
        .expect_throw("the name of an element")
        .unchecked_into::<HtmlElement>();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element
}

/// A new element, the last in `parent`.
pub(super) fn add(parent: &Element, tag: &str, class: &str, text: &str) -> HtmlElement {
    let element = element(tag, class);
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    // Into a parent of our own nothing is refused.
    let _ = parent.append_child(&element);
    element
}

/// A new button, the last in `parent`; `name` and `value` say as an attribute what it does.
pub(super) fn add_button(
    parent: &Element,
    class: &str,
    (name, value): (&str, &str),
    text: &str,
) -> HtmlElement {
    let button = add(parent, "button", class, text);
    set(&button, "type", Some("button"));
    set(&button, name, Some(value));
    button
}

/// Sets an attribute, or takes it away where there is no value.
pub(super) fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Shows or hides an element of ours.
pub(super) fn set_hidden(element: &Element, is_hidden: bool) {
    set(element, "hidden", is_hidden.then_some(""));
}

/// Sets a property through the CSSOM, which a page's `style-src` lets pass. It is important, because the page can name our
/// parts, and would win else.
pub(super) fn style(element: &HtmlElement, property: &str, value: &str) {
    let style = element.style();
    let _ = style.set_property_with_priority(property, value, "important");
}

/// Sets these properties in place of all others, as [`style`] does.
pub(super) fn style_all(element: &HtmlElement, properties: &[(&str, String)]) {
    let css: Vec<String> = properties
        .iter()
        .map(|(property, value)| format!("{property}:{value}!important"))
        .collect();
    element.style().set_css_text(&css.join(";"));
}

/// A length in CSS px.
pub(super) fn px(length: f64) -> String {
    format!("{length:.2}px")
}
