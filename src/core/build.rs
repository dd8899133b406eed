//! Turns the facts (TOML, for people) into static tables (bytes, for the engine), and refuses facts that contradict
//! each other or name what the product does not know.
//!
//! The lexicon is one sorted, front-coded list: every stem and every label of every language in one walk, because hosts
//! and cookies lie about the language and so all of them are tried at once.

#[path = "src/fold.rs"]
#[expect(dead_code, unreachable_pub, reason = "the build folds, it cuts no words")]
mod fold;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use unicode_normalization::UnicodeNormalization;

/// Sections of a words file in the order of `Meaning` in `src/lexicon.rs`; the two must stay equal, and a test there
/// compares the names.
const MEANINGS: [&str; 46] = [
    "act.deactivate", "act.close", "act.delete", "act.reactivate", "act.edit", "act.confirm", "act.agree", "act.get",
    "act.verify", "act.more", "act.upload", "object.account", "object.profile", "object.settings", "object.personal",
    "object.code", "object.email", "object.privacy", "object.identity", "other.other", "small.small", "answer.yes",
    "answer.no", "type.type", "reason.privacy", "reason.security", "reason.experience", "reason.switching",
    "reason.other", "notice.signed-out", "notice.deactivated", "notice.terminated", "notice.goodbye",
    "notice.code-sent", "notice.blocked-orders", "notice.blocked-disputes", "notice.blocked-payment", "notice.deletes",
    "notice.rejected", "notice.challenge", "notice.rate-limit", "notice.maintenance", "notice.release",
    "notice.loading", "anchor.anchor", "label.label",
];

/// Concepts of a labels file in the order of `Concept` in `src/lexicon.rs`.
const CONCEPTS: [&str; 31] = [
    "my-aliexpress", "account-settings", "edit-profile", "deactivate", "email", "phrase", "reason", "terms", "submit",
    "delete", "remove", "confirm-yes", "confirm-no", "get-code", "code", "verify", "reactivate", "id-upload", "message",
    "load-more", "personal-information", "privacy-center", "order-list", "dispute-list", "wallet", "coupons",
    "addresses", "release-option", "sign-in", "email-label", "order-detail",
];

const RANKS: [&str; 3] = ["guess", "single", "full"];

const EXACT: u8 = 0x80;
const INSIDE: u8 = 0x40;
const WHOLE: u8 = 0x20;

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

/// Entries of the lexicon: the flags are part of the key, so that a stem and a label of the same spelling stand side by side.
type Entries = BTreeMap<(String, u8), Vec<u8>>;

fn main() {
    let facts = Path::new("facts");
    println!("cargo::rerun-if-changed=facts");
    println!("cargo::rerun-if-changed=src/fold.rs");
    let mut entries = Entries::new();
    let mut notices = Vec::new();
    for file in toml_files(&facts.join("words")) {
        read_words(&file, &mut entries, &mut notices);
    }
    for file in toml_files(&facts.join("labels")) {
        read_labels(&file, &mut entries);
    }
    notices.sort();
    notices.dedup();
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("lexicon.bin"), front_coded(&entries)).expect("the lexicon is written");
    fs::write(out.join("notices.txt"), notices.join("\n")).expect("the notices are written");
    fs::write(out.join("pages.rs"), pages(&facts.join("pages.toml"))).expect("the pages are written");
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
        .map(|list| list.filter_map(Result::ok).map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|ext| ext == "toml"));
    files.sort();
    files
}

fn parsed<T: for<'de> Deserialize<'de>>(file: &Path) -> T {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn folded(text: &str) -> String {
    fold::fold(&text.nfkd().collect::<String>().to_lowercase())
}

fn read_words(file: &Path, entries: &mut Entries, notices: &mut Vec<String>) {
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
    let (text, flags) = stem.strip_prefix('=').map_or((stem, inside), |whole| (whole, EXACT));
    let text = folded(text);
    if text.is_empty() {
        return;
    }
    let meanings = entries.entry((text, flags)).or_default();
    if !meanings.contains(&meaning) {
        meanings.push(meaning);
    }
}

/// A notice is known by all of its parts; its longest part is the anchor that makes a text worth keeping.
fn add_notice(meaning: u8, notice: &str, inside: u8, entries: &mut Entries, notices: &mut Vec<String>) {
    let parts: Vec<String> = notice.split('+').map(folded).filter(|part| !part.is_empty()).collect();
    let Some(anchor) = parts.iter().max_by_key(|part| part.chars().count()) else {
        return;
    };
    add_stem(index_of(&MEANINGS, "anchor.anchor", Path::new("build.rs")), anchor, inside, entries);
    let kind = char::from(b'A' + meaning - index_of(&MEANINGS, "notice.signed-out", Path::new("build.rs")));
    let place = if inside == 0 { '-' } else { '*' };
    notices.push(format!("{kind}{place}{}", parts.join("+")));
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
        let values = entries.entry((folded(&label.text), WHOLE)).or_default();
        match values.iter_mut().find(|known| **known >> 2 == concept) {
            Some(known) => *known = (*known).max(value),
            None => values.push(value),
        }
    }
}

fn check_language(file: &Path, language: &str) {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    assert!(stem == language, "{}: the file says that its language is {language}", file.display());
}

fn index_of(names: &[&str], name: &str, file: &Path) -> u8 {
    let index = names.iter().position(|known| *known == name);
    let index = index.unwrap_or_else(|| panic!("{}: “{name}” is not known; known are {names:?}", file.display()));
    u8::try_from(index).expect("fewer than 256 names")
}

/// `shared prefix length, suffix length, suffix, flags | count, values`, entry after entry, sorted by text.
fn front_coded(entries: &Entries) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut before: &[u8] = b"";
    for ((text, flags), values) in entries {
        let text = text.as_bytes();
        let shared = text.iter().zip(before).take_while(|(a, b)| a == b).count().min(255);
        let suffix = &text[shared..];
        bytes.push(u8::try_from(shared).expect("at most 255"));
        bytes.push(u8::try_from(suffix.len()).expect("a stem of fewer than 256 bytes"));
        bytes.extend_from_slice(suffix);
        bytes.push(flags | u8::try_from(values.len()).expect("few meanings"));
        bytes.extend_from_slice(values);
        before = text;
    }
    bytes
}

fn variant(name: &str) -> String {
    name.split('-')
        .map(|part| part.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(part.chars().skip(1)).collect::<String>())
        .collect()
}

fn pages(file: &Path) -> String {
    let mut code = String::from("pub(crate) static ADDRESSES: &[Shape] = &[\n");
    for page in parsed::<Pages>(file).page {
        assert!(!page.sources.is_empty(), "{}: {} has no source", file.display(), page.id);
        let PageFact { id, host, path, fragment, .. } = page;
        writeln!(
            code,
            "    Shape {{ page: PageId::{}, host: {host:?}, path: {path:?}, fragment: {fragment:?} }},",
            variant(&id)
        )
        .expect("a string takes it");
    }
    code + "];\n"
}

fn flows(folder: &Path) -> String {
    let mut code = String::from("pub(crate) static FLOWS: &[Flow] = &[\n");
    for file in toml_files(folder) {
        let FlowFact { id: flow, home, phrases, step, .. } = parsed(&file);
        writeln!(code, "    Flow {{ id: FlowId::{}, home: {home:?}, phrases: &{phrases:?}, steps: &[", variant(&flow))
            .expect("a string takes it");
        for StepFact { id, controls, pages } in step {
            let list = |kind: &str, names: &[String]| {
                names.iter().map(|name| format!("{kind}::{}", variant(name))).collect::<Vec<_>>().join(", ")
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
