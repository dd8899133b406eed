//! Controls that lead to the account's own pages.

use super::super::candidate::Candidate;
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{NEVER, Rule, rule};
use super::super::score::Score;
use super::rules::{by_label, by_words};
use crate::ids::ControlId;
use crate::lexicon::Concept;

pub(super) fn score_navigation(
    control: ControlId,
    each: &Candidate<'_>,
    facts: &FactSet,
) -> Option<Score> {
    if !facts.fits(rule!(all [PRESSABLE] none [TO_HELP])) {
        return None;
    }
    let mut score = Score::default();
    let labelled = by_label(control, each, &mut score);
    let (words, href): (Rule, Fact) = match control {
        ControlId::MyAliexpress => (
            rule!(all [ACCOUNT] none [SETTINGS, OTHER, PROFILE, ENDS]),
            TO_HOME,
        ),
        ControlId::AccountSettings => (
            rule!(all [SETTINGS] none [OTHER, PRIVACY, EMAIL]),
            TO_SETTINGS,
        ),
        // By its words alone a policy or a setting of a browser is as near.
        ControlId::PrivacyCenter => (NEVER, TO_PRIVACY_CENTER),
        _ => (
            rule!(all [PROFILE] none [OTHER, SETTINGS, ENDS]; all [PERSONAL, EDIT] none [OTHER, SETTINGS, ENDS]),
            TO_PROFILE,
        ),
    };
    let concept = Concept::Control(control);
    // "Delete account" and "affiliate account" end with a label, too.
    let says_more = facts.has(starts_with(concept))
        || !facts.has(OTHER) && each.words.ends_with.contains(&concept);
    if !labelled && says_more && !facts.has(ENDS) {
        score.add(Evidence::LooseWords, 32);
    } else if !labelled {
        by_words(each, facts.fits(words), &mut score);
    }
    if facts.has(href) {
        score.add(Evidence::Href, 40);
    }
    if score.points == 0 {
        return None;
    }
    score.add_all(
        facts,
        &[
            (rule!(), Evidence::Page, 14),
            (rule!(all[FOOTER]), Evidence::Misplaced, -25),
        ],
    );
    Some(score)
}
