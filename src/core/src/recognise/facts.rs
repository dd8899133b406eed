//! What an item is, says and stands in, as a set of facts. [Rules](super::rule) are questions to such a set.

use crate::ids::PageId;
use crate::lexicon::{Concept, Meaning, Words};
use crate::view::{Kind, Landmark};

/// One fact, by its number among all of them: families of facts come first, one after the other, then the single ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fact(usize);

// Where each family begins.
const MEANINGS: usize = 0;
const KINDS: usize = MEANINGS + Meaning::ALL.len();
const LANDMARKS: usize = KINDS + Kind::COUNT;
const LABELS: usize = LANDMARKS + Landmark::COUNT;
const STARTS: usize = LABELS + Concept::COUNT;
const PAGES: usize = STARTS + Concept::COUNT;
const SINGLES: usize = PAGES + PageId::ALL.len();

/// Its words mean that.
pub(super) const fn means(meaning: Meaning) -> Fact {
    Fact(MEANINGS + meaning as usize)
}

/// It is of that kind.
pub(super) const fn is(kind: Kind) -> Fact {
    Fact(KINDS + kind as usize)
}

/// It stands in that landmark.
pub(super) const fn within(landmark: Landmark) -> Fact {
    Fact(LANDMARKS + landmark as usize)
}

/// It is, as a whole, a label of the concept.
pub(super) const fn label(concept: Concept) -> Fact {
    Fact(LABELS + concept.number())
}

/// It begins with a label of the concept and goes on.
pub(super) const fn starts_with(concept: Concept) -> Fact {
    Fact(STARTS + concept.number())
}

/// The page is that one.
pub(super) const fn on(page: PageId) -> Fact {
    Fact(PAGES + page as usize)
}

/// Names facts of the families.
macro_rules! names {
    ($($family:ident { $($name:ident = $value:expr,)+ })+) => {
        $($(pub(super) const $name: Fact = $family($value);)+)+
    };
}

names! {
    means {
        DEACTIVATE = Meaning::Deactivate,
        CLOSE = Meaning::Close,
        DELETE = Meaning::Delete,
        REACTIVATE = Meaning::Reactivate,
        EDIT = Meaning::Edit,
        CONFIRM = Meaning::Confirm,
        AGREE = Meaning::Agree,
        GET = Meaning::Get,
        VERIFY = Meaning::Verify,
        MORE = Meaning::More,
        UPLOAD = Meaning::Upload,
        OTHER_WAY = Meaning::OtherWay,
        ACCOUNT = Meaning::Account,
        PROFILE = Meaning::Profile,
        SETTINGS = Meaning::Settings,
        PERSONAL = Meaning::Personal,
        CODE = Meaning::Code,
        EMAIL = Meaning::Email,
        PRIVACY = Meaning::Privacy,
        IDENTITY = Meaning::Identity,
        REASON = Meaning::Reason,
        OTHER = Meaning::Other,
        PERSON = Meaning::Person,
        YES = Meaning::Yes,
        NO = Meaning::No,
        TYPE = Meaning::Type,
        REASON_PRIVACY = Meaning::ReasonPrivacy,
        REASON_SECURITY = Meaning::ReasonSecurity,
        REASON_EXPERIENCE = Meaning::ReasonExperience,
        REASON_SWITCHING = Meaning::ReasonSwitching,
        REASON_OTHER = Meaning::ReasonOther,
        SIGNED_OUT = Meaning::SignedOut,
        DEACTIVATED = Meaning::Deactivated,
        TERMINATED = Meaning::Terminated,
        GOODBYE = Meaning::Goodbye,
        CODE_SENT = Meaning::CodeSent,
        BLOCKED_ORDERS = Meaning::BlockedOrders,
        BLOCKED_DISPUTES = Meaning::BlockedDisputes,
        BLOCKED_PAYMENT = Meaning::BlockedPayment,
        DELETES = Meaning::Deletes,
        REJECTED = Meaning::Rejected,
        CHALLENGE = Meaning::Challenge,
        RATE_LIMIT = Meaning::RateLimit,
        MAINTENANCE = Meaning::Maintenance,
        RELEASE = Meaning::Release,
        LOADING = Meaning::Loading,
        SPARED = Meaning::Spared,
        SENT_BY_MAIL = Meaning::SentByMail,
        SHOWN_CODE = Meaning::ShownCode,
        BLOCKED_BALANCE = Meaning::BlockedBalance,
        BLOCKED_SELLER = Meaning::BlockedSeller,
        BLOCKED_CONTACT = Meaning::BlockedContact,
        BUSY = Meaning::Busy,
        OFFER = Meaning::Offer,
        COOKIES = Meaning::Cookies,
        CODE_LIMIT = Meaning::CodeLimit,
        CODE_EXPIRED = Meaning::CodeExpired,
        CODE_WAIT = Meaning::CodeWait,
        ACCOUNT_BLOCKED = Meaning::AccountBlocked,
        APPEAL = Meaning::Appeal,
    }
    is {
        TEXT = Kind::Text,
        HEADING = Kind::Heading,
        LINK = Kind::Link,
        BUTTON = Kind::Button,
        TEXT_BOX = Kind::TextBox,
        EMAIL_BOX = Kind::EmailBox,
        PASSWORD_BOX = Kind::PasswordBox,
        TEXT_AREA = Kind::TextArea,
        FILE_BOX = Kind::FileBox,
        SELECT = Kind::Select,
        LIST_BOX = Kind::ListBox,
        CHOICE = Kind::Choice,
        RADIO = Kind::Radio,
        CHECK_BOX = Kind::CheckBox,
        CHOICE_GROUP = Kind::ChoiceGroup,
        DIALOG = Kind::Dialog,
        SEALED_FRAME = Kind::SealedFrame,
    }
    within {
        MAIN = Landmark::Main,
        NAVIGATION = Landmark::Navigation,
        FOOTER = Landmark::Footer,
    }
}

