//! Which item is which control.
//!
//! A control is looked for only on the pages where it belongs, and every candidate is weighed by the same few signals. Two
//! candidates that weigh the same are a question to the person, unless they lead to the same place.

use super::traits::{Hint, Trait, Traits};
use super::{Evidence, Found, Weight, pick};
use crate::fold::find_part;
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Meaning, Rank};
use crate::phrase::phrase_at;
use crate::prelude::*;
use crate::view::{Item, Kind, Landmark, View, Visibility};

/// Points from which a control is believed.
const THRESHOLD: i16 = 45;
/// The same where pressing it destroys or opens what destroys.
const DESTRUCTIVE_THRESHOLD: i16 = 55;
/// Points by which it must lead the next.
const MARGIN: i16 = 10;

pub(super) struct Controls {
    pub(super) found: Vec<Found>,
    pub(super) unclear: Vec<ControlId>,
    pub(super) hidden: Vec<ControlId>,
}

/// What belongs on a page.
const fn expected(page: PageId) -> &'static [ControlId] {
    use ControlId as C;
    match page {
        PageId::Other => &[C::MyAliexpress, C::AccountSettings],
        PageId::MyAliexpress => &[
            C::AccountSettings,
            C::EditProfile,
            C::Deactivate,
            C::Delete,
            C::Remove,
        ],
        PageId::AccountSettings => &[
            C::MyAliexpress,
            C::EditProfile,
            C::Deactivate,
            C::Delete,
            C::Remove,
        ],
        PageId::EditProfile => &[
            C::MyAliexpress,
            C::AccountSettings,
            C::Deactivate,
            C::Delete,
            C::Remove,
        ],
        PageId::PersonalInformation => &[
            C::MyAliexpress,
            C::AccountSettings,
            C::EditProfile,
            C::Deactivate,
            C::Remove,
        ],
        PageId::DeactivateForm => &[C::Email, C::Phrase, C::Reason, C::Terms, C::Submit],
        PageId::PrivacyCenter => &[C::Delete],
        PageId::PrivacyDelete => &[
            C::Delete,
            C::Email,
            C::Phrase,
            C::Reason,
            C::Terms,
            C::Submit,
        ],
        PageId::VerifyCode => &[C::GetCode, C::Code, C::Verify, C::Submit],
        PageId::RemoveDialog => &[C::Message, C::ConfirmYes, C::ConfirmNo],
        PageId::ClosedNotice => &[C::Reactivate],
        PageId::ReactivateForm => &[C::Email, C::IdUpload, C::Terms, C::Submit],
        PageId::OrderList | PageId::DisputeList | PageId::Coupons => {
            &[C::MyAliexpress, C::LoadMore]
        }
        PageId::OrderDetail | PageId::Wallet | PageId::Addresses => &[C::MyAliexpress],
        PageId::SignedOut | PageId::Challenge | PageId::Goodbye => &[],
    }
}

/// What a candidate is weighed in.
struct Scene<'a, 'b> {
    page: PageId,
    view: &'b View,
    traits: &'b Traits<'a>,
    /// Number of the form around the fields that end the account; 0 for none.
    form: u16,
    has_phrase: bool,
    /// Number of the dialog that holds the last of those fields; 0 for none.
    dialog: u16,
    /// Whether a true button ends the account: then no link does.
    has_end_button: bool,
    /// Whether something to press deactivates the account, by its own word for it.
    offers_to_deactivate: bool,
    /// Place of the last field to type into, reason or box that belongs to it.
    last_field: Option<usize>,
    /// Places of the first two fields that could ask for a phrase.
    open_fields: Vec<usize>,
}

pub(super) fn find(page: PageId, view: &View, traits: &Traits<'_>) -> Controls {
    let scene = Scene::new(page, view, traits);
    let mut found = Controls {
        found: Vec::new(),
        unclear: Vec::new(),
        hidden: Vec::new(),
    };
    for control in expected(page) {
        settle(*control, &scene, &mut found);
    }
    one_control_an_item(&mut found.found);
    found
}

