//! The ring round one control.

use farewell_core::Area;
use web_sys::{Element, HtmlElement};

use super::{Pointer, dom};
use crate::read::area_of;

/// How far the ring stands off the control; the contract allows 8.
const MARGIN: i32 = 4;

pub(super) struct Spotlight {
    pointer: Pointer,
    ring: HtmlElement,
    area: Area,
}

impl Spotlight {
    pub(super) fn new(parent: &Element, pointer: Pointer) -> Self {
        let ring = dom::add(parent, "div", "ring", "");
        dom::set(&ring, "part", "spotlight");
        dom::set(&ring, "data-control", pointer.control);
        dom::set(&ring, "aria-hidden", "true");
        if pointer.is_grave {
            dom::set(&ring, "data-grave", "");
        }
        if pointer.number > 0 {
            dom::add(&ring, "b", "badge", &pointer.number.to_string());
        }
        Self { pointer, ring, area: Area::default() }
    }

    /// The same ring, on the element that its control is now.
    pub(super) fn on(mut self, pointer: Pointer) -> Self {
        let parent = self.ring.parent_element().filter(|_| pointer.number != self.pointer.number);
        if let Some(parent) = parent {
            self.ring.remove();
            return Self::new(&parent, pointer);
        }
        self.pointer = pointer;
        self
    }

    /// Follows the control; false when it is no longer on the page.
    pub(super) fn follow(&mut self, moved: &mut bool) -> bool {
        if !self.pointer.element.is_connected() {
            return false;
        }
        let area = area_of(&self.pointer.element);
        if area.w <= 0 || area.h <= 0 {
            return false;
        }
        if area != self.area {
            *moved = true;
            self.area = area;
            dom::measure(&self.ring, "left", area.x - MARGIN);
            dom::measure(&self.ring, "top", area.y - MARGIN);
            dom::measure(&self.ring, "width", area.w + 2 * MARGIN);
            dom::measure(&self.ring, "height", area.h + 2 * MARGIN);
        }
        true
    }

    pub(super) fn remove(&self) {
        self.ring.remove();
    }

    pub(super) fn control(&self) -> &'static str {
        self.pointer.control
    }

    pub(super) fn element(&self) -> &Element {
        &self.pointer.element
    }

    pub(super) fn area(&self) -> Area {
        self.area
    }
}
