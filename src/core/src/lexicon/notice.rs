//! Which notices a text gives: sentences of the site, each known by parts that all have to stand in it.

use super::Lexicon;
use super::stem::{Notice, NoticePart};
use super::walk::beginnings;
use super::words::Meanings;

/// Adds the notices all of whose parts stand in the text, in any order.
pub(super) fn add_to(lexicon: &Lexicon, folded: &str, meanings: &mut Meanings) {
    let mut present: Vec<usize> = Vec::new();
    add_parts(lexicon, folded, &mut present);
    if folded.contains(|c: char| c.is_ascii_digit()) {
        add_parts(lexicon, &with_numbers_alike(folded), &mut present);
    }
    present.sort_unstable();
    present.dedup();
    for first in &present {
        for notice in beginning_with(lexicon.stems.notices, *first) {
            let mut parts = notice.parts.iter();
            if parts.all(|part| present.binary_search(&usize::from(*part)).is_ok()) {
                meanings.add(notice.meaning);
            }
        }
    }
}

/// The notices whose first part is the stem at that place.
fn beginning_with(notices: &[Notice], first: usize) -> &[Notice] {
    let first_of = |notice: &Notice| usize::from(notice.parts[0]);
    let from = notices.partition_point(|notice| first_of(notice) < first);
    let to = notices.partition_point(|notice| first_of(notice) <= first);
    &notices[from..to]
}

/// Adds the places of the parts of notices that stand in a text.
fn add_parts(lexicon: &Lexicon, text: &str, present: &mut Vec<usize>) {
    for (at, inside) in beginnings(text) {
        lexicon
            .stems
            .prefixes(&text[at..], inside, |_, place, stem| {
                if stem.notice != NoticePart::None {
                    present.push(place);
                }
            });
    }
}

/// The text with `#` for each of its numbers, as the fact files write a part that holds any number.
fn with_numbers_alike(folded: &str) -> String {
    const NUMBER: char = '#';
    let mut text = String::with_capacity(folded.len());
    for c in folded.chars() {
        if !c.is_ascii_digit() {
            text.push(c);
        } else if !text.ends_with(NUMBER) {
            text.push(NUMBER);
        }
    }
    text
}
