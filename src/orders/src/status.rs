//! What the page's word for an order's state means: whether the order is still under way.

use crate::facts::STATES;
use crate::fold::{fold, words};
use crate::phrase::says;

/// A state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not paid yet.
    ToPay,
    /// Paid, not sent.
    ToShip,
    /// Sent, not yet there.
    OnItsWay,
    /// A dispute or refund goes on.
    InDispute,
    /// Received.
    Completed,
    /// Cancelled, closed or expired.
    Cancelled,
}

impl State {
    /// Whether something is still to happen.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Completed | Self::Cancelled)
    }
}

/// What a page's word says; `None` for a word that is not known, and for one that says both that the order is open and that it
/// is not.
#[must_use]
pub fn read_status(text: &str) -> Option<State> {
    let said = words(&fold(text));
    let mut found = STATES.iter().filter(|(phrase, whole, _)| {
        if *whole {
            said == *phrase
        } else {
            says(&said, phrase, false)
        }
    });
    let (longest, _, state) = *found.clone().max_by_key(|(phrase, ..)| phrase.len())?;
    let contradicts = |(phrase, _, other): &(&str, bool, State)| {
        // A phrase within a longer one says no more than that: "feedback received" in "awaiting feedback".
        other.is_open() != state.is_open() && !longest.contains(phrase)
    };
    (!found.any(contradicts)).then_some(state)
}
