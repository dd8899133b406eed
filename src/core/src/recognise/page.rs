//! Which page this is.
//!
//! Each signal speaks for one page (or against it). Addresses weigh most, but an address alone never beats what the page
//! plainly is: a form without its fields, a sign-in form at the address of the settings, a farewell after the form was sent.

#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::facts::*;
use super::rule::{Rule, rule};
use super::traits::{Trait, Traits};
use super::{Evidence, Weight};
use crate::fold::fold;
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Lexicon, Meaning, Rank, Subject};
use crate::view::{Kind, View};

/// An address that tells a page.
struct UrlPattern {
    page: PageId,
    host: &'static str,
    path: &'static str,
    fragment: &'static str,
    /// Whether it only hints at the page.
    is_weak: bool,
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// Points from which a page is believed.
const THRESHOLD: i16 = 40;
/// Points by which it must lead the next.
const MARGIN: i16 = 6;
/// Points of what says that something else ends here: enough against the plainest dialog.
const AGAINST: i16 = -100;
/// Points by which a part of a page that is a page of its own leads the whole.
const LEAD: i16 = 20;
/// Points for each further thing that only leaving asks for.
const MORE: i16 = 10;

pub(super) struct Verdict {
    pub(super) page: PageId,
    pub(super) weight: Weight,
    pub(super) margin: i16,
}

/// One weight a page, in the order of [`PageId::ALL`].
struct Scores(Vec<Weight>);

impl Scores {
    fn add(&mut self, page: PageId, evidence: Evidence, points: i16) {
        self.0[page as usize].add(evidence, points);
    }

    /// Several signals of one kind count once, with the strongest.
    fn raise(
        &mut self,
        page: PageId,
        evidence: Evidence,
        points: i16,
        spoken: &mut Vec<(PageId, Evidence, i16)>,
    ) {
        match spoken
            .iter_mut()
            .find(|(known, kind, _)| *known == page && *kind == evidence)
        {
            Some((_, _, best)) if *best >= points => {}
            Some((_, _, best)) => {
                let gain = points - *best;
                *best = points;
                self.add(page, evidence, gain);
            }
            None => {
                spoken.push((page, evidence, points));
                self.add(page, evidence, points);
            }
        }
    }
}

pub(super) fn verdict(view: &View, traits: &Traits<'_>) -> Verdict {
    let mut scores = Scores(vec![Weight::default(); PageId::ALL.len()]);
    let shape = address_shape(view);
    let title = FactSet::of(&traits.lexicon.words(&view.title));
    by_address(view, traits.lexicon, shape, &mut scores);
    by_headings(&title, traits, &mut scores);
    by_fields(view, traits, &mut scores);
    by_buttons(view, traits, &mut scores);
    by_notices(is_at_form(shape, &title), traits, &mut scores);
    choose(&scores)
}

fn choose(scores: &Scores) -> Verdict {
    let (mut best, mut lead, mut next) = (0, i16::MIN, i16::MIN);
    for (index, weight) in scores.0.iter().enumerate() {
        if weight.points > lead {
            (best, next, lead) = (index, lead, weight.points);
        } else {
            next = next.max(weight.points);
        }
    }
    let margin = lead.saturating_sub(next);
    if lead < THRESHOLD || margin < MARGIN {
        return Verdict {
            page: PageId::Other,
            weight: Weight::default(),
            margin: 0,
        };
    }
    Verdict {
        page: PageId::ALL[best],
        weight: scores.0[best],
        margin,
    }
}

/// The known address that fits best.
fn address_shape(view: &View) -> Option<&'static UrlPattern> {
    let address = &view.address;
    URL_PATTERNS
        .iter()
        .filter(|shape| {
            let at_host =
                shape.host.is_empty() || first_labels(&address.host).contains(&shape.host);
            at_host
                && address.path.contains(shape.path)
                && address.fragment.ends_with(shape.fragment)
        })
        .max_by_key(|shape| {
            let length = shape.path.len() + 2 * shape.fragment.len() + shape.host.len();
            // Where an address ends says more than where it lies, and whose programme it is more than either.
            (
                !shape.is_weak,
                shape.page == PageId::Other,
                shape.page == PageId::Goodbye,
                length,
            )
        })
}

