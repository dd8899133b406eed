//! The person's reason among the reasons that the site lists.

use crate::ids::ReasonId;
use crate::lexicon::{Lexicon, Meaning, Words};
use crate::view::{Item, Kind, View};

const OF_REASON: [(ReasonId, Meaning); 4] = [
    (ReasonId::Privacy, Meaning::ReasonPrivacy),
    (ReasonId::Security, Meaning::ReasonSecurity),
    (ReasonId::Experience, Meaning::ReasonExperience),
    (ReasonId::Switching, Meaning::ReasonSwitching),
];

/// The option of a group that says the same as `reason`; `None` where none or more than one does.
#[must_use]
pub fn matching_option<'a>(
    view: &'a View,
    lexicon: &Lexicon,
    group: u16,
    reason: ReasonId,
) -> Option<&'a Item> {
    let wanted = OF_REASON
        .iter()
        .find(|(id, _)| *id == reason)
        .map(|(_, meaning)| *meaning)?;
    let fitting: Vec<(&Item, usize)> = view
        .items
        .iter()
        .filter(|item| {
            group != 0
                && item.group == group
                && matches!(item.kind, Kind::Choice | Kind::Radio | Kind::CheckBox)
        })
        .map(|item| (item, lexicon.words(&item.folded)))
        .filter(|(_, words)| words.has(wanted))
        .map(|(item, words)| (item, others_said(&words, wanted)))
        .collect();
    let fewest = fitting.iter().map(|(_, others)| *others).min()?;
    let mut best = fitting.into_iter().filter(|(_, others)| *others == fewest);
    let (item, _) = best.next()?;
    best.next().is_none().then_some(item)
}

fn others_said(words: &Words, wanted: Meaning) -> usize {
    OF_REASON
        .iter()
        .filter(|(_, meaning)| *meaning != wanted && words.has(*meaning))
        .count()
}

/// Whether what a list shows is one of the reasons.
pub(crate) fn names_a_reason(lexicon: &Lexicon, item: &Item) -> bool {
    let words = lexicon.words(&item.folded);
    words.has(Meaning::ReasonOther) || OF_REASON.iter().any(|(_, meaning)| words.has(*meaning))
}

/// Whether what is chosen in a native select is no reason but its first option, which asks to choose one.
pub(crate) fn prompts(view: &View, lexicon: &Lexicon, select: &Item) -> bool {
    let options: Vec<&Item> = view
        .items
        .iter()
        .filter(|item| item.kind == Kind::Choice && item.group == select.group)
        .collect();
    let Some((first, others)) = options.split_first() else {
        return false;
    };
    let mut others = others.iter();
    first.filled
        && !names_a_reason(lexicon, first)
        && others.any(|option| names_a_reason(lexicon, option))
}
