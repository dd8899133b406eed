//! What words mean, in all languages at once.
//!
//! ```text
//! facts/words/*.toml  ──build──▶ stems, notices, writing ─┐
//! facts/labels/*.toml ──build──▶ labels ──────────────────┴──▶ walk: a text ──▶ Words
//! ```
//!
//! Hosts and cookies lie about the language, so there is one table for all of them. The build refuses names that
//! [`Meaning`] and [`Concept`] do not have.

mod concept;
#[allow(clippy::unicode_not_nfc, reason = "folded texts are decomposed")]
mod label;
mod meaning;
mod notice;
#[allow(clippy::unicode_not_nfc, reason = "folded texts are decomposed")]
mod stem;
mod walk;
mod words;
#[allow(clippy::unicode_not_nfc, reason = "folded texts are decomposed")]
mod writing;

pub use concept::{Concept, Rank, Subject};
use label::Labels;
pub use meaning::Meaning;
use stem::Stems;
pub(crate) use words::Words;
pub(crate) use writing::QUOTATION_MARKS;

/// The words and labels of all languages.
#[derive(Debug)]
pub struct Lexicon {
    stems: Stems,
    labels: Labels,
}

/// The lexicon that the build makes from the facts.
pub static LEXICON: Lexicon = Lexicon {
    stems: stem::SHIPPED,
    labels: label::SHIPPED,
};

impl Lexicon {
    /// Whether a [folded](crate::fold) text has a word for which the text, a link or a button is worth keeping.
    #[must_use]
    pub fn is_relevant(&self, folded: &str) -> bool {
        walk::is_relevant(self, folded)
    }

    /// Whether a [folded](crate::fold) text has a word for which a button is worth keeping, though no text.
    #[must_use]
    pub(crate) fn is_relevant_of_button(&self, folded: &str) -> bool {
        walk::is_relevant_of_button(self, folded)
    }

    /// Whether a [folded](crate::fold) text is, as a whole, a label that the product knows: what a report may show
    /// without showing anything personal.
    #[must_use]
    pub fn is_label(&self, folded: &str) -> bool {
        !self.labels.of(folded).is_empty()
    }

    /// What the words of a [folded](crate::fold) text mean, and the notices that it gives.
    pub fn meanings(&self, folded: &str) -> impl Iterator<Item = Meaning> + use<> {
        let meanings = self.words(folded).meanings;
        Meaning::ALL
            .iter()
            .copied()
            .filter(move |one| meanings.has(*one))
    }

    /// What is known of a [folded](crate::fold) text.
    pub(crate) fn words(&self, folded: &str) -> Words {
        walk::words(self, folded)
    }
}
