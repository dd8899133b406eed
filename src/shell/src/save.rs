//! Handing a file to the browser: by a link that saves, which works on phones too, where `downloads` is missing.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// So long a file is kept ready for a browser that asks first where to save it, in milliseconds.
const SAVING: u32 = 60_000;

/// Offers `text` as a file of that name, in UTF-8. `None` where the browser refuses.
#[must_use]
pub fn save_text(name: &str, mime: &str, text: &str) -> Option<()> {
    let mime = format!("{mime};charset=utf-8");
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(&mime)));
    let link = gloo::utils::document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(SAVING, move || drop(url)).forget();
    Some(())
}
