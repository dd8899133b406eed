//! Every message between the engine in the page and the rest of the extension, each written once. The background's end is
//! `extension/background/messages.js`, the popup's `src/panel/src/browser.rs`.

use farewell_core::{
    ConsequenceId, ControlId, FirstLetter, FlowId, Guide, Memory, OwnPage, PageId, Pick, Picks,
    ReasonId,
};
use farewell_orders::Delay;
use farewell_orders::before::{Row, RowId};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::chosen::{Chosen, Theme};

/// What the engine tells the background.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum Report {
    /// Asks which guide runs in this tab; the answer is a [`HelloAnswer`].
    Hello,
    /// What the next document is to know.
    Remember { memory: SavedMemory },
    /// The person has pointed at a control.
    Picked(Pick),
    /// A control was found, and by which kind of signal.
    Found {
        control: ControlId,
        by: &'static str,
    },
    /// The step that the guide has come to, of so many.
    At { number: u8, count: u8 },
    /// Orders that a page shows: `text` is JSON of farewell-orders' `Batch`, `tally` what the next document counts them by.
    Orders { text: String, tally: String },
    /// What is known of the things to settle first: JSON of farewell-orders' `Row`s.
    Before { text: String },
    /// The person wants one of our own pages; a letter begins as their way says.
    Open { page: OwnPage, letter: FirstLetter },
    /// The guide is over: the person has ended it, or has read its end, of which `farewell` says what is kept.
    Over {
        #[serde(skip_serializing_if = "Option::is_none")]
        farewell: Option<Farewell>,
    },
    /// The engine has given up.
    Failed {
        #[serde(rename = "where")]
        place: Failure,
    },
}

/// The facts of a leaving, for the receipt (`src/pages/src/kept.rs`).
#[derive(Debug, Serialize)]
pub(crate) struct Farewell {
    /// What the site said of it.
    pub(crate) said: String,
    /// How long it said that it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) delay: Option<Delay>,
    /// How far the things to settle first were settled.
    pub(crate) before: Vec<Row>,
}

/// Why the engine has given up. What breaks it is told by the loader (`extension/loader/guard.js`).
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Failure {
    /// The page takes the overlay away again and again.
    Overlay,
}

/// What the engine hears, from the background or the popup.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum Command {
    /// To answer with its status.
    Status,
    /// To answer with the page's skeleton, as it was last read.
    Skeleton,
    /// To take everything away.
    Stop,
    /// The rows of the checklist that the person has ticked.
    Said { said: Vec<RowId> },
    /// The person has pressed a keyboard shortcut.
    #[serde(rename = "command")]
    Shortcut { command: Shortcut },
}

/// A keyboard shortcut of the manifest's `commands`; opening the popup is the browser's.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shortcut {
    /// The focus goes on: control, callout, next control.
    Next,
    /// The control is brought into sight.
    Show,
    /// The guide ends.
    Stop,
}

/// The guide's memory as it travels and is stored: the background does not look into it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SavedMemory {
    text: String,
}

impl SavedMemory {
    pub(crate) fn of(memory: &Memory) -> Self {
        Self {
            text: memory.to_text(),
        }
    }

    pub(crate) fn memory(&self) -> Memory {
        Memory::from_text(&self.text)
    }
}

/// The background's answer to [`Report::Hello`].
#[derive(Debug, Deserialize)]
pub(crate) struct HelloAnswer {
    /// The guide that runs in this tab. An answer that does not say it is none, so the field has no default.
    #[serde(deserialize_with = "Option::deserialize")]
    guide: Option<RunningGuide>,
    #[serde(default)]
    picks: Vec<KeptPick>,
    /// The sentences that the guide says, in the language that was chosen or is the browser's.
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    words: JsValue,
    #[serde(default)]
    theme: Option<Theme>,
    #[serde(default)]
    collected: Collected,
}

/// What the pages of this tab have shown before, as the background keeps it (`extension/background/collected.js`).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Collected {
    pub(crate) rows: Vec<Row>,
    pub(crate) said: Vec<RowId>,
    /// Texts of `Tally`, one for each batch of orders.
    pub(crate) tallies: Vec<String>,
}

/// A pick as it was kept on this device, perhaps by another version: its names may be none of ours.
#[derive(Debug, Deserialize)]
struct KeptPick {
    page: String,
    control: String,
    locator: String,
}

impl KeptPick {
    fn pick(self) -> Option<Pick> {
        Some(Pick {
            page: PageId::parse(&self.page)?,
            control: ControlId::parse(&self.control)?,
            locator: self.locator,
        })
    }
}

/// A guide as the background keeps it.
#[derive(Debug, Deserialize)]
struct RunningGuide {
    flow: FlowId,
    #[serde(default)]
    reason: Option<ReasonId>,
    #[serde(default)]
    email: String,
    #[serde(default)]
    ticked: Vec<ConsequenceId>,
    #[serde(default)]
    memory: SavedMemory,
}

/// All that a document is led by.
#[derive(Debug)]
pub(crate) struct Briefing {
    pub(crate) guide: Guide,
    pub(crate) memory: Memory,
    pub(crate) picks: Picks,
    pub(crate) chosen: Chosen,
    pub(crate) collected: Collected,
}

impl HelloAnswer {
    /// What to lead by; `None` where no guide runs.
    pub(crate) fn briefing(self) -> Option<Briefing> {
        let running = self.guide?;
        let chosen = Chosen {
            words: self.words,
            theme: self.theme,
        };
        Some(Briefing {
            memory: running.memory.memory(),
            guide: Guide {
                flow: running.flow,
                reason: running.reason,
                email: running.email,
                ticked: running.ticked,
            },
            chosen,
            picks: self.picks.into_iter().filter_map(KeptPick::pick).collect(),
            collected: self.collected,
        })
    }
}
