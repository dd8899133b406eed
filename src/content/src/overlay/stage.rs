//! The stage: our one element in the page, a host with a closed root. It is kept where it can be seen and pressed, against
//! what the page opens later and against pages that take it away.
//!
//! A manual popover lies above every `z-index`. A modal dialog makes inert what is outside it, popovers too, so while one
//! is open the host lives in the one on top. No other node of the page is ever written to.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::dom;
use super::look::{door_of, top_modal};
use super::retry::RetryBudget;
use crate::chosen::coloured;
use crate::read::document;

const TOKENS: &str = include_str!("../../../../extension/tokens.css");
const STYLE: &str = include_str!("style.css");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = HtmlElement)]
    type Popover;
    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show_from(this: &Popover, options: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = currentCSSZoom)]
    fn zoom(this: &Popover) -> Option<f64>;
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Popover) -> bool;
}

/// The page takes the overlay away, hides, closes or covers it again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GaveUp;

/// What a page can do to the host; the number is its place among the retry budgets.
#[derive(Clone, Copy)]
enum Harm {
    Removed,
    Restyled,
    Closed,
    Hidden,
    Covered,
}

pub(super) struct Stage {
    host: HtmlElement,
    root: ShadowRoot,
    /// The rule that undoes the zoom which the page gives its root.
    zoom_sheet: CssStyleSheet,
    zoom: Cell<f64>,
    /// After which control the overlay comes in the Tab order.
    source: Cell<Option<u32>>,
    has_stood: Cell<bool>,
    was_hidden: Cell<bool>,
    /// Where it was put last.
    stood: RefCell<Option<Element>>,
    /// What of the page fills the screen, above which the host was shown.
    fullscreen: RefCell<Option<Element>>,
    budgets: RefCell<[RetryBudget; 5]>,
}

fn sheet(css: &str) -> CssStyleSheet {
    // A constructed sheet needs no leave of the page's style-src.
    let sheet = CssStyleSheet::new().expect_throw("a style sheet");
    let _ = sheet.replace_sync(css);
    sheet
}

