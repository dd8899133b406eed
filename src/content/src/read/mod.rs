//! From the page to the [`View`]: what the page says, as plain data.
//!
//! ```text
//! gather.js ──records──▶ is_relevant ──the few that matter──▶ facts.js, name.js ──▶ View
//! ```
//!
//! One walk collects what is cheap about everything; the facts that need styles and layout (accessible names, boxes) are
//! asked only of what the lexicon knows a word of, and of every field. Both passes are JavaScript, one call each, because a
//! step through wasm-bindgen costs several of its own; what they bring is judged in Rust. Nodes never come here: they have
//! [numbers](farewell_core::Item::id), and `nodes.js` knows which is which.

pub(crate) mod orders;
mod places;

use std::collections::HashMap;

use farewell_core::{
    About, Address, Area, Fields, Item, Kind, Lexicon, Picks, Record, View, Visibility, fold,
    is_relevant, records, takes_email, titled,
};
use wasm_bindgen::prelude::*;
use web_sys::Document;

use places::Places;

#[wasm_bindgen(module = "/src/read/gather.js")]
extern "C" {
    fn gather(document: &JsValue, own_host: &JsValue, seeking: bool) -> String;
    /// Lets go of what the last walk gathered.
    pub(crate) fn forget();
}

#[wasm_bindgen(module = "/src/read/facts.js")]
extern "C" {
    /// `titles` has, for each of `wanted`, the candidate that may be the title of its row; itself where none may be.
    fn facts(wanted: Vec<u32>, titles: Vec<u32>) -> String;
}

#[wasm_bindgen(module = "/src/read/name.js")]
extern "C" {
    /// The accessible name of an element; `from_content` where its role lets what is in it name it.
    #[wasm_bindgen(js_name = nameOf)]
    pub fn accessible_name(element: &JsValue, from_content: bool) -> String;
}

#[wasm_bindgen(module = "/src/read/nodes.js")]
extern "C" {
    /// The element that the last reading gave this number.
    #[wasm_bindgen(js_name = elementOf)]
    pub fn element_of(item: u32) -> JsValue;
    /// A document to be asked, whatever in it is named like its own properties.
    fn plain(document: &Document) -> Document;
}

/// The page's document, to be asked and to build with.
pub(crate) fn document() -> Document {
    plain(&gloo::utils::document())
}

const SHOWN: u32 = 1;
const ENABLED: u32 = 2;
const FILLED: u32 = 4;
const STRONG: u32 = 8;
const PRESSED: u32 = 16;
const READ_ONLY: u32 = 32;
const REQUIRED: u32 = 64;
const BEHIND: u32 = 128;

/// A sealed frame smaller than this holds no form.
const LEAST_FRAME: (i32, i32) = (200, 100);

/// What is sought on a page besides what its words tell.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// What the person pointed at before.
    pub picks: Picks,
    /// Whether they are to point at something now: all that can be pressed is kept.
    pub all: bool,
}

impl Sought {
    /// Whether anything is: then all that was gathered is looked at.
    pub const fn is_any(&self) -> bool {
        self.all || !self.picks.is_empty()
    }

    fn has(&self, item: &Item) -> bool {
        self.all && item.kind.is_pressable() || self.picks.may_hold(item)
    }
}

/// Reads `document`, which need not be the one that this code runs in, past `own_host`; `url` stands for the document's own
/// address where it is given.
pub fn read(
    document: &JsValue,
    own_host: &JsValue,
    lexicon: &Lexicon,
    sought: &Sought,
    url: Option<&str>,
) -> View {
    orders::begin();
    let gathered = gather(document, own_host, sought.is_any());
    let mut gathered = records(&gathered);
    let (raw, decomposed) = gathered.next().unwrap_or_default();
    let about = About::parse(raw, decomposed);

    let mut items = Vec::new();
    let mut places = Places::default();
    let (mut wanted, mut titles) = (Vec::new(), Vec::new());
    let mut sends_email = false;
    let gathered: Vec<Record<'_>> = gathered
        .filter_map(|(raw, decomposed)| Record::parse(raw, decomposed))
        .collect();
    let relevant: Vec<bool> = gathered
        .iter()
        .map(|record| is_relevant(record, lexicon))
        .collect();
    let title_of: HashMap<usize, usize> = titled(&gathered, &relevant, lexicon)
        .into_iter()
        .map(|one| (one.button, one.title))
        .collect();
    for (at, record) in gathered.into_iter().enumerate() {
        let title = title_of.get(&at);
        // The button after an e-mail's field is what that is sent with, whatever it says: it tells a newsletter's from the form's.
        let sends = sends_email && record.kind == Kind::Button;
        if record.kind.is_typed() || sends {
            sends_email = takes_email(&record, lexicon);
        }
        let is_relevant = sends || relevant[at] || title.is_some();
        if !is_relevant && !sought.is_any() {
            continue;
        }
        let mut item = record.into_item();
        if sought.is_any() {
            places.number(&mut item);
        }
        if is_relevant || sought.has(&item) {
            wanted.push(number(at));
            titles.push(number(*title.unwrap_or(&at)));
            items.push(item);
        }
    }
    places.count(&mut items);
    let packed = facts(wanted, titles);
    for (item, (raw, decomposed)) in items.iter_mut().zip(records(&packed)) {
        add_facts(item, raw, decomposed);
    }
    View {
        address: Address::parse(url.unwrap_or(about.href)),
        title: fold(about.title),
        parsed: about.is_parsed,
        sealed_frame: items.iter().any(is_large_frame),
        items,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "no page has so many candidates"
)]
const fn number(at: usize) -> u32 {
    at as u32
}

fn add_facts(item: &mut Item, raw: &str, decomposed: &str) {
    let mut fields = Fields::of(raw);
    item.id = fields.number().unsigned_abs();
    item.area = Area {
        x: fields.number(),
        y: fields.number(),
        w: fields.number(),
        h: fields.number(),
    };
    let flags = fields.number().unsigned_abs();
    let has = |flag: u32| flags & flag != 0;
    item.visibility = if has(SHOWN) {
        Visibility::Shown
    } else {
        Visibility::Hidden
    };
    item.enabled = has(ENABLED);
    item.filled = has(FILLED);
    item.strong = has(STRONG);
    item.read_only = has(READ_ONLY);
    item.required = has(REQUIRED);
    item.behind = has(BEHIND);
    // Text that shows the pointer and says no more than a label would is a button in all but name.
    if has(PRESSED) && item.kind == Kind::Text {
        item.kind = Kind::Button;
    }
    fields.text().clone_into(&mut item.name);
    fields.text().clone_into(&mut item.placeholder);
    item.marked = fields.parts();
    item.max_length = fields.text().parse().ok();
    let mut decomposed = Fields::of(decomposed);
    item.folded = fold(decomposed.nth(NAME));
    item.folded_placeholder = fold(decomposed.text());
}

/// Where the name stands in a record of `facts.js`.
const NAME: usize = 6;

fn is_large_frame(item: &Item) -> bool {
    item.kind == Kind::SealedFrame
        && item.visibility == Visibility::Shown
        && item.area.w >= LEAST_FRAME.0
        && item.area.h >= LEAST_FRAME.1
}
