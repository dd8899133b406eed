//! What each item of a page is made of: its words, its structure, its company. Computed once, read by all signals.

use crate::fold::find_part;
use crate::lexicon::{Concept, Meaning, Rank, Words};
use crate::prelude::*;
use crate::view::{Item, Kind, Landmark, View, Visibility};

/// Structure that says what something is, whatever the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Hint {
    Email,
    Code,
    Challenge,
    Reason,
    Alert,
    ProfileForm,
    OrderItem,
    OrderMore,
    Search,
    Deactivate,
    Delete,
    ToHome,
    ToSettings,
    ToProfile,
    ToHelp,
}

/// Parts of ids, names, classes and test attributes (facts/aliexpress-pages.md, section 2).
const IN_HINTS: [(&str, Hint); 33] = [
    ("email", Hint::Email),
    ("e-mail", Hint::Email),
    ("username", Hint::Email),
    ("verify-code", Hint::Code),
    ("verifycode", Hint::Code),
    ("verification-code", Hint::Code),
    ("verificationcode", Hint::Code),
    ("one-time-code", Hint::Code),
    ("otp", Hint::Code),
    ("smscode", Hint::Code),
    ("nc_1_n1z", Hint::Challenge),
    ("nc-container", Hint::Challenge),
    ("baxia", Hint::Challenge),
    ("nocaptcha", Hint::Challenge),
    ("captcha", Hint::Challenge),
    ("reason", Hint::Reason),
    ("alert", Hint::Alert),
    ("error", Hint::Alert),
    ("toast", Hint::Alert),
    ("_fmu.", Hint::ProfileForm),
    ("grouplistform", Hint::ProfileForm),
    ("preview-form", Hint::ProfileForm),
    ("order-item", Hint::OrderItem),
    ("order_item", Hint::OrderItem),
    ("order_more", Hint::OrderMore),
    ("order-more", Hint::OrderMore),
    ("search", Hint::Search),
    ("deactiv", Hint::Deactivate),
    ("delete-account", Hint::Delete),
    ("delete_account", Hint::Delete),
    ("deleteaccount", Hint::Delete),
    ("close-account", Hint::Delete),
    ("account-delete", Hint::Delete),
];

/// Parts of the addresses that links lead to.
const IN_HREF: [(&str, Hint); 16] = [
    ("deactive_account", Hint::Deactivate),
    ("deactivat", Hint::Deactivate),
    ("/request/delete", Hint::Delete),
    ("manage_person_profile", Hint::ToProfile),
    ("/profile", Hint::ToProfile),
    ("/account/setting", Hint::ToSettings),
    ("/settings", Hint::ToSettings),
    ("account_settings", Hint::ToSettings),
    ("/p/account/index", Hint::ToHome),
    ("/account/index", Hint::ToHome),
    ("home.aliexpress", Hint::ToHome),
    ("helpcenter", Hint::ToHelp),
    ("helppage", Hint::ToHelp),
    ("customerservice", Hint::ToHelp),
    ("/help", Hint::ToHelp),
    ("/blog", Hint::ToHelp),
];

/// No list of reasons is longer; without a bound a page of nothing but options would take a time that grows as its square.
const LONGEST_LIST: usize = 200;
/// The same for what lies over a page: the last ones lie on top.
const MANY_DIALOGS: usize = 32;
/// Words of what is a sentence rather than the name of something.
const SENTENCE: u16 = 7;
/// What the site says of an account that can't be used any more.
const CLOSED: [Meaning; 2] = [Meaning::Deactivated, Meaning::Terminated];
const QUESTION: [char; 3] = ['?', '？', '؟'];

/// An item and what it is made of.
pub(super) struct Trait<'a> {
    pub(super) item: &'a Item,
    /// Its place in the document's order.
    pub(super) at: usize,
    pub(super) words: Words,
    hints: u16,
    /// Whether it shows and, where a dialog lies over the page, is in it.
    pub(super) is_live: bool,
    /// Whether it belongs to the page's matter: not to its head, foot or menus, and no search.
    pub(super) is_content: bool,
}

impl<'a> Trait<'a> {
    pub(super) fn of(view: &'a View, at: usize) -> Self {
        let items = &view.items;
        Self {
            item: &items[at],
            at,
            words: view.words(caption(items, at)),
            hints: hints_of(&items[at]),
            is_live: false,
            is_content: false,
        }
    }

    pub(super) const fn hint(&self, hint: Hint) -> bool {
        self.hints >> hint as u8 & 1 == 1
    }

    pub(super) fn is_shown(&self) -> bool {
        self.item.visibility == Visibility::Shown
    }

