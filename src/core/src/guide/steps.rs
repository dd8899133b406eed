//! The first step that is still to be done on a page of the way.

use super::memory::known_email;
use super::{Fill, Instruction, LOOK_AGAIN, Memory, Message, PATIENCE, Scene, Target};
use crate::flow::Step;
use crate::ids::{ControlId, FlowId, PageId, State};
use crate::phrase::{is_asked, required_phrase};
use crate::reason::{matching_option, names_a_reason};
use crate::recognise::{Found, Says};
use crate::view::{Item, Kind};

pub(super) fn next(scene: &Scene<'_>, memory: &Memory) -> Box<Instruction> {
    let fills = fills(scene, memory);
    if let Some(found) = erasing(scene, memory) {
        return act(scene, memory, scene.flow.steps.len() - 1, &[&found], fills);
    }
    for at in order(scene) {
        let found = open_controls(scene, memory, &scene.flow.steps[at], &fills);
        if !found.is_empty() {
            return act(scene, memory, at, &found, fills);
        }
    }
    missing(scene, memory, order(scene).next().unwrap_or(0), fills)
}

/// The control that erases, once the request is made and the code is in. It may look just like the one that opened the
/// request, at the same address; in doubt it is this one, so that nobody is told that nothing is deleted yet.
fn erasing(scene: &Scene<'_>, memory: &Memory) -> Option<Found> {
    let control = |id| scene.sighting.control(id);
    let is_asking = [ControlId::Phrase, ControlId::Terms, ControlId::Code]
        .iter()
        .any(|field| control(*field).is_some());
    let is_there = matches!(scene.page(), PageId::PrivacyDelete | PageId::PrivacyCenter);
    if scene.flow.id != FlowId::Delete || !is_there || is_asking || !is_requested(scene, memory) {
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
fn is_requested(scene: &Scene<'_>, memory: &Memory) -> bool {
    let code = scene.flow.usual(PageId::VerifyCode);
    memory.has_submitted || code.is_some_and(|at| usize::from(memory.reached) >= at)
}

/// The steps that can be done on this page: those it is the usual page of, in order; then those that it offers as a short
/// cut or a detour, the furthest first.
fn order<'a>(scene: &Scene<'a>) -> impl Iterator<Item = usize> + use<'a> {
    let (page, steps) = (scene.page(), scene.flow.steps);
    let is_usual = move |at: &usize| steps[*at].pages.first() == Some(&page);
    let is_other = move |at: &usize| !is_usual(at) && steps[*at].pages.contains(&page);
    (0..steps.len())
        .filter(is_usual)
        .chain((0..steps.len()).rev().filter(is_other))
}

/// The controls of a step that are there and still to be used: of fields, those that are empty and not about to be filled.
fn open_controls<'a>(
    scene: &'a Scene<'_>,
    memory: &Memory,
    step: &Step,
    fills: &[Fill],
) -> Vec<&'a Found> {
    step.controls
        .iter()
        .filter_map(|control| scene.sighting.control(*control))
        .filter(|found| found.control != ControlId::GetCode || !has_code(scene, memory))
        .filter(|found| {
            let filled = item(scene, found.item).is_some_and(|item| is_filled(scene, item));
            found.ready && !filled && !fills.iter().any(|fill| fill.control == found.control)
        })
        .collect()
}

/// Whether a code is under way: asked for by a press, said to be sent, or typed already.
fn has_code(scene: &Scene<'_>, memory: &Memory) -> bool {
    let typed = scene
        .sighting
        .control(ControlId::Code)
        .and_then(|found| item(scene, found.item))
        .is_some_and(|item| item.filled);
    memory.has_asked_code || scene.sighting.says(Says::CodeSent) || typed
}

fn item<'a>(scene: &Scene<'a>, id: u32) -> Option<&'a Item> {
    scene.view.items.iter().find(|item| item.id == id)
}

