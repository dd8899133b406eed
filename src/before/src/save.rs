//! Saving a file: the exporter is loaded when it is first wanted, its bytes become a Blob, and a link of this page with
//! `download` saves it. That works without the permission `downloads`, in Firefox for Android too.

use js_sys::{Array, Date, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

#[wasm_bindgen]
extern "C" {
    /// The exported functions of src/entry/export.
    #[derive(Clone)]
    pub(crate) type Exporter;
    #[wasm_bindgen(method, catch)]
    fn write(this: &Exporter, format: &str, file: &str, words: &str)
    -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch, js_name = readSiteFile)]
    fn read_site_file(this: &Exporter, bytes: &[u8]) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn calendar(
        this: &Exporter,
        day: &str,
        stamp: &str,
        title: &str,
        words: &str,
    ) -> Result<String, JsValue>;
}

impl Exporter {
    /// Calls the page's function that loads the module, and waits.
    pub(crate) async fn load(loader: &Function) -> Option<Self> {
        let promise: Promise = loader.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
        Some(JsFuture::from(promise).await.ok()?.unchecked_into())
    }

    /// Saves the orders, and gives the file's name if that could be done.
    pub(crate) fn save(&self, format: &str, file: &str, words: &str) -> Option<String> {
        let name = format!("aliexpress-orders-{}.{format}", today());
        let bytes = self.write(format, file, words).ok()?;
        hand_over(&bytes, &name, media_type(format))?;
        Some(name)
    }

    /// Saves a calendar file for a day; whether that could be done.
    pub(crate) fn save_day(&self, day: &str, title: &str, words: &str) -> bool {
        let text = self.calendar(day, &stamp(), title, words).ok();
        text.and_then(|text| hand_over(&JsValue::from(text), "farewell.ics", "text/calendar"))
            .is_some()
    }

    /// The orders of the site's file as JSON, or the word for why it is refused.
    pub(crate) fn read_file(&self, bytes: &[u8]) -> Result<String, String> {
        self.read_site_file(bytes).map_err(|error| {
            let message = Reflect::get(&error, &"message".into()).ok();
            message
                .and_then(|message| message.as_string())
                .unwrap_or_default()
        })
    }
}

fn media_type(format: &str) -> &'static str {
    match format {
        "csv" => "text/csv;charset=utf-8",
        "json" => "application/json",
        "html" => "text/html;charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
}

/// Gives the browser a file to save under this name. `content` is a string or bytes.
fn hand_over(content: &JsValue, name: &str, media_type: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = gloo::utils::document()
        .create_element("a")
        .ok()?
        .dyn_into()
        .ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has begun to read the file by then; until the page closes it would keep the memory.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// The present moment, ISO 8601 in UTC, whole seconds.
pub(crate) fn now() -> String {
    let iso = String::from(Date::new_0().to_iso_string());
    format!("{}Z", iso.split('.').next().unwrap_or(&iso))
}

/// The present moment as calendars write it.
fn stamp() -> String {
    now().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

/// The day on this device, `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let date = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}
