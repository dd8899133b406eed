//! From the page to the [`View`]: what the page says, as plain data.
//!
//! ```text
//! gather.js ──raw records──▶ the lexicon's sieve ──the few that matter──▶ facts.js, name.js ──▶ View
//! ```
//!
//! One walk collects what is cheap about everything; the dear facts (accessible names, styles, boxes) are asked only
//! of what the lexicon knows a word of, and of every field. Both passes are JavaScript, one call each, because a step
//! through wasm-bindgen costs several of its own; what they bring is judged in Rust. Nodes never come here: they have
//! [numbers](farewell_core::Item::id), and `nodes.js` knows which is which.

mod places;

use crate::prelude::*;
use farewell_core::{
    About, Address, Area, Fields, Item, Kind, Known, Picks, RECORD, Record, View, Visibility, cut,
    fold, number, parts,
};
use wasm_bindgen::prelude::*;

use places::Places;

#[wasm_bindgen(module = "/src/read/gather.js")]
extern "C" {
    fn gather(document: &JsValue, own_host: &JsValue, seeking: bool) -> String;
    /// The records of the last walk, or those of these numbers, as the page writes them and, behind a NUL, decomposed.
    pub fn gathered(numbers: Option<Vec<u32>>) -> String;
}

#[wasm_bindgen(module = "/src/read/facts.js")]
extern "C" {
    fn facts(wanted: Vec<u32>) -> String;
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

/// Walks `document`, which need not be the one that this code runs in, past `own_host`. Gives what the lexicon is to sieve.
pub fn walk(document: &JsValue, own_host: &JsValue, sought: &Sought) -> String {
    gather(document, own_host, sought.is_any())
}

/// The view of what was walked last. `sieved` is what the lexicon's sieve gave; `url` stands for the document's own address
/// where it is given.
#[inline(never)]
pub fn view(sieved: &str, known: Known, sought: &Sought, url: Option<&str>) -> Box<View> {
    let (numbers, answers) = cut(sieved, RECORD).unwrap_or((sieved, ""));
    known.add(answers);
    let mattering: Vec<u32> = parts(numbers, b',')
        .filter(|at| !at.is_empty())
        .map(|at| number(at).unsigned_abs())
        .collect();
    let is_seeking = sought.is_any();
    let gathered = gathered((!is_seeking).then(|| mattering.clone()));
    let (raw, decomposed) = halves(&gathered);
    let (mut raw, mut decomposed) = (parts(raw, RECORD), parts(decomposed, RECORD));
    let about = About::parse(raw.next().unwrap_or(""), decomposed.next().unwrap_or(""));

    let mut items = Vec::new();
    let mut places = Places::default();
    let mut wanted = Vec::new();
    for (at, (raw, decomposed)) in raw.zip(decomposed).enumerate() {
        let Some(record) = Record::parse(raw, decomposed) else {
            continue;
        };
        let mut item = record.into_item();
        let number = if is_seeking {
            places.number(&mut item);
            u32::try_from(at).unwrap_or(0)
        } else {
            mattering.get(at).copied().unwrap_or(0)
        };
        if !is_seeking || mattering.binary_search(&number).is_ok() || sought.has(&item) {
            wanted.push(number);
            items.push(item);
        }
    }
    places.count(&mut items);
    let packed = facts(wanted);
    let (raw, decomposed) = halves(&packed);
    for (item, (raw, decomposed)) in items
        .iter_mut()
        .zip(parts(raw, RECORD).zip(parts(decomposed, RECORD)))
    {
        add_facts(item, raw, decomposed);
    }

    Box::new(View {
        address: Address::parse(url.unwrap_or(about.href)),
        title: fold(about.title),
        parsed: about.is_parsed,
        sealed_frame: items.iter().any(is_large_frame),
        items,
        picks: sought.picks.clone(),
        known,
    })
}

/// What the page writes, and the same decomposed.
fn halves(packed: &str) -> (&str, &str) {
    cut(packed, 0).unwrap_or((packed, ""))
}

#[inline(never)]
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
