//! What can go wrong, each with the next step in it.

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No such format.
    #[error("{0:?} is none of csv, json, xlsx and html; choose one of them")]
    Format(String),
    /// No such day.
    #[error("{0:?} is no day; it has to be YYYY-MM-DD")]
    Day(String),
    /// The CSV writer.
    #[error("the CSV file could not be written ({0}); save as JSON instead")]
    Csv(#[from] ::csv::Error),
    /// The JSON writer.
    #[error("the JSON file could not be written ({0}); save as CSV instead")]
    Json(#[from] serde_json::Error),
    /// The XLSX writer.
    #[error("the XLSX file could not be written ({0}); save as CSV instead")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The memory for a file.
    #[error("the file could not be put together ({0}); close other pages and try again")]
    Buffer(String),
}

/// Why a file that was given is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no spreadsheet, or a broken one.
    #[error(
        "this is no .xlsx file, or it is broken; take the file as AliExpress gave it, unopened"
    )]
    NotXlsx,
    /// A spreadsheet of something else.
    #[error(
        "this spreadsheet has no orders of AliExpress in it; take the one named aliexpress_user_data_backup_….xlsx"
    )]
    NotTheSites,
    /// The site's, with no order in it.
    #[error("this file has no orders in it; ask AliExpress for it again, or save the list instead")]
    Empty,
    /// Larger than a person's orders can be.
    #[error("this file is larger than any such file can be; take the one that AliExpress gave")]
    TooLarge,
}

impl Refused {
    /// The word by which the page knows its sentence.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotXlsx => "not-xlsx",
            Self::NotTheSites => "not-the-sites",
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
        }
    }
}
