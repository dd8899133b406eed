//! The reason to leave, as a list, a group, boxes or a text.

use super::super::candidate::Candidate;
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::super::score::Score;
use super::context::Context;
use crate::ids::ControlId;
use crate::lexicon::Concept;
use crate::view::Kind;

/// It is one of the site's reasons to leave.
const IS_REASON: Rule =
    rule!(any [REASON_PRIVACY, REASON_SECURITY, REASON_EXPERIENCE, REASON_SWITCHING, REASON_OTHER]);

/// Its name or its structure says that a reason is asked for.
const NAMES_REASON: Rule =
    rule!(any [HINT_REASON, REASON, label(Concept::Control(ControlId::Reason))]);

/// It takes a message to somebody, or stands in a layer beside what is asked.
const IS_MESSAGE: Rule = rule!(any [OTHER, IN_ANOTHER_DIALOG]);

/// Whether the text right before a drawn list asks for the reason: such a list says only what is chosen in it.
fn is_asked_for(list: &Candidate<'_>, context: &Context<'_, '_>) -> bool {
    let before = list.at.checked_sub(1).map(|at| &context.candidates.all[at]);
    before.is_some_and(|text| {
        text.item.form == list.item.form && text.fits(rule!(all [READ, LIVE, REASON]))
    })
}

pub(super) fn score_reason(
    each: &Candidate<'_>,
    facts: &FactSet,
    context: &Context<'_, '_>,
) -> Option<Score> {
    let item = each.item;
    if !facts.fits(rule!(all [IS_FORM, CONTENT])) {
        return None;
    }
    let mut score = Score::default();
    match item.kind {
        Kind::Select | Kind::ListBox | Kind::ChoiceGroup => {
            let list = list_of(each, context);
            let fitting = context.candidates.around(each).iter().filter(|one| {
                one.item.group == list && list != 0 && one.at != each.at && one.fits(IS_REASON)
            });
            let fitting = fitting.count();
            // Colours of a product, a store's menu and a language are lists as well.
            let is_in_form = item.kind == Kind::Select && context.form != 0 && facts.has(SAME_FORM);
            let is_in_dialog = item.kind != Kind::ChoiceGroup && facts.has(IN_DIALOG);
            let is_of_form = is_in_form || is_in_dialog;
            if fitting == 0
                && !is_of_form
                && !facts.fits(NAMES_REASON)
                && !is_asked_for(each, context)
            {
                return None;
            }
            score.add(Evidence::Shape, 30);
            if fitting >= 2 {
                score.add(Evidence::Words, 30);
            }
            if list != item.group {
                // What opens the list goes before the list.
                score.add(Evidence::Together, 12);
            }
        }
        Kind::Radio | Kind::CheckBox if each.fits(IS_REASON) => {
            let near = context.candidates.around(each).iter();
            let of_group = |one: &&Candidate<'_>| one.item.group == item.group;
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
            score.add(Evidence::Words, 45);
        }
        Kind::Button if each.fits(IS_REASON) && is_chip(each, context) => {
            score.add(Evidence::Words, 45);
        }
        // A chat in a corner of the page has a field of several lines as well.
        Kind::TextArea if facts.fits(NAMES_REASON) || !facts.fits(IS_MESSAGE) => {
            score.add(Evidence::Shape, 30);
        }
        Kind::TextBox if facts.has(HINT_REASON) => score.add(Evidence::Shape, 10),
        _ => return None,
    }
    score.add_all(
        facts,
        &[
            (rule!(all[HINT_REASON]), Evidence::Hints, 25),
            (IS_REASON, Evidence::LooseWords, 15),
            (rule!(all[SAME_FORM]), Evidence::Together, 15),
        ],
    );
    Some(score)
}

/// Whether a button is one of several that each name a reason: chips, of which one is chosen. Two are enough where something
/// right before them asks for a reason.
fn is_chip(each: &Candidate<'_>, context: &Context<'_, '_>) -> bool {
    const FEWEST: usize = 3;
    const FEWEST_ASKED_FOR: usize = 2;
    let near = context.candidates.around(each);
    let is_of_group = |one: &Candidate<'_>| {
        one.item.kind == Kind::ChoiceGroup && one.item.group == each.item.group
    };
    if each.item.group != 0 && near.iter().any(is_of_group) {
        // The group is the reason.
        return false;
    }
    let is_one = |one: &&Candidate<'_>| {
        one.item.kind == Kind::Button
            && one.item.form == each.item.form
            && one.fits(rule!(all [LIVE, CONTENT] none [ENDS, MEANS_NO]))
            && one.fits(IS_REASON)
    };
    let chips = near.iter().filter(is_one).count();
    let first = near.iter().find(is_one).map_or(0, |one| one.at);
    let is_asked_for = near.iter().any(|one| {
        one.at + 1 == first
            && one.fits(rule!(all [LIVE, CONTENT] any [READ, BUTTON]))
            && one.fits(NAMES_REASON)
    });
    chips >= FEWEST || is_asked_for && chips >= FEWEST_ASKED_FOR
}

/// The group whose options a list offers: its own or, of a combo box that has none, the list box that follows it.
fn list_of(each: &Candidate<'_>, context: &Context<'_, '_>) -> u16 {
    let near = || context.candidates.around(each).iter();
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
