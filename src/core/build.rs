//! Turns the facts (TOML, for people) into static tables (bytes, for the engine), and refuses facts that contradict
//! each other or name what the product does not know.
//!
//! The lexicon is one table for all languages, because hosts and cookies lie about the language and so all of them are
//! tried at once.

#[path = "src/fold.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the build folds, it cuts no words"
)]
mod fold;
#[path = "src/lexicon/key.rs"]
mod key;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use unicode_normalization::UnicodeNormalization;

/// Sections of a words file in the order of `Meaning` in `src/lexicon.rs`; the two must stay equal, and a test there
/// compares the names.
const MEANINGS: [&str; 46] = [
    "act.deactivate",
    "act.close",
    "act.delete",
    "act.reactivate",
    "act.edit",
    "act.confirm",
    "act.agree",
    "act.get",
    "act.verify",
    "act.more",
    "act.upload",
    "object.account",
    "object.profile",
    "object.settings",
    "object.personal",
    "object.code",
    "object.email",
    "object.privacy",
    "object.identity",
    "other.other",
    "small.small",
    "answer.yes",
    "answer.no",
    "type.type",
    "reason.privacy",
    "reason.security",
    "reason.experience",
    "reason.switching",
    "reason.other",
    "notice.signed-out",
    "notice.deactivated",
    "notice.terminated",
    "notice.goodbye",
    "notice.code-sent",
    "notice.blocked-orders",
    "notice.blocked-disputes",
    "notice.blocked-payment",
    "notice.deletes",
    "notice.rejected",
    "notice.challenge",
    "notice.rate-limit",
    "notice.maintenance",
    "notice.release",
    "notice.loading",
    "anchor.anchor",
    "label.label",
];

/// Concepts of a labels file in the order of `Concept` in `src/lexicon.rs`.
const CONCEPTS: [&str; 31] = [
    "my-aliexpress",
    "account-settings",
    "edit-profile",
    "deactivate",
    "email",
    "phrase",
    "reason",
    "terms",
    "submit",
    "delete",
    "remove",
    "confirm-yes",
    "confirm-no",
    "get-code",
    "code",
    "verify",
    "reactivate",
    "id-upload",
    "message",
    "load-more",
    "personal-information",
    "privacy-center",
    "order-list",
    "dispute-list",
    "wallet",
    "coupons",
    "addresses",
    "release-option",
    "sign-in",
    "email-label",
    "order-detail",
];

const RANKS: [&str; 3] = ["guess", "single", "full"];

/// The stem may stand inside a run of letters: its language writes no spaces, or glues particles on.
const INSIDE: u8 = 1;
/// A stem of several words may go on after this word.
const GOES_ON: u8 = 2;
/// It is a part of a notice.
const PART: u8 = 4;
/// It is the part that makes a text worth keeping.
const ANCHOR: u8 = 8;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    language: String,
    #[serde(default)]
    label: Vec<Label>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    concept: String,
    text: String,
    rank: String,
    source: Option<String>,
    #[expect(dead_code, reason = "for people")]
    date: Option<String>,
}

