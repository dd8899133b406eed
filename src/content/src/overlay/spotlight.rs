//! The ring round one control: pointed at, or offered to be picked.

use farewell_core::Area;

use super::Pointer;
use super::stage::{Part, Stage, lengths};

/// How far the ring stands off the control; the contract allows 8.
const MARGIN: i32 = 4;

pub(super) struct Spotlight {
    pub(super) pointer: Pointer,
    pub(super) ring: Part,
    pub(super) area: Area,
}

impl Spotlight {
    pub(super) fn new(stage: &Stage, parent: &Part, pointer: Pointer) -> Self {
        if let Some(name) = &pointer.offer {
            let mut action = String::from("pick ");
            action.push_str(&pointer.item.to_string());
            let ring = stage.add_button(parent, "offer", &action, "");
            stage.set(&ring, "aria-label", Some(name));
            return Self {
                pointer,
                ring,
                area: Area::default(),
            };
        }
        let ring = stage.add(parent, "div", "ring", "");
        let grave = if pointer.is_grave { Some("") } else { None };
        for (name, value) in [
            ("part", Some("spotlight")),
            ("data-control", Some(pointer.control)),
            ("data-grave", grave),
            ("aria-hidden", Some("true")),
        ] {
            stage.set(&ring, name, value);
        }
        if pointer.number > 0 {
            stage.add(&ring, "b", "badge", &pointer.number.to_string());
        }
        Self {
            pointer,
            ring,
            area: Area::default(),
        }
    }

    /// Moves the ring to where the control is now.
    pub(super) fn move_to(&mut self, stage: &Stage, area: Area) {
        if area != self.area {
            self.area = area;
            let box_of = [
                ("left", area.x - MARGIN),
                ("top", area.y - MARGIN),
                ("width", area.w + 2 * MARGIN),
                ("height", area.h + 2 * MARGIN),
            ];
            stage.style(&self.ring, &lengths(&box_of));
        }
    }
}
