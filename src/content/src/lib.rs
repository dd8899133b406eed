//! The engine in the page: the shell round the pure core.
//!
//! ```text
//! page DOM ──read──▶ View ──recognise──▶ Sighting ──instruct──▶ Instruction ──overlay, fill──▶ page
//!     ▲                          (farewell-core)                                  │
//!     └───────────────────────────── watch ◀── the person presses ◀───────────────┘
//! ```
//!
//! Promise: nothing here clicks, submits, sends a key or makes a request; the page gets one host element and the two
//! events of a filled field, and `end` takes everything away.

#![forbid(unsafe_code)]

mod browser;
mod chosen;
pub mod engine;
pub mod fill;
pub mod overlay;
mod protocol;
pub mod read;
mod signal;
mod watch;
