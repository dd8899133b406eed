//! What the buttons of the overlay do, as their `data-action` says.

use farewell_core::{ACCOUNT_ANSWERS, ControlId, OwnPage};

/// Ends the guide.
pub(super) const STOP: &str = "stop";
/// Offers controls to pick.
pub(super) const PICK: &str = "pick";
/// Ends the offer.
pub(super) const CANCEL_PICK: &str = "unpick";
/// Opens one of our own pages, whose name follows.
pub(super) const OPEN: &str = "open-";
/// Writes another known spelling into the phrase's field.
pub(super) const FILL: &str = "fill";

/// A press of one of our own buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// The guide ends.
    Stop,
    /// The person says whether the page's account is the one that they mean.
    Answer { is_the_one: bool },
    /// The person wants to point at the control.
    OfferPicks,
    /// They do not want to any more.
    CancelPick,
    /// They have pointed at this item.
    Pick(u32),
    /// They want the other known spelling written.
    Fill,
    /// They want one of our own pages.
    Open(OwnPage),
    /// They take back what was filled in here.
    Undo(ControlId),
}

impl Action {
    /// The action of that name; `None` for a name that no button of ours has.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let [yes, no] = ACCOUNT_ANSWERS;
        Some(match name {
            STOP => Self::Stop,
            FILL => Self::Fill,
            PICK => Self::OfferPicks,
            CANCEL_PICK => Self::CancelPick,
            answer if answer == yes || answer == no => Self::Answer {
                is_the_one: answer == yes,
            },
            other => Self::Open(OwnPage::parse(other.strip_prefix(OPEN)?)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_has_its_action_and_nothing_else_has_one() {
        assert_eq!(Action::parse("stop"), Some(Action::Stop));
        assert_eq!(Action::parse("fill"), Some(Action::Fill));
        assert_eq!(Action::parse("pick"), Some(Action::OfferPicks));
        let letter = Action::Open(OwnPage::Letter);
        assert_eq!(Action::parse("open-letter"), Some(letter));
        let yes = Action::Answer { is_the_one: true };
        assert_eq!(Action::parse(ACCOUNT_ANSWERS[0]), Some(yes));
        for unknown in ["", "open-page", "pick it", "undo", "stop now", "submit"] {
            assert_eq!(Action::parse(unknown), None, "{unknown}");
        }
    }
}
