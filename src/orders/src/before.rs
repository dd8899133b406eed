//! The five things to settle before leaving, as what was read shows them: the rows of the status report and of the checklist.

use crate::holdings::Holding;
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
    /// What the balance is made of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holdings: Vec<Holding>,
}

impl Row {
    /// Whether this reading says more than an earlier one: nothing that is known gives way to what is not.
    #[must_use]
    pub fn outweighs(&self, earlier: &Self) -> bool {
        self.state != RowState::Unknown || earlier.state == RowState::Unknown
    }

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
            holdings: Vec::new(),
        }
    }
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
