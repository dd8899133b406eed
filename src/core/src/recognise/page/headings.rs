//! What the page's headings and its title say.

use super::super::candidate::Candidates;
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::scores::Scores;
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Subject};

pub(super) fn by_headings(title: &FactSet, candidates: &Candidates<'_>, scores: &mut Scores) {
    let mut counted = Vec::new();
    let mut is_first = true;
    let mut greets = false;
    for each in candidates.live(rule!(all[HEADING])) {
        let is_weak = each.fits(rule!(any [FOOTER, NAVIGATION]));
        let points = match (is_weak, is_first) {
            (true, _) => 8,
            (_, true) => 42,
            _ => 36,
        };
        let leads = is_first && !is_weak;
        is_first &= is_weak;
        score_heading(&each.facts, points, leads, &mut counted, scores);
        greets |= leads && counted.is_empty();
    }
    greets &= !counted.is_empty();
    // On a phone the title often is the only heading, and a first heading that greets names no page.
    let is_alone = counted.is_empty() && candidates.dialog == 0;
    let points = match (is_alone, greets) {
        (_, true) => 42,
        (true, _) => 40,
        _ => 22,
    };
    score_heading(title, points, true, &mut Vec::new(), scores);
    let points_of = |scores: &Scores, page| scores.0[page as usize].points;
    let is_of_center = title.has(label(Concept::Control(ControlId::PrivacyCenter)))
        && points_of(scores, PageId::PrivacyDelete) <= 0;
    if is_of_center && candidates.any(rule!(all [CONTENT, PRESSABLE, DELETE, ACCOUNT] none [OTHER]))
    {
        scores.add(PageId::PrivacyCenter, Evidence::Heading, 20);
    }
    // The request's own title says more than the host of the whole.
    let is_request = title.fits(rule!(all [ACCOUNT] any [DELETE, CLOSE] none [OTHER]));
    if is_alone && is_request && points_of(scores, PageId::PrivacyCenter) > 0 {
        scores.add(PageId::PrivacyDelete, Evidence::Heading, 15);
    }
}

/// The page that a heading names, by the concept that it is a label of.
pub(super) const NAMED: [(Concept, PageId); 16] = [
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
        Concept::Control(ControlId::PrivacyCenter),
        PageId::PrivacyCenter,
    ),
    (Concept::Subject(Subject::OrderList), PageId::OrderList),
    (Concept::Subject(Subject::DisputeList), PageId::DisputeList),
    (Concept::Subject(Subject::Wallet), PageId::Wallet),
    (Concept::Subject(Subject::Coupons), PageId::Coupons),
    (Concept::Subject(Subject::Addresses), PageId::Addresses),
    (Concept::Subject(Subject::OrderDetail), PageId::OrderDetail),
    (
        Concept::Subject(Subject::Subscriptions),
        PageId::Subscriptions,
    ),
    (
        Concept::Subject(Subject::DataDownload),
        PageId::DataDownload,
    ),
];

/// Pages whose names head a card or a row of other pages, too, so that only a first heading or a title names them.
const ENTRIES: [PageId; 2] = [PageId::Subscriptions, PageId::DataDownload];

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

/// What a heading speaks for; `points` where it is a label, less where its words only fit. `leads`: it is the first one of the
/// page, or its title.
fn score_heading(
    heading: &FactSet,
    points: i16,
    leads: bool,
    counted: &mut Vec<(PageId, Evidence, i16)>,
    scores: &mut Scores,
) {
    let mut is_named = false;
    for (concept, page) in &NAMED {
        if heading.has(label(*concept)) {
            is_named = true;
            if leads || !ENTRIES.contains(page) {
                scores.raise(*page, Evidence::Heading, points, counted);
            }
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
        scores.raise(*page, Evidence::Heading, points, counted);
    }
}