/// The best candidate of a control, if it is good enough and stands alone. One that can be used goes before one that only
/// shows, and one that shows before one that hides.
fn settle(control: ControlId, scene: &Scene<'_, '_>, found: &mut Controls) {
    let candidates: Vec<(&Item, Weight)> = scene
        .traits
        .all
        .iter()
        .filter(|each| scene.traits.is_in_front(each))
        .filter_map(|each| weigh(control, each, scene).map(|weight| (each.item, weight)))
        .filter(|(_, weight)| is_enough(control, *weight))
        .collect();
    let mut best: Option<&(&Item, Weight)> = None;
    for each in &candidates {
        // What shows more of a list stands behind it; what chooses among it, before.
        let is_better = |known| match control {
            ControlId::LoadMore => rank(each) >= rank(known),
            _ => rank(each) > rank(known),
        };
        if best.is_none_or(is_better) {
            best = Some(each);
        }
    }
    let Some((item, weight)) = best else {
        return;
    };
    if item.visibility == Visibility::Hidden {
        found.hidden.push(control);
        return;
    }
    let has_rival = candidates.iter().any(|(other, rival)| {
        other.id != item.id
            && readiness(other) == readiness(item)
            && weight.points - rival.points < MARGIN
            && !leads_the_same_way(control, item, other)
    });
    if has_rival && !prefers_first(control) {
        found.unclear.push(control);
        return;
    }
    found.found.push(Found {
        control,
        item: item.id,
        confidence: weight.confidence(),
        ready: item.enabled,
        reasons: weight.reasons,
    });
}

fn rank(candidate: &(&Item, Weight)) -> (u8, i16) {
    (readiness(candidate.0), candidate.1.points)
}

fn readiness(item: &Item) -> u8 {
    match (item.visibility, item.enabled) {
        (Visibility::Shown, true) => 2,
        (Visibility::Shown, false) => 1,
        (Visibility::Hidden, _) => 0,
    }
}

fn is_enough(control: ControlId, weight: Weight) -> bool {
    if control.is_destructive() {
        weight.points >= DESTRUCTIVE_THRESHOLD && weight.kinds.count() >= 2
    } else {
        weight.points >= THRESHOLD
    }
}

/// Two links to one address, or two menu entries of one name, are one way.
fn leads_the_same_way(control: ControlId, one: &Item, other: &Item) -> bool {
    let same_address = !one.href.is_empty() && one.href == other.href;
    let same_name = !control.is_destructive() && one.folded == other.folded;
    same_address || same_name
}

/// Of several fields of one kind one is meant, mostly the first; of several buttons none is, before one is told from the other.
const fn prefers_first(control: ControlId) -> bool {
    use ControlId as C;
    matches!(
        control,
        C::MyAliexpress | C::Code | C::Message | C::Terms | C::LoadMore | C::Reason
    )
}

/// An item is one control: the one for which more speaks.
fn one_control_an_item(controls: &mut Vec<Found>) {
    let all = controls.clone();
    controls.retain(|each| {
        !all.iter().any(|other| {
            other.item == each.item
                && other.control != each.control
                && (other.confidence, other.control) > (each.confidence, each.control)
        })
    });
}

impl<'a, 'b> Scene<'a, 'b> {
    fn new(page: PageId, view: &'b View, traits: &'b Traits<'a>) -> Self {
        let fields: Vec<&Trait<'_>> = traits
            .live()
            .filter(|each| {
                each.item.kind.is_typed()
                    || matches!(
                        each.item.kind,
                        Kind::Select
                            | Kind::ListBox
                            | Kind::ChoiceGroup
                            | Kind::Radio
                            | Kind::CheckBox
                    )
            })
            .filter(|each| each.is_content)
            .collect();
        let form = fields
            .iter()
            .map(|each| each.item.form)
            .find(|form| *form != 0)
            .unwrap_or(0);
        let mut scene = Self {
            page,
            view,
            traits,
            form,
            has_phrase: false,
            dialog: fields.last().map_or(0, |each| each.item.dialog),
            has_end_button: traits
                .live()
                .any(|each| each.item.kind == Kind::Button && each.ends() && each.is_content),
            offers_to_deactivate: traits.live().any(|each| {
                each.item.kind.is_pressable()
                    && each.has(Meaning::Deactivate)
                    && each.about_account()
            }),
            last_field: fields.last().map(|each| each.at),
            open_fields: fields
                .iter()
                .filter(|each| each.item.kind == Kind::TextBox && each.item.enabled)
                .filter(|each| !each.has(Meaning::Email) && !each.hint(Hint::Email))
                .map(|each| each.at)
                .take(2)
                .collect(),
        };
        scene.has_phrase = traits.all.iter().any(|each| {
            each.is_shown()
                && weigh(ControlId::Phrase, each, &scene)
                    .is_some_and(|weight| weight.points >= THRESHOLD)
        });
        scene
    }

