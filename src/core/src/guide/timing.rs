//! How long the guide waits for a page before it says so.

/// How long a page may take to show a control before the callout says that it does not find it, in milliseconds.
pub(super) const PATIENCE: u32 = 10_000;

/// How long a page gets to switch its last button on after the last field was filled, in milliseconds.
pub(super) const BUTTON_GRACE: u32 = 1_500;
/// How soon to look again for what is not there yet, in milliseconds.
pub(super) const LOOK_AGAIN: u32 = 1_000;

/// How long a page that nothing tells yet is taken for one that still loads, in milliseconds.
pub(super) const SETTLING: u32 = 1_500;
