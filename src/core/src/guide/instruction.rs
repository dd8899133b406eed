//! What goes into the guide and what comes out of it, as plain data.

use crate::flow::Flow;
use crate::ids::{ConsequenceId, ControlId, FlowId, OwnPage, PageId, ReasonId, State};
use crate::lexicon::Lexicon;
use crate::recognise::{Found, Sighting};
use crate::view::View;

/// What the person chose in the popup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The way.
    pub flow: FlowId,
    /// Why, if said.
    pub reason: Option<ReasonId>,
    /// The account's e-mail as given in the popup; empty if not given.
    pub email: String,
    /// The consequences that were ticked.
    pub ticked: Vec<ConsequenceId>,
}

/// A page as it was read, and what was recognised on it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// What is on the page.
    pub view: &'a View,
    /// What was recognised of it.
    pub sighting: &'a Sighting,
    /// What its words were looked up in.
    pub lexicon: &'a Lexicon,
}

/// When an instruction is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since the engine began in this document.
    pub since_start: u32,
    /// Milliseconds since a field was last filled in this document; `None` where none was.
    pub since_filled: Option<u32>,
}

/// A trusted press of the person on a spotlighted control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// The page it was on.
    pub page: PageId,
    /// The control.
    pub control: ControlId,
}

/// Words to show: a key of `extension/_locales/*/guide.json` and what its placeholders stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// `$1`, `$2` …
    pub args: Vec<String>,
}

/// One control to point at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Target {
    /// Which control it is.
    pub control: ControlId,
    /// The [item](crate::Item::id) that it is.
    pub item: u32,
    /// 0 to 100.
    pub confidence: u8,
    /// Shown as a number on the spotlight, where several belong together in an order; 0 for none.
    pub number: u8,
    /// What it does, beside the spotlight, where that needs saying.
    pub note: Option<Message>,
}

/// One field to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fill {
    /// Which control it is: `email`, `phrase` or `reason`.
    pub control: ControlId,
    /// The field.
    pub item: u32,
    /// What to write; for `reason`, empty.
    pub text: String,
    /// For `reason`: the [item](crate::Item::id) of the option of the native select.
    pub choice: Option<u32>,
}

/// What to say, point at and fill now.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Instruction {
    /// The page as recognised.
    pub page: PageId,
    /// The id of the flow's step.
    pub step: &'static str,
    /// Its number, from 1.
    pub number: u8,
    /// How many steps the flow has.
    pub count: u8,
    /// What the callout is about.
    pub state: State,
    /// The callout's headline.
    pub title: Message,
    /// Its paragraphs.
    pub body: Vec<Message>,
    /// Where the way goes on, as a link in the callout.
    pub link: Option<(String, Message)>,
    /// What to point at.
    pub targets: Vec<Target>,
    /// What to fill; the shell fills each field once a document.
    pub fills: Vec<Fill>,
    /// What a button of the callout writes on request: another known spelling of the phrase.
    pub offer: Option<Fill>,
    /// The control that could not be told: the callout offers to pick it.
    pub ask: Option<ControlId>,
    /// The answers that the callout asks for, as keys of its buttons.
    pub answers: &'static [&'static str],
    /// The extension's own pages that the callout offers.
    pub own_pages: Vec<OwnPage>,
    /// Milliseconds after which to ask again although nothing changed.
    pub again_in: Option<u32>,
}

impl Instruction {
    /// Whether pressing what `target` marks is what can't be taken back, in the way `flow`, and not only a step towards it or
    /// back from it.
    #[must_use]
    pub fn is_last_press(&self, flow: FlowId, target: &Target) -> bool {
        match target.control {
            ControlId::Submit | ControlId::ConfirmYes => Flow::of(flow).effect.ends_account(),
            ControlId::Delete => self.number == self.count,
            _ => false,
        }
    }
}

impl Target {
    /// A control as it was found, without a number or a note.
    pub(super) fn of(found: &Found) -> Self {
        Self {
            control: found.control,
            item: found.item,
            confidence: found.confidence,
            number: 0,
            note: None,
        }
    }
}

impl Message {
    /// A key without placeholders.
    pub(crate) const fn plain(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// A key with one placeholder.
    pub(crate) fn with(key: &'static str, arg: impl Into<String>) -> Self {
        Self {
            key,
            args: vec![arg.into()],
        }
    }
}
