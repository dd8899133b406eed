//! What words mean, in all languages at once.
//!
//! It is a static table of stems and labels in twenty languages, made by `build.rs` from `facts/words` and
//! `facts/labels`. [`Lexicon`] is how the other modules ask it.

mod bits;
mod key;
mod table;
mod walk;

use crate::ids::ControlId;

/// The words and labels of all languages, as the build made them from the facts.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon(());

/// The one lexicon that the product ships.
pub static LEXICON: Lexicon = Lexicon(());

impl Lexicon {
    /// Whether a [folded](crate::fold) text has a word for which the text, a link or a button is worth keeping.
    #[must_use]
    pub fn is_relevant(&self, folded: &str) -> bool {
        walk::touches(folded)
    }

    /// Whether a [folded](crate::fold) text is, as a whole, a label that the product knows: what a report may show
    /// without showing anything personal.
    #[must_use]
    pub fn is_label(&self, folded: &str) -> bool {
        self.words(folded).labels.concepts() != 0
    }

    /// What is known of a [folded](crate::fold) text.
    pub(crate) fn words(&self, folded: &str) -> Words {
        walk::words(folded)
    }
}

/// What a word can mean, as a set: bit `n` is the meaning of number `n` in the build's table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meanings(u64);

/// One meaning; the numbers are those of the build's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Meaning {
    Deactivate = 0,
    Close = 1,
    Delete = 2,
    Reactivate = 3,
    Edit = 4,
    Confirm = 5,
    Agree = 6,
    Get = 7,
    Verify = 8,
    More = 9,
    Upload = 10,
    Account = 11,
    Profile = 12,
    Settings = 13,
    Personal = 14,
    Code = 15,
    Email = 16,
    Privacy = 17,
    Identity = 18,
    Other = 19,
    Small = 20,
    Yes = 21,
    No = 22,
    Type = 23,
    ReasonPrivacy = 24,
    ReasonSecurity = 25,
    ReasonExperience = 26,
    ReasonSwitching = 27,
    ReasonOther = 28,
    SignedOut = 29,
    Deactivated = 30,
    Terminated = 31,
    Goodbye = 32,
    CodeSent = 33,
    BlockedOrders = 34,
    BlockedDisputes = 35,
    BlockedPayment = 36,
    Deletes = 37,
    Rejected = 38,
    Challenge = 39,
    RateLimit = 40,
    Maintenance = 41,
    Release = 42,
    Loading = 43,
    Spared = 44,
    Anchor = 45,
    Label = 46,
}

impl Meanings {
    /// The lower 32, and the others.
    #[expect(clippy::cast_possible_truncation, reason = "the halves are wanted")]
    pub(crate) const fn halves(self) -> [u32; 2] {
        [self.0 as u32, (self.0 >> 32) as u32]
    }

    pub(crate) const fn has(self, meaning: Meaning) -> bool {
        self.0 >> meaning as u8 & 1 == 1
    }

    pub(crate) fn any(self, meanings: &[Meaning]) -> bool {
        meanings.iter().any(|meaning| self.has(*meaning))
    }

    const fn add(&mut self, number: u8) {
        self.0 |= 1 << number;
    }

    const fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// How well a label is attested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Nobody saw it.
    Guess,
    /// One credible source.
    Single,
    /// Two independent sources.
    Full,
}

/// What a whole name is the label of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Concept {
    Control(ControlId),
    PersonalInformation,
    PrivacyCenter,
    OrderList,
    DisputeList,
    Wallet,
    Coupons,
    Addresses,
    ReleaseOption,
    SignIn,
    EmailLabel,
    OrderDetail,
}

impl Concept {
    /// Its number in the build's table: the controls first.
    pub(crate) const fn number(self) -> u8 {
        let other = match self {
            Self::Control(control) => return control as u8,
            Self::PersonalInformation => 0,
            Self::PrivacyCenter => 1,
            Self::OrderList => 2,
            Self::DisputeList => 3,
            Self::Wallet => 4,
            Self::Coupons => 5,
            Self::Addresses => 6,
            Self::ReleaseOption => 7,
            Self::SignIn => 8,
            Self::EmailLabel => 9,
            Self::OrderDetail => 10,
        };
        FIRST_OTHER + other
    }
}

