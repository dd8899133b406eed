//! What each item of a page is made of: its words, its structure, its company, as [facts](super::facts). Computed once, read
//! by all signals.

#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::facts::*;
use super::rule::{Rule, rule};
use crate::lexicon::{Concept, Lexicon, Meaning, Rank, Words};
use crate::view::{Item, Kind, View, Visibility};

/// Parts of ids, names, classes and test attributes (facts/aliexpress-pages.md, section 2).
const IN_HINTS: [(&str, Fact); 40] = [
    ("signout", TO_SIGN_OUT),
    ("logout", TO_SIGN_OUT),
    ("email", HINT_EMAIL),
    ("e-mail", HINT_EMAIL),
    ("username", HINT_EMAIL),
    ("verify-code", HINT_CODE),
    ("verifycode", HINT_CODE),
    ("verification-code", HINT_CODE),
    ("verificationcode", HINT_CODE),
    ("one-time-code", HINT_CODE),
    ("otp", HINT_CODE),
    ("smscode", HINT_CODE),
    ("nc_1_n1z", HINT_CHALLENGE),
    ("nc-container", HINT_CHALLENGE),
    ("baxia", HINT_CHALLENGE),
    ("nocaptcha", HINT_CHALLENGE),
    ("captcha", HINT_CHALLENGE),
    ("reason", HINT_REASON),
    ("alert", HINT_ALERT),
    ("error", HINT_ALERT),
    ("toast", HINT_ALERT),
    ("_fmu.", HINT_PROFILE_FORM),
    ("grouplistform", HINT_PROFILE_FORM),
    ("preview-form", HINT_PROFILE_FORM),
    ("order-item", HINT_ORDER_ITEM),
    ("order_item", HINT_ORDER_ITEM),
    ("order_more", HINT_ORDER_MORE),
    ("order-more", HINT_ORDER_MORE),
    ("tab-item", HINT_TAB),
    ("tabs-item", HINT_TAB),
    ("tab-nav-item", HINT_TAB),
    ("tabs-nav-item", HINT_TAB),
    ("search", HINT_ASIDE),
    ("newsletter", HINT_ASIDE),
    ("deactiv", HINT_DEACTIVATE),
    ("delete-account", HINT_DELETE),
    ("delete_account", HINT_DELETE),
    ("deleteaccount", HINT_DELETE),
    ("close-account", HINT_DELETE),
    ("account-delete", HINT_DELETE),
];

/// Whether a part of a structural name is one by which something is recognised.
#[cfg(feature = "serde")]
pub(crate) fn is_known_hint(part: &str) -> bool {
    let mut names = IN_HINTS
        .iter()
        .flat_map(|(name, _)| name.split(|sign: char| !sign.is_alphanumeric()));
    !part.is_empty() && names.any(|known| known == part)
}

/// Parts of the addresses that links lead to.
const IN_HREF: [(&str, Fact); 21] = [
    ("deactive_account", TO_OLD_FORM),
    ("deactive_account", HINT_DEACTIVATE),
    ("deactivat", HINT_DEACTIVATE),
    ("/request/delete", HINT_DELETE),
    ("manage_person_profile", TO_PROFILE),
    ("/profile", TO_PROFILE),
    ("/account/setting", TO_SETTINGS),
    ("/settings", TO_SETTINGS),
    ("account_settings", TO_SETTINGS),
    ("/p/account/index", TO_HOME),
    ("/account/index", TO_HOME),
    ("home.aliexpress", TO_HOME),
    ("privacy.aliexpress.", TO_PRIVACY_CENTER),
    ("logout", TO_SIGN_OUT),
    ("signout", TO_SIGN_OUT),
    ("sign_out", TO_SIGN_OUT),
    ("helpcenter", TO_HELP),
    ("helppage", TO_HELP),
    ("customerservice", TO_HELP),
    ("/help", TO_HELP),
    ("/blog", TO_HELP),
];

/// The same for frames: what leads to a check.
const IN_FRAMES: [(&str, Fact); 3] = [
    ("/punish", HINT_CHALLENGE),
    ("_tmd_", HINT_CHALLENGE),
    ("captcha", HINT_CHALLENGE),
];

/// No list of reasons is longer; without a bound a page of nothing but options would take a time that grows as its square.
const LONGEST_LIST: usize = 200;
/// The same for what lies over a page: the last ones lie on top.
const MANY_DIALOGS: usize = 32;
const QUESTION: [char; 3] = ['?', '？', '؟'];
/// More words than these are no sentence of the site about this very account.
const LONGEST_STATEMENT: u16 = 40;

/// An item and what it is made of.
#[derive(Clone)]
pub(super) struct Candidate<'a> {
    pub(super) item: &'a Item,
    /// Its place in the document's order.
    pub(super) at: usize,
    pub(super) words: Words,
    pub(super) facts: FactSet,
}

