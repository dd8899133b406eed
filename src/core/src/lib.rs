//! The pure core of Farewell: `View` in, `Instruction` out, no browser anywhere.
//!
//! ```text
//! View ──recognise──▶ Sighting ──guide──▶ Instruction
//! ```
//!
//! Promise: for the same input the same output, in linear time, without a panic; a destructive control is
//! reported only on two kinds of evidence and with a margin over its runner-up.

#![forbid(unsafe_code)]

mod email;
mod flow;
mod fold;
mod guide;
mod hosts;
mod ids;
mod lexicon;
mod period;
mod phrase;
mod reason;
mod recognise;
mod record;
mod relevance;
mod row;
#[cfg(feature = "serde")]
mod skeleton;
mod view;

pub use email::{holds_email, is_email};
use farewell_orders::push_letter;
pub use flow::{Consequence, Flow, Offer, Says as FlowSays, Step};
pub use fold::fold;
pub use guide::{
    ACCOUNT_ANSWERS, Fill, GOODBYE_SAYS, Guide, Instruction, Memory, Message, Moment, Pressed,
    Reading, Target, instruct,
};
pub use hosts::{Address, DOMAINS, is_aliexpress, is_russian, shows_coins};
pub use ids::{
    AccountEffect, ConsequenceId, ControlId, FirstLetter, FlowId, OwnPage, PageId, ReasonId, State,
};
pub use lexicon::{Concept, LEXICON, Lexicon, Meaning, Rank, Subject};
pub use period::{OrderPeriod, order_period};
pub use phrase::required_phrase;
pub use reason::matching_option;
pub use recognise::{
    Evidence, Found, Pick, Picks, Reasons, Says, Sighting, page_at, pickable, recognise,
    surroundings,
};
pub use record::{About, Fields, Record, records};
pub use relevance::{is_relevant, takes_email};
pub use row::{Titled, titled};
#[cfg(feature = "serde")]
pub use skeleton::{Bone, Shape, Skeleton, skeleton};
pub use view::{Area, Item, Kind, Landmark, View, Visibility};
