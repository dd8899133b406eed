//! What the page's fields say: a form that ends the account, a sign-in, a code.

use super::super::candidate::{Candidate, Candidates};
use super::super::evidence::Evidence;
#[allow(clippy::wildcard_imports, reason = "a rule names many facts")]
use super::super::facts::*;
use super::super::rule::{Rule, rule};
use super::scores::{AGAINST, LEAD, LEAVING, MORE, Scores};
use crate::ids::PageId;
use crate::lexicon::{Concept, Subject};
use crate::view::View;

/// What each thing on a page says of it, whatever its words.
const OF_ITEMS: [(Rule, PageId, Evidence, i16); 6] = [
    (
        rule!(all [FILE_BOX] any [IDENTITY, UPLOAD]),
        PageId::ReactivateForm,
        Evidence::Shape,
        35,
    ),
    (
        rule!(all [FILE_BOX] any [IDENTITY, UPLOAD]),
        PageId::ClosedNotice,
        Evidence::Shape,
        -40,
    ),
    (
        rule!(all [HINT_CHALLENGE] none [TYPED, PASSWORD_BOX, FILE_BOX]),
        PageId::Challenge,
        Evidence::Hints,
        70,
    ),
    // What lies over a page hides it, whatever its address and title say.
    (
        rule!(all [DIALOG, HINT_CHALLENGE]),
        PageId::Challenge,
        Evidence::Shape,
        60,
    ),
    (
        rule!(all [HINT_PROFILE_FORM] none [TYPED, PASSWORD_BOX, FILE_BOX, HINT_CHALLENGE]),
        PageId::EditProfile,
        Evidence::Hints,
        6,
    ),
    (
        rule!(all [HINT_ORDER_ITEM] none [TYPED, PASSWORD_BOX, FILE_BOX, HINT_CHALLENGE, HINT_PROFILE_FORM]),
        PageId::OrderList,
        Evidence::Hints,
        6,
    ),
];

/// Names another thing that the site ends on request: a card, an order, somebody else's account.
pub(super) const ENDS_OTHER: Rule =
    rule!(all [HEADING, ENDS, OTHER] none [ENDS_ACCOUNT]; all [HEADING, DELETE, EMAIL]);

