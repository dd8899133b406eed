//! A page without its words: what a person may hand on of a page that was recognised wrongly, and what the project can make a corpus
//! page of (`scripts/skeleton.mjs`). It holds roles, structural names without digits, and of words only the lexicon's own keys; every
//! other word is its script and length. There is no hash of a word, for a hash of a short word can be guessed.

use serde::Serialize;

use crate::lexicon::{Concept, LEXICON, Meaning};
use crate::recognise::{address_key, is_known_hint};
use crate::view::{Item, Kind, Landmark, View, Visibility};

/// A page without its words, in document order.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Skeleton {
    /// Which known address the page's own is like (`facts/pages.toml`), as in `order-list.2`; nothing of the address itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The document's title.
    #[serde(skip_serializing_if = "Shape::is_empty")]
    pub title: Shape,
    /// What was kept of the page.
    pub bones: Vec<Bone>,
}

/// One thing on the page.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Bone {
    /// What it is.
    pub kind: Kind,
    /// Its `id`, `name`, `class` and such: the structural names in them, and of anything else script and length.
    pub hints: String,
    /// What it says.
    pub name: Shape,
    /// A field's placeholder.
    #[serde(skip_serializing_if = "Shape::is_empty")]
    pub placeholder: Shape,
    /// The landmark around it.
    pub landmark: Landmark,
    /// Number of the form around it; 0 for none.
    pub form: u16,
    /// Number of the dialog around it; 0 for none.
    pub dialog: u16,
    /// Number of the group around it; 0 for none.
    pub group: u16,
    /// Whether it shows.
    pub shown: bool,
    /// Whether it can be used.
    pub enabled: bool,
}

/// A text without its words.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Shape {
    /// What it is a label of, as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub label: Vec<&'static str>,
    /// What it means, phrases of several words included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<&'static str>,
    /// Its words in order: a key of the lexicon in braces, else script and length, as in `{act.delete} Latn7`.
    pub words: String,
}

