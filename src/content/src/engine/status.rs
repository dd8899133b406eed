//! The answer to `{type: "status"}` (contract, section 5), which the popup's diagnostic report shows. Nothing personal is in
//! it: a text stands there only where it is a label that the product knows, else its length does.

use farewell_core::{ControlId, FlowId, Item, LEXICON, PageId, State, Target};
use farewell_orders::before::Row;
use serde::Serialize;

use super::scheduler::whole;
use super::session::Session;
use super::snapshot::Snapshot;
use crate::browser::version;

/// What the engine says of itself.
#[derive(Serialize)]
pub(super) struct Status<'a> {
    version: String,
    /// How this module was built: `wasm` or `js`.
    engine: &'a str,
    flow: FlowId,
    /// What was seen; missing before the first reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<PageStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<StepStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    targets: Option<Vec<TargetStatus<'a>>>,
    filled: Vec<ControlId>,
    before: Vec<BeforeStatus>,
    ms: Timings,
}

/// Milliseconds that things took.
#[derive(Serialize)]
struct Timings {
    /// From the first statement of the injected script to the animation frame that draws the first spotlight; 0 before.
    start: u32,
    /// The last reading with its recognition.
    detect: u32,
}

#[derive(Serialize)]
struct PageStatus {
    id: PageId,
    confidence: f64,
}

#[derive(Serialize)]
struct StepStatus {
    id: &'static str,
    /// From 1.
    number: u8,
    count: u8,
}

#[derive(Serialize)]
struct TargetStatus<'a> {
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
struct BeforeStatus {
    id: &'static str,
    state: &'static str,
    open: u32,
    seen: u32,
    of: Option<u32>,
    until: Option<String>,
}

impl<'a> Status<'a> {
    /// What `session` came to, in an engine that was built as `form`.
    pub(super) fn of(session: &'a Session, form: &'a str) -> Self {
        let snapshot = session.snapshot.as_ref();
        let told = snapshot.map(|snapshot| &snapshot.instruction);
        let filled = session.filling.fields();
        // What a layer of the page covers is not pointed at until that is gone.
        let is_covered = session.overlay.is_covered();
        Self {
            version: version(),
            engine: form,
            flow: session.guide.flow,
            page: snapshot.map(|snapshot| PageStatus {
                id: snapshot.instruction.page,
                confidence: share(snapshot.sighting.confidence),
            }),
            step: told.map(|told| StepStatus {
                id: told.step,
                number: told.number,
                count: told.count,
            }),
            state: told.map(|told| {
                if told.state == State::Act && is_covered {
                    State::Blocked
                } else {
                    told.state
                }
            }),
            targets: snapshot.map(|snapshot| {
                let targets = snapshot.instruction.targets.iter();
                targets
                    .filter(|_| !is_covered)
                    .map(|target| TargetStatus::of(target, snapshot, session))
                    .collect()
            }),
            filled: filled
                .filter(|filled| filled.can_undo())
                .map(|filled| filled.control)
                .collect(),
            before: session
                .orders
                .before(&session.guide)
                .into_iter()
                .map(BeforeStatus::from)
                .collect(),
            ms: Timings::of(session),
        }
    }
}

impl Timings {
    fn of(session: &Session) -> Self {
        let drawn = session.overlay.drawn_at();
        Self {
            start: drawn.map_or(0, |drawn| whole(drawn - session.began).max(1)),
            detect: session.detect,
        }
    }
}

impl<'a> TargetStatus<'a> {
    /// The box is where the control stands now, or, without an overlay, where it was read.
    fn of(target: &Target, snapshot: &'a Snapshot, session: &Session) -> Self {
        let item = snapshot.item(target.item);
        let area = session.overlay.area(target.item);
        let area = area.or(item.map(|item| item.area));
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

impl From<Row> for BeforeStatus {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.as_str(),
            state: row.state.as_str(),
            open: row.open,
            seen: row.seen,
            of: row.of,
            until: row.until,
        }
    }
}

/// A confidence of 0 to 100 as a number between 0 and 1.
fn share(hundredths: u8) -> f64 {
    f64::from(hundredths) / 100.0
}
