//! The table of labels: whole names that the site gives its controls and pages.

use super::concept::{Concept, Rank};

/// A name, folded, and what it is the label of.
pub(super) struct Label {
    pub(super) text: &'static str,
    pub(super) concepts: &'static [(Concept, Rank)],
}

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// What a folded text, as a whole, is the label of.
pub(super) fn labels_of(folded: &str) -> &'static [(Concept, Rank)] {
    LABELS
        .binary_search_by(|label| label.text.cmp(folded))
        .map_or(&[], |at| LABELS[at].concepts)
}

/// The concepts with a label of which a folded text begins and goes on, and those with a label of which it ends.
pub(super) fn at_the_ends(folded: &str) -> (Vec<Concept>, Vec<Concept>) {
    let (mut leads, mut trails) = (Vec::new(), Vec::new());
    for (at, _) in folded.match_indices(' ') {
        if at <= LONGEST_LABEL {
            leads.extend(concepts(&folded[..at]));
        }
        if folded.len() - at <= LONGEST_LABEL {
            trails.extend(concepts(&folded[at + 1..]));
        }
    }
    (leads, trails)
}

fn concepts(folded: &str) -> impl Iterator<Item = Concept> {
    labels_of(folded).iter().map(|(concept, _)| *concept)
}
