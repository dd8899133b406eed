//! What the person has filled in so far.
//!
//! Nothing of it is ever lost by a mistake: an unfinished e-mail address stays as typed, and a change of way keeps
//! every tick whose words are the same there.

use crate::steps::Step;
use crate::ways;
use farewell_core::{ConsequenceId, FlowId, ReasonId, is_email};

/// The form of the first screen, and of a switch to another way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) flow: Option<FlowId>,
    pub(crate) reason: Option<ReasonId>,
    pub(crate) email: String,
    pub(crate) ticked: Vec<ConsequenceId>,
    /// The step that shows.
    pub(crate) step: Step,
}

impl Form {
    pub(crate) fn choose(&mut self, flow: FlowId) {
        let before = self.flow.replace(flow);
        self.ticked.retain(|&consequence| {
            let asked = ways::consequence(flow, consequence);
            asked.is_some()
                && before.is_none_or(|before| ways::consequence(before, consequence) == asked)
        });
    }

    pub(crate) fn tick(&mut self, consequence: ConsequenceId, on: bool) {
        self.ticked.retain(|&other| other != consequence);
        if on {
            self.ticked.push(consequence);
        }
    }

    /// Whether the e-mail is empty or could be an address.
    pub(crate) fn email_is_plausible(&self) -> bool {
        let email = self.email.trim();
        email.is_empty() || is_email(email)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_way_keeps_the_ticks_that_mean_the_same() {
        let mut form = Form::default();
        form.choose(FlowId::Deactivate);
        form.tick(ConsequenceId::Data, true);
        form.tick(ConsequenceId::Orders, true);
        form.choose(FlowId::Delete);
        assert_eq!(form.ticked, [ConsequenceId::Orders]);
        form.tick(ConsequenceId::Data, true);
        form.choose(FlowId::Remove);
        assert_eq!(form.ticked.len(), 2);
        form.choose(FlowId::Deactivate);
        assert_eq!(form.ticked, [ConsequenceId::Orders]);
        form.choose(FlowId::Reactivate);
        assert!(form.ticked.is_empty());
    }

    #[test]
    fn ticking_twice_is_ticking_once() {
        let mut form = Form::default();
        form.tick(ConsequenceId::Orders, true);
        form.tick(ConsequenceId::Orders, true);
        form.tick(ConsequenceId::Orders, false);
        assert!(form.ticked.is_empty());
    }

    #[test]
    fn only_a_slip_of_the_finger_is_called_one() {
        for good in [
            "",
            "  ",
            "a@b.co",
            " ana@example.org ",
            "ünï@bücher.example",
        ] {
            assert!(
                Form {
                    email: good.to_owned(),
                    ..Form::default()
                }
                .email_is_plausible(),
                "{good}"
            );
        }
        for bad in [
            "a", "a@", "@b.co", "a@b", "a@b.", "a@.co", "a b@c.de", "a@b@c.de",
        ] {
            assert!(
                !Form {
                    email: bad.to_owned(),
                    ..Form::default()
                }
                .email_is_plausible(),
                "{bad}"
            );
        }
    }
}
