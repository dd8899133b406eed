//! The site's own file ("Privacy, Download Data", `aliexpress_user_data_backup_*.xlsx`), read into orders.
//!
//! Facts: two independent programs that read it, 2025-12 and 2026-02 [B]. One row is a line of an order; `parent_orderid` is the
//! order. Amounts are hundredths without a currency. A total is repeated on each line. What time zone the times are in is not
//! said. Headers may come with spaces or capitals.

use crate::error::Refused;
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use farewell_orders::{Field, Item, Order, Total, Unreadable, is_order_id, order_url, read_date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The sheet of the orders; where it has another name, the first sheet with the columns of orders.
const SHEET: &str = "order information";

/// Columns without which it is not the site's file.
const NEEDED: [&str; 3] = ["order_id", "gmt_create_order_time", "item_name"];

/// The most bytes that are looked at: fifty times a file of 5,000 orders.
const LARGEST: usize = 64 << 20;

/// From here on a number cell no longer holds every whole number.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What was read from the site's file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SiteFile {
    /// One for each order, in the order of the file.
    pub orders: Vec<Order>,
    /// What is in the file but can't be read.
    pub unreadable: Vec<Unreadable>,
    /// Rows without an order's number.
    pub skipped: u32,
}

/// Reads the site's file.
///
/// # Errors
/// [`Refused`] for any other file.
pub fn read_site_file(bytes: &[u8]) -> Result<SiteFile, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let mut workbook: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Refused::NotXlsx)?;
    let mut names = workbook.sheet_names();
    names.sort_by_key(|name| !name.trim().eq_ignore_ascii_case(SHEET));
    for name in names {
        let range = workbook
            .worksheet_range(&name)
            .map_err(|_| Refused::NotXlsx)?;
        if let Some(table) = Table::of(&range) {
            let file = table.read();
            return if file.orders.is_empty() {
                Err(Refused::Empty)
            } else {
                Ok(file)
            };
        }
    }
    Err(Refused::NotTheSites)
}

/// A sheet with the columns of orders.
struct Table<'a> {
    range: &'a Range<Data>,
    columns: BTreeMap<String, usize>,
}

impl<'a> Table<'a> {
    fn of(range: &'a Range<Data>) -> Option<Self> {
        let head = range.rows().next()?;
        let columns: BTreeMap<String, usize> = head
            .iter()
            .enumerate()
            .map(|(at, cell)| (text(cell).unwrap_or_default().to_lowercase(), at))
            .collect();
        NEEDED
            .iter()
            .all(|name| columns.contains_key(*name))
            .then_some(Self { range, columns })
    }

    fn read(&self) -> SiteFile {
        let mut file = SiteFile::default();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut lines: Vec<Vec<&[Data]>> = Vec::new();
        for row in self
            .range
            .rows()
            .skip(1)
            .filter(|row| row.iter().any(|cell| text(cell).is_some()))
        {
            let id = |column| {
                self.cell(row, column)
                    .and_then(number_text)
                    .filter(|id| is_order_id(id))
            };
            let Some(id) = id("parent_orderid").or_else(|| id("order_id")) else {
                file.skipped += 1;
                continue;
            };
            let place = *places.entry(id.clone()).or_insert_with(|| {
                file.orders.push(Order {
                    order_url: Some(order_url(&id)),
                    order_id: id,
                    ..Order::default()
                });
                lines.push(Vec::new());
                lines.len() - 1
            });
            lines[place].push(row);
        }
        for (order, rows) in file.orders.iter_mut().zip(lines) {
            self.fill(order, &rows, &mut file.unreadable);
        }
        file
    }

    fn cell(&self, row: &'a [Data], column: &str) -> Option<&'a Data> {
        row.get(*self.columns.get(column)?)
    }

    /// The different texts that the rows have in a column, in their order.
    fn texts(&self, rows: &[&'a [Data]], column: &str) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for text in rows
            .iter()
            .filter_map(|row| self.cell(row, column).and_then(text))
        {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }

    fn fill(&self, order: &mut Order, rows: &[&'a [Data]], unreadable: &mut Vec<Unreadable>) {
        let mut miss = |field, text: &str| {
            unreadable.push(Unreadable {
                order_id: order.order_id.clone(),
                field,
                text: text.to_owned(),
            });
        };
        let dates = self.texts(rows, "gmt_create_order_time");
        if let Some(text) = dates.first() {
            order.order_date = read_date(text, None).map(|moment| moment.iso());
            if order.order_date.is_none() {
                miss(Field::OrderDate, text);
            }
        }
        order.status =
            Some(self.texts(rows, "order_status").join(" / ")).filter(|status| !status.is_empty());
        order.total = total(&self.texts(rows, "payable_amt"), &mut miss);
        for row in rows {
            let price = self.cell(row, "unit_price").and_then(text);
            let unit_price = price.as_deref().and_then(hundredths);
            if let (Some(text), None) = (&price, &unit_price) {
                miss(Field::UnitPrice, text);
            }
            order.items.push(Item {
                item: self.cell(row, "item_name").and_then(text),
                unit_price,
                ..Item::default()
            });
        }
    }
}

/// A total that all lines repeat. Where they differ it is not known what they are, so none is given.
fn total(texts: &[String], miss: &mut impl FnMut(Field, &str)) -> Total {
    let text = Some(texts.join(" / ")).filter(|text| !text.is_empty());
    let amount = match texts {
        [only] => hundredths(only),
        _ => None,
    };
    if let (Some(text), None) = (&text, &amount) {
        miss(Field::OrderTotal, text);
    }
    Total {
        amount,
        currency: None,
        text,
    }
}

/// A whole number of hundredths as decimal figures; programs that have held it as a number may have written "1234.0".
fn hundredths(text: &str) -> Option<String> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let (sign, figures) = text
        .strip_prefix('-')
        .map_or(("", text), |figures| ("-", figures));
    let is_whole = !figures.is_empty()
        && figures.len() <= 15
        && figures.bytes().all(|byte| byte.is_ascii_digit());
    let number: u64 = figures.parse().ok().filter(|_| is_whole)?;
    let sign = if number == 0 { "" } else { sign };
    Some(format!("{sign}{}.{:02}", number / 100, number % 100))
}

/// A cell's text; `None` for an empty one, an error, and what other programs write for nothing.
fn text(cell: &Data) -> Option<String> {
    let text = match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            text.trim().to_owned()
        }
        Data::Float(number) if number.fract() == 0.0 && number.abs() < EXACT => {
            format!("{number:.0}")
        }
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(_) => moment(cell)?,
        _ => return None,
    };
    (!text.is_empty() && !text.eq_ignore_ascii_case("nan")).then_some(text)
}

/// The text of a number; `None` where the cell can't hold the number exactly, so that it may be another.
fn number_text(cell: &Data) -> Option<String> {
    match cell {
        Data::Float(number) if number.abs() >= EXACT => None,
        other => {
            text(other).map(|text| text.strip_suffix(".0").map_or(text.clone(), str::to_owned))
        }
    }
}

/// A date cell as `YYYY-MM-DD HH:MM:SS`.
fn moment(cell: &Data) -> Option<String> {
    let (year, month, day, hour, minute, second, _) = cell.get_datetime()?.to_ymd_hms_milli();
    Some(format!(
        "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
    ))
}
