//! What a guide remembers from document to document, as one short text for `storage.session`.

use super::context::Context;
use super::instruction::{Guide, Pressed};
use super::timing::SETTLING;
use crate::email::email_on;
use crate::ids::{ControlId, PageId};
use crate::recognise::Says;
use farewell_orders::Counts;

/// The memory of a running guide. It ends with the guide.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact about the way, and independent of the others"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The account's e-mail as seen on the account's own pages; empty if not seen.
    pub email: String,
    /// An e-mail that one of these pages showed without saying whose it is: it is asked about before it is filled in.
    pub unnamed: String,
    /// Another e-mail than the known one, as the account's own pages show it: whose account it is has to be asked.
    pub doubt: String,
    /// Whether the person said that the account of [`Memory::doubt`] is not the one.
    pub is_wrong: bool,
    /// Index of the furthest step of the flow that a page of the guide has shown.
    pub reached: u8,
    /// Whether the last, irreversible control was pressed.
    pub has_submitted: bool,
    /// Whether a code was asked for.
    pub has_asked_code: bool,
    /// How many phrases the site rejected.
    pub rejected: u8,
    /// The last press that leads on, until it is seen where it led.
    pub pressed: Option<Pressed>,
    /// The last press that led no further, and where it led instead.
    led: Option<(Pressed, PageId)>,
    /// The page to which the same press has led twice without getting any further. A fresh document is a fresh try.
    pub circle: Option<PageId>,
    /// Fields of this document that the page did not keep filled, or whose filling the person took back: theirs to fill.
    pub left: Vec<ControlId>,
    /// How many orders were read in this tab, out of how many: the engine's to say.
    pub orders: Counts,
    /// Whether the person has used the choice of the order list's period in this document.
    pub(super) has_chosen_period: bool,
    /// Whether a rejection was counted in this document.
    rejection_seen: bool,
    /// Whether the last press was in a former document.
    has_arrived: bool,
}

