//! The engine's reading, recognition and guidance as one call, for the corpus: never part of the extension.
//!
//! It runs in a plain page on the documents of its frames, so that hundreds of pages and thousands of mutations of them
//! are read in one browser by the very code that reads AliExpress.

use farewell_content::read::{Reading, read};
use farewell_core::{Address, FlowId, Guide, Memory, Moment, ReasonId, instruct, recognise};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

thread_local! {
    static LAST: RefCell<Option<Reading>> = const { RefCell::new(None) };
}

/// What the product makes of a document that stands at `url`, as JSON: `{view, sighting, instruction}`.
#[wasm_bindgen]
pub fn sight(document: &Document, url: &str, flow: &str, reason: &str) -> String {
    let reading = read(document, None, Address::parse(url));
    let sighting = recognise(&reading.view);
    let guide = Guide {
        flow: FlowId::parse(flow).unwrap_or(FlowId::Deactivate),
        reason: ReasonId::parse(reason),
        email: String::from("lena@example.org"),
        ticked: Vec::new(),
    };
    // Long after the start, so that nothing is still waited for.
    let moment = Moment { since_start: 60_000 };
    let instruction = instruct(&guide, &mut Memory::default(), &reading.view, &sighting, moment, None);
    let json = serde_json::json!({ "view": reading.view, "sighting": sighting, "instruction": instruction });
    LAST.with(|last| last.replace(Some(reading)));
    json.to_string()
}

/// The element of an item of the last sight.
#[wasm_bindgen]
pub fn element_of(id: u32) -> Option<Element> {
    LAST.with(|last| last.borrow().as_ref().and_then(|reading| reading.element(id)))
}
