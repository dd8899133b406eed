//! What a list of orders says of itself in words: the period that it shows, how many orders there are, whether it shows all.

use crate::facts::LIST_WORDS;
use crate::fold::{fold, words};
use crate::phrase::says;

/// What a word of the list can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListWord {
    /// A year.
    Year,
    /// A month.
    Month,
    /// Half of what follows.
    Half,
    /// The number two.
    Two,
    /// Two years, in one word.
    TwoYears,
    /// All of it.
    All,
    /// Orders.
    Orders,
    /// Deleted ones.
    Deleted,
}

/// Months that a period reaches back, where it has no end.
pub const UNLIMITED: u16 = u16::MAX;

/// The months that a period reaches back: "last 2 years" is 24, "All / Last year" is 12, "All" alone is [`UNLIMITED`], and a year
/// of the calendar is 12. `None` for a text that names no time.
#[must_use]
pub fn read_period(text: &str) -> Option<u16> {
    let folded = fold(text);
    let parts = || folded.split(['/', '|', '(', ')', ',', '・', '·']);
    parts().filter_map(months_of).max().or_else(|| {
        // "All / Last year" is a year: all alone is more.
        let is_all = means(&spaced(&folded), ListWord::All);
        (is_all && !folded.contains(|c: char| c.is_ascii_digit())).then_some(UNLIMITED)
    })
}

fn months_of(part: &str) -> Option<u16> {
    let said = spaced(part);
    let is = |meaning| means(&said, meaning);
    if is(ListWord::TwoYears) {
        return Some(24);
    }
    let number = said.split(' ').find_map(|word| word.parse::<u16>().ok());
    if matches!(number, Some(1990..=2100)) {
        return Some(12);
    }
    let unit = match (is(ListWord::Year), is(ListWord::Month)) {
        (true, _) if is(ListWord::Half) => 6,
        (true, _) => 12,
        (false, true) => 1,
        (false, false) if is(ListWord::Half) && number.is_none() => return Some(6),
        (false, false) => return None,
    };
    let count = number.unwrap_or(if is(ListWord::Two) { 2 } else { 1 });
    (count <= 100).then(|| count * unit)
}

/// Whether a text speaks of all, and of nothing that it counts.
#[must_use]
pub fn says_all(text: &str) -> bool {
    means(&spaced(&fold(text)), ListWord::All)
}

/// Whether a text speaks of deleted orders.
#[must_use]
pub fn says_deleted(text: &str) -> bool {
    means(&spaced(&fold(text)), ListWord::Deleted)
}

/// How many orders a line such as "34 orders" counts: its only number, beside the word for orders and little else.
#[must_use]
pub fn read_count(line: &str) -> Option<u32> {
    const MOST_WORDS: usize = 5;
    let said = spaced(&fold(line));
    let is_short = said.split(' ').count() <= MOST_WORDS;
    (is_short && means(&said, ListWord::Orders)).then(|| only_number(&fold(line)))?
}

/// The number at the end of a tab such as "View all (34)", or its only one.
#[must_use]
pub fn read_tab_count(tab: &str) -> Option<u32> {
    only_number(&fold(tab))
}

/// The only number of a folded text; figures may be grouped.
fn only_number(folded: &str) -> Option<u32> {
    // "99+" says that there are more.
    if folded.contains('+') {
        return None;
    }
    let is_grouping = |before: char, after: &str| {
        let next = after.chars().take_while(char::is_ascii_digit).count();
        matches!(before, '.' | ',' | ' ' | '\'') && next == 3
    };
    let mut found = None;
    let mut run = String::new();
    let mut rest = folded.chars();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() {
            run.push(c);
            continue;
        }
        let has_ended = !run.is_empty() && !is_grouping(c, rest.as_str());
        if has_ended && found.replace(std::mem::take(&mut run)).is_some() {
            return None;
        }
    }
    if !run.is_empty() && found.replace(run).is_some() {
        return None;
    }
    found?.parse().ok()
}

fn means(said: &str, meaning: ListWord) -> bool {
    LIST_WORDS
        .iter()
        .filter(|(_, _, of)| *of == meaning)
        .any(|(phrase, whole, _)| says(said, phrase, *whole))
}

/// The words of a folded text, figures apart from letters: "2年" is two words.
fn spaced(folded: &str) -> String {
    let mut said = String::with_capacity(folded.len());
    let mut was_figure = None;
    for c in words(folded).chars() {
        let is_figure = c.is_ascii_digit();
        if c != ' ' && was_figure.is_some_and(|was| was != is_figure) {
            said.push(' ');
        }
        was_figure = (c != ' ').then_some(is_figure);
        said.push(c);
    }
    said
}
