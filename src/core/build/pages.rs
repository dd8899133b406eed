//! From `facts/pages.toml` to the table of addresses.

use crate::ids::PageId;
use crate::{id, parsed};
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;

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
    #[serde(default)]
    passage: bool,
    sources: String,
}

pub(super) fn table(file: &Path) -> String {
    let mut code = String::from("static URL_PATTERNS: &[UrlPattern] = &[\n");
    for fact in parsed::<Pages>(file).page {
        let PageFact {
            id,
            host,
            path,
            fragment,
            weak,
            passage,
            sources,
        } = fact;
        assert!(
            !sources.is_empty(),
            "{}: {id} has no source",
            file.display()
        );
        let page = id!(PageId, &id, file);
        writeln!(
            code,
            "    UrlPattern {{ page: PageId::{page:?}, host: {host:?}, path: {path:?}, fragment: {fragment:?}, is_weak: {weak}, is_passage: {passage} }},",
        )
        .expect("a string takes it");
    }
    code + "];\n"
}
