//! XLSX: a sheet of orders and a sheet of items, with real dates and numbers. Texts are string cells, so nothing is a formula.

use crate::error::SaveError;
use crate::moment::Moment;
use farewell_orders::{Item, Order, OrderFile};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::collections::BTreeMap;

const ORDER_COLUMNS: [&str; 10] = [
    "order_id",
    "order_date",
    "status",
    "store",
    "order_total",
    "currency",
    "order_total_text",
    "protection_until",
    "order_url",
    "store_url",
];

const ITEM_COLUMNS: [&str; 8] = [
    "order_id",
    "item_id",
    "item",
    "variant",
    "quantity",
    "unit_price",
    "currency",
    "item_url",
];

/// The most UTF-16 units that a cell of the format can hold.
const CELL_LENGTH: usize = 32_767;

/// The most figures that a number cell keeps exactly.
const EXACT_FIGURES: usize = 15;

pub(crate) fn write(file: &OrderFile) -> Result<Vec<u8>, SaveError> {
    let mut workbook = Workbook::new();
    let formats = Formats::new();
    let mut orders = Writer::new(workbook.add_worksheet(), "orders", &ORDER_COLUMNS, &formats)?;
    for order in &file.orders {
        orders.order(order)?;
    }
    let mut items = Writer::new(workbook.add_worksheet(), "items", &ITEM_COLUMNS, &formats)?;
    for order in &file.orders {
        for item in &order.items {
            items.item(&order.order_id, item)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The looks of cells. A look is made once: each new one would be compared with all others.
struct Formats {
    head: Format,
    dates: [Format; 3],
    numbers: BTreeMap<usize, Format>,
}

impl Formats {
    fn new() -> Self {
        let as_written = |pattern: &str| Format::new().set_num_format(pattern);
        Self {
            head: Format::new().set_bold(),
            dates: ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", "yyyy-mm-dd hh:mm:ss"].map(as_written),
            numbers: (0..=3)
                .map(|cents| {
                    (
                        cents,
                        as_written(&if cents == 0 {
                            "0".to_owned()
                        } else {
                            format!("0.{}", "0".repeat(cents))
                        }),
                    )
                })
                .collect(),
        }
    }
}

/// A sheet that is written row by row.
struct Writer<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a Formats,
    row: u32,
}

impl<'a> Writer<'a> {
    fn new(
        sheet: &'a mut Worksheet,
        name: &str,
        columns: &[&str],
        formats: &'a Formats,
    ) -> Result<Self, SaveError> {
        sheet.set_name(name)?;
        for (column, name) in (0..).zip(columns) {
            sheet.write_string_with_format(0, column, *name, &formats.head)?;
            sheet.set_column_width(column, 20)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(Self {
            sheet,
            formats,
            row: 0,
        })
    }

    fn order(&mut self, order: &Order) -> Result<(), SaveError> {
        self.row += 1;
        self.text(0, Some(&order.order_id))?;
        self.date(1, order.order_date.as_deref())?;
        self.text(2, order.status.as_deref())?;
        self.text(3, order.store.as_deref())?;
        self.number(4, order.total.amount.as_deref())?;
        self.text(5, order.total.currency.as_deref())?;
        self.text(6, order.total.text.as_deref())?;
        self.date(7, order.protection_until.as_deref())?;
        self.text(8, order.order_url.as_deref())?;
        self.text(9, order.store_url.as_deref())
    }

    fn item(&mut self, order_id: &str, item: &Item) -> Result<(), SaveError> {
        self.row += 1;
        self.text(0, Some(order_id))?;
        self.text(1, item.item_id.as_deref())?;
        self.text(2, item.item.as_deref())?;
        self.text(3, item.variant.as_deref())?;
        if let Some(quantity) = item.quantity {
            self.sheet.write_number(self.row, 4, quantity)?;
        }
        self.number(5, item.unit_price.as_deref())?;
        self.text(6, item.currency.as_deref())?;
        self.text(7, item.item_url.as_deref())
    }

    fn text(&mut self, column: u16, text: Option<&str>) -> Result<(), SaveError> {
        let Some(text) = text else {
            return Ok(());
        };
        self.sheet.write_string(self.row, column, fitting(text))?;
        Ok(())
    }

    /// A number where it stays what it is, else its text.
    fn number(&mut self, column: u16, amount: Option<&str>) -> Result<(), SaveError> {
        let Some(amount) = amount else {
            return Ok(());
        };
        let figures = amount.bytes().filter(u8::is_ascii_digit).count();
        let cents = amount.split_once('.').map_or(0, |(_, cents)| cents.len());
        match (amount.parse::<f64>(), self.formats.numbers.get(&cents)) {
            (Ok(number), Some(format)) if figures <= EXACT_FIGURES => {
                self.sheet
                    .write_number_with_format(self.row, column, number, format)?;
                Ok(())
            }
            _ => self.text(column, Some(amount)),
        }
    }

    fn date(&mut self, column: u16, iso: Option<&str>) -> Result<(), SaveError> {
        let Some(iso) = iso else {
            return Ok(());
        };
        let Some(Moment {
            day: (year, month, day),
            time,
        }) = Moment::parse(iso)
        else {
            return self.text(column, Some(iso));
        };
        let date = ExcelDateTime::from_ymd(year, month, day)?;
        let (date, look) = match time {
            None => (date, 0),
            Some((hour, minute, second, with_seconds)) => (
                date.and_hms(hour, minute, second)?,
                if with_seconds { 2 } else { 1 },
            ),
        };
        self.sheet.write_datetime_with_format(
            self.row,
            column,
            &date,
            &self.formats.dates[look],
        )?;
        Ok(())
    }
}

/// The text as far as a cell can hold it.
fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > CELL_LENGTH
    });
    end.map_or(text, |(at, _)| &text[..at])
}
