//! How often a page is read again: soon after a change, but never more than a small share of the time, however much
//! the page fidgets, and always once more after its last change.

/// Milliseconds between two readings of a page that is cheap to read.
const LEAST: f64 = 150.0;
/// A control that is pointed at and gone is looked for sooner.
const URGENT: f64 = 30.0;
/// A reading is followed by at least this many times its own duration of rest.
const REST: f64 = 20.0;
/// However dear the page, it is read this often when it changes.
const MOST: f64 = 3_000.0;

/// When the page was read and what it took.
#[derive(Default)]
pub(super) struct Pace {
    ended: f64,
    cost: f64,
}

impl Pace {
    /// A reading took from `began` to `ended`.
    pub(super) fn read(&mut self, began: f64, ended: f64) {
        self.ended = ended;
        self.cost = ended - began;
    }

    /// How long to wait at `now` before reading again.
    pub(super) fn wait(&self, now: f64, is_urgent: bool) -> f64 {
        let least = if is_urgent { URGENT } else { LEAST };
        let rest = (self.cost * REST).clamp(least, MOST);
        (self.ended + rest - now).max(0.0)
    }
}

/// Whether to put back once more what the page took away: a page that fights is given up on.
#[derive(Default)]
pub(super) struct Patience {
    times: Vec<f64>,
}

const TRIES: usize = 5;
const WITHIN: f64 = 10_000.0;

impl Patience {
    /// Counts one time more; false when it was too often.
    pub(super) fn bears(&mut self, now: f64) -> bool {
        self.times.retain(|time| now - time < WITHIN);
        self.times.push(now);
        self.times.len() <= TRIES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_long_after_the_last_reading_is_read_at_once() {
        let mut pace = Pace::default();
        pace.read(0.0, 2.0);
        assert!(pace.wait(1_000.0, false) <= 0.0);
    }

    #[test]
    fn a_page_that_never_rests_gets_a_twentieth_of_the_time() {
        let mut pace = Pace::default();
        pace.read(0.0, 40.0);
        assert!(pace.wait(40.0, false) >= 800.0);
        pace.read(0.0, 1.0);
        assert!(pace.wait(1.0, false) >= 150.0);
        assert!(pace.wait(1.0, true) <= 50.0);
    }

    #[test]
    fn five_removals_in_ten_seconds_are_borne_and_the_sixth_is_not() {
        let mut patience = Patience::default();
        assert!((0..5).all(|second| patience.bears(f64::from(second) * 1_000.0)));
        assert!(!patience.bears(6_000.0));
        assert!(patience.bears(60_000.0));
    }
}
