//! Just enough of a JSON writer for what the engine tells: a general one would weigh more than all that is told.

use crate::prelude::*;
use farewell_core::decimal;

#[derive(Default)]
pub(super) struct Json(String);

impl Json {
    pub(super) fn into_text(self) -> String {
        self.0
    }

    pub(super) fn null(&mut self) {
        self.0.push_str("null");
    }

    pub(super) fn key(&mut self, name: &str) -> &mut Self {
        self.separate();
        self.text(name);
        self.0.push(':');
        self
    }

    /// A comma, unless something has just begun.
    fn separate(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '\n' => self.0.push_str("\\n"),
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                _ => self.0.push(if c < ' ' { ' ' } else { c }),
            }
        }
        self.0.push('"');
    }

    pub(super) fn number(&mut self, number: i32) {
        self.0.push_str(&decimal(number));
    }

    /// Hundredths, as a number between 0 and 1.
    pub(super) fn share(&mut self, hundredths: u8) {
        self.0.push_str(match hundredths {
            100.. => "1",
            0..10 => "0.0",
            10..100 => "0.",
        });
        if hundredths < 100 {
            self.number(i32::from(hundredths));
        }
    }

    pub(super) fn list<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.0.push('[');
        for item in items {
            self.separate();
            write(self, item);
        }
        self.0.push(']');
    }

    pub(super) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.0.push('{');
        write(self);
        self.0.push('}');
    }
}
