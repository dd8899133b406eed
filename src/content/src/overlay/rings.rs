//! The rings round the controls that are pointed at, and the buttons over those that are offered to be picked.

use web_sys::{Element, HtmlElement};

use super::dom;
use super::look::{Look, Standing};
use super::rect::Rect;

/// How far a ring stands off its control; the contract allows 8.
const MARGIN: f64 = 4.0;

/// One control to point at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The control's name in `data-control`.
    pub control: &'static str,
    /// The [item](farewell_core::Item::id) that it is.
    pub item: u32,
    /// Shown on the ring; 0 for none.
    pub number: u8,
    /// Whether it is the last press, which can't be taken back.
    pub is_grave: bool,
    /// What it is called, where it is not pointed at but offered to be picked.
    pub offer: Option<String>,
}

impl Pointer {
    /// Whether the ring of `other` can go on as this one's: nothing blinks when a page makes its control anew.
    fn continues(&self, other: &Self) -> bool {
        let is_same = self.control == other.control
            && self.number == other.number
            && self.is_grave == other.is_grave;
        match (&self.offer, &other.offer) {
            (None, None) => is_same,
            (Some(name), Some(before)) => is_same && self.item == other.item && name == before,
            _ => false,
        }
    }
}

struct Ring {
    pointer: Pointer,
    element: HtmlElement,
    /// Where it is drawn; empty while it is not.
    drawn: Rect,
    standing: Standing,
}

/// All rings, in the order of their pointers.
#[derive(Default)]
pub(super) struct Rings(Vec<Ring>);

impl Rings {
    /// Points at `pointers` from now on. Nothing new is drawn before it was looked at.
    pub(super) fn point(&mut self, pointers: Vec<Pointer>) {
        let mut former = std::mem::take(&mut self.0);
        for pointer in pointers {
            let kept = former
                .iter()
                .position(|ring| pointer.continues(&ring.pointer));
            let ring = match kept {
                Some(at) => Ring {
                    pointer,
                    ..former.swap_remove(at)
                },
                None => Ring::new(pointer),
            };
            self.0.push(ring);
        }
        for ring in former {
            ring.element.remove();
        }
    }

    /// Draws each ring as its control was seen in this frame, in `parent`. A control that is gone, or says something
    /// else, loses its ring for good: true where there was one.
    pub(super) fn draw(&mut self, parent: &Element, looks: &[Look]) -> bool {
        let before = self.0.len();
        let mut looks = looks.iter();
        self.0.retain_mut(|ring| {
            let Some(look) = looks.next() else {
                return true;
            };
            if matches!(look.standing, Standing::Gone | Standing::Changed) {
                ring.element.remove();
                return false;
            }
            ring.draw(parent, look);
            true
        });
        self.0.len() < before
    }

    /// The items pointed at.
    pub(super) fn items(&self) -> Vec<u32> {
        self.0.iter().map(|ring| ring.pointer.item).collect()
    }

    pub(super) fn first(&self) -> Option<u32> {
        self.0.first().map(|ring| ring.pointer.item)
    }

    pub(super) fn control(&self, at: usize) -> Option<&'static str> {
        self.0.get(at).map(|ring| ring.pointer.control)
    }

    /// Whether the person is to pick a control.
    pub(super) fn is_offering(&self) -> bool {
        self.0
            .first()
            .is_some_and(|ring| ring.pointer.offer.is_some())
    }

    /// The offered items' buttons, in their order.
    pub(super) fn offers(&self) -> impl Iterator<Item = &HtmlElement> {
        self.0.iter().map(|ring| &ring.element)
    }

    /// How each stands.
    pub(super) fn standings(&self) -> impl Iterator<Item = Standing> {
        self.0.iter().map(|ring| ring.standing)
    }

    /// The first control that is out of sight.
    pub(super) fn hidden(&self) -> Option<u32> {
        let hidden = |ring: &&Ring| ring.standing != Standing::Seen;
        self.0.iter().find(hidden).map(|ring| ring.pointer.item)
    }
}

impl Ring {
    fn new(pointer: Pointer) -> Self {
        let element = match &pointer.offer {
            Some(name) => {
                let button = dom::element("button", "offer");
                dom::set(&button, "type", Some("button"));
                dom::set(&button, "data-offer", Some(&pointer.item.to_string()));
                dom::set(&button, "aria-label", Some(name));
                button
            }
            None => ring_of(&pointer),
        };
        Self {
            pointer,
            element,
            drawn: Rect::default(),
            standing: Standing::Clipped,
        }
    }

    fn draw(&mut self, parent: &Element, look: &Look) {
        self.standing = look.standing;
        if !matches!(look.standing, Standing::Seen | Standing::Away) {
            self.element.remove();
            self.drawn = Rect::default();
            return;
        }
        let ring = look.seen.grown(MARGIN);
        if self.drawn == ring {
            return;
        }
        // By its transform, of a layer of its own: after any other way to move, Chromium paints the whole window again.
        let place = format!("translate({:.2}px,{:.2}px)", ring.x, ring.y);
        dom::style(&self.element, "transform", &place);
        if (self.drawn.w, self.drawn.h) != (ring.w, ring.h) {
            dom::style(&self.element, "width", &dom::px(ring.w));
            dom::style(&self.element, "height", &dom::px(ring.h));
        }
        if self.drawn.is_empty() {
            let _ = parent.append_child(&self.element);
        }
        self.drawn = ring;
    }
}

fn ring_of(pointer: &Pointer) -> HtmlElement {
    let ring = dom::element("div", "ring tokens");
    dom::add(&ring, "i", "pulse", "");
    for (name, value) in [
        ("part", Some("spotlight")),
        ("data-control", Some(pointer.control)),
        ("data-grave", pointer.is_grave.then_some("")),
        ("aria-hidden", Some("true")),
    ] {
        dom::set(&ring, name, value);
    }
    if pointer.number > 0 {
        dom::add(&ring, "b", "badge", &pointer.number.to_string());
    }
    ring
}