/// Whether address or title are those of a form that ends the account, or of its answer.
fn is_at_form(shape: Option<&UrlPattern>, title: &FactSet) -> bool {
    shape.is_some_and(|shape| shape.page == PageId::Goodbye || LEAVING.contains(&shape.page))
        || title.has(label(Concept::Control(ControlId::Deactivate)))
}

fn by_address(view: &View, lexicon: &Lexicon, shape: Option<&UrlPattern>, scores: &mut Scores) {
    let known = shape.filter(|shape| !shape.is_weak);
    let is_foreign = known.is_none() && !is_own_host(&view.address.host);
    let is_off_the_way = known.map_or_else(
        || is_foreign || names_other(view, lexicon),
        |shape| is_elsewhere(shape.page),
    );
    if is_off_the_way {
        for page in LEAVING {
            scores.add(page, Evidence::Address, AGAINST);
        }
    }
    if is_foreign {
        for page in OWN {
            scores.add(page, Evidence::Address, 2 * AGAINST);
        }
    }
    if let Some(shape) = shape {
        let points = match (
            shape.path.is_empty() && shape.fragment.is_empty(),
            shape.page,
        ) {
            (true, PageId::Other) if shape.is_weak => 30,
            (true, PageId::Other) => 70,
            (true, _) => 45,
            (false, _) if shape.is_weak => 25,
            (false, PageId::Other) => 80,
            (false, _) => 60,
        };
        scores.add(shape.page, Evidence::Address, points);
    }
}

/// Pages that end the account, or are on the way to that.
const LEAVING: [PageId; 4] = [
    PageId::DeactivateForm,
    PageId::PrivacyDelete,
    PageId::RemoveDialog,
    PageId::VerifyCode,
];

/// Pages of the account itself, which stand on its own hosts only.
const OWN: [PageId; 6] = [
    PageId::MyAliexpress,
    PageId::AccountSettings,
    PageId::EditProfile,
    PageId::PersonalInformation,
    PageId::PrivacyCenter,
    PageId::ClosedNotice,
];

/// Whether nothing on that page ends the account: what is removed there is an order, a card, an address.
const fn is_elsewhere(page: PageId) -> bool {
    matches!(
        page,
        PageId::OrderList
            | PageId::OrderDetail
            | PageId::DisputeList
            | PageId::Wallet
            | PageId::Coupons
            | PageId::Addresses
            | PageId::Other
    )
}

/// Hosts of the account's own pages, besides those of languages and countries: seen (facts/aliexpress-pages.md, section 1), and
/// names under which it would not surprise to find them.
const OWN_HOSTS: [&str; 12] = [
    "www", "privacy", "accounts", "account", "home", "login", "passport", "member", "user",
    "center", "profile", "settings",
];

/// Whether a path names another thing: a list, a plan, a game.
fn names_other(view: &View, lexicon: &Lexicon) -> bool {
    let path = &view.address.path;
    // The account's own pages of old.
    !path.contains("/user/organization") && lexicon.words(&fold(path)).has(Meaning::Other)
}

fn is_own_host(host: &str) -> bool {
    first_labels(host)
        .iter()
        .all(|label| label.len() <= 2 || OWN_HOSTS.contains(label))
}

/// The labels of a host before its domain: `["m", "pt"]` of `m.pt.aliexpress.com`.
fn first_labels(host: &str) -> Vec<&str> {
    let labels: Vec<&str> = host.split('.').collect();
    labels[..labels.len().saturating_sub(2)].to_vec()
}

fn by_headings(title: &FactSet, traits: &Traits<'_>, scores: &mut Scores) {
    let mut spoken = Vec::new();
    let mut is_first = true;
    for each in traits.live(rule!(all[HEADING])) {
        let is_weak = each.fits(rule!(any [FOOTER, NAVIGATION]));
        let points = match (is_weak, is_first) {
            (true, _) => 8,
            (_, true) => 42,
            _ => 36,
        };
        is_first &= is_weak;
        speak(&each.facts, points, &mut spoken, scores);
    }
    // On a phone the title often is the only heading.
    let is_alone = spoken.is_empty() && traits.dialog == 0;
    let points = if is_alone { 40 } else { 22 };
    speak(title, points, &mut Vec::new(), scores);
}

