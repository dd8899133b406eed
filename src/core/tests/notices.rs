//! What the site says on top, sentence by sentence and in every language: each sentence of `tests/notices/<language>.toml` gives the
//! meaning that it stands under, and ordinary sentences give none of these.

use farewell_core::{LEXICON, Meaning, fold};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The sentences of a language, by the name of what they say.
type Sentences = BTreeMap<String, Vec<String>>;

/// Of the sentences that say none of [`EACH`].
const ORDINARY: &str = "ordinary";

/// The meanings that every language has sentences for, and that no ordinary sentence gives.
const EACH: [Meaning; 14] = [
    Meaning::Appeal,
    Meaning::OtherWay,
    Meaning::AccountBlocked,
    Meaning::BlockedBalance,
    Meaning::BlockedSeller,
    Meaning::BlockedContact,
    Meaning::Busy,
    Meaning::Offer,
    Meaning::Cookies,
    Meaning::CodeLimit,
    Meaning::CodeExpired,
    Meaning::CodeWait,
    Meaning::SentByMail,
    Meaning::ShownCode,
];

fn name(meaning: Meaning) -> &'static str {
    let (_, name) = meaning
        .as_str()
        .split_once('.')
        .expect("a section and a list");
    name
}

fn meanings_of(sentence: &str) -> Vec<Meaning> {
    let decomposed: String = sentence.nfkd().collect();
    LEXICON
        .meanings(&fold(&decomposed.to_lowercase()))
        .collect()
}

/// The sentences of each language, by its name.
fn languages() -> BTreeMap<String, Sentences> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notices");
    let mut languages = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let sentences =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let language = path.file_stem().unwrap().to_string_lossy().into_owned();
        languages.insert(language, sentences);
    }
    languages
}

#[test]
fn every_language_of_the_site_has_sentences_for_each_meaning() {
    let languages = languages();
    let words = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/facts/words")).unwrap();
    for file in words {
        let path = file.unwrap().path();
        let language = path.file_stem().unwrap().to_string_lossy();
        assert!(languages.contains_key(&*language), "{language} has none");
    }
    for (language, sentences) in languages {
        for meaning in EACH {
            let of_it = sentences.get(name(meaning)).map_or(0, Vec::len);
            assert!(of_it >= 2, "{language}: {of_it} for {}", name(meaning));
        }
    }
}

#[test]
fn a_sentence_of_the_site_gives_its_meaning() {
    let mut missed = Vec::new();
    for (language, sentences) in languages() {
        for (says, sentences) in sentences.iter().filter(|(says, _)| *says != ORDINARY) {
            for sentence in sentences {
                if !meanings_of(sentence).iter().any(|one| name(*one) == says) {
                    missed.push(format!("{language}: “{sentence}” is no {says}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn an_ordinary_sentence_gives_none_of_them() {
    let mut wrong = Vec::new();
    for (language, sentences) in languages() {
        for sentence in &sentences[ORDINARY] {
            let meanings = meanings_of(sentence);
            for meaning in EACH.iter().filter(|one| meanings.contains(one)) {
                wrong.push(format!("{language}: “{sentence}” is {}", name(*meaning)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_number_stands_for_any_number() {
    for number in ["1", "45", "120"] {
        let meanings = meanings_of(&format!("Resend code ({number})"));
        assert!(meanings.contains(&Meaning::CodeWait), "{number}");
    }
    assert!(!meanings_of("Resend code").contains(&Meaning::CodeWait));
}
