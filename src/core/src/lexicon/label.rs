//! The table of labels: whole names that the site gives its controls and pages.

use super::concept::{Concept, Rank};

/// A name, folded, and what it is the label of.
#[derive(Debug)]
struct Label {
    text: &'static str,
    concepts: &'static [(Concept, Rank)],
}

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// All labels, sorted by their text.
#[derive(Debug)]
pub(super) struct Labels(&'static [Label]);

/// Those that the build makes from the facts.
pub(super) const SHIPPED: Labels = Labels(&LABELS);

impl Labels {
    /// What a folded text, as a whole, is the label of.
    pub(super) fn of(&self, folded: &str) -> &'static [(Concept, Rank)] {
        self.0
            .binary_search_by(|label| label.text.cmp(folded))
            .map_or(&[], |at| self.0[at].concepts)
    }

    /// The concepts with a label of which a folded text begins and goes on, and those with a label of which it ends.
    pub(super) fn at_the_ends(&self, folded: &str) -> (Vec<Concept>, Vec<Concept>) {
        let (mut starts_with, mut ends_with) = (Vec::new(), Vec::new());
        for (at, _) in folded.match_indices(' ') {
            if at <= LONGEST_LABEL {
                starts_with.extend(self.concepts(&folded[..at]));
            }
            if folded.len() - at <= LONGEST_LABEL {
                ends_with.extend(self.concepts(&folded[at + 1..]));
            }
        }
        (starts_with, ends_with)
    }

    fn concepts(&self, folded: &str) -> impl Iterator<Item = Concept> + use<> {
        self.of(folded).iter().map(|(concept, _)| *concept)
    }
}
