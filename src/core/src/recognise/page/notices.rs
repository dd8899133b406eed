//! What the site says in sentences: notices, answers, what stands in the way.

use super::super::candidate::{Candidate, Candidates};
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::fields::{asks_for_password, asks_to_sign_in, leaving_form};
use super::scores::{AGAINST, LEAD, LEAVING, Scores};
use crate::ids::PageId;

pub(super) fn by_notices(place: &Place, candidates: &Candidates<'_>, scores: &mut Scores) {
    let is_at_form = place.is_at_form;
    // Some sites ask at the end, in a field of several lines, how it was.
    let fields = candidates.any(rule!(all [CONTENT] any [TEXT_BOX, EMAIL_BOX, PASSWORD_BOX]));
    let said = |meaning| candidates.says(meaning, |_| true);
    if said(SPARED) {
        // Something else ends here, and the site says so.
        for page in LEAVING.into_iter().chain([PageId::ClosedNotice]) {
            scores.add(page, Evidence::Notice, AGAINST);
        }
    }
    for (meaning, page, points) in [
        (CHALLENGE, PageId::Challenge, 65),
        (RATE_LIMIT, PageId::Challenge, 75),
        (CODE_SENT, PageId::VerifyCode, 25),
    ] {
        if said(meaning) {
            scores.add(page, Evidence::Notice, points);
        }
    }
    if said(SIGNED_OUT) {
        let is_headed = candidates.any(rule!(all [HEADING, SIGNED_OUT, STATEMENT]));
        let points = if is_headed { 42 } else { 15 };
        scores.add(PageId::SignedOut, Evidence::Notice, points);
        if is_headed {
            scores.add(PageId::PrivacyDelete, Evidence::Notice, -30);
        }
    }
    if candidates.any(rule!(all [READ, STATEMENT, ACCOUNT_BLOCKED]))
        && !candidates.any(rule!(all [READ, STATEMENT, DEACTIVATED]))
    {
        // The block stands on the page of the sign-in, or where a page of the account would.
        let points = 90.max(scores.highest() + LEAD);
        scores.add(PageId::BlockedNotice, Evidence::Notice, points);
    }
    let calls_back = candidates.any(rule!(all [PRESSABLE, REACTIVATE]));
    // Where the site says what has to be done first, nothing has ended.
    let is_headed = candidates.any(rule!(all [HEADING, GOODBYE, STATEMENT]));
    let is_refused = !is_headed && BLOCKS.iter().any(|block| said(*block));
    let is_blocked = scores.0[PageId::BlockedNotice as usize].points > 0;
    if !is_blocked && (candidates.says_closed() || calls_back && said(DEACTIVATED)) {
        // At the form's own address it is the form's answer.
        let is_answer =
            !calls_back && !is_refused && !leaving_form(candidates, false).0 && is_at_form;
        // Who signs in to an account that is closed is told so above the fields.
        let signs_in = asks_to_sign_in(candidates) || asks_for_password(candidates);
        let is_alert =
            signs_in && (candidates.alerts(DEACTIVATED) || candidates.alerts(TERMINATED));
        let (page, points) = match (is_answer, calls_back || !fields) {
            (true, _) => (PageId::Goodbye, 70),
            (_, false) if is_alert => (PageId::ClosedNotice, 60.max(scores.highest() + LEAD)),
            (_, true) => (PageId::ClosedNotice, 60),
            _ => (PageId::ClosedNotice, 40),
        };
        // In a list of other things the accounts are those of others.
        let points = if place.names_other && !calls_back {
            points / 2
        } else {
            points
        };
        scores.add(page, Evidence::Notice, points);
        scores.add(PageId::SignedOut, Evidence::Notice, -40);
        let against = if calls_back { -40 } else { 0 };
        scores.add(PageId::Goodbye, Evidence::Notice, against);
    }
    // What is still to be pressed is not over.
    let is_left = candidates.any(rule!(all [PRESSABLE, ENDS_ACCOUNT, CONTENT]));
    let promise =
        candidates.first(rule!(all [READ, ENDS_ACCOUNT, STATEMENT, IN_24_HOURS] none [OTHER, NO]; all [TEXT, ENDS_ACCOUNT, STATEMENT, IN_24_HOURS] none [OTHER]));
    // A file that is deleted after some days is no account.
    let is_of_account = |each: &Candidate<'_>| each.fits(rule!(all [ENDS_ACCOUNT]; none [OTHER]));
    let is_over = candidates.says(GOODBYE, is_of_account);
    if !fields && !is_left && !is_refused && (is_over || promise.is_some()) {
        let points_of = |page| scores.0[page as usize].points;
        // At the form's own address a sentence beneath the form's heading is the answer.
        let is_answer = is_headed || is_over && (is_at_form || is_all_that_is_said(candidates));
        let points = if is_answer && !candidates.any(LEFT) {
            // Where the answer takes the form's place, address and title are still the form's.
            let form = points_of(PageId::PrivacyDelete).max(points_of(PageId::DeactivateForm));
            95.max(form + LEAD)
        } else if !is_answer && is_prose(candidates) {
            0
        } else if is_answer || promise.is_some_and(|each| each.facts.has(HEADING)) {
            95
        } else {
            70
        };
        scores.add(PageId::Goodbye, Evidence::Notice, points);
    }
}

