//! The names that the outside relies on: ways, pages, controls, consequences, reasons, states.
//!
//! They stand here once, spelled as they appear in attributes, messages and fact files, so that a name the product
//! does not know cannot be written anywhere without the compiler or the build of the facts saying so.

macro_rules! ids {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $name {
            $($(#[$doc])* #[cfg_attr(feature = "serde", serde(rename = $text))] $variant,)+
        }

        impl $name {
            /// Every value, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name as attributes, messages and facts spell it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The value of that name, or `None` for a name that the product does not know.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|id| id.as_str() == name)
            }
        }
    };
}
pub(crate) use ids;

ids! {
    /// A way out, or back in.
    FlowId {
        /// Before leaving: orders, refunds and money are looked at and saved. It destroys nothing.
        Prepare = "prepare",
        /// The member-profile way: the account is closed, its data stays.
        Deactivate = "deactivate",
        /// The Privacy Center way: the account and its data are erased.
        Delete = "delete",
        /// "Remove my account" and its Yes / No dialog.
        Remove = "remove",
        /// Back in after a deactivation.
        Reactivate = "reactivate",
    }
}

ids! {
    /// What a way does to the account.
    AccountEffect {
        /// Pages are looked at, and that is all.
        Nothing = "nothing",
        /// The account is closed, its data stays.
        Closes = "closes",
        /// The account and its data are erased.
        Erases = "erases",
        /// The account is asked back.
        Reopens = "reopens",
    }
}

ids! {
    /// The letter that a person who is stopped on a way begins with: some of farewell-letters' `LetterId`, against which a test
    /// of farewell-pages holds them.
    FirstLetter {
        /// The account and its data are to be erased.
        Erasure = "erasure",
        /// Only a copy of what is held is asked for.
        Access = "access",
    }
}

impl AccountEffect {
    /// Whether the account is gone afterwards.
    #[must_use]
    pub const fn ends_account(self) -> bool {
        matches!(self, Self::Closes | Self::Erases)
    }
}

ids! {
    /// A page of the site as the product tells pages apart.
    PageId {
        /// Asks to sign in.
        SignedOut = "signed-out",
        /// A slider, a captcha or a rate limit stands in the way.
        Challenge = "challenge",
        /// The account's home.
        MyAliexpress = "my-aliexpress",
        /// The list of settings.
        AccountSettings = "account-settings",
        /// The member profile, with "Deactivate Account".
        EditProfile = "edit-profile",
        /// The form that deactivates.
        DeactivateForm = "deactivate-form",
        /// Has "Remove my account".
        PersonalInformation = "personal-information",
        /// The Yes / No dialog of "Remove my account".
        RemoveDialog = "remove-dialog",
        /// The Privacy Center's own home.
        PrivacyCenter = "privacy-center",
        /// The delete request.
        PrivacyDelete = "privacy-delete",
        /// Asks for the code that was sent.
        VerifyCode = "verify-code",
        /// Says that the account is deactivated or terminated.
        ClosedNotice = "closed-notice",
        /// Says that the site has blocked the account: for security, because it was never confirmed, "not authorised".
        BlockedNotice = "blocked-notice",
        /// The form that asks the account back.
        ReactivateForm = "reactivate-form",
        /// The site says that it is done.
        Goodbye = "goodbye",
        /// The list of orders.
        OrderList = "order-list",
        /// One order.
        OrderDetail = "order-detail",
        /// Returns, refunds, disputes.
        DisputeList = "dispute-list",
        /// Cards and balance.
        Wallet = "wallet",
        /// Coupons.
        Coupons = "coupons",
        /// The address book.
        Addresses = "addresses",
        /// The settings of the site's mails.
        Subscriptions = "subscriptions",
        /// The Privacy Center's own export.
        DataDownload = "data-download",
        /// None of these.
        Other = "other",
    }
}

