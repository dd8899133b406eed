//! The way that destroys nothing: the pages of orders, refunds and money are looked at one after the other, and each leads to
//! the next. On none of them does anything stand in the way; what is there to see is there to see.

use super::context::Context;
use super::instruction::{Instruction, Message, Target};
use super::memory::Memory;
use super::timing::{LOOK_AGAIN, PATIENCE};
use crate::flow::Step;
use crate::hosts::shows_coins;
use crate::ids::{AccountEffect, ControlId, PageId, State};
use crate::period::order_period;
use crate::recognise::Found;

/// What to do on a page of this way.
pub(super) fn look(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    if context.flow.effect != AccountEffect::Nothing {
        return None;
    }
    let page = match context.page() {
        // What is said of the coupons holds for the coins as well.
        PageId::Other if shows_coins(&context.view.address) => PageId::Coupons,
        page => page,
    };
    let at = context.flow.usual(page).or_else(|| {
        let is_of = |step: &Step| step.pages.contains(&page);
        context.flow.steps.iter().position(is_of)
    })?;
    let mut instruction = match page {
        PageId::OrderList => orders(context, memory, at),
        PageId::MyAliexpress | PageId::OrderDetail => to_the_orders(context, at),
        _ => one_of(context, at),
    };
    if matches!(page, PageId::OrderList | PageId::OrderDetail) {
        let warning = Message::plain("guide_prepare_confirm");
        instruction.body.push(warning);
    }
    Some(instruction)
}

/// The list of orders: the longest time first, then all that the page offers.
fn orders(context: &Context<'_>, memory: &Memory, at: usize) -> Box<Instruction> {
    let ready = |control| {
        let found = context.sighting.control(control);
        found.filter(|found: &&Found| found.ready)
    };
    let is_shorter = match order_period(context.view, context.sighting) {
        None => false,
        Some(period) => !period.is_longest.unwrap_or(memory.has_chosen_period),
    };
    let mut instruction = if let Some(found) = ready(ControlId::OrderPeriod).filter(|_| is_shorter)
    {
        point(context, at, found)
    } else if let Some(found) = ready(ControlId::LoadMore) {
        point(context, at + 1, found)
    } else if is_loading(context) {
        let title = "guide_loading";
        let mut instruction = context.say(at + 1, State::Wait, title, "guide_loading_body");
        instruction.again_in = Some(LOOK_AGAIN);
        instruction
    } else {
        let (title, body) = without_more(context, memory, at + 1);
        with_next(context, at, context.say(at + 1, State::Act, title, body))
    };
    instruction.body.insert(0, count(memory));
    instruction
}

/// What is said, title and text, of a list that has nothing to press for more.
fn without_more(context: &Context<'_>, memory: &Memory, at: usize) -> (&'static str, &'static str) {
    let is_short = memory.orders.of.is_some_and(|of| memory.orders.seen < of);
    match (is_short, memory.orders.ended) {
        (false, _) => ("guide_prepare_all_shown", "guide_prepare_all_shown_body"),
        (true, true) => ("guide_prepare_all_shown", "guide_prepare_ended_early"),
        // It may grow while it is scrolled.
        (true, false) => (context.flow.steps[at].title, "guide_prepare_scroll"),
    }
}

/// Whether what shows more of the list is there and can't be used yet.
fn is_loading(context: &Context<'_>) -> bool {
    let is_asleep = context
        .sighting
        .control(ControlId::LoadMore)
        .is_some_and(|found| !found.ready);
    let is_hidden = context.sighting.hidden.contains(&ControlId::LoadMore);
    context.moment.since_start < PATIENCE && (is_asleep || is_hidden)
}

/// How many orders were read.
fn count(memory: &Memory) -> Message {
    let seen = memory.orders.seen.to_string();
    match memory.orders.of {
        Some(of) => Message {
            key: "guide_prepare_read_of",
            args: vec![seen, of.to_string()],
        },
        None => Message::with("guide_prepare_read", seen),
    }
}

/// A page that leads to the list of orders.
fn to_the_orders(context: &Context<'_>, at: usize) -> Box<Instruction> {
    let instruction = match context.page() {
        PageId::OrderDetail => context.say(
            at,
            State::Act,
            "guide_prepare_order",
            "guide_prepare_order_body",
        ),
        _ => context.say(
            at,
            State::Act,
            "guide_prepare_begin",
            "guide_prepare_begin_body",
        ),
    };
    let text = Message::plain("guide_prepare_to_orders");
    Box::new(Instruction {
        link: Some((context.flow.home.to_owned(), text)),
        ..*instruction
    })
}

/// Any other page of the way: what is offered on it to see more, and the way to the next.
fn one_of(context: &Context<'_>, at: usize) -> Box<Instruction> {
    let step = &context.flow.steps[at];
    let mut offered = step
        .controls
        .iter()
        .filter_map(|control| context.sighting.control(*control));
    let instruction = match offered.find(|found| found.ready) {
        Some(found) => point(context, at, found),
        None => context.say(at, State::Act, step.title, step.body),
    };
    with_next(context, at, instruction)
}

/// The step's words, pointing at what was found.
fn point(context: &Context<'_>, at: usize, found: &Found) -> Box<Instruction> {
    let step = &context.flow.steps[at];
    let mut instruction = context.say(at, State::Act, step.title, step.body);
    instruction.targets = vec![Target::of(found)];
    instruction
}

/// With a link to the next page of the way.
fn with_next(
    context: &Context<'_>,
    at: usize,
    mut instruction: Box<Instruction>,
) -> Box<Instruction> {
    let later = &context.flow.steps[at + 1..];
    let next = later.iter().find(|step| !step.address.is_empty());
    instruction.link = next.map(|step| (step.address.to_owned(), Message::plain(step.title)));
    instruction
}