    const fn has_fields(&self) -> bool {
        self.last_field.is_some()
    }

    fn is_form(&self) -> bool {
        matches!(self.page, PageId::DeactivateForm | PageId::PrivacyDelete)
    }
}

/// What speaks for an item being a control; `None` where it can't be it.
fn weigh(control: ControlId, each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let weight = by_itself(control, each, scene);
    pick::add(weight, control, each, scene.page, &scene.view.picks)
}

/// What an item itself says for being a control.
fn by_itself(control: ControlId, each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    use ControlId as C;
    match control {
        C::MyAliexpress | C::AccountSettings | C::EditProfile => weigh_navigation(control, each),
        C::Deactivate | C::Delete | C::Remove => weigh_opener(control, each, scene),
        C::Submit => weigh_submit(each, scene),
        C::Email => weigh_email(each, scene),
        C::Phrase => weigh_phrase(each, scene),
        C::Reason => weigh_reason(each, scene),
        C::Terms => weigh_terms(each, scene),
        C::ConfirmYes | C::ConfirmNo | C::Message => weigh_dialog(control, each, scene),
        C::GetCode | C::Verify | C::Code => weigh_code(control, each),
        C::Reactivate => weigh_reactivate(each),
        C::IdUpload => weigh_upload(each, scene),
        C::LoadMore => weigh_more(each),
    }
}

fn by_label(control: ControlId, each: &Trait<'_>, weight: &mut Weight) -> bool {
    match each.label(Concept::Control(control)) {
        Some(Rank::Full) => weight.add(Evidence::LabelFull, 50),
        Some(Rank::Single) => weight.add(Evidence::LabelSingle, 42),
        Some(Rank::Guess) => weight.add(Evidence::LabelGuess, 34),
        None => return false,
    }
    true
}

fn by_words(each: &Trait<'_>, fits: bool, weight: &mut Weight) {
    if fits && each.words.is_clean() {
        weight.add(Evidence::Words, 34);
    } else if fits && each.words.is_name() {
        weight.add(
            Evidence::LooseWords,
            if each.words.unknown <= 1 { 32 } else { 22 },
        );
    }
}

fn weigh_navigation(control: ControlId, each: &Trait<'_>) -> Option<Weight> {
    if !each.item.kind.is_pressable() || each.hint(Hint::ToHelp) {
        return None;
    }
    let mut weight = Weight::default();
    let words = &each.words;
    let labelled = by_label(control, each, &mut weight);
    let (fits, href) = match control {
        ControlId::MyAliexpress => (
            words.has(Meaning::Account)
                && !words.any(&[Meaning::Settings, Meaning::Other, Meaning::Profile])
                && !each.ends(),
            Hint::ToHome,
        ),
        ControlId::AccountSettings => (
            words.has(Meaning::Settings)
                && !words.any(&[Meaning::Other, Meaning::Privacy, Meaning::Email]),
            Hint::ToSettings,
        ),
        _ => (
            (words.has(Meaning::Profile)
                || words.has(Meaning::Personal) && words.has(Meaning::Edit))
                && !words.any(&[Meaning::Other, Meaning::Settings])
                && !each.ends(),
            Hint::ToProfile,
        ),
    };
    let concept = Concept::Control(control);
    // "Delete account" and "affiliate account" end with a label, too.
    let says_more = words.leads_with(concept)
        || !words.has(Meaning::Other) && words.ends_with(concept);
    if !labelled && says_more && !each.ends() {
        weight.add(Evidence::LooseWords, 32);
    } else if !labelled {
        by_words(each, fits, &mut weight);
    }
    if each.hint(href) {
        weight.add(Evidence::Href, 40);
    }
    if weight.points == 0 {
        return None;
    }
    weight.add(Evidence::Page, 14);
    if each.item.landmark == Landmark::Footer {
        weight.add(Evidence::Misplaced, -25);
    }
    Some(weight)
}

