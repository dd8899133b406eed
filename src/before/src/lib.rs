//! The checklist before leaving (`before.html`): what is still open, the earliest sensible day to leave, and the orders to save.
//!
//! ```text
//! storage ──Kept──▶ Model ──Screen──▶ view
//! the site's file ──▶       ──OrderFile──▶ export.wasm ──▶ a saved file
//! ```
//!
//! Promise: what is not known is never shown as fine; the page asks nothing of the site and sends nothing anywhere.

mod app;
mod browser;
mod model;
mod save;
mod screen;
mod view;

pub use app::start;
