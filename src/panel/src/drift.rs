//! How the site's pages have drifted: by which kind of signal controls were found on this device.
//!
//! A control is known by its label, by where it leads and by its structure. Where the grammar of its words or the
//! person's own pick carry the work instead, the site has renamed or rebuilt it; the diagnostic report says so.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kinds that carry only where the better ones are silent.
const SECOND_BEST: [&str; 2] = ["grammar", "pick"];
/// Fewer verdicts than these tell nothing.
const ENOUGH: u32 = 5;

/// How often each kind of signal found each control, as the background counts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Found(BTreeMap<String, BTreeMap<String, u32>>);

/// What the report says of it; only where there is something to say.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Drift {
    found: Found,
    pub(crate) says: Option<String>,
}

impl Found {
    /// Whether the second-best signals carry at least half of the work.
    fn has_drifted(&self) -> bool {
        let all = || self.0.values().flatten();
        let total: u32 = all().map(|(_, count)| count).sum();
        let second: u32 = all()
            .filter(|(kind, _)| SECOND_BEST.contains(&kind.as_str()))
            .map(|(_, count)| count)
            .sum();
        total >= ENOUGH && second * 2 >= total
    }

    /// For the report; `warning` gives the sentence where there is something to warn of.
    pub(crate) fn report(self, warning: impl FnOnce() -> String) -> Drift {
        Drift {
            says: self.has_drifted().then(warning),
            found: self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(json: &str) -> Option<String> {
        let found: Found = serde_json::from_str(json).unwrap();
        found.report(|| "drifted".to_owned()).says
    }

    #[test]
    fn labels_that_carry_the_work_are_no_news() {
        assert_eq!(
            says(r#"{"deactivate":{"label":6},"submit":{"grammar":2}}"#),
            None
        );
    }

    #[test]
    fn grammar_and_picks_that_carry_half_of_it_are_said() {
        let json = r#"{"deactivate":{"label":3,"pick":1},"submit":{"grammar":2}}"#;
        assert_eq!(says(json).as_deref(), Some("drifted"));
    }

    #[test]
    fn a_few_verdicts_tell_nothing() {
        assert_eq!(says(r#"{"deactivate":{"pick":4}}"#), None);
        assert_eq!(says("{}"), None);
    }
}
