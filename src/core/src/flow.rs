//! The ways as tables: which step points at which control on which page. The tables come from `facts/flows/*.toml`.

use crate::ids::{AccountEffect, ConsequenceId, ControlId, FirstLetter, FlowId, PageId, ReasonId};

include!(concat!(env!("OUT_DIR"), "/flows.rs"));

/// One way.
#[derive(Debug, PartialEq, Eq)]
pub struct Flow {
    /// Its id.
    pub id: FlowId,
    /// Where it begins, and where the way back leads.
    pub home: &'static str,
    /// The phrases known to be asked for, the best attested first.
    pub phrases: &'static [&'static str],
    /// What it does to the account.
    pub effect: AccountEffect,
    /// The page whose form is filled in.
    pub fills: Option<PageId>,
    /// Whether the best attested phrase is written where the form asks for one without saying which.
    pub presumes_phrase: bool,
    /// Whether the orders that it shows are kept for the export: its start is the consent.
    pub keeps_orders: bool,
    /// The letter that a person who is stopped on it begins with.
    pub letter: FirstLetter,
    /// The pages on which the last control may look just like the one that opened the request.
    pub same_control_on: &'static [PageId],
    /// What the guide says of it beside the words of its steps.
    pub says: Says,
    /// Its steps in order.
    pub steps: &'static [Step],
}

/// Keys of words that the guide says on one way; `None` where there is nothing to say.
#[derive(Debug, PartialEq, Eq)]
pub struct Says {
    /// When the site says that it is done.
    pub ended: Option<&'static str>,
    /// When a form was sent that the site answers only later: headline and text.
    pub answered_later: Option<(&'static str, &'static str)>,
    /// Beside the last button of a form.
    pub submit: Option<&'static str>,
    /// Beside the Yes of the question that the site asks once more.
    pub confirm: Option<&'static str>,
}

/// How the popup offers a way.
#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    /// The way.
    pub flow: FlowId,
    /// Key of its name.
    pub name: &'static str,
    /// Key of the few words of its card.
    pub short: &'static str,
    /// Key of what it is and where it ends.
    pub text: &'static str,
    /// Whether a form of it asks for the account's e-mail, which a guide may then fill in.
    pub takes_email: bool,
    /// Whether a private window is advised.
    pub private_window: bool,
    /// The pages on which it is offered.
    pub offered_on: &'static [PageId],
    /// The reasons for leaving that it fits.
    pub fits: &'static [ReasonId],
    /// What the person has to confirm before it may start.
    pub consequences: &'static [Consequence],
}

/// What is lost or must be settled before a way, and its words.
#[derive(Debug, PartialEq, Eq)]
pub struct Consequence {
    /// Which it is.
    pub id: ConsequenceId,
    /// Key of the words beside the box.
    pub words: &'static str,
    /// Key of two or three words: the title of the box, and its name in a list.
    pub title: &'static str,
}

impl Offer {
    /// How every way is offered.
    pub const ALL: &'static [Self] = OFFERS;

    /// How that way is offered.
    ///
    /// # Panics
    /// Never: see [`Flow::of`].
    #[must_use]
    pub fn of(flow: FlowId) -> &'static Self {
        let mut all = OFFERS.iter();
        all.find(|offer| offer.flow == flow).unwrap_or(&OFFERS[0])
    }
}

/// One step of a way.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id within the flow, `data-step`.
    pub id: &'static str,
    /// Key of its headline.
    pub title: &'static str,
    /// Key of its explanation.
    pub body: &'static str,
    /// The controls to point at.
    pub controls: &'static [ControlId],
    /// The pages on which it is done, the usual one first.
    pub pages: &'static [PageId],
    /// Where the page of it stands, where the guide itself leads there; else empty.
    pub address: &'static str,
    /// Whether any of the controls leads on: the first that is found is pointed at.
    pub either: bool,
    /// Key of the words of a link to the way's home that stands beside it; else empty.
    pub link: &'static str,
}

impl Flow {
    /// The flow of that id.
    ///
    /// # Panics
    /// Never: the build of the facts has a table for every id, and a test says so.
    #[must_use]
    pub fn of(id: FlowId) -> &'static Self {
        FLOWS.iter().find(|flow| flow.id == id).unwrap_or(&FLOWS[0])
    }

    /// The first step that the page is the usual one of.
    #[must_use]
    pub fn usual(&self, page: PageId) -> Option<usize> {
        let is_usual = |step: &Step| step.pages.first() == Some(&page);
        self.steps.iter().position(is_usual)
    }

    /// Whether a press on a page got further along the way by leading to another one.
    #[must_use]
    pub fn leads_on(&self, from: PageId, control: ControlId, to: PageId) -> bool {
        let at = self
            .steps
            .iter()
            .position(|step| step.pages.contains(&from) && step.controls.contains(&control));
        let on = self
            .usual(to)
            .or_else(|| self.steps.iter().rposition(|step| step.pages.contains(&to)));
        from != to && on > at
    }

    /// Whether a page belongs to the way.
    #[must_use]
    pub fn visits(&self, page: PageId) -> bool {
        self.steps.iter().any(|step| step.pages.contains(&page))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_its_table() {
        for id in FlowId::ALL {
            assert_eq!(Flow::of(*id).id, *id);
            assert_eq!(Offer::of(*id).flow, *id);
        }
    }

    #[test]
    fn deactivate_has_the_eight_steps_of_the_guide() {
        let steps: Vec<_> = Flow::of(FlowId::Deactivate)
            .steps
            .iter()
            .map(|step| step.id)
            .collect();
        assert_eq!(
            steps,
            [
                "sign-in",
                "my-aliexpress",
                "account-settings",
                "edit-profile",
                "deactivate",
                "details",
                "reason",
                "submit"
            ]
        );
    }
}
