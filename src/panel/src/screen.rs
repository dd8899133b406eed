//! What to show, decided from what is known: plain data that the view only has to put in its place.
//!
//! One screen serves both situations. Without a guide the chooser is all there is; with one, the guide stands first and
//! the chooser opens only to change the way.

mod chooser;
mod place;
mod running;

use crate::model::{Model, Notice};
use crate::steps::Step;
use crate::trouble::Trouble;
use crate::ways;
use crate::words::Words;
use farewell_core::{ConsequenceId, FlowId, ReasonId};

/// How a sentence is meant; also its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Good,
    Plain,
    Care,
}

impl Tone {
    /// As the style sheet calls it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Plain => "plain",
            Self::Care => "care",
        }
    }
}

/// Everything that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    /// The tab that it is about.
    pub(crate) tab: Option<i32>,
    pub(crate) notice: Option<(Tone, Words)>,
    pub(crate) reload: bool,
    pub(crate) place: PlaceLine,
    pub(crate) running: Option<RunningView>,
    pub(crate) cut: Option<CutView>,
    pub(crate) chooser: Option<Chooser>,
    /// The address that the code for the phone holds.
    pub(crate) handover: &'static str,
    /// Whether the window is a private one; there Chromium opens our other pages in a normal window.
    pub(crate) private_window: bool,
}

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceLine {
    pub(crate) tone: Tone,
    pub(crate) words: Words,
    pub(crate) more: Option<Words>,
    /// Offer the way to the right page.
    pub(crate) link: bool,
    /// Offer whom to write to.
    pub(crate) contact: bool,
    /// Whose law the letter's page is to begin with, where the address says it.
    pub(crate) region: Option<&'static str>,
}

/// The guide in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RunningView {
    pub(crate) way: &'static str,
    pub(crate) step: Option<(u8, u8)>,
    /// The key of what is to be done now, as the callout's title says it.
    pub(crate) task: Option<String>,
    pub(crate) tone: Tone,
    pub(crate) words: Words,
    pub(crate) filled: Option<Words>,
    pub(crate) before: Vec<BeforeLine>,
    /// What the button says that opens and closes the chooser.
    pub(crate) switch: &'static str,
    pub(crate) switching: bool,
    /// Offer the page's skeleton openly: the page, or a control of it, may have been taken for the wrong one.
    pub(crate) doubts: bool,
}

/// A guide that ended midway although nobody ended it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CutView {
    pub(crate) title: Words,
    /// How to take it up.
    pub(crate) words: Words,
    /// Where its way begins, where the tab shows no page of it.
    pub(crate) link: Option<&'static str>,
}

/// One thing to settle first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BeforeLine {
    pub(crate) name: &'static str,
    pub(crate) tone: Tone,
    pub(crate) words: Words,
}

/// The choice of a way, what it costs, and Start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chooser {
    /// Ask for the reason: only where no guide runs that was told it.
    pub(crate) asks: bool,
    pub(crate) reason: Option<ReasonId>,
    /// The ways that can be chosen now: all but the one that runs well.
    pub(crate) cards: Vec<Card>,
    pub(crate) about: Option<About>,
    pub(crate) boxes: Vec<TickBox>,
    /// Said above the boxes.
    pub(crate) boxes_words: &'static str,
    pub(crate) email: Option<EmailField>,
    /// All steps that there are now, and the one that shows.
    pub(crate) steps: Vec<Step>,
    pub(crate) step: Step,
    pub(crate) start: Option<Start>,
    /// Starting is the consent to have orders read: said beside the button.
    pub(crate) consent: bool,
    pub(crate) hint: Words,
}

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) flow: FlowId,
    pub(crate) chosen: bool,
    pub(crate) recommended: bool,
    pub(crate) offered: bool,
}

/// What the chosen way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) flow: FlowId,
    /// What is said of a private window.
    pub(crate) private: Option<&'static str>,
    /// Say what to expect of asking the account back, and whom to ask besides.
    pub(crate) way_back: bool,
}

/// One consequence to confirm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TickBox {
    pub(crate) id: ConsequenceId,
    pub(crate) title: &'static str,
    pub(crate) words: &'static str,
    pub(crate) ticked: bool,
}

/// The field for the account's e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EmailField {
    pub(crate) value: String,
    /// Say that it does not look like an address.
    pub(crate) slip: bool,
}

/// The button that starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) flow: FlowId,
    pub(crate) enabled: bool,
}

impl Chooser {
    /// Whether Next leads anywhere: first a way is chosen.
    pub(crate) fn leads_on(&self) -> bool {
        self.start.is_some() && self.steps.last() != Some(&self.step)
    }

    /// Whether Back leads anywhere.
    pub(crate) fn leads_back(&self) -> bool {
        self.step != Step::Ways
    }
}

impl Screen {
    /// What to show; `None` before the first look.
    pub(crate) fn of(model: &Model) -> Option<Self> {
        let look = model.look.as_ref()?;
        let running = running::running(model);
        let heard = look.running.as_ref().err().copied().map(Notice::Trouble);
        let notice = model.notice.or(heard);
        let trouble = model.running().and_then(|running| running.trouble);
        let failed = match model.notice {
            Some(Notice::Trouble(trouble)) => Some(trouble),
            _ => trouble,
        };
        let place = place::place(model.place(), running.is_some());
        let cut = running::cut(model);
        let reload = failed.is_some_and(Trouble::ends_by_reloading) || model.is_silent();
        Some(Self {
            tab: model.tab,
            notice: notice.map(say),
            reload,
            place: PlaceLine {
                // One way on is enough.
                link: place.link && cut.is_none(),
                ..place
            },
            cut,
            chooser: (running.is_none() || model.switching).then(|| chooser::chooser(model)),
            running,
            private_window: look.private,
            handover: ways::beginning(
                model
                    .form
                    .flow
                    .or_else(|| model.running().map(|running| running.guide.flow)),
            ),
        })
    }
}

fn say(notice: Notice) -> (Tone, Words) {
    match notice {
        Notice::Trouble(trouble) => (Tone::Care, Words::new(trouble.words())),
        Notice::Ended => (Tone::Good, Words::new("popup_ended")),
        Notice::Copied => (Tone::Good, Words::new("popup_copied")),
    }
}

#[cfg(test)]
mod tests;
