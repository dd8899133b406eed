//! Which of the candidates that the walk gathered are worth a closer look.

use crate::email::holds_email;
use crate::fold::fold;
use crate::lexicon::{Lexicon, Meaning};
use crate::record::Record;
use crate::view::Kind;

/// The walk writes this sign where an inline element ends and the next begins.
const SEAM: char = '\u{1c}';

/// Whether a candidate is worth the facts that need styles and layout: every field, and of all else what the lexicon knows
/// a word of. In a dialog everything is: a dialog is short, and its "Yes" and "OK" mean something only there.
#[must_use]
pub fn is_relevant(record: &Record<'_>, lexicon: &Lexicon) -> bool {
    match record.kind {
        Kind::Text => {
            record.dialog != 0 || says_something(record, lexicon) || holds_email(record.text)
        }
        Kind::Link | Kind::Button => {
            let is_of_form = record.form != 0 && record.kind == Kind::Button;
            is_of_form
                || record.dialog != 0
                || record.refers
                || says_something(record, lexicon)
                || record.kind == Kind::Button && lexicon.is_relevant_of_button(&fold(record.said))
                || hints_at_something(record, lexicon)
        }
        _ => true,
    }
}

/// Whether a candidate is a field for an e-mail, by its kind or by what its attributes say.
#[must_use]
pub fn takes_email(record: &Record<'_>, lexicon: &Lexicon) -> bool {
    let speaks_of_it = |text: &str| {
        let mut meanings = lexicon.meanings(&fold(text));
        meanings.any(|meaning| meaning == Meaning::Email)
    };
    record.kind == Kind::EmailBox
        || record.kind == Kind::TextBox
            && (speaks_of_it(record.words) || speaks_of_it(record.hints))
}

fn says_something(record: &Record<'_>, lexicon: &Lexicon) -> bool {
    let is_relevant = |text: &str| lexicon.is_relevant(&fold(text));
    is_relevant(record.said)
        // A seam shows as a space or as nothing: either way of reading counts.
        || record.said.contains(SEAM) && is_relevant(&record.said.replace(SEAM, ""))
        || !record.words.is_empty() && is_relevant(record.words)
}

fn hints_at_something(record: &Record<'_>, lexicon: &Lexicon) -> bool {
    !record.href.is_empty() && lexicon.is_relevant(&fold(record.href))
        || lexicon.is_relevant(&fold(record.hints))
}
