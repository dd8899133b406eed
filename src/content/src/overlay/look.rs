//! The binding to what is JavaScript here: one frame's look at the page's controls (`look.js`), what clips them, what they
//! say, and how they are reached.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::rect::Rect;

#[wasm_bindgen(module = "/src/overlay/look.js")]
extern "C" {
    #[wasm_bindgen(js_name = look)]
    fn look_at(items: Vec<u32>, host: &HtmlElement, offers: bool) -> Vec<f64>;
    #[wasm_bindgen(js_name = boxes)]
    fn boxes_of(items: Vec<u32>) -> Vec<f64>;
    fn focused(host: &HtmlElement) -> Vec<f64>;
}

#[wasm_bindgen(module = "/src/overlay/clip.js")]
extern "C" {
    /// Something on the page has changed: what clips a control may be something else now.
    pub(super) fn refresh();
}

#[wasm_bindgen(module = "/src/overlay/said.js")]
extern "C" {
    /// What the items say now is what they were read to say.
    pub(super) fn remember(items: Vec<u32>);
    /// Whether one of them says something else than it did.
    #[wasm_bindgen(js_name = hasChanged)]
    pub(super) fn has_changed(items: Vec<u32>) -> bool;
    /// The elements in which stands what the items say: their own and their labels.
    #[wasm_bindgen(js_name = speakersOf)]
    pub(super) fn speakers_of(items: Vec<u32>) -> js_sys::Array;
}

#[wasm_bindgen(module = "/src/overlay/hit.js")]
extern "C" {
    /// The shadow roots and documents whose scrolling is not heard outside them.
    #[wasm_bindgen(js_name = rootsOf)]
    pub(super) fn roots_of(items: Vec<u32>) -> js_sys::Array;
}

#[wasm_bindgen(module = "/src/overlay/animations.js")]
extern "C" {
    /// Whether an animation of a script's has begun, ended or gone on since this was asked last.
    #[wasm_bindgen(js_name = hasStirred)]
    pub(super) fn has_stirred() -> bool;
    /// Whether an animation moves one of them by what the browser may do without telling a script.
    #[wasm_bindgen(js_name = isAnimated)]
    pub(super) fn is_animated(items: Vec<u32>) -> bool;
}

#[wasm_bindgen(module = "/src/overlay/reach.js")]
extern "C" {
    /// Brings it into sight in every pane that it is in.
    pub(super) fn bring(item: u32);
    /// Puts the keyboard's focus on it; whether it took it.
    #[wasm_bindgen(js_name = focusOn)]
    pub(super) fn focus_on(item: u32) -> bool;
    /// Whether it has the keyboard's focus.
    #[wasm_bindgen(js_name = isFocused)]
    pub(super) fn is_focused(item: u32) -> bool;
    /// Gives the keyboard's focus back to the page: to `former`, or to the first that takes it.
    #[wasm_bindgen(js_name = focusBack)]
    pub(super) fn focus_back(former: Option<Element>);
    /// The element of the top document by which it is reached with the Tab key.
    #[wasm_bindgen(js_name = doorOf)]
    pub(super) fn door_of(item: u32) -> Option<Element>;
}

#[wasm_bindgen(module = "/src/read/nodes.js")]
extern "C" {
    #[wasm_bindgen(js_name = elementOf)]
    pub(super) fn element_of(item: u32) -> Option<Element>;
}

#[wasm_bindgen(module = "/src/read/box.js")]
extern "C" {
    type TopBox;
    #[wasm_bindgen(js_name = boxOf)]
    fn box_of(element: &Element) -> TopBox;
    #[wasm_bindgen(method, getter)]
    fn left(this: &TopBox) -> f64;
    #[wasm_bindgen(method, getter)]
    fn top(this: &TopBox) -> f64;
    #[wasm_bindgen(method, getter)]
    fn width(this: &TopBox) -> f64;
    #[wasm_bindgen(method, getter)]
    fn height(this: &TopBox) -> f64;
}

#[wasm_bindgen(module = "/src/read/modal.js")]
extern "C" {
    /// The modal dialog of the page that lies on top.
    #[wasm_bindgen(js_name = topModal)]
    pub(super) fn top_modal(page: &web_sys::Document) -> Option<Element>;
}

/// How a control stands in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is no longer on the page.
    Gone,
    /// It says something else than it did when it was pointed at: it is no longer what it was taken for.
    Changed,
    /// It can be seen and hit.
    Seen,
    /// The window's own scrolling brings it into sight.
    Away,
    /// A pane, a sticky head, a cover or a place outside the scrollable page hides it.
    Clipped,
    /// A layer over the page, such as a popover, hides it: no scrolling brings it out.
    Covered,
}

/// One control in one frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) standing: Standing,
    /// Its box.
    pub(super) whole: Rect,
    /// What of it can be seen.
    pub(super) seen: Rect,
}

/// How many numbers are told of each control.
const TOLD: usize = 9;

/// How each of `items` stands; `offers` are many and looked at less closely.
pub(super) fn look(items: Vec<u32>, host: &HtmlElement, offers: bool) -> Vec<Look> {
    let told = look_at(items, host, offers);
    told.chunks_exact(TOLD)
        .map(|told| Look {
            standing: standing(told[0]),
            whole: Rect::of(&told[1..5]),
            seen: Rect::of(&told[5..9]),
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small number that look.js wrote"
)]
fn standing(number: f64) -> Standing {
    match number as u8 {
        0 => Standing::Gone,
        1 => Standing::Changed,
        2 => Standing::Seen,
        3 => Standing::Away,
        4 => Standing::Clipped,
        _ => Standing::Covered,
    }
}

/// The box of `item` in the window of the top document.
pub(super) fn whole(item: u32) -> Option<Rect> {
    let found = box_of(&element_of(item)?);
    Some(Rect::new(
        found.left(),
        found.top(),
        found.width(),
        found.height(),
    ))
}

/// The boxes of `items` with their labels, cut down to what shows; none of those that do not.
pub(super) fn boxes(items: Vec<u32>) -> Vec<Rect> {
    if items.is_empty() {
        return Vec::new();
    }
    let told = boxes_of(items);
    let boxes = told.chunks_exact(4).map(Rect::of);
    boxes.filter(|one| !one.is_empty()).collect()
}

/// The box of the page's field that has the focus.
pub(super) fn focused_field(host: &HtmlElement) -> Option<Rect> {
    let told = focused(host);
    (told.len() == 4).then(|| Rect::of(&told))
}
