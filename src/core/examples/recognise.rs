//! Recognises recorded views natively and compares with the sightings that a browser's build gave: all have to be equal.
//!
//! `cargo run -p farewell-core --features serde --example recognise FILE`, with the JSON that `npm run corpus` writes.

use farewell_core::{LEXICON, Picks, View, recognise};
use std::process::ExitCode;

#[derive(serde::Deserialize)]
struct Recorded {
    name: String,
    view: View,
    sighting: serde_json::Value,
}

fn main() -> ExitCode {
    let file = std::env::args().nth(1).expect("the file to read");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let recorded: Vec<Recorded> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut differing = 0;
    for Recorded {
        name,
        view,
        sighting,
    } in &recorded
    {
        let native = recognise(view, &LEXICON, &Picks::default());
        let native = serde_json::to_value(native).expect("a sighting is plain data");
        if native != *sighting {
            differing += 1;
            println!("  differs natively: {name}");
        }
    }
    println!(
        "  native and browser build: {} of {} sightings equal",
        recorded.len() - differing,
        recorded.len()
    );
    if differing == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
