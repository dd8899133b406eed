//! Controls of the forms that end the account or ask it back: fields, boxes, the last button.

use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::rules::{ControlRules, NOTHING};
use crate::ids::PageId;
use crate::lexicon::{Concept, Subject};

pub(super) const SUBMIT: ControlRules = ControlRules {
    requires: rule!(all [BUTTON_IN_ALL, CONTENT] none [OTHER, MEANS_NO, HAS_NO_FORM]),
    // To send another form is all that can be done on it, and destroys nothing.
    words: Some(
        rule!(all [ENDS] any [on(PageId::DeactivateForm), on(PageId::PrivacyDelete)]; all [ENDS, ACCOUNT, on(PageId::VerifyCode)]; any [CONFIRM, REACTIVATE, GET, HINT_SUBMIT] none [IS_FORM, on(PageId::VerifyCode)]),
    ),
    fallback: Some((
        rule!(all [UP_TO_4] any [CONFIRM, AGREE] none [on(PageId::VerifyCode)]),
        Evidence::Words,
        18,
    )),
    supporting: &[
        (rule!(all [SAME_FORM, HAS_FIELDS]), Evidence::Together, 18),
        (rule!(), Evidence::Page, 20),
        (rule!(all[AFTER_FIELDS]), Evidence::Shape, 12),
        (rule!(all[STRONG]), Evidence::Strong, 8),
    ],
    ..NOTHING
};

/// What can't be the last button: a link beside a true one, a button of another dialog than the fields' that ends nothing, or
/// a "Close" without an object beside a button that says more.
pub(super) const BESIDE: Rule = rule!(all [LINK, HAS_END_BUTTON]; all [IN_ANOTHER_DIALOG] none [ENDS]; all [CLOSE, HAS_GRAVE_BUTTON] none [ACCOUNT, PROFILE, DELETE, DEACTIVATE]);

pub(super) const EMAIL_FIELD: ControlRules = ControlRules {
    // A whole sentence that asks to type something and speaks of an e-mail may ask for what came by mail. A friend's address and
    // a letter to the support are none of the account's.
    requires: rule!(all [CONTENT] any [TEXT_BOX, EMAIL_BOX] any [EMAIL_BOX, HINT_EMAIL, ACCOUNT] none [CODE, SENT_BY_MAIL, PERSON, REASON_EXPERIENCE, IN_ANOTHER_FORM, HAS_NO_FORM, HAS_OTHER_BUTTON]; all [CONTENT, TEXT_BOX] none [SENTENCE, CODE, SENT_BY_MAIL, PERSON, REASON_EXPERIENCE, IN_ANOTHER_FORM, HAS_NO_FORM, HAS_OTHER_BUTTON]; all [CONTENT, TEXT_BOX] none [TYPE, CODE, SENT_BY_MAIL, PERSON, REASON_EXPERIENCE, IN_ANOTHER_FORM, HAS_NO_FORM, HAS_OTHER_BUTTON]),
    signals: &[
        (rule!(all[EMAIL_BOX]), Evidence::Shape, 40),
        (
            rule!(any [EMAIL, label(Concept::Subject(Subject::EmailLabel))]),
            Evidence::Words,
            36,
        ),
        (rule!(all[HINT_EMAIL]), Evidence::Hints, 28),
        // Another one may be for a newsletter.
        (rule!(all [EMAIL, ACCOUNT]), Evidence::Words, 50),
    ],
    supporting: &[(rule!(all[SAME_FORM]), Evidence::Together, 10)],
    ..NOTHING
};

pub(super) const PHRASE: ControlRules = ControlRules {
    requires: rule!(all [IS_FORM, CONTENT] any [TEXT_BOX, TEXT_AREA] none [EMAIL, HINT_EMAIL, HINT_CODE, CODE, SHOWN_CODE, IN_ANOTHER_FORM]; all [IS_FORM, CONTENT, TEXT_BOX, SENT_BY_MAIL] none [HINT_CODE, CODE, IN_ANOTHER_FORM]),
    signals: &[
        (rule!(all[TEXT_AREA]), Evidence::Misplaced, -20),
        (rule!(), Evidence::Shape, 20),
        (rule!(all[TYPE]), Evidence::Words, 25),
        (rule!(any [ENDS, AGREE]), Evidence::LooseWords, 15),
        (rule!(all[HAS_WORD_TO_TYPE]), Evidence::Above, 30),
        (rule!(any [CONFIRM, VERIFY]), Evidence::LooseWords, 15),
        (rule!(all[ONLY_OPEN_FIELD]), Evidence::Together, 15),
        (
            rule!(any [HINT_REASON, REASON_OTHER]),
            Evidence::Misplaced,
            -30,
        ),
    ],
    ..NOTHING
};

pub(super) const TERMS: ControlRules = ControlRules {
    requires: rule!(all [CHECK_BOX, CONTENT] none [GROUPED, REASON_EXPERIENCE, REASON_SWITCHING, REASON_SECURITY, RELEASE, label(Concept::Subject(Subject::ReleaseOption))]),
    signals: &[
        (rule!(), Evidence::Shape, 25),
        (rule!(all[AGREE]), Evidence::Words, 30),
        (
            rule!(any [ENDS, DELETES, CONFIRM]),
            Evidence::LooseWords,
            12,
        ),
        (rule!(all[SAME_FORM]), Evidence::Together, 10),
        (rule!(all [HAS_ONE_BOX] none [EMAIL]), Evidence::Shape, 12),
    ],
    ..NOTHING
};

pub(super) const REACTIVATION: ControlRules = ControlRules {
    requires: rule!(all [PRESSABLE] none [NO]),
    words: Some(rule!(any [REACTIVATE, APPEAL])),
    supporting: &[(rule!(), Evidence::Page, 25)],
    ..NOTHING
};

pub(super) const ID_UPLOAD: ControlRules = ControlRules {
    requires: rule!(all[FILE_BOX]),
    signals: &[
        (rule!(), Evidence::Shape, 35),
        (rule!(any [IDENTITY, UPLOAD]), Evidence::Words, 25),
        (rule!(all[SAME_FORM]), Evidence::Together, 12),
    ],
    ..NOTHING
};