impl<'a> Candidate<'a> {
    pub(super) fn of(view: &'a View, at: usize, lexicon: &Lexicon) -> Self {
        let item = &view.items[at];
        let words = lexicon.words(caption(&view.items, at));
        let mut facts = FactSet::of(&words);
        facts.add_place(item.kind, item.landmark);
        add_hints(item, &mut facts);
        let asks = item.name.contains(QUESTION);
        let is_answer = if item.kind == Kind::Heading {
            !asks
        } else {
            // A sentence about the account may go on with a question: whether to ask it back.
            let is_told = words.any(&[Meaning::Deactivated, Meaning::Terminated]);
            let asks_last = item.name.trim_end().ends_with(QUESTION);
            !asks_first(&item.name) && (is_told || !asks_last)
        };
        let is_bare_link = item.kind == Kind::Link && item.href.is_empty();
        for (fact, is_so) in [
            (ASKS, asks),
            (STATEMENT, is_answer && words.count <= LONGEST_STATEMENT),
            (SHOWN, item.visibility == Visibility::Shown),
            (ENABLED, item.enabled),
            (STRONG, item.strong),
            (GROUPED, item.group != 0),
            (BUTTON_IN_ALL, item.kind == Kind::Button || is_bare_link),
            (
                HINT_TAB,
                facts.has(HINT_TAB) || item.hints.split(' ').any(|hint| hint == "tab"),
            ),
            // The delay that the site promises is the same in every language.
            (IN_24_HOURS, item.folded.split(' ').any(|word| word == "24")),
        ] {
            facts.set(fact, is_so);
        }
        // The foot of a form is one, too: what ends the account there is a button, where the site's own foot has links.
        if facts.fits(rule!(all [BUTTON, FOOTER, ENDS_ACCOUNT])) {
            facts.put(FOOTER, false);
            facts.add(MAIN);
        }
        Self {
            item,
            at,
            words,
            facts,
        }
    }

    pub(super) fn fits(&self, rule: Rule) -> bool {
        self.facts.fits(rule)
    }

    /// How well it is attested as the label of `concept`.
    pub(super) fn label(&self, concept: Concept) -> Option<Rank> {
        self.words.label(concept)
    }
}

/// The page's items and their candidates.
pub(super) struct Candidates<'a> {
    pub(super) all: Vec<Candidate<'a>>,
    /// Number of the dialog that lies over the page; 0 for none.
    pub(super) dialog: u16,
    /// What the words were looked up in.
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Candidates<'a> {
    pub(super) fn of(view: &'a View, lexicon: &'a Lexicon) -> Self {
        let mut all: Vec<Candidate<'a>> = (0..view.items.len())
            .map(|at| Candidate::of(view, at, lexicon))
            .collect();
        mark_boxes_of_a_code(&mut all);
        let dialog = all
            .iter()
            .rev()
            .filter(|each| each.fits(rule!(all [DIALOG, SHOWN])))
            .take(MANY_DIALOGS)
            .find(|each| {
                each.fits(rule!(any[HINT_CHALLENGE]))
                    || each.facts.has(STRONG) && shows_something(&all, each.item.dialog)
                    || is_a_dialog(&all, each.item.dialog)
            })
            .map_or(0, |each| each.item.dialog);
        place_in_front(&mut all, dialog, 0);
        Self {
            all,
            dialog,
            lexicon,
        }
    }

    /// The page as it is beneath the dialog that lies over it.
    pub(super) fn beneath(&self) -> Self {
        let mut all = self.all.clone();
        for each in &mut all {
            each.facts.set(SHOWN, each.item.behind);
        }
        place_in_front(&mut all, 0, self.dialog);
        Self {
            all,
            dialog: 0,
            lexicon: self.lexicon,
        }
    }

    /// The item and what stands near it in the document, where its list or group is.
    pub(super) fn around(&self, each: &Candidate<'a>) -> &[Candidate<'a>] {
        let end = self.all.len().min(each.at + LONGEST_LIST);
        &self.all[each.at.saturating_sub(LONGEST_LIST)..end]
    }

    /// Items that show and, where a dialog lies over the page, are in it, and that fit the rule.
    pub(super) fn live(&self, rule: Rule) -> impl Iterator<Item = &Candidate<'a>> {
        self.all
            .iter()
            .filter(move |each| each.facts.has(LIVE) && each.facts.fits(rule))
    }

    pub(super) fn first(&self, rule: Rule) -> Option<&Candidate<'a>> {
        self.live(rule).next()
    }

    pub(super) fn any(&self, rule: Rule) -> bool {
        self.first(rule).is_some()
    }

    pub(super) fn count(&self, rule: Rule) -> usize {
        self.live(rule).count()
    }

    /// Whether the site says in a few words that the account is closed: articles say such things at length.
    pub(super) fn says_closed(&self) -> bool {
        self.any(rule!(all [READ, UP_TO_22, STATEMENT] any [DEACTIVATED, TERMINATED]))
    }

    /// Whether the site says it in a text that shows and that `counts`.
    pub(super) fn says(&self, meaning: Fact, counts: impl Fn(&Candidate<'a>) -> bool) -> bool {
        self.all.iter().any(|each| {
            each.facts.has(meaning)
                && each.fits(rule!(all [SHOWN, STATEMENT] any [READ, CHECK_BOX]))
                && counts(each)
        })
    }

    /// Whether it says so in a dialog, an alert or an error.
    pub(super) fn alerts(&self, meaning: Fact) -> bool {
        self.says(meaning, |each| {
            each.fits(rule!(any [IN_DIALOG, HINT_ALERT]))
        })
    }
}

