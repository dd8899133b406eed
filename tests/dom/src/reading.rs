//! What the reader makes of what a test has put on the page.

use crate::{read, run, show};
use farewell_core::{Item, View, Visibility};
use wasm_bindgen::JsValue;

/// What the reader makes of the page as it is.
#[must_use]
pub fn page() -> View {
    let mut view = read(
        &run("return document"),
        &JsValue::NULL,
        Some("https://www.aliexpress.com/p/account/index.html"),
    );
    // The runner's own words, in the same page.
    view.items.retain(|item| !item.hints.ends_with("output"));
    view
}

/// What it makes of `html`.
#[must_use]
pub fn view(html: &str) -> View {
    show(html);
    page()
}

/// The items of that name.
#[must_use]
pub fn named<'view>(view: &'view View, name: &str) -> Vec<&'view Item> {
    view.items.iter().filter(|item| item.name == name).collect()
}

/// The only thing to press of this name.
///
/// # Panics
/// Where there are two.
#[must_use]
pub fn pressable(html: &str, name: &str) -> Option<Item> {
    let view = view(html);
    let found: Vec<&Item> = named(&view, name)
        .into_iter()
        .filter(|item| item.kind.is_pressable())
        .collect();
    assert!(found.len() < 2, "{name} twice: {found:?}");
    found.first().map(|item| (*item).clone())
}

/// Whether the "Delete account" of `html` can be seen.
///
/// # Panics
/// Where there is none.
#[must_use]
pub fn is_shown(html: &str) -> bool {
    pressable(html, "Delete account")
        .expect("it is on the page")
        .visibility
        == Visibility::Shown
}
