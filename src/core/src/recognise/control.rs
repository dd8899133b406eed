//! Which item is which control.
//!
//! A control is looked for only on the pages where it belongs, and every candidate is weighed by the same few signals. Two
//! candidates that weigh the same are a question to the person, unless they lead to the same place.

#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::facts::*;
use super::rule::{Rule, rule};
use super::traits::{Trait, Traits};
use super::{Evidence, Found, Picks, Weight, pick};
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Rank, Subject};
use crate::phrase::phrase_at;
use crate::view::{Item, Kind, View, Visibility};

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
    picks: &'b Picks,
    /// What is so for every candidate.
    facts: FactSet,
    /// Number of the form around the fields that end the account; 0 for none.
    form: u16,
    /// Number of the dialog that holds the last of those fields; 0 for none.
    dialog: u16,
    /// Place of the last field to type into, reason or box that belongs to it.
    last_field: Option<usize>,
    /// Places of the first two fields that could ask for a phrase.
    open_fields: Vec<usize>,
}

pub(super) fn find(page: PageId, view: &View, traits: &Traits<'_>, picks: &Picks) -> Controls {
    let scene = Scene::new(page, view, traits, picks);
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
        .filter(|each| each.facts.has(IN_FRONT))
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

/// What can be filled in or chosen, in the page's matter.
const FIELDS: Rule =
    rule!(all [CONTENT] any [TYPED, SELECT, LIST_BOX, CHOICE_GROUP, RADIO, CHECK_BOX]);

impl<'a, 'b> Scene<'a, 'b> {
    fn new(page: PageId, view: &'b View, traits: &'b Traits<'a>, picks: &'b Picks) -> Self {
        const OPEN: Rule = rule!(all [CONTENT, TEXT_BOX, ENABLED] none [EMAIL, HINT_EMAIL]);
        let is_form = matches!(page, PageId::DeactivateForm | PageId::PrivacyDelete);
        let mut forms = traits.live(FIELDS).map(|each| each.item.form);
        let last = traits.live(FIELDS).last();
        let mut facts = FactSet::default();
        facts.add(on(page));
        for (fact, is_so) in [
            (IS_FORM, is_form),
            (HAS_FIELDS, last.is_some()),
            (
                HAS_END_BUTTON,
                traits.any(rule!(all [BUTTON, ENDS, CONTENT])),
            ),
            (
                OFFERS_TO_DEACTIVATE,
                traits.any(rule!(all [PRESSABLE, DEACTIVATE, ACCOUNT] none [OTHER])),
            ),
            (
                HAS_ONE_BOX,
                traits.count(rule!(all [CHECK_BOX, CONTENT])) == 1,
            ),
        ] {
            facts.set(fact, is_so);
        }
        let mut scene = Self {
            page,
            view,
            traits,
            picks,
            facts,
            form: forms.find(|form| *form != 0).unwrap_or(0),
            dialog: last.map_or(0, |each| each.item.dialog),
            last_field: last.map(|each| each.at),
            open_fields: traits.live(OPEN).map(|each| each.at).take(2).collect(),
        };
        let has_phrase = traits.all.iter().any(|each| {
            each.facts.has(SHOWN)
                && weigh(ControlId::Phrase, each, &scene)
                    .is_some_and(|weight| weight.points >= THRESHOLD)
        });
        let is_request = page == PageId::PrivacyDelete;
        let has_box = traits.any(rule!(any [CHECK_BOX, RADIO, SELECT, LIST_BOX]));
        let has_no_form = is_form && last.is_none() || is_request && !has_phrase && !has_box;
        scene.facts.set(HAS_PHRASE, has_phrase);
        scene.facts.set(HAS_NO_FORM, has_no_form);
        scene
    }

    /// What is so for a candidate here.
    fn facts_of(&self, each: &Trait<'_>) -> FactSet {
        let item = each.item;
        let mut facts = each.facts.union(&self.facts);
        let same_form = item.form == self.form;
        facts.set(SAME_FORM, same_form);
        facts.set(
            IN_ANOTHER_FORM,
            !same_form && self.form != 0 && item.form != 0,
        );
        facts.set(IN_ANOTHER_DIALOG, item.dialog != self.dialog);
        facts.set(AFTER_FIELDS, Some(each.at) > self.last_field);
        facts
    }
}

/// What speaks for an item being a control; `None` where it can't be it.
fn weigh(control: ControlId, each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    let weight = by_itself(control, each, scene);
    pick::add(weight, control, each, scene.page, scene.picks)
}

/// A signal: where the rule fits, the evidence has these points.
type Signal = (Rule, Evidence, i16);

/// How a control is told.
struct Signs {
    /// What it has to be at all.
    gate: Rule,
    /// Where its words fit, if it is no label; none where words do not tell it.
    words: Option<Rule>,
    /// What says that it is the control.
    speak: &'static [Signal],
    /// What says so only where nothing else did.
    instead: Option<Signal>,
    /// What speaks for it once something has said so.
    also: &'static [Signal],
}

/// Where a sign is no more than a place or a look, it says so once something else has spoken.
const NOTHING: Signs = Signs {
    gate: &[],
    words: None,
    speak: &[],
    instead: None,
    also: &[],
};

const SUBMIT: Signs = Signs {
    gate: rule!(all [BUTTON_IN_ALL, CONTENT] none [OTHER, MEANS_NO, HAS_NO_FORM]),
    // To send another form is all that can be done on it, and destroys nothing.
    words: Some(
        rule!(all [ENDS] any [on(PageId::DeactivateForm), on(PageId::PrivacyDelete)]; all [ENDS, ACCOUNT, on(PageId::VerifyCode)]; any [CONFIRM, REACTIVATE, GET, HINT_SUBMIT] none [IS_FORM, on(PageId::VerifyCode)]),
    ),
    instead: Some((
        rule!(all [UP_TO_4] any [CONFIRM, AGREE] none [on(PageId::VerifyCode)]),
        Evidence::Words,
        18,
    )),
    also: &[
        (rule!(all [SAME_FORM, HAS_FIELDS]), Evidence::Together, 18),
        (rule!(), Evidence::Page, 20),
        (rule!(all[AFTER_FIELDS]), Evidence::Shape, 12),
        (rule!(all[STRONG]), Evidence::Strong, 8),
    ],
    ..NOTHING
};

/// What can't be the last button: a link beside a true one, or a button of another dialog than the fields' that ends nothing.
const BESIDE: Rule = rule!(all [LINK, HAS_END_BUTTON]; all [IN_ANOTHER_DIALOG] none [ENDS]);

const EMAIL_FIELD: Signs = Signs {
    gate: rule!(all [CONTENT] any [TEXT_BOX, EMAIL_BOX] none [CODE, IN_ANOTHER_FORM]),
    speak: &[
        (rule!(all[EMAIL_BOX]), Evidence::Shape, 40),
        (
            rule!(any [EMAIL, label(Concept::Subject(Subject::EmailLabel))]),
            Evidence::Words,
            36,
        ),
        (rule!(all[HINT_EMAIL]), Evidence::Hints, 28),
        // Another one may be for a newsletter.
        (rule!(all [EMAIL, ACCOUNT]), Evidence::Words, 50),
    ],
    also: &[(rule!(all[SAME_FORM]), Evidence::Together, 10)],
    ..NOTHING
};

const PHRASE: Signs = Signs {
    gate: rule!(all [IS_FORM, CONTENT] any [TEXT_BOX, TEXT_AREA] none [EMAIL, HINT_EMAIL, HINT_CODE, CODE]),
    speak: &[
        (rule!(all[TEXT_AREA]), Evidence::Misplaced, -20),
        (rule!(), Evidence::Shape, 20),
        (rule!(all[TYPE]), Evidence::Words, 25),
        (rule!(any [ENDS, AGREE]), Evidence::LooseWords, 15),
        (rule!(all[HAS_WORD_TO_TYPE]), Evidence::Above, 30),
        (rule!(any [CONFIRM, VERIFY]), Evidence::LooseWords, 15),
        (rule!(all[ONLY_OPEN_FIELD]), Evidence::Together, 15),
        (
            rule!(any [HINT_REASON, REASON_OTHER]),
            Evidence::Misplaced,
            -30,
        ),
    ],
    ..NOTHING
};

const TERMS: Signs = Signs {
    gate: rule!(all [CHECK_BOX, CONTENT] none [GROUPED, REASON_EXPERIENCE, REASON_SWITCHING, REASON_SECURITY, RELEASE, label(Concept::Subject(Subject::ReleaseOption))]),
    speak: &[
        (rule!(), Evidence::Shape, 25),
        (rule!(all[AGREE]), Evidence::Words, 30),
        (
            rule!(any [ENDS, DELETES, CONFIRM]),
            Evidence::LooseWords,
            12,
        ),
        (rule!(all[SAME_FORM]), Evidence::Together, 10),
        (rule!(all [HAS_ONE_BOX] none [EMAIL]), Evidence::Shape, 12),
    ],
    ..NOTHING
};

const MESSAGE: Signs = Signs {
    gate: rule!(all [IN_DIALOG, READ]),
    speak: &[
        (rule!(), Evidence::Together, 30),
        (rule!(all[TEXT]), Evidence::Shape, 25),
        // What stands above the sentence is its title, whether or not it is marked as one.
        (rule!(all[SENTENCE]), Evidence::Words, 8),
        (rule!(any [DELETES, ENDS]), Evidence::Words, 20),
    ],
    ..NOTHING
};

const CONFIRM_NO: Signs = Signs {
    gate: rule!(all [IN_DIALOG, PRESSABLE] any [NO, label(Concept::Control(ControlId::ConfirmNo))]),
    speak: &[
        (rule!(all[CLOSE]), Evidence::Words, 25),
        (rule!(none[CLOSE]), Evidence::Words, 40),
        (rule!(), Evidence::Together, 25),
    ],
    ..NOTHING
};

const CONFIRM_YES: Signs = Signs {
    gate: rule!(all [IN_DIALOG, PRESSABLE]),
    speak: &[
        (rule!(), Evidence::Words, 40),
        (rule!(), Evidence::Together, 25),
        (rule!(all[STRONG]), Evidence::Strong, 8),
    ],
    ..NOTHING
};

const CODE_FIELD: Signs = Signs {
    gate: rule!(all [TYPED, CONTENT] any [HINT_CODE, CODE]),
    speak: &[
        (rule!(all[HINT_CODE]), Evidence::Hints, 45),
        (rule!(all[CODE]), Evidence::Words, 40),
        (rule!(), Evidence::Page, 15),
    ],
    ..NOTHING
};

const GET_CODE: Signs = Signs {
    gate: rule!(all [BUTTON_IN_ALL, CONTENT] none [NO]),
    words: Some(rule!(all [GET] none [ENDS])),
    also: OF_CODE,
    ..NOTHING
};

const VERIFY_CODE: Signs = Signs {
    gate: rule!(all [BUTTON_IN_ALL, CONTENT] none [NO]),
    words: Some(rule!(any [VERIFY, CONFIRM] none [GET, ENDS])),
    also: OF_CODE,
    ..NOTHING
};

const OF_CODE: &[Signal] = &[
    (rule!(), Evidence::Page, 25),
    (rule!(all[STRONG]), Evidence::Strong, 8),
    // A link beside the button offers another way to do the same.
    (rule!(all[LINK]), Evidence::Misplaced, -6),
];

const REACTIVATION: Signs = Signs {
    gate: rule!(all [PRESSABLE] none [NO]),
    words: Some(rule!(all[REACTIVATE])),
    also: &[(rule!(), Evidence::Page, 25)],
    ..NOTHING
};

const ID_UPLOAD: Signs = Signs {
    gate: rule!(all[FILE_BOX]),
    speak: &[
        (rule!(), Evidence::Shape, 35),
        (rule!(any [IDENTITY, UPLOAD]), Evidence::Words, 25),
        (rule!(all[SAME_FORM]), Evidence::Together, 12),
    ],
    ..NOTHING
};

const LOAD_MORE: Signs = Signs {
    gate: rule!(all [PRESSABLE, CONTENT]),
    words: Some(rule!(all[MORE])),
    speak: &[(rule!(all[HINT_ORDER_MORE]), Evidence::Hints, 40)],
    also: &[(rule!(), Evidence::Page, 12)],
    ..NOTHING
};

/// A button of a dialog goes on with what the dialog says.
pub(super) const SAYS_YES: Rule = rule!(any [YES, label(Concept::Control(ControlId::ConfirmYes))] none [NO, label(Concept::Control(ControlId::ConfirmNo))]; any [DELETE, DEACTIVATE, CONFIRM] none [NO, label(Concept::Control(ControlId::ConfirmNo)), OTHER]; all [CLOSE, ACCOUNT] none [NO, label(Concept::Control(ControlId::ConfirmNo)), OTHER]);

/// What an item itself says for being a control.
fn by_itself(control: ControlId, each: &Trait<'_>, scene: &Scene<'_, '_>) -> Option<Weight> {
    use ControlId as C;
    let mut facts = scene.facts_of(each);
    if control == C::Phrase && facts.fits(PHRASE.gate) {
        let is_said = phrase_at(scene.view, scene.traits.lexicon, each.at).is_some();
        facts.set(HAS_WORD_TO_TYPE, is_said);
        let is_only = scene.open_fields.iter().all(|at| *at == each.at);
        facts.set(ONLY_OPEN_FIELD, is_only);
    }
    let facts = &facts;
    let signs = match control {
        C::MyAliexpress | C::AccountSettings | C::EditProfile => {
            return weigh_navigation(control, each, facts);
        }
        C::Deactivate | C::Delete | C::Remove => return weigh_opener(control, each, facts),
        C::Reason => return weigh_reason(each, facts, scene),
        C::Submit if facts.fits(BESIDE) => return None,
        C::ConfirmYes if !facts.fits(SAYS_YES) => return None,
        C::Submit => &SUBMIT,
        C::Email => &EMAIL_FIELD,
        C::Phrase => &PHRASE,
        C::Terms => &TERMS,
        C::ConfirmYes => &CONFIRM_YES,
        C::ConfirmNo => &CONFIRM_NO,
        C::Message => &MESSAGE,
        C::GetCode => &GET_CODE,
        C::Verify => &VERIFY_CODE,
        C::Code => &CODE_FIELD,
        C::Reactivate => &REACTIVATION,
        C::IdUpload => &ID_UPLOAD,
        C::LoadMore => &LOAD_MORE,
    };
    let mut weight = by_signs(control, each, facts, signs)?;
    if control == C::ConfirmNo && !is_told_before(each, scene) {
        weight.add(Evidence::Misplaced, -12);
    }
    Some(weight)
}

fn by_signs(
    control: ControlId,
    each: &Trait<'_>,
    facts: &FactSet,
    signs: &Signs,
) -> Option<Weight> {
    if !facts.fits(signs.gate) {
        return None;
    }
    let mut weight = Weight::default();
    if let Some(words) = signs.words
        && !by_label(control, each, &mut weight)
    {
        by_words(each, facts.fits(words), &mut weight);
    }
    weight.add_all(facts, signs.speak);
    if weight.points == 0
        && let Some(signal) = signs.instead
    {
        weight.add_all(facts, &[signal]);
    }
    if weight.points == 0 {
        return None;
    }
    weight.add_all(facts, signs.also);
    Some(weight)
}

impl Weight {
    fn add_all(&mut self, facts: &FactSet, signals: &[Signal]) {
        for (rule, evidence, points) in signals {
            if facts.fits(rule) {
                self.add(*evidence, *points);
            }
        }
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
    if fits && each.facts.has(CLEAN) {
        weight.add(Evidence::Words, 34);
    } else if fits && each.facts.has(NAME) {
        weight.add(
            Evidence::LooseWords,
            if each.words.unknown <= 1 { 32 } else { 22 },
        );
    }
}

fn weigh_navigation(control: ControlId, each: &Trait<'_>, facts: &FactSet) -> Option<Weight> {
    if !facts.fits(rule!(all [PRESSABLE] none [TO_HELP])) {
        return None;
    }
    let mut weight = Weight::default();
    let labelled = by_label(control, each, &mut weight);
    let (words, href): (Rule, Fact) = match control {
        ControlId::MyAliexpress => (
            rule!(all [ACCOUNT] none [SETTINGS, OTHER, PROFILE, ENDS]),
            TO_HOME,
        ),
        ControlId::AccountSettings => (
            rule!(all [SETTINGS] none [OTHER, PRIVACY, EMAIL]),
            TO_SETTINGS,
        ),
        _ => (
            rule!(all [PROFILE] none [OTHER, SETTINGS, ENDS]; all [PERSONAL, EDIT] none [OTHER, SETTINGS, ENDS]),
            TO_PROFILE,
        ),
    };
    let concept = Concept::Control(control);
    // "Delete account" and "affiliate account" end with a label, too.
    let says_more =
        facts.has(leads(concept)) || !facts.has(OTHER) && each.words.trails.contains(&concept);
    if !labelled && says_more && !facts.has(ENDS) {
        weight.add(Evidence::LooseWords, 32);
    } else if !labelled {
        by_words(each, facts.fits(words), &mut weight);
    }
    if facts.has(href) {
        weight.add(Evidence::Href, 40);
    }
    if weight.points == 0 {
        return None;
    }
    weight.add_all(
        facts,
        &[
            (rule!(), Evidence::Page, 14),
            (rule!(all[FOOTER]), Evidence::Misplaced, -25),
        ],
    );
    Some(weight)
}

/// What alone closes the account, by no graver word.
const CLOSES: Rule = rule!(all [CLOSE] none [DELETE, DEACTIVATE]);
/// The same on the profile's page, where no control says "deactivate": that page's own control, under whichever name.
const IS_OWN: Rule =
    rule!(all [CLOSE, on(PageId::EditProfile)] none [DELETE, DEACTIVATE, OFFERS_TO_DEACTIVATE]);

/// What opens the form, the request or the dialog that ends the account.
struct Opener {
    words: Rule,
    /// Where it belongs.
    home: Rule,
    leads: &'static [Signal],
}

const TO_DEACTIVATE: Opener = Opener {
    words: rule!(any [DEACTIVATE, CLOSE] any [ACCOUNT, PROFILE] none [OTHER_AFTER_OBJECT]),
    home: rule!(all[on(PageId::EditProfile)]),
    leads: &[
        (rule!(all[HINT_DEACTIVATE]), Evidence::Href, 40),
        (
            rule!(all [HINT_DELETE] none [HINT_DEACTIVATE]),
            Evidence::Href,
            20,
        ),
    ],
};

const TO_DELETE: Opener = Opener {
    words: rule!(any [DELETE, CLOSE] any [ACCOUNT, PROFILE] none [DEACTIVATE, OTHER_AFTER_OBJECT, on(PageId::PersonalInformation)]),
    home: rule!(any [on(PageId::PrivacyDelete), on(PageId::PrivacyCenter), on(PageId::EditProfile)]),
    leads: &[(rule!(all[HINT_DELETE]), Evidence::Href, 30)],
};

const TO_REMOVE: Opener = Opener {
    words: rule!(all [on(PageId::PersonalInformation)] any [DELETE, CLOSE] any [ACCOUNT, PROFILE] none [DEACTIVATE, OTHER_AFTER_OBJECT]),
    home: rule!(all[on(PageId::PersonalInformation)]),
    leads: TO_DELETE.leads,
};

fn weigh_opener(control: ControlId, each: &Trait<'_>, facts: &FactSet) -> Option<Weight> {
    const OPENS: Rule =
        rule!(all [PRESSABLE] none [TO_HELP, ASKS, EXPANDED, REACTIVATE, SIGNED_OUT]);
    let opener = match control {
        ControlId::Deactivate => TO_DEACTIVATE,
        ControlId::Delete => TO_DELETE,
        _ => TO_REMOVE,
    };
    let leads = facts.has(leads(Concept::Control(control))) && !facts.has(OTHER_AFTER_OBJECT);
    let is_against = each.words.labels.is_empty() && !leads && facts.fits(rule!(any [NO, OTHER]));
    let is_other = match control {
        ControlId::Deactivate => false,
        ControlId::Delete => facts.has(HAS_PHRASE) || facts.fits(IS_OWN),
        _ => facts.fits(IS_OWN),
    };
    if is_against || is_other || !facts.fits(OPENS) {
        return None;
    }
    let mut weight = Weight::default();
    let mut labelled = by_label(control, each, &mut weight);
    if !labelled && leads {
        weight.add(Evidence::LooseWords, 32);
        labelled = true;
    }
    let fits = facts.fits(opener.words);
    // What says "deactivate" goes before what only says "close".
    let is_vague = control == ControlId::Deactivate && facts.fits(CLOSES) && !facts.fits(IS_OWN);
    if !labelled && fits && is_vague && facts.has(NAME) {
        weight.add(Evidence::LooseWords, 22);
    } else if !labelled {
        by_words(each, fits, &mut weight);
    }
    if weight.points == 0 && !(control == ControlId::Deactivate && facts.has(TO_OLD_FORM)) {
        return None;
    }
    weight.add_all(facts, opener.leads);
    let points = if facts.fits(opener.home) { 25 } else { 16 };
    weight.add(Evidence::Page, points);
    weight.add_all(
        facts,
        &[
            (rule!(all[STRONG]), Evidence::Strong, 6),
            (rule!(all[FOOTER]), Evidence::Misplaced, -4),
        ],
    );
    Some(weight)
}

/// It is one of the site's reasons to leave.
const IS_REASON: Rule =
    rule!(any [REASON_PRIVACY, REASON_SECURITY, REASON_EXPERIENCE, REASON_SWITCHING, REASON_OTHER]);

fn weigh_reason(each: &Trait<'_>, facts: &FactSet, scene: &Scene<'_, '_>) -> Option<Weight> {
    let item = each.item;
    if !facts.fits(rule!(all [IS_FORM, CONTENT])) {
        return None;
    }
    let mut weight = Weight::default();
    match item.kind {
        Kind::Select | Kind::ListBox | Kind::ChoiceGroup => {
            let list = list_of(each, scene);
            let fitting = scene.traits.around(each).iter().filter(|one| {
                one.item.group == list && list != 0 && one.at != each.at && one.fits(IS_REASON)
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
        Kind::Radio | Kind::CheckBox if each.fits(IS_REASON) => {
            let near = scene.traits.around(each).iter();
            let of_group = |one: &&Trait<'_>| one.item.group == item.group;
            let is_grouped = near
                .clone()
                .filter(of_group)
                .any(|one| one.fits(rule!(any [CHOICE_GROUP, LIST_BOX, SELECT])));
            let others = near.filter(of_group).filter(|one| {
                one.item.kind == item.kind
                    && one.item.form == item.form
                    && one.facts.has(LIVE)
                    && one.fits(IS_REASON)
            });
            if item.group != 0 && is_grouped || others.count() < 2 {
                return None;
            }
            weight.add(Evidence::Words, 45);
        }
        Kind::TextArea => weight.add(Evidence::Shape, 30),
        Kind::TextBox if facts.has(HINT_REASON) => weight.add(Evidence::Shape, 10),
        _ => return None,
    }
    weight.add_all(
        facts,
        &[
            (rule!(all[HINT_REASON]), Evidence::Hints, 25),
            (IS_REASON, Evidence::LooseWords, 15),
            (rule!(all[SAME_FORM]), Evidence::Together, 15),
        ],
    );
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

/// Whether the dialog has said something before this button: the cross in its corner comes first.
fn is_told_before(button: &Trait<'_>, scene: &Scene<'_, '_>) -> bool {
    scene
        .traits
        .first(rule!(all[READ]))
        .is_some_and(|first| first.at < button.at)
}
