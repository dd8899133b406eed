//! The pure core of Farewell: `View` in, `Instruction` out, no browser anywhere.
//!
//! ```text
//! View ──recognise──▶ Sighting ──guide──▶ Instruction
//! ```
//!
//! Promise: for the same input the same output, in linear time, without a panic; a destructive control is
//! reported only on two kinds of evidence and with a margin over its runner-up.

#![forbid(unsafe_code)]
// Without the standard library: what it brings along (its allocator, its panics) is only weight in a page.
#![cfg_attr(not(test), no_std)]

#[macro_use]
extern crate alloc;

mod before;
mod cut;
mod decimal;
mod flow;
mod fold;
mod guide;
mod hosts;
mod ids;
mod lexicon;
mod phrase;
mod prelude;
mod reason;
mod recognise;
mod record;
#[cfg(feature = "lexicon")]
mod sieve;
mod view;

pub use before::{Before, Settled};
pub use cut::{Parts, cut, parts, piece};
pub use decimal::{decimal, number};
pub use flow::{Flow, Step};
pub use fold::fold;
pub use guide::{
    ACCOUNT_ANSWERS, Fill, Guide, Instruction, Memory, Message, Moment, Pressed, Target,
    holds_email, instruct,
};
pub use hosts::{Address, is_aliexpress, is_russian};
pub use ids::{ConsequenceId, ControlId, FlowId, PageId, ReasonId, State};
pub use lexicon::Known;
#[cfg(feature = "lexicon")]
pub use lexicon::touches;
pub use phrase::required_phrase;
pub use reason::matching_option;
pub use recognise::{
    Evidence, Found, Picks, Reasons, Says, Sighting, pickable, recognise, surroundings,
};
pub use record::{About, Fields, RECORD, Record};
#[cfg(feature = "lexicon")]
pub use sieve::{answers, sieve};
pub use view::{Area, Item, Kind, Landmark, View, Visibility};
