//! An order as it is saved: the names are those of the files (docs/orders.schema.json).

use serde::{Deserialize, Serialize};

/// An order. What the page does not show, or what can't be read, is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The order's number, as text.
    pub order_id: String,
    /// When it was placed: [`Moment::iso`](crate::Moment::iso).
    pub order_date: Option<String>,
    /// The page's own word.
    pub status: Option<String>,
    /// The store's name.
    pub store: Option<String>,
    /// The store's link, without its query.
    pub store_url: Option<String>,
    /// The order's link.
    pub order_url: Option<String>,
    /// The total.
    pub total: Total,
    /// The last day of buyer protection, `YYYY-MM-DD` (with a time where the page says one).
    pub protection_until: Option<String>,
    /// The items that the page names.
    pub items: Vec<Item>,
}

/// What an order cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// Decimal figures.
    pub amount: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The page's own text.
    pub text: Option<String>,
}

/// An item of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The item's number, as text.
    pub item_id: Option<String>,
    /// Its name.
    pub item: Option<String>,
    /// Colour, size and the like.
    pub variant: Option<String>,
    /// How many.
    pub quantity: Option<u32>,
    /// The price of one, decimal figures.
    pub unit_price: Option<String>,
    /// ISO 4217, of the price.
    pub currency: Option<String>,
    /// The item's link, without its query.
    pub item_url: Option<String>,
}

/// A value of an order that is on the page but can't be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// The order.
    pub order_id: String,
    /// Which value.
    pub field: Field,
    /// The page's text.
    pub text: String,
}

/// The values that have to be read out of a text, by their columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The day it was placed.
    OrderDate,
    /// How many of an item.
    Quantity,
    /// The price of one.
    UnitPrice,
    /// The order's total.
    OrderTotal,
    /// The currency of an amount that was read itself.
    Currency,
    /// The last day of protection.
    ProtectionUntil,
}
