//! The ways out and back: what each costs, what counts as confirmed when one is changed for another, and which one
//! fits a reason.
//!
//! A tick confirms the words that stood beside it. Where two ways say the same consequence in different words, a tick
//! for one is no tick for the other.

use crate::screen::Tone;
use farewell_core::{ConsequenceId, Flow, FlowId, Guide, PageId, ReasonId};

/// Whether the way destroys for good.
const fn erases(flow: FlowId) -> bool {
    match flow {
        FlowId::Delete | FlowId::Remove => true,
        FlowId::Prepare | FlowId::Deactivate | FlowId::Reactivate => false,
    }
}

/// What the person has to confirm before the way may start.
pub(crate) const fn consequences(flow: FlowId) -> &'static [ConsequenceId] {
    match flow {
        FlowId::Prepare | FlowId::Reactivate => &[],
        FlowId::Deactivate | FlowId::Delete | FlowId::Remove => ConsequenceId::ALL,
    }
}

/// The words beside the box, or `None` where the way has no such consequence.
pub(crate) const fn wording(flow: FlowId, consequence: ConsequenceId) -> Option<&'static str> {
    Some(match (flow, consequence) {
        (FlowId::Prepare | FlowId::Reactivate, _) => return None,
        (FlowId::Deactivate, ConsequenceId::Data) => "popup_consequence_data_stays",
        (_, ConsequenceId::Data) => "popup_consequence_data",
        (_, ConsequenceId::Access) => "popup_consequence_access",
        (_, ConsequenceId::Orders) => "popup_consequence_orders",
        (_, ConsequenceId::Disputes) => "popup_consequence_disputes",
        (_, ConsequenceId::Balance) => "popup_consequence_balance",
    })
}

/// The consequence in two or three words: the title of its box, and its name in a list.
pub(crate) const fn title(flow: FlowId, consequence: ConsequenceId) -> &'static str {
    match (flow, consequence) {
        (FlowId::Deactivate, ConsequenceId::Data) => "popup_name_data_stays",
        (_, ConsequenceId::Data) => "popup_name_data",
        (_, ConsequenceId::Access) => "popup_name_access",
        (_, ConsequenceId::Orders) => "popup_name_orders",
        (_, ConsequenceId::Disputes) => "popup_name_disputes",
        (_, ConsequenceId::Balance) => "popup_name_balance",
    }
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

/// Whether a form of the way asks for the account's e-mail, which a guide may then fill in.
pub(crate) const fn takes_email(flow: FlowId) -> bool {
    match flow {
        FlowId::Deactivate | FlowId::Delete => true,
        FlowId::Prepare | FlowId::Remove | FlowId::Reactivate => false,
    }
}

/// The way's name.
pub(crate) const fn name(flow: FlowId) -> &'static str {
    match flow {
        FlowId::Prepare => "popup_way_prepare",
        FlowId::Deactivate => "popup_way_deactivate",
        FlowId::Delete => "popup_way_delete",
        FlowId::Remove => "popup_way_remove",
        FlowId::Reactivate => "popup_way_reactivate",
    }
}

/// What the way is, in the few words of its card.
pub(crate) const fn short(flow: FlowId) -> &'static str {
    match flow {
        FlowId::Prepare => "popup_way_prepare_short",
        FlowId::Deactivate => "popup_way_deactivate_short",
        FlowId::Delete => "popup_way_delete_short",
        FlowId::Remove => "popup_way_remove_short",
        FlowId::Reactivate => "popup_way_reactivate_short",
    }
}

/// What the way is and where it ends.
pub(crate) const fn text(flow: FlowId) -> &'static str {
    match flow {
        FlowId::Prepare => "popup_way_prepare_text",
        FlowId::Deactivate => "popup_way_deactivate_text",
        FlowId::Delete => "popup_way_delete_text",
        FlowId::Remove => "popup_way_remove_text",
        FlowId::Reactivate => "popup_way_reactivate_text",
    }
}

/// Whether it can be undone, in two or three words.
pub(crate) const fn tag(flow: FlowId) -> (Tone, &'static str) {
    match flow {
        FlowId::Prepare => (Tone::Good, "popup_tag_safe"),
        FlowId::Deactivate => (Tone::Good, "popup_tag_back"),
        FlowId::Delete | FlowId::Remove => (Tone::Care, "popup_tag_final"),
        FlowId::Reactivate => (Tone::Plain, "popup_tag_return"),
    }
}

/// What the running guide has had confirmed already and the new way destroys no further.
pub(crate) fn carried(running: &Guide, new: FlowId) -> Vec<ConsequenceId> {
    let goes_further = erases(new) && !erases(running.flow);
    running
        .ticked
        .iter()
        .copied()
        .filter(|&consequence| {
            let same_words = wording(running.flow, consequence) == wording(new, consequence);
            wording(new, consequence).is_some() && (same_words || !goes_further)
        })
        .collect()
}

/// The way that fits a reason. Whoever leaves wants to be gone; only that much is presumed.
pub(crate) const fn recommended(reason: ReasonId) -> FlowId {
    match reason {
        ReasonId::Privacy | ReasonId::Security | ReasonId::Experience | ReasonId::Switching => {
            FlowId::Delete
        }
    }
}

/// The way that a page is part of.
pub(crate) const fn offered_by(page: PageId) -> Option<FlowId> {
    match page {
        PageId::OrderList | PageId::OrderDetail | PageId::DisputeList => Some(FlowId::Prepare),
        PageId::DeactivateForm => Some(FlowId::Deactivate),
        PageId::PrivacyCenter | PageId::PrivacyDelete => Some(FlowId::Delete),
        PageId::PersonalInformation | PageId::RemoveDialog => Some(FlowId::Remove),
        PageId::ClosedNotice | PageId::ReactivateForm => Some(FlowId::Reactivate),
        _ => None,
    }
}

/// Where the way begins, for the browser of a phone.
pub(crate) fn beginning(flow: Option<FlowId>) -> &'static str {
    Flow::of(flow.unwrap_or(FlowId::Deactivate)).home
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running(flow: FlowId) -> Guide {
        Guide {
            flow,
            reason: None,
            email: String::new(),
            ticked: consequences(flow).to_vec(),
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

    #[test]
    fn every_way_is_offered_by_a_page() {
        for &flow in FlowId::ALL {
            let is_offered = |page: &PageId| offered_by(*page) == Some(flow);
            assert!(PageId::ALL.iter().any(is_offered), "{flow:?}: offered_by");
        }
    }

    #[test]
    fn every_consequence_to_tick_has_words() {
        for &flow in FlowId::ALL {
            for &consequence in ConsequenceId::ALL {
                assert_eq!(
                    wording(flow, consequence).is_some(),
                    consequences(flow).contains(&consequence)
                );
            }
        }
    }
}
