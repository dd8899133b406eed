//! The engine's reading, recognition and guidance as one call, for the corpus: never part of the extension.
//!
//! It runs in a plain page on the documents of its frames, so that hundreds of pages and thousands of mutations of them
//! are read in one browser by the very code that reads the site.

use farewell_content::read::{self, Sought};
use farewell_core::{
    FlowId, Guide, LEXICON, Memory, Moment, Picks, Reading, ReasonId, instruct, recognise,
};
use wasm_bindgen::prelude::*;

/// What the product makes of a document that stands at `url`, as JSON: `{view, sighting, instruction}`.
///
/// # Errors
/// Where there is no such way.
#[wasm_bindgen]
pub fn sight(document: &JsValue, url: &str, flow: &str, reason: &str) -> Result<String, JsError> {
    let flow =
        FlowId::parse(flow).ok_or_else(|| JsError::new(&format!("no way is called {flow}")))?;
    let view = read::read(
        document,
        &JsValue::NULL,
        &LEXICON,
        &Sought::default(),
        Some(url),
    );
    let sighting = recognise(&view, &LEXICON, &Picks::default());
    let guide = Guide {
        flow,
        reason: ReasonId::parse(reason),
        email: String::from("lena@example.org"),
        ticked: Vec::new(),
    };
    // Long after the start, so that nothing is still waited for.
    let moment = Moment {
        since_start: 60_000,
        ..Moment::default()
    };
    let reading = Reading {
        view: &view,
        sighting: &sighting,
        lexicon: &LEXICON,
    };
    let instruction = instruct(&guide, &mut Memory::default(), reading, moment, None);
    let sight =
        serde_json::json!({ "view": view, "sighting": sighting, "instruction": instruction });
    Ok(sight.to_string())
}

/// The element of an item of the last sight.
#[wasm_bindgen]
pub fn element_of(id: u32) -> JsValue {
    read::element_of(id)
}
