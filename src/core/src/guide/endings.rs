//! How a way ends: the site says that it is done, or that the account is closed already.

use super::context::Context;
use super::instruction::{Instruction, Message};
use super::memory::Memory;
use crate::ids::{ControlId, PageId, State};
use crate::lexicon::Meaning;
use crate::recognise::Says;
use crate::view::{Item, Visibility};

/// The site says that it is done, or that the account is closed already.
pub(super) fn ended(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let last = context.flow.steps.len() - 1;
    let says = |what| context.sighting.says(what);
    let closed = match context.page() {
        PageId::Goodbye => true,
        PageId::ClosedNotice if context.flow.visits(PageId::ClosedNotice) => {
            return terminated(context, last);
        }
        PageId::ClosedNotice => memory.has_submitted,
        // It still asks.
        PageId::RemoveDialog => false,
        _ => memory.has_submitted && says(Says::Ended),
    };
    if closed {
        let body = context.flow.says.ended?;
        let mut instruction = context.say(last, State::Done, "guide_goodbye", body);
        instruction.page = PageId::Goodbye;
        if let Some(text) = own_delay(context) {
            instruction.body = vec![
                Message::with(GOODBYE_SAYS, text),
                Message::plain("guide_goodbye_after"),
            ];
        }
        return Some(instruction);
    }
    if context.page() == PageId::ClosedNotice {
        let blocked = |title, body| context.say(last, State::Blocked, title, body);
        return Some(if says(Says::Terminated) {
            ask_support(blocked("guide_terminated", "guide_terminated_body"))
        } else {
            blocked("guide_closed_already", "guide_closed_already_body")
        });
    }
    None
}

/// The key of the sentence that repeats what the site said of the end.
pub const GOODBYE_SAYS: &str = "guide_goodbye_says";

/// The sentence in which the page itself says when it is done: one about the account's end that has a number in it.
fn own_delay(context: &Context<'_>) -> Option<String> {
    const LONGEST: usize = 240;
    let is_delay = |item: &&Item| {
        let words = context.lexicon.words(&item.folded);
        item.kind.is_read()
            && item.visibility == Visibility::Shown
            && item.name.len() <= LONGEST
            && item.folded.chars().any(char::is_numeric)
            && (words.ends_account || words.has(Meaning::Goodbye))
    };
    let mut items = context.view.items.iter();
    items.find(is_delay).map(|item| item.name.clone())
}

/// With a link to those who can tell more than the page does.
pub(super) fn ask_support(mut instruction: Box<Instruction>) -> Box<Instruction> {
    instruction.link = Some((SUPPORT.to_owned(), Message::plain("guide_link_support")));
    instruction
}

/// The site's help, as its own terms of service of 2026 name it.
const SUPPORT: &str = "https://customerservice.aliexpress.com/home";

/// An account that the site itself terminated is not asked back by the reactivation form.
fn terminated(context: &Context<'_>, last: usize) -> Option<Box<Instruction>> {
    let only = context.sighting.says(Says::Terminated)
        && !context.sighting.says(Says::Deactivated)
        && context.sighting.control(ControlId::Reactivate).is_none();
    only.then(|| {
        let title = "guide_terminated";
        ask_support(context.say(last, State::Blocked, title, "guide_terminated_body"))
    })
}
