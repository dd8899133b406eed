//! Which item is which control.
//!
//! A control is looked for only on the pages where it belongs, and every candidate is scored by the same few signals. Two
//! candidates with the same score are a question to the person, unless they lead to the same place.

mod code;
mod context;
mod dialog;
mod export;
mod form;
mod list;
mod navigation;
mod opener;
mod reason;
mod rules;

use super::candidate::{Candidate, Candidates};
use super::evidence::Evidence;
use super::facts::{HAS_WORD_TO_TYPE, IN_FRONT, ONLY_OPEN_FIELD, SHOWN};
use super::pick::{self, Picks};
use super::score::Score;
use super::sighting::Found;
use crate::ids::{ControlId, PageId};
use crate::phrase::{Request, request_at};
use crate::view::{Item, View, Visibility};
use code::{CODE_FIELD, GET_CODE, VERIFY_CODE};
use context::Context;
pub(super) use dialog::SAYS_YES;
use dialog::{CONFIRM_NO, CONFIRM_YES, MESSAGE, is_told_before};
use export::DOWNLOAD_DATA;
use form::{BESIDE, EMAIL_FIELD, ID_UPLOAD, PHRASE, REACTIVATION, SUBMIT, TERMS};
use list::{LOAD_MORE, ORDER_PERIOD};
use navigation::score_navigation;
use opener::score_opener;
use reason::score_reason;
use rules::score_by_rules;

/// Points from which a control is believed.
const THRESHOLD: i16 = 45;

/// The same where pressing it destroys or opens what destroys.
const DESTRUCTIVE_THRESHOLD: i16 = 55;

/// Points by which it must lead the next.
const MARGIN: i16 = 10;

#[derive(Default)]
pub(super) struct Controls {
    pub(super) found: Vec<Found>,
    /// Further fields for a control that was found: the e-mail asked for once more.
    pub(super) repeated: Vec<Found>,
    pub(super) unclear: Vec<ControlId>,
    pub(super) hidden: Vec<ControlId>,
}

/// What belongs on a page.
const fn expected(page: PageId) -> &'static [ControlId] {
    use ControlId as C;
    match page {
        PageId::Other => &[C::MyAliexpress, C::AccountSettings],
        PageId::MyAliexpress => &[
            C::PrivacyCenter,
            C::AccountSettings,
            C::EditProfile,
            C::Deactivate,
            C::Delete,
            C::Remove,
        ],
        PageId::AccountSettings => &[
            C::MyAliexpress,
            C::PrivacyCenter,
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
        PageId::ClosedNotice | PageId::BlockedNotice => &[C::Reactivate],
        PageId::ReactivateForm => &[C::Email, C::IdUpload, C::Terms, C::Submit],
        PageId::OrderList => &[C::MyAliexpress, C::OrderPeriod, C::LoadMore],
        PageId::DisputeList | PageId::Coupons => &[C::MyAliexpress, C::LoadMore],
        PageId::OrderDetail | PageId::Wallet | PageId::Addresses | PageId::Subscriptions => {
            &[C::MyAliexpress]
        }
        PageId::DataDownload => &[C::DownloadData],
        PageId::SignedOut | PageId::Challenge | PageId::Goodbye => &[],
    }
}

pub(super) fn find(
    page: PageId,
    view: &View,
    candidates: &Candidates<'_>,
    picks: &Picks,
) -> Controls {
    let mut context = Context::new(page, view, candidates, picks);
    let has_phrase = candidates.all.iter().any(|each| {
        each.facts.has(SHOWN)
            && score_candidate(ControlId::Phrase, each, &context)
                .is_some_and(|score| score.points >= THRESHOLD)
    });
    context.set_phrase(has_phrase);
    let mut found = Controls::default();
    for control in expected(page) {
        choose_best(*control, &context, &mut found);
    }
    one_control_an_item(&mut found.found);
    found
}