pub(super) fn by_fields(view: &View, candidates: &Candidates<'_>, scores: &mut Scores) {
    if asks_to_sign_in(candidates) {
        // In a drawer over the page the address and the title are still those of the page beneath.
        let highest = if candidates.dialog == 0 {
            0
        } else {
            scores.highest()
        };
        let lead = highest + LEAD;
        scores.add(PageId::SignedOut, Evidence::Shape, lead.max(50));
    }
    if asks_for_password(candidates) {
        scores.add(PageId::SignedOut, Evidence::Shape, 50);
    }
    for each in candidates.live(rule!()) {
        for (rule, page, evidence, points) in &OF_ITEMS {
            if each.fits(rule) {
                scores.add(*page, *evidence, *points);
            }
        }
    }
    let ends_other = candidates.any(ENDS_OTHER);
    let asks_phrase = candidates.any(ASKS_FOR_PHRASE);
    let codes = if ends_other || asks_phrase {
        0
    } else {
        candidates.count(rule!(all [TYPED, HINT_CODE]; all [TYPED, CODE] none [OTHER]))
    };
    // The request's own next step: its address and heading may stay as they were.
    let mut takes_place = false;
    let in_frame = codes == 0 && view.sealed_frame && asks_for_code_in_frame(candidates);
    if codes > 0 || in_frame {
        let points = if in_frame || codes > 3 { 60 } else { 45 };
        scores.add(PageId::VerifyCode, Evidence::Shape, points);
        scores.add(PageId::PrivacyDelete, Evidence::Shape, -30);
        takes_place = codes > 0 && !candidates.any(rule!(all [CONTENT, CHECK_BOX]));
    }
    if ends_other {
        for page in LEAVING {
            scores.add(page, Evidence::Heading, AGAINST);
        }
    } else if candidates.any(rule!(all [HEADING, CONTENT] any [ENDS, OTHER] none [ENDS_ACCOUNT])) {
        // Codes are asked for payments and settings, too.
        scores.add(PageId::VerifyCode, Evidence::Heading, AGAINST);
    }
    let is_of_data = rule!(all [ENDS] any [PERSONAL, REASON_PRIVACY] none [ACCOUNT, PROFILE]);
    let first = candidates.first(rule!(all [HEADING, CONTENT]));
    if first.is_some_and(|first| first.fits(is_of_data)) {
        // By itself that empties a history.
        scores.add(PageId::PrivacyDelete, Evidence::Heading, -25);
    }
    let (form, rules) = leaving_form(candidates, asks_phrase);
    let asked = asked_act(candidates);
    for (page, act) in [
        (PageId::DeactivateForm, Act::Deactivate),
        (PageId::PrivacyDelete, Act::Delete),
    ] {
        if form && (asked == Some(act) || asked == Some(Act::Close)) {
            scores.add(page, Evidence::Shape, 45 + MORE * (rules - 1).max(0));
        } else if !form && view.parsed && page == PageId::DeactivateForm {
            scores.add(page, Evidence::Shape, -45);
        } else if form && asked.is_some() {
            scores.add(page, Evidence::Shape, -25);
        }
    }
    let request = scores.0[PageId::PrivacyDelete as usize].points;
    if takes_place && request > 0 {
        let code = scores.0[PageId::VerifyCode as usize].points;
        let lead = (request + LEAD - code).max(0);
        scores.add(PageId::VerifyCode, Evidence::Shape, lead);
    }
}

/// Whether a password is asked for to sign in: one, on a page that offers no way to sign out, and not to delete something.
pub(super) fn asks_for_password(candidates: &Candidates<'_>) -> bool {
    candidates.count(rule!(all[PASSWORD_BOX])) == 1
        && !candidates.any(rule!(all [CONTENT, BUTTON, DELETE]))
        && !candidates
            .all
            .iter()
            .any(|each| each.fits(rule!(all [PRESSABLE, SHOWN] any [TO_SIGN_OUT, label(Concept::Subject(Subject::SignOut))])))
}

/// Whether a heading or a dialog is about signing in, and something is to be typed below it.
pub(super) fn asks_to_sign_in(candidates: &Candidates<'_>) -> bool {
    const HEADS: Rule = rule!(all [CONTENT, UP_TO_4] any [HEADING, DIALOG] any [label(Concept::Subject(Subject::SignIn)), starts_with(Concept::Subject(Subject::SignIn))]);
    candidates.first(HEADS).is_some_and(|heading| {
        candidates
            .live(rule!(all [CONTENT, TYPED]))
            .any(|field| field.at > heading.at)
    })
}

/// Whether what stands round a frame that can't be looked into speaks of a code or of proving who one is.
fn asks_for_code_in_frame(candidates: &Candidates<'_>) -> bool {
    candidates.says(CODE_SENT, |_| true)
        || candidates.any(rule!(any [HEADING, SEALED_FRAME] any [VERIFY, CODE]))
}

/// A field's own words ask for a phrase: for a word that ends the account, or for one to be typed to agree.
const ASKS_FOR_PHRASE: Rule = rule!(all [TEXT_BOX] any [TYPE, ENDS, AGREE] none [OTHER, EMAIL, PERSONAL, PROFILE, HINT_CODE, CODE]);

/// Something to press ends something, and nothing else than the account is named.
const ENDS_IT: Rule = rule!(all [CONTENT, PRESSABLE, ENDS] none [OTHER]);

