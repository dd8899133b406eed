//! What is filled in: the two forms' fields only, and only empty ones (contract, section 4).

use super::context::Context;
use super::instruction::Fill;
use super::memory::{Memory, known_email};
use crate::ids::ControlId;
use crate::phrase::{Request, request_of};
use crate::reason::{matching_option, prompts};
use crate::view::{Item, Kind};

/// What is filled on this page: fields of the two forms only, empty ones only (contract, section 4).
pub(super) fn fills(context: &Context<'_>, memory: &Memory) -> Vec<Fill> {
    if !context.is_on_its_form() {
        return Vec::new();
    }
    let field = |control| {
        let found = context.sighting.control(control)?;
        let item = context.item(found.item)?;
        let is_empty = !item.filled
            || item.kind == Kind::Select && prompts(context.view, context.lexicon, item);
        let is_free = item.enabled && !item.read_only && is_empty;
        (is_free && !memory.left.contains(&control)).then_some(item)
    };
    let takes = |item: &Item, text: &str| {
        let length = text.encode_utf16().count();
        item.max_length
            .is_none_or(|most| usize::try_from(most).is_ok_and(|most| length <= most))
    };
    let mut fills = Vec::new();
    if let (Some(item), Some(email)) = (field(ControlId::Email), known_email(context.guide, memory))
        && takes(item, email)
    {
        fills.push(Fill {
            control: ControlId::Email,
            item: item.id,
            text: email.to_owned(),
            choice: None,
        });
    }
    if memory.rejected == 0
        && let Some(item) = field(ControlId::Phrase)
        && let Some(text) = phrase(context, item)
        && takes(item, &text)
    {
        fills.push(Fill {
            control: ControlId::Phrase,
            item: item.id,
            text,
            choice: None,
        });
    }
    if let (Some(item), Some(reason)) = (field(ControlId::Reason), context.guide.reason)
        && item.kind == Kind::Select
        && let Some(option) = matching_option(context.view, context.lexicon, item.group, reason)
    {
        fills.push(Fill {
            control: ControlId::Reason,
            item: item.id,
            text: String::new(),
            choice: Some(option.id),
        });
    }
    fills
}

/// The phrase that the page asks for; where it asks without saying it, the best attested one of the way.
fn phrase(context: &Context<'_>, field: &Item) -> Option<String> {
    match request_of(context.view, context.lexicon, field.id) {
        Request::Phrase(phrase) => Some(phrase.text),
        // Where the page says what to type in words that can't be read, no other phrase is tried.
        Request::None if context.flow.presumes_phrase => {
            context.flow.phrases.first().copied().map(str::to_owned)
        }
        _ => None,
    }
}
