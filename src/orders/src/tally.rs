//! How many orders were read of how many, and what of them is still open: what the page itself keeps of orders, and what the
//! history of all of them counts by. It judges no amount and keeps no text, so that thousands cost little.

use crate::before::{Row, RowId, RowState};
use crate::date::read_date;
use crate::judge::is_order_id;
use crate::page::Page;
use crate::status::{State, read_status};
use std::collections::BTreeMap;

/// How many orders were read, out of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Orders read, without the deleted ones.
    pub seen: u32,
    /// How many the page says there are.
    pub of: Option<u32>,
    /// Whether the list offered no more.
    pub ended: bool,
    /// Whether as many were read as there are, in the longest period.
    pub complete: bool,
}

/// What is known of one order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Known {
    /// What its page's word for its state means; `None` for a word that is not known, or none.
    state: Option<State>,
    /// The last day of its protection, `YYYY-MM-DD`.
    until: Option<String>,
    /// Whether the list of deleted orders showed it.
    is_deleted: bool,
    /// Whether a list that nothing narrowed showed it: then it counts.
    is_counted: bool,
}

/// The orders that were read, by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    orders: BTreeMap<String, Known>,
    /// The page whose count and period hold: the longest period's last, else the last that nothing narrowed, else the last.
    page: Option<Page>,
    /// What the pages' words for a state mean, each judged once: there are few, and to judge one costs more than all else.
    words: BTreeMap<String, Option<State>>,
}

impl Tally {
    /// Takes in an order that a page shows, by the page's texts for its state and its protection. Where it comes again, what the
    /// later reading has of it counts. What is no order's number is left out.
    pub fn note(&mut self, page: &Page, id: &str, status: Option<&str>, protection: Option<&str>) {
        if !is_order_id(id) {
            return;
        }
        let status = status.filter(|status| !status.trim().is_empty());
        let state = status.map(|status| self.judge(status));
        let known = self.orders.entry(id.to_owned()).or_default();
        if let Some(state) = state {
            known.state = state;
        }
        let until = protection.and_then(|text| read_date(text, page.language.as_deref()));
        if let Some(until) = until {
            known.until = Some(until.day());
        }
        if page.is_deleted {
            known.is_deleted = true;
        } else if !page.is_narrowed {
            known.is_counted = true;
        }
    }

    fn judge(&mut self, status: &str) -> Option<State> {
        if let Some(state) = self.words.get(status) {
            return *state;
        }
        let state = read_status(status);
        self.words.insert(status.to_owned(), state);
        state
    }

    /// Takes the page's count and period for its own, unless a better one was there.
    pub fn turn_to(&mut self, page: &Page) {
        let rank = |page: &Page| (!page.is_deleted, !page.is_narrowed, page.is_longest);
        if self
            .page
            .as_ref()
            .is_none_or(|held| rank(page) >= rank(held))
        {
            self.page = Some(page.clone());
        }
    }

    /// The page whose count and period hold.
    #[must_use]
    pub fn page(&self) -> Option<&Page> {
        self.page.as_ref()
    }

    /// Whether only the list of deleted orders showed this one.
    #[must_use]
    pub fn is_deleted(&self, id: &str) -> bool {
        self.orders.get(id).is_some_and(Known::is_only_deleted)
    }

    /// How many orders were read of how many.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let count =
            |is: fn(&Known) -> bool| number(self.orders.values().filter(|one| is(one)).count());
        let seen = count(|one| !one.is_only_deleted());
        let Some(page) = self
            .page
            .as_ref()
            .filter(|page| !page.is_narrowed && !page.is_deleted)
        else {
            return Counts {
                seen,
                ..Counts::default()
            };
        };
        let is_all = page.of.is_some_and(|of| count(|one| one.is_counted) == of);
        Counts {
            seen,
            of: page.of,
            ended: page.ended,
            complete: is_all && page.is_longest,
        }
    }

    /// The row of the orders: open where one is under way; clear only where all were read and each is known to be closed.
    #[must_use]
    pub fn row(&self) -> Row {
        let counts = self.counts();
        let mut row = Row {
            seen: counts.seen,
            of: counts.of,
            ..Row::unknown(RowId::Orders)
        };
        if self.orders.is_empty() && counts.of.is_none() {
            return row;
        }
        row.at = self.page.as_ref().map(|page| page.at);
        let mut are_known = true;
        for known in self.orders.values().filter(|one| !one.is_only_deleted()) {
            are_known &= known.state.is_some();
            row.open += u32::from(known.state.is_some_and(State::is_open));
        }
        row.until = self
            .orders
            .values()
            .filter_map(|one| one.until.clone())
            .max();
        row.state = match (row.open, counts.complete && are_known) {
            (0, true) => RowState::Clear,
            (0, false) => RowState::Unknown,
            _ => RowState::Open,
        };
        row
    }
}

