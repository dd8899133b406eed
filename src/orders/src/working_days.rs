//! Days on which banks work, Monday to Friday: how long a refund may still travel after the site calls it completed. Holidays
//! differ by country and bank and are not known, so they are not counted out.

use time::{Date, Month, Weekday};

/// So many working days banks may take (facts: buyers' guides name 1 to 10, 7 to 15 and at most 20).
pub const REFUND_DAYS: u8 = 20;

/// The last of `count` working days after a day, both `YYYY-MM-DD`; `None` for what is no day.
#[must_use]
pub fn after_working_days(day: &str, count: u8) -> Option<String> {
    let mut date = parsed(day)?;
    for _ in 0..count {
        date = date.next_day()?;
        while matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
            date = date.next_day()?;
        }
    }
    let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn parsed(day: &str) -> Option<Date> {
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    let is_whole = parts.next().is_none();
    is_whole.then(|| Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(day: &str, count: u8) -> Option<String> {
        after_working_days(day, count)
    }

    #[test]
    fn a_week_has_five_of_them() {
        // 2026-11-30 is a Monday.
        assert_eq!(after("2026-11-30", 1).as_deref(), Some("2026-12-01"));
        assert_eq!(after("2026-11-30", 4).as_deref(), Some("2026-12-04"));
        assert_eq!(after("2026-11-30", 5).as_deref(), Some("2026-12-07"));
        assert_eq!(
            after("2026-11-30", REFUND_DAYS).as_deref(),
            Some("2026-12-28")
        );
    }

    #[test]
    fn from_a_weekend_on_they_begin_with_monday() {
        for day in ["2026-12-04", "2026-12-05", "2026-12-06"] {
            assert_eq!(after(day, 1).as_deref(), Some("2026-12-07"), "{day}");
        }
    }

    #[test]
    fn a_year_and_a_leap_day_are_passed() {
        assert_eq!(after("2026-12-31", 1).as_deref(), Some("2027-01-01"));
        assert_eq!(after("2028-02-28", 1).as_deref(), Some("2028-02-29"));
    }

    #[test]
    fn what_is_no_day_has_none_after_it() {
        for text in [
            "",
            "soon",
            "2026-13-01",
            "2026-02-30",
            "2026-12-01T10:00",
            "2026-12",
        ] {
            assert_eq!(after(text, 1), None, "{text}");
        }
    }
}
