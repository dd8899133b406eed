//! Pages out of plain bytes, for the property tests and for the fuzz targets (`fuzz/`): mostly words that the facts know,
//! so that the bytes get deep into recognition, and some that nobody knows.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each of the crates that include it uses its part"
)]

use farewell_core::{
    Address, Area, ControlId, Item, Kind, LEXICON, Landmark, PageId, Picks, View, Visibility, fold,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

const KINDS: [Kind; 17] = [
    Kind::Text,
    Kind::Heading,
    Kind::Link,
    Kind::Button,
    Kind::TextBox,
    Kind::EmailBox,
    Kind::PasswordBox,
    Kind::TextArea,
    Kind::FileBox,
    Kind::Select,
    Kind::ListBox,
    Kind::Choice,
    Kind::Radio,
    Kind::CheckBox,
    Kind::ChoiceGroup,
    Kind::Dialog,
    Kind::SealedFrame,
];
const LANDMARKS: [Landmark; 4] = [
    Landmark::Main,
    Landmark::Header,
    Landmark::Navigation,
    Landmark::Footer,
];
/// Keys of what is said of a fact: no page writes that.
const ABOUT_FACTS: [&str; 5] = ["source", "sources", "date", "verified", "rank"];
const HOSTS: [&str; 5] = ["www", "accounts", "privacy", "login", "trade"];

/// Every string of the facts: labels and words of all languages, addresses, hints.
static VOCABULARY: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut strings = Vec::new();
    strings_in(&facts(), &mut strings);
    strings.sort();
    strings
});

/// The folder of the facts, wherever the package that includes this file lies.
fn facts() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = ["facts", "../src/core/facts"];
    let mut found = places.iter().map(|place| package.join(place));
    found
        .find(|folder| folder.is_dir())
        .expect("the folder of the facts")
}

fn strings_in(folder: &Path, strings: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the folder of the facts") {
        let path = entry.expect("an entry of the facts").path();
        if path.is_dir() {
            strings_in(&path, strings);
        } else {
            let text = fs::read_to_string(&path).expect("a file of facts");
            collect(
                &toml::Value::Table(text.parse().expect("facts in TOML")),
                strings,
            );
        }
    }
}

fn collect(value: &toml::Value, strings: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => strings.push(text.clone()),
        toml::Value::Array(values) => values.iter().for_each(|each| collect(each, strings)),
        toml::Value::Table(table) => table
            .iter()
            .filter(|(key, _)| !ABOUT_FACTS.contains(&key.as_str()))
            .for_each(|(_, each)| collect(each, strings)),
        _ => {}
    }
}

/// Reads choices off bytes; where they are used up, everything is the first choice.
pub struct Choices<'a>(pub &'a [u8]);

impl<'a> Choices<'a> {
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    pub fn bit(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    pub fn one_of<'b, T>(&mut self, choices: &'b [T]) -> &'b T {
        let number = usize::from(self.byte()) << 8 | usize::from(self.byte());
        &choices[number % choices.len()]
    }

    /// Known strings, and as they stand a few of the bytes themselves.
    pub fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.byte() % 4 {
            if self.byte().is_multiple_of(4) {
                let length = usize::from(self.byte() % 32).min(self.0.len());
                let (raw, rest): (&'a [u8], _) = self.0.split_at(length);
                self.0 = rest;
                text += &String::from_utf8_lossy(raw);
            } else {
                text += self.one_of::<String>(&VOCABULARY);
            }
            text += *self.one_of(&["", " ", ": “", "” ", "?", "\""]);
        }
        text
    }

    pub fn item(&mut self, id: u32) -> Item {
        let (name, placeholder) = (self.text(), self.text());
        Item {
            id,
            kind: *self.one_of(&KINDS),
            folded: folded(&name),
            name,
            hints: self.text().to_lowercase(),
            href: self.text().to_lowercase(),
            placeholder: placeholder.clone(),
            marked: (0..self.byte() % 3).map(|_| self.text()).collect(),
            form: u16::from(self.byte() % 3),
            dialog: u16::from(self.byte() % 3),
            group: u16::from(self.byte() % 3),
            landmark: *self.one_of(&LANDMARKS),
            visibility: *self.one_of(&[Visibility::Shown, Visibility::Shown, Visibility::Hidden]),
            enabled: !self.bit(),
            filled: self.bit(),
            strong: self.bit(),
            place: u32::from(self.byte() % 4) << 16 | u32::from(self.byte() % 4),
            area: Area::default(),
            folded_placeholder: folded(&placeholder),
            read_only: self.bit(),
            behind: self.bit(),
            required: self.bit(),
            max_length: self.bit().then(|| u32::from(self.byte())),
        }
    }

    /// A page, and what the person pointed at on it before.
    pub fn page(&mut self) -> (View, Picks) {
        let host = *self.one_of(&HOSTS);
        let address = Address::parse(&format!("https://{host}.aliexpress.com{}", self.text()));
        let title = folded(&self.text());
        let (parsed, sealed_frame, pick) = (!self.bit(), self.bit(), self.bit());
        let mut items = Vec::new();
        while !self.0.is_empty() {
            items.push(self.item(u32::try_from(items.len()).expect("few items") + 1));
        }
        let view = View {
            address,
            title,
            parsed,
            sealed_frame,
            items,
        };
        if let Some(picked) = view.items.last().filter(|_| pick) {
            let mut picks = Picks::default();
            // What speaks against itself is refused, and leaves none.
            let _ = picks.add(
                &view,
                &LEXICON,
                PageId::EditProfile,
                ControlId::Deactivate,
                picked.id,
            );
            return (view, picks);
        }
        (view, Picks::default())
    }
}

/// Folds a text as the browser and the core do together.
pub fn folded(text: &str) -> String {
    fold(&text.nfkd().collect::<String>().to_lowercase())
}