// Sets of concepts are 32 bits, or two each in 64.
const _: () = assert!(Concept::OrderDetail.number() < 32);

/// The controls come first.
const FIRST_OTHER: u8 = 20;
const _: () = assert!(ControlId::ALL.len() == FIRST_OTHER as usize);
/// The concepts that are controls, a bit each.
pub(crate) const CONTROLS: u32 = (1 << FIRST_OTHER) - 1;

/// The labels that a text is as a whole: two bits a concept, 0 for none, else its rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Labels(u64);

impl Labels {
    /// The concepts that it is a label of, a bit each.
    pub(crate) const fn concepts(self) -> u32 {
        let (mut bits, mut number) = (0, 0);
        while number < u32::BITS {
            if self.0 >> (2 * number) & 3 != 0 {
                bits |= 1 << number;
            }
            number += 1;
        }
        bits
    }

    const fn rank(self, concept: Concept) -> Option<Rank> {
        match self.0 >> (2 * concept.number()) & 3 {
            0 => None,
            1 => Some(Rank::Guess),
            2 => Some(Rank::Single),
            _ => Some(Rank::Full),
        }
    }
}

/// What is known of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// All that its words mean, and the notices that it gives.
    pub(crate) meanings: Meanings,
    /// The labels that it is as a whole.
    pub(crate) labels: Labels,
    leads: u32,
    trails: u32,
    /// How many words it has.
    pub(crate) count: u16,
    /// How many of them say nothing to the lexicon.
    pub(crate) unknown: u16,
    /// Whether a word for another thing follows the word for the account at once ("account history").
    pub(crate) other_after_object: bool,
    /// Whether another thing is named right before the account: "your Google account".
    pub(crate) other_before_account: bool,
    /// Whether a word that ends something and the word for the account stand close together and no other thing is named
    /// before: "remove your account", but not "remove this card from your account".
    pub(crate) ends_account: bool,
    /// Of a text that asks to type something, what each of its words is by itself: [`CUE`], [`ACCOUNT`], [`SMALL`].
    each: Vec<u8>,
}

/// A word that asks to type something.
pub(crate) const CUE: u8 = 1;
/// A word for the account.
pub(crate) const ACCOUNT: u8 = 2;
/// A little word: "my", "the".
pub(crate) const SMALL: u8 = 4;

impl Words {
    pub(crate) fn has(&self, meaning: Meaning) -> bool {
        self.meanings.has(meaning)
    }

    pub(crate) fn any(&self, meanings: &[Meaning]) -> bool {
        self.meanings.any(meanings)
    }

    /// How well it is attested as the label of `concept`.
    pub(crate) fn label(&self, concept: Concept) -> Option<Rank> {
        self.labels.rank(concept)
    }

    /// The concepts, by [number](Concept::number), with a label of which it begins and then goes on: a row of settings
    /// says its value after its name.
    pub(crate) const fn leads(&self) -> u32 {
        self.leads
    }

    /// Whether it ends with a label of `concept`: a row that says its value first.
    pub(crate) const fn ends_with(&self, concept: Concept) -> bool {
        self.trails >> concept.number() & 1 == 1
    }

    /// Whether its word of that number, by itself, is a [`CUE`], an [`ACCOUNT`] or a [`SMALL`] one.
    pub(crate) fn word_is(&self, at: usize, what: u8) -> bool {
        self.each.get(at).is_some_and(|each| each & what != 0)
    }

    /// Whether the lexicon knows every word.
    pub(crate) fn is_clean(&self) -> bool {
        self.unknown == 0 && self.count > 0
    }

    /// Whether it reads as a name rather than as prose.
    pub(crate) fn is_name(&self) -> bool {
        self.count <= 9 && self.unknown * 5 <= self.count * 2
    }
}
