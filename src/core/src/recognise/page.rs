//! Which page this is.
//!
//! Each signal speaks for one page (or against it). Addresses weigh most, but an address alone never beats what the page
//! plainly is: a form without its fields, a sign-in form at the address of the settings, a farewell after the form was sent.

use super::traits::{Hint, Trait, Traits};
use super::{Evidence, Weight};
use crate::cut::parts;
use crate::fold::{find_part, fold};
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Meaning, Rank, Words};
use crate::prelude::*;
use crate::view::{Kind, Landmark, View};

/// An address that tells a page.
pub(crate) struct Shape {
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
    let title = view.words(&view.title);
    by_address(view, shape, &mut scores);
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
fn address_shape(view: &View) -> Option<&'static Shape> {
    let address = &view.address;
    ADDRESSES
        .iter()
        .filter(|shape| {
            let at_host =
                shape.host.is_empty() || first_labels(&address.host).contains(&shape.host);
            at_host
                && find_part(&address.path, shape.path).is_some()
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
fn is_at_form(shape: Option<&Shape>, title: &Words) -> bool {
    shape.is_some_and(|shape| shape.page == PageId::Goodbye || LEAVING.contains(&shape.page))
        || title
            .label(Concept::Control(ControlId::Deactivate))
            .is_some()
}

fn by_address(view: &View, shape: Option<&Shape>, scores: &mut Scores) {
    let known = shape.filter(|shape| !shape.is_weak);
    let is_foreign = known.is_none() && !is_own_host(&view.address.host);
    let is_off_the_way = known.map_or_else(
        || is_foreign || names_other(view),
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
fn names_other(view: &View) -> bool {
    let path = &view.address.path;
    // The account's own pages of old.
    find_part(path, "/user/organization").is_none() && view.words(&fold(path)).has(Meaning::Other)
}

fn is_own_host(host: &str) -> bool {
    first_labels(host)
        .iter()
        .all(|label| label.len() <= 2 || OWN_HOSTS.contains(label))
}

/// The labels of a host before its domain: `["m", "pt"]` of `m.pt.aliexpress.com`.
fn first_labels(host: &str) -> Vec<&str> {
    let labels: Vec<&str> = parts(host, b'.').collect();
    labels[..labels.len().saturating_sub(2)].to_vec()
}

fn by_headings(title: &Words, traits: &Traits<'_>, scores: &mut Scores) {
    let mut spoken = Vec::new();
    let mut is_first = true;
    for each in traits.live().filter(|each| each.item.kind == Kind::Heading) {
        let weak =
            each.item.landmark == Landmark::Footer || each.item.landmark == Landmark::Navigation;
        let points = match (weak, is_first) {
            (true, _) => 8,
            (_, true) => 42,
            _ => 36,
        };
        is_first &= weak;
        speak(&each.words, points, &mut spoken, scores);
    }
    // On a phone the title often is the only heading.
    let is_alone = spoken.is_empty() && traits.dialog == 0;
    let points = if is_alone { 40 } else { 22 };
    speak(title, points, &mut Vec::new(), scores);
}

/// What a heading speaks for; `points` where it is a label, less where its words only fit.
fn speak(
    words: &Words,
    points: i16,
    spoken: &mut Vec<(PageId, Evidence, i16)>,
    scores: &mut Scores,
) {
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
        (Concept::PersonalInformation, PageId::PersonalInformation),
        (Concept::PrivacyCenter, PageId::PrivacyCenter),
        (Concept::OrderList, PageId::OrderList),
        (Concept::DisputeList, PageId::DisputeList),
        (Concept::Wallet, PageId::Wallet),
        (Concept::Coupons, PageId::Coupons),
        (Concept::Addresses, PageId::Addresses),
        (Concept::OrderDetail, PageId::OrderDetail),
    ];
    let mut named = false;
    for (concept, page) in NAMED {
        if words.label(concept).is_some() {
            named = true;
            scores.raise(page, Evidence::Heading, points, spoken);
        }
    }
    let asks_back = words.has(Meaning::Reactivate) && words.has(Meaning::Account);
    let is_short = words.count <= 3 && words.unknown <= 1;
    if named || !words.is_name() && !is_short && !asks_back {
        return;
    }
    let points = if words.is_clean() {
        points * 3 / 4
    } else {
        points / 2
    };
    let by_words = |page, scores: &mut Scores, spoken: &mut Vec<_>| {
        scores.raise(page, Evidence::Heading, points, spoken);
    };
    let account = words.has(Meaning::Account);
    if asks_back {
        by_words(PageId::ReactivateForm, scores, spoken);
    } else if words.has(Meaning::Deactivate) && account {
        by_words(PageId::DeactivateForm, scores, spoken);
    } else if words.any(&[Meaning::Delete, Meaning::Close]) && account && !words.has(Meaning::Other)
    {
        by_words(PageId::PrivacyDelete, scores, spoken);
    } else if words.has(Meaning::Verify) || words.has(Meaning::Code) {
        by_words(PageId::VerifyCode, scores, spoken);
    } else if words.has(Meaning::Settings)
        && !words.has(Meaning::Other)
        && !words.has(Meaning::Privacy)
    {
        by_words(PageId::AccountSettings, scores, spoken);
    } else if (words.has(Meaning::Profile)
        || words.has(Meaning::Edit) && words.any(&[Meaning::Personal, Meaning::Account]))
        && !words.has(Meaning::Other)
    {
        by_words(PageId::EditProfile, scores, spoken);
    } else if words.has(Meaning::Personal) {
        by_words(PageId::PersonalInformation, scores, spoken);
    } else if words.has(Meaning::Privacy) && !words.has(Meaning::Settings) {
        by_words(PageId::PrivacyCenter, scores, spoken);
    }
}

fn by_fields(view: &View, traits: &Traits<'_>, scores: &mut Scores) {
    let mut codes = 0;
    let mut asks_phrase = false;
    if asks_to_sign_in(traits) {
        scores.add(PageId::SignedOut, Evidence::Shape, 50);
    }
    let ends_other = traits.live().any(Trait::ends_other);
    for each in traits.live() {
        match each.item.kind {
            Kind::PasswordBox => scores.add(PageId::SignedOut, Evidence::Shape, 50),
            Kind::FileBox if each.has(Meaning::Identity) || each.has(Meaning::Upload) => {
                scores.add(PageId::ReactivateForm, Evidence::Shape, 35);
                scores.add(PageId::ClosedNotice, Evidence::Shape, -40);
            }
            Kind::TextBox | Kind::TextArea | Kind::EmailBox => {
                if each.hint(Hint::Code) || each.has(Meaning::Code) && !each.has(Meaning::Other) {
                    codes += i32::from(!ends_other);
                } else if asks_for_phrase(each) {
                    asks_phrase = true;
                }
            }
            _ if each.hint(Hint::Challenge) && !each.item.kind.is_typed() => {
                scores.add(PageId::Challenge, Evidence::Hints, 70);
            }
            _ if each.hint(Hint::ProfileForm) => {
                scores.add(PageId::EditProfile, Evidence::Hints, 6);
            }
            _ if each.hint(Hint::OrderItem) => scores.add(PageId::OrderList, Evidence::Hints, 6),
            _ => {}
        }
    }
    if codes > 0 {
        scores.add(
            PageId::VerifyCode,
            Evidence::Shape,
            if codes > 3 { 60 } else { 45 },
        );
        scores.add(PageId::PrivacyDelete, Evidence::Shape, -30);
    } else if view.sealed_frame && asks_for_code_in_frame(traits) {
        scores.add(PageId::VerifyCode, Evidence::Shape, 60);
        scores.add(PageId::PrivacyDelete, Evidence::Shape, -30);
    }
    let heads_other = |each: &Trait<'_>| {
        each.item.kind == Kind::Heading
            && each.is_content
            && (each.ends() || each.has(Meaning::Other))
            && !each.ends_account()
    };
    if ends_other {
        for page in LEAVING {
            scores.add(page, Evidence::Heading, AGAINST);
        }
    } else if traits.live().any(heads_other) {
        // Codes are asked for payments and settings, too.
        scores.add(PageId::VerifyCode, Evidence::Heading, AGAINST);
    }
    let (form, signs) = leaving_form(traits, asks_phrase);
    for page in [PageId::DeactivateForm, PageId::PrivacyDelete] {
        let asked = asked_act(traits);
        let meant = match page {
            PageId::DeactivateForm => asked == Some(Act::Deactivate) || asked == Some(Act::Close),
            _ => asked == Some(Act::Delete) || asked == Some(Act::Close),
        };
        if form && meant {
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
    let mut is_headed = false;
    traits.live().filter(|each| each.is_content).any(|each| {
        is_headed |= matches!(each.item.kind, Kind::Heading | Kind::Dialog)
            && each.words.count <= 4
            && (each.label(Concept::SignIn).is_some()
                || each.words.leads_with(Concept::SignIn));
        is_headed && each.item.kind.is_typed()
    })
}

/// Whether what stands round a frame that can't be looked into speaks of a code or of proving who one is.
fn asks_for_code_in_frame(traits: &Traits<'_>) -> bool {
    traits.says(Meaning::CodeSent, false)
        || traits.live().any(|each| {
            matches!(each.item.kind, Kind::Heading | Kind::SealedFrame)
                && each.words.any(&[Meaning::Verify, Meaning::Code])
        })
}

/// Whether a field's own words ask for a phrase: for a word that ends the account, or for one to be typed to agree.
fn asks_for_phrase(each: &Trait<'_>) -> bool {
    each.item.kind == Kind::TextBox
        && !each.words.any(&[
            Meaning::Other,
            Meaning::Email,
            Meaning::Personal,
            Meaning::Profile,
        ])
        && (each.has(Meaning::Type) || each.ends() || each.has(Meaning::Agree))
}

/// Whether the page asks for what only leaving asks for, and for how much of it: a phrase, a reason, consent, the account's
/// e-mail beside a button that ends it.
fn leaving_form(traits: &Traits<'_>, asks_phrase: bool) -> (bool, i16) {
    const REASONS: [Meaning; 4] = [
        Meaning::ReasonPrivacy,
        Meaning::ReasonSecurity,
        Meaning::ReasonExperience,
        Meaning::ReasonSwitching,
    ];
    let content = || traits.live().filter(|each| each.is_content);
    let reasons = content()
        .filter(|each| {
            matches!(each.item.kind, Kind::Choice | Kind::Radio | Kind::CheckBox)
                && each.words.any(&REASONS)
        })
        .count();
    let ends = |each: &&Trait<'_>| {
        each.item.kind.is_pressable() && each.ends() && !each.has(Meaning::Other)
    };
    let consents = content()
        .any(|each| each.item.kind == Kind::CheckBox && each.has(Meaning::Agree))
        && content().any(|each| ends(&each));
    let forms_with_email: Vec<u16> = content()
        .filter(|each| {
            each.item.kind.is_typed()
                && (each.has(Meaning::Email)
                    || each.hint(Hint::Email)
                    || each.item.kind == Kind::EmailBox)
        })
        .map(|each| each.item.form)
        .collect();
    let with_email = content()
        .filter(ends)
        .any(|button| forms_with_email.contains(&button.item.form));
    let headed = content().any(|each| {
        each.item.kind == Kind::Heading
            && each.ends()
            && each.about_account()
            && each.words.is_clean()
    }) && content()
        .any(|each| each.item.kind.is_typed() && each.item.kind != Kind::TextArea)
        && content().any(|each| {
            ends(&each) || each.item.kind == Kind::Button && each.has(Meaning::Confirm)
        });
    let signs = [asks_phrase, reasons >= 2, consents, with_email];
    let signs: i16 = signs.map(i16::from).iter().sum();
    (signs > 0 || headed, signs)
}

/// What a form does to the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Deactivate,
    Close,
    Delete,
}

/// What the page asks to confirm, by the words of its buttons first, then of the phrase that it asks for, then of its
/// headings. A button that does not name the account speaks only where something else does, and nothing else is named.
pub(super) fn asked_act(traits: &Traits<'_>) -> Option<Act> {
    let act = |each: &Trait<'_>| {
        if each.has(Meaning::Deactivate) {
            Some(Act::Deactivate)
        } else if each.has(Meaning::Delete) {
            Some(Act::Delete)
        } else if each.has(Meaning::Close) {
            Some(Act::Close)
        } else {
            None
        }
    };
    let content = || traits.live().filter(|each| each.is_content);
    let heading = |each: &&Trait<'_>| each.item.kind == Kind::Heading && each.words.is_name();
    let about_other = content()
        .filter(heading)
        .any(|each| each.has(Meaning::Other) && !each.ends_account());
    let about_account =
        !about_other && content().any(|each| each.item.kind.is_read() && each.ends_account());
    let buttons = content()
        .filter(|each| {
            each.item.kind.is_pressable() && !each.has(Meaning::Other) && !each.means_no()
        })
        .filter(|each| each.has(Meaning::Account) || about_account)
        .filter_map(act);
    let phrases = content()
        .filter(|each| each.has(Meaning::Type) && each.ends_account())
        .filter_map(act);
    let headings = content()
        .filter(heading)
        .filter(|each| each.about_account())
        .filter_map(act);
    strongest(buttons)
        .or_else(|| strongest(phrases))
        .or_else(|| strongest(headings))
}

/// Deletion outranks deactivation outranks closing: in doubt the graver is meant.
fn strongest(acts: impl Iterator<Item = Act>) -> Option<Act> {
    acts.max_by_key(|act| match act {
        Act::Close => 0,
        Act::Deactivate => 1,
        Act::Delete => 2,
    })
}

/// Whether what the page asks for erases the account, by its own words.
pub(super) fn deletes(page: PageId, traits: &Traits<'_>) -> bool {
    match page {
        PageId::PrivacyDelete | PageId::RemoveDialog => true,
        PageId::DeactivateForm | PageId::VerifyCode => match asked_act(traits) {
            Some(Act::Delete) => true,
            Some(Act::Close) => traits.says(Meaning::Deletes, false),
            _ => false,
        },
        _ => false,
    }
}

fn by_buttons(view: &View, traits: &Traits<'_>, scores: &mut Scores) {
    let mut spoken = Vec::new();
    let is_privacy_center = first_labels(&view.address.host).contains(&"privacy");
    let personal: Vec<Kind> = traits
        .live()
        .filter(|one| {
            one.label(Concept::PersonalInformation).is_some()
                || one.has(Meaning::Personal) && !one.has(Meaning::Edit) && one.words.count <= 3
        })
        // What has been unfolded heads what stands below it.
        .map(|one| match one.item.kind {
            Kind::Button if one.item.hints.starts_with("expanded") => Kind::Heading,
            kind => kind,
        })
        .collect();
    let under = |kind| personal.contains(&kind);
    for each in traits.live().filter(|each| each.item.kind.is_pressable()) {
        let in_main = each.item.landmark == Landmark::Main;
        let rank = |control| each.label(Concept::Control(control));
        if each.hint(Hint::Deactivate) && each.item.kind == Kind::Link && !each.hint(Hint::ToHelp) {
            scores.raise(PageId::EditProfile, Evidence::Href, 20, &mut spoken);
        }
        let may_delete = each.item.landmark != Landmark::Navigation && each.has(Meaning::Delete);
        let leads = may_delete && leads_to_removal(each);
        if may_delete && (each.about_account() && each.words.is_clean() || leads) {
            let only_remove =
                rank(ControlId::Delete).is_none() && (rank(ControlId::Remove).is_some() || leads);
            let points_of = |page| scores.0[page as usize].points;
            let home = points_of(PageId::MyAliexpress);
            let profile = points_of(PageId::EditProfile);
            let points = if is_privacy_center || each.hint(Hint::Delete) {
                0
            } else if only_remove
                && [Kind::Heading, Kind::Button, Kind::Text]
                    .into_iter()
                    .any(under)
            {
                60.max(home.max(profile) + LEAD)
            } else if under(Kind::Heading) && profile <= home {
                80.max(home + LEAD)
            } else if under(Kind::Heading) {
                80
            } else if under(Kind::Button) && profile < home && rank(ControlId::Delete).is_none() {
                // A part of the account's page behind a tab, which is open, since the control shows.
                home + LEAD
            } else if only_remove {
                28
            } else {
                0
            };
            scores.raise(
                PageId::PersonalInformation,
                Evidence::Shape,
                points,
                &mut spoken,
            );
        }
        if in_main && each.has(Meaning::Deactivate) && each.about_account() && each.words.is_clean()
        {
            let points = if personal.is_empty() { 30 } else { 45 };
            scores.raise(PageId::EditProfile, Evidence::Shape, points, &mut spoken);
        }
        if in_main && (rank(ControlId::EditProfile).is_some() || each.hint(Hint::ToProfile)) {
            scores.raise(PageId::AccountSettings, Evidence::Shape, 18, &mut spoken);
        }
        if in_main
            && (rank(ControlId::AccountSettings) > Some(Rank::Guess) || each.hint(Hint::ToSettings))
        {
            scores.raise(PageId::MyAliexpress, Evidence::Shape, 14, &mut spoken);
        }
        if rank(ControlId::GetCode).is_some() || each.has(Meaning::Get) && each.has(Meaning::Code) {
            scores.raise(PageId::VerifyCode, Evidence::Shape, 30, &mut spoken);
        }
        if each.label(Concept::SignIn).is_some() && in_main {
            scores.raise(PageId::SignedOut, Evidence::Words, 18, &mut spoken);
        }
        if each.has(Meaning::Reactivate) && each.words.is_name() {
            let is_told = traits.live().any(|one| {
                one.item.kind == Kind::Heading
                    && one.has(Meaning::Account)
                    && one.ends()
                    && !one.has(Meaning::Delete)
            });
            scores.raise(
                PageId::ClosedNotice,
                Evidence::Shape,
                if is_told { 45 } else { 20 },
                &mut spoken,
            );
            scores.raise(PageId::ReactivateForm, Evidence::Words, 10, &mut spoken);
        }
    }
    // What makes it a page of the way is what removes the account.
    let removes = |each: &Trait<'_>| each.item.kind.is_pressable() && each.has(Meaning::Delete);
    if !traits
        .live()
        .any(|each| removes(each) && each.has(Meaning::Account))
    {
        scores.add(PageId::PersonalInformation, Evidence::Shape, -20);
    }
    if is_leaving_dialog(traits) {
        scores.add(PageId::RemoveDialog, Evidence::Shape, 100);
    }
}

/// Whether a row says "Remove my account" and then more.
fn leads_to_removal(each: &Trait<'_>) -> bool {
    let leads = |control| each.words.leads_with(Concept::Control(control));
    leads(ControlId::Remove) && !leads(ControlId::Delete) && !each.words.other_after_object
}

/// A dialog over the page with a Yes and a No that speaks of ending the account.
fn is_leaving_dialog(traits: &Traits<'_>) -> bool {
    let is_about_other = |each: &Trait<'_>| {
        each.ends_other()
            || each.item.kind == Kind::Text && each.ends() && each.words.other_before_account
    };
    if traits.dialog == 0 || traits.live().any(is_about_other) {
        return false;
    }
    let buttons = || traits.live().filter(|each| each.item.kind.is_pressable());
    let speaks = traits.live().any(|each| {
        each.ends_account()
            || each.has(Meaning::Deletes) && each.has(Meaning::Account) && !each.has(Meaning::Other)
    });
    let has_field = traits.live().any(|each| {
        each.item.kind.is_typed()
            || matches!(each.item.kind, Kind::Radio | Kind::Select | Kind::ListBox)
    });
    let no = buttons().any(|each| {
        each.has(Meaning::No) || each.label(Concept::Control(ControlId::ConfirmNo)).is_some()
    });
    let yes = buttons().any(|each| super::control::says_yes(each));
    speaks && no && yes && !has_field
}

fn by_notices(is_at_form: bool, traits: &Traits<'_>, scores: &mut Scores) {
    // Some sites ask at the end, in a field of several lines, how it was.
    let fields = traits.live().any(|each| {
        each.is_content
            && matches!(
                each.item.kind,
                Kind::TextBox | Kind::EmailBox | Kind::PasswordBox
            )
    });
    let said = |meaning| traits.says(meaning, false);
    let headed = |meaning| {
        traits
            .live()
            .any(|each| each.has(meaning) && each.is_statement() && each.item.kind == Kind::Heading)
    };
    if said(Meaning::Spared) {
        // Something else ends here, and the site says so.
        for page in LEAVING {
            scores.add(page, Evidence::Notice, AGAINST);
        }
    }
    if said(Meaning::Challenge) {
        scores.add(PageId::Challenge, Evidence::Notice, 65);
    }
    if said(Meaning::RateLimit) {
        scores.add(PageId::Challenge, Evidence::Notice, 75);
    }
    if said(Meaning::SignedOut) {
        let is_headed = headed(Meaning::SignedOut);
        scores.add(
            PageId::SignedOut,
            Evidence::Notice,
            if is_headed { 42 } else { 15 },
        );
        if is_headed {
            scores.add(PageId::PrivacyDelete, Evidence::Notice, -30);
        }
    }
    if said(Meaning::CodeSent) {
        scores.add(PageId::VerifyCode, Evidence::Notice, 25);
    }
    let calls_back = traits
        .live()
        .any(|each| each.item.kind.is_pressable() && each.has(Meaning::Reactivate));
    if traits.says_closed() || calls_back && said(Meaning::Deactivated) {
        // At the form's own address it is the form's answer.
        let is_answer = !calls_back && !leaving_form(traits, false).0 && is_at_form;
        let page = if is_answer {
            PageId::Goodbye
        } else {
            PageId::ClosedNotice
        };
        scores.add(
            page,
            Evidence::Notice,
            match (is_answer, calls_back || !fields) {
                (true, _) => 70,
                (_, true) => 60,
                _ => 40,
            },
        );
        scores.add(PageId::SignedOut, Evidence::Notice, -40);
        scores.add(
            PageId::Goodbye,
            Evidence::Notice,
            if calls_back { -40 } else { 0 },
        );
    }
    // What is still to be pressed is not over.
    let is_left = traits
        .live()
        .any(|each| each.item.kind.is_pressable() && each.ends_account() && each.is_content);
    // The delay that the site promises is the same in every language.
    let promise = traits.live().find(|each| {
        each.item.kind.is_read()
            && each.ends_account()
            && each.is_statement()
            && find_part(&each.item.folded, "24").is_some()
    });
    if !fields && !is_left && (said(Meaning::Goodbye) || promise.is_some()) {
        let is_headed =
            headed(Meaning::Goodbye) || promise.is_some_and(|each| each.item.kind == Kind::Heading);
        scores.add(
            PageId::Goodbye,
            Evidence::Notice,
            if is_headed { 95 } else { 70 },
        );
    }
}

/// Whether a headline speaks of the account's end in more words than a label would, and nothing is left to do about it. By
/// itself that is an article's headline as well: only who has just pressed the last button may read it as the answer.
pub(super) fn has_ended(traits: &Traits<'_>) -> bool {
    let content = || traits.live().filter(|each| each.is_content);
    let speaks = content().any(|each| {
        each.item.kind == Kind::Heading
            && each.ends()
            && each.has(Meaning::Account)
            && each.is_statement()
            && !each.words.is_clean()
    });
    let is_left = content().any(|each| {
        each.item.kind.is_typed()
            || each.item.kind == Kind::CheckBox
            || each.item.kind.is_pressable() && each.ends()
    });
    speaks && !is_left
}

/// Whether a message lies over a page of the way that asks nothing and ends nothing: the site will not go on.
pub(super) fn is_held_up(page: PageId, traits: &Traits<'_>) -> bool {
    let of_the_way = matches!(
        page,
        PageId::DeactivateForm | PageId::PrivacyCenter | PageId::PrivacyDelete | PageId::VerifyCode
    );
    of_the_way
        && traits.dialog != 0
        && traits.live().any(|each| each.item.kind.is_read())
        && !traits.live().any(|each| {
            each.item.kind.is_typed()
                || matches!(
                    each.item.kind,
                    Kind::CheckBox | Kind::Radio | Kind::Select | Kind::ListBox | Kind::SealedFrame
                )
                || each.item.kind.is_pressable() && (each.ends() || each.has(Meaning::Yes))
        })
}
