//! When the page is read again: soon after a change, but never more than a small share of the time, however much the page
//! fidgets, and always once more after its last change. All times are in milliseconds on the page's clock.

use gloo::timers::callback::Timeout;

use crate::browser::now;
use crate::signal::{Notify, Signal};

/// Between two readings of a page that is cheap to read.
const SHORTEST_REST: f64 = 150.0;
/// A control that is pointed at and gone is looked for sooner.
const SHORTEST_URGENT_REST: f64 = 30.0;
/// A reading is followed by at least this many times its own duration of rest.
const REST_PER_COST: f64 = 20.0;
/// However dear the page, it is read this often when it changes.
const LONGEST_REST: f64 = 3_000.0;

/// Schedules readings: at most one is pending, the earliest that was asked for.
pub(super) struct ReadScheduler {
    notify: Notify,
    last: LastReading,
    pending: Option<Pending>,
}

struct Pending {
    due: f64,
    _timeout: Timeout,
}

/// When the page was last read and what that took.
#[derive(Default)]
struct LastReading {
    ended: f64,
    cost: f64,
}

impl ReadScheduler {
    /// `notify` hears [`Signal::ReadDue`].
    pub(super) fn new(notify: Notify) -> Self {
        Self {
            notify,
            last: LastReading::default(),
            pending: None,
        }
    }

    /// Schedules a reading after `delay`, unless an earlier one is pending.
    pub(super) fn schedule_in(&mut self, delay: f64) {
        let due = now() + delay;
        if self
            .pending
            .as_ref()
            .is_some_and(|pending| pending.due <= due)
        {
            return;
        }
        let notify = self.notify;
        self.pending = Some(Pending {
            due,
            _timeout: Timeout::new(whole(delay), move || notify(Signal::ReadDue)),
        });
    }

    /// Schedules a reading because the page has changed.
    pub(super) fn schedule_read(&mut self, is_urgent: bool) {
        self.schedule_in(self.last.rest_at(now(), is_urgent));
    }

    /// The pending reading's time has come.
    pub(super) fn begin(&mut self) {
        self.pending = None;
    }

    /// A reading took from `began` to `ended`.
    pub(super) fn record(&mut self, began: f64, ended: f64) {
        self.last = LastReading {
            ended,
            cost: ended - began,
        };
    }
}

impl LastReading {
    /// How long to wait at `now` before reading again.
    fn rest_at(&self, now: f64, is_urgent: bool) -> f64 {
        let shortest = if is_urgent {
            SHORTEST_URGENT_REST
        } else {
            SHORTEST_REST
        };
        let rest = (self.cost * REST_PER_COST).clamp(shortest, LONGEST_REST);
        (self.ended + rest - now).max(0.0)
    }
}

/// A span of time, rounded to whole milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a span of time is positive and short"
)]
pub(super) fn whole(milliseconds: f64) -> u32 {
    (milliseconds + 0.5) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_long_after_the_last_reading_is_read_at_once() {
        let last = LastReading {
            ended: 2.0,
            cost: 2.0,
        };
        assert!(last.rest_at(1_000.0, false) <= 0.0);
    }

    #[test]
    fn a_page_that_never_rests_gets_a_twentieth_of_the_time() {
        let dear = LastReading {
            ended: 40.0,
            cost: 40.0,
        };
        assert!(dear.rest_at(40.0, false) >= 800.0);
        let cheap = LastReading {
            ended: 1.0,
            cost: 1.0,
        };
        assert!(cheap.rest_at(1.0, false) >= 150.0);
        assert!(cheap.rest_at(1.0, true) <= 50.0);
    }
}
