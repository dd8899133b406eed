//! What a guide remembers from document to document, as one short text for `storage.session`.

use super::{Guide, Pressed, Scene, email_on};
use crate::before::Before;
use crate::decimal::decimal;
use crate::ids::{ControlId, PageId};
use crate::prelude::*;
use crate::recognise::Says;

/// The memory of a running guide. It ends with the guide.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact about the way, and independent of the others"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The account's e-mail as seen on the account's own pages; empty if not seen.
    pub email: String,
    /// Index of the furthest step of the flow that a page of the guide has shown.
    pub reached: u8,
    /// Whether the last, irreversible control was pressed.
    pub has_submitted: bool,
    /// Whether a code was asked for.
    pub has_asked_code: bool,
    /// How many phrases the site rejected.
    pub rejected: u8,
    /// The last page and what was pressed there, to notice a way that leads in circles.
    pub pressed: Option<Pressed>,
    /// How many times in a row the same press led back to the same page.
    pub circles: u8,
    /// Fields of this document that the page did not keep filled, or whose filling the person took back: theirs to fill.
    pub left: Vec<ControlId>,
    /// Whether a rejection was counted in this document.
    rejection_seen: bool,
    /// Whether this memory came into this document just now.
    fresh: bool,
}

impl Memory {
    /// From the text that [`Memory::to_text`] made; what is not understood is left out.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut memory = Self {
            fresh: true,
            ..Self::default()
        };
        for line in text.split('\n') {
            let Some((name, value)) = line.split_once('=') else {
                continue;
            };
            match name {
                "email" => value.clone_into(&mut memory.email),
                "reached" => memory.reached = value.parse().unwrap_or(0),
                "submitted" => memory.has_submitted = value == "1",
                "asked" => memory.has_asked_code = value == "1",
                "rejected" => memory.rejected = value.parse().unwrap_or(0),
                "circles" => memory.circles = value.parse().unwrap_or(0),
                "pressed" => {
                    memory.pressed = value.split_once(' ').and_then(|(page, control)| {
                        Some(Pressed {
                            page: PageId::parse(page)?,
                            control: ControlId::parse(control)?,
                        })
                    });
                }
                _ => {}
            }
        }
        memory
    }

    /// As text, for the next document.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: &str| {
            if !value.is_empty() {
                text.push_str(name);
                text.push('=');
                text.push_str(value);
                text.push('\n');
            }
        };
        line("email", &self.email);
        line("reached", &decimal(self.reached.into()));
        line("submitted", if self.has_submitted { "1" } else { "" });
        line("asked", if self.has_asked_code { "1" } else { "" });
        line("rejected", &decimal(self.rejected.into()));
        line("circles", &decimal(self.circles.into()));
        if let Some(Pressed { page, control }) = self.pressed {
            let mut pressed = String::from(page.as_str());
            pressed.push(' ');
            pressed.push_str(control.as_str());
            line("pressed", &pressed);
        }
        text
    }

    /// What to settle before, as far as ticks and visited pages say.
    #[must_use]
    pub fn before(&self, guide: &Guide) -> [Before; 5] {
        Before::all(&guide.ticked)
    }

    /// Takes in what the page shows and what was pressed.
    pub(super) fn notice(&mut self, scene: &Scene<'_>, pressed: Option<Pressed>) {
        let page = scene.page();
        if self.fresh {
            self.fresh = false;
            self.rejection_seen = false;
        }
        let of_account = matches!(
            page,
            PageId::MyAliexpress
                | PageId::AccountSettings
                | PageId::EditProfile
                | PageId::PersonalInformation
        );
        if of_account && let Some(email) = email_on(scene.view) {
            self.email = email;
        }
        if let Some(step) = scene
            .flow
            .steps
            .iter()
            .position(|step| step.pages.first() == Some(&page))
        {
            let step = u8::try_from(step).unwrap_or(u8::MAX);
            if let Some(last) = self.pressed
                && last.page != page
            {
                self.circles = if step <= self.reached && self.reached > 0 {
                    self.circles.saturating_add(1)
                } else {
                    0
                };
                self.pressed = None;
            }
            self.reached = self.reached.max(step);
        }
        if let Some(pressed) = pressed {
            self.has_submitted =
                matches!(pressed.control, ControlId::Submit | ControlId::ConfirmYes);
            self.has_asked_code |= pressed.control == ControlId::GetCode;
            self.rejection_seen = false;
            self.pressed = Some(pressed);
        }
        if scene.sighting.says(Says::Rejected) && self.has_submitted && !self.rejection_seen {
            self.rejected = self.rejected.saturating_add(1);
            self.rejection_seen = true;
            self.has_submitted = false;
        }
    }
}