    pub(super) fn has(&self, meaning: Meaning) -> bool {
        self.words.has(meaning)
    }

    #[inline(never)]
    pub(super) fn label(&self, concept: Concept) -> Option<Rank> {
        self.words.label(concept)
    }

    /// Ends the account, in any of the three ways to say it.
    #[inline(never)]
    pub(super) fn ends(&self) -> bool {
        self.words
            .any(&[Meaning::Deactivate, Meaning::Close, Meaning::Delete])
    }

    /// Is about the account and about nothing else.
    #[inline(never)]
    pub(super) fn about_account(&self) -> bool {
        self.has(Meaning::Account) && !self.has(Meaning::Other)
    }

    /// Says that the account itself ends.
    pub(super) fn ends_account(&self) -> bool {
        self.words.ends_account && !self.words.other_after_object
    }

    /// Is a way not to do it. In some languages one word is "cancel" by itself and "close" with the account.
    pub(super) fn means_no(&self) -> bool {
        self.has(Meaning::No) && !self.ends_account()
    }

    /// Whether the text is short enough, and plain enough, to be a sentence of the site about this very account.
    #[inline(never)]
    pub(super) fn is_statement(&self) -> bool {
        let asks = match self.item.kind {
            Kind::Heading => self.asks(),
            _ => asks_first(&self.item.name) || self.item.name.trim_end().ends_with(QUESTION),
        };
        self.words.count <= 40 && !asks
    }

    /// Whether it is long enough to be a sentence rather than the name of something.
    pub(super) const fn is_sentence(&self) -> bool {
        self.words.count >= SENTENCE
    }

    /// Whether it is, or holds, a question.
    pub(super) fn asks(&self) -> bool {
        self.item.name.contains(QUESTION)
    }

    /// Names another thing that the site ends on request: a card, an order, somebody else's account.
    pub(super) fn ends_other(&self) -> bool {
        self.item.kind == Kind::Heading
            && self.ends()
            && self.has(Meaning::Other)
            && !self.ends_account()
    }
}

/// The page's items and their traits.
pub(super) struct Traits<'a> {
    pub(super) all: Vec<Trait<'a>>,
    /// Number of the dialog that lies over the page; 0 for none.
    pub(super) dialog: u16,
}

impl<'a> Traits<'a> {
    pub(super) fn of(view: &'a View) -> Self {
        let mut all: Vec<Trait<'a>> = (0..view.items.len())
            .map(|at| Trait::of(view, at))
            .collect();
        mark_boxes_of_a_code(&mut all);
        let dialog = all
            .iter()
            .rev()
            .filter(|each| each.item.kind == Kind::Dialog && each.is_shown())
            .take(MANY_DIALOGS)
            .find(|each| each.item.strong || is_a_dialog(&all, each.item.dialog))
            .map_or(0, |each| each.item.dialog);
        let first = first_of_matter(&all).map_or(0, |each| each.at);
        for each in &mut all {
            let is_in_dialog = dialog != 0 && each.item.dialog == dialog;
            each.is_live = each.is_shown() && (dialog == 0 || is_in_dialog);
            each.is_content = each.item.landmark == Landmark::Main
                && !each.hint(Hint::Search)
                && (is_in_dialog || each.at >= first);
        }
        Self { all, dialog }
    }

    /// The item and what stands near it in the document, where its list or group is.
    pub(super) fn around(&self, each: &Trait<'a>) -> &[Trait<'a>] {
        let end = self.all.len().min(each.at + LONGEST_LIST);
        &self.all[each.at.saturating_sub(LONGEST_LIST)..end]
    }

    /// Items that show and, where a dialog lies over the page, are in it.
    pub(super) fn live(&self) -> impl Iterator<Item = &Trait<'a>> {
        self.all.iter().filter(|each| each.is_live)
    }

    pub(super) fn is_in_front(&self, each: &Trait<'a>) -> bool {
        self.dialog == 0 || each.item.dialog == self.dialog
    }

    /// Whether the site says in a few words that the account is closed: articles say such things at length.
    pub(super) fn says_closed(&self) -> bool {
        const FEW: u16 = 22;
        self.live().any(|each| {
            each.item.kind.is_read()
                && each.words.count <= FEW
                && each.is_statement()
                && each.words.any(&CLOSED)
        })
    }

    /// Whether the site says it in a text that shows; `only_as_alert`: in a dialog, an alert or an error.
    #[inline(never)]
    pub(super) fn says(&self, meaning: Meaning, only_as_alert: bool) -> bool {
        self.all.iter().any(|each| {
            each.is_shown()
                && (each.item.kind.is_read() || each.item.kind == Kind::CheckBox)
                && each.has(meaning)
                && each.is_statement()
                && (!only_as_alert
                    || self.dialog != 0 && each.item.dialog == self.dialog
                    || each.hint(Hint::Alert))
        })
    }
}

