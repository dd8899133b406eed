//! The forms that end the account or ask it back: which of their fields are still open, and what is said while the last
//! button can't be pressed.

use super::context::Context;
use super::instruction::{Fill, Instruction, Message, Target};
use super::memory::Memory;
use super::timing::{BUTTON_GRACE, LOOK_AGAIN};
use crate::ids::{ControlId, State};
use crate::lexicon::Meaning;
use crate::phrase::{Request, request_of};
use crate::reason::{names_a_reason, prompts};
use crate::recognise::{Found, Says};
use crate::view::{Item, Kind, Visibility};

/// The fields of a form, in the order in which they are pointed at.
const FIELDS: [ControlId; 5] = [
    ControlId::Email,
    ControlId::Phrase,
    ControlId::Reason,
    ControlId::Terms,
    ControlId::IdUpload,
];

/// Where a control was found, the field that asks for the same once more included.
pub(super) fn fields_of<'a>(
    context: &Context<'a>,
    control: ControlId,
) -> impl Iterator<Item = &'a Found> + use<'a> {
    let sighting = context.sighting;
    let repeated = sighting.repeated.iter();
    sighting
        .control(control)
        .into_iter()
        .chain(repeated.filter(move |found| found.control == control))
}

/// Whether a control is still to be used: of a field, that it is empty and not about to be filled.
pub(super) fn is_open(context: &Context<'_>, found: &Found, fills: &[Fill]) -> bool {
    let is_filled = context
        .item(found.item)
        .is_some_and(|item| is_filled(context, item));
    !is_filled && !fills.iter().any(|fill| fill.item == found.item)
}

fn is_filled(context: &Context<'_>, item: &Item) -> bool {
    let items = &context.view.items;
    let in_group = || {
        item.group != 0
            && items.iter().any(|other| {
                other.group == item.group
                    && matches!(other.kind, Kind::Radio | Kind::CheckBox | Kind::Choice)
                    && other.filled
            })
    };
    match item.kind {
        // Of chips that name reasons one is chosen.
        Kind::Button if names_a_reason(context.lexicon, item) => items.iter().any(|other| {
            other.kind == Kind::Button && other.filled && names_a_reason(context.lexicon, other)
        }),
        Kind::Link | Kind::Button | Kind::Text | Kind::Heading | Kind::Dialog => false,
        // A list of the page's own making shows what was chosen in it.
        Kind::ListBox => item.filled || in_group() || names_a_reason(context.lexicon, item),
        Kind::ChoiceGroup | Kind::Radio => item.filled || in_group(),
        // An option that only asks to choose may have a value.
        Kind::Select => item.filled && !prompts(context.view, context.lexicon, item),
        _ => item.filled,
    }
}

/// What is said in place of pointing at the last button: a field that the form needs is open, the page says that the phrase
/// does not match, or it keeps the button switched off. `None` where nothing speaks against the button.
pub(super) fn unfinished(
    context: &Context<'_>,
    memory: &Memory,
    at: usize,
    fills: &[Fill],
) -> Option<Box<Instruction>> {
    let submit = context.sighting.control(ControlId::Submit)?;
    if !context.page().is_form() {
        return None;
    }
    // What the site answered to what was sent may stay on the page: the way says it beside its step.
    let was_sent = memory.rejected > 0;
    (!was_sent)
        .then(|| mismatch(context, at))
        .flatten()
        .or_else(|| open_field(context, at, submit, fills))
        .or_else(|| button_off(context, at, submit, fills))
        .map(|mut instruction| {
            instruction.fills = fills.to_vec();
            instruction
        })
}

