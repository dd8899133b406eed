//! Recognises recorded views natively, once with the lexicon at hand and once asking it as the engine in a page does, and compares
//! with the sightings that a browser's build gave: all have to be equal.
//!
//! `cargo run -p farewell-core --features serde --example recognise FILE`, with the JSON that `npm run corpus` writes.

use farewell_core::{Known, Sighting, View, answers, recognise};
use std::process::ExitCode;

#[derive(serde::Deserialize)]
struct Recorded {
    name: String,
    view: View,
    sighting: serde_json::Value,
}

/// Recognised as in a page: what is not known is asked, until there is nothing left to ask.
fn asked(view: &View) -> Sighting {
    let known = Known::apart();
    let view = View {
        known: known.clone(),
        ..view.clone()
    };
    loop {
        let sighting = recognise(&view);
        let questions = known.questions();
        if questions.is_empty() {
            return sighting;
        }
        known.add(&answers(&questions));
    }
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
        let native = serde_json::to_value(recognise(view)).expect("a sighting is plain data");
        let asking = serde_json::to_value(asked(view)).expect("a sighting is plain data");
        if native != *sighting || asking != *sighting {
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
