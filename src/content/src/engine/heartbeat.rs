//! One timer a second while the tab can be seen, and none while it is hidden. It is for what no event tells: that the
//! extension is gone, and that a field has lost its value silently, as when a page renders it anew.

use crate::read::document;
use gloo::timers::callback::Interval;

use crate::fill::value_of;
use crate::signal::{Notify, Signal};

/// In milliseconds.
const BEAT: u32 = 1_000;

/// The timer, and the values of the fields that the page needs.
pub(super) struct Heartbeat {
    notify: Notify,
    timer: Option<Interval>,
    values: Vec<(u32, Option<String>)>,
}

impl Heartbeat {
    /// `notify` hears [`Signal::Heartbeat`].
    pub(super) fn new(notify: Notify) -> Self {
        let mut heartbeat = Self {
            notify,
            timer: None,
            values: Vec::new(),
        };
        heartbeat.follow_visibility();
        heartbeat
    }

    /// Runs where the tab can be seen, else rests.
    pub(super) fn follow_visibility(&mut self) {
        let notify = self.notify;
        self.timer =
            (!document().hidden()).then(|| Interval::new(BEAT, move || notify(Signal::Heartbeat)));
    }

    /// Takes down what the fields `items` hold now.
    pub(super) fn note_values(&mut self, items: impl Iterator<Item = u32>) {
        self.values = items.map(|item| (item, value_of(item))).collect();
    }

    /// Whether a field holds something else than what was taken down.
    pub(super) fn has_changed_value(&self) -> bool {
        let mut values = self.values.iter();
        values.any(|(item, value)| value_of(*item) != *value)
    }
}