impl Stage {
    pub(super) fn new() -> Self {
        let host = dom::element("div", "");
        dom::set(&host, "popover", Some("manual"));
        let root = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))
            .expect_throw("a new element has no root yet");
        let zoom_sheet = sheet("");
        // The page can name our parts, and what it says of them would win over what is not important.
        let tokens = coloured(TOKENS).replace(';', " !important;");
        let sheets = [sheet(&tokens), sheet(STYLE), zoom_sheet.clone()];
        let sheets: js_sys::Array = sheets.into_iter().map(JsValue::from).collect();
        root.set_adopted_style_sheets(&sheets);
        Self {
            host,
            root,
            zoom_sheet,
            zoom: Cell::new(1.0),
            source: Cell::new(None),
            has_stood: Cell::new(false),
            was_hidden: Cell::new(false),
            stood: RefCell::default(),
            fullscreen: RefCell::default(),
            budgets: RefCell::default(),
        }
    }

    pub(super) fn host(&self) -> &HtmlElement {
        &self.host
    }

    pub(super) fn root(&self) -> &ShadowRoot {
        &self.root
    }

    /// The element in the overlay that has the keyboard's focus.
    pub(super) fn focused(&self) -> Option<Element> {
        self.root.active_element()
    }

    /// Makes sure that the host is where it has to be and shown, in the Tab order next after the control `source`.
    pub(super) fn stand(&self, source: Option<u32>) -> Result<(), GaveUp> {
        let Some(place) = place() else {
            return Ok(());
        };
        if self.has_stood.replace(true) {
            self.tend()?;
            // Whoever is in the overlay already is not thrown out to change the Tab order.
            if self.source.get() != source && self.focused().is_none() {
                self.source.set(source);
                self.show();
            }
            return Ok(());
        }
        self.go_to(&place);
        self.unzoom(&place);
        self.source.set(source);
        self.show();
        Ok(())
    }

    /// Looks whether the page has left the host alone, and puts right what it did.
    pub(super) fn tend(&self) -> Result<(), GaveUp> {
        // A page that changes its root has none for a moment, and takes us along with the old one.
        let Some(place) = place() else {
            return Ok(());
        };
        let parent = self.host.parent_node();
        let has_moved = parent.as_deref() != Some(&place);
        if has_moved {
            // To follow a dialog that opens, closes or goes is no harm: the host is where it was put last.
            if parent.as_ref() != self.stood.borrow().as_deref() {
                self.bear(Harm::Removed)?;
            }
            self.go_to(&place);
        }
        self.unzoom(&place);
        self.undress()?;
        if !self.is_open() {
            if !has_moved {
                self.bear(Harm::Closed)?;
            }
            self.show();
        }
        self.rise_above_fullscreen();
        let is_hidden = !self.host.unchecked_ref::<Popover>().check_visibility();
        if is_hidden && !self.was_hidden.get() {
            self.bear(Harm::Hidden)?;
        }
        self.was_hidden.set(is_hidden);
        Ok(())
    }

    /// Shows the overlay anew above what the page has opened over it.
    pub(super) fn uncover(&self) -> Result<(), GaveUp> {
        self.bear(Harm::Covered)?;
        self.show();
        Ok(())
    }

    /// What fills the screen lies above what was shown before. To show the host anew once for each is no fight.
    fn rise_above_fullscreen(&self) {
        let fullscreen = document().fullscreen_element();
        if *self.fullscreen.borrow() == fullscreen {
            return;
        }
        if fullscreen.is_some() {
            self.show();
        }
        self.fullscreen.replace(fullscreen);
    }

    /// Whether nothing of the page lies over this point of our callout. The root itself is hit only while a view transition
    /// shows pictures of the page: that passes. While something of the page fills the screen Chromium makes all else inert:
    /// what it hits says nothing of what is on top.
    #[expect(clippy::cast_possible_truncation, reason = "CSS px of a window")]
    pub(super) fn is_on_top(&self, x: f64, y: f64) -> bool {
        let root = self.host.get_root_node();
        let hit = match root.dyn_ref::<ShadowRoot>() {
            Some(root) => root.element_from_point(x as f32, y as f32),
            None => document().element_from_point(x as f32, y as f32),
        };
        let page = document().document_element();
        let fullscreen = self.fullscreen.borrow();
        hit.is_none_or(|hit| {
            let fills = |one: &Element| one.contains(Some(&hit)) && !one.contains(Some(&self.host));
            hit.is_same_node(Some(&self.host))
                || fullscreen.as_ref().is_some_and(fills)
                || Some(hit) == page
        })
    }

    fn go_to(&self, place: &Element) {
        let _ = place.append_child(&self.host);
        self.stood.replace(Some(place.clone()));
    }

    fn is_open(&self) -> bool {
        self.host.matches(":popover-open").unwrap_or_default()
    }

    /// Whoever is in the overlay stays there: showing it anew takes the focus away.
    fn show(&self) {
        let focused = self.focused();
        let popover: &Popover = self.host.unchecked_ref();
        if self.is_open() {
            let _ = popover.hide_popover();
        }
        let options = js_sys::Object::new();
        let door = self.source.get().and_then(door_of);
        let _ = js_sys::Reflect::set(&options, &"source".into(), &door.into());
        // A source that the browser does not accept is no reason not to show.
        if popover.show_from(&options).is_err() {
            let _ = popover.show_popover();
        }
        if let Some(focused) = focused {
            let _ = focused.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Takes away what the page has written on the host.
    fn undress(&self) -> Result<(), GaveUp> {
        let mut is_restyled = self.host.get_attribute("popover").as_deref() != Some("manual");
        let names = self.host.get_attribute_names();
        if names.length() > 1 {
            is_restyled = true;
            for name in names.iter().filter_map(|name| name.as_string()) {
                if name != "popover" {
                    dom::set(&self.host, &name, None);
                }
            }
        }
        if is_restyled {
            dom::set(&self.host, "popover", Some("manual"));
            self.bear(Harm::Restyled)?;
        }
        Ok(())
    }

    fn bear(&self, harm: Harm) -> Result<(), GaveUp> {
        let is_borne = self.budgets.borrow_mut()[harm as usize].take(crate::browser::now());
        is_borne.then_some(()).ok_or(GaveUp)
    }

    // Boxes are measured in the window's own pixels, whatever zoom the page gives its root.
    fn unzoom(&self, place: &Element) {
        let zoom = place.unchecked_ref::<Popover>().zoom().unwrap_or(1.0);
        if (zoom - self.zoom.get()).abs() > f64::EPSILON && zoom > 0.0 {
            self.zoom.set(zoom);
            let rule = format!(":host{{zoom:{}!important}}", 1.0 / zoom);
            let _ = self.zoom_sheet.replace_sync(&rule);
        }
    }

    pub(super) fn remove(&self) {
        self.host.remove();
    }
}

/// Where the host has to stand; nowhere while the document has no root.
fn place() -> Option<Element> {
    let document = document();
    top_modal(&document).or_else(|| document.document_element())
}