/// Whether a text begins with a question: "Account deactivated? See what to do" tells nobody's account is.
fn asks_first(text: &str) -> bool {
    const ENDS: [char; 8] = ['?', '？', '؟', '.', '!', '。', '！', '…'];
    let end = text.chars().find(|c| ENDS.contains(c));
    end.is_some_and(|end| QUESTION.contains(&end))
}

/// Where the page's matter begins: with its first heading that something to type or press follows, or with a sentence before
/// that. Nowhere in particular where nothing is a heading.
fn first_of_matter<'a, 'b>(all: &'b [Trait<'a>]) -> Option<&'b Trait<'a>> {
    let shows = |each: &Trait<'_>, kind| each.is_shown() && each.item.kind == kind;
    let at = all.iter().position(|each| shows(each, Kind::Heading))?;
    all[at..]
        .iter()
        .any(|each| each.item.kind.is_typed() || each.item.kind == Kind::Button)
        .then(|| {
            let says = |each: &&Trait<'_>| {
                each.item.landmark == Landmark::Main
                    && shows(each, Kind::Text)
                    && each.is_sentence()
            };
            all[..at].iter().find(says).unwrap_or(&all[at])
        })
}

/// Whether what only lies over the page asks a question as a dialog does, or says that the account is closed, unlike a chat
/// bubble or a cookie bar. A bar of buttons that sticks to the edge of the window says nothing by itself.
fn is_a_dialog(all: &[Trait<'_>], dialog: u16) -> bool {
    const YES: [Meaning; 4] = [
        Meaning::Yes,
        Meaning::Deactivate,
        Meaning::Close,
        Meaning::Delete,
    ];
    let inside = || {
        all.iter()
            .filter(|each| each.item.dialog == dialog && each.is_shown())
    };
    let says = || inside().filter(|each| each.item.kind.is_read());
    let offers = |meanings: &[Meaning]| {
        inside().any(|each| each.item.kind.is_pressable() && each.words.any(meanings))
    };
    says().any(|each| each.words.any(&CLOSED) && each.is_statement())
        || says().next().is_some() && offers(&[Meaning::No]) && offers(&YES)
}

/// Four boxes or more in a row whose names differ in their digits at most take a code, one digit each.
fn mark_boxes_of_a_code(all: &mut [Trait<'_>]) {
    const FEWEST: usize = 4;
    let is_alike = |one: &Trait<'_>, other: &Trait<'_>| {
        let plain = |each: &Trait<'_>| -> String {
            let letters = each.item.folded.chars();
            letters.filter(|c| !c.is_ascii_digit()).collect()
        };
        one.item.kind == Kind::TextBox
            && other.item.kind == Kind::TextBox
            && one.item.area.w == other.item.area.w
            && plain(one) == plain(other)
    };
    let mut from = 0;
    for at in 1..=all.len() {
        if at < all.len() && is_alike(&all[from], &all[at]) {
            continue;
        }
        if at - from >= FEWEST {
            for each in &mut all[from..at] {
                each.hints |= 1 << Hint::Code as u8;
            }
        }
        from = at;
    }
}

/// What names an item: its own name, else, of a field, the text before it.
fn caption(items: &[Item], at: usize) -> &str {
    let item = &items[at];
    let is_field = item.kind.is_typed()
        || matches!(
            item.kind,
            Kind::Select | Kind::ListBox | Kind::ChoiceGroup | Kind::FileBox
        );
    if item.kind == Kind::Heading
        && let Some(next) = items.get(at + 1).filter(|next| next.kind.is_pressable())
        && let Some(own) = item.folded.strip_suffix(next.folded.as_str())
        && !own.is_empty()
    {
        // A link at the end of a heading is not what the page is about.
        return own.trim_end();
    }
    if !item.folded.is_empty() || !is_field {
        return &item.folded;
    }
    items[..at]
        .last()
        .filter(|before| {
            before.kind.is_read() && before.form == item.form && before.dialog == item.dialog
        })
        .map_or("", |before| &before.folded)
}

fn hints_of(item: &Item) -> u16 {
    let in_hints = IN_HINTS
        .iter()
        .filter(|(part, _)| find_part(&item.hints, part).is_some());
    let in_href = IN_HREF
        .iter()
        .filter(|(part, _)| find_part(&item.href, part).is_some());
    in_hints
        .chain(in_href)
        .fold(0, |bits, (_, hint)| bits | 1 << *hint as u8)
}
