//! A person's orders, read from what a page shows.
//!
//! ```text
//! Batch (texts of a page) ──judge──▶ Order ──merge──▶ History ──▶ OrderFile (what is saved)
//!                       └─note──▶ Tally ──▶ Counts, Row (how many, and what is still open)
//! ```
//!
//! Promises: what cannot be read for certain is kept as the page's text, counted and named, never guessed; no currency is made
//! up; an order stands once. Nothing here knows a browser, and no value leaves the data it came in.

pub mod before;
mod cases;
mod date;
#[cfg(feature = "unicode")]
mod decompose;
mod facts;
mod file;
mod fold;
mod history;
mod holdings;
mod host;
mod judge;
mod letter;
mod lines;
mod list;
mod list_words;
mod money;
mod order;
mod page;
mod phrase;
mod status;
mod tally;
mod working_days;

pub use cases::cases_row;
pub use date::{Moment, read_date};
pub use file::{OrderFile, SCHEMA};
pub use history::History;
pub use holdings::{Holding, Kind, Left, MoneyPage, balance_row};
pub use host::decompose_by;
pub use judge::{is_order_id, judge, order_url};
pub use letter::push_letter;
pub use lines::{Line, Shown};
pub use list::{Filter, ListFacts, Tab};
pub use list_words::{
    Delay, DelayUnit, UNLIMITED, read_count, read_delay, read_period, read_tab_count, says_all,
    says_deleted,
};
pub use money::{Money, PageMoney, currencies, currency, read_money, read_parts};
pub use order::{Field, Item, Order, Total, Unreadable};
pub use page::{Batch, Page, ShownItem, ShownOrder};
pub use status::{State, read_status};
pub use tally::{Counts, Tally};
pub use working_days::{REFUND_DAYS, after_working_days};
