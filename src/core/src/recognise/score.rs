//! The score of a page or a control: points, and what gave them.

use super::evidence::{Evidence, Kind, Reasons};

/// Points and the signals that gave them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    pub(super) points: i16,
    /// The kinds of signal that spoke for it, a bit each.
    kinds: u8,
    pub(super) reasons: Reasons,
}

impl Score {
    pub(super) fn add(&mut self, evidence: Evidence, points: i16) {
        self.points = self.points.saturating_add(points);
        let kind = evidence.kind();
        if points > 0 && kind != Kind::None {
            self.kinds |= 1 << kind as u8;
        }
        self.reasons.add(evidence);
    }

    /// How many kinds of evidence speak for it.
    pub(super) const fn kinds(self) -> u32 {
        self.kinds.count_ones()
    }

    /// 0 to 100: the points, capped.
    pub(super) fn confidence(self) -> u8 {
        u8::try_from(self.points.clamp(0, 100)).unwrap_or(100)
    }
}
