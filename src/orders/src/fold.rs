//! One spelling for all the ways in which a page can write the same words, figures and signs.
//!
//! Unlike the page recognition's folding, this one keeps punctuation: a date or an amount is nothing without it.

use crate::host::decomposed;
use crate::letter::push_letter;

/// Decomposed (NFKD), lower-cased, without marks and invisible characters; every kind of space is one ASCII space, every
/// script's figures are ASCII ones. Folding twice changes nothing.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in decomposed(text).chars().filter(|c| !is_invisible(*c)) {
        match c {
            '٫' => folded.push('.'),
            '٬' | '’' | 'ʼ' | '׳' => folded.push('\''),
            '،' | '、' | '﹐' => folded.push(','),
            '−' | '‐' | '‑' | '‒' | '–' | '—' => folded.push('-'),
            c if c.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => push_letter(&mut folded, figure(c).unwrap_or(c)),
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The letters and figures of a folded text, as words with one space between them.
#[must_use]
pub(crate) fn words(folded: &str) -> String {
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The folded text without its spaces.
#[must_use]
pub(crate) fn tight(folded: &str) -> String {
    folded.chars().filter(|c| *c != ' ').collect()
}

/// The ASCII figure for one of another script that NFKD leaves as it is: Arabic, Persian, Devanagari, Bengali, Thai.
fn figure(c: char) -> Option<char> {
    let first = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}'];
    let digit = first.iter().find_map(|zero| {
        (c as u32)
            .checked_sub(*zero as u32)
            .filter(|digit| *digit < 10)
    })?;
    char::from_digit(digit, 10)
}

/// What shows nothing and means nothing here: directions, joiners, zero-width and soft characters, tatweel, controls that are
/// no spaces.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{640}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}