#[derive(Deserialize)]
struct Words {
    language: String,
    spaceless: bool,
    #[serde(flatten)]
    sections: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    page: Vec<PageFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageFact {
    id: String,
    #[serde(default)]
    host: String,
    #[serde(default)]
    path: String,
    #[serde(default)]
    fragment: String,
    #[serde(default)]
    weak: bool,
    sources: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlowFact {
    id: String,
    home: String,
    #[serde(default)]
    phrases: Vec<String>,
    #[expect(dead_code, reason = "for people and for docs/flows.md")]
    sources: String,
    #[expect(dead_code, reason = "for people and for docs/flows.md")]
    verified: String,
    step: Vec<StepFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFact {
    id: String,
    controls: Vec<String>,
    pages: Vec<String>,
}

/// The lexicon: spelling (with what ends it) to flags and meanings.
type Entries = BTreeMap<Vec<u8>, (u8, Vec<u8>)>;

/// The notices: number among the notices, spellings of the parts.
type Notices = Vec<(u8, Vec<Vec<u8>>)>;

fn main() {
    let facts = Path::new("facts");
    println!("cargo::rerun-if-changed=facts");
    println!("cargo::rerun-if-changed=src/fold.rs");
    let mut entries = Entries::new();
    let mut notices = Notices::new();
    for file in toml_files(&facts.join("words")) {
        read_words(&file, &mut entries, &mut notices);
    }
    for file in toml_files(&facts.join("labels")) {
        read_labels(&file, &mut entries);
    }
    notices.sort();
    notices.dedup();
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    drop_redundant(&mut entries);
    let (keys, records) = coded(&entries);
    fs::write(out.join("lexicon.bin"), keys).expect("the lexicon is written");
    fs::write(out.join("records.rs"), records).expect("the records are written");
    fs::write(out.join("notices.bin"), packed_notices(&notices, &entries))
        .expect("the notices are written");
    fs::write(out.join("pages.rs"), pages(&facts.join("pages.toml")))
        .expect("the pages are written");
    fs::write(out.join("flows.rs"), flows(&facts.join("flows"))).expect("the flows are written");
    let names = format!(
        "pub(crate) const MEANING_NAMES: [&str; {}] = {MEANINGS:?};\npub(crate) const CONCEPT_NAMES: [&str; {}] = {CONCEPTS:?};\n",
        MEANINGS.len(),
        CONCEPTS.len()
    );
    fs::write(out.join("names.rs"), names).expect("the names are written");
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|list| {
            list.filter_map(Result::ok)
                .map(|entry| entry.path())
                .collect()
        })
        .unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|ext| ext == "toml"));
    files.sort();
    files
}