fn is_filled(scene: &Scene<'_>, item: &Item) -> bool {
    let in_group = || {
        item.group != 0
            && scene.view.items.iter().any(|other| {
                other.group == item.group
                    && matches!(other.kind, Kind::Radio | Kind::CheckBox | Kind::Choice)
                    && other.filled
            })
    };
    match item.kind {
        Kind::Link | Kind::Button | Kind::Text | Kind::Heading | Kind::Dialog => false,
        // A list of the page's own making shows what was chosen in it.
        Kind::ListBox => item.filled || in_group() || names_a_reason(scene.lexicon, item),
        Kind::ChoiceGroup | Kind::Radio => item.filled || in_group(),
        _ => item.filled,
    }
}

fn act(
    scene: &Scene<'_>,
    memory: &Memory,
    at: usize,
    found: &[&Found],
    fills: Vec<Fill>,
) -> Box<Instruction> {
    let step = &scene.flow.steps[at];
    let mut instruction = scene.say(at, State::Act, step.title, step.body);
    let in_order = step.controls.contains(&ControlId::ConfirmYes);
    instruction.targets = found
        .iter()
        .enumerate()
        .map(|(order, found)| Target {
            control: found.control,
            item: found.item,
            confidence: found.confidence,
            number: if in_order {
                u8::try_from(order + 1).unwrap_or(0)
            } else {
                0
            },
            note: note(found.control, scene),
        })
        .collect();
    instruction.fills = fills;
    add_advice(scene, memory, &mut instruction);
    add_pick(found, &mut instruction);
    instruction
}

/// What pressing a control does, where that needs saying.
fn note(control: ControlId, scene: &Scene<'_>) -> Option<Message> {
    let key = match control {
        ControlId::Message => "guide_note_message",
        ControlId::ConfirmYes => "guide_note_yes",
        ControlId::ConfirmNo => "guide_note_no",
        ControlId::Submit => match scene.guide.flow {
            FlowId::Deactivate => "guide_note_submit_deactivate",
            FlowId::Delete | FlowId::Remove => "guide_note_submit_delete",
            FlowId::Reactivate => return None,
        },
        _ => return None,
    };
    Some(Message::plain(key))
}

