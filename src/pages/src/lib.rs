//! Two pages of the extension: the letter for whoever is stopped, and what to do afterwards.
//!
//! ```text
//! form ──▶ farewell-letters ──▶ page
//! storage.session, the tab's engine ──Kept──┘
//! ```
//!
//! Promise: what a person types on them stays on them. Nothing is sent, nothing is kept; a file is saved, a text is copied
//! and a mail is opened only at a press.

mod after;
mod kept;
mod letter;
mod page;

pub use after::after;
pub use letter::letter;
