//! The orders of a page, and what their list says of itself: texts that travel as they are; only what the page's own rows need is
//! judged here.

use farewell_orders::{ListFacts, Page, Shown};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/read/orders.js")]
extern "C" {
    #[wasm_bindgen(js_name = readOrders)]
    fn read_orders() -> JsValue;
    #[wasm_bindgen(js_name = readOrder)]
    fn read_order() -> JsValue;
}

#[wasm_bindgen(module = "/src/read/list.js")]
extern "C" {
    #[wasm_bindgen(js_name = listFacts)]
    fn list_facts(period: u32) -> JsValue;
    /// Whether the element of that item still shows.
    #[wasm_bindgen(js_name = isThere)]
    pub(crate) fn is_there(item: u32) -> bool;
    /// Whether the end of the list is in sight.
    #[wasm_bindgen(js_name = isEndInSight)]
    pub(crate) fn is_end_in_sight() -> bool;
}

#[wasm_bindgen(module = "/src/read/lines.js")]
extern "C" {
    #[wasm_bindgen(js_name = readLines)]
    fn read_lines() -> JsValue;
}

#[wasm_bindgen(module = "/src/read/decompose.js")]
extern "C" {
    fn decompose(text: &str) -> String;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = stringify, catch)]
    fn stringify(value: &JsValue) -> Result<String, JsValue>;
}

/// Has the browser decompose what is read of orders.
pub(crate) fn begin() {
    farewell_orders::decompose_by(decompose);
}

/// What an order says that is counted: the rest of it travels as JSON.
#[derive(Debug, Deserialize)]
pub(crate) struct Counted {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) status: Option<String>,
    #[serde(default)]
    pub(crate) protection: Option<String>,
}

/// The orders that were not read before.
pub(crate) struct Found {
    pub(crate) orders: Vec<Counted>,
    /// Whether more wait for the next call.
    pub(crate) has_more: bool,
    shown: JsValue,
}

/// The orders of the list that were not read before, a part of them.
pub(crate) fn of_list() -> Found {
    found(&read_orders())
}

/// The order of a page of one order.
pub(crate) fn of_detail() -> Found {
    found(&read_order())
}

fn found(read: &JsValue) -> Found {
    let part = |name: &str| js_sys::Reflect::get(read, &name.into()).unwrap_or_default();
    let shown = part("orders");
    Found {
        orders: serde_wasm_bindgen::from_value(shown.clone()).unwrap_or_default(),
        has_more: part("hasMore").is_truthy(),
        shown,
    }
}

impl Found {
    /// The text of the batch: JSON of farewell-orders' `Batch`.
    pub(crate) fn batch(&self, page: &Page) -> Option<String> {
        let page = page.serialize(&Serializer::json_compatible()).ok()?;
        let batch = js_sys::Object::new();
        js_sys::Reflect::set(&batch, &"page".into(), &page).ok()?;
        js_sys::Reflect::set(&batch, &"orders".into(), &self.shown).ok()?;
        stringify(&batch).ok()
    }
}

/// `value` as JSON.
pub(crate) fn json(value: &impl Serialize) -> Option<String> {
    stringify(&value.serialize(&Serializer::json_compatible()).ok()?).ok()
}

/// What the list of the page says of itself; `period` is the item that chooses its time, 0 for none.
pub(crate) fn facts(period: u32) -> ListFacts {
    serde_wasm_bindgen::from_value(list_facts(period)).unwrap_or_default()
}

/// What a page of cases, money or coupons shows; `is_whole` says whether that is all of it.
pub(crate) fn lines(is_whole: bool) -> Shown {
    Shown {
        is_whole,
        ..serde_wasm_bindgen::from_value(read_lines()).unwrap_or_default()
    }
}
