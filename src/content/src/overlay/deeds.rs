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

    /// The keyboard goes on: from a control to the callout, from there to the next control. Where the page takes the focus back
    /// from the callout at once, it goes on from there all the same.
    pub(super) fn next(&self) {
        let items = self.state.borrow().rings.items();
        let focused = items.iter().position(|&item| look::is_focused(item));
        let place = match (focused, self.state.borrow().place) {
            (Some(at), _) => Place::Control(at),
            (None, Place::Callout(at)) => Place::Callout(at),
            (None, Place::Control(at)) if self.stage.focused().is_some() => Place::Callout(at),
            (None, place) => place,
        };
        let next = place.next(items.len());
        self.state.borrow_mut().place = next;
        if let Place::Control(at) = next
            && let Some(&item) = items.get(at)
        {
            look::bring(item);
            if look::focus_on(item) {
                return self.follower.wake(true);
            }
            self.state.borrow_mut().place = Place::Callout(at);
        }
        self.enter();
        self.follower.wake(true);
    }
}

/// Where the command "next" has brought the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// Nowhere yet.
    #[default]
    Outside,
    /// To the control of this number.
    Control(usize),
    /// To the callout, from that control.
    Callout(usize),
}

impl Place {
    /// Where it goes on, among `count` controls.
    fn next(self, count: usize) -> Self {
        match self {
            Self::Outside if count > 0 => Self::Control(0),
            Self::Callout(at) if count > 0 => Self::Control((at + 1) % count),
            Self::Control(at) => Self::Callout(at),
            Self::Outside | Self::Callout(_) => Self::Callout(0),
        }
    }
}

fn offered(element: &Element) -> Option<u32> {
    element.get_attribute("data-offer")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Place::{self, Callout, Control, Outside};

    #[test]
    fn next_goes_from_each_control_to_the_callout_and_from_there_to_the_control_after_it() {
        let mut place = Place::default();
        let mut went = Vec::new();
        for _ in 0..5 {
            place = place.next(2);
            went.push(place);
        }
        assert_eq!(
            went,
            [Control(0), Callout(0), Control(1), Callout(1), Control(0)]
        );
    }

    #[test]
    fn where_no_control_is_marked_next_goes_to_the_callout() {
        for place in [Outside, Callout(3)] {
            assert_eq!(place.next(0), Callout(0));
        }
    }
}
