//! Which of its like each candidate of a page is: a place that stays the same in any language.

use farewell_core::{Item, surroundings};

/// How many of each kind and surroundings there were so far.
#[derive(Default)]
pub(super) struct Places(Vec<(u32, u32)>);

impl Places {
    /// Gives an item its number among its like.
    pub(super) fn number(&mut self, item: &mut Item) {
        let around = surroundings(item);
        let at = self.0.iter().position(|(known, _)| *known == around);
        let at = at.unwrap_or_else(|| {
            self.0.push((around, 0));
            self.0.len() - 1
        });
        self.0[at].1 += 1;
        item.place = self.0[at].1 << 16;
    }

    /// Adds, once all are numbered, how many there are.
    pub(super) fn count(&self, items: &mut [Item]) {
        for item in items {
            let around = surroundings(item);
            for (_, count) in self.0.iter().filter(|(known, _)| *known == around) {
                item.place |= count & 0xffff;
            }
        }
    }
}