ids! {
    /// A control of a page that a guide may point at.
    ControlId {
        /// Leads to the account's home.
        MyAliexpress = "my-aliexpress",
        /// Leads to the settings.
        AccountSettings = "account-settings",
        /// Leads to the member profile.
        EditProfile = "edit-profile",
        /// Opens the form that deactivates.
        Deactivate = "deactivate",
        /// The account's e-mail, in a form.
        Email = "email",
        /// The field for the phrase or word that the page asks for.
        Phrase = "phrase",
        /// The list of reasons.
        Reason = "reason",
        /// A box to tick.
        Terms = "terms",
        /// The last, irreversible control of a form.
        Submit = "submit",
        /// Opens the delete request.
        Delete = "delete",
        /// "Remove my account".
        Remove = "remove",
        /// Yes, of a dialog.
        ConfirmYes = "confirm-yes",
        /// No, of a dialog.
        ConfirmNo = "confirm-no",
        /// Has a code sent.
        GetCode = "get-code",
        /// The field for the code.
        Code = "code",
        /// Checks the code.
        Verify = "verify",
        /// Asks the account back.
        Reactivate = "reactivate",
        /// The file field for the copy of an ID.
        IdUpload = "id-upload",
        /// The text of a dialog to read first.
        Message = "message",
        /// Shows more of a list.
        LoadMore = "load-more",
        /// Leads to the Privacy Center.
        PrivacyCenter = "privacy-center",
        /// Which time the order list shows.
        OrderPeriod = "order-period",
        /// Asks the site for its own export.
        DownloadData = "download-data",
    }
}

impl PageId {
    /// Whether it is a form that ends the account or asks it back: its last button waits until its fields are full.
    pub(crate) const fn is_form(self) -> bool {
        matches!(
            self,
            Self::DeactivateForm | Self::PrivacyDelete | Self::ReactivateForm
        )
    }
}

impl ControlId {
    /// Whether pressing it destroys something or opens what destroys: never pointed at on one kind of evidence.
    #[must_use]
    pub const fn is_destructive(self) -> bool {
        matches!(
            self,
            Self::Deactivate | Self::Submit | Self::Delete | Self::Remove | Self::ConfirmYes
        )
    }

    /// Whether it is there to be filled in or read, so that a press on it leads nowhere.
    #[must_use]
    pub const fn is_field(self) -> bool {
        matches!(
            self,
            Self::Email
                | Self::Phrase
                | Self::Reason
                | Self::Terms
                | Self::Code
                | Self::IdUpload
                | Self::Message
        )
    }

    /// Whether pressing it changes what a list shows, and leads to no other page.
    pub(crate) const fn is_of_list(self) -> bool {
        matches!(self, Self::LoadMore | Self::OrderPeriod)
    }

    /// Whether the person may point at it where it can't be told: what is pressed, and what every such page has.
    pub(crate) const fn can_be_picked(self) -> bool {
        !self.is_field() && !matches!(self, Self::LoadMore)
    }
}

ids! {
    /// What is lost or must be settled before.
    ConsequenceId {
        /// The account's data.
        Data = "data",
        /// Signing in.
        Access = "access",
        /// Orders that are under way.
        Orders = "orders",
        /// Disputes that are open.
        Disputes = "disputes",
        /// Refunds, gift cards, balance.
        Balance = "balance",
    }
}

ids! {
    /// Why the person leaves.
    ReasonId {
        /// Privacy concerns.
        Privacy = "privacy",
        /// A compromised account.
        Security = "security",
        /// Goods, support, shipping.
        Experience = "experience",
        /// To another platform.
        Switching = "switching",
    }
}

ids! {
    /// A page of the extension's own that a callout offers.
    OwnPage {
        /// The checklist: what to settle and save first.
        Before = "before",
        /// The letters to the site, for who can't go on.
        Letter = "letter",
    }
}

ids! {
    /// What a callout is about.
    State {
        /// Do this now.
        Act = "act",
        /// The page loads, or asks for something that only the person can do elsewhere.
        Wait = "wait",
        /// Something stands in the way.
        Blocked = "blocked",
        /// The page is none of the guide's.
        Lost = "lost",
        /// The site says that it is done.
        Done = "done",
    }
}
