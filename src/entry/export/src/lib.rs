//! What writes and reads whole files, as a module of its own: a page loads it when the person saves something, and nobody else
//! carries its weight. Orders go in and out as JSON, files as bytes.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Has a panic say where it was, in the page's console.
#[wasm_bindgen(start)]
pub fn begin() {
    console_error_panic_hook::set_once();
}

/// The file of a format (`csv`, `json`, `xlsx`, `html`) for an order file in JSON; `words` is the JSON of the words that a
/// printable file shows.
///
/// # Errors
/// Where the JSON is none, the format is unknown, or the orders do not fit the format.
#[wasm_bindgen]
pub fn write(format: &str, file: &str, words: &str) -> Result<Vec<u8>, JsError> {
    let file = serde_json::from_str(file)?;
    let words = serde_json::from_str(words)?;
    Ok(farewell_export::write(
        farewell_export::Format::parse(format)?,
        &file,
        &words,
    )?)
}

/// The orders of the site's own file, as JSON: `{orders, unreadable, skipped}`.
///
/// # Errors
/// With one word (`not-xlsx`, `not-the-sites`, `empty`, `too-large`) that the page has a sentence for.
#[wasm_bindgen(js_name = readSiteFile)]
pub fn read_site_file(bytes: &[u8]) -> Result<String, JsError> {
    let read =
        farewell_export::read_site_file(bytes).map_err(|error| JsError::new(error.word()))?;
    Ok(serde_json::to_string(&read)?)
}

/// A calendar file (RFC 5545) with one entry for a whole day. `day` is `YYYY-MM-DD`, `stamp` the present moment as
/// `YYYYMMDDTHHMMSSZ`.
///
/// # Errors
/// Where the day is none.
#[wasm_bindgen]
pub fn calendar(day: &str, stamp: &str, title: &str, words: &str) -> Result<String, JsError> {
    Ok(farewell_export::calendar(day, stamp, title, words)?)
}