/// The page that a heading names, by the concept that it is a label of.
const NAMED: [(Concept, PageId); 14] = [
    (
        Concept::Control(ControlId::MyAliexpress),
        PageId::MyAliexpress,
    ),
    (
        Concept::Control(ControlId::AccountSettings),
        PageId::AccountSettings,
    ),
    (
        Concept::Control(ControlId::EditProfile),
        PageId::EditProfile,
    ),
    (
        Concept::Control(ControlId::Deactivate),
        PageId::DeactivateForm,
    ),
    (Concept::Control(ControlId::Delete), PageId::PrivacyDelete),
    (
        Concept::Control(ControlId::Reactivate),
        PageId::ReactivateForm,
    ),
    (
        Concept::Subject(Subject::PersonalInformation),
        PageId::PersonalInformation,
    ),
    (
        Concept::Subject(Subject::PrivacyCenter),
        PageId::PrivacyCenter,
    ),
    (Concept::Subject(Subject::OrderList), PageId::OrderList),
    (Concept::Subject(Subject::DisputeList), PageId::DisputeList),
    (Concept::Subject(Subject::Wallet), PageId::Wallet),
    (Concept::Subject(Subject::Coupons), PageId::Coupons),
    (Concept::Subject(Subject::Addresses), PageId::Addresses),
    (Concept::Subject(Subject::OrderDetail), PageId::OrderDetail),
];

/// The page that a heading's words speak of, where it is no label: the first whose rule fits.
const SPOKEN: [(Rule, PageId); 8] = [
    (rule!(all [REACTIVATE, ACCOUNT]), PageId::ReactivateForm),
    (rule!(all [DEACTIVATE, ACCOUNT]), PageId::DeactivateForm),
    (
        rule!(all [ACCOUNT] any [DELETE, CLOSE] none [OTHER]),
        PageId::PrivacyDelete,
    ),
    (rule!(any [VERIFY, CODE]), PageId::VerifyCode),
    (
        rule!(all [SETTINGS] none [OTHER, PRIVACY]),
        PageId::AccountSettings,
    ),
    (
        rule!(all [PROFILE] none [OTHER]; all [EDIT] any [PERSONAL, ACCOUNT] none [OTHER]),
        PageId::EditProfile,
    ),
    (rule!(all[PERSONAL]), PageId::PersonalInformation),
    (rule!(all [PRIVACY] none [SETTINGS]), PageId::PrivacyCenter),
];

/// What a heading speaks for; `points` where it is a label, less where its words only fit.
fn speak(
    heading: &FactSet,
    points: i16,
    spoken: &mut Vec<(PageId, Evidence, i16)>,
    scores: &mut Scores,
) {
    let mut is_named = false;
    for (concept, page) in &NAMED {
        if heading.has(label(*concept)) {
            is_named = true;
            scores.raise(*page, Evidence::Heading, points, spoken);
        }
    }
    if is_named || !heading.fits(rule!(any [NAME, SHORT]; all [REACTIVATE, ACCOUNT])) {
        return;
    }
    let points = if heading.has(CLEAN) {
        points * 3 / 4
    } else {
        points / 2
    };
    if let Some((_, page)) = SPOKEN.iter().find(|(rule, _)| heading.fits(rule)) {
        scores.raise(*page, Evidence::Heading, points, spoken);
    }
}

