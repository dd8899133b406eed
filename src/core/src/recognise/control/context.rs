//! What the candidates of a page are scored in: the page, its form, its fields.

use super::super::candidate::{Candidate, Candidates};
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::pick::Picks;
use super::super::rule::{Rule, rule};
use crate::ids::PageId;
use crate::view::View;

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
        let mut forms = candidates.live(FIELDS).map(|each| each.item.form);
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
                OFFERS_TO_DEACTIVATE,
                candidates.any(rule!(all [PRESSABLE, DEACTIVATE, ACCOUNT] none [OTHER])),
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
            form: forms.find(|form| *form != 0).unwrap_or(0),
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
        let has_no_form = is_form && !has_fields || is_request && !has_phrase && !has_box;
        self.facts.set(HAS_PHRASE, has_phrase);
        self.facts.set(HAS_NO_FORM, has_no_form);
    }

    /// What is so for a candidate here.
    pub(super) fn facts_of(&self, each: &Candidate<'_>) -> FactSet {
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
