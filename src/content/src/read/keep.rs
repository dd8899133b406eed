//! Which of the gathered candidates are worth the dear facts.

use farewell_core::{Item, Kind, Picks, fold, holds_email, touches};

use super::record::Record;

/// Where an inline element ends and the next begins.
const SEAM: char = '\u{1c}';

/// Every field, and of all else what the lexicon knows a word of. In a dialog everything is kept: it is short, and
/// its "Yes" and "OK" mean something only there.
pub(super) fn matters(record: &Record<'_>) -> bool {
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

/// What may be one of the person's picks; `all`: whatever can be pressed.
pub(super) fn is_sought(item: &Item, picks: &Picks, all: bool) -> bool {
    all && item.kind.is_pressable() || picks.may_hold(item)
}

fn says_something(record: &Record<'_>) -> bool {
    // A seam shows as a space or as nothing: either way of reading counts.
    touches(&fold(record.said))
        || (record.said.contains(SEAM) && touches(&fold(&record.said.replace(SEAM, ""))))
        || (!record.words.is_empty() && touches(&fold(record.words)))
}

fn hints_at_something(record: &Record<'_>) -> bool {
    (!record.href.is_empty() && touches(&fold(record.href))) || touches(&fold(record.hints))
}