fn parsed<T: for<'de> Deserialize<'de>>(file: &Path) -> T {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn folded(text: &str) -> String {
    fold::fold(&text.nfkd().collect::<String>().to_lowercase())
}

fn read_words(file: &Path, entries: &mut Entries, notices: &mut Notices) {
    let words: Words = parsed(file);
    check_language(file, &words.language);
    let inside = if words.spaceless { INSIDE } else { 0 };
    for (section, lists) in &words.sections {
        for (list, stems) in lists {
            let name = format!("{section}.{list}");
            let meaning = index_of(&MEANINGS, &name, file);
            for stem in stems {
                if section == "notice" {
                    add_notice(meaning, stem, inside, entries, notices);
                } else {
                    add_stem(meaning, stem, inside, entries);
                }
            }
        }
    }
}

fn add_stem(meaning: u8, stem: &str, inside: u8, entries: &mut Entries) {
    let mut spelling = folded(stem).into_bytes();
    if spelling.is_empty() {
        return;
    }
    if stem.starts_with('=') {
        spelling.push(key::WORD_END);
    }
    let meanings = &mut entry(spelling, inside, entries).1;
    if !meanings.contains(&meaning) {
        meanings.push(meaning);
    }
}

/// The entry of a spelling, made if it is new; its first words are marked as going on.
fn entry(spelling: Vec<u8>, flags: u8, entries: &mut Entries) -> &mut (u8, Vec<u8>) {
    for at in (0..spelling.len().saturating_sub(1)).filter(|at| spelling[*at] == key::WORD_END) {
        entries.entry(spelling[..=at].to_vec()).or_default().0 |= GOES_ON;
    }
    let entry = entries.entry(spelling).or_default();
    entry.0 |= flags;
    entry
}

/// A notice is known by all of its parts; its longest part is the anchor that makes a text worth keeping.
fn add_notice(meaning: u8, notice: &str, inside: u8, entries: &mut Entries, notices: &mut Notices) {
    let parts: Vec<String> = notice
        .split('+')
        .map(folded)
        .filter(|part| !part.is_empty())
        .collect();
    let longest = parts
        .iter()
        .map(|part| part.chars().count())
        .max()
        .unwrap_or(0);
    for part in &parts {
        let anchor = if part.chars().count() == longest {
            ANCHOR
        } else {
            0
        };
        entry(part.clone().into_bytes(), inside | PART | anchor, entries);
    }
    let first = index_of(&MEANINGS, "notice.signed-out", Path::new("build.rs"));
    notices.push((
        meaning - first,
        parts.into_iter().map(String::into_bytes).collect(),
    ));
}

/// `number, how many, then for each the keys' places in order` as 16-bit numbers, the last of a notice with its top bit set.
fn packed_notices(notices: &Notices, entries: &Entries) -> Vec<u8> {
    let key = |spelling: &[u8]| {
        spelling
            .iter()
            .fold(key::Hash::EMPTY, |hash, byte| hash.with(*byte))
            .key()
    };
    let mut keys: Vec<u32> = entries.keys().map(|spelling| key(spelling)).collect();
    keys.sort_unstable();
    let place = |part: &Vec<u8>| {
        u16::try_from(
            keys.binary_search(&key(part))
                .expect("every part is an entry"),
        )
        .expect("few")
    };
    let mut bytes = Vec::new();
    for (number, parts) in notices {
        for (at, part) in parts.iter().enumerate() {
            let last = if at + 1 == parts.len() { 0x8000 } else { 0 };
            bytes.extend((place(part) | last).to_le_bytes());
        }
        bytes.push(*number);
    }
    bytes
}

fn read_labels(file: &Path, entries: &mut Entries) {
    let labels: Labels = parsed(file);
    check_language(file, &labels.language);
    for label in labels.label {
        let concept = index_of(&CONCEPTS, &label.concept, file);
        let rank = index_of(&RANKS, &label.rank, file);
        assert!(
            rank == 0 || label.source.is_some(),
            "{}: “{}” has the rank {} without a source",
            file.display(),
            label.text,
            label.rank
        );
        let value = concept << 2 | rank;
        let mut spelling = folded(&label.text).into_bytes();
        spelling.push(key::TEXT_END);
        let (_, values) = entries.entry(spelling).or_default();
        match values.iter_mut().find(|known| **known >> 2 == concept) {
            Some(known) => *known = (*known).max(value),
            None => values.push(value),
        }
    }
}

fn check_language(file: &Path, language: &str) {
    let stem = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    assert!(
        stem == language,
        "{}: the file says that its language is {language}",
        file.display()
    );
}

fn index_of(names: &[&str], name: &str, file: &Path) -> u8 {
    let index = names.iter().position(|known| *known == name);
    let index = index.unwrap_or_else(|| {
        panic!(
            "{}: “{name}” is not known; known are {names:?}",
            file.display()
        )
    });
    u8::try_from(index).expect("fewer than 256 names")
}

/// A stem that begins with another one of the same meanings says nothing new.
fn drop_redundant(entries: &mut Entries) {
    let ends = |spelling: &[u8]| matches!(spelling.last(), Some(&key::WORD_END | &key::TEXT_END));
    let known = entries.clone();
    entries.retain(|spelling, record| {
        let nearest = (1..spelling.len())
            .rev()
            .map(|at| &spelling[..at])
            .filter(|prefix| !ends(prefix))
            .find_map(|prefix| known.get(prefix).filter(|(_, values)| !values.is_empty()));
        let is_plain =
            record.0 & (PART | ANCHOR | GOES_ON) == 0 && spelling.last() != Some(&key::TEXT_END);
        !(is_plain
            && !spelling.contains(&key::WORD_END)
            && nearest.is_some_and(|(flags, values)| {
                *values == record.1 && flags & INSIDE == record.0 & INSIDE
            }))
    });
}

/// The keys in order, Rice-coded, then for each the number of its record; and the distinct records as Rust.
fn coded(entries: &Entries) -> (Vec<u8>, String) {
    let mut records: Vec<&(u8, Vec<u8>)> = entries.values().collect();
    records.sort();
    records.dedup();
    assert!(
        records.len() <= 256,
        "more than 256 distinct records: {}",
        records.len()
    );
    let mut keyed = BTreeMap::new();
    for (spelling, record) in entries {
        let hash = spelling
            .iter()
            .fold(key::Hash::EMPTY, |hash, byte| hash.with(*byte));
        let other = keyed.insert(hash.key(), record);
        assert!(
            other.is_none(),
            "“{}” has the key of another stem: spell one of them longer",
            String::from_utf8_lossy(spelling)
        );
    }
    let mut bytes = u16::try_from(keyed.len())
        .expect("fewer than 65,536 stems")
        .to_le_bytes()
        .to_vec();
    bytes.extend(keyed.values().map(|record| {
        let number = records
            .binary_search(record)
            .expect("every record is listed");
        u8::try_from(number).expect("at most 256 records")
    }));
    bytes.extend(rice_coded(keyed.keys().copied()));
    let mut code = String::from("pub(super) static RECORDS: &[Record] = &[\n");
    for (flags, values) in records {
        writeln!(
            code,
            "    Record {{ flags: {flags}, values: &{values:?} }},"
        )
        .expect("a string takes it");
    }
    (bytes, code + "];\n")
}

fn rice_coded(keys: impl Iterator<Item = u32>) -> Vec<u8> {
    let mut bits = Vec::new();
    let mut before = 0;
    for key in keys {
        let gap = key - before;
        before = key;
        bits.extend((0..gap >> key::RICE_BITS).map(|_| true));
        bits.push(false);
        bits.extend((0..key::RICE_BITS).map(|bit| gap >> bit & 1 == 1));
    }
    bits.chunks(8)
        .map(|byte| {
            byte.iter()
                .enumerate()
                .fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)
        })
        .collect()
}

