//! The person's pick: a control that neither its words nor its structure told, pointed at by the person.
//!
//! It is kept as a locator that knows no language and no text of the page: what kind of thing it is and what is around
//! it, its place among its like, the names in its structure and where it leads, the last two as hashes only. The next
//! time the pick is one signal more. It speaks for an item, but never against the item's own words.

use super::candidate::Candidate;
use super::evidence::Evidence;
use super::facts::{DEACTIVATE, DELETE, ENDS, MEANS_NO, OTHER, REACTIVATE, SIGNED_OUT, TO_HELP};
use super::rule::rule;
use super::score::Score;
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Lexicon};
use crate::view::{Item, View, Visibility};

/// Points of a pick whose place among its like is as it was. With the page they suffice.
const SAME_PLACE: i16 = 36;
/// Points of a pick whose structure has a name that it alone had, or that leads where it led.
const SAME_NAME: i16 = 40;
/// Points for being looked for on the very kind of page where it was picked.
const SAME_PAGE: i16 = 20;
/// More names than these say nothing more.
const MOST_NAMES: usize = 6;

/// What the person pointed at, the last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks(Vec<Pick>);

/// One control that the person pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Pick {
    /// The page it was on.
    pub page: PageId,
    /// What it is.
    pub control: ControlId,
    /// The item's [marks](mark), with a space between them.
    pub locator: String,
}

/// What can be picked: all that shows and can be pressed.
pub fn pickable(view: &View) -> impl Iterator<Item = &Item> {
    view.items
        .iter()
        .filter(|item| item.kind.is_pressable() && item.visibility == Visibility::Shown)
}

impl Picks {
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds `item`, picked on `page` as `control`, and gives the pick.
    ///
    /// # Errors
    /// What the item itself says against it, as a key of words.
    pub fn add(
        &mut self,
        view: &View,
        lexicon: &Lexicon,
        page: PageId,
        control: ControlId,
        item: u32,
    ) -> Result<&Pick, &'static str> {
        let items = &view.items;
        let Some(at) = items.iter().position(|each| each.id == item) else {
            return Err("guide_pick_gone");
        };
        if let Some(against) = contradiction(control, &Candidate::of(view, at, lexicon)) {
            return Err(against);
        }
        let item = &items[at];
        let mut marks = vec![around(item), speaks(item), place(item), count(item)];
        let is_own = |name: &String| {
            items
                .iter()
                .all(|other| other.id == item.id || !names(other).contains(name))
        };
        marks.extend(names(item).into_iter().filter(&is_own).take(MOST_NAMES));
        let locator = marks.join(" ");
        self.0.insert(
            0,
            Pick {
                page,
                control,
                locator,
            },
        );
        Ok(&self.0[0])
    }

    /// Whether one of them may be the item, before anything dear is known of it: worth a closer look.
    #[must_use]
    pub fn may_hold(&self, item: &Item) -> bool {
        let (around, place) = (around(item), place(item));
        self.0
            .iter()
            .any(|pick| pick.has(&around) && (pick.has(&place) || pick.has_name(item)))
    }

    fn strength(&self, page: PageId, control: ControlId, item: &Item) -> i16 {
        let is_about = |pick: &&Pick| (pick.page, pick.control) == (page, control);
        let Some(pick) = self.0.iter().find(is_about) else {
            return 0;
        };
        if !pick.has(&around(item)) || !pick.has(&speaks(item)) {
            return 0;
        }
        let is_in_place = pick.has(&place(item)) && pick.has(&count(item));
        i16::from(is_in_place) * SAME_PLACE + i16::from(pick.has_name(item)) * SAME_NAME
    }
}

impl FromIterator<Pick> for Picks {
    fn from_iter<T: IntoIterator<Item = Pick>>(picks: T) -> Self {
        Self(picks.into_iter().collect())
    }
}

impl Pick {
    fn has(&self, mark: &str) -> bool {
        self.locator.split(' ').any(|each| each == mark)
    }

    fn has_name(&self, item: &Item) -> bool {
        names(item).iter().any(|name| self.has(name))
    }
}

/// Adds to what spoke for an item what the person's picks say.
pub(super) fn add(
    score: Option<Score>,
    control: ControlId,
    each: &Candidate<'_>,
    page: PageId,
    picks: &Picks,
) -> Option<Score> {
    if picks.is_empty() {
        return score;
    }
    let strength = picks.strength(page, control, each.item);
    if strength == 0 || contradiction(control, each).is_some() {
        return score;
    }
    let mut score = score.unwrap_or_default();
    score.add(Evidence::Pick, strength);
    score.add(Evidence::Page, SAME_PAGE);
    Some(score)
}

/// What an item says against being the control, as a key of words.
fn contradiction(control: ControlId, each: &Candidate<'_>) -> Option<&'static str> {
    if each.label(Concept::Control(control)).is_some() {
        return None;
    }
    if each.facts.has(OTHER) {
        return Some("guide_pick_other");
    }
    if each.facts.has(MEANS_NO) && control != ControlId::ConfirmNo {
        return Some("guide_pick_no");
    }
    let deletes = each.fits(rule!(all [DELETE] none [DEACTIVATE]));
    if each.facts.has(ENDS) && !control.is_destructive()
        || deletes && control == ControlId::Deactivate
    {
        return Some("guide_pick_ends");
    }
    let mut labels = each.words.labels.iter();
    let is_labelled = labels.any(|(concept, _)| matches!(concept, Concept::Control(_)));
    let leads_elsewhere = each.fits(rule!(any [TO_HELP, SIGNED_OUT, REACTIVATE]));
    (is_labelled || leads_elsewhere && control != ControlId::Reactivate)
        .then_some("guide_pick_label")
}

/// One mark of an item: a letter for what it is about, and a number.
fn mark(letter: char, number: u32) -> String {
    format!("{letter}{number}")
}

fn around(item: &Item) -> String {
    mark('a', surroundings(item))
}

/// Whether it has words of its own: no button that says something takes an icon's place.
fn speaks(item: &Item) -> String {
    mark('s', u32::from(!item.folded.is_empty()))
}

/// Which of its like it is.
fn place(item: &Item) -> String {
    mark('n', item.place >> 16)
}

/// How many of its like there are.
fn count(item: &Item) -> String {
    mark('o', item.place & 0xffff)
}

/// The names in its structure that somebody gave it, and where it leads, whatever the language's host.
fn names(item: &Item) -> Vec<String> {
    let path = item.href.split('?').next().unwrap_or("");
    let mut all = item.hints.clone();
    if let Some((_, path)) = path.split_once('/') {
        all.push(' ');
        all.push_str(path);
    }
    all.split(' ')
        // Digits are made by machines: other ones tomorrow, or somebody's number.
        .filter(|name| name.len() > 2 && !name.bytes().any(|byte| byte.is_ascii_digit()))
        .map(|name| mark('h', hash(name)))
        .collect()
}

/// What an item is and what is around it, in whatever language, as one value. It means something to this version only:
/// another one asks again.
#[must_use]
pub fn surroundings(item: &Item) -> u32 {
    (item.kind as u32) << 4
        | (item.landmark as u32) << 2
        | u32::from(item.form != 0) << 1
        | u32::from(item.dialog != 0)
}

fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