impl Memory {
    /// From the text that [`Memory::to_text`] made; what is not understood is left out.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut memory = Self {
            has_arrived: true,
            ..Self::default()
        };
        for line in text.split('\n') {
            let Some((name, value)) = line.split_once('=') else {
                continue;
            };
            match name {
                "email" => value.clone_into(&mut memory.email),
                "reached" => memory.reached = small(value),
                "submitted" => memory.has_submitted = value == "1",
                "asked" => memory.has_asked_code = value == "1",
                "rejected" => memory.rejected = small(value),
                "unnamed" => value.clone_into(&mut memory.unnamed),
                "doubt" => value.clone_into(&mut memory.doubt),
                "wrong" => memory.is_wrong = value == "1",
                "pressed" => memory.pressed = press(value),
                "led" => {
                    memory.led = value
                        .split_once(' ')
                        .and_then(|(to, pressed)| Some((press(pressed)?, PageId::parse(to)?)));
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
        line("reached", &self.reached.to_string());
        line("submitted", if self.has_submitted { "1" } else { "" });
        line("asked", if self.has_asked_code { "1" } else { "" });
        line("rejected", &self.rejected.to_string());
        line("unnamed", &self.unnamed);
        line("doubt", &self.doubt);
        line("wrong", if self.is_wrong { "1" } else { "" });
        if let Some(Pressed { page, control }) = self.pressed {
            line("pressed", &[page.as_str(), control.as_str()].join(" "));
        }
        if let Some((Pressed { page, control }, to)) = self.led {
            line(
                "led",
                &[to.as_str(), page.as_str(), control.as_str()].join(" "),
            );
        }
        text
    }

    /// Takes in the person's answer to whether the page's account is the one.
    pub fn answer(&mut self, is_the_one: bool) {
        self.is_wrong = !is_the_one;
        if is_the_one {
            self.email = std::mem::take(&mut self.doubt);
        }
    }

    /// Takes in that the person had that address written into the form.
    pub fn take_email(&mut self, email: &str) {
        email.clone_into(&mut self.email);
        self.unnamed.clear();
    }

    /// The step to name where the page itself is none of a step: the one after the furthest that was reached.
    pub(super) fn due(&self, context: &Context<'_>) -> usize {
        usize::from(self.reached).min(context.flow.steps.len() - 1)
    }

    /// Takes in what the page shows and what was pressed.
    pub(super) fn notice(&mut self, context: &Context<'_>, pressed: Option<Pressed>) {
        let page = context.page();
        self.see_account(context);
        self.arrive(context);
        if let Some(step) = context.flow.usual(page) {
            self.reached = self.reached.max(u8::try_from(step).unwrap_or(u8::MAX));
        }
        if let Some(pressed) = pressed {
            self.has_submitted =
                matches!(pressed.control, ControlId::Submit | ControlId::ConfirmYes);
            self.has_asked_code |= pressed.control == ControlId::GetCode;
            self.rejection_seen = false;
            self.has_chosen_period |= pressed.control == ControlId::OrderPeriod;
            let leads =
                |pressed: &Pressed| !pressed.control.is_field() && !pressed.control.is_of_list();
            self.pressed = Some(pressed).filter(leads);
            self.has_arrived = false;
        }
        if context.sighting.says(Says::Rejected) && self.has_submitted && !self.rejection_seen {
            self.rejected = self.rejected.saturating_add(1);
            self.rejection_seen = true;
            self.has_submitted = false;
        }
    }

    /// Which account it is, as far as the account's own pages tell.
    fn see_account(&mut self, context: &Context<'_>) {
        match context.page() {
            // Another account may be signed in to next.
            PageId::SignedOut => (self.doubt, self.is_wrong) = Default::default(),
            PageId::MyAliexpress
            | PageId::AccountSettings
            | PageId::EditProfile
            | PageId::PersonalInformation => {
                let Some(shown) = email_on(context.view, context.lexicon) else {
                    return;
                };
                let email = shown.address;
                match known_email(context.guide, self) {
                    None if !shown.is_named => self.unnamed = email,
                    Some(known) if !known.eq_ignore_ascii_case(&email) => {
                        if self.doubt != email {
                            self.doubt = email;
                            self.is_wrong = false;
                        }
                    }
                    _ => {
                        self.email = email;
                        (self.doubt, self.unnamed, self.is_wrong) = Default::default();
                    }
                }
            }
            _ => {}
        }
    }

    /// Notices where the last press led, once that can be told, and whether it led nowhere twice in a row.
    fn arrive(&mut self, context: &Context<'_>) {
        let page = context.page();
        let is_told =
            page != PageId::Other || context.view.parsed && context.moment.since_start >= SETTLING;
        let Some(last) = self
            .pressed
            .filter(|last| is_told && (self.has_arrived || last.page != page))
        else {
            return;
        };
        self.pressed = None;
        self.has_arrived = true;
        let led =
            Some((last, page)).filter(|_| !context.flow.leads_on(last.page, last.control, page));
        let is_again = led.is_some() && self.led == led;
        self.circle = is_again.then_some(page);
        self.led = led.filter(|_| !is_again);
    }
}

fn small(digits: &str) -> u8 {
    digits.parse().unwrap_or(0)
}

/// A press as [`Memory::to_text`] wrote it.
pub(super) fn press(text: &str) -> Option<Pressed> {
    let (page, control) = text.split_once(' ')?;
    Some(Pressed {
        page: PageId::parse(page)?,
        control: ControlId::parse(control)?,
    })
}

/// The account's e-mail: as its own pages show it and the person did not contradict, else as given in the popup.
pub(super) fn known_email<'a>(guide: &'a Guide, memory: &'a Memory) -> Option<&'a str> {
    [memory.email.as_str(), guide.email.as_str()]
        .into_iter()
        .find(|email| !email.is_empty())
}
