//! The first step that is still to be done on a page of the way.

use super::context::Context;
use super::filling::fills;
use super::form;
use super::instruction::{Fill, Instruction, Message, Target};
use super::memory::Memory;
use super::timing::{LOOK_AGAIN, PATIENCE};
use crate::email::masked_email_on;
use crate::flow::Step;
use crate::ids::{ControlId, PageId, State};
use crate::phrase::{Request, request_of};
use crate::recognise::{Found, Says};

pub(super) fn next(context: &Context<'_>, memory: &Memory) -> Box<Instruction> {
    let fills = fills(context, memory);
    if let Some(found) = erasing(context, memory) {
        return act(
            context,
            memory,
            context.flow.steps.len() - 1,
            &[&found],
            fills,
        );
    }
    for at in order(context) {
        let step = &context.flow.steps[at];
        if step.controls.contains(&ControlId::Submit)
            && let Some(instruction) = form::unfinished(context, memory, at, &fills)
        {
            return instruction;
        }
        let found = open_controls(context, memory, step, &fills);
        if !found.is_empty() {
            return act(context, memory, at, &found, fills);
        }
    }
    missing(context, memory, order(context).next().unwrap_or(0), fills)
}

/// The control that erases, once the request is made and the code is in. It may look just like the one that opened the
/// request, at the same address; in doubt it is this one, so that nobody is told that nothing is deleted yet.
fn erasing(context: &Context<'_>, memory: &Memory) -> Option<Found> {
    let control = |id| context.sighting.control(id);
    let is_asking = [ControlId::Phrase, ControlId::Terms, ControlId::Code]
        .iter()
        .any(|field| control(*field).is_some());
    let is_there = context.flow.same_control_on.contains(&context.page());
    if !is_there || is_asking || !is_requested(context, memory) {
        return None;
    }
    control(ControlId::Submit)
        .or_else(|| control(ControlId::Delete))
        .filter(|found| found.ready)
        .map(|found| Found {
            control: ControlId::Submit,
            ..found.clone()
        })
}

/// Whether the delete request was sent: its button pressed, or the code's page seen.
fn is_requested(context: &Context<'_>, memory: &Memory) -> bool {
    let code = context.flow.usual(PageId::VerifyCode);
    memory.has_submitted || code.is_some_and(|at| usize::from(memory.reached) >= at)
}

/// The steps that can be done on this page: those it is the usual page of, in order; then those that it offers as a short
/// cut or a detour, the furthest first.
pub(super) fn order<'a>(context: &Context<'a>) -> impl Iterator<Item = usize> + use<'a> {
    let (page, steps) = (context.page(), context.flow.steps);
    let is_usual = move |at: &usize| steps[*at].pages.first() == Some(&page);
    let is_other = move |at: &usize| !is_usual(at) && steps[*at].pages.contains(&page);
    (0..steps.len())
        .filter(is_usual)
        .chain((0..steps.len()).rev().filter(is_other))
}

/// The controls of a step that are there and still to be used: of fields, those that are empty and not about to be filled.
fn open_controls<'a>(
    context: &'a Context<'_>,
    memory: &Memory,
    step: &Step,
    fills: &[Fill],
) -> Vec<&'a Found> {
    let controls = step.controls.iter();
    controls
        .flat_map(|control| form::fields_of(context, *control))
        .filter(|found| found.control != ControlId::GetCode || !has_code(context, memory))
        .filter(|found| found.ready && form::is_open(context, found, fills))
        .take(if step.either { 1 } else { usize::MAX })
        .collect()
}

/// Whether a code is under way: asked for by a press, said to be sent, or typed already.
fn has_code(context: &Context<'_>, memory: &Memory) -> bool {
    let typed = context
        .sighting
        .control(ControlId::Code)
        .and_then(|found| context.item(found.item))
        .is_some_and(|item| item.filled);
    let is_expired = context.sighting.says(Says::CodeExpired);
    !is_expired && (memory.has_asked_code || context.sighting.says(Says::CodeSent) || typed)
}

