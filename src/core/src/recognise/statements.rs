//! What the site says in so many words, besides which page it is.

use super::candidate::Candidates;
use super::facts::{
    BLOCKED_DISPUTES, BLOCKED_ORDERS, BLOCKED_PAYMENT, CODE_SENT, DEACTIVATED, Fact, LOADING,
    MAINTENANCE, RATE_LIMIT, REJECTED, RELEASE, TERMINATED,
};
use super::page;
use super::sighting::Says;
use crate::ids::PageId;

/// What the site says, and whether only where it stands in a dialog, an alert or an error.
const SAID: [(Fact, Says, bool); 11] = [
    (REJECTED, Says::Rejected, true),
    (CODE_SENT, Says::CodeSent, false),
    (BLOCKED_ORDERS, Says::BlockedOrders, true),
    (BLOCKED_DISPUTES, Says::BlockedDisputes, true),
    (BLOCKED_PAYMENT, Says::BlockedPayment, true),
    (DEACTIVATED, Says::Deactivated, false),
    (TERMINATED, Says::Terminated, false),
    (RATE_LIMIT, Says::RateLimit, false),
    (MAINTENANCE, Says::Maintenance, false),
    (RELEASE, Says::Release, false),
    (LOADING, Says::Loading, false),
];

pub(super) fn of(page: PageId, candidates: &Candidates<'_>) -> Vec<Says> {
    let mut said: Vec<Says> = SAID
        .iter()
        .filter(|(fact, _, only_as_alert)| candidates.says(*fact, *only_as_alert))
        .map(|(_, says, _)| *says)
        .collect();
    if page::releases(candidates) {
        said.push(Says::Releases);
    }
    if page::is_held_up(page, candidates) {
        said.push(Says::HeldUp);
    }
    if page::has_ended(candidates) {
        said.push(Says::Ended);
    }
    said
}
