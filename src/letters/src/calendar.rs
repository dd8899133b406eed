//! Calendar files (RFC 5545) that remind a person to look after what remains.

use chrono::{Days, Duration, NaiveDate};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Trigger};

/// A reminder for one day.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// The day.
    pub day: NaiveDate,
    /// What it is called in the calendar.
    pub title: &'a str,
    /// What to do on that day.
    pub text: &'a str,
}

/// Who made the file, as the standard asks it to say.
const PRODUCT: &str = "-//Farewell//Reminder//EN";

/// Hours after midnight at which the calendar is to ring.
const RINGS_AT: i64 = 9;

/// The reminder as an `.ics` file: an event of the whole day that takes up no time, with an alarm in the morning.
#[must_use]
pub fn calendar(reminder: &Reminder<'_>) -> String {
    let Reminder { day, title, text } = *reminder;
    // The end of an event of the whole day is the day after it.
    let end = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let mut event = Event::new();
    event
        .summary(title)
        .description(text)
        .starts(day)
        .ends(end)
        .class(Class::Private)
        .add_property("TRANSP", "TRANSPARENT")
        .alarm(Alarm::display(
            title,
            Trigger::from(Duration::hours(RINGS_AT)),
        ));
    Calendar::empty()
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", PRODUCT))
        .push(event.done())
        .done()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{CalendarComponent, DatePerhapsTime};

    fn event(file: &str) -> Event {
        let read: Calendar = file.parse().unwrap();
        let [CalendarComponent::Event(event)] = &read.components[..] else {
            panic!("{file}")
        };
        event.clone()
    }

    #[test]
    fn a_calendar_reads_the_day_the_title_and_every_sign_of_the_text() {
        let text = "First, look: is it gone?\nThen; a \\ backslash, ünïcödé – and عربي, and a line that is longer than the \
                    seventy-five octets that the standard allows for one.";
        let file = calendar(&Reminder {
            day: "2026-12-31".parse().unwrap(),
            title: "AliExpress: look, once",
            text,
        });
        let event = event(&file);
        let day = |date: &str| Some(DatePerhapsTime::Date(date.parse().unwrap()));
        assert_eq!(event.get_start(), day("2026-12-31"));
        assert_eq!(event.get_end(), day("2027-01-01"));
        assert_eq!(event.get_summary(), Some("AliExpress: look, once"));
        assert_eq!(event.get_description(), Some(text));
        assert!(event.get_uid().is_some_and(|uid| !uid.is_empty()));
        assert!(
            file.contains("TRIGGER:PT32400S"),
            "nine hours after midnight: {file}"
        );
        assert!(file.contains("PRODID:-//Farewell//"), "{file}");
        assert!(
            file.lines().all(|line| line.len() <= 75),
            "a line is longer than the standard allows: {file}"
        );
        assert!(file.lines().count() == file.matches("\r\n").count());
    }

    #[test]
    fn two_reminders_are_two_events() {
        let file = || {
            calendar(&Reminder {
                day: "2026-12-31".parse().unwrap(),
                title: "a",
                text: "b",
            })
        };
        assert_ne!(event(&file()).get_uid(), event(&file()).get_uid());
    }
}
