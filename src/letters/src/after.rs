//! The time after leaving: what is known of it and from whom, how long the site said it takes, and what the person keeps.

use crate::facts;
use chrono::{Days, Months, NaiveDate, TimeDelta};
use strum::{EnumString, IntoStaticStr};

/// How well something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Standing {
    /// The site's own text.
    Official,
    /// Reported, not confirmed.
    Reported,
    /// Reported of another shop.
    Elsewhere,
    /// Looked for and not found.
    Unknown,
}

/// Where something that the page says is known from.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Its name: the words are the message `after_fact_ID`.
    pub id: &'static str,
    /// How well it is known.
    pub standing: Standing,
    /// Who says it; `None` where nobody does.
    pub source: Option<&'static str>,
    /// When, as exactly as the source says.
    pub date: Option<&'static str>,
}

/// Every fact of the page.
pub static AFTER: &[Fact] = facts::AFTER;

/// A unit of time as the site says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Unit {
    /// 60 minutes.
    Hour,
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
}

/// How long the site said that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// How many.
    pub number: u32,
    /// Of what.
    pub unit: Unit,
}

/// When a person left, and how long the site said that it takes from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// The day.
    pub day: NaiveDate,
    /// The site's own delay; `None` where it said none, or it is not known.
    pub delay: Option<Delay>,
}

impl Leaving {
    /// The first day on which it is done if the site keeps its word: a part of a day counts as a whole one. `None` where
    /// no delay is known, or it leads beyond the calendar.
    #[must_use]
    pub fn done(self) -> Option<NaiveDate> {
        let Delay { number, unit } = self.delay?;
        let day = self.day;
        match unit {
            Unit::Hour => day.checked_add_signed(TimeDelta::days(number.div_ceil(24).into())),
            Unit::Day => day.checked_add_days(Days::new(number.into())),
            Unit::Week => day.checked_add_days(Days::new(u64::from(number) * 7)),
            Unit::Month => day.checked_add_months(Months::new(number)),
        }
    }

    /// The day to look whether it is done: the site's own, else the next one.
    #[must_use]
    pub fn first_look(self) -> Option<NaiveDate> {
        self.done().or_else(|| self.day.succ_opt())
    }

    /// The day to look once more: a month later, and not before the first look.
    #[must_use]
    pub fn last_look(self) -> Option<NaiveDate> {
        let month = self.day.checked_add_months(Months::new(1))?;
        Some(month.max(self.first_look()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn left(on: &str, number: u32, unit: Unit) -> Leaving {
        Leaving {
            day: day(on),
            delay: Some(Delay { number, unit }),
        }
    }

    #[test]
    fn the_first_look_is_on_the_day_that_the_site_named() {
        for (number, unit, done) in [
            (24, Unit::Hour, "2026-12-01"),
            (36, Unit::Hour, "2026-12-02"),
            (7, Unit::Day, "2026-12-07"),
            (2, Unit::Week, "2026-12-14"),
            (1, Unit::Month, "2026-12-30"),
        ] {
            let leaving = left("2026-11-30", number, unit);
            assert_eq!(leaving.first_look(), Some(day(done)), "{number} {unit:?}");
        }
    }

    #[test]
    fn without_a_delay_the_first_look_is_on_the_next_day() {
        let leaving = Leaving {
            day: day("2026-12-31"),
            delay: None,
        };
        assert_eq!(leaving.done(), None);
        assert_eq!(leaving.first_look(), Some(day("2027-01-01")));
    }

    #[test]
    fn the_last_look_is_after_a_month_but_never_before_the_first() {
        assert_eq!(
            left("2027-01-31", 7, Unit::Day).last_look(),
            Some(day("2027-02-28"))
        );
        assert_eq!(
            left("2026-11-30", 45, Unit::Day).last_look(),
            Some(day("2027-01-14"))
        );
    }

    #[test]
    fn a_delay_beyond_the_calendar_is_no_day() {
        assert_eq!(left("2026-11-30", u32::MAX, Unit::Month).done(), None);
        assert_eq!(left("2026-11-30", u32::MAX, Unit::Week).done(), None);
    }

    #[test]
    fn what_is_known_has_a_source_and_what_is_not_has_none() {
        for fact in AFTER {
            assert_eq!(
                fact.source.is_none(),
                fact.standing == Standing::Unknown,
                "{}",
                fact.id
            );
        }
    }
}
