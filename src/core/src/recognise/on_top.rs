//! What the site says on top: a dialog that is no step of the way hides the page beneath, whose name stays.

use super::candidate::Candidates;
use super::facts::{
    CHECK_BOX, COOKIES, DIALOG, LIST_BOX, RADIO, READ, SEALED_FRAME, SELECT, SHOWN, TYPED,
};
use super::page::Verdict;
use super::pick::Picks;
use super::rule::rule;
use super::sighting::{Found, Says, Sighting};
use super::{assemble, control, page, statements};
use crate::ids::{ControlId, PageId};
use crate::view::{Item, View};

/// What is seen where a dialog lies over a page: the page beneath, and of the dialog what it says or asks. `None` where no dialog
/// does, or where it is a page by itself.
pub(super) fn with_dialog(
    view: &View,
    front: &Candidates<'_>,
    verdict: &Verdict,
    picks: &Picks,
) -> Option<Sighting> {
    if front.dialog == 0 {
        return None;
    }
    let beneath = front.beneath();
    let below = page::verdict(view, &beneath);
    if verdict.page == PageId::RemoveDialog {
        return asks_again(below.page).then(|| {
            let found = control::find(PageId::RemoveDialog, view, front, picks);
            let deletes = page::deletes(PageId::RemoveDialog, front);
            let says = statements::of(below.page, front, &found.found);
            assemble::sighting(&below, found, deletes, says)
        });
    }
    // A dialog that only has a country chosen lies over the page like any other message.
    let is_form = front.any(rule!(any [TYPED, SEALED_FRAME]))
        || verdict.page != PageId::Other
            && front.any(rule!(any [CHECK_BOX, RADIO, SELECT, LIST_BOX]));
    if is_page_of_its_own(verdict.page) || is_form || !front.any(rule!(all[READ])) {
        return None;
    }
    let in_dialog = control::find(below.page, view, front, picks);
    if !in_dialog.found.is_empty() || !in_dialog.unclear.is_empty() {
        return None;
    }
    let found = control::find(below.page, view, &beneath, picks);
    let deletes = page::deletes(below.page, &beneath);
    // In doubt the dialog hides what ends the account.
    let ends = |found: &Found| found.control.is_destructive();
    if !covers(view, &found.found) && !found.found.iter().any(ends) {
        let says = statements::of(below.page, &beneath, &found.found);
        return Some(assemble::sighting(&below, found, deletes, says));
    }
    let mut says = statements::of(below.page, front, &[]);
    says.push(Says::HeldUp);
    let message = control::find(PageId::RemoveDialog, view, front, picks);
    let is_message = |found: &Found| found.control == ControlId::Message;
    let mut sighting = assemble::sighting(&below, control::Controls::default(), deletes, says);
    sighting.controls = message.found.into_iter().filter(is_message).collect();
    Some(sighting)
}

/// Takes away the controls that a cookie banner covers, and says so.
pub(super) fn note_banner(view: &View, candidates: &Candidates<'_>, sighting: &mut Sighting) {
    let banners: Vec<&Item> = candidates
        .all
        .iter()
        .filter(|each| each.fits(rule!(all [DIALOG, SHOWN])))
        .filter(|each| {
            let mut inside = candidates.all.iter();
            inside.any(|one| one.item.dialog == each.item.dialog && one.facts.has(COOKIES))
        })
        .map(|each| each.item)
        .collect();
    let is_covered = |found: &Found| {
        let mut items = view.items.iter();
        items
            .find(|item| item.id == found.item)
            .is_some_and(|item| {
                banners
                    .iter()
                    .any(|banner| banner.dialog != item.dialog && banner.area.covers(&item.area))
            })
    };
    if sighting.controls.iter().any(is_covered) {
        sighting.controls.retain(|found| !is_covered(found));
        sighting.says.extend([Says::Cookies, Says::HeldUp]);
    }
}

/// Whether a question in a dialog over that page asks once more for what was just pressed there.
const fn asks_again(page: PageId) -> bool {
    matches!(
        page,
        PageId::DeactivateForm | PageId::PrivacyDelete | PageId::PrivacyCenter | PageId::VerifyCode
    )
}

/// Whether the dialog is a page of the product's own names rather than a message over one.
const fn is_page_of_its_own(page: PageId) -> bool {
    matches!(
        page,
        PageId::Challenge
            | PageId::SignedOut
            | PageId::ClosedNotice
            | PageId::BlockedNotice
            | PageId::Goodbye
            | PageId::ReactivateForm
    )
}

/// Whether something that lies over the page covers one of the controls beneath, as far as boxes are known; where there is
/// nothing to cover, it hides the page.
fn covers(view: &View, found: &[Found]) -> bool {
    let is_dialog = |item: &&Item| item.kind == crate::view::Kind::Dialog;
    let dialogs: Vec<&Item> = view.items.iter().filter(is_dialog).collect();
    let is_modal = view.items.iter().any(|item| item.behind);
    let has_boxes = dialogs.iter().any(|dialog| dialog.area.w > 0);
    is_modal
        || !has_boxes
        || found.is_empty()
        || found.iter().any(|found| {
            let mut items = view.items.iter();
            items.find(|item| item.id == found.item).is_none_or(|item| {
                dialogs
                    .iter()
                    .any(|dialog| dialog.dialog != item.dialog && dialog.area.covers(&item.area))
            })
        })
}
