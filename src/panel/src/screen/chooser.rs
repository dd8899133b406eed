//! The choice of a way, step by step.

use super::{About, Card, Chooser, EmailField, Start, TickBox};
use crate::messages::Status;
use crate::model::{Model, Obstacle};
use crate::place::Place;
use crate::ways;
use crate::words::{Arg, Words};
use farewell_core::{AccountEffect, Flow, FlowId, Offer};

pub(super) fn chooser(model: &Model) -> Chooser {
    let look = model.look.as_ref();
    let running = model.running();
    let form = &model.form;
    let reason = running.map_or(form.reason, |running| running.guide.reason);
    let page = look
        .and_then(|look| look.status.as_ref())
        .and_then(Status::page)
        .or(match model.place() {
            Place::Page(page) => Some(*page),
            _ => None,
        });
    let current = running
        .filter(|running| running.trouble.is_none())
        .map(|running| running.guide.flow);
    let others = FlowId::ALL.iter().filter(|&&flow| current != Some(flow));
    let cards = others.map(|&flow| Card {
        flow,
        chosen: form.flow == Some(flow),
        recommended: reason.and_then(ways::recommended) == Some(flow),
        offered: page.and_then(ways::offered_by) == Some(flow),
    });
    let obstacle = model.obstacle();
    Chooser {
        asks: running.is_none(),
        reason,
        cards: cards.collect(),
        about: form.flow.map(|flow| about(model, flow)),
        boxes: boxes(model),
        boxes_words: if running.is_some() {
            "popup_consequences_beyond"
        } else {
            "popup_consequences_intro"
        },
        email: model.asks_for_email().then(|| EmailField {
            value: form.email.clone(),
            slip: model.email_left && !form.email_is_plausible(),
        }),
        steps: model.steps(),
        step: model.step(),
        start: form.flow.map(|flow| Start {
            flow,
            enabled: obstacle.is_none(),
        }),
        consent: form.flow.is_some_and(|flow| Flow::of(flow).keeps_orders),
        hint: hint(model, obstacle),
    }
}

fn about(model: &Model, flow: FlowId) -> About {
    let is_private = model.look.as_ref().is_some_and(|look| look.private);
    About {
        flow,
        private: Offer::of(flow).private_window.then_some(if is_private {
            "popup_private_already"
        } else {
            "popup_private_why"
        }),
        way_back: Flow::of(flow).effect == AccountEffect::Reopens,
    }
}

fn boxes(model: &Model) -> Vec<TickBox> {
    let Some(flow) = model.form.flow else {
        return Vec::new();
    };
    let to_tick = model.to_tick().into_iter();
    let made = to_tick.filter_map(|id| {
        let consequence = ways::consequence(flow, id)?;
        Some(TickBox {
            id,
            title: consequence.title,
            words: consequence.words,
            ticked: model.form.ticked.contains(&id),
        })
    });
    made.collect()
}

fn hint(model: &Model, obstacle: Option<Obstacle>) -> Words {
    let allowed = model.look.as_ref().is_some_and(|look| look.allowed);
    match obstacle {
        Some(Obstacle::NoWay) => Words::new("popup_hint_choose"),
        Some(Obstacle::NoPlace) => Words::new("popup_hint_place"),
        Some(Obstacle::Unticked(left)) => {
            let title = |id| Some(ways::consequence(model.form.flow?, id)?.title);
            let names = left.into_iter().filter_map(title).collect();
            Words::with("popup_hint_unticked", [Arg::Keys(names)])
        }
        Some(Obstacle::Email) => Words::new("popup_hint_email"),
        Some(Obstacle::Busy) => Words::new("popup_hint_busy"),
        None if !allowed => Words::new("popup_hint_permission"),
        None => Words::new("popup_hint_ready"),
    }
}
