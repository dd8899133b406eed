//! Each letter in each language: nothing is left open, nothing is left in English, and what it rests on is named.

use chrono::NaiveDate;
use farewell_letters::{
    Blank, Given, Language, Law, LetterId, compose, controller, file_name, language, languages,
    mailto, month_later,
};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use strum::VariantArray;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn given() -> Given<'static> {
    Given {
        name: "Lena Marlow",
        email: "lena@example.org",
        date: day("2026-11-30"),
        first: Some(day("2026-10-01")),
    }
}

fn nothing() -> Given<'static> {
    Given {
        name: " ",
        email: "",
        date: day("2026-11-30"),
        first: None,
    }
}

/// Runs the check on every letter, in every language, under every law.
fn each(check: impl Fn(LetterId, &Language, Law)) {
    for language in languages() {
        for &id in LetterId::VARIANTS {
            for &law in Law::VARIANTS {
                check(id, language, law);
            }
        }
    }
}

#[test]
fn there_are_letters_in_ten_languages() {
    let codes: Vec<_> = languages().iter().map(|language| language.code).collect();
    assert_eq!(
        codes,
        ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr"]
    );
}

#[test]
fn nothing_is_left_open_when_everything_was_given() {
    each(|id, language, law| {
        let letter = compose(id, language, law, &given());
        assert_eq!(letter.blanks, []);
        for open in ["{", "}", "[", "]", "..", "  "] {
            assert!(
                !letter.text.contains(open),
                "{} {id:?}: {open:?}",
                language.code
            );
        }
        for said in ["Lena Marlow", "lena@example.org", &letter.subject] {
            assert!(
                letter.text.contains(said),
                "{} {id:?}: {said}",
                language.code
            );
        }
    });
}

#[test]
fn what_was_not_given_is_a_blank_in_brackets() {
    each(|id, language, law| {
        let letter = compose(id, language, law, &nothing());
        let mut blanks = vec![Blank::Name, Blank::Email];
        blanks.extend(id.is_reply().then_some(Blank::FirstDate));
        assert_eq!(letter.blanks, blanks, "{} {id:?}", language.code);
        assert!(letter.text.matches('[').count() >= blanks.len());
    });
}

#[test]
fn the_controller_stands_in_it_word_for_word() {
    each(|id, language, law| {
        let text = compose(id, language, law, &given()).text;
        for said in [
            "Alibaba.com Singapore E-Commerce Private Limited (UEN 200720572D)",
            "51 Bras Basah Road, #01-21 Lazada One, Singapore 189554",
            "DataProtection.AE@aliexpress.com",
        ] {
            assert!(text.contains(said), "{} {id:?}: {said}", language.code);
        }
    });
}

/// How a language writes "Article 12(3)".
fn paragraph(language: &str, article: u8, paragraph: u8) -> String {
    match language {
        "en" | "ru" => format!("{article}({paragraph})"),
        "de" => format!("{article} Abs. {paragraph}"),
        "fr" => format!("{article}, paragraphe {paragraph}"),
        "es" => format!("{article}, apartado {paragraph}"),
        "it" => format!("{article}, par. {paragraph}"),
        "nl" => format!("{article}, lid {paragraph}"),
        "pl" => format!("{article} ust. {paragraph}"),
        "pt" => format!("{article}.º, n.º {paragraph}"),
        "tr" => format!("{article}, fıkra {paragraph}"),
        _ => panic!("{language}"),
    }
}

/// In the course of a sentence Turkish turns it round.
fn turkish(article: u8, paragraph: u8) -> [String; 2] {
    ["maddesinin", "maddenin"].map(|case| format!("{article}. {case} {paragraph}. fıkrası"))
}

#[test]
fn the_articles_that_it_rests_on_are_named() {
    let paragraphs = |id| match id {
        LetterId::Erasure => vec![(17, 1), (12, 3), (12, 5)],
        LetterId::Access => vec![(12, 3), (12, 5)],
        LetterId::Reminder => vec![(12, 3)],
        LetterId::Identity => vec![(12, 6), (12, 5)],
        LetterId::Channel => vec![(12, 2), (12, 3)],
    };
    let articles = |id| match id {
        LetterId::Erasure => vec!["17", "19", "77"],
        LetterId::Access => vec!["15", "20", "77"],
        LetterId::Reminder => vec!["77"],
        LetterId::Identity => vec![],
        LetterId::Channel => vec!["15", "17", "77"],
    };
    each(|id, language, law| {
        let text = compose(id, language, law, &given()).message;
        for (article, number) in paragraphs(id) {
            let said = text.contains(&paragraph(language.code, article, number))
                || turkish(article, number)
                    .iter()
                    .any(|said| language.code == "tr" && text.contains(said));
            assert!(said, "{} {id:?}: {article}({number})", language.code);
        }
        let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
        for article in articles(id) {
            assert!(
                numbers.contains(&article),
                "{} {id:?}: {article}",
                language.code
            );
        }
    });
}

