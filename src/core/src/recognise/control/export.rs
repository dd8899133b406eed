//! The control of the site's own export.

use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{NEVER, rule};
use super::rules::{ControlRules, NOTHING};

pub(super) const DOWNLOAD_DATA: ControlRules = ControlRules {
    requires: rule!(all [PRESSABLE, CONTENT] none [NO, ENDS]),
    words: Some(NEVER),
    supporting: &[(rule!(), Evidence::Page, 20)],
    ..NOTHING
};
