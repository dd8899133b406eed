//! The guide: from what is on the page and what is remembered to what is said, pointed at and filled.
//!
//! ```text
//! Reading, Memory ──obstacles─?─prepare─?─endings─?─detours─?─confirm─?─steps──▶ Instruction
//! ```
//!
//! [`instruct`] is a pure reducer. It looks first at what stands in the way, then at where the page belongs, then for the
//! first step of the way that is still to be done there. It decides by time only where waiting has to end in words.

mod confirm;
mod context;
mod detours;
mod endings;
mod filling;
mod form;
mod instruction;
mod memory;
mod messages;
mod obstacles;
mod own_pages;
mod prepare;
mod steps;
mod timing;

use crate::flow::Flow;
use context::Context;
pub use detours::ACCOUNT_ANSWERS;
pub use endings::GOODBYE_SAYS;
pub use instruction::{Fill, Guide, Instruction, Message, Moment, Pressed, Reading, Target};
pub use memory::Memory;

/// What to say, point at and fill now. `pressed` is what the person pressed since the last call, in this document.
pub fn instruct(
    guide: &Guide,
    memory: &mut Memory,
    reading: Reading<'_>,
    moment: Moment,
    pressed: Option<Pressed>,
) -> Box<Instruction> {
    let context = Context {
        guide,
        flow: Flow::of(guide.flow),
        view: reading.view,
        sighting: reading.sighting,
        lexicon: reading.lexicon,
        moment,
    };
    memory.notice(&context, pressed);
    let mut instruction = obstacles::in_the_way(&context, memory)
        .or_else(|| prepare::look(&context, memory))
        .or_else(|| endings::ended(&context, memory))
        .or_else(|| detours::in_doubt(&context, memory))
        .or_else(|| detours::in_circles(&context, memory))
        .or_else(|| confirm::confirm(&context, memory))
        .or_else(|| detours::elsewhere(&context, memory))
        .unwrap_or_else(|| steps::next(&context, memory));
    own_pages::offer(&context, &mut instruction);
    instruction
}
