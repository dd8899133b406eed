//! The pages' words: each is there in both languages, none is left over, and every fact has its words and its place.

use farewell_letters::AFTER;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::read_to_string;
use std::path::{Path, PathBuf};

const PAGES: [&str; 2] = ["letter", "after"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn messages(language: &str, page: &str) -> BTreeSet<String> {
    let path = root().join(format!("extension/_locales/{language}/{page}.json"));
    let json: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&read_to_string(path).unwrap()).unwrap();
    json.into_keys().collect()
}

/// Everything that may name a word of ours.
fn sources() -> String {
    [
        "src/pages/src/page.rs",
        "src/pages/src/letter.rs",
        "src/pages/src/after.rs",
        "extension/letter.html",
        "extension/after.html",
        "extension/popup.html",
    ]
    .map(|path| read_to_string(root().join(path)).unwrap())
    .concat()
}

/// The keys in quotes, and how keys begin whose end is only known when they are used.
fn keys(text: &str, page: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let begin = format!("\"{page}_");
    let found = text.match_indices(&begin).map(|(at, _)| {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let (key, rest) = rest.split_at(end.unwrap_or(rest.len()));
        (key.to_owned(), rest.starts_with('{'))
    });
    let (open, whole): (Vec<_>, Vec<_>) = found.partition(|(_, is_open)| *is_open);
    let only_keys = |found: Vec<(String, bool)>| found.into_iter().map(|(key, _)| key).collect();
    (only_keys(whole), only_keys(open))
}

#[test]
fn every_word_exists_in_every_language_and_every_message_is_used() {
    let text = sources();
    for page in PAGES {
        let (whole, open) = keys(&text, page);
        for language in ["en", "ar"] {
            let known = messages(language, page);
            let missing: Vec<_> = whole.difference(&known).collect();
            assert!(missing.is_empty(), "{language} {page}: missing {missing:?}");
            let is_used = |key: &String| {
                whole.contains(key) || open.iter().any(|begin| key.starts_with(begin))
            };
            let unused: Vec<_> = known.iter().filter(|key| !is_used(key)).collect();
            assert!(unused.is_empty(), "{language} {page}: unused {unused:?}");
        }
    }
}

#[test]
fn every_fact_has_its_words_and_its_place() {
    let html = read_to_string(root().join("extension/after.html")).unwrap();
    let words = messages("en", "after");
    for fact in AFTER {
        let key = format!("after_fact_{}", fact.id.replace('-', "_"));
        assert!(words.contains(&key), "{key}");
        let place = format!("data-fact=\"{}\"", fact.id);
        assert_eq!(html.matches(&place).count(), 1, "{place}");
    }
    assert_eq!(html.matches("data-fact=").count(), AFTER.len());
    let facts = words.iter().filter(|key| key.starts_with("after_fact_"));
    assert_eq!(facts.count(), AFTER.len());
}
