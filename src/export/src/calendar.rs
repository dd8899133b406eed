//! A calendar file (RFC 5545) with one entry for a whole day.

use crate::error::SaveError;
use crate::moment::Moment;
use ics::properties::{Description, DtStart, Summary, Transp};
use ics::{Event, ICalendar};

/// The file for a day (`YYYY-MM-DD`), made at `stamp` (`YYYYMMDDTHHMMSSZ`).
///
/// # Errors
/// [`SaveError::Day`] where the day is none.
pub fn calendar(day: &str, stamp: &str, title: &str, words: &str) -> Result<String, SaveError> {
    let Some(Moment {
        day: (year, month, date),
        time: None,
    }) = Moment::parse(day)
    else {
        return Err(SaveError::Day(day.to_owned()));
    };
    let compact = format!("{year:04}{month:02}{date:02}");
    let mut start = DtStart::new(compact.clone());
    start.append(ics::parameters!("VALUE" => "DATE"));
    // The number is made of the day alone: to save it twice is to have it once.
    let mut event = Event::new(format!("{compact}@farewell.example"), stamp.to_owned());
    event.push(start);
    event.push(Summary::new(ics::escape_text(title)));
    event.push(Description::new(ics::escape_text(words)));
    event.push(Transp::transparent());
    let mut calendar = ICalendar::new("2.0", "-//Farewell//EN");
    calendar.add_event(event);
    Ok(calendar.to_string())
}