/// The best candidate of a control, if it is good enough and stands alone. One that can be used goes before one that only
/// shows, and one that shows before one that hides.
fn choose_best(control: ControlId, context: &Context<'_, '_>, found: &mut Controls) {
    let candidates: Vec<(&Item, Score)> = context
        .candidates
        .all
        .iter()
        .filter(|each| each.facts.has(IN_FRONT))
        .filter_map(|each| score_candidate(control, each, context).map(|score| (each.item, score)))
        .filter(|(_, score)| is_enough(control, *score))
        .collect();
    let mut best: Option<&(&Item, Score)> = None;
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
    let Some((item, score)) = best else {
        return;
    };
    if item.visibility == Visibility::Hidden {
        found.hidden.push(control);
        return;
    }
    let has_rival = candidates.iter().any(|(other, rival)| {
        other.id != item.id
            && readiness(other) == readiness(item)
            && score.points - rival.points < MARGIN
            && !leads_the_same_way(control, item, other)
    });
    if has_rival && !prefers_first(control) {
        found.unclear.push(control);
        return;
    }
    if control == ControlId::Email {
        let others = candidates.iter().filter(|(other, _)| {
            other.id != item.id && other.visibility == Visibility::Shown && other.form == item.form
        });
        let others = others.map(|(other, score)| as_found(control, other, *score));
        found.repeated.extend(others);
    }
    found.found.push(as_found(control, item, *score));
}

fn as_found(control: ControlId, item: &Item, score: Score) -> Found {
    Found {
        control,
        item: item.id,
        confidence: score.confidence(),
        ready: item.enabled,
        reasons: score.reasons,
    }
}

fn rank(candidate: &(&Item, Score)) -> (u8, i16) {
    (readiness(candidate.0), candidate.1.points)
}

fn readiness(item: &Item) -> u8 {
    match (item.visibility, item.enabled) {
        (Visibility::Shown, true) => 2,
        (Visibility::Shown, false) => 1,
        (Visibility::Hidden, _) => 0,
    }
}

fn is_enough(control: ControlId, score: Score) -> bool {
    if control.is_destructive() {
        score.points >= DESTRUCTIVE_THRESHOLD && score.kinds() >= 2
    } else {
        score.points >= THRESHOLD
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
        C::MyAliexpress | C::Code | C::Message | C::Terms | C::LoadMore | C::Reason | C::Email
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

/// What speaks for an item being a control; `None` where it can't be it.
fn score_candidate(
    control: ControlId,
    each: &Candidate<'_>,
    context: &Context<'_, '_>,
) -> Option<Score> {
    let score = score_itself(control, each, context);
    pick::add(score, control, each, context.page, context.picks)
}

/// What an item itself says for being a control.
fn score_itself(
    control: ControlId,
    each: &Candidate<'_>,
    context: &Context<'_, '_>,
) -> Option<Score> {
    use ControlId as C;
    let mut facts = context.facts_of(each);
    if control == C::Phrase && each.item.read_only && each.item.filled {
        // What is shown to be copied.
        return None;
    }
    if control == C::Phrase && facts.fits(PHRASE.requires) {
        let request = request_at(context.view, context.candidates.lexicon, each.at);
        let is_said = matches!(request, Request::Phrase(_) | Request::SentByMail);
        facts.set(HAS_WORD_TO_TYPE, is_said);
        let is_only = context.open_fields.iter().all(|at| *at == each.at);
        facts.set(ONLY_OPEN_FIELD, is_only);
    }
    let facts = &facts;
    let rules = match control {
        C::MyAliexpress | C::AccountSettings | C::EditProfile | C::PrivacyCenter => {
            return score_navigation(control, each, facts);
        }
        C::Deactivate | C::Delete | C::Remove => return score_opener(control, each, facts),
        C::Reason => return score_reason(each, facts, context),
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
        C::OrderPeriod => &ORDER_PERIOD,
        C::DownloadData => &DOWNLOAD_DATA,
    };
    let mut score = score_by_rules(control, each, facts, rules)?;
    if control == C::ConfirmNo && !is_told_before(each, context) {
        score.add(Evidence::Misplaced, -12);
    }
    Some(score)
}