fn act(
    context: &Context<'_>,
    memory: &Memory,
    at: usize,
    found: &[&Found],
    fills: Vec<Fill>,
) -> Box<Instruction> {
    let step = &context.flow.steps[at];
    let (title, body) = words_for(step, found);
    let mut instruction = context.say(at, State::Act, title, body);
    let in_order = step.controls.contains(&ControlId::ConfirmYes);
    instruction.targets = found
        .iter()
        .enumerate()
        .map(|(order, found)| Target {
            number: if in_order {
                u8::try_from(order + 1).unwrap_or(0)
            } else {
                0
            },
            note: note(found.control, context),
            ..Target::of(found)
        })
        .collect();
    instruction.fills = fills;
    add_advice(context, memory, at, &mut instruction);
    add_pick(found, &mut instruction);
    instruction
}

/// The headline and the words of a step: where one kind of field of several is left, they are about that.
fn words_for(step: &Step, found: &[&Found]) -> (&'static str, &'static str) {
    let is_all_that_is_left = |control| found.iter().all(|one| one.control == control);
    if step.controls.len() == 1 {
        (step.title, step.body)
    } else if is_all_that_is_left(ControlId::Terms) {
        ("guide_delete_terms", "guide_delete_terms_body")
    } else if is_all_that_is_left(ControlId::Reason) {
        ("guide_deactivate_reason", "guide_deactivate_reason_body")
    } else if is_all_that_is_left(ControlId::Email) {
        ("guide_deactivate_details", "guide_deactivate_details_body")
    } else {
        (step.title, step.body)
    }
}

/// What pressing a control does, where that needs saying.
pub(super) fn note(control: ControlId, context: &Context<'_>) -> Option<Message> {
    let key = match control {
        ControlId::Message => "guide_note_message",
        ControlId::ConfirmYes => "guide_note_yes",
        ControlId::ConfirmNo => "guide_note_no",
        ControlId::Submit => context.flow.says.submit?,
        _ => return None,
    };
    Some(Message::plain(key))
}

/// What the site says of codes, and the words for it.
const CODE_NOTES: [(Says, &str); 3] = [
    (Says::CodeExpired, "guide_code_expired"),
    (Says::CodeWait, "guide_code_wait"),
    (Says::Rejected, "guide_code_wrong"),
];

fn add_advice(context: &Context<'_>, memory: &Memory, at: usize, instruction: &mut Instruction) {
    let body = &mut instruction.body;
    let is_form = context.is_on_its_form();
    if is_form && context.sighting.says(Says::Rejected) && memory.rejected > 0 {
        let phrases = context.flow.phrases;
        let other = phrases.get(usize::from(memory.rejected)).or(phrases.last());
        if let Some(other) = other {
            body.insert(0, Message::with("guide_rejected", *other));
        }
    }
    if is_form && context.sighting.says(Says::Release) {
        body.push(Message::plain("guide_release"));
    }
    offer_unnamed_email(context, memory, instruction);
    let body = &mut instruction.body;
    let typed = instruction
        .targets
        .iter()
        .find(|target| target.control == ControlId::Phrase);
    if let Some(target) = typed {
        body.push(
            match request_of(context.view, context.lexicon, target.item) {
                Request::Phrase(phrase) => Message::with("guide_type_phrase", phrase.text),
                Request::SentByMail => Message::plain("guide_type_what_was_sent"),
                Request::ShownCode => Message::plain("guide_type_what_is_shown"),
                Request::Unreadable | Request::Email | Request::None => {
                    Message::plain("guide_type_what_is_asked")
                }
            },
        );
    }
    let is_last = |target: &Target| target.control == ControlId::Submit;
    if is_form && instruction.targets.iter().any(is_last) {
        instruction.body.extend(form::also_asked(context));
    }
    if context.page() == PageId::VerifyCode {
        let masked = masked_email_on(context.view);
        let sent_to = masked.map(|email| Message::with("guide_code_sent_to", email));
        instruction.body.extend(sent_to);
        for (says, key) in CODE_NOTES {
            if context.sighting.says(says) {
                instruction.body.push(Message::plain(key));
            }
        }
    }
    let is_read_only =
        |target: &Target| context.item(target.item).is_some_and(|item| item.read_only);
    if instruction.targets.iter().any(is_read_only) {
        instruction.body.push(Message::plain("guide_click_into"));
    }
    let body = &mut instruction.body;
    let is_shown = matches!(
        context.page(),
        PageId::MyAliexpress | PageId::PersonalInformation
    );
    if is_shown && !memory.email.is_empty() {
        body.push(Message::with("guide_this_account", memory.email.clone()));
    }
    let step = &context.flow.steps[at];
    if !step.link.is_empty() {
        let text = Message::plain(step.link);
        instruction.link = Some((context.flow.home.to_owned(), text));
    }
}

