//! What a person writes, and what they check, once the button has failed or the account is gone.
//!
//! ```text
//! facts (TOML) ──build──▶ tables ──┐
//! what the person gave ────────────┴─▶ letter · mail link · calendar file · receipt
//! ```
//!
//! Promise: pure functions, no browser; a letter quotes a law only where that law holds; every fact that is shown has its
//! source and date, or is said to be not known.

mod after;
mod calendar;
mod contact;
mod letter;
mod receipt;

pub use after::{AFTER, Delay, Fact, Leaving, Standing, Unit};
pub use calendar::{Reminder, calendar};
pub use contact::{Contact, RegionId, Source, contact_source, controller, portal};
pub use letter::{
    Blank, Given, Language, Law, Letter, LetterId, compose, file_name, language, languages, mailto,
    month_later,
};
pub use receipt::{Receipt, receipt, without_person};

/// The tables that `build.rs` makes of `facts/`.
mod facts {
    use crate::after::{Fact, Standing};
    use crate::contact::{Contact, Region, Source};
    use crate::letter::{BlankWords, Language, Law, LawWords, Template};
    use chrono::NaiveDate;
    use strum::VariantArray as _;

    include!(concat!(env!("OUT_DIR"), "/facts.rs"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    fn names<T: VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
        T::VARIANTS.iter().map(|&id| id.into()).collect()
    }

    #[test]
    fn the_tables_are_in_the_order_of_the_names() {
        let [letters, regions, laws] = facts::NAMES;
        assert_eq!(letters, names::<LetterId>());
        assert_eq!(regions, names::<RegionId>());
        assert_eq!(laws, names::<Law>());
    }
}
