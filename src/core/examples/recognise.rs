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
        let mut view = view.clone();
        for item in &mut view.items {
            if item.folded_placeholder.is_empty() {
                use unicode_normalization::UnicodeNormalization;
                item.folded_placeholder = farewell_core::fold(
                    &item.placeholder.nfkd().collect::<String>().to_lowercase(),
                );
            }
        }
        let view = &view;
        let native = recognise(view, &LEXICON, &Picks::default());
        let native = serde_json::to_value(native).expect("a sighting is plain data");
        if native != *sighting {
            differing += 1;
            println!("  differs natively: {name}");
            let k = |v: &serde_json::Value| {
                format!(
                    "{} {} {:?} unclear {} hidden {} says {} del {}",
                    v["page"],
                    v["confidence"],
                    v["controls"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|c| format!(
                            "{}:{}@{}",
                            c["control"].as_str().unwrap(),
                            c["confidence"],
                            c["item"]
                        ))
                        .collect::<Vec<_>>(),
                    v["unclear"],
                    v["hidden"],
                    v["says"],
                    v["deletes"]
                )
            };
            println!("     was {}\n     now {}", k(sighting), k(&native));
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