/// What each thing on a page says of it, whatever its words.
const OF_ITEMS: [(Rule, PageId, Evidence, i16); 7] = [
    (
        rule!(all[PASSWORD_BOX]),
        PageId::SignedOut,
        Evidence::Shape,
        50,
    ),
    (
        rule!(all [FILE_BOX] any [IDENTITY, UPLOAD]),
        PageId::ReactivateForm,
        Evidence::Shape,
        35,
    ),
    (
        rule!(all [FILE_BOX] any [IDENTITY, UPLOAD]),
        PageId::ClosedNotice,
        Evidence::Shape,
        -40,
    ),
    (
        rule!(all [HINT_CHALLENGE] none [TYPED, PASSWORD_BOX, FILE_BOX]),
        PageId::Challenge,
        Evidence::Hints,
        70,
    ),
    // What lies over a page hides it, whatever its address and title say.
    (
        rule!(all [DIALOG, HINT_CHALLENGE]),
        PageId::Challenge,
        Evidence::Shape,
        60,
    ),
    (
        rule!(all [HINT_PROFILE_FORM] none [TYPED, PASSWORD_BOX, FILE_BOX, HINT_CHALLENGE]),
        PageId::EditProfile,
        Evidence::Hints,
        6,
    ),
    (
        rule!(all [HINT_ORDER_ITEM] none [TYPED, PASSWORD_BOX, FILE_BOX, HINT_CHALLENGE, HINT_PROFILE_FORM]),
        PageId::OrderList,
        Evidence::Hints,
        6,
    ),
];

/// Names another thing that the site ends on request: a card, an order, somebody else's account.
const ENDS_OTHER: Rule = rule!(all [HEADING, ENDS, OTHER] none [ENDS_ACCOUNT]);

fn by_fields(view: &View, traits: &Traits<'_>, scores: &mut Scores) {
    if asks_to_sign_in(traits) {
        scores.add(PageId::SignedOut, Evidence::Shape, 50);
    }
    for each in traits.live(rule!()) {
        for (rule, page, evidence, points) in &OF_ITEMS {
            if each.fits(rule) {
                scores.add(*page, *evidence, *points);
            }
        }
    }
    let ends_other = traits.any(ENDS_OTHER);
    let codes = if ends_other {
        0
    } else {
        traits.count(rule!(all [TYPED, HINT_CODE]; all [TYPED, CODE] none [OTHER]))
    };
    let in_frame = codes == 0 && view.sealed_frame && asks_for_code_in_frame(traits);
    if codes > 0 || in_frame {
        let points = if in_frame || codes > 3 { 60 } else { 45 };
        scores.add(PageId::VerifyCode, Evidence::Shape, points);
        scores.add(PageId::PrivacyDelete, Evidence::Shape, -30);
    }
    if ends_other {
        for page in LEAVING {
            scores.add(page, Evidence::Heading, AGAINST);
        }
    } else if traits.any(rule!(all [HEADING, CONTENT] any [ENDS, OTHER] none [ENDS_ACCOUNT])) {
        // Codes are asked for payments and settings, too.
        scores.add(PageId::VerifyCode, Evidence::Heading, AGAINST);
    }
    let (form, signs) = leaving_form(traits, traits.any(ASKS_FOR_PHRASE));
    let asked = asked_act(traits);
    for (page, act) in [
        (PageId::DeactivateForm, Act::Deactivate),
        (PageId::PrivacyDelete, Act::Delete),
    ] {
        if form && (asked == Some(act) || asked == Some(Act::Close)) {
            scores.add(page, Evidence::Shape, 45 + MORE * (signs - 1).max(0));
        } else if !form && view.parsed && page == PageId::DeactivateForm {
            scores.add(page, Evidence::Shape, -45);
        } else if form && asked.is_some() {
            scores.add(page, Evidence::Shape, -25);
        }
    }
}

/// Whether a heading or a dialog is about signing in, and something is to be typed below it.
fn asks_to_sign_in(traits: &Traits<'_>) -> bool {
    const HEADS: Rule = rule!(all [CONTENT, UP_TO_4] any [HEADING, DIALOG] any [label(Concept::Subject(Subject::SignIn)), leads(Concept::Subject(Subject::SignIn))]);
    traits.first(HEADS).is_some_and(|heading| {
        traits
            .live(rule!(all [CONTENT, TYPED]))
            .any(|field| field.at > heading.at)
    })
}

