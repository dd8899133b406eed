//! Turns the facts about dates, amounts and states (TOML, for people) into static tables, and refuses facts that
//! contradict each other.

#[path = "src/fold.rs"]
mod fold;
#[path = "src/decompose.rs"]
mod host;
#[path = "src/letter.rs"]
#[allow(unreachable_pub, reason = "it is shared with the other crate")]
mod letter;

use fold::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    language: String,
    figures: String,
    decimal: String,
    morning: Vec<String>,
    afternoon: Vec<String>,
    months: Vec<Vec<String>>,
    status: Status,
    list: BTreeMap<String, Vec<String>>,
    case: BTreeMap<String, Vec<String>>,
    holding: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Status {
    to_pay: Vec<String>,
    to_ship: Vec<String>,
    on_its_way: Vec<String>,
    in_dispute: Vec<String>,
    completed: Vec<String>,
    cancelled: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Currencies {
    currency: Vec<Currency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Currency {
    code: String,
    digits: u8,
    signs: Vec<String>,
}

fn main() {
    let facts =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where it is")).join("facts");
    println!("cargo:rerun-if-changed={}", facts.display());
    println!("cargo:rerun-if-changed=src/decompose.rs");
    println!("cargo:rerun-if-changed=src/fold.rs");
    println!("cargo:rerun-if-changed=src/letter.rs");
    let mut files: Vec<PathBuf> = fs::read_dir(facts.join("languages"))
        .expect("facts/languages is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.sort();
    let languages: Vec<Facts> = files.iter().map(|path| parsed(path)).collect();
    let currencies: Currencies = parsed(&facts.join("currencies.toml"));

    let mut code = String::new();
    write_languages(&mut code, &languages);
    write_months(&mut code, &languages);
    write_day_halves(&mut code, &languages);
    write_status(&mut code, &languages);
    let list = languages.iter().map(|facts| (&facts.language, &facts.list));
    write_phrases(&mut code, &LIST_WORDS, list);
    let case = languages.iter().map(|facts| (&facts.language, &facts.case));
    write_phrases(&mut code, &CASE_WORDS, case);
    let holding = languages
        .iter()
        .map(|facts| (&facts.language, &facts.holding));
    write_phrases(&mut code, &HOLDING_WORDS, holding);
    write_currencies(&mut code, &currencies.currency);
    let out = Path::new(&env::var("OUT_DIR").expect("cargo says where to")).join("facts.rs");
    fs::write(out, code).expect("the tables can be written");
}

fn parsed<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// `(language, order of figures, decimal sign)`.
fn write_languages(code: &mut String, languages: &[Facts]) {
    let _ = writeln!(
        code,
        "pub(crate) static LANGUAGES: &[(&str, &str, char)] = &["
    );
    for Facts {
        language,
        figures,
        decimal,
        ..
    } in languages
    {
        assert!(
            matches!(figures.as_str(), "" | "dmy" | "ymd"),
            "{language}: figures {figures:?}"
        );
        assert!(
            matches!(decimal.as_str(), "." | ","),
            "{language}: decimal {decimal:?}"
        );
        let decimal = decimal.chars().next().expect("it is one sign");
        let _ = writeln!(code, "({language:?}, {figures:?}, {decimal:?}),");
    }
    let _ = writeln!(code, "];");
}

/// `(folded name, month, whether the name is Thai)`, sorted by name.
fn write_months(code: &mut String, languages: &[Facts]) {
    let mut names: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    for Facts {
        language, months, ..
    } in languages
    {
        assert!(
            matches!(months.len(), 0 | 12),
            "{language}: {} months",
            months.len()
        );
        for (at, forms) in months.iter().enumerate() {
            for form in forms {
                let name = fold(form)
                    .split(|c: char| !c.is_alphabetic())
                    .collect::<String>();
                let other = names.insert(name, (at + 1, language == "th"));
                assert!(
                    other.is_none_or(|(month, _)| month == at + 1),
                    "{language}: {form:?} is month {} here and {other:?} elsewhere",
                    at + 1
                );
            }
        }
    }
    let _ = writeln!(code, "pub(crate) static MONTHS: &[(&str, u8, bool)] = &[");
    for (name, (month, is_thai)) in names {
        let _ = writeln!(code, "({name:?}, {month}, {is_thai}),");
    }
    let _ = writeln!(code, "];");
}

/// `(folded words, whether it is the afternoon)`.
fn write_day_halves(code: &mut String, languages: &[Facts]) {
    let mut halves: BTreeMap<String, bool> = BTreeMap::new();
    for Facts {
        language,
        morning,
        afternoon,
        ..
    } in languages
    {
        for (forms, is_afternoon) in [(morning, false), (afternoon, true)] {
            for form in forms {
                let word: String = fold(form).chars().filter(|c| c.is_alphabetic()).collect();
                let other = halves.insert(word, is_afternoon);
                assert!(
                    other.is_none_or(|other| other == is_afternoon),
                    "{language}: {form:?} is both halves of the day"
                );
            }
        }
    }
    let _ = writeln!(
        code,
        "pub(crate) static DAY_HALVES: &[(&str, bool)] = &{:?};",
        halves.into_iter().collect::<Vec<_>>()
    );
}

/// `(folded phrase, whether it is the whole text, the state)`.
fn write_status(code: &mut String, languages: &[Facts]) {
    let mut phrases: BTreeMap<(String, bool), &str> = BTreeMap::new();
    for Facts {
        language, status, ..
    } in languages
    {
        let states = [
            ("ToPay", &status.to_pay),
            ("ToShip", &status.to_ship),
            ("OnItsWay", &status.on_its_way),
            ("InDispute", &status.in_dispute),
            ("Completed", &status.completed),
            ("Cancelled", &status.cancelled),
        ];
        for (state, written) in states {
            for phrase in written {
                let (whole, words) = phrase
                    .strip_prefix('=')
                    .map_or((false, phrase.as_str()), |rest| (true, rest));
                let other = phrases.insert((fold::words(&fold(words)), whole), state);
                assert!(
                    other.is_none_or(|other| other == state),
                    "{language}: {phrase:?} is {state} and {other:?}"
                );
            }
        }
    }
    let _ = writeln!(
        code,
        "pub(crate) static STATES: &[(&str, bool, State)] = &["
    );
    for ((phrase, whole), state) in phrases {
        let _ = writeln!(code, "({phrase:?}, {whole}, State::{state}),");
    }
    let _ = writeln!(code, "];");
}

/// A table of phrases: its name, the type of what they mean, and for each key of its facts the variant.
struct Phrases {
    table: &'static str,
    meaning: &'static str,
    keys: &'static [(&'static str, &'static str)],
}

const LIST_WORDS: Phrases = Phrases {
    table: "LIST_WORDS",
    meaning: "ListWord",
    keys: &[
        ("hour", "Hour"),
        ("day", "Day"),
        ("week", "Week"),
        ("year", "Year"),
        ("month", "Month"),
        ("half", "Half"),
        ("two", "Two"),
        ("both", "TwoYears"),
        ("all", "All"),
        ("orders", "Orders"),
        ("deleted", "Deleted"),
    ],
};

const CASE_WORDS: Phrases = Phrases {
    table: "CASE_WORDS",
    meaning: "CaseWord",
    keys: &[
        ("none", "None"),
        ("open", "Open"),
        ("finished", "Finished"),
        ("closed", "Closed"),
    ],
};

const HOLDING_WORDS: Phrases = Phrases {
    table: "HOLDING_WORDS",
    meaning: "Kind",
    keys: &[
        ("balance", "Balance"),
        ("bonus", "Bonus"),
        ("gift-card", "GiftCard"),
        ("coupons", "Coupons"),
        ("coins", "Coins"),
    ],
};

/// `(folded phrase, whether its last word is whole, what it means)`.
fn write_phrases<'a>(
    code: &mut String,
    phrases: &Phrases,
    languages: impl Iterator<Item = (&'a String, &'a BTreeMap<String, Vec<String>>)>,
) {
    let Phrases {
        table,
        meaning,
        keys,
    } = phrases;
    let mut words: BTreeSet<(String, bool, &str)> = BTreeSet::new();
    for (language, facts) in languages {
        assert!(
            facts.len() == keys.len(),
            "{language}: {table} has {} keys",
            facts.len()
        );
        for (key, variant) in *keys {
            let written = facts
                .get(*key)
                .unwrap_or_else(|| panic!("{language}: {table} has no {key}"));
            for phrase in written {
                let (whole, rest) = phrase
                    .strip_prefix('=')
                    .map_or((false, phrase.as_str()), |rest| (true, rest));
                words.insert((fold::words(&fold(rest)), whole, variant));
            }
        }
    }
    let _ = writeln!(
        code,
        "pub(crate) static {table}: &[(&str, bool, {meaning})] = &["
    );
    for (phrase, whole, variant) in words {
        let _ = writeln!(code, "({phrase:?}, {whole}, {meaning}::{variant}),");
    }
    let _ = writeln!(code, "];");
}

/// `CURRENCIES` as `(code, digits after the point)` sorted by code, and `SIGNS` as `(folded sign, indices of its
/// currencies)`, the longest first.
fn write_currencies(code: &mut String, currencies: &[Currency]) {
    let _ = writeln!(code, "pub(crate) static CURRENCIES: &[(&str, u8)] = &[");
    let mut signs: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let codes: BTreeSet<&String> = currencies.iter().map(|currency| &currency.code).collect();
    assert!(
        codes.len() == currencies.len()
            && codes
                .iter()
                .copied()
                .eq(currencies.iter().map(|currency| &currency.code)),
        "currencies are sorted by code, each once"
    );
    for (
        at,
        Currency {
            code: iso,
            digits,
            signs: written,
        },
    ) in currencies.iter().enumerate()
    {
        let _ = writeln!(code, "({iso:?}, {digits}),");
        for sign in written.iter().chain([iso]) {
            signs
                .entry(fold::tight(&fold(sign)))
                .or_default()
                .insert(at);
        }
    }
    let _ = writeln!(code, "];");
    let mut sorted: Vec<_> = signs.into_iter().collect();
    sorted.sort_by_key(|(sign, _)| std::cmp::Reverse(sign.chars().count()));
    let _ = writeln!(code, "pub(crate) static SIGNS: &[(&str, &[u8])] = &[");
    for (sign, of) in sorted {
        let _ = writeln!(
            code,
            "({sign:?}, &{:?}),",
            of.into_iter().collect::<Vec<_>>()
        );
    }
    let _ = writeln!(code, "];");
}
