//! What a page of orders shows, as texts: the form in which the page's reader hands orders over and in which they are kept until
//! they are saved. Texts, because what a value means may be judged again, and a text can't be wrong.

use serde::{Deserialize, Serialize};

/// The orders that one reading of a page has found, with what the page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Batch {
    /// The page they stand on.
    pub page: Page,
    /// In the order of the page.
    pub orders: Vec<ShownOrder>,
}

/// What a page of orders says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a statement of the page by itself"
)]
pub struct Page {
    /// The language of the page's words, a tag such as `pt-BR`.
    pub language: Option<String>,
    /// The currency in which the page says it shows prices, ISO 4217.
    pub currency: Option<String>,
    /// The chosen option of the list's period, in the page's words; `None` where it offers no choice.
    pub period: Option<String>,
    /// Whether the period is the longest that the page offers, or there is no choice.
    pub is_longest: bool,
    /// Whether a tab, a search or a filter narrows the list.
    pub is_narrowed: bool,
    /// Whether these are the deleted orders.
    pub is_deleted: bool,
    /// How many orders the page says there are, on the tab that shows all.
    pub of: Option<u32>,
    /// Whether the list offers no more.
    pub ended: bool,
    /// When it was read: milliseconds since 1970.
    pub at: f64,
}

/// An order as the page shows it. What is not shown is absent; every text is the page's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShownOrder {
    /// The order's number, figures alone.
    pub id: String,
    /// The day it was placed, label and all.
    pub date: Option<String>,
    /// The page's word for its state.
    pub status: Option<String>,
    /// The store's name.
    pub store: Option<String>,
    /// Where the store's link leads.
    pub store_url: Option<String>,
    /// Where the order's own link leads.
    pub order_url: Option<String>,
    /// The total, label and all.
    pub total: Option<String>,
    /// The total's whole part and cents, where the page keeps them apart.
    pub total_parts: Option<[String; 2]>,
    /// Until when the order is protected, in the page's words.
    pub protection: Option<String>,
    /// Whether the page offers an invoice to download.
    pub has_invoice: bool,
    /// In the order of the page.
    pub items: Vec<ShownItem>,
}

/// An item of an order as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShownItem {
    /// The item's number, where the page gives one apart from the link.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Colour, size and the like.
    pub variant: Option<String>,
    /// How many, as in `x2`.
    pub quantity: Option<String>,
    /// The price of one.
    pub price: Option<String>,
    /// The price's whole part and cents, where the page keeps them apart.
    pub price_parts: Option<[String; 2]>,
    /// Where the item's link leads.
    pub url: Option<String>,
}
