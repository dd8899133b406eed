//! The live region: what a screen reader says of a step, once. It stands empty in the page before it speaks, since many
//! readers pass over a region that comes with its words.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};

use super::dom;

/// Between an empty region and its words, in milliseconds.
const BREATH: u32 = 150;

pub(super) struct Speaker {
    region: HtmlElement,
    said: RefCell<String>,
    pending: RefCell<Option<Timeout>>,
}

impl Speaker {
    pub(super) fn new(parent: &Element) -> Self {
        let region = dom::add(parent, "div", "unseen", "");
        dom::set(&region, "role", Some("status"));
        Self {
            region,
            said: RefCell::default(),
            pending: RefCell::default(),
        }
    }

    /// Says `message`, unless that was said last.
    pub(super) fn say(&self, message: &str) {
        if self.said.replace(message.to_owned()) == message {
            return;
        }
        self.region.set_text_content(None);
        let (region, message) = (self.region.clone(), message.to_owned());
        let speak = Timeout::new(BREATH, move || region.set_text_content(Some(&message)));
        // What was about to be said is out of date, and ends here.
        self.pending.replace(Some(speak));
    }
}
