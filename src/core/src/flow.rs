//! The ways as tables: which step points at which control on which page. The tables come from `facts/flows/*.toml`.

use crate::ids::{ControlId, FlowId, PageId};

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
    /// Its steps in order.
    pub steps: &'static [Step],
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
