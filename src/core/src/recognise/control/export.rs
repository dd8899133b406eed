//! The control of the site's own export.

use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{NEVER, rule};
use super::rules::{ControlRules, NOTHING};
use crate::ids::ControlId;
use crate::lexicon::Concept;

pub(super) const DOWNLOAD_DATA: ControlRules = ControlRules {
    requires: rule!(all [PRESSABLE, CONTENT] none [NO, ENDS]),
    words: Some(NEVER),
    signals: &[(
        rule!(all [starts_with(Concept::Control(ControlId::DownloadData))] none [label(Concept::Control(ControlId::DownloadData))]),
        Evidence::LooseWords,
        32,
    )],
    supporting: &[(rule!(), Evidence::Page, 20)],
    ..NOTHING
};