/// What opens the form, the request or the dialog that ends the account.
fn weigh_opener(control: ControlId, each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let item = each.item;
    let is_unfolded = item.hints.starts_with("expanded");
    if !item.kind.is_pressable() || each.hint(Hint::ToHelp) || each.asks() || is_unfolded {
        return None;
    }
    if control == ControlId::Delete && scene.has_phrase {
        return None;
    }
    let words = &each.words;
    // What alone closes the account on the profile's page is that page's own control, under whichever name.
    let closes = words.has(Meaning::Close) && !words.any(&[Meaning::Delete, Meaning::Deactivate]);
    let is_own = closes && scene.page == PageId::EditProfile && !scene.offers_to_deactivate;
    if is_own && control != ControlId::Deactivate {
        return None;
    }
    if words.any(&[Meaning::Reactivate, Meaning::SignedOut]) {
        return None;
    }
    let leads = !words.other_after_object && words.leads_with(Concept::Control(control));
    if words.labels.is_empty() && !leads && words.any(&[Meaning::No, Meaning::Other]) {
        return None;
    }
    let mut weight = Weight::default();
    let mut labelled = by_label(control, each, &mut weight);
    if !labelled && leads {
        weight.add(Evidence::LooseWords, 32);
        labelled = true;
    }
    let deletes = words.any(&[Meaning::Delete, Meaning::Close]) && !words.has(Meaning::Deactivate);
    let account = words.any(&[Meaning::Account, Meaning::Profile]) && !words.other_after_object;
    let fits = match control {
        ControlId::Deactivate => words.any(&[Meaning::Deactivate, Meaning::Close]) && account,
        ControlId::Delete => deletes && account && scene.page != PageId::PersonalInformation,
        _ => deletes && account && scene.page == PageId::PersonalInformation,
    };
    // What says "deactivate" goes before what only says "close".
    let is_vague = control == ControlId::Deactivate && closes && !is_own;
    if !labelled && fits && is_vague && words.is_name() {
        weight.add(Evidence::LooseWords, 22);
    } else if !labelled {
        by_words(each, fits, &mut weight);
    }
    if weight.points == 0
        && !(control == ControlId::Deactivate
            && find_part(&item.href, "deactive_account").is_some())
    {
        return None;
    }
    match control {
        ControlId::Deactivate if each.hint(Hint::Deactivate) => weight.add(Evidence::Href, 40),
        ControlId::Deactivate if each.hint(Hint::Delete) => weight.add(Evidence::Href, 20),
        ControlId::Delete | ControlId::Remove if each.hint(Hint::Delete) => {
            weight.add(Evidence::Href, 30);
        }
        _ => {}
    }
    let at_home = match control {
        ControlId::Deactivate => scene.page == PageId::EditProfile,
        ControlId::Remove => scene.page == PageId::PersonalInformation,
        _ => matches!(
            scene.page,
            PageId::PrivacyDelete | PageId::PrivacyCenter | PageId::EditProfile
        ),
    };
    weight.add(Evidence::Page, if at_home { 25 } else { 16 });
    if item.strong {
        weight.add(Evidence::Strong, 6);
    }
    if item.landmark == Landmark::Footer {
        weight.add(Evidence::Misplaced, -4);
    }
    Some(weight)
}

fn weigh_submit(each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let item = each.item;
    if !is_button(item)
        || item.kind == Kind::Link && scene.has_end_button
        || item.dialog != scene.dialog && !each.ends()
        || each.means_no()
        || each.has(Meaning::Other)
        || !each.is_content
    {
        return None;
    }
    let words = &each.words;
    let mut weight = Weight::default();
    let labelled = by_label(ControlId::Submit, each, &mut weight);
    let fits = match scene.page {
        PageId::DeactivateForm => each.ends(),
        PageId::PrivacyDelete => words.any(&[Meaning::Delete, Meaning::Close, Meaning::Deactivate]),
        PageId::VerifyCode => each.ends() && words.has(Meaning::Account),
        // To send the form is all that can be done on it, and destroys nothing.
        _ => {
            words.any(&[Meaning::Confirm, Meaning::Reactivate, Meaning::Get])
                || item.hints.ends_with("submit")
        }
    };
    if !labelled {
        by_words(each, fits, &mut weight);
    }
    let confirms = words.any(&[Meaning::Confirm, Meaning::Agree]) && words.count <= 4;
    if weight.points == 0 && confirms && scene.page != PageId::VerifyCode {
        weight.add(Evidence::Words, 18);
    }
    if weight.points == 0 || scene.is_form() && !scene.has_fields() {
        return None;
    }
    if scene.page == PageId::PrivacyDelete && !scene.has_phrase && !has_box(scene) {
        return None;
    }
    let together = item.form == scene.form && (item.form != 0 || scene.traits.is_in_front(each));
    if together && scene.has_fields() {
        weight.add(Evidence::Together, 18);
    }
    weight.add(Evidence::Page, 20);
    if Some(each.at) > scene.last_field {
        weight.add(Evidence::Shape, 12);
    }
    if item.strong {
        weight.add(Evidence::Strong, 8);
    }
    Some(weight)
}

