//! The question that the site asks once more after the last press: it is a step of the way.

use super::context::Context;
use super::instruction::{Instruction, Message, Target};
use super::memory::Memory;
use crate::ids::{ControlId, State};

/// What is spotlighted of the question, in the order of its numbers.
const PARTS: [ControlId; 3] = [
    ControlId::Message,
    ControlId::ConfirmYes,
    ControlId::ConfirmNo,
];

/// The message, the Yes and the No of a dialog that asks whether to end the account, in the ways that end it. What deletes is
/// stopped at before, where the person only deactivates.
pub(super) fn confirm(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let yes_note = context.flow.says.confirm?;
    context.sighting.control(ControlId::ConfirmYes)?;
    let mut instruction = context.say(
        memory.due(context),
        State::Act,
        "guide_asked_again",
        "guide_asked_again_body",
    );
    let found = PARTS
        .iter()
        .filter_map(|control| context.sighting.control(*control));
    for (number, found) in (1..).zip(found) {
        let note = match found.control {
            ControlId::Message => "guide_note_message",
            ControlId::ConfirmYes => yes_note,
            _ => "guide_note_no",
        };
        instruction.targets.push(Target {
            number,
            note: Some(Message::plain(note)),
            ..Target::of(found)
        });
    }
    Some(instruction)
}
