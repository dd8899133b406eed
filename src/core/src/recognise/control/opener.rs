//! Controls that open what ends the account: the form, the request, the dialog.

use super::super::candidate::Candidate;
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::super::score::Score;
use super::rules::{Signal, by_label, by_words};
use crate::ids::{ControlId, PageId};
use crate::lexicon::Concept;

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
    words: rule!(all [ACCOUNT] any [DELETE, CLOSE] none [DEACTIVATE, OTHER_AFTER_OBJECT, on(PageId::PersonalInformation)]; all [PROFILE, CLEAN] any [DELETE, CLOSE] none [DEACTIVATE, OTHER_AFTER_OBJECT, on(PageId::PersonalInformation)]),
    home: rule!(any [on(PageId::PrivacyDelete), on(PageId::PrivacyCenter), on(PageId::EditProfile)]),
    leads: &[(rule!(all[HINT_DELETE]), Evidence::Href, 30)],
};

const TO_REMOVE: Opener = Opener {
    words: rule!(all [on(PageId::PersonalInformation)] any [DELETE, CLOSE] any [ACCOUNT, PROFILE] none [DEACTIVATE, OTHER_AFTER_OBJECT]),
    home: rule!(all[on(PageId::PersonalInformation)]),
    leads: TO_DELETE.leads,
};

pub(super) fn score_opener(
    control: ControlId,
    each: &Candidate<'_>,
    facts: &FactSet,
) -> Option<Score> {
    const OPENS: Rule =
        rule!(all [PRESSABLE] none [TO_HELP, ASKS, EXPANDED, REACTIVATE, SIGNED_OUT]);
    let opener = match control {
        ControlId::Deactivate => TO_DEACTIVATE,
        ControlId::Delete => TO_DELETE,
        _ => TO_REMOVE,
    };
    let leads = facts.has(starts_with(Concept::Control(control))) && !facts.has(OTHER_AFTER_OBJECT);
    let is_against = each.words.labels.is_empty() && !leads && facts.fits(rule!(any [NO, OTHER]));
    let is_other = match control {
        ControlId::Deactivate => false,
        ControlId::Delete => {
            facts.fits(rule!(any [HAS_PHRASE, HAS_OPEN_FIELD])) || facts.fits(IS_OWN)
        }
        _ => facts.fits(IS_OWN),
    };
    if is_against || is_other || !facts.fits(OPENS) {
        return None;
    }
    let mut score = Score::default();
    let mut labelled = by_label(control, each, &mut score);
    if !labelled && leads {
        score.add(Evidence::LooseWords, 32);
        labelled = true;
    }
    let fits = facts.fits(opener.words);
    // What says "deactivate" goes before what only says "close".
    let is_vague = control == ControlId::Deactivate && facts.fits(CLOSES) && !facts.fits(IS_OWN);
    if !labelled && fits && is_vague && facts.has(NAME) {
        score.add(Evidence::LooseWords, 22);
    } else if !labelled {
        by_words(each, fits, &mut score);
    }
    if score.points == 0 && !(control == ControlId::Deactivate && facts.has(TO_OLD_FORM)) {
        return None;
    }
    score.add_all(facts, opener.leads);
    let points = if facts.fits(opener.home) { 25 } else { 16 };
    score.add(Evidence::Page, points);
    score.add_all(
        facts,
        &[
            (rule!(all[STRONG]), Evidence::Strong, 6),
            (rule!(all[FOOTER]), Evidence::Misplaced, -4),
        ],
    );
    Some(score)
}
