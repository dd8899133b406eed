//! While the person points at a control that could not be told: what is offered, and what it is called.

use farewell_core::{ControlId, Item, View, pickable};

use crate::chosen::message;
use crate::overlay::Pointer;

/// Nobody looks through more than these, and the page would be all frames.
const MOST_OFFERED: usize = 200;

/// The person is to point at a control.
#[derive(Clone, Copy)]
pub(super) struct Picking {
    pub(super) control: ControlId,
    /// Why what they pointed at last can't be it, as a key of words.
    pub(super) refused: Option<&'static str>,
}

impl Picking {
    pub(super) const fn of(control: ControlId) -> Self {
        Self {
            control,
            refused: None,
        }
    }

    /// What the person may point at.
    pub(super) fn offers(self, view: &View) -> Vec<Pointer> {
        let offer = |(before, item): (usize, &Item)| Pointer {
            control: self.control.as_str(),
            item: item.id,
            number: 0,
            is_grave: false,
            offer: Some(name_of(item, before)),
        };
        pickable(view)
            .take(MOST_OFFERED)
            .enumerate()
            .map(offer)
            .collect()
    }
}

/// What an item is called that the person may pick, after `before` others.
fn name_of(item: &Item, before: usize) -> String {
    if item.name.is_empty() {
        message("overlay_pick_nameless", &[(before + 1).to_string()])
    } else {
        item.name.clone()
    }
}