/// What the address says of where the page stands.
pub(super) struct Place {
    /// Address or title are those of a form that ends the account, or of its answer.
    pub(super) is_at_form: bool,
    /// The path names another thing: a list, a plan, a game.
    pub(super) names_other: bool,
}

/// Whether several headings speak of privacy and of ends: under them stands what the site says of everybody's account.
fn is_prose(candidates: &Candidates<'_>) -> bool {
    candidates.count(rule!(all [CONTENT, HEADING] any [PRIVACY, ENDS])) > 1
}

/// Whether the page says a few sentences and offers nothing of the account's: the answer to a request, wherever it stands.
fn is_all_that_is_said(candidates: &Candidates<'_>) -> bool {
    const FEW: usize = 4;
    candidates.count(rule!(all [CONTENT, READ])) <= FEW
        && !is_prose(candidates)
        && !candidates.any(rule!(all [CONTENT, PRESSABLE] any [ACCOUNT, ENDS, PRIVACY, SETTINGS, PROFILE, PERSONAL]))
}

/// What the site says has to be settled before the account can end.
const BLOCKS: [Fact; 6] = [
    BLOCKED_ORDERS,
    BLOCKED_DISPUTES,
    BLOCKED_PAYMENT,
    BLOCKED_BALANCE,
    BLOCKED_SELLER,
    BLOCKED_CONTACT,
];

/// What is still to be done about the account's end.
const LEFT: Rule =
    rule!(all [CONTENT] any [TYPED, CHECK_BOX, RADIO, SELECT]; all [CONTENT, PRESSABLE, ENDS]);

/// Whether a headline speaks of the account's end in more words than a label would, and nothing is left to do about it. By
/// itself that is an article's headline as well: only who has just pressed the last button may read it as the answer.
pub(in crate::recognise) fn has_ended(candidates: &Candidates<'_>) -> bool {
    candidates.any(rule!(all [CONTENT, HEADING, ENDS, ACCOUNT, STATEMENT] none [CLEAN]))
        && !candidates.any(LEFT)
}

/// Whether the form will release the account as well: a box that says so is ticked, or the Yes of a group right behind such words
/// chosen. To agree to something at the same time is no such offer.
pub(in crate::recognise) fn releases(candidates: &Candidates<'_>) -> bool {
    const NEAR: usize = 4;
    candidates
        .live(rule!(all [RELEASE] none [AGREE]))
        .any(|named| {
            if named.facts.has(CHECK_BOX) {
                return named.item.filled;
            }
            let behind = candidates.all[named.at..].iter().take(NEAR);
            let group = behind.map(|each| each.item.group).find(|group| *group != 0);
            candidates.around(named).iter().any(|each| {
                let is_chosen = each.item.filled && each.fits(rule!(all [YES] any [RADIO, CHOICE]));
                is_chosen && Some(each.item.group) == group
            })
        })
}
