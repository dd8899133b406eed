//! Controls of a list: what shows more of it.

use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::rule;
use super::rules::{ControlRules, NOTHING};

pub(super) const LOAD_MORE: ControlRules = ControlRules {
    requires: rule!(all [PRESSABLE, CONTENT]),
    words: Some(rule!(all[MORE])),
    signals: &[(rule!(all[HINT_ORDER_MORE]), Evidence::Hints, 40)],
    supporting: &[(rule!(), Evidence::Page, 12)],
    ..NOTHING
};