/// Whether what stands round a frame that can't be looked into speaks of a code or of proving who one is.
fn asks_for_code_in_frame(traits: &Traits<'_>) -> bool {
    traits.says(CODE_SENT, false)
        || traits.any(rule!(any [HEADING, SEALED_FRAME] any [VERIFY, CODE]))
}

/// A field's own words ask for a phrase: for a word that ends the account, or for one to be typed to agree.
const ASKS_FOR_PHRASE: Rule = rule!(all [TEXT_BOX] any [TYPE, ENDS, AGREE] none [OTHER, EMAIL, PERSONAL, PROFILE, HINT_CODE, CODE]);

/// Something to press ends something, and nothing else than the account is named.
const ENDS_IT: Rule = rule!(all [CONTENT, PRESSABLE, ENDS] none [OTHER]);

/// Whether the page asks for what only leaving asks for, and for how much of it: a phrase, a reason, consent, the account's
/// e-mail beside a button that ends it.
fn leaving_form(traits: &Traits<'_>, asks_phrase: bool) -> (bool, i16) {
    const REASONS: Rule = rule!(all [CONTENT] any [CHOICE, RADIO, CHECK_BOX] any [REASON_PRIVACY, REASON_SECURITY, REASON_EXPERIENCE, REASON_SWITCHING]);
    const OF_EMAIL: Rule = rule!(all [CONTENT, TYPED] any [EMAIL, HINT_EMAIL, EMAIL_BOX]);
    let ends = traits.any(ENDS_IT);
    let consents = ends && traits.any(rule!(all [CONTENT, CHECK_BOX, AGREE]));
    let with_email = traits.live(OF_EMAIL).any(|field| {
        traits
            .live(ENDS_IT)
            .any(|button| button.item.form == field.item.form)
    });
    let headed = traits.any(rule!(all [CONTENT, HEADING, ENDS, ACCOUNT, CLEAN] none [OTHER]))
        && traits.any(rule!(all [CONTENT, TYPED] none [TEXT_AREA]))
        && (ends || traits.any(rule!(all [CONTENT, BUTTON, CONFIRM])));
    let signs = [
        asks_phrase,
        traits.count(REASONS) >= 2,
        consents,
        with_email,
    ];
    let signs: i16 = signs.map(i16::from).iter().sum();
    (signs > 0 || headed, signs)
}

/// What a form does to the account. In doubt the graver is meant: the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    Close,
    Deactivate,
    Delete,
}

/// What the page asks to confirm, by the words of its buttons first, then of the phrase that it asks for, then of its
/// headings. A button that does not name the account speaks only where something else does, and nothing else is named.
pub(super) fn asked_act(traits: &Traits<'_>) -> Option<Act> {
    let about_other = traits.any(rule!(all [CONTENT, HEADING, NAME, OTHER] none [ENDS_ACCOUNT]));
    let about_account = !about_other && traits.any(rule!(all [CONTENT, READ, ENDS_ACCOUNT]));
    let buttons: Rule = if about_account {
        rule!(all [CONTENT, PRESSABLE] none [OTHER, MEANS_NO])
    } else {
        rule!(all [CONTENT, PRESSABLE, ACCOUNT] none [OTHER, MEANS_NO])
    };
    [
        buttons,
        rule!(all [CONTENT, TYPE, ENDS_ACCOUNT]),
        rule!(all [CONTENT, HEADING, NAME, ACCOUNT] none [OTHER]),
    ]
    .into_iter()
    .find_map(|rule| traits.live(rule).filter_map(act).max())
}

fn act(each: &Trait<'_>) -> Option<Act> {
    [
        (DEACTIVATE, Act::Deactivate),
        (DELETE, Act::Delete),
        (CLOSE, Act::Close),
    ]
    .into_iter()
    .find(|(fact, _)| each.facts.has(*fact))
    .map(|(_, act)| act)
}

