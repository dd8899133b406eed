//! What was filled in this document, what the page made of it, and the way back.
//!
//! A field is filled once; then it is looked at again, because a page may throw away what a script wrote.

use farewell_core::{ControlId, Fill};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/fill.js")]
extern "C" {
    #[wasm_bindgen(js_name = type)]
    fn type_text(item: u32, text: &str) -> bool;
    fn choose(item: u32, option: u32) -> String;
    #[wasm_bindgen(js_name = valueOf)]
    /// What the field of that number holds now.
    pub(crate) fn value_of(item: u32) -> Option<String>;
    fn restore(item: u32);
}

/// What became of a filled field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not looked at again yet.
    Pending,
    /// The page kept it.
    Kept,
    /// The page changed it or threw it away.
    Refused,
    /// The field is the person's: it could not be filled, they took it back, or something else stands there by now.
    Undone,
}

/// One field that was filled in this document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Which control it is.
    pub control: ControlId,
    /// What became of it.
    pub outcome: Outcome,
    item: u32,
    written: String,
}

impl Filled {
    /// Fills a field that is empty and can be edited. Where it may not be it counts as taken back: the person is to fill it.
    pub fn fill(fill: &Fill) -> Self {
        let written = match fill.choice {
            Some(option) => choose(fill.item, option),
            None if type_text(fill.item, &fill.text) => fill.text.clone(),
            None => String::new(),
        };
        Self {
            control: fill.control,
            outcome: if written.is_empty() {
                Outcome::Undone
            } else {
                Outcome::Pending
            },
            item: fill.item,
            written,
        }
    }

    /// Looks whether the page kept it, and whether it still stands there. `now` is the field that the control is by now: a page
    /// may have made it anew.
    pub fn verify(&mut self, now: Option<u32>) {
        if !self.can_undo() {
            return;
        }
        self.item = now.unwrap_or(self.item);
        let stands = value_of(self.item).is_some_and(|value| value == self.written);
        self.outcome = match self.outcome {
            Outcome::Pending if !stands => Outcome::Refused,
            // Where the form is gone there is nothing to look at.
            Outcome::Kept if !stands && now.is_some() => Outcome::Undone,
            _ => Outcome::Kept,
        };
    }

    /// The field.
    pub fn item(&self) -> u32 {
        self.item
    }

    /// Puts back what was there.
    pub fn undo(&mut self) {
        if self.can_undo() {
            restore(self.item);
            self.outcome = Outcome::Undone;
        }
    }

    /// Whether something of ours stands in it.
    pub fn can_undo(&self) -> bool {
        matches!(self.outcome, Outcome::Pending | Outcome::Kept)
    }
}
