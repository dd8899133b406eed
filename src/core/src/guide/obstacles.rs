//! What stands in the way: a challenge, a sign-in, a broken page, something open, a page that would do more than was chosen.

use super::context::Context;
use super::instruction::Instruction;
use super::memory::Memory;
use super::messages;
use crate::ids::{AccountEffect, ControlId, PageId, State};
use crate::phrase::asks_to_delete;
use crate::recognise::{Evidence, Says};

/// A challenge, a broken page, signed out, something open that the site says blocks, a page that would do more than was chosen.
pub(super) fn in_the_way(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let due = memory.due(context);
    let blocked = |title, body| Some(context.say(due, State::Blocked, title, body));
    let says = |what| context.sighting.says(what);
    match context.page() {
        PageId::Challenge if says(Says::RateLimit) && !has_puzzle(context) => {
            return blocked("guide_rate_limit", "guide_rate_limit_body");
        }
        PageId::Challenge if context.view.address.path.contains("/punish") => {
            return blocked("guide_challenge", "guide_punish_body");
        }
        PageId::Challenge => return blocked("guide_challenge", "guide_challenge_body"),
        PageId::SignedOut => {
            return Some(context.say(
                0,
                State::Blocked,
                "guide_signed_out",
                "guide_signed_out_body",
            ));
        }
        PageId::BlockedNotice if !context.flow.visits(PageId::BlockedNotice) => {
            return blocked("guide_account_blocked", "guide_account_blocked_body");
        }
        PageId::ClosedNotice if !context.flow.visits(PageId::ClosedNotice) => return None,
        PageId::Other if says(Says::Maintenance) => {
            return blocked("guide_maintenance", "guide_maintenance_body");
        }
        _ => {}
    }
    if context.flow.effect == AccountEffect::Closes {
        if is_deletion(context) {
            return blocked("guide_blocked_deletes", "guide_blocked_deletes_body");
        }
        if says(Says::Releases) {
            return blocked("guide_blocked_release", "guide_blocked_release_body");
        }
    }
    if context.page() == PageId::VerifyCode
        && let Some(instruction) = messages::code_limit(context, memory)
    {
        return Some(instruction);
    }
    messages::message(context, memory)
}

/// Whether the check can be solved: a puzzle that shows too speaks of unusual traffic.
fn has_puzzle(context: &Context<'_>) -> bool {
    let mut reasons = context.sighting.reasons.iter();
    reasons.any(|evidence| evidence == Evidence::Hints)
}

/// Whether the page would erase the account, or leads to nothing else.
fn is_deletion(context: &Context<'_>) -> bool {
    let sighting = context.sighting;
    let asks_to_delete = || {
        let phrase = sighting.control(ControlId::Phrase);
        phrase.is_some_and(|found| asks_to_delete(context.view, context.lexicon, found.item))
    };
    let only_deletes = matches!(sighting.page, PageId::EditProfile | PageId::AccountSettings)
        && sighting.control(ControlId::Deactivate).is_none()
        && sighting.control(ControlId::EditProfile).is_none()
        && sighting.control(ControlId::Delete).is_some();
    let is_request = || context.view.address.fragment.contains("/delete");
    match sighting.page {
        PageId::DeactivateForm => sighting.deletes || asks_to_delete(),
        PageId::VerifyCode => sighting.deletes || is_request(),
        _ => sighting.deletes || only_deletes,
    }
}
