//! Boxes in CSS px.

use farewell_core::Area;

/// A box; of no size where something does not show.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rect {
    /// From the left edge of the window.
    pub(super) x: f64,
    /// From its upper edge.
    pub(super) y: f64,
    /// Width.
    pub(super) w: f64,
    /// Height.
    pub(super) h: f64,
}

impl Rect {
    pub(super) const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The four numbers that JavaScript gives for a box.
    pub(super) fn of(sides: &[f64]) -> Self {
        match *sides {
            [x, y, w, h] => Self { x, y, w, h },
            _ => Self::default(),
        }
    }

    pub(super) fn right(&self) -> f64 {
        self.x + self.w
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y + self.h
    }

    pub(super) fn is_empty(&self) -> bool {
        self.w <= 0.0 || self.h <= 0.0
    }

    /// Larger by `by` on each side.
    pub(super) fn grown(&self, by: f64) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            self.w + 2.0 * by,
            self.h + 2.0 * by,
        )
    }

    /// How much of it `other` covers, in square px.
    pub(super) fn overlap(&self, other: &Self) -> f64 {
        let width = self.right().min(other.right()) - self.x.max(other.x);
        let height = self.bottom().min(other.bottom()) - self.y.max(other.y);
        width.max(0.0) * height.max(0.0)
    }

    pub(super) fn holds(&self, x: f64, y: f64) -> bool {
        (self.x..self.right()).contains(&x) && (self.y..self.bottom()).contains(&y)
    }

    /// The smallest box round both.
    pub(super) fn around(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }

    /// The point of it that is nearest to the middle of `other`.
    pub(super) fn nearest(&self, other: &Self) -> (f64, f64) {
        let (x, y) = (other.x + other.w / 2.0, other.y + other.h / 2.0);
        (
            x.clamp(self.x, self.right().max(self.x)),
            y.clamp(self.y, self.bottom().max(self.y)),
        )
    }

    /// Rounded, as the rest of the product counts.
    #[expect(clippy::cast_possible_truncation, reason = "CSS px of a page")]
    pub(super) fn area(&self) -> Area {
        let [x, y, w, h] = [self.x, self.y, self.w, self.h].map(|side| side.round() as i32);
        Area { x, y, w, h }
    }
}
