//! The answer to `{type: "status"}` (contract, section 5), which the popup's diagnostic report shows. Nothing personal is in
//! it: a text stands there only where it is a label that the product knows, else its length does.

use farewell_core::{
    Area, Before, ConsequenceId, ControlId, FlowId, Guide, Item, LEXICON, Memory, PageId, State,
    Target,
};
use serde::Serialize;

/// What the engine says of itself.
#[derive(Serialize)]
pub(super) struct Status<'a> {
    pub(super) version: String,
    /// How this module was built: `wasm` or `js`.
    pub(super) engine: &'a str,
    pub(super) flow: FlowId,
    /// What was seen; missing before the first reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<PageStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<StepStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) targets: Option<Vec<TargetStatus<'a>>>,
    pub(super) filled: Vec<ControlId>,
    pub(super) before: Vec<BeforeStatus>,
    pub(super) ms: ReadTimings,
}

#[derive(Serialize)]
pub(super) struct PageStatus {
    pub(super) id: PageId,
    confidence: f64,
}

#[derive(Serialize)]
pub(super) struct StepStatus {
    pub(super) id: &'static str,
    /// From 1.
    pub(super) number: u8,
    pub(super) count: u8,
}

#[derive(Serialize)]
pub(super) struct TargetStatus<'a> {
    control: ControlId,
    confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<KnownText<'a>>,
    /// x, y, width and height in CSS px.
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    area: Option<[i32; 4]>,
}

/// A label that the product knows, or how many characters a text has.
#[derive(Serialize)]
#[serde(untagged)]
enum KnownText<'a> {
    Label(&'a str),
    Length(u32),
}

#[derive(Serialize)]
pub(super) struct BeforeStatus {
    id: ConsequenceId,
    state: &'static str,
    open: u16,
    seen: u16,
    of: Option<u16>,
}

/// Milliseconds that things took.
#[derive(Clone, Copy, Default, Serialize)]
pub(super) struct ReadTimings {
    /// From the first statement of the injected script to the animation frame that draws the first spotlight; 0 before.
    pub(super) start: u32,
    /// The last reading with its recognition.
    pub(super) detect: u32,
}

impl PageStatus {
    pub(super) fn new(id: PageId, confidence: u8) -> Self {
        Self {
            id,
            confidence: share(confidence),
        }
    }
}

impl<'a> TargetStatus<'a> {
    /// Of a target that is `item`, which now stands in `area`.
    pub(super) fn new(target: &Target, item: Option<&'a Item>, area: Option<Area>) -> Self {
        Self {
            control: target.control,
            confidence: share(target.confidence),
            text: item.map(KnownText::of),
            area: area.map(|area| [area.x, area.y, area.w, area.h]),
        }
    }
}

impl<'a> KnownText<'a> {
    fn of(item: &'a Item) -> Self {
        if LEXICON.is_label(&item.folded) {
            Self::Label(&item.name)
        } else {
            let length = item.name.chars().count();
            Self::Length(u32::try_from(length).unwrap_or(u32::MAX))
        }
    }
}

impl BeforeStatus {
    /// What is known of the five things to settle.
    pub(super) fn all(memory: &Memory, guide: &Guide) -> Vec<Self> {
        let of = |before: Before| Self {
            id: before.id,
            state: before.state.as_str(),
            open: before.open,
            seen: before.seen,
            of: before.of,
        };
        memory.before(guide).into_iter().map(of).collect()
    }
}

/// A confidence of 0 to 100 as a number between 0 and 1.
fn share(hundredths: u8) -> f64 {
    f64::from(hundredths) / 100.0
}
