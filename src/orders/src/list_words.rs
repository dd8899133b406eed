//! What the site says of time, and a list of orders of itself, in words: a delay, the period that it shows, how many orders there are, whether it shows all.

use crate::facts::LIST_WORDS;
use crate::fold::{fold, words};
use crate::phrase::says;
use serde::Serialize;

/// What a word of the list can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListWord {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
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

/// A span of time that the site names: "within 24 hours".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Delay {
    /// How many.
    pub number: u32,
    /// Of what.
    pub unit: DelayUnit,
}

/// The unit of a [`Delay`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DelayUnit {
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
}

/// The first number of a text that a unit of time follows, a word between them at most ("7 working days"). `None` where there is
/// none, and in a text with a date, whose day looks like a number of days in some languages.
#[must_use]
pub fn read_delay(text: &str) -> Option<Delay> {
    const UNITS: [(ListWord, DelayUnit); 4] = [
        (ListWord::Hour, DelayUnit::Hour),
        (ListWord::Day, DelayUnit::Day),
        (ListWord::Week, DelayUnit::Week),
        (ListWord::Month, DelayUnit::Month),
    ];
    const BETWEEN: usize = 2;
    let said = spaced(&fold(text));
    let words: Vec<&str> = said.split(' ').collect();
    if words
        .iter()
        .any(|word| word.parse().is_ok_and(|number: u32| number >= 1900))
    {
        return None;
    }
    words.iter().enumerate().find_map(|(at, word)| {
        let number: u32 = word.parse().ok().filter(|number| *number > 0)?;
        let after = words.get(at + 1..)?.iter().take(BETWEEN);
        let unit = after
            .take_while(|word| word.parse::<u32>().is_err())
            .find_map(|word| UNITS.iter().find(|(meaning, _)| begins(word, *meaning)))?;
        Some(Delay {
            number,
            unit: unit.1,
        })
    })
}

/// Whether a word begins with one of that meaning.
fn begins(word: &str, meaning: ListWord) -> bool {
    LIST_WORDS
        .iter()
        .filter(|(_, _, of)| *of == meaning)
        .any(|(phrase, whole, _)| {
            if *whole {
                word == *phrase
            } else {
                word.starts_with(phrase)
            }
        })
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
