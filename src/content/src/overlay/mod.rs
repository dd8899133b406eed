//! What we show in the page: one host element with a closed shadow root, in it a spotlight for each control and the
//! callout. What is shown and where is said here; `stage.js` does it.

mod callout;
mod place;
mod spotlight;
mod stage;

use farewell_core::Area;
use wasm_bindgen::prelude::*;

pub use callout::{Button, Line, Words};

use callout::Callout;
use spotlight::Spotlight;
use stage::{Layout, Part, Stage};

use crate::browser::message;

const STYLE: &str = include_str!("style.css");

/// One control to point at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The control's name in `data-control`.
    pub control: &'static str,
    /// The [item](farewell_core::Item::id) that it is.
    pub item: u32,
    /// Shown on the ring; 0 for none.
    pub number: u8,
    /// Whether pressing it destroys something.
    pub is_grave: bool,
    /// What it is called, where it is not pointed at but offered to be picked.
    pub offer: Option<String>,
}

/// What following the page came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Something had to be moved.
    pub moved: bool,
    /// A control is gone from the page: what is shown is out of date.
    pub lost: bool,
}

/// The overlay of one guide in one document.
pub struct Overlay {
    stage: Stage,
    /// What stands in the host, once it is needed.
    inner: Option<(Part, Callout)>,
    spotlights: Vec<Spotlight>,
    /// What the person may want to look at besides: not covered where that can be helped.
    spare: Vec<u32>,
    right_to_left: bool,
    /// Where everything was in the last frame.
    layout: Layout,
}

impl Overlay {
    /// An overlay with nothing in it yet: its host stands nowhere. `on` hears the clicks on our own buttons as "action".
    pub fn new(on: &JsValue) -> Self {
        Self {
            stage: Stage::new(STYLE, on),
            inner: None,
            spotlights: Vec::new(),
            spare: Vec::new(),
            right_to_left: false,
            layout: Layout::default(),
        }
    }

    /// Builds what stands in the host, if nothing does yet.
    pub fn build(&mut self) {
        if self.inner.is_some() {
            return;
        }
        let stage = &self.stage;
        // Not the browser's `@@bidi_dir`: that is its own language's, which need not be one that we speak.
        self.right_to_left = message("overlay_direction", Vec::new()) == "rtl";
        let all = stage.root("div", "all");
        stage.set(
            &all,
            "dir",
            Some(if self.right_to_left { "rtl" } else { "ltr" }),
        );
        stage.set(&all, "lang", Some(&message("overlay_language", Vec::new())));
        let callout = Callout::new(stage, &all);
        self.inner = Some((all, callout));
    }

    /// The host element.
    pub fn host(&self) -> JsValue {
        self.stage.host()
    }

    /// What builds and measures.
    pub fn stage(&self) -> &JsValue {
        self.stage.as_ref()
    }

    /// Shows `words`, and a spotlight on each of `pointers`; the items `spare` are left in sight where that can be.
    pub fn show(&mut self, words: Words, pointers: Vec<Pointer>, spare: Vec<u32>) {
        self.build();
        let Some((all, callout)) = &mut self.inner else {
            return;
        };
        let mut former = std::mem::take(&mut self.spotlights);
        for pointer in pointers {
            // The same control keeps its ring, whatever element it is by now: nothing blinks.
            let is_same = |spotlight: &Spotlight| {
                let before = &spotlight.pointer;
                let is_offer = pointer.offer.is_some();
                (before.control, before.number, before.offer.is_some())
                    == (pointer.control, pointer.number, is_offer)
                    && (!is_offer || before.item == pointer.item)
            };
            let spotlight = match former.iter().position(is_same) {
                Some(at) => Spotlight {
                    pointer,
                    ..former.swap_remove(at)
                },
                None => Spotlight::new(&self.stage, all, pointer),
            };
            self.spotlights.push(spotlight);
        }
        for spotlight in &former {
            spotlight.ring.remove();
        }
        self.spare = spare;
        callout.show(&self.stage, words);
        self.keep_up();
        // The same boxes may be those of other controls now.
        self.layout = Layout::default();
        self.follow();
    }

    /// Whether the person is to pick a control.
    fn is_offering(&self) -> bool {
        self.spotlights
            .first()
            .is_some_and(|spotlight| spotlight.pointer.offer.is_some())
    }

    /// Moves everything to where the page's controls are now.
    pub fn follow(&mut self) -> Followed {
        let mut items = self.items();
        items.extend(&self.spare);
        let is_offering = self.is_offering();
        let Some((_, callout)) = &mut self.inner else {
            return Followed::default();
        };
        let layout = self.stage.measure(&callout.part, items);
        let moved = layout != self.layout;
        if !moved {
            // What has drifted away may be back, farther than it can drift.
            self.stage.put_back();
            return Followed::default();
        }
        let before = self.spotlights.len();
        let mut areas = layout.controls.iter().copied();
        let mut shown = Vec::new();
        let stage = &self.stage;
        self.spotlights.retain_mut(|spotlight| {
            let Some(area) = areas.next().filter(|area| area.w > 0 && area.h > 0) else {
                spotlight.ring.remove();
                return false;
            };
            spotlight.move_to(stage, area);
            shown.push(area);
            true
        });
        let lost = self.spotlights.len() < before;
        if lost && shown.is_empty() {
            callout.doubt(stage);
        }
        let spare: Vec<Area> = areas.collect();
        let spot = place::place(
            &shown,
            &spare,
            layout.window,
            layout.callout,
            self.right_to_left,
        );
        let is_away = !is_offering
            && shown
                .first()
                .is_some_and(|area| !place::touches_window(area, layout.window));
        callout.settle(stage, spot.corner, is_away);
        let bounds = place::bounds(&shown, spot, layout.window, layout.callout);
        let bounds = bounds.filter(|_| !is_offering);
        let bounds = bounds.map_or(Vec::new(), Vec::from);
        stage.moor(self.items(), bounds, spot.rides);
        shown.extend(spare);
        self.layout = Layout {
            controls: shown,
            ..layout
        };
        Followed { moved, lost }
    }

    /// Puts the host back on top where the page has taken it away or covered it.
    pub fn keep_up(&self) {
        self.stage.keep_up(
            self.spotlights
                .first()
                .map(|spotlight| spotlight.pointer.item),
        );
    }

    /// Whether the page has left the host where it was.
    pub fn is_there(&self) -> bool {
        self.stage.is_there()
    }

    /// Scrolls the first control into view.
    pub fn scroll_to_control(&self) {
        if let Some(spotlight) = self.spotlights.first() {
            self.stage.scroll_to(spotlight.pointer.item);
        }
    }

    /// Folds the callout to its head, or unfolds it.
    pub fn fold(&mut self) {
        if let Some((_, callout)) = &mut self.inner {
            callout.fold(&self.stage);
        }
    }

    /// The controls pointed at, in the order of the spotlights.
    pub fn items(&self) -> Vec<u32> {
        self.spotlights
            .iter()
            .map(|spotlight| spotlight.pointer.item)
            .collect()
    }

    /// What the control at this place is called.
    pub fn control(&self, at: usize) -> Option<&'static str> {
        self.spotlights
            .get(at)
            .map(|spotlight| spotlight.pointer.control)
    }

    /// The box of the control that `item` is.
    pub fn area(&self, item: u32) -> Option<Area> {
        let (_, callout) = self.inner.as_ref()?;
        let layout = self.stage.measure(&callout.part, vec![item]);
        layout.controls.first().copied()
    }

    /// Takes everything away.
    pub fn remove(&self) {
        self.stage.remove();
    }
}
