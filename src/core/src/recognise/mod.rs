//! Which page this is, and which items are which controls: evidence, not matching.
//!
//! ```text
//! View ──candidate──▶ facts of each item ──page──▶ the page ──control──▶ its controls
//! ```
//!
//! Every signal adds or takes away points and names its [kind](evidence::Kind); a verdict needs a threshold and a margin over
//! its runner-up, and a destructive control at least two kinds of evidence. `docs/recognition.md` works an example.

mod candidate;
mod control;
mod evidence;
mod facts;
mod page;
mod pick;
mod rule;
mod score;
mod sighting;
mod statements;

use crate::lexicon::Lexicon;
use crate::view::View;
use candidate::Candidates;
pub use evidence::{Evidence, Reasons};
pub use pick::{Pick, Picks, pickable, surroundings};
pub use sighting::{Found, Says, Sighting};

/// Recognises a page and its controls. Linear in the number of items; the same for any order of equal evidence.
#[must_use]
pub fn recognise(view: &View, lexicon: &Lexicon, picks: &Picks) -> Sighting {
    let candidates = Candidates::of(view, lexicon);
    let verdict = page::verdict(view, &candidates);
    let deletes = page::deletes(verdict.page, &candidates);
    let found = control::find(verdict.page, view, &candidates, picks);
    Sighting {
        page: verdict.page,
        confidence: verdict.score.confidence(),
        margin: u8::try_from(verdict.margin.clamp(0, 255)).unwrap_or(u8::MAX),
        reasons: verdict.score.reasons,
        controls: found.found,
        repeated: found.repeated,
        unclear: found.unclear,
        hidden: found.hidden,
        deletes,
        says: statements::of(verdict.page, &candidates),
    }
}
