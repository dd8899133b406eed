//! What the popup hears and says: the background's answers, the engine's status, the draft in the browser's memory.
//!
//! Names come as text and are looked up, so that an answer from another version loses only what nobody knows here.

use crate::form::Form;
use crate::steps::Step;
use crate::trouble::Trouble;
use farewell_core::{ConsequenceId, ControlId, Flow, FlowId, Guide, PageId, ReasonId, State};
use serde::{Deserialize, Serialize};

/// A guide as it travels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct GuideMessage {
    flow: String,
    reason: Option<String>,
    email: String,
    ticked: Vec<String>,
    /// Whether the orders that pages show are kept: the start of such a way is the consent.
    #[serde(rename = "keepsOrders")]
    keeps_orders: bool,
    /// The engine could not be brought into the page, or broke there: it is not tried again in this guide.
    #[serde(skip_serializing)]
    failed: Option<Failed>,
    /// Where it broke.
    #[serde(rename = "where", skip_serializing)]
    place: Option<String>,
    /// What keeps the engine out of the page for now.
    #[serde(skip_serializing)]
    trouble: Option<String>,
    /// What the person has pointed at in a private window.
    #[serde(skip_serializing)]
    picks: Vec<PickMessage>,
}

/// A pick, as far as the popup asks: on which page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct PickMessage {
    page: String,
}

/// A failure: its code, or only that it is so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Failed {
    Code(String),
    Flag(bool),
}

impl GuideMessage {
    pub(crate) fn new(guide: &Guide) -> Self {
        Self {
            flow: guide.flow.as_str().to_owned(),
            reason: guide.reason.map(|reason| reason.as_str().to_owned()),
            email: guide.email.clone(),
            ticked: spell(&guide.ticked),
            keeps_orders: Flow::of(guide.flow).keeps_orders,
            failed: None,
            place: None,
            trouble: None,
            picks: Vec::new(),
        }
    }

    /// The pages on which the person has pointed at a control for this guide alone.
    pub(crate) fn picked_on(&self) -> impl Iterator<Item = PageId> {
        self.picks
            .iter()
            .filter_map(|pick| PageId::parse(&pick.page))
    }

    /// The guide, or `None` if its way is unknown here.
    pub(crate) fn guide(&self) -> Option<Guide> {
        Some(Guide {
            flow: FlowId::parse(&self.flow)?,
            reason: self.reason.as_deref().and_then(ReasonId::parse),
            email: self.email.clone(),
            ticked: read(&self.ticked),
        })
    }

    /// What kept the engine out of the page, if anything did.
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        let code = match &self.failed {
            Some(Failed::Flag(true)) => self.place.as_deref().unwrap_or_default(),
            Some(Failed::Code(code)) => code.as_str(),
            Some(Failed::Flag(false)) | None => self.trouble.as_deref()?,
        };
        // A code that names no trouble of ours still says that the engine is not there.
        Some(match Trouble::from_code(code) {
            Trouble::Unheard => Trouble::Injection,
            known => known,
        })
    }
}

/// The answer to "which guide runs here?".
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GuideAnswer {
    guide: Option<GuideMessage>,
    /// The way of a guide that nobody ended, where none runs.
    cut: Option<String>,
    error: Option<String>,
}

impl GuideAnswer {
    /// The guide, and the way of one that was cut short.
    pub(crate) fn outcome(self) -> Result<(Option<GuideMessage>, Option<FlowId>), Trouble> {
        match self.error {
            Some(code) => Err(Trouble::from_code(&code)),
            None => Ok((self.guide, self.cut.as_deref().and_then(FlowId::parse))),
        }
    }
}

/// The answer to an order.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Done {
    ok: bool,
    error: Option<String>,
}

impl Done {
    pub(crate) fn outcome(&self) -> Result<(), Trouble> {
        if self.ok {
            Ok(())
        } else {
            Err(self
                .error
                .as_deref()
                .map_or(Trouble::Unheard, Trouble::from_code))
        }
    }
}