/// Whether what the page asks for erases the account, by its own words.
pub(super) fn deletes(page: PageId, traits: &Traits<'_>) -> bool {
    match page {
        PageId::PrivacyDelete => true,
        PageId::RemoveDialog => {
            !traits.any(rule!(all[DEACTIVATE]))
                || traits.any(rule!(all [DELETE, ACCOUNT]; all [DELETE, PRESSABLE]))
                || traits.says(DELETES, true)
        }
        PageId::DeactivateForm
            if traits
                .first(rule!(all [CONTENT, HEADING]))
                .is_some_and(|first| {
                    first.fits(rule!(all [DELETE, ACCOUNT, NAME] none [DEACTIVATE, OTHER, ASKS]))
                }) =>
        {
            true
        }
        PageId::DeactivateForm | PageId::VerifyCode => match asked_act(traits) {
            Some(Act::Delete) => true,
            Some(Act::Close) => traits.says(DELETES, false),
            _ => false,
        },
        _ => false,
    }
}

/// What each thing to press says of the page; of each page and kind of evidence the strongest counts.
const OF_BUTTONS: [(Rule, PageId, Evidence, i16); 6] = [
    (
        rule!(all [PRESSABLE, MAIN] any [label(Concept::Control(ControlId::EditProfile)), TO_PROFILE]),
        PageId::AccountSettings,
        Evidence::Shape,
        18,
    ),
    (
        rule!(all [PRESSABLE, MAIN, TO_SETTINGS]),
        PageId::MyAliexpress,
        Evidence::Shape,
        14,
    ),
    (
        rule!(all [PRESSABLE, label(Concept::Control(ControlId::GetCode))]; all [PRESSABLE, GET, CODE]),
        PageId::VerifyCode,
        Evidence::Shape,
        30,
    ),
    (
        rule!(all [PRESSABLE, MAIN, label(Concept::Subject(Subject::SignIn))]),
        PageId::SignedOut,
        Evidence::Words,
        18,
    ),
    (
        rule!(all [PRESSABLE, REACTIVATE, NAME]),
        PageId::ClosedNotice,
        Evidence::Shape,
        20,
    ),
    (
        rule!(all [PRESSABLE, REACTIVATE, NAME]),
        PageId::ReactivateForm,
        Evidence::Words,
        10,
    ),
];

fn by_buttons(view: &View, traits: &Traits<'_>, scores: &mut Scores) {
    let mut spoken = Vec::new();
    let is_privacy_center = first_labels(&view.address.host).contains(&"privacy");
    let personal = Personal::of(traits);
    let is_told = traits.any(rule!(all [HEADING, ACCOUNT, ENDS] none [DELETE]));
    for each in traits.live(rule!(all[PRESSABLE])) {
        if each.fits(rule!(all [LINK, HINT_DEACTIVATE] none [TO_HELP])) {
            scores.raise(PageId::EditProfile, Evidence::Href, 20, &mut spoken);
        }
        let may_delete = each.fits(rule!(all [DELETE] none [NAVIGATION]));
        let leads = may_delete && each.fits(LEADS_TO_REMOVAL);
        if may_delete && (leads || each.fits(rule!(all [ACCOUNT, CLEAN] none [OTHER]))) {
            let points = if is_privacy_center || each.facts.has(HINT_DELETE) {
                0
            } else {
                personal.points(each, leads, scores)
            };
            scores.raise(
                PageId::PersonalInformation,
                Evidence::Shape,
                points,
                &mut spoken,
            );
        }
        for (rule, page, evidence, points) in &OF_BUTTONS {
            if each.fits(rule) {
                scores.raise(*page, *evidence, *points, &mut spoken);
            }
        }
        if each.fits(rule!(all [MAIN, DEACTIVATE, ACCOUNT, CLEAN] none [OTHER])) {
            let points = if personal.is_named { 45 } else { 30 };
            scores.raise(PageId::EditProfile, Evidence::Shape, points, &mut spoken);
        }
        let to_settings = each.label(Concept::Control(ControlId::AccountSettings));
        if each.facts.has(MAIN) && to_settings > Some(Rank::Guess) {
            scores.raise(PageId::MyAliexpress, Evidence::Shape, 14, &mut spoken);
        }
        if is_told && each.fits(rule!(all [REACTIVATE, NAME])) {
            scores.raise(PageId::ClosedNotice, Evidence::Shape, 45, &mut spoken);
        }
    }
    // What makes it a page of the way is what removes the account.
    if !traits.any(rule!(all [PRESSABLE, DELETE, ACCOUNT])) {
        scores.add(PageId::PersonalInformation, Evidence::Shape, -20);
    }
    if is_leaving_dialog(traits) {
        scores.add(PageId::RemoveDialog, Evidence::Shape, 100);
    }
}

