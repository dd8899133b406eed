//! What an item is, says and stands in, as a set of facts; and rules, which are questions to such a set.
//!
//! Recognition is a few hundred small questions. As code each is a loop of its own, which together weighed a third of the
//! engine; as rules they are a few bytes each, and one function answers all of them.

use crate::ids::PageId;
use crate::lexicon::{Concept, Meaning, Words};
use crate::view::{Kind, Landmark};

/// The number of a fact.
pub(super) type Fact = u8;

/// Facts, joined: all those named first hold; of those behind each [`ANY`] one at least; of those behind [`NOT`] none. Behind
/// an [`OR`] begins another such list. The empty rule always holds.
pub(super) type Rule = &'static [Fact];

pub(super) const OR: Fact = 253;
pub(super) const ANY: Fact = 254;
pub(super) const NOT: Fact = 255;

/// Facts of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts([u32; 8]);

/// Numbers one fact after the other.
macro_rules! facts {
    ($first:expr; $($(#[$doc:meta])* $name:ident)+) => {
        facts!(@ $first; $($(#[$doc])* $name)+);
    };
    (@ $number:expr; $(#[$doc:meta])* $name:ident $($rest:tt)*) => {
        $(#[$doc])*
        pub(super) const $name: Fact = $number;
        facts!(@ $name + 1; $($rest)*);
    };
    (@ $number:expr;) => {};
}

/// The meanings of an item's words, by the same number as [`Meaning`].
macro_rules! meanings {
    ($($name:ident = $meaning:ident)+) => {
        $(pub(super) const $name: Fact = Meaning::$meaning as Fact;)+
    };
}

meanings! {
    DEACTIVATE = Deactivate
    CLOSE = Close
    DELETE = Delete
    REACTIVATE = Reactivate
    EDIT = Edit
    CONFIRM = Confirm
    AGREE = Agree
    GET = Get
    VERIFY = Verify
    MORE = More
    UPLOAD = Upload
    ACCOUNT = Account
    PROFILE = Profile
    SETTINGS = Settings
    PERSONAL = Personal
    CODE = Code
    EMAIL = Email
    PRIVACY = Privacy
    IDENTITY = Identity
    OTHER = Other
    YES = Yes
    NO = No
    TYPE = Type
    REASON_PRIVACY = ReasonPrivacy
    REASON_SECURITY = ReasonSecurity
    REASON_EXPERIENCE = ReasonExperience
    REASON_SWITCHING = ReasonSwitching
    REASON_OTHER = ReasonOther
    SIGNED_OUT = SignedOut
    DEACTIVATED = Deactivated
    TERMINATED = Terminated
    GOODBYE = Goodbye
    CODE_SENT = CodeSent
    BLOCKED_ORDERS = BlockedOrders
    BLOCKED_DISPUTES = BlockedDisputes
    BLOCKED_PAYMENT = BlockedPayment
    DELETES = Deletes
    REJECTED = Rejected
    CHALLENGE = Challenge
    RATE_LIMIT = RateLimit
    MAINTENANCE = Maintenance
    RELEASE = Release
    LOADING = Loading
    SPARED = Spared
}

// Structure that says what something is, whatever the language.
const _: () = assert!((Meaning::Label as Fact) < HINT_EMAIL);
facts! { 48;
    HINT_EMAIL
    HINT_CODE
    HINT_CHALLENGE
    HINT_REASON
    HINT_ALERT
    HINT_PROFILE_FORM
    HINT_ORDER_ITEM
    HINT_ORDER_MORE
    /// A search or a newsletter.
    HINT_ASIDE
    HINT_DEACTIVATE
    HINT_DELETE
    HINT_SUBMIT
    /// What it unfolded is folded again by pressing it.
    EXPANDED
    TO_OLD_FORM
    TO_HOME
    TO_SETTINGS
    TO_PROFILE
    TO_HELP
}

// Kinds, in the order of `Kind`.
facts! { 66;
    TEXT
    HEADING
    LINK
    BUTTON
    TEXT_BOX
    EMAIL_BOX
    PASSWORD_BOX
    TEXT_AREA
    FILE_BOX
    SELECT
    LIST_BOX
    CHOICE
    RADIO
    CHECK_BOX
    CHOICE_GROUP
    DIALOG
    SEALED_FRAME
}

// Landmarks, in the order of `Landmark`.
facts! { SEALED_FRAME + 1;
    MAIN
    HEADER
    NAVIGATION
    FOOTER
}

// What follows from several of them.
facts! { FOOTER + 1;
    PRESSABLE
    READ
    TYPED
    /// A button, or a link that leads nowhere and so is one.
    BUTTON_IN_ALL
    SHOWN
    ENABLED
    STRONG
    GROUPED
    /// It shows and, where a dialog lies over the page, is in it.
    LIVE
    /// It belongs to the page's matter: not to its head, foot or menus, and no search.
    CONTENT
    /// It is in the dialog that lies over the page.
    IN_DIALOG
    /// Where a dialog lies over the page, it is in it.
    IN_FRONT
}

// How its words read.
facts! { IN_FRONT + 1;
    /// The lexicon knows every word.
    CLEAN
    /// It reads as a name rather than as prose.
    NAME
    /// Three words or fewer, one of them unknown at most.
    SHORT
    UP_TO_3
    UP_TO_4
    UP_TO_22
    /// Long enough to be a sentence rather than the name of something.
    SENTENCE
    /// Short enough, and plain enough, to be a sentence of the site about this very account.
    STATEMENT
    /// It is, or holds, a question.
    ASKS
    /// Ends the account, in any of the three ways to say it.
    ENDS
    /// Says that the account itself ends.
    ENDS_ACCOUNT
    /// Is a way not to do it. In some languages one word is "cancel" by itself and "close" with the account.
    MEANS_NO
    OTHER_AFTER_OBJECT
    OTHER_BEFORE_ACCOUNT
    /// It speaks of a delay of 24 hours, in whatever language.
    IN_24_HOURS
}

const LABELS: Fact = 128;
const LEADS: Fact = 160;
const PAGES: Fact = 192;
const _: () = assert!(IN_24_HOURS < LABELS);

// What is so where controls are looked for: on the page as a whole, and beside its fields.
facts! { PAGES + 21;
    /// The page is a form that ends the account.
    IS_FORM
    HAS_FIELDS
    /// A true button ends the account: then no link does.
    HAS_END_BUTTON
    /// Something to press deactivates the account, by its own word for it.
    OFFERS_TO_DEACTIVATE
    /// A field asks for a phrase.
    HAS_PHRASE
    /// One box of the page's matter is all there is.
    HAS_ONE_BOX
    /// A form without any field, or a delete request that neither asks for a word nor has a box.
    HAS_NO_FORM
}

// The same for one candidate.
facts! { HAS_NO_FORM + 1;
    /// It shares the form of the fields, or they have none either.
    SAME_FORM
    IN_ANOTHER_FORM
    IN_ANOTHER_DIALOG
    AFTER_FIELDS
    /// A text near the field says what to type into it.
    HAS_WORD_TO_TYPE
    /// No other field of the page's matter could be meant.
    ONLY_OPEN_FIELD
}
const _: () = assert!(PageId::ALL.len() == 21 && ONLY_OPEN_FIELD < OR);

/// The item is, as a whole, a label of the concept.
pub(super) const fn label(concept: Concept) -> Fact {
    LABELS + concept.number()
}

/// The item begins with a label of the concept and goes on.
pub(super) const fn leads(concept: Concept) -> Fact {
    LEADS + concept.number()
}

/// The page is that one.
pub(super) const fn on(page: PageId) -> Fact {
    PAGES + page as Fact
}

/// Words of what is a sentence rather than the name of something.
const SENTENCE_WORDS: u16 = 7;

impl Facts {
    pub(super) fn add(&mut self, fact: Fact) {
        if let Some(bits) = self.0.get_mut(usize::from(fact >> 5)) {
            *bits |= 1 << (fact & 31);
        }
    }

    pub(super) fn set(&mut self, fact: Fact, is_so: bool) {
        if is_so {
            self.add(fact);
        }
    }

    pub(super) fn has(&self, fact: Fact) -> bool {
        self.0
            .get(usize::from(fact >> 5))
            .is_some_and(|bits| bits >> (fact & 31) & 1 == 1)
    }

    /// Both.
    pub(super) fn and(mut self, others: &Self) -> Self {
        for (bits, more) in self.0.iter_mut().zip(others.0) {
            *bits |= more;
        }
        self
    }

    pub(super) fn fits(&self, rule: &[Fact]) -> bool {
        // What is asked for in this part of the rule holds so far; of the choice that is open, one does.
        let (mut holds, mut chosen, mut part) = (true, true, 0);
        for fact in rule {
            match *fact {
                OR if holds && chosen => return true,
                OR => (holds, chosen, part) = (true, true, 0),
                ANY => (holds, chosen, part) = (holds && chosen, false, ANY),
                NOT => part = NOT,
                fact => match (part, self.has(fact)) {
                    (ANY, has) => chosen |= has,
                    (NOT, has) => holds &= !has,
                    (_, has) => holds &= has,
                },
            }
        }
        holds && chosen
    }

    /// What its words say of an item.
    pub(super) fn of(words: &Words) -> Self {
        let mut facts = Self::default();
        let [low, high] = words.meanings.halves();
        facts.0[0] = low;
        facts.0[1] = high;
        facts.0[usize::from(LABELS >> 5)] = words.labels.concepts();
        facts.0[usize::from(LEADS >> 5)] = words.leads();
        let ends = facts.fits(&[ANY, DEACTIVATE, CLOSE, DELETE]);
        let ends_account = words.ends_account && !words.other_after_object;
        for (fact, is_so) in [
            (CLEAN, words.is_clean()),
            (NAME, words.is_name()),
            (SHORT, words.count <= 3 && words.unknown <= 1),
            (UP_TO_3, words.count <= 3),
            (UP_TO_4, words.count <= 4),
            (UP_TO_22, words.count <= 22),
            (SENTENCE, words.count >= SENTENCE_WORDS),
            (ENDS, ends),
            (ENDS_ACCOUNT, ends_account),
            (MEANS_NO, facts.has(NO) && !ends_account),
            (OTHER_AFTER_OBJECT, words.other_after_object),
            (OTHER_BEFORE_ACCOUNT, words.other_before_account),
        ] {
            facts.set(fact, is_so);
        }
        facts
    }

    /// What kind of thing it is, and where it stands.
    pub(super) fn place(&mut self, kind: Kind, landmark: Landmark) {
        self.add(TEXT + kind as Fact);
        self.add(MAIN + landmark as Fact);
        self.set(PRESSABLE, kind.is_pressable());
        self.set(READ, kind.is_read());
        self.set(TYPED, kind.is_typed());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(those: &[Fact]) -> Facts {
        let mut facts = Facts::default();
        for fact in those {
            facts.add(*fact);
        }
        facts
    }

    #[test]
    fn all_that_is_named_first_has_to_hold() {
        assert!(facts(&[BUTTON, DELETE]).fits(&[BUTTON, DELETE]));
        assert!(!facts(&[BUTTON]).fits(&[BUTTON, DELETE]));
        assert!(facts(&[]).fits(&[]));
    }

    #[test]
    fn of_each_choice_one_has_to_hold() {
        let rule: Rule = &[BUTTON, ANY, DELETE, CLOSE, ANY, ACCOUNT, PROFILE];
        assert!(facts(&[BUTTON, CLOSE, PROFILE]).fits(rule));
        assert!(!facts(&[BUTTON, CLOSE]).fits(rule));
        assert!(!facts(&[CLOSE, PROFILE]).fits(rule));
    }

    #[test]
    fn none_of_what_is_excluded_may_hold() {
        let rule: Rule = &[DELETE, ANY, ACCOUNT, PROFILE, NOT, OTHER, NO];
        assert!(facts(&[DELETE, ACCOUNT]).fits(rule));
        assert!(!facts(&[DELETE, ACCOUNT, NO]).fits(rule));
        assert!(!facts(&[DELETE]).fits(rule));
    }

    #[test]
    fn one_of_several_rules_is_enough() {
        let rule: Rule = &[DELETE, NOT, OTHER, OR, CLOSE, ACCOUNT];
        assert!(facts(&[DELETE]).fits(rule));
        assert!(facts(&[CLOSE, ACCOUNT, OTHER]).fits(rule));
        assert!(!facts(&[DELETE, OTHER]).fits(rule));
    }

    #[test]
    fn a_fact_that_is_numbered_by_another_table_is_where_that_table_says() {
        assert_eq!(SPARED, Meaning::Spared as Fact);
        assert_eq!(TEXT + Kind::SealedFrame as Fact, SEALED_FRAME);
        assert_eq!(MAIN + Landmark::Footer as Fact, FOOTER);
        assert_eq!(on(PageId::Other) + 1, IS_FORM);
    }
}
