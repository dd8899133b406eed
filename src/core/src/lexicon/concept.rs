//! What a whole name can be the label of, and how well that is attested. The build script includes this file.

use crate::ids::{ControlId, ids};

ids! {
    /// What a label can name that is no control.
    Subject {
        /// The heading of the account's personal information.
        PersonalInformation = "personal-information",
        /// The list of orders.
        OrderList = "order-list",
        /// The list of returns, refunds and disputes.
        DisputeList = "dispute-list",
        /// Cards and balance.
        Wallet = "wallet",
        /// Coupons.
        Coupons = "coupons",
        /// The address book.
        Addresses = "addresses",
        /// "Release my account at the same time".
        ReleaseOption = "release-option",
        /// Signing in.
        SignIn = "sign-in",
        /// Signing out.
        SignOut = "sign-out",
        /// The name of an e-mail field.
        EmailLabel = "email-label",
        /// One order.
        OrderDetail = "order-detail",
        /// The settings of the site's mails.
        Subscriptions = "subscriptions",
        /// The Privacy Center's own export.
        DataDownload = "data-download",
    }
}

/// What a whole name is the label of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concept {
    /// A control.
    Control(ControlId),
    /// Anything else.
    Subject(Subject),
}

impl Concept {
    /// How many there are.
    pub const COUNT: usize = ControlId::ALL.len() + Subject::ALL.len();

    /// Its number among all of them, the controls first.
    pub const fn number(self) -> usize {
        match self {
            Self::Control(control) => control as usize,
            Self::Subject(subject) => ControlId::ALL.len() + subject as usize,
        }
    }

    /// The concept of that name in `facts/labels/*.toml`.
    pub fn parse(name: &str) -> Option<Self> {
        ControlId::parse(name)
            .map(Self::Control)
            .or_else(|| Subject::parse(name).map(Self::Subject))
    }
}

ids! {
    /// How well a label is attested, the least first.
    Rank {
        /// Nobody saw it.
        Guess = "guess",
        /// One credible source.
        Single = "single",
        /// Two independent sources.
        Full = "full",
    }
}
