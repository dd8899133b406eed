//! What the candidates of a page are scored in: the page, its form, its fields.

use super::super::candidate::{Candidate, Candidates};
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::pick::Picks;
use super::super::rule::{Rule, rule};
use crate::ids::PageId;
use crate::period::offers_periods;
use crate::view::{Kind, View};

/// What a candidate is weighed in.
pub(super) struct Context<'a, 'b> {
    pub(super) page: PageId,
    pub(super) view: &'b View,
    pub(super) candidates: &'b Candidates<'a>,
    pub(super) picks: &'b Picks,
    /// What is so for every candidate.
    pub(super) facts: FactSet,
    /// Number of the form around the fields that end the account; 0 for none.
    pub(super) form: u16,
    /// Number of the dialog that holds the last of those fields; 0 for none.
    pub(super) dialog: u16,
    /// Place of the last field to type into, reason or box that belongs to it.
    pub(super) last_field: Option<usize>,
    /// Places of the first two fields that could ask for a phrase.
    pub(super) open_fields: Vec<usize>,
}

/// What can be filled in or chosen, in the page's matter.
const FIELDS: Rule =
    rule!(all [CONTENT] any [TYPED, SELECT, LIST_BOX, CHOICE_GROUP, RADIO, CHECK_BOX]);

impl<'a, 'b> Context<'a, 'b> {
    pub(super) fn new(
        page: PageId,
        view: &'b View,
        candidates: &'b Candidates<'a>,
        picks: &'b Picks,
    ) -> Self {
        const OPEN: Rule = rule!(all [CONTENT, TEXT_BOX, ENABLED] none [EMAIL, HINT_EMAIL]);
        let is_form = matches!(page, PageId::DeactivateForm | PageId::PrivacyDelete);
        let last = candidates.live(FIELDS).last();
        let mut facts = FactSet::default();
        facts.add(on(page));
        for (fact, is_so) in [
            (IS_FORM, is_form),
            (HAS_FIELDS, last.is_some()),
            (
                HAS_END_BUTTON,
                candidates.any(rule!(all [BUTTON, ENDS, CONTENT])),
            ),
            (
                HAS_GRAVE_BUTTON,
                candidates.any(rule!(all [BUTTON, CONTENT] any [DELETE, DEACTIVATE] none [OTHER])),
            ),
            (
                OFFERS_TO_DEACTIVATE,
                candidates.any(rule!(all [PRESSABLE, DEACTIVATE, ACCOUNT] none [OTHER])),
            ),
            (
                HAS_OPEN_FIELD,
                page == PageId::PrivacyDelete
                    && candidates.any(rule!(all [CONTENT, TYPED] none [PASSWORD_BOX])),
            ),
            (
                HAS_ONE_BOX,
                candidates.count(rule!(all [CHECK_BOX, CONTENT])) == 1,
            ),
        ] {
            facts.set(fact, is_so);
        }
        Self {
            page,
            view,
            candidates,
            picks,
            facts,
            form: main_form(candidates),
            dialog: last.map_or(0, |each| each.item.dialog),
            last_field: last.map(|each| each.at),
            open_fields: candidates.live(OPEN).map(|each| each.at).take(2).collect(),
        }
    }

    /// Takes in whether a field asks for a phrase, which only scoring tells.
    pub(super) fn set_phrase(&mut self, has_phrase: bool) {
        let is_form = self.facts.has(IS_FORM);
        let is_request = self.page == PageId::PrivacyDelete;
        let has_box = self
            .candidates
            .any(rule!(any [CHECK_BOX, RADIO, SELECT, LIST_BOX]));
        let has_fields = self.facts.has(HAS_FIELDS);
        // The account's e-mail may be what is typed to confirm, or a number that the page shows.
        let asks_email = self
            .candidates
            .any(rule!(all [CONTENT, TYPED] any [EMAIL, EMAIL_BOX, SHOWN_CODE, SENT_BY_MAIL]));
        let has_no_form = is_form && !has_fields
            || is_request && !has_phrase && !has_box && !asks_email
            || is_form && !has_phrase && !has_box && !self.facts.has(HAS_END_BUTTON);
        self.facts.set(HAS_PHRASE, has_phrase);
        self.facts.set(HAS_NO_FORM, has_no_form);
    }

    /// What is so for a candidate here.
    pub(super) fn facts_of(&self, each: &Candidate<'_>) -> FactSet {
        let item = each.item;
        let mut facts = each.facts.union(&self.facts);
        let same_form = item.form == self.form;
        facts.set(SAME_FORM, same_form);
        // Beside a form stand a chat and a newsletter, in a form of their own or in none.
        let is_beside = item.form != 0 || each.fits(rule!(all[TYPED]));
        facts.set(IN_ANOTHER_FORM, !same_form && is_beside);
        facts.set(HAS_OTHER_BUTTON, self.has_other_button(each));
        facts.set(IN_ANOTHER_DIALOG, item.dialog != self.dialog);
        let has_options = matches!(item.kind, Kind::Select | Kind::ListBox);
        let is_period = self.page == PageId::OrderList && has_options;
        facts.set(
            OFFERS_PERIODS,
            is_period && offers_periods(&self.view.items, item),
        );
        facts.set(AFTER_FIELDS, Some(each.at) > self.last_field);
        facts
    }

    /// Whether what a field outside all forms is sent with says something else than the end of the account: a newsletter's.
    fn has_other_button(&self, field: &Candidate<'_>) -> bool {
        if field.item.form != 0 || !field.facts.has(TYPED) {
            return false;
        }
        self.candidates.all[field.at + 1..]
            .iter()
            .filter(|each| each.facts.has(LIVE) && each.item.form == 0)
            .find(|each| each.fits(rule!(any [TYPED, BUTTON])))
            .is_some_and(|next| {
                next.fits(rule!(all [BUTTON] none [ENDS, CONFIRM, AGREE, GET, EDIT, NO, EXPANDED]))
                    && !next.item.folded.is_empty()
            })
    }
}

/// The form that ends the account: that of the field that asks for a phrase, else that of the button that ends it, else the
/// first that has a field; 0 where none is.
fn main_form(candidates: &Candidates<'_>) -> u16 {
    const ASKS: Rule = rule!(all [CONTENT, TYPED, TYPE] none [CODE, HINT_CODE, EMAIL, EMAIL_BOX]; all [CONTENT, TEXT_BOX] any [ENDS, AGREE] none [EMAIL, EMAIL_BOX]);
    // The account's e-mail may be what is typed to confirm; a newsletter's box asks to type one as well.
    const ASKS_EMAIL: Rule = rule!(all [CONTENT, TYPED, TYPE] none [CODE, HINT_CODE]);
    const ENDS_IT: Rule = rule!(all [CONTENT, BUTTON_IN_ALL, ENDS] none [OTHER, MEANS_NO]);
    let form_of = |each: &Candidate<'_>| each.item.form;
    let of_end = || {
        let mut forms = candidates.live(ENDS_IT).map(form_of);
        forms.find(|form| *form != 0)
    };
    let of_fields = || {
        let mut forms = candidates.live(FIELDS).map(form_of);
        forms.find(|form| *form != 0)
    };
    candidates
        .first(ASKS)
        .map(form_of)
        .or_else(of_end)
        .or_else(|| candidates.first(ASKS_EMAIL).map(form_of))
        .or_else(of_fields)
        .unwrap_or(0)
}