/// Whether the page asks for what only leaving asks for, and for how much of it: a phrase, a reason, consent, the account's
/// e-mail beside a button that ends it.
pub(super) fn leaving_form(candidates: &Candidates<'_>, asks_phrase: bool) -> (bool, i16) {
    const REASONS: Rule = rule!(all [CONTENT] any [CHOICE, RADIO, CHECK_BOX] any [REASON_PRIVACY, REASON_SECURITY, REASON_EXPERIENCE, REASON_SWITCHING]);
    const OF_EMAIL: Rule = rule!(all [CONTENT, TYPED] any [EMAIL, HINT_EMAIL, EMAIL_BOX]);
    let ends = candidates.any(ENDS_IT);
    let consents = ends && candidates.any(rule!(all [CONTENT, CHECK_BOX, AGREE]));
    let with_email = candidates.live(OF_EMAIL).any(|field| {
        candidates
            .live(ENDS_IT)
            .any(|button| button.item.form == field.item.form)
    });
    let headed = candidates.any(rule!(all [CONTENT, HEADING, ENDS, ACCOUNT, CLEAN] none [OTHER]))
        && candidates.any(rule!(all [CONTENT, TYPED] none [TEXT_AREA]))
        && (ends || candidates.any(rule!(all [CONTENT, BUTTON, CONFIRM])));
    let rules = [
        asks_phrase,
        candidates.count(REASONS) >= 2,
        consents,
        with_email,
    ];
    let rules: i16 = rules.map(i16::from).iter().sum();
    (rules > 0 || headed, rules)
}

/// What a form does to the account. In doubt the graver is meant: the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Close,
    Deactivate,
    Delete,
}

/// What the page asks to confirm, by the words of its buttons first, then of the phrase that it asks for, then of its
/// headings. A button that does not name the account speaks only where something else does, and nothing else is named.
fn asked_act(candidates: &Candidates<'_>) -> Option<Act> {
    let about_other =
        candidates.any(rule!(all [CONTENT, HEADING, NAME, OTHER] none [ENDS_ACCOUNT]));
    let about_account = !about_other && candidates.any(rule!(all [CONTENT, READ, ENDS_ACCOUNT]));
    let buttons: Rule = if about_account {
        rule!(all [CONTENT, PRESSABLE] none [OTHER, MEANS_NO])
    } else {
        rule!(all [CONTENT, PRESSABLE, ACCOUNT] none [OTHER, MEANS_NO])
    };
    [
        buttons,
        rule!(all [CONTENT, TYPE, ENDS_ACCOUNT]),
        rule!(all [CONTENT, HEADING, NAME, ACCOUNT] none [OTHER]),
    ]
    .into_iter()
    .find_map(|rule| candidates.live(rule).filter_map(act).max())
}

fn act(each: &Candidate<'_>) -> Option<Act> {
    [
        (DEACTIVATE, Act::Deactivate),
        (DELETE, Act::Delete),
        (CLOSE, Act::Close),
    ]
    .into_iter()
    .find(|(fact, _)| each.facts.has(*fact))
    .map(|(_, act)| act)
}

/// Whether what the page asks for erases the account, by its own words.
pub(in crate::recognise) fn deletes(page: PageId, candidates: &Candidates<'_>) -> bool {
    match page {
        PageId::PrivacyDelete => true,
        PageId::RemoveDialog => {
            !candidates.any(rule!(all[DEACTIVATE]))
                || candidates.any(rule!(all [DELETE, ACCOUNT]; all [DELETE, PRESSABLE]))
                || candidates.alerts(DELETES)
        }
        PageId::DeactivateForm
            if candidates
                .first(rule!(all [CONTENT, HEADING]))
                .is_some_and(|first| {
                    first.fits(rule!(all [DELETE, ACCOUNT, NAME] none [DEACTIVATE, OTHER, ASKS]))
                }) =>
        {
            true
        }
        PageId::DeactivateForm | PageId::VerifyCode => match asked_act(candidates) {
            Some(Act::Delete) => true,
            Some(Act::Close) => candidates.says(DELETES, |_| true),
            _ => false,
        },
        _ => false,
    }
}