#[test]
fn each_law_is_quoted_by_its_own_name() {
    each(|id, language, law| {
        let letter = compose(id, language, law, &given());
        let is_british = letter.message.contains("UK GDPR");
        assert_eq!(is_british, law == Law::Uk, "{} {id:?}", language.code);
        let is_european = letter.message.contains("2016/679");
        assert_eq!(is_european, law == Law::Eea, "{} {id:?}", language.code);
    });
}

#[test]
fn no_english_is_left_in_another_language() {
    const ENGLISH: [&str; 16] = [
        "the", "and", "you", "your", "that", "with", "please", "have", "which", "what", "from",
        "request", "account", "under", "within", "reasons",
    ];
    // A word that another language has taken over.
    let is_own = |language: &str, word: &str| word == "account" && matches!(language, "it" | "nl");
    each(|id, language, law| {
        if language.code == "en" {
            return;
        }
        let letter = compose(id, language, law, &given());
        let text = format!("{} {}", letter.subject, letter.message).to_lowercase();
        for word in text.split(|c: char| !c.is_alphabetic()) {
            let is_english = ENGLISH.contains(&word) && !is_own(language.code, word);
            assert!(!is_english, "{} {id:?}: {word}", language.code);
        }
    });
}

#[test]
fn a_letter_takes_nothing_for_granted_of_whether_the_writer_is_a_man_or_a_woman() {
    const GENDERED: [&str; 12] = [
        "otrzymałem",
        "wysłałem",
        "dostałem",
        "obrigado",
        "obrigada",
        "отправил ",
        "получил ",
        "намерен ",
        "soussigné",
        "titularen",
        "sicuro",
        "seguro de",
    ];
    each(|id, language, law| {
        let text = compose(id, language, law, &given()).text;
        for word in GENDERED {
            assert!(!text.contains(word), "{} {id:?}: {word}", language.code);
        }
    });
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    for (code, first, last) in [
        ("de", "1. Mai 2027", "30. Mai 2027"),
        ("en", "1 May 2027", "30 May 2027"),
        ("es", "1 de mayo de 2027", "30 de mayo de 2027"),
        ("fr", "1er mai 2027", "30 mai 2027"),
        ("it", "1º maggio 2027", "30 maggio 2027"),
        ("nl", "1 mei 2027", "30 mei 2027"),
        ("pl", "1 maja 2027 r.", "30 maja 2027 r."),
        ("pt", "1 de maio de 2027", "30 de maio de 2027"),
        ("ru", "1 мая 2027 г.", "30 мая 2027 г."),
        ("tr", "1 Mayıs 2027", "30 Mayıs 2027"),
    ] {
        for (date, written) in [("2027-05-01", first), ("2027-05-30", last)] {
            let given = Given {
                date: day(date),
                ..given()
            };
            let letter = compose(LetterId::Erasure, language(code).unwrap(), Law::Eea, &given);
            let line = letter.text.lines().nth(5);
            assert_eq!(line, Some(written), "{code}");
        }
    }
}

#[test]
fn the_mail_link_carries_address_subject_and_message_unchanged() {
    each(|id, language, law| {
        let letter = compose(id, language, law, &given());
        let link = mailto(&letter);
        let (to, rest) = link.split_once("?subject=").unwrap();
        let (subject, body) = rest.split_once("&body=").unwrap();
        let decode = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
        assert_eq!(to, format!("mailto:{}", controller().email.unwrap()));
        assert_eq!(decode(subject), letter.subject);
        assert_eq!(decode(body).replace("\r\n", "\n"), letter.message);
        assert!(!decode(body).replace("\r\n", "").contains('\n'));
    });
}

#[test]
fn a_letter_is_found_by_the_browsers_code_of_its_language() {
    for (code, found) in [
        ("pt-BR", Some("pt")),
        ("DE", Some("de")),
        ("fr_FR", Some("fr")),
        ("ar", None),
        ("", None),
    ] {
        assert_eq!(
            language(code).map(|language| language.code),
            found,
            "{code}"
        );
    }
}

#[test]
fn a_saved_letter_says_what_it_is_and_when() {
    let name = file_name(
        LetterId::Erasure,
        language("fr").unwrap(),
        day("2026-11-30"),
    );
    assert_eq!(name, "aliexpress-erasure-fr-2026-11-30.txt");
}

#[test]
fn the_month_for_an_answer_ends_on_the_same_day_or_the_last_one() {
    for (from, to) in [
        ("2026-11-30", "2026-12-30"),
        ("2027-01-31", "2027-02-28"),
        ("2026-12-15", "2027-01-15"),
    ] {
        assert_eq!(month_later(day(from)), Some(day(to)));
    }
}

proptest! {
    #[test]
    fn what_a_person_types_stands_in_the_letter_as_it_is(name in "[^\\p{C}\\s]{1,20}", email in "[!-~]{1,20}") {
        let given = Given { name: &name, email: &email, ..given() };
        let letter = compose(LetterId::Erasure, language("en").unwrap(), Law::Eea, &given);
        prop_assert!(letter.text.contains(&name));
        prop_assert!(letter.text.contains(&email));
        let link = mailto(&letter);
        prop_assert!(link.is_ascii() && !link.contains(char::is_whitespace));
        prop_assert_eq!(link.matches('&').count(), 1);
    }
}
