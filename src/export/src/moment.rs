//! The ISO 8601 texts of an order as numbers.

/// Year, month, day, and the time of day with whether it has seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) day: (u16, u8, u8),
    pub(crate) time: Option<(u16, u8, u8, bool)>,
}

impl Moment {
    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    pub(crate) fn parse(iso: &str) -> Option<Self> {
        let (day, time) = iso
            .split_once('T')
            .map_or((iso, None), |(day, time)| (day, Some(time)));
        let parts: Vec<&str> = day.split('-').collect();
        let [year, month, date] = parts[..] else {
            return None;
        };
        if (year.len(), month.len(), date.len()) != (4, 2, 2) {
            return None;
        }
        let day = (year.parse().ok()?, month.parse().ok()?, date.parse().ok()?);
        let time = match time {
            None => None,
            Some(time) => {
                let parts: Vec<&str> = time.split(':').collect();
                Some(match parts[..] {
                    [hour, minute] => (hour.parse().ok()?, minute.parse().ok()?, 0, false),
                    [hour, minute, second] => (
                        hour.parse().ok()?,
                        minute.parse().ok()?,
                        second.parse().ok()?,
                        true,
                    ),
                    _ => return None,
                })
            }
        };
        Some(Self { day, time })
    }
}