/// Says of each candidate whether it is in front and belongs to the page's matter, where the dialog of that number lies over
/// the page (0 for none), and the dialog `without` is thought away.
fn place_in_front(all: &mut [Candidate<'_>], dialog: u16, without: u16) {
    let first = first_of_matter(all).map_or(0, |each| each.at);
    for each in all {
        let is_in_dialog = dialog != 0 && each.item.dialog == dialog;
        let is_away = without != 0 && each.item.dialog == without;
        let is_in_front = (dialog == 0 || is_in_dialog) && !is_away;
        let is_content = each.fits(rule!(all [MAIN] none [HINT_ASIDE]));
        for (fact, is_so) in [
            (IN_DIALOG, is_in_dialog),
            (IN_FRONT, is_in_front),
            (LIVE, is_in_front && each.facts.has(SHOWN)),
            (CONTENT, is_content && (is_in_dialog || each.at >= first)),
        ] {
            each.facts.put(fact, is_so);
        }
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
fn first_of_matter<'a, 'b>(all: &'b [Candidate<'a>]) -> Option<&'b Candidate<'a>> {
    let at = all
        .iter()
        .position(|each| each.fits(rule!(all [HEADING, SHOWN])))?;
    all[at..]
        .iter()
        .any(|each| each.fits(rule!(any [TYPED, BUTTON])))
        .then(|| {
            let says = |each: &&Candidate<'_>| each.fits(rule!(all [MAIN, TEXT, SHOWN, SENTENCE]));
            all[..at].iter().find(says).unwrap_or(&all[at])
        })
}

/// Whether what only lies over the page asks a question as a dialog does, or says that the account is closed, unlike a chat
/// bubble or a cookie bar. A bar of buttons that sticks to the edge of the window says nothing by itself.
/// Whether anything in a dialog can be seen: a drawer that is parked beside the window may look in by its edge.
fn shows_something(all: &[Candidate<'_>], dialog: u16) -> bool {
    let mut inside = all
        .iter()
        .filter(|each| each.item.dialog == dialog && !each.facts.has(DIALOG))
        .peekable();
    inside.peek().is_none() || inside.any(|each| each.facts.has(SHOWN))
}

fn is_a_dialog(all: &[Candidate<'_>], dialog: u16) -> bool {
    let any = |rule: Rule| {
        all.iter()
            .any(|each| each.item.dialog == dialog && each.facts.has(SHOWN) && each.fits(rule))
    };
    any(
        rule!(all [READ, STATEMENT] any [DEACTIVATED, TERMINATED, BLOCKED_ORDERS, BLOCKED_DISPUTES, BLOCKED_PAYMENT, BLOCKED_BALANCE, BLOCKED_SELLER, BLOCKED_CONTACT, BUSY]),
    ) || any(rule!(all[READ]))
        && any(rule!(all [PRESSABLE, NO]))
        && any(rule!(all [PRESSABLE] any [YES, DEACTIVATE, CLOSE, DELETE]))
}

/// Four boxes or more in a row whose names differ in their digits at most take a code, one digit each.
fn mark_boxes_of_a_code(all: &mut [Candidate<'_>]) {
    const FEWEST: usize = 4;
    let is_alike = |one: &Candidate<'_>, other: &Candidate<'_>| {
        let plain = |each: &Candidate<'_>| -> String {
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
                each.facts.add(HINT_CODE);
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

fn add_hints(item: &Item, facts: &mut FactSet) {
    let find = |text: &str, parts: &[(&str, Fact)], facts: &mut FactSet| {
        for (part, fact) in parts {
            facts.set(*fact, text.contains(part));
        }
    };
    find(&item.hints, &IN_HINTS, facts);
    if item.kind == Kind::SealedFrame {
        find(&item.href, &IN_FRAMES, facts);
    } else {
        find(&item.href, &IN_HREF, facts);
    }
    facts.set(HINT_SUBMIT, item.hints.ends_with("submit"));
    facts.set(EXPANDED, item.hints.starts_with("expanded"));
}
