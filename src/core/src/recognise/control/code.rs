//! Controls of the page that asks for the code: the field, what has a code sent, what checks it.

use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::rule;
use super::rules::{ControlRules, NOTHING, Signal};

pub(super) const CODE_FIELD: ControlRules = ControlRules {
    requires: rule!(all [TYPED, CONTENT] any [HINT_CODE, CODE]),
    signals: &[
        (rule!(all[HINT_CODE]), Evidence::Hints, 45),
        (rule!(all[CODE]), Evidence::Words, 40),
        (rule!(), Evidence::Page, 15),
    ],
    ..NOTHING
};

pub(super) const GET_CODE: ControlRules = ControlRules {
    requires: rule!(all [BUTTON_IN_ALL, CONTENT] none [NO]),
    words: Some(rule!(all [GET] none [ENDS])),
    supporting: OF_CODE,
    ..NOTHING
};

pub(super) const VERIFY_CODE: ControlRules = ControlRules {
    requires: rule!(all [BUTTON_IN_ALL, CONTENT] none [NO]),
    words: Some(rule!(any [VERIFY, CONFIRM] none [GET, ENDS, OTHER_WAY])),
    supporting: OF_CODE,
    ..NOTHING
};

const OF_CODE: &[Signal] = &[
    (rule!(), Evidence::Page, 25),
    (rule!(all[STRONG]), Evidence::Strong, 8),
    // A link beside the button offers another way to do the same.
    (rule!(all[LINK]), Evidence::Misplaced, -6),
];
