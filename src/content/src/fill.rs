//! Filling a field so that the page believes it, looking at what the page made of it, and the way back.
//!
//! A script of the page hears of a value by the events that a person's typing and leaving fire, and a framework that puts a
//! setter of its own on a field is passed by the native one. A field is filled once; then it is looked at again, because a
//! page may throw away or cut what a script wrote.

use farewell_core::{ControlId, Fill};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventInit, FocusEvent, FocusEventInit, HtmlInputElement, HtmlOptionElement,
    HtmlSelectElement,
};

use crate::read::element_of;

/// What became of a filled field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not looked at again yet.
    Pending,
    /// The page kept it, if in capitals.
    Kept,
    /// The page cut it, changed it or threw it away: it was taken back.
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
    /// What stood in the field before.
    former: String,
}

impl Filled {
    /// Fills a field that is empty and can be edited. Where it may not be it counts as taken back: the person is to fill it.
    pub fn fill(fill: &Fill) -> Self {
        match fill.choice {
            Some(option) => Self::choose(fill, option),
            None => Self::write(fill, str::is_empty),
        }
    }

    /// Writes over what stands in the field, because the person pressed a button for it.
    pub fn overwrite(fill: &Fill) -> Self {
        Self::write(fill, |_| true)
    }

    fn write(fill: &Fill, may_replace: impl Fn(&str) -> bool) -> Self {
        let field = open_field(fill.item, &["input", "textarea"]);
        let former = value_of(fill.item).unwrap_or_default();
        let field = field.filter(|field| may_replace(&former) && takes(field, &fill.text));
        if let Some(field) = &field {
            set_value(field, &fill.text);
        }
        Self::new(fill, field.map(|_| fill.text.clone()), former)
    }

    /// Chooses an option of a native select in which nothing is chosen but its first option.
    fn choose(fill: &Fill, option: u32) -> Self {
        let select = open_field(fill.item, &["select"]);
        let former = value_of(fill.item).unwrap_or_default();
        let option = element_of(option).unchecked_into::<HtmlOptionElement>();
        let select = select.filter(|select| {
            !option.is_null_or_undefined()
                && select.contains(Some(&option))
                && select.unchecked_ref::<HtmlSelectElement>().selected_index() <= 0
        });
        let value = select.as_ref().map(|_| option.value());
        if let (Some(select), Some(value)) = (&select, &value) {
            set_value(select, value);
        }
        Self::new(fill, value, former)
    }

    fn new(fill: &Fill, written: Option<String>, former: String) -> Self {
        let written = written.unwrap_or_default();
        Self {
            control: fill.control,
            outcome: if written.is_empty() {
                Outcome::Undone
            } else {
                Outcome::Pending
            },
            item: fill.item,
            written,
            former,
        }
    }

    /// Looks whether the page kept it, and whether it still stands there. `now` is the field that the control is by now: a page
    /// may have made it anew.
    pub fn verify(&mut self, now: Option<u32>) {
        if !self.can_undo() {
            return;
        }
        self.item = now.unwrap_or(self.item);
        let value = value_of(self.item).unwrap_or_default();
        // A page that writes capitals is content with what it has.
        let stands = value == self.written
            || !value.is_empty() && value.to_lowercase() == self.written.to_lowercase();
        self.outcome = match self.outcome {
            Outcome::Pending if !stands => {
                self.take_back(&value);
                Outcome::Refused
            }
            // Where the form is gone there is nothing to look at.
            Outcome::Kept if !stands && now.is_some() => Outcome::Undone,
            _ => Outcome::Kept,
        };
    }

    /// Empties a field in which the page has left a part of what was written: half a phrase is none.
    fn take_back(&self, value: &str) {
        let is_part = !value.is_empty() && self.written.contains(value.trim());
        if is_part && let Some(field) = open_field(self.item, &["input", "textarea"]) {
            set_value(&field, &self.former);
        }
    }

    /// The field.
    pub fn item(&self) -> u32 {
        self.item
    }

    /// Puts back what was there.
    pub fn undo(&mut self) {
        if self.can_undo() {
            if let Some(field) = open_field(self.item, &["input", "textarea", "select"]) {
                set_value(&field, &self.former);
            }
            self.outcome = Outcome::Undone;
        }
    }

    /// Whether something of ours stands in it.
    pub fn can_undo(&self) -> bool {
        matches!(self.outcome, Outcome::Pending | Outcome::Kept)
    }
}

/// The field of that number, if it is one of these kinds and can be edited.
fn open_field(item: u32, kinds: &[&str]) -> Option<Element> {
    // Elements of other frames are instances of other windows' classes, so nothing is cast with a check.
    let field = element_of(item);
    if field.is_null_or_undefined() {
        return None;
    }
    let field = field.unchecked_into::<Element>();
    let is_open = kinds.contains(&field.local_name().as_str())
        && !field.matches(":disabled").unwrap_or(true)
        && !field.has_attribute("readonly");
    is_open.then_some(field)
}

/// What the field of that number holds now.
pub(crate) fn value_of(item: u32) -> Option<String> {
    let field = element_of(item);
    (!field.is_null_or_undefined())
        .then(|| Reflect::get(&field, &VALUE.into()).ok())
        .flatten()
        .and_then(|value| value.as_string())
}

/// Whether the text is no longer than the field takes, in UTF-16 units.
fn takes(field: &Element, text: &str) -> bool {
    let most = field.unchecked_ref::<HtmlInputElement>().max_length();
    let length = text.encode_utf16().count();
    usize::try_from(most).map_or(true, |most| length <= most)
}

const VALUE: &str = "value";

/// Sets the value through the native setter, and fires what typing and leaving the field fire.
fn set_value(field: &Element, value: &str) {
    fire_focus(field, "focus", false);
    fire_focus(field, "focusin", true);
    let prototype = Object::get_prototype_of(field);
    // The prototype's setter can't fail on a field of its own kind.
    let _ = Reflect::set_with_receiver(&prototype, &VALUE.into(), &value.into(), field);
    for name in ["input", "change"] {
        let how = EventInit::new();
        how.set_bubbles(true);
        how.set_composed(true);
        fire(field, Event::new_with_event_init_dict(name, &how));
    }
    fire_focus(field, "blur", false);
    fire_focus(field, "focusout", true);
}

fn fire_focus(field: &Element, name: &str, bubbles: bool) {
    let how = FocusEventInit::new();
    how.set_bubbles(bubbles);
    how.set_composed(true);
    let event = FocusEvent::new_with_focus_event_init_dict(name, &how);
    fire(field, event.map(Into::into));
}

fn fire(field: &Element, event: Result<Event, JsValue>) {
    if let Ok(event) = event {
        // Whether the page cancels it is the page's matter.
        let _ = field.dispatch_event(&event);
    }
}
