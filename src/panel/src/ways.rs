//! The ways out and back: what each costs, what counts as confirmed when one is changed for another, and which one
//! fits a reason.
//!
//! A tick confirms the words that stood beside it. Where two ways say the same consequence in different words, a tick
//! for one is no tick for the other.

use crate::screen::Tone;
use farewell_core::{
    AccountEffect, Consequence, ConsequenceId, Flow, FlowId, Guide, Offer, PageId, ReasonId,
};

/// What the person has to confirm before the way may start.
pub(crate) fn consequences(flow: FlowId) -> impl Iterator<Item = ConsequenceId> {
    let consequences = Offer::of(flow).consequences.iter();
    consequences.map(|consequence| consequence.id)
}

/// A consequence in the words of the way, or `None` where the way has no such consequence.
pub(crate) fn consequence(flow: FlowId, id: ConsequenceId) -> Option<&'static Consequence> {
    let mut consequences = Offer::of(flow).consequences.iter();
    consequences.find(|consequence| consequence.id == id)
}

/// What is to be looked after before leaving, in two or three words.
pub(crate) const fn to_settle(consequence: ConsequenceId) -> &'static str {
    match consequence {
        ConsequenceId::Data => "popup_before_data",
        ConsequenceId::Access => "popup_before_access",
        ConsequenceId::Orders => "popup_name_orders",
        ConsequenceId::Disputes => "popup_name_disputes",
        ConsequenceId::Balance => "popup_name_balance",
    }
}

/// Whether it can be undone, in two or three words.
pub(crate) fn tag(flow: FlowId) -> (Tone, &'static str) {
    match Flow::of(flow).effect {
        AccountEffect::Nothing => (Tone::Good, "popup_tag_safe"),
        AccountEffect::Closes => (Tone::Good, "popup_tag_back"),
        AccountEffect::Erases => (Tone::Care, "popup_tag_final"),
        AccountEffect::Reopens => (Tone::Plain, "popup_tag_return"),
    }
}

/// What the running guide has had confirmed already and the new way destroys no further.
pub(crate) fn carried(running: &Guide, new: FlowId) -> Vec<ConsequenceId> {
    let erases = |flow| Flow::of(flow).effect == AccountEffect::Erases;
    let goes_further = erases(new) && !erases(running.flow);
    running
        .ticked
        .iter()
        .copied()
        .filter(|&id| {
            let (old, new) = (consequence(running.flow, id), consequence(new, id));
            new.is_some() && (old == new || !goes_further)
        })
        .collect()
}

/// The way that fits a reason.
pub(crate) fn recommended(reason: ReasonId) -> Option<FlowId> {
    let mut all = Offer::ALL.iter();
    let offer = all.find(|offer| offer.fits.contains(&reason))?;
    Some(offer.flow)
}

/// The way that a page is part of.
pub(crate) fn offered_by(page: PageId) -> Option<FlowId> {
    let mut all = Offer::ALL.iter();
    let offer = all.find(|offer| offer.offered_on.contains(&page))?;
    Some(offer.flow)
}

/// Where the way begins, for the browser of a phone; as long as none is chosen, where the mildest way out does.
pub(crate) fn beginning(flow: Option<FlowId>) -> &'static str {
    let closes = |&flow: &FlowId| Flow::of(flow).effect == AccountEffect::Closes;
    let chosen = flow.or_else(|| FlowId::ALL.iter().copied().find(closes));
    chosen.map_or("", |flow| Flow::of(flow).home)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running(flow: FlowId) -> Guide {
        Guide {
            flow,
            reason: None,
            email: String::new(),
            ticked: consequences(flow).collect(),
        }
    }

    #[test]
    fn erasing_after_deactivating_asks_for_the_data_anew() {
        let carried = carried(&running(FlowId::Deactivate), FlowId::Delete);
        assert_eq!(carried.len(), 4);
        assert!(!carried.contains(&ConsequenceId::Data));
    }

    #[test]
    fn a_milder_or_equal_way_asks_for_nothing_anew() {
        assert_eq!(
            carried(&running(FlowId::Delete), FlowId::Deactivate).len(),
            5
        );
        assert_eq!(carried(&running(FlowId::Delete), FlowId::Remove).len(), 5);
        assert!(carried(&running(FlowId::Delete), FlowId::Reactivate).is_empty());
    }

    #[test]
    fn the_way_back_confirms_nothing_for_a_way_out() {
        for flow in [FlowId::Deactivate, FlowId::Delete, FlowId::Remove] {
            assert!(carried(&running(FlowId::Reactivate), flow).is_empty());
        }
    }
}
