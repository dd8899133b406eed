//! What a reader gathers of a page before anything is judged, as records of fields in one text: as the page writes them and,
//! beside it, decomposed and lower-cased (`src/content/src/read/` writes them).

use crate::view::{Item, Kind, Landmark};

use std::str::Split;

/// Stands between records.
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';
const PART: char = '\u{1d}';
/// Stands between the records as the page writes them and the same records decomposed.
const SPELLING: char = '\0';

/// The records of a packed text, each as the page writes it and decomposed.
pub fn records(packed: &str) -> impl Iterator<Item = (&str, &str)> {
    let (raw, decomposed) = packed.split_once(SPELLING).unwrap_or((packed, ""));
    raw.split(RECORD).zip(decomposed.split(RECORD))
}

/// The fields of a record, one after the other; one that is missing is empty, or 0.
#[derive(Debug)]
pub struct Fields<'page>(Split<'page, char>);

impl<'page> Fields<'page> {
    /// Those of a record.
    #[must_use]
    pub fn of(record: &'page str) -> Self {
        Self(record.split(FIELD))
    }

    /// The next one.
    pub fn text(&mut self) -> &'page str {
        self.0.next().unwrap_or("")
    }

    /// The one that so many others stand before.
    pub fn nth(&mut self, at: usize) -> &'page str {
        self.0.nth(at).unwrap_or("")
    }

    /// The next one, a number.
    pub fn number(&mut self) -> i32 {
        self.text().parse().unwrap_or(0)
    }

    /// The parts of the next one, without empty ones.
    pub fn parts(&mut self) -> Vec<String> {
        self.text()
            .split(PART)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// What the first record says of the page itself.
#[derive(Debug)]
pub struct About<'page> {
    /// Its address.
    pub href: &'page str,
    /// Its title, decomposed.
    pub title: &'page str,
    /// Whether the document is parsed.
    pub is_parsed: bool,
}

impl<'page> About<'page> {
    /// From the record in both spellings.
    #[must_use]
    pub fn parse(raw: &'page str, decomposed: &'page str) -> Self {
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
#[derive(Debug)]
pub struct Record<'page> {
    /// What it is.
    pub kind: Kind,
    /// Its text as the page writes it.
    pub text: &'page str,
    /// Its text, decomposed.
    pub said: &'page str,
    /// What its attributes say for it, decomposed.
    pub words: &'page str,
    /// Ids, names, classes and such.
    pub hints: &'page str,
    /// Where it leads.
    pub href: &'page str,
    /// Its name is what other elements say.
    pub refers: bool,
    /// Number of the form around it; 0 for none.
    pub form: u16,
    /// Number of the dialog around it; 0 for none.
    pub dialog: u16,
    group: u16,
    landmark: Landmark,
}

impl<'page> Record<'page> {
    /// From the record in both spellings.
    #[must_use]
    pub fn parse(raw: &'page str, decomposed: &'page str) -> Option<Self> {
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

    /// What is known of it so far.
    #[must_use]
    pub fn into_item(self) -> Item {
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

/// A kind by its letter in a record.
fn kind_named(name: &str) -> Option<Kind> {
    const KINDS: [(u8, Kind); 17] = [
        (b't', Kind::Text),
        (b'h', Kind::Heading),
        (b'a', Kind::Link),
        (b'b', Kind::Button),
        (b'e', Kind::TextBox),
        (b'm', Kind::EmailBox),
        (b'p', Kind::PasswordBox),
        (b'n', Kind::TextArea),
        (b'f', Kind::FileBox),
        (b's', Kind::Select),
        (b'l', Kind::ListBox),
        (b'o', Kind::Choice),
        (b'r', Kind::Radio),
        (b'c', Kind::CheckBox),
        (b'g', Kind::ChoiceGroup),
        (b'd', Kind::Dialog),
        (b'i', Kind::SealedFrame),
    ];
    let letter = name.bytes().next()?;
    let (_, kind) = KINDS.iter().find(|(known, _)| *known == letter)?;
    Some(*kind)
}

fn landmark_named(name: &str) -> Landmark {
    match name.bytes().next() {
        Some(b'h') => Landmark::Header,
        Some(b'n') => Landmark::Navigation,
        Some(b'f') => Landmark::Footer,
        _ => Landmark::Main,
    }
}