/// A row says "Remove my account" and then more.
const LEADS_TO_REMOVAL: Rule = rule!(all [leads(Concept::Control(ControlId::Remove))] none [leads(Concept::Control(ControlId::Delete)), OTHER_AFTER_OBJECT]);

/// Which kinds of thing on the page say "personal information".
#[derive(Default)]
struct Personal {
    kinds: FactSet,
    is_named: bool,
}

impl Personal {
    fn of(traits: &Traits<'_>) -> Self {
        const NAMED: Rule = rule!(all [label(Concept::Subject(Subject::PersonalInformation))]; all [PERSONAL, UP_TO_3] none [EDIT]);
        let mut found = Self::default();
        for each in traits.live(NAMED) {
            // What has been unfolded heads what stands below it.
            let heads = each.fits(rule!(all [BUTTON, EXPANDED]));
            let kind = if heads { Kind::Heading } else { each.item.kind };
            found.kinds.add(is(kind));
            found.is_named = true;
        }
        found
    }

    /// What a control that removes the account speaks for the page of personal information.
    fn points(&self, each: &Trait<'_>, leads: bool, scores: &Scores) -> i16 {
        let is = |control| each.facts.has(label(Concept::Control(control)));
        let is_delete = is(ControlId::Delete);
        let only_remove = !is_delete && (leads || is(ControlId::Remove));
        let points_of = |page| scores.0[page as usize].points;
        let home = points_of(PageId::MyAliexpress);
        let profile = points_of(PageId::EditProfile);
        let is_heading = self.kinds.has(HEADING);
        if only_remove && self.kinds.fits(rule!(any [HEADING, BUTTON, TEXT])) {
            60.max(home.max(profile) + LEAD)
        } else if is_heading && profile <= home {
            80.max(home + LEAD)
        } else if is_heading {
            80
        } else if self.kinds.has(BUTTON) && profile < home && !is_delete {
            // A part of the account's page behind a tab, which is open, since the control shows.
            home + LEAD
        } else if only_remove {
            28
        } else {
            0
        }
    }
}

/// A dialog over the page with a Yes and a No that speaks of ending the account.
fn is_leaving_dialog(traits: &Traits<'_>) -> bool {
    const SPEAKS: Rule = rule!(all [ENDS_ACCOUNT]; all [DELETES, ACCOUNT] none [OTHER]);
    const NO_BUTTON: Rule =
        rule!(all [PRESSABLE] any [NO, label(Concept::Control(ControlId::ConfirmNo))]);
    traits.dialog != 0
        && !traits.any(ENDS_OTHER)
        && !traits.any(rule!(all [TEXT, ENDS, OTHER_BEFORE_ACCOUNT]))
        && traits.any(SPEAKS)
        && traits.any(NO_BUTTON)
        && traits
            .live(rule!(all[PRESSABLE]))
            .any(|each| each.fits(super::control::SAYS_YES))
        && !traits.any(rule!(any [TYPED, RADIO, SELECT, LIST_BOX]))
}

