//! What we show in the page: one host element with a closed shadow root, in it a spotlight for each control and the
//! callout. Nothing is ever written to a node of the page.

mod callout;
mod dom;
mod host;
mod place;
mod spotlight;

use farewell_core::Area;
use js_sys::{Array, Function};
use web_sys::{Document, Element, HtmlElement};

pub use callout::{Line, Words};

use callout::Callout;
use host::Host;
use spotlight::Spotlight;

use crate::browser::message;

/// One control to point at.
pub struct Pointer {
    /// The control's name in `data-control`.
    pub control: &'static str,
    /// The element that it is.
    pub element: Element,
    /// Shown on the ring; 0 for none.
    pub number: u8,
    /// Whether pressing it destroys something.
    pub is_grave: bool,
}

/// What following the page came to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Followed {
    /// Something had to be moved.
    pub moved: bool,
    /// A control is gone from the page: what is shown is out of date.
    pub lost: bool,
}

/// The overlay of one guide in one document.
pub struct Overlay {
    host: Host,
    callout: Callout,
    spotlights: Vec<Spotlight>,
    right_to_left: bool,
    placed: Placed,
}

/// What the callout's place follows from; it is computed again only when this changes.
#[derive(Default, PartialEq, Eq)]
struct Placed {
    window: place::Size,
    size: place::Size,
    targets: Vec<Area>,
}

impl Overlay {
    /// An overlay in `document`, shown at once. `on_action` hears the clicks on the callout's own buttons.
    pub fn new(document: &Document, on_action: &Function) -> Self {
        let right_to_left = message("@@bidi_dir", Vec::new()) == "rtl";
        let mut host = Host::new(document);
        let all = host.all();
        dom::set(all, "dir", if right_to_left { "rtl" } else { "ltr" });
        let callout = Callout::new(all);
        dom::listen(all, "click", on_action);
        host.keep_up(None);
        Self { host, callout, spotlights: Vec::new(), right_to_left, placed: Placed::default() }
    }

    /// The host element.
    pub fn host(&self) -> &HtmlElement {
        self.host.element()
    }

    /// Shows `words`, and a spotlight on each of `pointers`.
    pub fn show(&mut self, words: Words, pointers: Vec<Pointer>) {
        let mut former = core::mem::take(&mut self.spotlights);
        for pointer in pointers {
            let same = former.iter().position(|spotlight| spotlight.control() == pointer.control);
            let spotlight = match same {
                Some(at) => former.swap_remove(at).on(pointer),
                None => Spotlight::new(self.host.all(), pointer),
            };
            self.spotlights.push(spotlight);
        }
        former.iter().for_each(Spotlight::remove);
        self.callout.show(words);
        self.keep_up();
        // New words have a new size.
        self.placed = Placed::default();
        self.follow();
    }

    /// Moves everything to where the page's controls are now.
    pub fn follow(&mut self) -> Followed {
        let mut followed = Followed::default();
        self.spotlights.retain_mut(|spotlight| {
            let is_there = spotlight.follow(&mut followed.moved);
            if !is_there {
                spotlight.remove();
                followed.lost = true;
            }
            is_there
        });
        let placed = Placed {
            window: self.host.window(),
            size: self.callout.size(),
            targets: self.spotlights.iter().map(Spotlight::area).collect(),
        };
        if placed != self.placed {
            followed.moved = true;
            let spot = place::place(&placed.targets, placed.window, placed.size, self.right_to_left);
            self.callout.move_to(spot);
            let first = placed.targets.first();
            self.callout.offer_to_scroll(first.is_some_and(|area| !place::touches_window(area, placed.window)));
            self.placed = placed;
        }
        followed
    }

    /// Puts the host back on top where the page has taken it away or covered it.
    pub fn keep_up(&mut self) {
        self.host.keep_up(self.spotlights.first().map(Spotlight::element));
    }

    /// Scrolls the first control into view.
    pub fn scroll_to_target(&self) {
        if let Some(spotlight) = self.spotlights.first() {
            dom::scroll_into_view(spotlight.element());
        }
    }

    /// Folds the callout to its head, or unfolds it.
    pub fn fold(&mut self) {
        self.callout.fold();
    }

    /// The controls pointed at, for whoever watches them.
    pub fn elements(&self) -> Array {
        self.spotlights.iter().map(Spotlight::element).collect()
    }

    /// Whether it points at anything.
    pub fn has_spotlight(&self) -> bool {
        !self.spotlights.is_empty()
    }

    /// Takes everything away.
    pub fn remove(&self) {
        self.host.element().remove();
    }
}
