//! What a word can mean, and what a sentence of the site can say. The build script includes this file, so a fact file that
//! names another meaning does not build, nor does a rule.

use crate::ids::ids;

ids! {
    /// A meaning, by its section and list in `facts/words/*.toml`.
    Meaning {
        /// Switches the account off; it can come back.
        Deactivate = "act.deactivate",
        /// Closes, without saying what becomes of the data.
        Close = "act.close",
        /// Erases.
        Delete = "act.delete",
        /// Asks the account back.
        Reactivate = "act.reactivate",
        /// Changes something.
        Edit = "act.edit",
        /// Goes on with what was asked.
        Confirm = "act.confirm",
        /// Agrees to terms.
        Agree = "act.agree",
        /// Has something sent.
        Get = "act.get",
        /// Proves who one is.
        Verify = "act.verify",
        /// Shows more of a list.
        More = "act.more",
        /// Attaches a file.
        Upload = "act.upload",
        /// Objects to a block of the account.
        Appeal = "act.appeal",
        /// Offers another way to prove who one is.
        OtherWay = "act.other-way",
        /// The account.
        Account = "object.account",
        /// The member profile.
        Profile = "object.profile",
        /// The settings.
        Settings = "object.settings",
        /// Personal information.
        Personal = "object.personal",
        /// A code that was sent.
        Code = "object.code",
        /// An e-mail address.
        Email = "object.email",
        /// Privacy.
        Privacy = "object.privacy",
        /// A document that proves who one is.
        Identity = "object.identity",
        /// The reason to leave, as what is asked for.
        Reason = "object.reason",
        /// Another thing than the account: an address, a card, an order, somebody else's account.
        Other = "other.other",
        /// Somebody else: a friend, who receives a parcel.
        Person = "other.person",
        /// A word that adds nothing: "my", "the", "permanently".
        Small = "small.small",
        /// Yes.
        Yes = "answer.yes",
        /// No, or not now.
        No = "answer.no",
        /// Asks to type something.
        Type = "type.type",
        /// A reason to leave: privacy.
        ReasonPrivacy = "reason.privacy",
        /// A reason to leave: security.
        ReasonSecurity = "reason.security",
        /// A reason to leave: goods, support, shipping.
        ReasonExperience = "reason.experience",
        /// A reason to leave: no longer needed, or another shop.
        ReasonSwitching = "reason.switching",
        /// A reason to leave: none of these.
        ReasonOther = "reason.other",
        /// The site asks to sign in.
        SignedOut = "notice.signed-out",
        /// The site says that the account is deactivated.
        Deactivated = "notice.deactivated",
        /// The site says that it has terminated the account.
        Terminated = "notice.terminated",
        /// The site says that it has blocked the account: for security, because it was never confirmed, or without a reason.
        AccountBlocked = "notice.account-blocked",
        /// The site says that it is done.
        Goodbye = "notice.goodbye",
        /// A code was sent.
        CodeSent = "notice.code-sent",
        /// Open orders block.
        BlockedOrders = "notice.blocked-orders",
        /// Open disputes or refunds block.
        BlockedDisputes = "notice.blocked-disputes",
        /// An amount that is unpaid or unspent blocks.
        BlockedPayment = "notice.blocked-payment",
        /// A balance, a bonus, coins or a gift card blocks.
        BlockedBalance = "notice.blocked-balance",
        /// A seller's, a supplier's or an affiliate's role blocks.
        BlockedSeller = "notice.blocked-seller",
        /// An e-mail address or a phone number has to be bound or confirmed first.
        BlockedContact = "notice.blocked-contact",
        /// The system is busy, the network failed, or an error came: nothing was done.
        Busy = "notice.busy",
        /// An offer to stay.
        Offer = "notice.offer",
        /// A cookie banner.
        Cookies = "notice.cookies",
        /// Too many codes were asked for.
        CodeLimit = "notice.code-limit",
        /// The code is no longer good.
        CodeExpired = "notice.code-expired",
        /// Another code can be asked for only after a while.
        CodeWait = "notice.code-wait",
        /// What is to be typed came by mail or message.
        SentByMail = "notice.sent-by-mail",
        /// What is to be typed is a number or a picture's letters that the page shows.
        ShownCode = "notice.shown-code",
        /// What is asked for erases data.
        Deletes = "notice.deletes",
        /// What was typed does not fit.
        Rejected = "notice.rejected",
        /// A check that a person has to solve.
        Challenge = "notice.challenge",
        /// Too many requests.
        RateLimit = "notice.rate-limit",
        /// The page is broken or under repair.
        Maintenance = "notice.maintenance",
        /// "Release my account at the same time".
        Release = "notice.release",
        /// The page is still loading.
        Loading = "notice.loading",
        /// The account itself stays.
        Spared = "notice.spared",
    }
}

impl Meaning {
    /// Whether it is said by a whole sentence of the site rather than by a word.
    pub const fn is_notice(self) -> bool {
        self as u8 >= Self::SignedOut as u8
    }
}
