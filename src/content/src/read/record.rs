//! The records of `gather.js` and `facts.js`, parsed: as the page writes them, and decomposed.

use crate::prelude::*;

use farewell_core::{Item, Kind, Landmark, Parts, parts};

pub(super) const RECORD: u8 = 0x1e;
const FIELD: u8 = 0x1f;
const PART: u8 = 0x1d;

/// The fields of a record, one after the other; one that is missing is empty, or 0.
pub(super) struct Fields<'page>(Parts<'page>);

impl<'page> Fields<'page> {
    pub(super) fn of(record: &'page str) -> Self {
        Self(parts(record, FIELD))
    }

    pub(super) fn text(&mut self) -> &'page str {
        self.0.next().unwrap_or("")
    }

    pub(super) fn nth(&mut self, at: usize) -> &'page str {
        self.0.nth(at).unwrap_or("")
    }

    pub(super) fn number(&mut self) -> i32 {
        self.text().parse().unwrap_or(0)
    }

    pub(super) fn parts(&mut self) -> Vec<String> {
        parts(self.text(), PART)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// What the first record says of the page itself.
pub(super) struct About<'page> {
    pub(super) href: &'page str,
    /// Decomposed.
    pub(super) title: &'page str,
    pub(super) is_parsed: bool,
}

impl<'page> About<'page> {
    pub(super) fn parse(raw: &'page str, decomposed: &'page str) -> Self {
        let mut raw = Fields::of(raw);
        let (href, state) = (raw.text(), raw.nth(1));
        Self {
            href,
            title: Fields::of(decomposed).nth(1),
            is_parsed: state != "loading",
        }
    }
}

/// The cheap facts of one candidate.
pub(super) struct Record<'page> {
    pub(super) kind: Kind,
    /// Its text as the page writes it.
    pub(super) text: &'page str,
    /// Its text, decomposed.
    pub(super) said: &'page str,
    /// What its attributes say for it, decomposed.
    pub(super) words: &'page str,
    pub(super) hints: &'page str,
    pub(super) href: &'page str,
    /// Its name is what other elements say.
    pub(super) refers: bool,
    pub(super) form: u16,
    pub(super) dialog: u16,
    group: u16,
    landmark: Landmark,
}

impl<'page> Record<'page> {
    pub(super) fn parse(raw: &'page str, decomposed: &'page str) -> Option<Self> {
        let mut fields = Fields::of(decomposed);
        Some(Self {
            kind: kind_named(fields.text())?,
            text: Fields::of(raw).nth(1),
            said: fields.text(),
            words: fields.text(),
            hints: fields.text(),
            href: fields.text(),
            refers: !fields.text().is_empty(),
            form: group_number(&mut fields),
            dialog: group_number(&mut fields),
            group: group_number(&mut fields),
            landmark: landmark_named(fields.text()),
        })
    }

    pub(super) fn into_item(self) -> Item {
        Item {
            kind: self.kind,
            hints: self.hints.to_owned(),
            href: self.href.to_owned(),
            form: self.form,
            dialog: self.dialog,
            group: self.group,
            landmark: self.landmark,
            ..Item::default()
        }
    }
}

fn group_number(fields: &mut Fields<'_>) -> u16 {
    u16::try_from(fields.number()).unwrap_or(u16::MAX)
}

fn kind_named(name: &str) -> Option<Kind> {
    Some(match name {
        "read" => Kind::Text,
        "heading" => Kind::Heading,
        "link" => Kind::Link,
        "button" => Kind::Button,
        "text" => Kind::TextBox,
        "email" => Kind::EmailBox,
        "password" => Kind::PasswordBox,
        "area" => Kind::TextArea,
        "file" => Kind::FileBox,
        "select" => Kind::Select,
        "list" => Kind::ListBox,
        "choice" => Kind::Choice,
        "radio" => Kind::Radio,
        "check" => Kind::CheckBox,
        "group" => Kind::ChoiceGroup,
        "dialog" => Kind::Dialog,
        "frame" => Kind::SealedFrame,
        _ => return None,
    })
}

fn landmark_named(name: &str) -> Landmark {
    match name {
        "header" => Landmark::Header,
        "navigation" => Landmark::Navigation,
        "footer" => Landmark::Footer,
        _ => Landmark::Main,
    }
}