/// The page says at once that what stands in the phrase's field does not match: another known spelling is offered.
fn mismatch(context: &Context<'_>, at: usize) -> Option<Box<Instruction>> {
    let found = context.sighting.control(ControlId::Phrase)?;
    let is_filled = context.item(found.item)?.filled;
    if !is_filled || !context.sighting.says(Says::Rejected) {
        return None;
    }
    let asked = match request_of(context.view, context.lexicon, found.item) {
        Request::Phrase(phrase) => phrase.text,
        _ => String::new(),
    };
    let mut instruction = context.say(at, State::Act, "guide_mismatch", "guide_mismatch_body");
    instruction.targets = vec![Target::of(found)];
    let mut spellings = context.flow.phrases.iter();
    if let Some(other) = spellings.find(|known| !known.eq_ignore_ascii_case(&asked)) {
        instruction
            .body
            .push(Message::with("guide_mismatch_other", *other));
        instruction.offer = Some(Fill {
            control: ControlId::Phrase,
            item: found.item,
            text: (*other).to_owned(),
            choice: None,
        });
    }
    Some(instruction)
}

/// A field that the form needs is open and can't be pointed at as one of the way's: it is disabled, or none that the way knows.
fn open_field(
    context: &Context<'_>,
    at: usize,
    submit: &Found,
    fills: &[Fill],
) -> Option<Box<Instruction>> {
    let mut known = FIELDS
        .iter()
        .flat_map(|control| fields_of(context, *control));
    if known.any(|found| !found.ready && is_open(context, found, fills)) {
        let mut instruction = context.say(at, State::Wait, "guide_asleep", "guide_asleep_body");
        instruction.again_in = Some(LOOK_AGAIN);
        return Some(instruction);
    }
    let button = context.item(submit.item)?;
    let field = context
        .view
        .items
        .iter()
        .find(|item| is_unknown_field(context, item, button, needs_typing))?;
    let mut instruction = context.say(at, State::Act, "guide_field_open", "guide_field_open_body");
    instruction.body[0].args = vec![field.name.clone()];
    Some(instruction)
}

/// A number or letters that the page shows are to be typed as well, as far as its words tell: said beside the last button.
pub(super) fn also_asked(context: &Context<'_>) -> Option<Message> {
    let submit = context.sighting.control(ControlId::Submit)?;
    let button = context.item(submit.item)?;
    let is_shown_code = |item: &Item| {
        let words = context.lexicon.words(&item.folded);
        words.any(&[Meaning::ShownCode, Meaning::SentByMail])
    };
    let mut items = context.view.items.iter();
    let field = items.find(|item| is_unknown_field(context, item, button, is_shown_code))?;
    Some(Message::with("guide_field_open_body", field.name.clone()))
}

/// A form that has a box for a password wants it, whether or not it says so.
fn needs_typing(item: &Item) -> bool {
    item.required || item.kind == Kind::PasswordBox
}

/// Whether a field that belongs with the last button is needed, empty, and none of the way's.
fn is_unknown_field(
    context: &Context<'_>,
    item: &Item,
    button: &Item,
    needs: impl Fn(&Item) -> bool,
) -> bool {
    let is_of_the_way = || {
        let all = context.sighting.controls.iter();
        all.chain(&context.sighting.repeated)
            .any(|found| found.item == item.id)
    };
    (item.kind.is_typed() || item.kind == Kind::PasswordBox)
        && item.visibility == Visibility::Shown
        && item.enabled
        && !item.filled
        && (item.form, item.dialog) == (button.form, button.dialog)
        && needs(item)
        && !is_of_the_way()
}

/// All fields are full and the page keeps its button switched off: it has not noticed what a script wrote.
fn button_off(
    context: &Context<'_>,
    at: usize,
    submit: &Found,
    fills: &[Fill],
) -> Option<Box<Instruction>> {
    let written: Vec<&Found> = [ControlId::Email, ControlId::Phrase]
        .iter()
        .flat_map(|control| fields_of(context, *control))
        .collect();
    let is_open = |found: &&Found| is_open(context, found, fills);
    if submit.ready || written.is_empty() || written.iter().any(is_open) || !fills.is_empty() {
        return None;
    }
    if context
        .moment
        .since_filled
        .is_some_and(|since| since < BUTTON_GRACE)
    {
        let mut instruction = context.say(at, State::Wait, "guide_asleep", "guide_asleep_body");
        instruction.again_in = Some(BUTTON_GRACE);
        return Some(instruction);
    }
    let mut instruction = context.say(at, State::Act, "guide_button_off", "guide_button_off_body");
    instruction.targets = written.into_iter().map(Target::of).collect();
    Some(instruction)
}
