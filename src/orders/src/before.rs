//! The five things to settle before leaving, as what was read shows them: the rows of the status report and of the checklist.

use crate::history::History;
use crate::status::read_status;
use serde::{Deserialize, Serialize};

/// Which of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowId {
    /// What to save.
    Data,
    /// What opens with the account.
    Access,
    /// Orders under way.
    Orders,
    /// Disputes and refunds.
    Disputes,
    /// Money, coupons, coins.
    Balance,
}

impl RowId {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Data,
        Self::Access,
        Self::Orders,
        Self::Disputes,
        Self::Balance,
    ];

    /// The word of the status report.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Access => "access",
            Self::Orders => "orders",
            Self::Disputes => "disputes",
            Self::Balance => "balance",
        }
    }

    /// The row that a word of the status report names.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.as_str() == word)
    }
}

/// How far it is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowState {
    /// Nothing was seen that would tell.
    #[default]
    Unknown,
    /// Something is open.
    Open,
    /// A list that was read in full shows nothing open.
    Clear,
    /// The person ticked it.
    Said,
}

impl RowState {
    /// The word of the status report.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Open => "open",
            Self::Clear => "clear",
            Self::Said => "said",
        }
    }
}

/// One of the five, as far as it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Which.
    pub id: RowId,
    /// How far it is settled.
    #[serde(default)]
    pub state: RowState,
    /// How many are open.
    #[serde(default)]
    pub open: u32,
    /// How many were read.
    #[serde(default)]
    pub seen: u32,
    /// How many the page says there are.
    #[serde(default)]
    pub of: Option<u32>,
    /// The last day of protection, or of a refund that still travels, `YYYY-MM-DD`.
    #[serde(default)]
    pub until: Option<String>,
    /// When it was seen, milliseconds since 1970.
    #[serde(default)]
    pub at: Option<f64>,
}

impl Row {
    /// A row of which nothing is known.
    #[must_use]
    pub const fn unknown(id: RowId) -> Self {
        Self {
            id,
            state: RowState::Unknown,
            open: 0,
            seen: 0,
            of: None,
            until: None,
            at: None,
        }
    }
}

/// The row of the orders: open where one is under way; clear only where all were read and each is known to be closed.
#[must_use]
pub fn orders_row(history: &History) -> Row {
    let counts = history.counts();
    let mut row = Row {
        seen: counts.seen,
        of: counts.of,
        ..Row::unknown(RowId::Orders)
    };
    if history.orders().is_empty() && counts.of.is_none() {
        return row;
    }
    row.at = history.page().map(|page| page.at);
    let mut are_known = true;
    for order in history
        .orders()
        .iter()
        .filter(|order| !history.is_deleted(&order.order_id))
    {
        let state = order.status.as_deref().and_then(read_status);
        are_known &= state.is_some();
        row.open += u32::from(state.is_some_and(crate::State::is_open));
    }
    row.until = history
        .orders()
        .iter()
        .filter_map(|order| order.protection_until.as_deref())
        .max()
        .map(day)
        .map(str::to_owned);
    row.state = match (row.open, counts.complete && are_known) {
        (0, true) => RowState::Clear,
        (0, false) => RowState::Unknown,
        _ => RowState::Open,
    };
    row
}

/// The earliest sensible day to leave: the last day of protection or of a refund of all that was seen, `YYYY-MM-DD`.
#[must_use]
pub fn earliest<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Option<String> {
    rows.into_iter()
        .filter_map(|row| row.until.as_deref())
        .map(day)
        .max()
        .map(str::to_owned)
}

/// The day of an ISO date or date with a time.
fn day(iso: &str) -> &str {
    iso.get(..10).unwrap_or(iso)
}
