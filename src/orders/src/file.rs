//! The JSON file: everything that was read, with what is known of how far it is all.

use crate::history::History;
use crate::order::{Order, Unreadable};
use crate::tally::Counts;
use serde::{Deserialize, Serialize};

/// The `$id` of docs/orders.schema.json, which each file names as its own.
pub const SCHEMA: &str = "urn:farewell:orders:1";

/// What is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderFile {
    /// [`SCHEMA`].
    pub schema: String,
    /// When it was saved, ISO 8601 in UTC.
    pub saved_at: String,
    /// The language of the pages that the orders were read from.
    pub account_language: Option<String>,
    /// The period of the list, in the page's words.
    pub period: Option<String>,
    /// Orders read, without the deleted ones.
    pub seen: u32,
    /// How many the page says there are.
    pub of: Option<u32>,
    /// Whether as many were read as there are, in the longest period.
    pub complete: bool,
    /// Whether the list offered no more.
    pub ended: bool,
    /// What is on the pages but can't be read.
    pub unreadable: Vec<Unreadable>,
    /// The newest first.
    pub orders: Vec<Order>,
}

impl OrderFile {
    /// The file of a history, saved at `saved_at` (ISO 8601 in UTC).
    #[must_use]
    pub fn of(history: &History, saved_at: &str) -> Self {
        let Counts {
            seen,
            of,
            ended,
            complete,
        } = history.counts();
        let page = history.page();
        Self {
            schema: SCHEMA.to_owned(),
            saved_at: saved_at.to_owned(),
            account_language: page.and_then(|page| page.language.clone()),
            period: page.and_then(|page| page.period.clone()),
            seen,
            of,
            complete,
            ended,
            unreadable: history.unreadable().to_vec(),
            orders: history.orders().to_vec(),
        }
    }
}
