//! What every page of the extension needs of the browser: its document, its words, and the extension's interfaces.
//!
//! Nothing here decides anything; the pages' own crates do.

mod dom;
mod extension;
mod save;
mod words;

pub use dom::{Dom, elements, inside, set_attribute, set_hidden, set_text};
pub use extension::{Area, Extension, Permissions, Runtime, Tabs, plain, pretty, read};
pub use save::save_text;
pub use words::Words;

/// A parameter of this page's address; `None` where it is missing.
#[must_use]
pub fn parameter(name: &str) -> Option<String> {
    let search = gloo::utils::window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}
