//! Every message between the engine in the page and the rest of the extension, each written once. The background's end is
//! `extension/background/messages.js`, the popup's `src/panel/src/browser.rs`.

use farewell_core::{
    ConsequenceId, ControlId, FlowId, Guide, Memory, PageId, Pick, Picks, ReasonId,
};
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
    /// The person has ended the guide, or has read its end.
    Over,
    /// The engine has given up.
    Failed {
        #[serde(rename = "where")]
        place: Failure,
    },
}

/// Why the engine has given up. What breaks it is told by the loader (`extension/loader/guard.js`).
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Failure {
    /// The page takes the overlay away again and again.
    Overlay,
}

/// What the engine hears, from the background or the popup.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum Command {
    /// To answer with its status.
    Status,
    /// To take everything away.
    Stop,
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
    /// The sentences of the language that the person has chosen.
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    words: JsValue,
    #[serde(default)]
    theme: Option<Theme>,
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
        })
    }
}
