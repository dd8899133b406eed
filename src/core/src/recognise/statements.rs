//! What the site says in so many words, besides which page it is.

use super::candidate::{Candidate, Candidates};
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::facts::*;
use super::page::{has_ended, releases};
use super::rule::rule;
use super::sighting::{Found, Says};
use crate::ids::PageId;
use crate::lexicon::{Concept, Subject};

/// What the site says wherever it stands.
const SAID: [(Fact, Says); 10] = [
    (CODE_SENT, Says::CodeSent),
    (CODE_LIMIT, Says::CodeLimit),
    (CODE_WAIT, Says::CodeWait),
    (DEACTIVATED, Says::Deactivated),
    (TERMINATED, Says::Terminated),
    (ACCOUNT_BLOCKED, Says::AccountBlocked),
    (RATE_LIMIT, Says::RateLimit),
    (MAINTENANCE, Says::Maintenance),
    (RELEASE, Says::Release),
    (LOADING, Says::Loading),
];

/// What it says where it stands in a dialog, an alert or an error, or is all that the page is about: as plain prose it may be a
/// condition.
const SAID_PLAINLY: [(Fact, Says); 10] = [
    (REJECTED, Says::Rejected),
    (CODE_EXPIRED, Says::CodeExpired),
    (BLOCKED_ORDERS, Says::BlockedOrders),
    (BLOCKED_DISPUTES, Says::BlockedDisputes),
    (BLOCKED_PAYMENT, Says::BlockedPayment),
    (BLOCKED_BALANCE, Says::BlockedBalance),
    (BLOCKED_SELLER, Says::BlockedSeller),
    (BLOCKED_CONTACT, Says::BlockedContact),
    (BUSY, Says::Busy),
    (OFFER, Says::Offer),
];

/// What is said on a page on which these controls were found.
pub(super) fn of(page: PageId, candidates: &Candidates<'_>, found: &[Found]) -> Vec<Says> {
    let is_all = found.is_empty() && candidates.dialog == 0 && is_of_the_end(page);
    let is_plain = |each: &Candidate<'_>| {
        each.fits(rule!(any [IN_DIALOG, HINT_ALERT]))
            || is_all && each.fits(rule!(all [CONTENT, LIVE] any [HEADING, SENTENCE]))
    };
    let anywhere = SAID
        .iter()
        .filter(|(fact, _)| candidates.says(*fact, |_| true));
    let plainly = SAID_PLAINLY
        .iter()
        .filter(|(fact, _)| candidates.says(*fact, is_plain));
    let mut said: Vec<Says> = anywhere.chain(plainly).map(|(_, says)| *says).collect();
    if releases(candidates) {
        said.push(Says::Releases);
    }
    if candidates.any(rule!(all [PRESSABLE, SHOWN, label(Concept::Subject(Subject::SignIn))])) {
        said.push(Says::SignIn);
    }
    if has_ended(candidates) {
        said.push(Says::Ended);
    }
    said
}

/// Whether the page is there to end the account.
const fn is_of_the_end(page: PageId) -> bool {
    matches!(
        page,
        PageId::DeactivateForm | PageId::PrivacyCenter | PageId::PrivacyDelete | PageId::VerifyCode
    )
}
