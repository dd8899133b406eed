//! Which page this is.
//!
//! Each signal speaks for one page (or against it). Addresses score most, but an address alone never beats what the page
//! plainly is: a form without its fields, a sign-in form at the address of the settings, a farewell after the form was sent.

mod address;
mod buttons;
mod fields;
mod headings;
mod notices;
mod scores;

use super::candidate::Candidates;
use super::facts::FactSet;
use super::score::Score;
use crate::ids::PageId;
use crate::lexicon::Lexicon;
use crate::view::View;
#[cfg(feature = "serde")]
pub(crate) use address::address_key;
pub(super) use address::is_passage;
pub use address::page_at;
use address::{by_address, is_at_form, matching_pattern, names_other};
use buttons::by_buttons;
use fields::by_fields;
pub(super) use fields::deletes;
use headings::by_headings;
use notices::{Place, by_notices};
pub(super) use notices::{has_ended, releases};
use scores::Scores;

/// Points from which a page is believed.
const THRESHOLD: i16 = 40;

/// Points by which it must lead the next.
const MARGIN: i16 = 6;

pub(super) struct Verdict {
    pub(super) page: PageId,
    pub(super) score: Score,
    pub(super) margin: i16,
}

pub(super) fn verdict(view: &View, candidates: &Candidates<'_>) -> Verdict {
    let mut scores = Scores(vec![Score::default(); PageId::ALL.len()]);
    let pattern = matching_pattern(&view.address);
    let title = FactSet::of(
        &candidates
            .lexicon
            .words(own_title(view, candidates.lexicon)),
    );
    by_address(view, candidates.lexicon, pattern, &mut scores);
    by_headings(&title, candidates, &mut scores);
    by_fields(view, candidates, &mut scores);
    by_buttons(view, candidates, &mut scores);
    let place = Place {
        is_at_form: is_at_form(pattern, &title),
        names_other: names_other(view, candidates.lexicon),
    };
    by_notices(&place, candidates, &mut scores);
    choose(&scores)
}

/// The title without the site's name behind it, where that alone is a label.
fn own_title<'a>(view: &'a View, lexicon: &Lexicon) -> &'a str {
    let title = view.title.as_str();
    title
        .strip_suffix(" aliexpress")
        .filter(|own| lexicon.is_label(own) && !lexicon.is_label(title))
        .unwrap_or(title)
}

const fn is_home(page: PageId) -> bool {
    matches!(page, PageId::MyAliexpress | PageId::AccountSettings)
}

/// The page that follows the best one.
fn second(scores: &Scores, best: usize) -> PageId {
    let others = PageId::ALL.iter().filter(|page| **page as usize != best);
    let by_points = others.max_by_key(|page| scores.0[**page as usize].points);
    by_points.copied().unwrap_or(PageId::Other)
}

fn choose(scores: &Scores) -> Verdict {
    let (mut best, mut lead, mut next) = (0, i16::MIN, i16::MIN);
    for (index, score) in scores.0.iter().enumerate() {
        if score.points > lead {
            (best, next, lead) = (index, lead, score.points);
        } else {
            next = next.max(score.points);
        }
    }
    let margin = lead.saturating_sub(next);
    // The account's home and its settings lead to the same places, and the site serves one at the other's address.
    let is_tie_at_home = is_home(PageId::ALL[best]) && is_home(second(scores, best));
    if lead < THRESHOLD || margin < MARGIN && !is_tie_at_home {
        return Verdict {
            page: PageId::Other,
            score: Score::default(),
            margin: 0,
        };
    }
    Verdict {
        page: PageId::ALL[best],
        score: scores.0[best],
        margin,
    }
}
