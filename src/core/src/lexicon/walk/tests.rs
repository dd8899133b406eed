use super::super::concept::{Concept, Rank};
use super::*;
use crate::ids::ControlId;
use crate::lexicon::LEXICON;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn read(text: &str) -> Words {
    words(
        &LEXICON,
        &crate::fold(&text.nfkd().collect::<String>().to_lowercase()),
    )
}

#[test]
fn words_have_their_object() {
    let words = read("Close your AliExpress account");
    assert!(
        words.has(Meaning::Close) && words.has(Meaning::Account) && words.is_clean(),
        "{words:?}"
    );
    assert!(read("Delete address").has(Meaning::Other));
    assert!(read("Radera mitt kundkonto").ends_account);
    assert!(read("Radera mitt kandidatkonto").has(Meaning::Other));
    assert!(
        read("Deactivate Account").label(Concept::Control(ControlId::Deactivate))
            == Some(Rank::Full)
    );
}

/// Whether the words of a text say of themselves what a label of `concept` would.
fn says(concept: &str, words: &Words) -> bool {
    use Meaning as M;
    let all = |meanings: &[Meaning]| meanings.iter().all(|one| words.has(*one));
    match concept {
        "submit" => words.any(&[M::Delete, M::Deactivate, M::Close]) && words.has(M::Account),
        "reactivate" => words.has(M::Reactivate),
        "confirm-yes" => words.has(M::Yes) && !words.has(M::No),
        "confirm-no" => words.has(M::No) && !words.ends_account,
        "get-code" => all(&[M::Get, M::Code]),
        "code" => words.has(M::Code),
        "terms" => words.has(M::Agree),
        "email-label" => words.has(M::Email),
        "load-more" => words.has(M::More),
        _ => false,
    }
}

#[test]
fn a_derived_label_is_told_by_its_words() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/facts/labels");
    let mut derived = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let facts: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        for label in facts["label"].as_array().unwrap() {
            if label.get("derived").is_some() {
                let (concept, text) = (&label["concept"], label["text"].as_str().unwrap());
                let words = read(text);
                assert!(
                    says(concept.as_str().unwrap(), &words) && !words.has(Meaning::Other),
                    "{}: “{text}” is no {concept} by its words: {words:?}",
                    path.display()
                );
                derived += 1;
            }
        }
    }
    assert!(derived > 0);
}

#[test]
fn a_text_without_a_word_of_ours_is_not_kept() {
    assert!(!is_relevant(
        &LEXICON,
        "wireless earphones with charging case"
    ));
    assert!(is_relevant(&LEXICON, "deactivate account"));
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC*") {
        let _ = read(&text);
    }
}
