//! The engine's reading, recognition and guidance as one call, for the corpus: never part of the extension.
//!
//! It runs in a plain page on the documents of its frames, so that hundreds of pages and thousands of mutations of them
//! are read in one browser by the very code that reads the site.

use farewell_content::read::{self, Sought};
use farewell_core::{FlowId, Guide, Known, Memory, Moment, ReasonId, instruct, recognise, sieve};
use wasm_bindgen::prelude::*;

/// What the product makes of a document that stands at `url`, as JSON: `{view, sighting, instruction}`.
#[wasm_bindgen]
pub fn sight(document: &JsValue, url: &str, flow: &str, reason: &str) -> String {
    let sought = Sought::default();
    read::walk(document, &JsValue::NULL, &sought);
    let sieved = sieve(&read::gathered(None));
    let view = read::view(&sieved, Known::default(), &sought, Some(url));
    let sighting = recognise(&view);
    let guide = Guide {
        flow: FlowId::parse(flow).unwrap_or(FlowId::Deactivate),
        reason: ReasonId::parse(reason),
        email: String::from("lena@example.org"),
        ticked: Vec::new(),
    };
    // Long after the start, so that nothing is still waited for.
    let moment = Moment {
        since_start: 60_000,
    };
    let instruction = instruct(
        &guide,
        &mut Memory::default(),
        &view,
        &sighting,
        moment,
        None,
    );
    serde_json::json!({ "view": view, "sighting": sighting, "instruction": instruction })
        .to_string()
}

/// The element of an item of the last sight.
#[wasm_bindgen]
pub fn element_of(id: u32) -> JsValue {
    read::element_of(id)
}
