//! From `facts/flows/*.toml` to the tables of the ways.

use crate::ids::{ControlId, FlowId, PageId};
use crate::{id, parsed, toml_files};
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;

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
    /// Where the page of it stands; where the way leads there by itself, none is needed.
    #[serde(default)]
    address: String,
    /// Any of the controls leads on: the first that is found is pointed at.
    #[serde(default)]
    either: bool,
}

pub(super) fn table(folder: &Path) -> String {
    let mut code = String::from("pub(crate) static FLOWS: &[Flow] = &[\n");
    for file in toml_files(folder) {
        let fact: FlowFact = parsed(&file);
        assert!(
            fact.sources.iter().any(|source| !source.is_empty()),
            "{}: it has no source",
            file.display()
        );
        let flow = id!(FlowId, &fact.id, &file);
        let FlowFact { home, phrases, .. } = &fact;
        writeln!(
            code,
            "    Flow {{ id: FlowId::{flow:?}, home: {home:?}, phrases: &{phrases:?}, steps: &["
        )
        .expect("a string takes it");
        for step in &fact.step {
            code += &line(&fact.id, step, &file);
        }
        code += "    ] },\n";
    }
    code + "];\n"
}

fn line(flow: &str, step: &StepFact, file: &Path) -> String {
    let StepFact {
        id,
        controls,
        pages,
        address,
        either,
    } = step;
    let controls: Vec<String> = controls
        .iter()
        .map(|name| format!("ControlId::{:?}", id!(ControlId, name, file)))
        .collect();
    let pages: Vec<String> = pages
        .iter()
        .map(|name| format!("PageId::{:?}", id!(PageId, name, file)))
        .collect();
    let (controls, pages) = (controls.join(", "), pages.join(", "));
    let title = format!("guide_{flow}_{id}").replace('-', "_");
    format!(
        "        Step {{ id: {id:?}, title: {title:?}, body: \"{title}_body\", controls: &[{controls}], pages: &[{pages}], address: {address:?}, either: {either} }},\n"
    )
}