/// An address that the account's pages showed without saying whose it is: the person may have it written.
fn offer_unnamed_email(context: &Context<'_>, memory: &Memory, instruction: &mut Instruction) {
    let asked = instruction
        .targets
        .iter()
        .find(|target| target.control == ControlId::Email);
    let Some(target) = asked.filter(|_| context.is_on_its_form() && !memory.unnamed.is_empty())
    else {
        return;
    };
    instruction.offer = Some(Fill {
        control: ControlId::Email,
        item: target.item,
        text: memory.unnamed.clone(),
        choice: None,
    });
    let text = Message::with("guide_email_found", memory.unnamed.clone());
    instruction.body.push(text);
}

/// What the person pointed at is known by that alone: it is said, and another may be picked instead.
fn add_pick(found: &[&Found], instruction: &mut Instruction) {
    let Some(picked) = found.iter().find(|found| found.reasons.carrier() == "pick") else {
        return;
    };
    instruction.ask = Some(picked.control);
    instruction
        .body
        .push(Message::plain(if picked.control.is_destructive() {
            "guide_picked_grave"
        } else {
            "guide_picked"
        }));
}

/// Whether a control is there but can't be used: it is disabled, or hidden on a page that may still be loading.
fn is_asleep(context: &Context<'_>, control: ControlId) -> bool {
    let is_loading = context.moment.since_start < PATIENCE;
    is_loading && context.sighting.hidden.contains(&control)
        || context
            .sighting
            .control(control)
            .is_some_and(|found| !found.ready)
}

/// A page of the way on which nothing of it is to be seen (yet).
fn missing(
    context: &Context<'_>,
    memory: &Memory,
    at: usize,
    fills: Vec<Fill>,
) -> Box<Instruction> {
    let sighting = context.sighting;
    let wanted = || {
        context
            .flow
            .steps
            .iter()
            .filter(|step| step.pages.contains(&context.page()))
            .flat_map(|step| step.controls)
            .copied()
    };
    let mut instruction = if let Some(control) =
        wanted().find(|control| sighting.unclear.contains(control))
    {
        let mut instruction = context.say(at, State::Lost, "guide_unclear", "guide_unclear_body");
        instruction.ask = Some(control).filter(|control| control.can_be_picked());
        instruction
    } else if let Some(at) = frame_with_code(context, memory) {
        let title = "guide_sealed_frame";
        let mut instruction = context.say(at, State::Wait, title, "guide_sealed_frame_body");
        instruction.page = PageId::VerifyCode;
        instruction
    } else if sighting.says(Says::Maintenance) {
        let title = "guide_maintenance";
        context.say(at, State::Blocked, title, "guide_maintenance_body")
    } else if memory.has_submitted {
        context.say(at, State::Wait, "guide_sent", "guide_sent_body")
    } else if wanted().any(|control| is_asleep(context, control)) {
        let mut instruction = context.say(at, State::Wait, "guide_asleep", "guide_asleep_body");
        let is_loading = context.moment.since_start < PATIENCE;
        instruction.again_in = is_loading.then_some(LOOK_AGAIN);
        instruction
    } else if context.moment.since_start < PATIENCE {
        let mut instruction = context.say(at, State::Wait, "guide_loading", "guide_loading_body");
        instruction.again_in = Some(LOOK_AGAIN);
        instruction
    } else {
        let mut instruction =
            context.say(at, State::Lost, "guide_not_found", "guide_not_found_body");
        instruction.ask = wanted()
            .find(|control| control.can_be_picked() && sighting.control(*control).is_none());
        instruction.link = Some(context.link_home());
        instruction
    };
    instruction.fills = fills;
    instruction
}

/// The step of the code, where a frame that can't be looked into asks for it: the page says so, or the request was just made.
fn frame_with_code(context: &Context<'_>, memory: &Memory) -> Option<usize> {
    let asks = context.page() == PageId::VerifyCode || memory.has_submitted;
    let at = context.flow.usual(PageId::VerifyCode);
    at.filter(|_| asks && context.view.sealed_frame)
}
