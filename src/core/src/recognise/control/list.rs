//! Controls of a list: what shows more of it, and which time it shows.

use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::rule;
use super::rules::{ControlRules, NOTHING};
use crate::ids::ControlId;
use crate::lexicon::Concept;

pub(super) const LOAD_MORE: ControlRules = ControlRules {
    // "View all" may be the name of a tab too: the one that narrows the list by nothing.
    requires: rule!(all [PRESSABLE, CONTENT] none [HINT_TAB]),
    words: Some(rule!(all[MORE])),
    signals: &[(rule!(all[HINT_ORDER_MORE]), Evidence::Hints, 40)],
    supporting: &[(rule!(), Evidence::Page, 14)],
    ..NOTHING
};

pub(super) const ORDER_PERIOD: ControlRules = ControlRules {
    requires: rule!(all [CONTENT, label(Concept::Control(ControlId::OrderPeriod))] any [SELECT, LIST_BOX, BUTTON]; all [MAIN, OFFERS_PERIODS]),
    words: Some(rule!()),
    signals: &[(rule!(all[OFFERS_PERIODS]), Evidence::Shape, 46)],
    supporting: &[(rule!(), Evidence::Page, 20)],
    ..NOTHING
};
