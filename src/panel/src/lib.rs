//! The popup: where a person chooses a way, confirms what it costs, starts the guide and stops it.
//!
//! ```text
//! browser ──Look──▶ Model ──Screen──▶ view
//! clicks ──Event──▶       ──Effect──▶ browser
//! ```
//!
//! Promise: everything between `Look` and `Screen` is plain data and decides without a browser; before Start the popup
//! knows of the page only what its address says; nothing is started that was not confirmed in the words shown.

mod app;
mod browser;
mod drift;
mod form;
mod messages;
mod model;
mod place;
mod qr;
mod screen;
mod steps;
mod trouble;
mod view;
mod ways;
mod words;

pub use app::start;
