//! What the lexicon knows of one text.

use super::concept::{Concept, Rank};
use super::meaning::Meaning;

/// A set of meanings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meanings([u32; Meanings::WORDS]);

impl Meanings {
    pub(crate) const WORDS: usize = Meaning::ALL.len().div_ceil(32);

    pub(crate) const fn has(self, meaning: Meaning) -> bool {
        let number = meaning as usize;
        self.0[number / 32] >> (number % 32) & 1 == 1
    }

    pub(crate) fn any(self, meanings: &[Meaning]) -> bool {
        meanings.iter().any(|meaning| self.has(*meaning))
    }

    pub(super) const fn add(&mut self, meaning: Meaning) {
        let number = meaning as usize;
        self.0[number / 32] |= 1 << (number % 32);
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (bits, more) in self.0.iter_mut().zip(other.0) {
            *bits |= more;
        }
    }

    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// The meanings as the words of a bit set, in the order of [`Meaning::ALL`].
    pub(crate) const fn bits(self) -> [u32; Self::WORDS] {
        self.0
    }

    /// Those of the list; the build writes its table with it.
    pub(super) const fn of(meanings: &[Meaning]) -> Self {
        let mut all = Self([0; Self::WORDS]);
        let mut at = 0;
        while at < meanings.len() {
            all.add(meanings[at]);
            at += 1;
        }
        all
    }
}

/// What is known of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// All that its words mean, and the notices that it gives.
    pub(crate) meanings: Meanings,
    /// The concepts that it is a label of, as a whole.
    pub(crate) labels: &'static [(Concept, Rank)],
    /// The concepts with a label of which it begins and then goes on: a row of settings says its value after its name.
    pub(crate) starts_with: Vec<Concept>,
    /// The concepts with a label of which it ends: a row that says its value first.
    pub(crate) ends_with: Vec<Concept>,
    /// How many words it has.
    pub(crate) count: u16,
    /// How many of them the lexicon does not know.
    pub(crate) unknown: u16,
    /// Whether a word for another thing follows the word for the account at once ("account history").
    pub(crate) other_after_object: bool,
    /// Whether another thing is named right before the account: "your Google account".
    pub(crate) other_before_account: bool,
    /// Whether a word that ends something and the word for the account stand close together and no other thing is named
    /// before: "remove your account", but not "remove this card from your account".
    pub(crate) ends_account: bool,
    /// Of a text that asks to type something, what each of its words means by itself.
    pub(super) each: Vec<Meanings>,
}

impl Words {
    pub(crate) fn has(&self, meaning: Meaning) -> bool {
        self.meanings.has(meaning)
    }

    pub(crate) fn any(&self, meanings: &[Meaning]) -> bool {
        self.meanings.any(meanings)
    }

    /// How well it is attested as the label of `concept`.
    pub(crate) fn label(&self, concept: Concept) -> Option<Rank> {
        let mut labels = self.labels.iter();
        labels
            .find(|(known, _)| *known == concept)
            .map(|(_, rank)| *rank)
    }

    /// Whether, in a text that asks to type something, the word of that number means that by itself.
    pub(crate) fn word_means(&self, at: usize, meaning: Meaning) -> bool {
        self.each.get(at).is_some_and(|word| word.has(meaning))
    }

    /// Whether the lexicon knows every word.
    pub(crate) const fn is_clean(&self) -> bool {
        self.unknown == 0 && self.count > 0
    }

    /// Whether it reads as a name rather than as prose.
    pub(crate) const fn is_name(&self) -> bool {
        self.count <= 9 && self.unknown * 5 <= self.count * 2
    }
}
