//! What was recognised on a page.

use super::evidence::Reasons;
use crate::ids::{ControlId, PageId};

/// A control found on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Found {
    /// Which control it is.
    pub control: ControlId,
    /// The [item](crate::Item::id) that it is.
    pub item: u32,
    /// 0 to 100.
    pub confidence: u8,
    /// Whether it can be used now: a control that shows but is disabled is not ready.
    pub ready: bool,
    /// What spoke for it.
    pub reasons: Reasons,
}

/// What was recognised on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sighting {
    /// Which page it is; [`PageId::Other`] where nothing is certain enough.
    pub page: PageId,
    /// 0 to 100.
    pub confidence: u8,
    /// Points by which the page leads its runner-up, 0 to 255.
    pub margin: u8,
    /// What spoke for the page.
    pub reasons: Reasons,
    /// The controls that are certain enough.
    pub controls: Vec<Found>,
    /// Further fields for a control that was found: the e-mail asked for once more.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub repeated: Vec<Found>,
    /// Controls that have equal candidates: a question to the person.
    pub unclear: Vec<ControlId>,
    /// Controls that are there but hidden.
    pub hidden: Vec<ControlId>,
    /// Whether what the page asks for erases the account, by its own words.
    pub deletes: bool,
    /// What else the site says on this page.
    pub says: Vec<Says>,
}

/// Something that the site says on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Says {
    /// What was typed does not fit.
    Rejected,
    /// A code was sent.
    CodeSent,
    /// Open orders block.
    BlockedOrders,
    /// Open disputes or refunds block.
    BlockedDisputes,
    /// An unpaid or unspent amount blocks.
    BlockedPayment,
    /// A balance, a bonus, coins or a gift card blocks.
    BlockedBalance,
    /// A seller's, a supplier's or an affiliate's role blocks.
    BlockedSeller,
    /// An e-mail address or a phone number has to be bound or confirmed first.
    BlockedContact,
    /// The system is busy or the network failed: nothing was done.
    Busy,
    /// An offer to stay.
    Offer,
    /// A cookie banner covers a control.
    Cookies,
    /// Too many codes were asked for.
    CodeLimit,
    /// The code is no longer good.
    CodeExpired,
    /// Another code can be asked for only after a while.
    CodeWait,
    /// The site has blocked the account.
    AccountBlocked,
    /// The account was deactivated: it can come back.
    Deactivated,
    /// The site terminated the account.
    Terminated,
    /// Too many requests, not a puzzle.
    RateLimit,
    /// The page is broken or under repair.
    Maintenance,
    /// "Release my account at the same time" is offered.
    Release,
    /// It is chosen.
    Releases,
    /// It is still loading.
    Loading,
    /// A sign-in is offered: what the page shows is nobody's.
    SignIn,
    /// The address only hands cookies on, and leads further by itself.
    Passage,
    /// A message lies over the page and the site will not go on.
    HeldUp,
    /// A headline speaks of the account's end, and nothing is left to fill in or press for it.
    Ended,
}

impl Sighting {
    /// The control, if it was found.
    #[must_use]
    pub fn control(&self, control: ControlId) -> Option<&Found> {
        self.controls.iter().find(|found| found.control == control)
    }

    /// Whether the site says it.
    #[must_use]
    pub fn says(&self, what: Says) -> bool {
        self.says.contains(&what)
    }
}
