//! Which of the extension's own pages a callout offers: the checklist where something is to be settled first, the letter where
//! someone can't go on.

use super::context::Context;
use super::instruction::Instruction;
use crate::hosts::{is_russian, shows_coins};
use crate::ids::{AccountEffect, OwnPage, PageId, State};
use crate::recognise::Says;

/// What the site says of something that is still open.
const OPEN: [Says; 4] = [
    Says::BlockedOrders,
    Says::BlockedDisputes,
    Says::BlockedPayment,
    Says::BlockedBalance,
];

/// What goes by itself or is closed by the person: no letter is needed for it.
const PASSING: [Says; 3] = [Says::Cookies, Says::Busy, Says::Offer];

/// Adds what the callout offers.
pub(super) fn offer(context: &Context<'_>, instruction: &mut Instruction) {
    let says = |what: &Says| context.sighting.says(*what);
    if context.flow.effect == AccountEffect::Nothing {
        if context.flow.visits(context.page()) || shows_coins(&context.view.address) {
            instruction.own_pages.push(OwnPage::Before);
        }
        return;
    }
    if instruction.state == State::Blocked && OPEN.iter().any(says) {
        instruction.own_pages.push(OwnPage::Before);
    }
    if stops(context, instruction) {
        instruction.own_pages.push(OwnPage::Letter);
    }
}

/// Whether the person may have no way on from here: a code that does not come, a block, a message, a circle, another region, a
/// control that is not there.
fn stops(context: &Context<'_>, instruction: &Instruction) -> bool {
    let is_other_way = matches!(
        instruction.title.key,
        "guide_blocked_deletes" | "guide_blocked_release"
    );
    let passes = PASSING.iter().any(|what| context.sighting.says(*what));
    match instruction.state {
        State::Done => false,
        _ if is_russian(&context.view.address.host) => true,
        _ if context.page() == PageId::VerifyCode => true,
        State::Blocked => {
            let is_check = matches!(context.page(), PageId::SignedOut | PageId::Challenge);
            !is_check && !is_other_way && !passes
        }
        State::Lost => context.flow.visits(context.page()) && context.page() != PageId::Other,
        State::Act | State::Wait => false,
    }
}
