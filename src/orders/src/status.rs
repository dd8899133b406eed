//! What the page's word for an order's state means: whether the order is still under way.

use crate::facts::STATES;
use crate::fold::{fold, words};

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
            says(&said, phrase)
        }
    });
    let (longest, _, state) = *found.clone().max_by_key(|(phrase, ..)| phrase.len())?;
    let contradicts = |(phrase, _, other): &(&str, bool, State)| {
        // A phrase within a longer one says no more than that: "feedback received" in "awaiting feedback".
        other.is_open() != state.is_open() && !longest.contains(phrase)
    };
    (!found.any(contradicts)).then_some(state)
}

/// Whether the words of the phrase stand in the text one after the other, each at the beginning of a word; anywhere in scripts
/// that write no spaces.
fn says(said: &str, phrase: &str) -> bool {
    if phrase.chars().any(is_spaceless) {
        let tight = |text: &str| text.replace(' ', "");
        return tight(said).contains(&tight(phrase));
    }
    let (said, phrase): (Vec<&str>, Vec<&str>) =
        (said.split(' ').collect(), phrase.split(' ').collect());
    let Some((last, exact)) = phrase.split_last() else {
        return false;
    };
    said.windows(phrase.len()).any(|window| {
        window
            .split_last()
            .is_some_and(|(end, begin)| begin == exact && end.starts_with(last))
    })
}

/// Letters of Thai, Japanese, Chinese and (decomposed) Korean, whose words pages write with and without spaces.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
