//! The files that a person takes along.
//!
//! ```text
//! OrderFile ──write──▶ csv, json, xlsx, html        the site's .xlsx ──read_site_file──▶ orders
//! ```
//!
//! Promises: every format holds every value that was read; a cell of the site's text is never a formula; a file that is not the
//! site's is refused in one of few words. Each format is read back by another program in tests/export.

mod calendar;
mod csv;
mod error;
mod html;
mod moment;
mod site_file;
mod xlsx;

pub use calendar::calendar;
pub use error::{Refused, SaveError};
pub use html::HtmlWords;
pub use site_file::{SiteFile, read_site_file};

use farewell_orders::OrderFile;

/// A format to save in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One row an item, RFC 4180.
    Csv,
    /// Everything, docs/orders.schema.json.
    Json,
    /// Two sheets with real dates and numbers.
    Xlsx,
    /// One page to print, without script.
    Html,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Xlsx, Self::Html];

    /// The format of a file's ending.
    ///
    /// # Errors
    /// [`SaveError::Format`] for any other.
    pub fn parse(ending: &str) -> Result<Self, SaveError> {
        let known = Self::ALL
            .into_iter()
            .find(|format| format.ending() == ending);
        known.ok_or_else(|| SaveError::Format(ending.to_owned()))
    }

    /// How a file of this format ends.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
        }
    }
}

/// The bytes of the file.
///
/// # Errors
/// Where the orders do not fit the format: a sheet of an XLSX file has 1,048,576 rows.
pub fn write(format: Format, file: &OrderFile, words: &HtmlWords) -> Result<Vec<u8>, SaveError> {
    match format {
        Format::Csv => csv::write(file),
        Format::Json => Ok(serde_json::to_vec_pretty(file)?),
        Format::Xlsx => xlsx::write(file),
        Format::Html => Ok(html::write(file, words).into_bytes()),
    }
}