fn variant(name: &str) -> String {
    name.split('-')
        .map(|part| {
            part.chars()
                .take(1)
                .map(|c| c.to_ascii_uppercase())
                .chain(part.chars().skip(1))
                .collect::<String>()
        })
        .collect()
}

fn pages(file: &Path) -> String {
    let mut code = String::from("pub(crate) static ADDRESSES: &[Shape] = &[\n");
    for page in parsed::<Pages>(file).page {
        assert!(
            !page.sources.is_empty(),
            "{}: {} has no source",
            file.display(),
            page.id
        );
        let PageFact {
            id,
            host,
            path,
            fragment,
            weak,
            ..
        } = page;
        writeln!(
            code,
            "    Shape {{ page: PageId::{}, host: {host:?}, path: {path:?}, fragment: {fragment:?}, is_weak: {weak} }},",
            variant(&id)
        )
        .expect("a string takes it");
    }
    code + "];\n"
}

fn flows(folder: &Path) -> String {
    let mut code = String::from("pub(crate) static FLOWS: &[Flow] = &[\n");
    for file in toml_files(folder) {
        let FlowFact {
            id: flow,
            home,
            phrases,
            step,
            ..
        } = parsed(&file);
        writeln!(
            code,
            "    Flow {{ id: FlowId::{}, home: {home:?}, phrases: &{phrases:?}, steps: &[",
            variant(&flow)
        )
        .expect("a string takes it");
        for StepFact {
            id,
            controls,
            pages,
        } in step
        {
            let list = |kind: &str, names: &[String]| {
                names
                    .iter()
                    .map(|name| format!("{kind}::{}", variant(name)))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let (controls, pages) = (list("ControlId", &controls), list("PageId", &pages));
            let title = format!("guide_{flow}_{id}").replace('-', "_");
            writeln!(
                code,
                "        Step {{ id: {id:?}, title: {title:?}, body: \"{title}_body\", controls: &[{controls}], pages: &[{pages}] }},"
            )
            .expect("a string takes it");
        }
        code += "    ] },\n";
    }
    code + "];\n"
}
