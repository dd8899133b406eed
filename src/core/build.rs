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
#[path = "build/pack.rs"]
mod pack;

use key::{ANCHOR, INSIDE, LABEL, PART};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use unicode_normalization::UnicodeNormalization;

/// Sections of a words file in the order of `Meaning` in `src/lexicon/mod.rs`; the two must stay equal, and a test there
/// compares the names.
const MEANINGS: [&str; 47] = [
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
    "notice.spared",
    "anchor.anchor",
    "label.label",
];

/// Concepts of a labels file: the controls in the order of `ControlId` in `src/ids.rs`, then the others in that of
/// `Concept::number` in `src/lexicon/mod.rs`. A test there compares the names.
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
    /// The words of the lists tell it by themselves, so that the engine goes without it.
    #[serde(default)]
    derived: bool,
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
    sources: Vec<String>,
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

/// The notices by their number among the notices: the spellings of their parts.
type Notices = BTreeMap<u8, Vec<Vec<Vec<u8>>>>;

fn main() {
    let facts = Path::new("facts");
    println!("cargo::rerun-if-changed=facts");
    println!("cargo::rerun-if-changed=src/fold.rs");
    println!("cargo::rerun-if-changed=src/lexicon/key.rs");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let mut entries = Entries::new();
    let mut notices = Notices::new();
    for file in toml_files(&facts.join("words")) {
        read_words(&file, &mut entries, &mut notices);
    }
    for file in toml_files(&facts.join("labels")) {
        read_labels(&file, &mut entries);
    }
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    drop_redundant(&mut entries);
    let (bits, sizes) = pack::packed(&entries, &first_words(&entries), &notices);
    fs::write(out.join("lexicon.bin"), bits).expect("the lexicon is written");
    fs::write(out.join("sizes.rs"), sizes).expect("its sizes are written");
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
    let (flags, meanings) = entries.entry(spelling).or_default();
    *flags |= inside;
    if !meanings.contains(&meaning) {
        meanings.push(meaning);
    }
}

/// The first words, with what ends each, of every stem of several words: where a look-up goes on after a word.
fn first_words(entries: &Entries) -> BTreeSet<Vec<u8>> {
    let mut firsts = BTreeSet::new();
    for spelling in entries
        .keys()
        .filter(|spelling| spelling.last() != Some(&key::TEXT_END))
    {
        let ends =
            (0..spelling.len().saturating_sub(1)).filter(|at| spelling[*at] == key::WORD_END);
        firsts.extend(ends.map(|at| spelling[..=at].to_vec()));
    }
    firsts
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
        entries.entry(part.clone().into_bytes()).or_default().0 |= inside | PART | anchor;
    }
    let first = index_of(&MEANINGS, "notice.signed-out", Path::new("build.rs"));
    notices
        .entry(meaning - first)
        .or_default()
        .push(parts.into_iter().map(String::into_bytes).collect());
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
        if label.derived {
            assert!(
                rank == 0,
                "{}: “{}” is attested and can't be derived",
                file.display(),
                label.text
            );
            continue;
        }
        let value = concept << 2 | rank;
        let mut spelling = folded(&label.text).into_bytes();
        spelling.push(key::TEXT_END);
        let (flags, values) = entries.entry(spelling).or_default();
        *flags |= LABEL;
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
            "{}: “{name}” is not known; a new name goes into the list in build.rs, which has {names:?}",
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
        let is_plain = record.0 & (PART | ANCHOR) == 0 && spelling.last() != Some(&key::TEXT_END);
        !(is_plain
            && !spelling.contains(&key::WORD_END)
            && nearest.is_some_and(|(flags, values)| {
                *values == record.1 && flags & INSIDE == record.0 & INSIDE
            }))
    });
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
            sources,
            step,
            ..
        } = parsed(&file);
        assert!(
            sources.iter().any(|source| !source.is_empty()),
            "{}: it has no source",
            file.display()
        );
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
