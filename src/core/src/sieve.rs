//! Which of the things that a reader gathered are worth a closer look, and what the lexicon says of them.
//!
//! It runs beside the lexicon, not in the page: what a page says is looked through here, and the page hears of the few
//! things that matter.

use crate::cut::{cut, parts};
use crate::decimal::decimal;
use crate::fold::fold;
use crate::guide::holds_email;
use crate::hosts::Address;
use crate::lexicon::{answer, touches};
use crate::prelude::*;
use crate::record::{About, RECORD, Record};
use crate::view::Kind;

/// Where an inline element ends and the next begins.
const SEAM: char = '\u{1c}';

/// From records as the page writes them and, behind a NUL, decomposed: the numbers of those that matter, in order, with commas;
/// then [answers](crate::Known::add) about what they, the page's title and its path say.
#[must_use]
pub fn sieve(gathered: &str) -> String {
    let (raw, decomposed) = cut(gathered, 0).unwrap_or((gathered, ""));
    let (mut raw, mut decomposed) = (parts(raw, RECORD), parts(decomposed, RECORD));
    let about = About::parse(raw.next().unwrap_or(""), decomposed.next().unwrap_or(""));
    let mut texts = Vec::new();
    add(&mut texts, fold(about.title));
    add(&mut texts, fold(&Address::parse(about.href).path));
    let mut numbers: Vec<String> = Vec::new();
    for (at, (raw, decomposed)) in (0..).zip(raw.zip(decomposed)) {
        if let Some(record) = Record::parse(raw, decomposed).filter(matters) {
            numbers.push(decimal(at));
            for text in spellings(record.said) {
                add(&mut texts, text);
            }
            add(&mut texts, fold(record.words));
        }
    }
    let mut reply = numbers.join(",");
    for text in &texts {
        reply.push('\u{1e}');
        reply.push_str(&answer(text));
    }
    reply
}

/// Keeps each text once: the rows of a list say the same again and again.
fn add(texts: &mut Vec<String>, text: String) {
    if let Err(at) = texts.binary_search(&text) {
        texts.insert(at, text);
    }
}

/// [Answers](crate::Known::add) to [questions](crate::Known::questions).
#[must_use]
pub fn answers(questions: &str) -> String {
    let all: Vec<String> = parts(questions, RECORD).map(answer).collect();
    all.join("\u{1e}")
}

/// Every field, and of all else what the lexicon knows a word of. In a dialog everything is kept: it is short, and
/// its "Yes" and "OK" mean something only there.
fn matters(record: &Record<'_>) -> bool {
    match record.kind {
        Kind::Text => record.dialog != 0 || says_something(record) || holds_email(record.text),
        Kind::Link | Kind::Button => {
            let is_of_form = record.form != 0 && record.kind == Kind::Button;
            is_of_form
                || record.dialog != 0
                || record.refers
                || says_something(record)
                || hints_at_something(record)
        }
        _ => true,
    }
}

fn says_something(record: &Record<'_>) -> bool {
    spellings(record.said).iter().any(|said| touches(said))
        || (!record.words.is_empty() && touches(&fold(record.words)))
}

/// A seam shows as a space or as nothing: either way of reading counts.
fn spellings(said: &str) -> Vec<String> {
    let mut all = vec![fold(said)];
    if said.contains(SEAM) {
        all.push(fold(&said.replace(SEAM, "")));
    }
    all
}

fn hints_at_something(record: &Record<'_>) -> bool {
    (!record.href.is_empty() && touches(&fold(record.href))) || touches(&fold(record.hints))
}
