//! Turns the facts (TOML, for people) into static tables (Rust, for the engine), and refuses facts that contradict
//! each other or name what the product does not know.
//!
//! The names of meanings, concepts, controls, pages and flows stand once, in the files that are included here.

#[path = "src/lexicon/concept.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build uses its part")]
mod concept;
#[path = "build/flows.rs"]
mod flows;
#[path = "src/fold.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the build folds, it cuts no words"
)]
mod fold;
#[path = "src/ids.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build uses its part")]
mod ids;
#[path = "../orders/src/letter.rs"]
#[allow(unreachable_pub, reason = "it is shared with the other crate")]
mod letter;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "src/lexicon/meaning.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build uses its part")]
mod meaning;
#[path = "build/pages.rs"]
mod pages;

use letter::push_letter;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::{env, fs};
use unicode_normalization::UnicodeNormalization;

fn main() {
    for watched in ["facts", "build.rs", "build"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let facts = Path::new("facts");
    let tables = lexicon::tables(&facts.join("words"), &facts.join("labels"));
    write("stems.rs", &tables.stems);
    write("labels.rs", &tables.labels);
    write("writing.rs", &tables.writing);
    write("pages.rs", &pages::table(&facts.join("pages.toml")));
    let flows = flows::tables(&texts(&facts.join("flows")));
    write(
        "flows.rs",
        &flows.unwrap_or_else(|error| panic!("facts/flows: {error}")),
    );
}

fn write(name: &str, code: &str) {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join(name), code).unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// The name of each file of a folder, without its ending, and its text.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let files = toml_files(folder).into_iter();
    files
        .map(|file| {
            let name = file.file_stem().expect("a file has a name");
            let text = fs::read_to_string(&file);
            let text = text.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            (name.to_string_lossy().into_owned(), text)
        })
        .collect()
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let list = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = list
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|file| file.extension().is_some_and(|ext| ext == "toml"))
        .collect();
    files.sort();
    files
}

fn parsed<T: for<'de> Deserialize<'de>>(file: &Path) -> T {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Folds a text as the browser and the core do together.
fn folded(text: &str) -> String {
    fold::fold(&text.nfkd().collect::<String>().to_lowercase())
}

/// A name as a value of one of the product's vocabularies, whose names are `known`.
fn named<T: Copy>(
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
    known: impl Fn() -> Vec<&'static str>,
    file: &Path,
) -> T {
    parse(name).unwrap_or_else(|| {
        let known = known().join(", ");
        panic!(
            "{}: “{name}” is not known; known are: {known}",
            file.display()
        )
    })
}

/// `named` for a vocabulary of `ids.rs`.
macro_rules! id {
    ($vocabulary:ty, $name:expr, $file:expr) => {
        crate::named(
            $name,
            <$vocabulary>::parse,
            || <$vocabulary>::ALL.iter().map(|id| id.as_str()).collect(),
            $file,
        )
    };
}
pub(crate) use id;
