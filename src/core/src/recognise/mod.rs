//! Which page this is, and which items are which controls: evidence, not matching.
//!
//! ```text
//! View ──candidate──▶ facts of each item ──page──▶ the page ──control──▶ its controls
//! ```
//!
//! Every signal adds or takes away points and names its [kind](evidence::Kind); a verdict needs a threshold and a margin over
//! its runner-up, and a destructive control at least two kinds of evidence. `docs/recognition.md` works an example.

mod assemble;
mod candidate;
mod control;
mod evidence;
mod facts;
mod on_top;
mod page;
mod pick;
mod rule;
mod score;
mod sighting;
mod statements;

use crate::lexicon::Lexicon;
use crate::view::View;
use candidate::Candidates;
#[cfg(feature = "serde")]
pub(crate) use candidate::is_known_hint;
pub use evidence::{Evidence, Reasons};
#[cfg(feature = "serde")]
pub(crate) use page::address_key;
pub use page::page_at;
pub use pick::{Pick, Picks, pickable, surroundings};
pub use sighting::{Found, Says, Sighting};

/// Recognises a page and its controls. Linear in the number of items; the same for any order of equal evidence.
#[must_use]
pub fn recognise(view: &View, lexicon: &Lexicon, picks: &Picks) -> Sighting {
    let candidates = Candidates::of(view, lexicon);
    let verdict = page::verdict(view, &candidates);
    if let Some(sighting) = on_top::with_dialog(view, &candidates, &verdict, picks) {
        return sighting;
    }
    let deletes = page::deletes(verdict.page, &candidates);
    let found = control::find(verdict.page, view, &candidates, picks);
    let mut says = statements::of(verdict.page, &candidates, &found.found);
    if page::is_passage(view) {
        says.push(Says::Passage);
    }
    let mut sighting = assemble::sighting(&verdict, found, deletes, says);
    on_top::note_banner(view, &candidates, &mut sighting);
    sighting
}