/// Numbers the single facts, one after the other.
macro_rules! singles {
    ($($(#[$doc:meta])* $name:ident)+) => {
        singles!(@ SINGLES; $($(#[$doc])* $name)+);
    };
    (@ $number:expr; $(#[$doc:meta])* $name:ident $($rest:tt)*) => {
        $(#[$doc])*
        pub(super) const $name: Fact = Fact($number);
        singles!(@ $number + 1; $($rest)*);
    };
    (@ $number:expr;) => {
        const COUNT: usize = $number;
    };
}

singles! {
    // Structure that says what something is, whatever the language.
    HINT_EMAIL
    HINT_CODE
    HINT_CHALLENGE
    HINT_REASON
    HINT_ALERT
    HINT_PROFILE_FORM
    HINT_ORDER_ITEM
    HINT_ORDER_MORE
    /// One of several parts of which the page shows one.
    HINT_TAB
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
    TO_PRIVACY_CENTER
    TO_HELP
    TO_SIGN_OUT
    // What follows from several of them.
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
    // How its words read.
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
    // What is so where controls are looked for: on the page as a whole, and beside its fields.
    /// The page is a form that ends the account.
    IS_FORM
    HAS_FIELDS
    /// A true button ends the account: then no link does.
    HAS_END_BUTTON
    /// Something to press says "delete" or "deactivate": then a mere "close" closes a dialog.
    HAS_GRAVE_BUTTON
    /// Something to press deactivates the account, by its own word for it.
    OFFERS_TO_DEACTIVATE
    /// A field asks for a phrase.
    HAS_PHRASE
    /// A form that ends the account has a field of its matter to type into, whatever it asks for.
    HAS_OPEN_FIELD
    /// One box of the page's matter is all there is.
    HAS_ONE_BOX
    /// A form without any field, or a delete request that neither asks for a word nor has a box.
    HAS_NO_FORM
    // The same for one candidate.
    /// It shares the form of the fields, or they have none either.
    SAME_FORM
    IN_ANOTHER_FORM
    /// What it is sent with says something else than the end of the account.
    HAS_OTHER_BUTTON
    IN_ANOTHER_DIALOG
    AFTER_FIELDS
    /// A text near the field says what to type into it.
    HAS_WORD_TO_TYPE
    /// No other field of the page's matter could be meant.
    ONLY_OPEN_FIELD
    /// What it offers to choose are times.
    OFFERS_PERIODS
}

/// Words of what is a sentence rather than the name of something.
const SENTENCE_WORDS: u16 = 7;

/// Facts of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FactSet([u32; FactSet::WORDS]);

impl Default for FactSet {
    fn default() -> Self {
        Self([0; Self::WORDS])
    }
}

impl FactSet {
    const WORDS: usize = COUNT.div_ceil(32);

    pub(super) const fn add(&mut self, Fact(number): Fact) {
        self.0[number / 32] |= 1 << (number % 32);
    }

    pub(super) fn set(&mut self, fact: Fact, is_so: bool) {
        if is_so {
            self.add(fact);
        }
    }

    /// Adds the fact or takes it away.
    pub(super) const fn put(&mut self, fact: Fact, is_so: bool) {
        let Fact(number) = fact;
        self.0[number / 32] &= !(1 << (number % 32));
        if is_so {
            self.add(fact);
        }
    }

    pub(super) const fn has(&self, Fact(number): Fact) -> bool {
        self.0[number / 32] >> (number % 32) & 1 == 1
    }

    /// These facts and those of another set.
    pub(super) fn union(mut self, others: &Self) -> Self {
        for (bits, more) in self.0.iter_mut().zip(others.0) {
            *bits |= more;
        }
        self
    }

    /// The facts that the words of a text give.
    pub(super) fn of(words: &Words) -> Self {
        let mut facts = Self::default();
        for (bits, more) in facts.0.iter_mut().zip(words.meanings.bits()) {
            *bits |= more;
        }
        for (concept, _) in words.labels {
            facts.add(label(*concept));
        }
        for concept in &words.starts_with {
            facts.add(starts_with(*concept));
        }
        let ends = words.any(&[Meaning::Deactivate, Meaning::Close, Meaning::Delete]);
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
            (MEANS_NO, words.has(Meaning::No) && !ends_account),
            (OTHER_AFTER_OBJECT, words.other_after_object),
            (OTHER_BEFORE_ACCOUNT, words.other_before_account),
        ] {
            facts.set(fact, is_so);
        }
        facts
    }

    /// Adds what kind of thing it is, and where it stands.
    pub(super) fn add_place(&mut self, kind: Kind, landmark: Landmark) {
        self.add(is(kind));
        self.add(within(landmark));
        self.set(PRESSABLE, kind.is_pressable());
        self.set(READ, kind.is_read());
        self.set(TYPED, kind.is_typed());
    }
}

// The meanings are the first facts, so their bits are taken over as they are.
const _: () = assert!(MEANINGS == 0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meanings_of_words_are_facts_of_the_same_meaning() {
        let words = crate::lexicon::LEXICON.words("delete account");
        let facts = FactSet::of(&words);
        for meaning in Meaning::ALL {
            assert_eq!(
                facts.has(means(*meaning)),
                words.has(*meaning),
                "{meaning:?}"
            );
        }
        assert!(facts.has(DELETE) && facts.has(ACCOUNT) && facts.has(ENDS_ACCOUNT));
    }
}
