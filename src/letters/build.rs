//! Turns the facts (TOML, for people) into static tables, and refuses a letter, a place or a contact that does not fit.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The letters in the order of `LetterId` in `src/lib.rs`.
const LETTERS: [&str; 5] = ["erasure", "access", "reminder", "identity", "channel"];
/// The regions in the order of `RegionId` in `src/lib.rs`.
const REGIONS: [&str; 8] = [
    "eea", "uk", "korea", "turkiye", "us", "latin", "cis", "other",
];
/// The laws in the order of `Law` in `src/lib.rs`.
const LAWS: [&str; 2] = ["eea", "uk"];
/// What may stand in a letter between braces.
const PLACES: [&str; 5] = ["email", "first_date", "of_law", "short", "policy_date"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    code: String,
    name: String,
    months: [String; 12],
    date: String,
    first_day: Option<String>,
    officer: String,
    greeting: String,
    closing: String,
    blank: Blank,
    law: BTreeMap<String, Law>,
    letter: BTreeMap<String, Letter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Blank {
    name: String,
    email: String,
    first_date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Law {
    of_law: String,
    short: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Letter {
    subject: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contacts {
    source: Source,
    controller: Contact,
    portal: Portal,
    region: Vec<Region>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    title: String,
    date: String,
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Portal {
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    name: String,
    number: Option<String>,
    address: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    id: String,
    letters: Option<String>,
    site: Option<String>,
    contact: Option<RegionContact>,
}

/// A contact of its own, or the name of the one that stands above.
#[derive(Deserialize)]
#[serde(untagged)]
enum RegionContact {
    Shared(String),
    Own(Contact),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    id: String,
    standing: String,
    source: Option<String>,
    date: Option<String>,
}

fn main() {
    println!("cargo::rerun-if-changed=facts");
    let facts = Path::new("facts");
    let mut out = String::new();
    let _ = writeln!(
        out,
        "#[cfg(test)]\npub(crate) static NAMES: [&[&str]; 3] = [&{LETTERS:?}, &{REGIONS:?}, &{LAWS:?}];"
    );
    languages(&facts.join("letters"), &mut out);
    contacts(&facts.join("contacts.toml"), &mut out);
    after(&facts.join("after.toml"), &mut out);
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    fs::write(target.join("facts.rs"), out).expect("the tables can be written");
}

fn read<T: for<'a> Deserialize<'a>>(path: &Path) -> T {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn languages(folder: &Path, out: &mut String) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the letters' folder is there")
        .map(|entry| entry.expect("the letters' folder can be read").path())
        .collect();
    paths.sort();
    out.push_str(
        "/// The letters' languages, by code.\npub(crate) static LANGUAGES: &[Language] = &[\n",
    );
    for path in paths {
        let language: Language = read(&path);
        assert_eq!(
            path.file_stem().and_then(|stem| stem.to_str()),
            Some(language.code.as_str()),
            "{}: the file is named as its language",
            path.display()
        );
        write_language(&language, out);
    }
    out.push_str("];\n");
}

fn write_language(language: &Language, out: &mut String) {
    let Language {
        code,
        name,
        months,
        date,
        first_day,
        officer,
        greeting,
        closing,
        blank,
        law,
        letter,
    } = language;
    let Blank {
        name: no_name,
        email: no_email,
        first_date: no_first,
    } = blank;
    let _ = writeln!(
        out,
        "Language {{ code: {code:?}, name: {name:?}, months: {months:?}, date: {date:?}, first_day: {first_day:?}, \
         officer: {officer:?}, greeting: {greeting:?}, closing: {closing:?}, \
         blank: BlankWords {{ name: {no_name:?}, email: {no_email:?}, first_date: {no_first:?} }}, laws: ["
    );
    for name in LAWS {
        let Law { of_law, short } = named(law, name, code);
        let _ = writeln!(out, "LawWords {{ of_law: {of_law:?}, short: {short:?} }},");
    }
    out.push_str("], letters: [\n");
    for name in LETTERS {
        let Letter { subject, body } = named(letter, name, code);
        check_places(subject, code, name);
        check_places(body, code, name);
        let _ = writeln!(out, "Template {{ subject: {subject:?}, body: {body:?} }},");
    }
    assert_eq!(letter.len(), LETTERS.len(), "{code}: a letter too many");
    assert_eq!(law.len(), LAWS.len(), "{code}: a law too many");
    out.push_str("] },\n");
}

fn named<'a, T>(table: &'a BTreeMap<String, T>, name: &str, code: &str) -> &'a T {
    table
        .get(name)
        .unwrap_or_else(|| panic!("{code}: {name} is missing"))
}

/// Refuses a place that nobody fills.
fn check_places(text: &str, code: &str, letter: &str) {
    for part in text.split('{').skip(1) {
        let place = part.split('}').next().unwrap_or_default();
        assert!(
            PLACES.contains(&place),
            "{code}, {letter}: {{{place}}} is no place that is filled"
        );
    }
}

fn contact(contact: &Contact) -> String {
    let Contact {
        name,
        number,
        address,
        email,
    } = contact;
    format!(
        "Contact {{ name: {name:?}, number: {number:?}, address: {address:?}, email: {email:?} }}"
    )
}

fn contacts(path: &Path, out: &mut String) {
    let Contacts {
        source,
        controller,
        portal,
        region,
    } = read(path);
    let Source { title, date, url } = source;
    let day: Vec<u32> = date.split('-').flat_map(str::parse).collect();
    let [year, month, day] = day[..] else {
        panic!("{}: {date} is no ISO date", path.display())
    };
    let _ = writeln!(
        out,
        "pub(crate) static SOURCE: Source = Source {{ title: {title:?}, \
         date: NaiveDate::from_ymd_opt({year}, {month}, {day}).unwrap(), url: {url:?} }};\n\
         pub(crate) static PORTAL: &str = {:?};\n\
         pub(crate) static CONTROLLER: Contact = {};",
        portal.url,
        contact(&controller)
    );
    let ids: Vec<&str> = region.iter().map(|region| region.id.as_str()).collect();
    assert_eq!(ids, REGIONS, "{}: the regions", path.display());
    out.push_str("pub(crate) static REGIONS: &[Region] = &[\n");
    for Region {
        id,
        letters,
        site,
        contact: of_region,
    } in &region
    {
        let law = letters.as_ref().map(|law| {
            let at = LAWS.iter().position(|name| name == law);
            at.unwrap_or_else(|| panic!("{id}: {law} is no law that the letters quote"))
        });
        let law = law.map_or("None".to_owned(), |at| format!("Some(Law::VARIANTS[{at}])"));
        let of_region = of_region.as_ref().map(|of_region| match of_region {
            RegionContact::Shared(name) if name == "controller" => "&CONTROLLER".to_owned(),
            RegionContact::Shared(name) => panic!("{id}: there is no contact {name}"),
            RegionContact::Own(own) => format!("&{}", contact(own)),
        });
        let of_region = of_region.map_or("None".to_owned(), |text| format!("Some({text})"));
        let _ = writeln!(
            out,
            "Region {{ law: {law}, site: {site:?}, contact: {of_region} }},"
        );
    }
    out.push_str("];\n");
}

fn after(path: &Path, out: &mut String) {
    let After { fact } = read(path);
    out.push_str("pub(crate) static AFTER: &[Fact] = &[\n");
    for Fact {
        id,
        standing,
        source,
        date,
    } in fact
    {
        let standing = match (standing.as_str(), source.is_some()) {
            ("official", true) => "Official",
            ("reported", true) => "Reported",
            ("elsewhere", true) => "Elsewhere",
            ("unknown", false) => "Unknown",
            _ => panic!("{id}: {standing} does not fit what is said of its source"),
        };
        let _ = writeln!(
            out,
            "Fact {{ id: {id:?}, standing: Standing::{standing}, source: {source:?}, date: {date:?} }},"
        );
    }
    out.push_str("];\n");
}
