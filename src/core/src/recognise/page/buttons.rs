//! What the page's buttons and links say.

use super::super::candidate::{Candidate, Candidates};
use super::super::control::SAYS_YES;
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::address::first_labels;
use super::fields::ENDS_OTHER;
use super::scores::{LEAD, Scores};
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Rank, Subject};
use crate::view::{Kind, View};

/// What each thing to press says of the page; of each page and kind of evidence the strongest counts.
const OF_BUTTONS: [(Rule, PageId, Evidence, i16); 7] = [
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
    // The export's page has the host and the title of the whole that it is a part of.
    (
        rule!(all [BUTTON, MAIN, label(Concept::Control(ControlId::DownloadData))]),
        PageId::DataDownload,
        Evidence::Shape,
        32,
    ),
    (
        rule!(all [PRESSABLE, REACTIVATE, NAME]),
        PageId::ReactivateForm,
        Evidence::Words,
        10,
    ),
];

pub(super) fn by_buttons(view: &View, candidates: &Candidates<'_>, scores: &mut Scores) {
    let mut counted = Vec::new();
    let is_privacy_center = first_labels(&view.address.host).contains(&"privacy");
    let personal = Personal::of(candidates);
    let is_told = candidates.any(rule!(all [HEADING, ACCOUNT, ENDS] none [DELETE]));
    for each in candidates.live(rule!(all[PRESSABLE])) {
        if each.fits(rule!(all [LINK, HINT_DEACTIVATE] none [TO_HELP])) {
            scores.raise(PageId::EditProfile, Evidence::Href, 20, &mut counted);
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
                &mut counted,
            );
        }
        for (rule, page, evidence, points) in &OF_BUTTONS {
            if each.fits(rule) {
                scores.raise(*page, *evidence, *points, &mut counted);
            }
        }
        if each.fits(rule!(all [MAIN, DEACTIVATE, ACCOUNT, CLEAN] none [OTHER])) {
            let points = if personal.is_named { 45 } else { 30 };
            scores.raise(PageId::EditProfile, Evidence::Shape, points, &mut counted);
        }
        let to_settings = each.label(Concept::Control(ControlId::AccountSettings));
        if each.facts.has(MAIN) && to_settings > Some(Rank::Guess) {
            scores.raise(PageId::MyAliexpress, Evidence::Shape, 14, &mut counted);
        }
        if is_told && each.fits(rule!(all [REACTIVATE, NAME])) {
            scores.raise(PageId::ClosedNotice, Evidence::Shape, 45, &mut counted);
        }
    }
    // What makes it a page of the way is what removes the account.
    if !candidates.any(rule!(all [PRESSABLE, DELETE, ACCOUNT])) {
        scores.add(PageId::PersonalInformation, Evidence::Shape, -20);
    }
    if is_leaving_dialog(candidates) {
        // It asks so wherever it lies: over the request, the address and the title speak for that.
        let points = 100.max(scores.highest() + LEAD);
        scores.add(PageId::RemoveDialog, Evidence::Shape, points);
    }
}

/// A row says "Remove my account" and then more.
const LEADS_TO_REMOVAL: Rule = rule!(all [starts_with(Concept::Control(ControlId::Remove))] none [starts_with(Concept::Control(ControlId::Delete)), OTHER_AFTER_OBJECT]);

/// Which kinds of thing on the page say "personal information".
#[derive(Default)]
struct Personal {
    kinds: FactSet,
    is_named: bool,
}

impl Personal {
    pub(super) fn of(candidates: &Candidates<'_>) -> Self {
        const NAMED: Rule = rule!(all [label(Concept::Subject(Subject::PersonalInformation))]; all [PERSONAL, UP_TO_3] none [EDIT]);
        let mut found = Self::default();
        for each in candidates.live(NAMED) {
            // What has been unfolded or is the chosen tab heads what stands below it.
            let heads = each.facts.has(BUTTON) && (each.facts.has(EXPANDED) || each.item.filled);
            let kind = if heads { Kind::Heading } else { each.item.kind };
            found.kinds.add(is(kind));
            found.is_named = true;
        }
        found
    }

    /// What a control that removes the account speaks for the page of personal information.
    pub(super) fn points(&self, each: &Candidate<'_>, leads: bool, scores: &Scores) -> i16 {
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
fn is_leaving_dialog(candidates: &Candidates<'_>) -> bool {
    const SPEAKS: Rule = rule!(all [ENDS_ACCOUNT]; all [DELETES, ACCOUNT] none [OTHER]);
    const NO_BUTTON: Rule =
        rule!(all [PRESSABLE] any [NO, label(Concept::Control(ControlId::ConfirmNo))]);
    candidates.dialog != 0
        && !candidates.any(ENDS_OTHER)
        && !candidates.any(rule!(all [TEXT, ENDS, OTHER_BEFORE_ACCOUNT]))
        && candidates.any(SPEAKS)
        && candidates.any(NO_BUTTON)
        && candidates
            .live(rule!(all[PRESSABLE]))
            .any(|each| each.fits(SAYS_YES))
        && !candidates.any(rule!(any [TYPED, RADIO, SELECT, LIST_BOX]))
}
