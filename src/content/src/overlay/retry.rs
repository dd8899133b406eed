//! How often the overlay puts right what the page did to it, before it gives up on a page that fights.

/// How many times within [`WINDOW`].
const RETRIES: usize = 5;
/// In milliseconds.
const WINDOW: f64 = 5_000.0;

/// The retries of late.
#[derive(Default)]
pub(super) struct RetryBudget {
    times: Vec<f64>,
}

impl RetryBudget {
    /// Takes one retry at the time `now`, in milliseconds; false where none is left.
    pub(super) fn take(&mut self, now: f64) -> bool {
        self.times.retain(|time| now - time < WINDOW);
        self.times.push(now);
        self.times.len() <= RETRIES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_times_in_five_seconds_are_put_right_and_the_sixth_is_not() {
        let mut budget = RetryBudget::default();
        assert!((0..5).all(|second| budget.take(f64::from(second) * 900.0)));
        assert!(!budget.take(4_600.0));
        assert!(budget.take(60_000.0));
    }
}