fn by_notices(is_at_form: bool, traits: &Traits<'_>, scores: &mut Scores) {
    // Some sites ask at the end, in a field of several lines, how it was.
    let fields = traits.any(rule!(all [CONTENT] any [TEXT_BOX, EMAIL_BOX, PASSWORD_BOX]));
    let said = |meaning| traits.says(meaning, false);
    if said(SPARED) {
        // Something else ends here, and the site says so.
        for page in LEAVING {
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
        let is_headed = traits.any(rule!(all [HEADING, SIGNED_OUT, STATEMENT]));
        let points = if is_headed { 42 } else { 15 };
        scores.add(PageId::SignedOut, Evidence::Notice, points);
        if is_headed {
            scores.add(PageId::PrivacyDelete, Evidence::Notice, -30);
        }
    }
    let calls_back = traits.any(rule!(all [PRESSABLE, REACTIVATE]));
    if traits.says_closed() || calls_back && said(DEACTIVATED) {
        // At the form's own address it is the form's answer.
        let is_answer = !calls_back && !leaving_form(traits, false).0 && is_at_form;
        let (page, points) = match (is_answer, calls_back || !fields) {
            (true, _) => (PageId::Goodbye, 70),
            (_, true) => (PageId::ClosedNotice, 60),
            _ => (PageId::ClosedNotice, 40),
        };
        scores.add(page, Evidence::Notice, points);
        scores.add(PageId::SignedOut, Evidence::Notice, -40);
        let against = if calls_back { -40 } else { 0 };
        scores.add(PageId::Goodbye, Evidence::Notice, against);
    }
    // What is still to be pressed is not over.
    let is_left = traits.any(rule!(all [PRESSABLE, ENDS_ACCOUNT, CONTENT]));
    let promise = traits.first(rule!(all [READ, ENDS_ACCOUNT, STATEMENT, IN_24_HOURS]));
    if !fields && !is_left && (said(GOODBYE) || promise.is_some()) {
        let points_of = |page| scores.0[page as usize].points;
        let is_answer = traits.any(rule!(all [HEADING, GOODBYE, STATEMENT]));
        let points = if is_answer && !traits.any(LEFT) {
            // Where the answer takes the form's place, address and title are still the form's.
            let form = points_of(PageId::PrivacyDelete).max(points_of(PageId::DeactivateForm));
            95.max(form + LEAD)
        } else if is_answer || promise.is_some_and(|each| each.facts.has(HEADING)) {
            95
        } else {
            70
        };
        scores.add(PageId::Goodbye, Evidence::Notice, points);
    }
}

/// What is still to be done about the account's end.
const LEFT: Rule =
    rule!(all [CONTENT] any [TYPED, CHECK_BOX, RADIO, SELECT]; all [CONTENT, PRESSABLE, ENDS]);

/// Whether a headline speaks of the account's end in more words than a label would, and nothing is left to do about it. By
/// itself that is an article's headline as well: only who has just pressed the last button may read it as the answer.
pub(super) fn has_ended(traits: &Traits<'_>) -> bool {
    traits.any(rule!(all [CONTENT, HEADING, ENDS, ACCOUNT, STATEMENT] none [CLEAN]))
        && !traits.any(LEFT)
}

/// Whether the form will release the account as well: a box that says so is ticked, or the Yes of a group right behind such words
/// chosen. To agree to something at the same time is no such offer.
pub(super) fn releases(traits: &Traits<'_>) -> bool {
    const NEAR: usize = 4;
    traits.live(rule!(all [RELEASE] none [AGREE])).any(|named| {
        if named.facts.has(CHECK_BOX) {
            return named.item.filled;
        }
        let behind = traits.all[named.at..].iter().take(NEAR);
        let group = behind.map(|each| each.item.group).find(|group| *group != 0);
        traits.around(named).iter().any(|each| {
            let is_chosen = each.item.filled && each.fits(rule!(all [YES] any [RADIO, CHOICE]));
            is_chosen && Some(each.item.group) == group
        })
    })
}

/// Whether a message lies over a page of the way that asks nothing and ends nothing: the site will not go on.
pub(super) fn is_held_up(page: PageId, traits: &Traits<'_>) -> bool {
    const ASKS_ON: Rule = rule!(any [TYPED, CHECK_BOX, RADIO, SELECT, LIST_BOX, SEALED_FRAME]; all [PRESSABLE] any [ENDS, YES]);
    let of_the_way = matches!(
        page,
        PageId::DeactivateForm | PageId::PrivacyCenter | PageId::PrivacyDelete | PageId::VerifyCode
    );
    of_the_way && traits.dialog != 0 && traits.any(rule!(all[READ])) && !traits.any(ASKS_ON)
}
