//! What the site says on top of a page of the way: which kind of message it is, and what helps.

use super::context::Context;
use super::instruction::{Instruction, Message, Target};
use super::memory::Memory;
use crate::ids::{AccountEffect, ControlId, State};
use crate::recognise::{Found, Says};

/// A kind of message, the words for it, and where what it speaks of can be settled.
struct Kind {
    says: Says,
    title: &'static str,
    body: &'static str,
    address: &'static str,
}

const fn kind(says: Says, title: &'static str, body: &'static str, address: &'static str) -> Kind {
    Kind {
        says,
        title,
        body,
        address,
    }
}

const ORDERS: &str = "https://www.aliexpress.com/p/order/index.html";
const DISPUTES: &str = "https://m.aliexpress.com/p/refund-dispute/list.html";
const WALLET: &str = "https://www.aliexpress.com/p/wallet-ui/index.html";
const SETTINGS: &str = "https://www.aliexpress.com/account/setting/index.html";

/// The kinds of message, the graver first: a message that names an order and says "try again later" is about the order.
const KINDS: [Kind; 10] = [
    kind(
        Says::BlockedOrders,
        "guide_blocked_orders",
        "guide_blocked_orders_body",
        ORDERS,
    ),
    kind(
        Says::BlockedDisputes,
        "guide_blocked_disputes",
        "guide_blocked_disputes_body",
        DISPUTES,
    ),
    kind(
        Says::BlockedPayment,
        "guide_blocked_payment",
        "guide_blocked_payment_body",
        ORDERS,
    ),
    kind(
        Says::BlockedBalance,
        "guide_blocked_balance",
        "guide_blocked_balance_body",
        WALLET,
    ),
    kind(
        Says::BlockedSeller,
        "guide_blocked_seller",
        "guide_blocked_seller_body",
        "",
    ),
    kind(
        Says::BlockedContact,
        "guide_blocked_contact",
        "guide_blocked_contact_body",
        SETTINGS,
    ),
    kind(Says::Offer, "guide_offer", "guide_offer_body", ""),
    kind(Says::Cookies, "guide_cookies", "guide_cookies_body", ""),
    kind(Says::Busy, "guide_busy", "guide_busy_body", ""),
    kind(Says::HeldUp, "guide_held_up", "guide_held_up_body", ""),
];

/// What is said of a message over a page of the way, or in its place.
pub(super) fn message(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    if !context.flow.visits(context.page()) {
        return None;
    }
    // On the pages of orders and money the site speaks of what is unpaid or open all the time: there it stops nobody.
    let stops =
        context.flow.effect != AccountEffect::Nothing || context.sighting.says(Says::HeldUp);
    let kind = KINDS
        .iter()
        .find(|kind| stops && context.sighting.says(kind.says))?;
    let due = memory.due(context);
    let mut instruction = context.say(due, State::Blocked, kind.title, kind.body);
    if !kind.address.is_empty() {
        let text = Message::plain("guide_link_open");
        instruction.link = Some((kind.address.to_owned(), text));
    }
    let message = context.sighting.control(ControlId::Message);
    if context.sighting.says(Says::HeldUp)
        && let Some(found) = message
    {
        instruction.targets.push(Target::of(found));
    }
    Some(instruction)
}

/// Too many codes were asked for: an older one may still be good.
pub(super) fn code_limit(context: &Context<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let is_limited = context.sighting.says(Says::CodeLimit);
    let due = memory.due(context);
    is_limited.then(|| {
        let mut instruction = context.say(
            due,
            State::Blocked,
            "guide_code_limit",
            "guide_code_limit_body",
        );
        let code = context.sighting.control(ControlId::Code);
        let is_empty = |found: &&Found| context.item(found.item).is_some_and(|item| !item.filled);
        instruction
            .targets
            .extend(code.filter(is_empty).map(Target::of));
        instruction
    })
}