impl Shape {
    fn of(folded: &str) -> Self {
        let known = LEXICON.words(folded);
        Self {
            label: known.labels.iter().map(|(one, _)| key(*one)).collect(),
            means: LEXICON.meanings(folded).map(Meaning::as_str).collect(),
            words: folded
                .split_whitespace()
                .map(shape)
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Bone {
    fn of(item: &Item) -> Self {
        Self {
            kind: item.kind,
            hints: structural(&item.hints),
            name: Shape::of(&item.folded),
            placeholder: Shape::of(&item.folded_placeholder),
            landmark: item.landmark,
            form: item.form,
            dialog: item.dialog,
            group: item.group,
            shown: item.visibility == Visibility::Shown,
            enabled: item.enabled,
        }
    }
}

/// The skeleton of a page.
#[must_use]
pub fn skeleton(view: &View) -> Skeleton {
    Skeleton {
        address: address_key(&view.address),
        title: Shape::of(&view.title),
        bones: view.items.iter().map(Bone::of).collect(),
    }
}

fn key(concept: Concept) -> &'static str {
    match concept {
        Concept::Control(control) => control.as_str(),
        Concept::Subject(subject) => subject.as_str(),
    }
}

/// A word as the lexicon's first key for it, else as its script and how many letters it has.
fn shape(word: &str) -> String {
    LEXICON.meanings(word).next().map_or_else(
        || format!("{}{}", script(word), word.chars().count()),
        |meaning| format!("{{{}}}", meaning.as_str()),
    )
}

/// The script of a word's first letter, by its code in ISO 15924; `Zyyy` for digits and signs.
fn script(word: &str) -> &'static str {
    let letter = word.chars().find(|letter| letter.is_alphabetic());
    match letter {
        None => "Zyyy",
        Some('\u{0000}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}') => "Latn",
        Some('\u{0370}'..='\u{03ff}') => "Grek",
        Some('\u{0400}'..='\u{052f}') => "Cyrl",
        Some('\u{0590}'..='\u{05ff}') => "Hebr",
        Some('\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}') => "Arab",
        Some('\u{0e00}'..='\u{0e7f}') => "Thai",
        Some('\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}') => "Hang",
        Some('\u{3040}'..='\u{30ff}') => "Kana",
        Some('\u{4e00}'..='\u{9fff}') => "Hani",
        Some(_) => "Zzzz",
    }
}

/// What elements are called on any site; what else stands in an `id` or `class` may be somebody's name.
const STRUCTURE: [&str; 56] = [
    "action",
    "agree",
    "area",
    "bar",
    "body",
    "bottom",
    "box",
    "btn",
    "button",
    "card",
    "cell",
    "check",
    "checkbox",
    "col",
    "combobox",
    "comet",
    "container",
    "content",
    "danger",
    "default",
    "dialog",
    "disabled",
    "drawer",
    "entry",
    "expanded",
    "field",
    "footer",
    "form",
    "group",
    "header",
    "icon",
    "input",
    "item",
    "label",
    "link",
    "list",
    "main",
    "menu",
    "modal",
    "nav",
    "next",
    "option",
    "page",
    "panel",
    "popup",
    "primary",
    "radio",
    "row",
    "secondary",
    "select",
    "submit",
    "tab",
    "text",
    "title",
    "wrap",
    "wrapper",
];

/// The structural names in `hints`: each part that is one, or that the lexicon knows, as it is, any other by its script and length.
/// Digits are left out.
fn structural(hints: &str) -> String {
    let part = |part: &str| {
        let letters: String = part.chars().filter(|sign| !sign.is_numeric()).collect();
        if STRUCTURE.contains(&letters.as_str())
            || is_known_hint(&letters)
            || LEXICON.meanings(&letters).next().is_some()
        {
            letters
        } else {
            shape(&letters)
        }
    };
    hints
        .split_whitespace()
        .map(|hint| {
            let parts = hint.split(|sign: char| !sign.is_alphanumeric());
            let parts: Vec<String> = parts
                .filter(|one| one.chars().any(char::is_alphabetic))
                .map(part)
                .collect();
            parts.join("-")
        })
        .filter(|hint| !hint.is_empty())
        .collect::<Vec<String>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use crate::hosts::Address;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn item(name: &str, hints: &str) -> Item {
        Item {
            kind: Kind::Button,
            name: name.to_owned(),
            folded: fold(&name.nfkd().collect::<String>().to_lowercase()),
            hints: hints.to_owned(),
            ..Item::default()
        }
    }

    fn bone(name: &str, hints: &str) -> Bone {
        Bone::of(&item(name, hints))
    }

    #[test]
    fn what_the_lexicon_knows_is_told_by_its_key_and_all_else_by_script_and_length() {
        let told = bone("Delete account of Maria Петрова 4711", "").name;
        assert_eq!(
            told.words,
            "{act.delete} {object.account} {small.small} Latn5 Cyrl7 Zyyy4"
        );
        assert!(told.means.contains(&"act.delete") && told.means.contains(&"object.account"));
    }

    #[test]
    fn a_label_is_told_by_what_it_is_a_label_of() {
        assert_eq!(
            bone("Account Settings", "").name.label,
            ["account-settings"]
        );
    }

    #[test]
    fn structural_names_stay_without_digits_and_what_is_none_is_told_by_its_length() {
        let hints =
            "btn-12 order_8123456789 user-maximiliane street_wacholderweg comet-v2-button baxia";
        let told = bone("", hints).hints;
        assert!(told.starts_with("btn order "), "{told}");
        assert!(
            told.contains("-Latn12 ") && told.ends_with("-Latn12 comet-v-button baxia"),
            "{told}"
        );
        assert!(
            !told.contains("maxim") && !told.contains("wachol"),
            "{told}"
        );
    }

    proptest! {
        /// Whatever a page says: no digit of it, and none of its words that the lexicon does not know, is in the skeleton.
        #[test]
        fn no_word_and_no_number_of_the_page_survives(word in "[a-z]{6,12}|[а-я]{6,12}|[א-ת]{6,12}", number in "[1-9][0-9]{4,11}", hint in "[0-9]{3,9}") {
            prop_assume!(LEXICON.meanings(&word).next().is_none());
            let name = format!("{word} {number} {word}@{word}.org");
            let view = View {
                address: Address::parse(&format!("https://{word}.aliexpress.com/account/setting/{word}/{number}?{word}={number}#{word}{number}")),
                title: fold(&name),
                items: vec![Item {
                    folded_placeholder: format!("{word} {number}"),
                    ..item(&name, &format!("{word}-{hint} a{number}{word}"))
                }],
                ..View::default()
            };
            let text = serde_json::to_string(&skeleton(&view)).unwrap();
            prop_assert!(!text.contains(&word), "{text}");
            prop_assert!(!text.contains(&number), "{text}");
            prop_assert!(!text.contains(&hint), "{text}");
        }
    }
}
