//! What wakes the engine besides messages: the few things that the listeners, the observers and the timers tell it.

use web_sys::Event;

/// One thing that has happened.
#[derive(Clone, Copy)]
pub(crate) enum Signal<'event> {
    /// The DOM has changed somewhere: what is pointed at may be covered by it.
    Stirred,
    /// The page has changed in a way that may matter.
    Changed,
    /// The DOM has changed in a way that matters.
    Mutated,
    /// A transition or an animation has ended.
    Settled(&'event Event),
    /// The person has pressed something of the page, or sent a form.
    Pressed(&'event Event),
    /// The tab was hidden or shown.
    VisibilityChanged,
    /// The document is left.
    Left,
    /// The time for a scheduled reading has come.
    ReadDue,
    /// The time for reading more orders has come.
    OrdersDue,
    /// What a press has changed is to be shown.
    ShowDue,
    /// A second of a visible tab has passed.
    Heartbeat,
}

/// Where signals go. It is a plain function, so that no listener owns the engine that owns it.
pub(crate) type Notify = fn(Signal<'_>);