/// A button, or a link that leads nowhere and so is one.
fn is_button(item: &Item) -> bool {
    item.kind == Kind::Button || item.kind == Kind::Link && item.href.is_empty()
}

fn has_box(scene: &Scene<'_, '_>) -> bool {
    scene.traits.live().any(|each| {
        matches!(
            each.item.kind,
            Kind::CheckBox | Kind::Radio | Kind::Select | Kind::ListBox
        )
    })
}

fn weigh_email(each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    if !matches!(each.item.kind, Kind::TextBox | Kind::EmailBox) || !each.is_content {
        return None;
    }
    let mut weight = Weight::default();
    if each.item.kind == Kind::EmailBox {
        weight.add(Evidence::Shape, 40);
    }
    if each.has(Meaning::Email) || each.label(Concept::EmailLabel).is_some() {
        weight.add(Evidence::Words, 36);
    }
    if each.hint(Hint::Email) {
        weight.add(Evidence::Hints, 28);
    }
    let is_in_another = ![0, each.item.form].contains(&scene.form) && each.item.form != 0;
    if weight.points == 0 || each.has(Meaning::Code) || is_in_another {
        return None;
    }
    if scene.form == each.item.form {
        weight.add(Evidence::Together, 10);
    }
    Some(weight)
}

fn weigh_phrase(each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let item = each.item;
    if !scene.is_form() || !matches!(item.kind, Kind::TextBox | Kind::TextArea) || !each.is_content
    {
        return None;
    }
    if each.has(Meaning::Email)
        || each.hint(Hint::Email)
        || each.hint(Hint::Code)
        || each.has(Meaning::Code)
    {
        return None;
    }
    let mut weight = Weight::default();
    if item.kind == Kind::TextArea {
        weight.add(Evidence::Misplaced, -20);
    }
    weight.add(Evidence::Shape, 20);
    if each.has(Meaning::Type) {
        weight.add(Evidence::Words, 25);
    }
    if each.ends() || each.has(Meaning::Agree) {
        weight.add(Evidence::LooseWords, 15);
    }
    if phrase_at(scene.view, each.at).is_some() {
        weight.add(Evidence::Above, 30);
    }
    if each.has(Meaning::Confirm) || each.has(Meaning::Verify) {
        weight.add(Evidence::LooseWords, 15);
    }
    if is_only_open_field(each, scene) {
        weight.add(Evidence::Together, 15);
    }
    if each.hint(Hint::Reason) || each.has(Meaning::ReasonOther) {
        weight.add(Evidence::Misplaced, -30);
    }
    Some(weight)
}

/// Whether no other field of the page's matter could be meant.
fn is_only_open_field(each: &Trait<'_>, scene: &Scene<'_, '_>) -> bool {
    scene.open_fields.iter().all(|at| *at == each.at)
}