fn add_advice(scene: &Scene<'_>, memory: &Memory, instruction: &mut Instruction) {
    let body = &mut instruction.body;
    let form = matches!(scene.page(), PageId::DeactivateForm | PageId::PrivacyDelete);
    if form && scene.sighting.says(Says::Rejected) && memory.rejected > 0 {
        let phrases = scene.flow.phrases;
        let other = phrases[usize::from(memory.rejected).min(phrases.len() - 1)];
        body.insert(0, Message::with("guide_rejected", other));
    }
    if form && scene.sighting.says(Says::Release) {
        body.push(Message::plain("guide_release"));
    }
    let typed = instruction
        .targets
        .iter()
        .find(|target| target.control == ControlId::Phrase);
    if let Some(target) = typed {
        match required_phrase(scene.view, scene.lexicon, target.item) {
            Some(phrase) => body.push(Message::with("guide_type_phrase", phrase)),
            None => body.push(Message::plain("guide_type_what_is_asked")),
        }
    }
    let is_shown = matches!(
        scene.page(),
        PageId::MyAliexpress | PageId::PersonalInformation
    );
    if is_shown && !memory.email.is_empty() {
        body.push(Message::with("guide_this_account", memory.email.clone()));
    }
    if instruction.step == "privacy-center" {
        let text = Message::plain("guide_link_privacy");
        instruction.link = Some((scene.flow.home.to_owned(), text));
    }
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

/// Whether a control is there but can't be used: disabled, or hidden.
fn is_asleep(scene: &Scene<'_>, control: ControlId) -> bool {
    scene.sighting.hidden.contains(&control)
        || scene
            .sighting
            .control(control)
            .is_some_and(|found| !found.ready)
}

/// A page of the way on which nothing of it is to be seen (yet).
fn missing(scene: &Scene<'_>, memory: &Memory, at: usize, fills: Vec<Fill>) -> Box<Instruction> {
    let sighting = scene.sighting;
    let wanted = || {
        scene
            .flow
            .steps
            .iter()
            .filter(|step| step.pages.contains(&scene.page()))
            .flat_map(|step| step.controls)
            .copied()
    };
    let mut instruction = if let Some(control) =
        wanted().find(|control| sighting.unclear.contains(control))
    {
        let mut instruction = scene.say(at, State::Lost, "guide_unclear", "guide_unclear_body");
        instruction.ask = Some(control).filter(|control| control.can_be_picked());
        instruction
    } else if let Some(at) = frame_with_code(scene, memory) {
        let title = "guide_sealed_frame";
        let mut instruction = scene.say(at, State::Wait, title, "guide_sealed_frame_body");
        instruction.page = PageId::VerifyCode;
        instruction
    } else if sighting.says(Says::Maintenance) {
        let title = "guide_maintenance";
        scene.say(at, State::Blocked, title, "guide_maintenance_body")
    } else if memory.has_submitted {
        scene.say(at, State::Wait, "guide_sent", "guide_sent_body")
    } else if wanted().any(|control| is_asleep(scene, control)) {
        scene.say(at, State::Wait, "guide_asleep", "guide_asleep_body")
    } else if scene.moment.since_start < PATIENCE {
        let mut instruction = scene.say(at, State::Wait, "guide_loading", "guide_loading_body");
        instruction.again_in = Some(LOOK_AGAIN);
        instruction
    } else {
        let mut instruction = scene.say(at, State::Lost, "guide_not_found", "guide_not_found_body");
        instruction.ask = wanted()
            .find(|control| control.can_be_picked() && sighting.control(*control).is_none());
        instruction.link = Some(scene.link_home());
        instruction
    };
    instruction.fills = fills;
    instruction
}

/// The step of the code, where a frame that can't be looked into asks for it: the page says so, or the request was just made.
fn frame_with_code(scene: &Scene<'_>, memory: &Memory) -> Option<usize> {
    let asks = scene.page() == PageId::VerifyCode || memory.has_submitted;
    let at = scene.flow.usual(PageId::VerifyCode);
    at.filter(|_| asks && scene.view.sealed_frame)
}

/// What is filled on this page: fields of the two forms only, empty ones only (contract, section 4).
fn fills(scene: &Scene<'_>, memory: &Memory) -> Vec<Fill> {
    let on_its_form = matches!(
        (scene.guide.flow, scene.page()),
        (FlowId::Deactivate, PageId::DeactivateForm) | (FlowId::Delete, PageId::PrivacyDelete)
    );
    if !on_its_form {
        return Vec::new();
    }
    let field = |control| {
        let found = scene.sighting.control(control)?;
        let item = item(scene, found.item)?;
        (item.enabled && !item.filled && !memory.left.contains(&control)).then_some(item)
    };
    let mut fills = Vec::new();
    if let (Some(item), Some(email)) = (field(ControlId::Email), known_email(scene.guide, memory)) {
        fills.push(Fill {
            control: ControlId::Email,
            item: item.id,
            text: email.to_owned(),
            choice: None,
        });
    }
    if memory.rejected == 0
        && let Some(item) = field(ControlId::Phrase)
        && let Some(text) = phrase(scene, item)
    {
        fills.push(Fill {
            control: ControlId::Phrase,
            item: item.id,
            text,
            choice: None,
        });
    }
    if let (Some(item), Some(reason)) = (field(ControlId::Reason), scene.guide.reason)
        && item.kind == Kind::Select
        && let Some(option) = matching_option(scene.view, scene.lexicon, item.group, reason)
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
fn phrase(scene: &Scene<'_>, field: &Item) -> Option<String> {
    required_phrase(scene.view, scene.lexicon, field.id).or_else(|| {
        // Where the page says what to type in words that can't be read, no other phrase is tried.
        let known_form = scene.page() == PageId::DeactivateForm
            && !is_asked(scene.view, scene.lexicon, field.id);
        known_form.then(|| scene.flow.phrases[0].to_owned())
    })
}
