//! Makes the style sheet as small as it can be without changing it: it travels inside the engine.

use std::path::Path;
use std::{env, fs};

fn main() {
    let source = "src/overlay/style.css";
    println!("cargo::rerun-if-changed={source}");
    let css = fs::read_to_string(source).expect("the style sheet is beside its module");
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("style.css"), smaller(&css))
        .expect("cargo's folder can be written to");
}

/// Without comments, and without the white space that separates nothing.
fn smaller(css: &str) -> String {
    let mut bare = String::new();
    for (at, part) in css.split("/*").enumerate() {
        bare.push_str(if at == 0 {
            part
        } else {
            part.split_once("*/").map_or("", |(_, rest)| rest)
        });
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    let mut small = words.join(" ");
    for mark in ["{", "}", ";", ","] {
        small = small
            .replace(&format!(" {mark}"), mark)
            .replace(&format!("{mark} "), mark);
    }
    // A space before a colon can be a combinator, one after it only stands in a declaration.
    small.replace(": ", ":").replace(";}", "}")
}
