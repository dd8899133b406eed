//! Controls of a dialog that asks whether to end the account: its message, Yes, No.

use super::super::candidate::Candidate;
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::context::Context;
use super::rules::{ControlRules, NOTHING};
use crate::ids::ControlId;
use crate::lexicon::Concept;

pub(super) const MESSAGE: ControlRules = ControlRules {
    requires: rule!(all [IN_DIALOG, READ]),
    signals: &[
        (rule!(), Evidence::Together, 30),
        (rule!(all[TEXT]), Evidence::Shape, 25),
        // What stands above the sentence is its title, whether or not it is marked as one.
        (rule!(all[SENTENCE]), Evidence::Words, 8),
        (rule!(any [DELETES, ENDS]), Evidence::Words, 20),
    ],
    ..NOTHING
};

pub(super) const CONFIRM_NO: ControlRules = ControlRules {
    requires: rule!(all [IN_DIALOG, PRESSABLE] any [NO, label(Concept::Control(ControlId::ConfirmNo))]),
    signals: &[
        (rule!(all[CLOSE]), Evidence::Words, 25),
        (rule!(none[CLOSE]), Evidence::Words, 40),
        (rule!(), Evidence::Together, 25),
    ],
    ..NOTHING
};

pub(super) const CONFIRM_YES: ControlRules = ControlRules {
    requires: rule!(all [IN_DIALOG, PRESSABLE]),
    signals: &[
        (rule!(), Evidence::Words, 40),
        (rule!(), Evidence::Together, 25),
        (rule!(all[STRONG]), Evidence::Strong, 8),
    ],
    ..NOTHING
};

/// A button of a dialog goes on with what the dialog says.
pub(in crate::recognise) const SAYS_YES: Rule = rule!(any [YES, label(Concept::Control(ControlId::ConfirmYes))] none [NO, label(Concept::Control(ControlId::ConfirmNo))]; any [DELETE, DEACTIVATE, CONFIRM] none [NO, label(Concept::Control(ControlId::ConfirmNo)), OTHER]; all [CLOSE, ACCOUNT] none [NO, label(Concept::Control(ControlId::ConfirmNo)), OTHER]);

/// Whether the dialog has said something before this button: the cross in its corner comes first.
pub(super) fn is_told_before(button: &Candidate<'_>, context: &Context<'_, '_>) -> bool {
    context
        .candidates
        .first(rule!(all[READ]))
        .is_some_and(|first| first.at < button.at)
}
