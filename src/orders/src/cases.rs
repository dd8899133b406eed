//! The list of returns, refunds and disputes: which of its cases are open, and which refunds may still be on their way.

use crate::before::{Row, RowId, RowState};
use crate::facts::CASE_WORDS;
use crate::lines::{Line, Shown, is_mostly, letters};
use crate::list_words::{read_tab_count, says_all};
use crate::working_days::{REFUND_DAYS, after_working_days};

/// What a line of the list can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CaseWord {
    /// There is none.
    None,
    /// The case goes on.
    Open,
    /// It is finished, and money may be on its way.
    Finished,
    /// It ended without money.
    Closed,
}

/// A list as short as this shows all its cases at once: the site sends ten at a time.
const AT_A_TIME: usize = 10;

/// The row of the disputes as this page shows it; `at` is the moment. Open where a case goes on or a
/// refund is younger than banks may take; clear only where the whole list was read and all of it is known.
#[must_use]
pub fn cases_row(shown: &Shown, at: f64) -> Row {
    let is_state = |line: &Line| state(&line.text).is_some_and(|word| word != CaseWord::None);
    let entries = shown.entries(is_state, |line| is_of_a_case(shown, line));
    let mut row = Row::unknown(RowId::Disputes);
    let mut are_known = true;
    for entry in &entries {
        match read_case(shown, entry) {
            Some(Case::Open) => row.open += 1,
            Some(Case::Paid(until)) if until >= shown.today => {
                row.open += 1;
                row.until = row.until.max(Some(until));
            }
            Some(Case::Paid(_) | Case::Closed) => {}
            None => {
                are_known = false;
                continue;
            }
        }
        row.seen += 1;
    }
    let page = shown.list.page();
    row.of = all_of(shown);
    let is_empty = entries.is_empty() && says_none(shown);
    if entries.is_empty() && !is_empty {
        return Row::unknown(RowId::Disputes);
    }
    row.at = Some(at);
    let is_all = shown.is_whole
        && !page.is_narrowed
        && row.of.is_none_or(|of| of == row.seen)
        && (row.of.is_some() || entries.len() < AT_A_TIME || shown.is_end_in_sight);
    row.state = match (row.open, is_all && are_known) {
        (0, true) => RowState::Clear,
        (0, false) => RowState::Unknown,
        _ => RowState::Open,
    };
    row
}

/// Whether the page says that its list is empty.
pub(crate) fn says_none(shown: &Shown) -> bool {
    shown
        .lines
        .iter()
        .any(|line| state(&line.text) == Some(CaseWord::None))
}

enum Case {
    Open,
    /// Finished; the day up to which its money may be on its way.
    Paid(String),
    Closed,
}

/// `None` where its state or the day of its refund is not told.
fn read_case(shown: &Shown, entry: &[&Line]) -> Option<Case> {
    let says = |word: CaseWord| entry.iter().any(|line| state(&line.text) == Some(word));
    if says(CaseWord::Open) {
        return Some(Case::Open);
    }
    if says(CaseWord::Finished) {
        let latest = entry.iter().filter_map(|line| shown.day(line)).max()?;
        return after_working_days(&latest, REFUND_DAYS).map(Case::Paid);
    }
    says(CaseWord::Closed).then_some(Case::Closed)
}

/// What a line says of a case; `None` where it says nothing, or two things at once.
fn state(text: &str) -> Option<CaseWord> {
    let letters = letters(text);
    // "Waiting for …" goes on with what is waited for.
    let goes_on = |phrase: &str, word| {
        word == CaseWord::Open && phrase.contains(' ') && letters.starts_with(phrase)
    };
    let mut found = CASE_WORDS.iter().filter(|(phrase, whole, word)| {
        is_mostly(&letters, phrase, *whole) || goes_on(phrase, *word)
    });
    let (longest, _, state) = *found.clone().max_by_key(|(phrase, ..)| phrase.len())?;
    // "Refund" in "no refund": what the longer phrase holds is no word of its own.
    let contradicts =
        |(phrase, _, other): &(&str, bool, CaseWord)| *other != state && !longest.contains(phrase);
    (!found.any(contradicts)).then_some(state)
}

/// Whether a line tells a case from a tab or a button: it names a day, an amount or a number as long as an order's.
fn is_of_a_case(shown: &Shown, line: &Line) -> bool {
    const FIGURES: usize = 6;
    let folded = crate::fold::fold(&line.text);
    let has_number = folded
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() >= FIGURES);
    has_number || shown.day(line).is_some() || shown.is_amount(line)
}

/// How many cases the tab counts that shows all.
fn all_of(shown: &Shown) -> Option<u32> {
    let all = shown.list.tabs.iter().find(|tab| says_all(&tab.text))?;
    read_tab_count(&all.text)
}