/// What the engine in the page says of itself (contract, section 5), as far as the popup shows it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Status {
    page: Option<StatusPage>,
    step: Option<StatusStep>,
    state: String,
    filled: Vec<String>,
    before: Vec<StatusBefore>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct StatusPage {
    id: String,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct StatusStep {
    id: String,
    number: u8,
    count: u8,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct StatusBefore {
    id: String,
    state: String,
    open: Option<u32>,
    seen: Option<u32>,
    of: Option<u32>,
}

/// What is known of one thing to settle first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// Nothing seen yet.
    Unknown,
    /// Some are open; how many, where that is known.
    Open(Option<u32>),
    /// All was read and nothing is open.
    Clear,
    /// The person said so.
    Said,
}

/// One thing to settle first, as the visited pages have shown it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Before {
    pub(crate) id: ConsequenceId,
    pub(crate) known: Known,
    /// How many were read out of how many there are, where both are known.
    pub(crate) read: Option<(u32, u32)>,
}

impl Status {
    pub(crate) fn page(&self) -> Option<PageId> {
        PageId::parse(&self.page.as_ref()?.id)
    }

    /// The step's number and how many there are, where it has one.
    pub(crate) fn step(&self) -> Option<(u8, u8)> {
        self.step
            .as_ref()
            .filter(|step| step.number > 0 && step.count > 0)
            .map(|step| (step.number, step.count))
    }

    /// The step's name in the table of flows.
    pub(crate) fn step_id(&self) -> Option<&str> {
        self.step.as_ref().map(|step| step.id.as_str())
    }

    pub(crate) fn state(&self) -> Option<State> {
        State::parse(&self.state)
    }

    pub(crate) fn filled(&self) -> Vec<ControlId> {
        self.filled
            .iter()
            .filter_map(|name| ControlId::parse(name))
            .collect()
    }

    pub(crate) fn before(&self) -> Vec<Before> {
        self.before
            .iter()
            .filter_map(|item| {
                let known = match item.state.as_str() {
                    "open" => Known::Open(item.open),
                    "clear" => Known::Clear,
                    "said" => Known::Said,
                    _ => Known::Unknown,
                };
                Some(Before {
                    id: ConsequenceId::parse(&item.id)?,
                    known,
                    read: item.seen.zip(item.of),
                })
            })
            .collect()
    }
}

/// The form as it is kept in the browser's memory while the popup is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draft {
    tab: i32,
    #[serde(default)]
    flow: Option<String>,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    email: String,
    #[serde(default)]
    ticked: Vec<String>,
    #[serde(default)]
    step: String,
    /// Start was pressed and nothing has answered yet.
    #[serde(default)]
    started: bool,
}

impl Draft {
    pub(crate) fn new(tab: i32, form: &Form) -> Self {
        Self {
            tab,
            flow: form.flow.map(|flow| flow.as_str().to_owned()),
            reason: form.reason.map(|reason| reason.as_str().to_owned()),
            email: form.email.clone(),
            ticked: spell(&form.ticked),
            step: form.step.as_str().to_owned(),
            started: false,
        }
    }

    /// The same, with which Start was pressed.
    pub(crate) fn started(mut self) -> Self {
        self.started = true;
        self
    }

    /// Whether a popup was closed in the moment in which Start was pressed for this tab.
    pub(crate) fn was_started(&self, tab: i32) -> bool {
        self.started && tab == self.tab
    }

    /// The form for a tab. What is personal, and what was confirmed for one account, stays with the tab it was given
    /// for; the choice itself goes along, so that it survives the detour over the link to the right page.
    pub(crate) fn form(&self, tab: i32) -> Form {
        let mut form = Form {
            flow: self.flow.as_deref().and_then(FlowId::parse),
            reason: self.reason.as_deref().and_then(ReasonId::parse),
            ..Form::default()
        };
        if tab == self.tab {
            form.email.clone_from(&self.email);
            form.ticked = read(&self.ticked);
            form.step = Step::parse(&self.step).unwrap_or_default();
        }
        form
    }
}

fn spell(consequences: &[ConsequenceId]) -> Vec<String> {
    consequences
        .iter()
        .map(|consequence| consequence.as_str().to_owned())
        .collect()
}

fn read(names: &[String]) -> Vec<ConsequenceId> {
    names
        .iter()
        .filter_map(|name| ConsequenceId::parse(name))
        .collect()
}

#[cfg(test)]
mod tests;
