//! Where no step of the way can be done: another account, a circle, a page of none of the steps.

use super::context::Context;
use super::endings::ask_support;
use super::instruction::Instruction;
use super::memory::{Memory, known_email};
use super::timing::{LOOK_AGAIN, PATIENCE, SETTLING};
use crate::hosts::is_russian;
use crate::ids::{ControlId, PageId, State};
use crate::recognise::Says;

/// An account that may not be the one: nothing is pointed at until the person says so.
pub(super) fn in_doubt(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let is_on_the_way = context.flow.visits(context.page()) && context.page() != PageId::Other;
    if memory.doubt.is_empty() || !is_on_the_way {
        return None;
    }
    let known = known_email(context.guide, memory).unwrap_or_default();
    let (state, body, answers): (_, _, &[_]) = if memory.is_wrong {
        let answers = &ACCOUNT_ANSWERS[..1];
        (State::Blocked, "guide_account_wrong_body", answers)
    } else {
        (State::Wait, "guide_account_body", &ACCOUNT_ANSWERS)
    };
    let mut instruction = context.say(memory.due(context), state, "guide_account", body);
    instruction.body[0].args = vec![memory.doubt.clone(), known.to_owned()];
    instruction.answers = answers;
    Some(instruction)
}

/// The answers to whether the page's account is the one: yes, and no.
pub const ACCOUNT_ANSWERS: [&str; 2] = ["guide_account_yes", "guide_account_no"];

/// The same press has led here twice: to go on pointing would send the person round and round.
pub(super) fn in_circles(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    (memory.circle == Some(context.page())).then(|| {
        let mut instruction = context.say(
            memory.due(context),
            State::Blocked,
            "guide_circles",
            "guide_circles_body",
        );
        instruction.link = Some(context.link_home());
        instruction
    })
}

fn lost(
    context: &Context<'_>,
    at: usize,
    title: &'static str,
    body: &'static str,
) -> Box<Instruction> {
    let mut instruction = context.say(at, State::Lost, title, body);
    instruction.link = Some(context.link_home());
    // A shadow root that is attached late is a change that no observer hears of.
    instruction.again_in = (context.moment.since_start < PATIENCE).then_some(LOOK_AGAIN);
    instruction
}

/// A page of none of the way's steps.
pub(super) fn elsewhere(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let page = context.page();
    if is_russian(&context.view.address.host) {
        let due = memory.due(context);
        return Some(lost(context, due, "guide_russian", "guide_russian_body"));
    }
    let leads_on = [ControlId::MyAliexpress, ControlId::AccountSettings]
        .iter()
        .any(|control| context.sighting.control(*control).is_some());
    let starts_here = memory.reached <= 1 && leads_on && context.flow.visits(PageId::Other);
    if page == PageId::VerifyCode && !context.flow.visits(page) {
        return Some(context.say(
            memory.due(context),
            State::Wait,
            "guide_code_elsewhere",
            "guide_code_elsewhere_body",
        ));
    }
    if context.sighting.says(Says::Passage) {
        let mut instruction = context.say(
            memory.due(context),
            State::Wait,
            "guide_passage",
            "guide_passage_body",
        );
        instruction.again_in = Some(LOOK_AGAIN);
        return Some(instruction);
    }
    if context.flow.visits(page) && page != PageId::Other || starts_here {
        return None;
    }
    let due = memory.due(context);
    let settling = context.moment.since_start < SETTLING
        || context.moment.since_start < PATIENCE && context.sighting.says(Says::Loading);
    if !context.view.parsed || settling && page == PageId::Other {
        let mut instruction = context.say(due, State::Wait, "guide_loading", "guide_loading_body");
        instruction.again_in = Some(SETTLING);
        return Some(instruction);
    }
    if let Some((title, body)) = context.flow.says.answered_later
        && memory.has_submitted
    {
        let last = context.flow.steps.len() - 1;
        return Some(ask_support(context.say(last, State::Done, title, body)));
    }
    if memory.has_submitted {
        let mut instruction = context.say(
            context.flow.steps.len() - 1,
            State::Wait,
            "guide_sent",
            "guide_sent_body",
        );
        instruction.link = Some(context.link_home());
        return Some(instruction);
    }
    Some(lost(context, due, "guide_lost", "guide_lost_body"))
}
