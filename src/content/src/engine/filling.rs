//! What was filled in this document: each field once, looked at again a moment later, and taken back if the person wishes.

use farewell_core::{ControlId, Fill, Sighting};

use crate::browser::now;
use crate::fill::{Filled, Outcome};

/// How long a page gets to keep or refuse what was filled, in milliseconds.
const BEFORE_VERIFYING: f64 = 350.0;

/// What came of looking at the fields again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verified {
    /// It is too early; the page is to be read again after so many milliseconds.
    Later(f64),
    /// The page cut or refused one, which was emptied: what was read of it before is no longer so.
    TookBack,
    /// They are as they were read.
    AsItWas,
}

/// The filled fields.
#[derive(Default)]
pub(super) struct Filling {
    fields: Vec<Filled>,
    /// When the last one was filled, in milliseconds on the page's clock.
    last: f64,
}

impl Filling {
    pub(super) fn fields(&self) -> impl Iterator<Item = &Filled> {
        self.fields.iter()
    }

    /// Fills each field once in a document, however often it is asked for. Gives after how many milliseconds the page is to
    /// be read again for it, if anything was filled.
    pub(super) fn fill(&mut self, fills: &[Fill]) -> Option<f64> {
        let mut verify_in = None;
        for fill in fills {
            let is_new = self.fields().all(|filled| filled.control != fill.control);
            if is_new {
                self.fields.push(Filled::fill(fill));
                self.last = now();
                verify_in = Some(BEFORE_VERIFYING);
            }
        }
        verify_in
    }

    /// Writes over what stands in a field, because the person pressed a button for it.
    pub(super) fn overwrite(&mut self, fill: &Fill) {
        self.fields.retain(|filled| filled.control != fill.control);
        self.fields.push(Filled::overwrite(fill));
        self.last = now();
    }

    /// Milliseconds since the last field was filled.
    pub(super) fn age(&self) -> Option<f64> {
        (!self.fields.is_empty()).then(|| now() - self.last)
    }

    /// Looks at what the page made of the fields.
    pub(super) fn verify(&mut self, sighting: &Sighting) -> Verified {
        let left = self.last + BEFORE_VERIFYING - now();
        if left > 0.0 && !self.fields.is_empty() {
            return Verified::Later(left);
        }
        let refused = self.refused();
        // A form that is gone before it was looked at was sent or left: there is nothing to say of its fields any more.
        self.fields.retain_mut(|filled| {
            let found = sighting.control(filled.control);
            let is_new = filled.outcome == Outcome::Pending;
            filled.verify(found.map(|found| found.item));
            found.is_some() || !is_new || filled.outcome == Outcome::Kept
        });
        if self.refused() > refused {
            Verified::TookBack
        } else {
            Verified::AsItWas
        }
    }

    fn refused(&self) -> usize {
        let refused = self.fields().filter(|one| one.outcome == Outcome::Refused);
        refused.count()
    }

    /// The fields that the page did not keep, or that the person took back: theirs to fill.
    pub(super) fn left_to_person(&self) -> Vec<ControlId> {
        self.fields()
            .filter(|filled| matches!(filled.outcome, Outcome::Refused | Outcome::Undone))
            .map(|filled| filled.control)
            .collect()
    }

    /// Puts back what was in the field before.
    pub(super) fn undo(&mut self, control: ControlId) {
        for filled in &mut self.fields {
            if filled.control == control {
                filled.undo();
            }
        }
    }
}
