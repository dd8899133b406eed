//! What the person does in the overlay, with the mouse, the keyboard or a shortcut, and what follows from it here. What does
//! not is told to the engine.

use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::look;
use super::shield::Deed;
use super::{Heard, Shared};

impl Shared {
    pub(super) fn deed(&self, deed: Deed) {
        match deed {
            Deed::Pressed(button) => self.press(&button),
            Deed::Key(event) => self.key(&event),
            // What is offered may be out of sight: reached by keyboard, it is brought there.
            Deed::Focused(element, former) => {
                if let Some(former) = former
                    && !self.stage.root().contains(Some(&former))
                {
                    self.came_from.replace(Some(former));
                }
                if element.matches(".offer:focus-visible").unwrap_or_default()
                    && let Some(item) = offered(&element)
                {
                    look::bring(item);
                    self.follower.wake(false);
                }
            }
        }
    }

    fn press(&self, button: &Element) {
        let heard = if let Some(control) = button.get_attribute("data-undo") {
            Heard::Undo(control)
        } else if let Some(item) = offered(button) {
            Heard::Picked(item)
        } else {
            match button.get_attribute("data-action").unwrap_or_default() {
                action if action == "fold" => return self.fold(None),
                action if action == "show" => return self.bring(),
                action => Heard::Action(action),
            }
        };
        (self.hear)(heard);
        self.follower.wake(true);
    }

    fn key(&self, event: &KeyboardEvent) {
        let is_offering = self.state.borrow().rings.is_offering();
        let step = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" if is_offering => 1,
            "ArrowUp" | "ArrowLeft" if is_offering => -1,
            "Escape" => 0,
            _ => return,
        };
        event.prevent_default();
        match (is_offering, step) {
            (true, 0) => (self.hear)(Heard::Action("unpick".to_owned())),
            (true, step) => self.step(step),
            (false, _) => self.fold(Some(true)),
        }
    }

    /// The focus goes from one offered control to the next.
    fn step(&self, step: isize) {
        let state = self.state.borrow();
        let focused = self.stage.focused();
        let is_focused = |offer: &&HtmlElement| {
            focused
                .as_ref()
                .is_some_and(|one| offer.is_same_node(Some(one)))
        };
        let offers: Vec<&HtmlElement> = state.rings.offers().collect();
        let at = offers.iter().position(is_focused).unwrap_or_default();
        let count = offers.len().cast_signed();
        let next = (at.cast_signed() + step).rem_euclid(count.max(1));
        if let Some(offer) = offers.get(next.cast_unsigned()) {
            let _ = offer.focus();
        }
    }

    /// Tucks the callout away to its title, or opens it; `None` for the other of both.
    fn fold(&self, is_folded: Option<bool>) {
        let state = &mut *self.state.borrow_mut();
        if let Some(inner) = &mut state.inner {
            let is_folded = is_folded.unwrap_or(!inner.callout.is_folded());
            inner
                .callout
                .fold(is_folded, self.stage.focused().is_some());
            state.scene = None;
        }
        self.follower.wake(true);
    }

    /// Brings a control that is out of sight into it; whoever asked by keyboard goes on there.
    pub(super) fn bring(&self) {
        let rings = &self.state.borrow().rings;
        let Some(item) = rings.hidden().or(rings.first()) else {
            return;
        };
        look::bring(item);
        if self.stage.focused().is_some() && !look::focus_on(item) {
            self.enter();
        }
        self.follower.wake(true);
    }

    fn enter(&self) {
        if let Some(inner) = &self.state.borrow().inner {
            inner.callout.enter();
        }
    }

    /// The keyboard goes on: from a control to the callout, from there to the next control.
    pub(super) fn next(&self) {
        let items = self.state.borrow().rings.items();
        let at = self.state.borrow().next;
        let is_inside = self.stage.focused().is_some();
        let is_at_control = at > 0 && !is_inside;
        let next = items.get(at % items.len().max(1));
        if !is_at_control && let Some(&item) = next {
            look::bring(item);
            self.state.borrow_mut().next = at % items.len() + 1;
            if look::focus_on(item) {
                return self.follower.wake(true);
            }
        }
        if is_at_control {
            self.enter();
        } else {
            self.state.borrow_mut().next = 0;
            self.enter();
        }
        self.follower.wake(true);
    }
}

fn offered(element: &Element) -> Option<u32> {
    element.get_attribute("data-offer")?.parse().ok()
}
