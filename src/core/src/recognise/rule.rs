//! Rules: what must be so of an item, one of what may be, and what must not.

use super::facts::{Fact, FactSet};

/// Cases, one of which has to hold.
pub(super) type Rule = &'static [Case];

/// The rule that never holds.
pub(super) const NEVER: Rule = &[];

/// What a [rule](rule!) asks at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    /// All of these.
    pub(super) all: &'static [Fact],
    /// Of each of these lists one at least.
    pub(super) any: &'static [&'static [Fact]],
    /// None of these.
    pub(super) none: &'static [Fact],
}

/// A rule in words: `rule!(all [BUTTON, ACCOUNT] any [DELETE, CLOSE] none [OTHER])`. Each of the three may be left out, `any` may
/// stand several times, and a semicolon begins another case. The empty rule always holds.
macro_rules! rule {
    ($($(all [$($all:expr),* $(,)?])? $(any [$($any:expr),* $(,)?])* $(none [$($none:expr),* $(,)?])?);+) => {
        const {
            &[$($crate::recognise::rule::Case {
                all: &[$($($all),*)?],
                any: &[$(&[$($any),*]),*],
                none: &[$($($none),*)?],
            }),+] as $crate::recognise::rule::Rule
        }
    };
}
pub(super) use rule;

impl FactSet {
    /// Whether the rule holds.
    pub(super) fn fits(&self, rule: Rule) -> bool {
        rule.iter().any(|case| {
            case.all.iter().all(|fact| self.has(*fact))
                && case
                    .any
                    .iter()
                    .all(|facts| facts.iter().any(|fact| self.has(*fact)))
                && !case.none.iter().any(|fact| self.has(*fact))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::facts::{ACCOUNT, BUTTON, CLOSE, DELETE, NO, OTHER, PROFILE};
    use super::*;

    fn facts(those: &[Fact]) -> FactSet {
        let mut facts = FactSet::default();
        for fact in those {
            facts.add(*fact);
        }
        facts
    }

    #[test]
    fn all_that_is_named_first_has_to_hold() {
        let rule = rule!(all [BUTTON, DELETE]);
        assert!(facts(&[BUTTON, DELETE]).fits(rule));
        assert!(!facts(&[BUTTON]).fits(rule));
        assert!(facts(&[]).fits(rule!()));
    }

    #[test]
    fn of_each_choice_one_has_to_hold() {
        let rule = rule!(all [BUTTON] any [DELETE, CLOSE] any [ACCOUNT, PROFILE]);
        assert!(facts(&[BUTTON, CLOSE, PROFILE]).fits(rule));
        assert!(!facts(&[BUTTON, CLOSE]).fits(rule));
        assert!(!facts(&[CLOSE, PROFILE]).fits(rule));
    }

    #[test]
    fn none_of_what_is_excluded_may_hold() {
        let rule = rule!(all [DELETE] any [ACCOUNT, PROFILE] none [OTHER, NO]);
        assert!(facts(&[DELETE, ACCOUNT]).fits(rule));
        assert!(!facts(&[DELETE, ACCOUNT, NO]).fits(rule));
        assert!(!facts(&[DELETE]).fits(rule));
    }

    #[test]
    fn one_of_several_cases_is_enough() {
        let rule = rule!(all [DELETE] none [OTHER]; all [CLOSE, ACCOUNT]);
        assert!(facts(&[DELETE]).fits(rule));
        assert!(facts(&[CLOSE, ACCOUNT, OTHER]).fits(rule));
        assert!(!facts(&[DELETE, OTHER]).fits(rule));
    }
}
