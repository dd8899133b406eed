//! From the page to the [`View`]: what the page says, as plain data.
//!
//! ```text
//! gather.js ──raw records──▶ keep ──the few that matter──▶ facts.js, name.js ──▶ View
//! ```
//!
//! One walk collects what is cheap about everything; the dear facts (accessible names, styles, boxes) are asked only
//! of what the lexicon knows a word of, and of every field. Both passes are JavaScript, one call each, because a step
//! through wasm-bindgen costs several of its own; what they bring is judged here. Nodes never come here: they have
//! [numbers](farewell_core::Item::id), and `nodes.js` knows which is which.

mod keep;
mod places;
mod record;

use crate::prelude::*;
use farewell_core::{Address, Area, Item, Kind, Picks, View, Visibility, cut, fold, parts};
use wasm_bindgen::prelude::*;

use places::Places;
use record::{About, Fields, RECORD, Record};

#[wasm_bindgen(module = "/src/read/gather.js")]
extern "C" {
    fn gather(document: &JsValue, own_host: &JsValue, seeking: bool) -> String;
    #[wasm_bindgen(js_name = withDecomposed)]
    fn with_decomposed(text: &str) -> String;
}

#[wasm_bindgen(module = "/src/read/facts.js")]
extern "C" {
    fn facts(wanted: Vec<u32>, kinds: &str) -> String;
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
}

const SHOWN: u32 = 1;
const ENABLED: u32 = 2;
const FILLED: u32 = 4;
const STRONG: u32 = 8;
const PRESSED: u32 = 16;

/// A sealed frame smaller than this holds no form.
const LEAST_FRAME: (i32, i32) = (200, 100);

/// Reads `document`, which need not be the one that this code runs in. `own_host` is passed over; `url` stands for the
/// document's own address where it is given.
pub fn read(document: &JsValue, own_host: &JsValue, url: Option<&str>) -> View {
    seek(document, own_host, url, Picks::default(), false)
}

/// The same, with what may be one of `picks`; `all`: with all that can be pressed, for the person to point at.
pub fn seek(
    document: &JsValue,
    own_host: &JsValue,
    url: Option<&str>,
    picks: Picks,
    all: bool,
) -> View {
    let is_seeking = all || !picks.is_empty();
    let gathered = gather(document, own_host, is_seeking);
    let (raw, decomposed) = halves(&gathered);
    let (mut raw, mut decomposed) = (parts(raw, RECORD), parts(decomposed, RECORD));
    let about = About::parse(raw.next().unwrap_or(""), decomposed.next().unwrap_or(""));

    let mut items = Vec::new();
    let mut places = Places::default();
    let (mut wanted, mut letters) = (Vec::new(), String::new());
    for (at, (raw, decomposed)) in (0..).zip(raw.zip(decomposed)) {
        let Some(record) = Record::parse(raw, decomposed) else {
            continue;
        };
        let matters = keep::matters(&record);
        if !matters && !is_seeking {
            continue;
        }
        let mut item = record.into_item();
        if is_seeking {
            places.number(&mut item);
        }
        if matters || keep::is_sought(&item, &picks, all) {
            wanted.push(at);
            letters.push(letter(item.kind));
            items.push(item);
        }
    }
    places.count(&mut items);
    let packed = facts(wanted, &letters);
    let (raw, decomposed) = halves(&packed);
    for (item, (raw, decomposed)) in items
        .iter_mut()
        .zip(parts(raw, RECORD).zip(parts(decomposed, RECORD)))
    {
        add_facts(item, raw, decomposed);
    }

    View {
        address: Address::parse(url.unwrap_or(about.href)),
        title: fold(about.title),
        parsed: about.is_parsed,
        sealed_frame: items.iter().any(is_large_frame),
        items,
        picks,
    }
}

/// [Folds](fold) a text as the page writes it.
pub fn folded(text: &str) -> String {
    fold(halves(&with_decomposed(text)).1)
}

/// What the page writes, and the same decomposed.
fn halves(packed: &str) -> (&str, &str) {
    cut(packed, 0).unwrap_or((packed, ""))
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
    // Text that shows the pointer and says no more than a label would is a button in all but name.
    if has(PRESSED) && item.kind == Kind::Text {
        item.kind = Kind::Button;
    }
    fields.text().clone_into(&mut item.name);
    fields.text().clone_into(&mut item.placeholder);
    item.marked = fields.parts();
    item.folded = fold(Fields::of(decomposed).nth(NAME));
}

/// Where the name stands in a record of `facts.js`.
const NAME: usize = 6;

fn is_large_frame(item: &Item) -> bool {
    item.kind == Kind::SealedFrame
        && item.visibility == Visibility::Shown
        && item.area.w >= LEAST_FRAME.0
        && item.area.h >= LEAST_FRAME.1
}

/// What `facts.js` is told of a kind: one letter is enough for the questions that it asks.
const fn letter(kind: Kind) -> char {
    match kind {
        Kind::Text | Kind::Heading => 't',
        Kind::Link | Kind::Button => 'b',
        Kind::TextBox | Kind::EmailBox | Kind::PasswordBox | Kind::TextArea => 'e',
        Kind::FileBox => 'f',
        Kind::Select => 's',
        Kind::ListBox => 'l',
        Kind::Choice => 'o',
        Kind::Radio => 'r',
        Kind::CheckBox => 'c',
        Kind::ChoiceGroup => 'g',
        Kind::Dialog => 'd',
        Kind::SealedFrame => 'i',
    }
}