fn weigh_reason(each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let item = each.item;
    if !scene.is_form() || !each.is_content {
        return None;
    }
    let mut weight = Weight::default();
    let reasons = |one: &Trait<'_>| {
        one.words.any(&[
            Meaning::ReasonPrivacy,
            Meaning::ReasonSecurity,
            Meaning::ReasonExperience,
            Meaning::ReasonSwitching,
            Meaning::ReasonOther,
        ])
    };
    match item.kind {
        Kind::Select | Kind::ListBox | Kind::ChoiceGroup => {
            let list = list_of(each, scene);
            let fitting = scene.traits.around(each).iter().filter(|one| {
                one.item.group == list && list != 0 && one.at != each.at && reasons(one)
            });
            weight.add(Evidence::Shape, 30);
            if fitting.count() >= 2 {
                weight.add(Evidence::Words, 30);
            }
            if list != item.group {
                // What opens the list goes before the list.
                weight.add(Evidence::Together, 12);
            }
        }
        Kind::Radio | Kind::CheckBox if reasons(each) => {
            let alike = |one: &&Trait<'_>| {
                one.item.kind == item.kind
                    && one.item.group == item.group
                    && one.item.form == item.form
            };
            let near = scene.traits.around(each);
            let is_grouped = near.iter().any(|one| {
                one.item.group == item.group
                    && matches!(
                        one.item.kind,
                        Kind::ChoiceGroup | Kind::ListBox | Kind::Select
                    )
            });
            let is_live = |one: &&Trait<'_>| one.is_shown() && scene.traits.is_in_front(one);
            let others = near
                .iter()
                .filter(is_live)
                .filter(alike)
                .filter(|one| reasons(one));
            if item.group != 0 && is_grouped || others.count() < 2 {
                return None;
            }
            weight.add(Evidence::Words, 45);
        }
        Kind::TextArea => weight.add(Evidence::Shape, 30),
        Kind::TextBox if each.hint(Hint::Reason) => weight.add(Evidence::Shape, 10),
        _ => return None,
    }
    if each.hint(Hint::Reason) {
        weight.add(Evidence::Hints, 25);
    }
    if reasons(each) {
        weight.add(Evidence::LooseWords, 15);
    }
    if scene.form == item.form {
        weight.add(Evidence::Together, 15);
    }
    Some(weight)
}

/// The group whose options a list offers: its own or, of a combo box that has none, the list box that follows it.
fn list_of(each: &Trait<'_>, scene: &Scene<'_, '_>) -> u16 {
    let near = || scene.traits.around(each).iter();
    let group = each.item.group;
    if each.item.kind != Kind::ListBox
        || near().any(|other| other.item.group == group && other.item.kind == Kind::Choice)
    {
        return group;
    }
    near()
        .find(|other| other.at > each.at && other.item.kind == Kind::ListBox)
        .map_or(group, |other| other.item.group)
}

fn weigh_terms(each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let is_reason = |one: &Trait<'_>| {
        one.words.any(&[
            Meaning::ReasonExperience,
            Meaning::ReasonSwitching,
            Meaning::ReasonSecurity,
        ])
    };
    if each.item.kind != Kind::CheckBox
        || each.item.group != 0
        || is_reason(each)
        || each.has(Meaning::Release)
        || !each.is_content
    {
        return None;
    }
    if each.label(Concept::ReleaseOption).is_some() {
        return None;
    }
    let mut weight = Weight::default();
    weight.add(Evidence::Shape, 25);
    if each.has(Meaning::Agree) {
        weight.add(Evidence::Words, 30);
    }
    if each.ends() || each.has(Meaning::Deletes) || each.has(Meaning::Confirm) {
        weight.add(Evidence::LooseWords, 12);
    }
    if scene.form == each.item.form {
        weight.add(Evidence::Together, 10);
    }
    let boxes = scene
        .traits
        .live()
        .filter(|one| one.item.kind == Kind::CheckBox && one.is_content)
        .take(2)
        .count();
    if boxes == 1 && !each.has(Meaning::Email) {
        weight.add(Evidence::Shape, 12);
    }
    Some(weight)
}

/// Whether a button of a dialog goes on with what the dialog says.
pub(super) fn says_yes(each: &Trait<'_>) -> bool {
    !each.has(Meaning::No)
        && each.label(Concept::Control(ControlId::ConfirmNo)).is_none()
        && (each.has(Meaning::Yes)
            || each
                .label(Concept::Control(ControlId::ConfirmYes))
                .is_some()
            || (each
                .words
                .any(&[Meaning::Delete, Meaning::Deactivate, Meaning::Confirm])
                || each.has(Meaning::Close) && each.has(Meaning::Account))
                && !each.has(Meaning::Other))
}

