//! The guide in progress, and one that was cut short, in words.

use super::{BeforeLine, CutView, RunningView, Tone};
use crate::messages::{Before, Known, Status};
use crate::model::Model;
use crate::place::Place;
use crate::ways;
use crate::words::{Arg, Words};
use farewell_core::{ControlId, Flow, FlowId, Offer, PageId, State};

pub(super) fn running(model: &Model) -> Option<RunningView> {
    let running = model.running()?;
    let status = model.look.as_ref().and_then(|look| look.status.as_ref());
    let (tone, words) = match status {
        _ if running.trouble.is_some() => (Tone::Care, running.trouble?.words()),
        None if model.place().is_elsewhere() => (Tone::Plain, "popup_state_elsewhere"),
        None if model.is_silent() => (Tone::Care, "popup_state_silent"),
        None => (Tone::Plain, "popup_state_loading"),
        Some(status) => match (status.state(), status.page()) {
            (_, Some(PageId::SignedOut)) => (Tone::Plain, "popup_state_signed_out"),
            (_, Some(PageId::Challenge)) => (Tone::Care, "popup_state_challenge"),
            (Some(State::Act), _) => (Tone::Good, "popup_state_act"),
            (Some(State::Wait), _) => (Tone::Plain, "popup_state_wait"),
            (Some(State::Blocked), _) => (Tone::Care, "popup_state_blocked"),
            (Some(State::Lost), _) => (Tone::Care, "popup_state_lost"),
            (Some(State::Done), _) => (Tone::Good, "popup_state_done"),
            (None, _) => (Tone::Plain, "popup_state_loading"),
        },
    };
    let filled: Vec<_> = status
        .map(|status| status.filled().into_iter().filter_map(field).collect())
        .unwrap_or_default();
    let flow = running.guide.flow;
    Some(RunningView {
        way: Offer::of(flow).name,
        step: status.and_then(Status::step),
        task: status.and_then(|status| task(flow, status)),
        tone,
        words: Words::new(words),
        filled: (!filled.is_empty()).then(|| Words::with("popup_filled", [Arg::Keys(filled)])),
        before: status
            .filter(|_| !model.switching)
            .map(|status| status.before().iter().map(before).collect())
            .unwrap_or_default(),
        switch: match (model.switching, running.trouble) {
            (true, _) => "popup_switch_back",
            (false, Some(_)) => "popup_switch_again",
            (false, None) => "popup_switch",
        },
        switching: model.switching,
        doubts: status.is_some_and(|status| doubts(model, status)),
    })
}

/// Whether the page may have been taken for the wrong one: the guide is lost on it, or the person had to point at a control.
fn doubts(model: &Model, status: &Status) -> bool {
    let picked_on = model.look.iter().flat_map(|look| &look.picked_on);
    status.state() == Some(State::Lost)
        || picked_on.copied().any(|page| status.page() == Some(page))
}

pub(super) fn cut(model: &Model) -> Option<CutView> {
    let flow = model.look.as_ref()?.cut?;
    let here = matches!(model.place(), Place::Page(page) if Flow::of(flow).visits(*page));
    Some(CutView {
        title: Words::with("popup_cut_title", [Arg::Key(Offer::of(flow).name)]),
        words: Words::new(if here {
            "popup_cut_here"
        } else {
            "popup_cut_elsewhere"
        }),
        link: (!here).then(|| ways::beginning(Some(flow))),
    })
}

/// What is to be done now, while that is pointed at.
fn task(flow: FlowId, status: &Status) -> Option<String> {
    let id = status
        .step_id()
        .filter(|_| status.state() == Some(State::Act))?;
    let step = Flow::of(flow).steps.iter().find(|step| step.id == id)?;
    Some(step.title.replace('-', "_"))
}

/// The name of a field that a guide may fill.
const fn field(control: ControlId) -> Option<&'static str> {
    match control {
        ControlId::Email => Some("popup_field_email"),
        ControlId::Phrase => Some("popup_field_phrase"),
        ControlId::Reason => Some("popup_field_reason"),
        _ => None,
    }
}

fn before(item: &Before) -> BeforeLine {
    let read = item.read.filter(|(seen, of)| seen < of);
    let (tone, words) = match (item.known, read) {
        (Known::Open(Some(open)), _) => (Tone::Care, Words::counting("popup_before_open", open)),
        (Known::Open(None), _) => (Tone::Care, Words::new("popup_before_still_open")),
        (Known::Clear, _) => (Tone::Good, Words::new("popup_before_clear")),
        (Known::Said, _) => (Tone::Plain, Words::new("popup_before_said")),
        (Known::Unknown, Some((seen, of))) => (
            Tone::Plain,
            Words::with("popup_before_part", [Arg::number(seen), Arg::number(of)]),
        ),
        (Known::Unknown, None) => (Tone::Plain, Words::new("popup_before_unknown")),
    };
    BeforeLine {
        name: ways::to_settle(item.id),
        tone,
        words,
    }
}