/// The tally as text, for the next document: a line for the page that counts, and a line for each order. Short, since there may be
/// thousands; what is not understood is left out.
impl Tally {
    /// What is known of these orders, and the page.
    #[must_use]
    pub fn to_text<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> String {
        let mut lines: Vec<String> = self.page.iter().map(page_line).collect();
        let known = ids
            .into_iter()
            .filter_map(|id| Some((id, self.orders.get(id)?)));
        lines.extend(known.map(|(id, known)| {
            let state = known
                .state
                .and_then(|state| STATES.iter().find(|(_, of)| *of == state))
                .map_or(NOTHING, |(letter, _)| letter);
            let until = known.until.as_deref().unwrap_or(NOTHING);
            let lists = flags([known.is_counted, known.is_deleted]);
            format!("{id} {state} {until} {lists}")
        }));
        lines.join("\n")
    }

    /// Takes in what [`Tally::to_text`] gave.
    pub fn absorb(&mut self, text: &str) {
        for line in text.lines() {
            let parts: Vec<&str> = line.split(' ').collect();
            match parts[..] {
                [PAGE, bits, of, at] => {
                    let [is_longest, is_narrowed, is_deleted, ended] = bits_of(bits);
                    self.turn_to(&Page {
                        is_longest,
                        is_narrowed,
                        is_deleted,
                        ended,
                        of: of.parse().ok(),
                        at: at.parse::<u64>().map_or(0.0, moment),
                        ..Page::default()
                    });
                }
                [id, state, until, lists] if is_order_id(id) => {
                    let [is_counted, is_deleted] = bits_of(lists);
                    let known = self.orders.entry(id.to_owned()).or_default();
                    let of = STATES.iter().find(|(letter, _)| *letter == state);
                    known.state = of.map(|(_, state)| *state);
                    known.until = Some(until)
                        .filter(|until| *until != NOTHING)
                        .map(str::to_owned);
                    known.is_counted |= is_counted;
                    known.is_deleted |= is_deleted;
                }
                _ => {}
            }
        }
    }
}

/// How the page's line begins.
const PAGE: &str = "page";
/// In place of what is not known.
const NOTHING: &str = "-";
const STATES: [(&str, State); 6] = [
    ("p", State::ToPay),
    ("s", State::ToShip),
    ("w", State::OnItsWay),
    ("d", State::InDispute),
    ("f", State::Completed),
    ("x", State::Cancelled),
];

fn page_line(page: &Page) -> String {
    let bits = flags([
        page.is_longest,
        page.is_narrowed,
        page.is_deleted,
        page.ended,
    ]);
    let of = page.of.map_or(NOTHING.to_owned(), |of| of.to_string());
    format!("{PAGE} {bits} {of} {}", milliseconds(page.at))
}

/// Whole milliseconds: to write a number with a point takes tables that the page would have to carry.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a moment since 1970"
)]
const fn milliseconds(at: f64) -> u64 {
    at as u64
}

#[expect(clippy::cast_precision_loss, reason = "a moment since 1970")]
const fn moment(milliseconds: u64) -> f64 {
    milliseconds as f64
}

fn flags<const N: usize>(bits: [bool; N]) -> String {
    bits.map(|bit| if bit { "1" } else { "0" }).concat()
}

fn bits_of<const N: usize>(text: &str) -> [bool; N] {
    let mut bits = text.chars().map(|c| c == '1');
    std::array::from_fn(|_| bits.next().unwrap_or_default())
}

impl Known {
    const fn is_only_deleted(&self) -> bool {
        self.is_deleted && !self.is_counted
    }
}
