//! What to settle before leaving, and what the visited pages have shown of it.

use crate::ids::ConsequenceId;

/// How far something to settle is known to be settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Settled {
    /// Nothing was seen yet.
    #[default]
    Unknown,
    /// Something is open.
    Open,
    /// A page that was read in full shows nothing open.
    Clear,
    /// The person ticked it.
    Said,
}

impl Settled {
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

/// One thing to settle before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Which.
    pub id: ConsequenceId,
    /// How far it is known.
    pub state: Settled,
    /// How many are open.
    pub open: u16,
    /// How many were read.
    pub seen: u16,
    /// How many the page says there are, where it says it.
    pub of: Option<u16>,
}

impl Before {
    /// All five, as the ticks of the popup leave them.
    #[must_use]
    pub fn all(ticked: &[ConsequenceId]) -> [Self; 5] {
        [
            ConsequenceId::Data,
            ConsequenceId::Access,
            ConsequenceId::Orders,
            ConsequenceId::Disputes,
            ConsequenceId::Balance,
        ]
        .map(|id| {
            let state = if ticked.contains(&id) {
                Settled::Said
            } else {
                Settled::Unknown
            };
            Self {
                id,
                state,
                open: 0,
                seen: 0,
                of: None,
            }
        })
    }
}