fn weigh_dialog(control: ControlId, each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let item = each.item;
    if item.dialog == 0 || item.dialog != scene.traits.dialog {
        return None;
    }
    let mut weight = Weight::default();
    match control {
        ControlId::Message => {
            if !item.kind.is_read() {
                return None;
            }
            weight.add(Evidence::Together, 30);
            if item.kind == Kind::Text {
                weight.add(Evidence::Shape, 25);
            }
            // What stands above the sentence is its title, whether or not it is marked as one.
            if each.is_sentence() {
                weight.add(Evidence::Words, 8);
            }
            if each.has(Meaning::Deletes) || each.ends() {
                weight.add(Evidence::Words, 20);
            }
        }
        ControlId::ConfirmNo => {
            let label = each.label(Concept::Control(control)).is_some();
            if !item.kind.is_pressable() || !(label || each.has(Meaning::No)) {
                return None;
            }
            weight.add(
                Evidence::Words,
                if each.has(Meaning::Close) { 25 } else { 40 },
            );
            weight.add(Evidence::Together, 25);
            if !is_told_before(each, scene) {
                weight.add(Evidence::Misplaced, -12);
            }
        }
        _ => {
            if !item.kind.is_pressable() || !says_yes(each) {
                return None;
            }
            weight.add(Evidence::Words, 40);
            weight.add(Evidence::Together, 25);
            if item.strong {
                weight.add(Evidence::Strong, 8);
            }
        }
    }
    Some(weight)
}

fn weigh_code(control: ControlId, each: &Trait<'_>) -> Option<Weight> {
    let mut weight = Weight::default();
    if control == ControlId::Code {
        if !each.item.kind.is_typed() || !each.is_content {
            return None;
        }
        if each.hint(Hint::Code) {
            weight.add(Evidence::Hints, 45);
        }
        if each.has(Meaning::Code) {
            weight.add(Evidence::Words, 40);
        }
        if weight.points > 0 {
            weight.add(Evidence::Page, 15);
        }
        return (weight.points > 0).then_some(weight);
    }
    if !is_button(each.item) || each.has(Meaning::No) || !each.is_content {
        return None;
    }
    let labelled = by_label(control, each, &mut weight);
    let fits = match control {
        ControlId::GetCode => each.has(Meaning::Get) && !each.ends(),
        _ => {
            each.words.any(&[Meaning::Verify, Meaning::Confirm])
                && !each.has(Meaning::Get)
                && !each.ends()
        }
    };
    if !labelled {
        by_words(each, fits, &mut weight);
    }
    if weight.points == 0 {
        return None;
    }
    weight.add(Evidence::Page, 25);
    if each.item.strong {
        weight.add(Evidence::Strong, 8);
    }
    // A link beside the button offers another way to do the same.
    if each.item.kind == Kind::Link {
        weight.add(Evidence::Misplaced, -6);
    }
    Some(weight)
}

/// Whether the dialog has said something before this button: the cross in its corner comes first.
fn is_told_before(button: &Trait<'_>, scene: &Scene<'_, '_>) -> bool {
    scene
        .traits
        .live()
        .take_while(|each| each.at < button.at)
        .any(|each| each.item.kind.is_read())
}

fn weigh_reactivate(each: &Trait<'_>) -> Option<Weight> {
    if !each.item.kind.is_pressable() || each.has(Meaning::No) {
        return None;
    }
    let mut weight = Weight::default();
    if !by_label(ControlId::Reactivate, each, &mut weight) {
        by_words(each, each.has(Meaning::Reactivate), &mut weight);
    }
    if weight.points == 0 {
        return None;
    }
    weight.add(Evidence::Page, 25);
    Some(weight)
}

fn weigh_upload(each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    if each.item.kind != Kind::FileBox {
        return None;
    }
    let mut weight = Weight::default();
    weight.add(Evidence::Shape, 35);
    if each.has(Meaning::Identity) || each.has(Meaning::Upload) {
        weight.add(Evidence::Words, 25);
    }
    if scene.form == each.item.form {
        weight.add(Evidence::Together, 12);
    }
    Some(weight)
}

fn weigh_more(each: &Trait<'_>) -> Option<Weight> {
    if !each.item.kind.is_pressable() || !each.is_content {
        return None;
    }
    let mut weight = Weight::default();
    let labelled = by_label(ControlId::LoadMore, each, &mut weight);
    if !labelled {
        by_words(each, each.has(Meaning::More), &mut weight);
    }
    if each.hint(Hint::OrderMore) {
        weight.add(Evidence::Hints, 40);
    }
    (weight.points > 0).then(|| {
        weight.add(Evidence::Page, 12);
        weight
    })
}
