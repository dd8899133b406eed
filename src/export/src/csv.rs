//! CSV: one row an item, RFC 4180, UTF-8 with a byte order mark, so that a spreadsheet takes it for what it is.

use crate::error::SaveError;
use farewell_orders::{Item, Order, OrderFile};

/// The columns, in their order.
const COLUMNS: [&str; 16] = [
    "order_id",
    "order_date",
    "status",
    "store",
    "item_id",
    "item",
    "variant",
    "quantity",
    "unit_price",
    "order_total",
    "currency",
    "order_total_text",
    "protection_until",
    "order_url",
    "item_url",
    "store_url",
];

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

pub(crate) fn write(file: &OrderFile) -> Result<Vec<u8>, SaveError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(COLUMNS)?;
    for order in &file.orders {
        // An order whose items are not named has one row all the same.
        let unnamed = [Item::default()];
        let items = if order.items.is_empty() {
            &unnamed[..]
        } else {
            &order.items
        };
        for (at, item) in items.iter().enumerate() {
            writer.write_record(row(order, item, at == 0).map(guarded))?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| SaveError::Buffer(error.to_string()))
}

/// The total and its text stand on an order's first row only: a column that is added up is then right.
fn row(order: &Order, item: &Item, is_first: bool) -> [String; COLUMNS.len()] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let on_first = |value: &Option<String>| if is_first { text(value) } else { String::new() };
    // An item's currency is that of its price; a row without a price has the total's.
    let currency = if item.unit_price.is_some() {
        &item.currency
    } else {
        &order.total.currency
    };
    [
        order.order_id.clone(),
        text(&order.order_date),
        text(&order.status),
        text(&order.store),
        text(&item.item_id),
        text(&item.item),
        text(&item.variant),
        item.quantity
            .map(|quantity| quantity.to_string())
            .unwrap_or_default(),
        text(&item.unit_price),
        on_first(&order.total.amount),
        text(currency),
        on_first(&order.total.text),
        text(&order.protection_until),
        text(&order.order_url),
        text(&item.item_url),
        text(&order.store_url),
    ]
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it; a number is none.
fn guarded(cell: String) -> String {
    let is_suspect = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_suspect && !is_number(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// `[+-]?digits[.digits]`
fn is_number(cell: &str) -> bool {
    let unsigned = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match unsigned.split_once('.') {
        None => is_digits(unsigned),
        Some((whole, cents)) => is_digits(whole) && is_digits(cents),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded_and_a_number_is_not() {
        for cell in [
            "=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx", "-", "+1e5", "-1.", "=1",
        ] {
            assert_eq!(guarded(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["-1.50", "+3", "12", "a=1", "", "'=1"] {
            assert_eq!(guarded(cell.to_owned()), cell);
        }
    }
}
