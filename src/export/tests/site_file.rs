//! The site's own file: what becomes of its rows, and which files are refused.

use farewell_export::{Refused, SiteFile, read_site_file};
use farewell_orders::{Field, Item, Order};
use rust_xlsxwriter::Workbook;

const COLUMNS: [&str; 8] = [
    "order_id",
    " Parent_OrderId ",
    "gmt_create_order_time",
    "order_status",
    "item_name",
    "unit_price",
    "payable_amt",
    "is_success_pay",
];

/// A file with these rows as text cells.
fn file(sheet: &str, rows: &[[&str; 8]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("Account")
        .expect("a name")
        .write_string(0, 0, "login_id")
        .expect("a cell");
    let orders = workbook.add_worksheet().set_name(sheet).expect("a name");
    for (at, row) in (0..).zip([&COLUMNS].into_iter().chain(rows)) {
        for (column, text) in (0..).zip(row) {
            orders.write_string(at, column, *text).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a file")
}

fn read(rows: &[[&str; 8]]) -> SiteFile {
    read_site_file(&file("Order Information", rows)).expect("it is the site's")
}

const TIME: &str = "2026-02-21 07:44:46";

#[test]
fn the_lines_of_an_order_become_one_order() {
    let read = read(&[
        [
            "8180000000000011",
            "8180000000000001",
            TIME,
            "FINISH",
            "Lamp",
            "617",
            "1234",
            "true",
        ],
        [
            "8180000000000012",
            "8180000000000001",
            TIME,
            "FINISH",
            "Bulb",
            "5",
            "1234",
            "true",
        ],
        [
            "8180000000000021",
            "0",
            TIME,
            "CANCEL",
            "Sock",
            "100",
            "0",
            "N",
        ],
        [
            "8180000000000031",
            "nan",
            TIME,
            "PLACE_ORDER_SUCCESS",
            "Hat",
            "",
            "",
            "",
        ],
        ["8180000000000041", "", TIME, "FINISH", "Cup", "1", "1", "1"],
    ]);
    let said = |order: &Order| {
        let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        let item = |item: &Item| format!("{} {}", or_none(&item.item), or_none(&item.unit_price));
        let items: Vec<String> = order.items.iter().map(item).collect();
        let (status, total) = (or_none(&order.status), or_none(&order.total.amount));
        format!("{} {status} {total}: {}", order.order_id, items.join(", "))
    };
    assert_eq!(
        read.orders.iter().map(said).collect::<Vec<_>>(),
        [
            "8180000000000001 FINISH 12.34: Lamp 6.17, Bulb 0.05",
            "8180000000000021 CANCEL 0.00: Sock 1.00",
            "8180000000000031 PLACE_ORDER_SUCCESS -: Hat -",
            "8180000000000041 FINISH 0.01: Cup 0.01",
        ]
    );
    let first = &read.orders[0];
    assert_eq!(first.order_date.as_deref(), Some("2026-02-21T07:44:46"));
    assert_eq!(
        (first.total.text.as_deref(), &first.total.currency),
        (Some("1234"), &None)
    );
    assert_eq!(
        (
            &first.store,
            &first.items[0].item_id,
            first.items[0].quantity,
            &first.items[0].currency
        ),
        (&None, &None, None, &None)
    );
    assert_eq!((read.skipped, read.unreadable.len()), (0, 0));
}

#[test]
fn number_cells_are_read_where_they_hold_the_whole_number() {
    let mut workbook = Workbook::new();
    let orders = workbook
        .add_worksheet()
        .set_name("Order Information")
        .expect("a name");
    for (column, name) in (0..).zip(COLUMNS) {
        orders.write_string(0, column, name).expect("a cell");
    }
    for (at, id) in [
        (1, 8_180_000_000_000_001_f64),
        (2, 8_180_000_000_000_000_512_f64),
    ] {
        orders.write_number(at, 0, id).expect("a cell");
        orders.write_string(at, 4, "Lamp").expect("a cell");
        orders.write_number(at, 6, 1234).expect("a cell");
    }
    let read =
        read_site_file(&workbook.save_to_buffer().expect("a file")).expect("it is the site's");
    assert_eq!(read.orders.len(), 1);
    assert_eq!(read.orders[0].order_id, "8180000000000001");
    assert_eq!(read.orders[0].total.amount.as_deref(), Some("12.34"));
    assert_eq!(read.skipped, 1);
}

#[test]
fn what_cannot_be_read_is_named() {
    let read = read(&[
        [
            "8180000000000011",
            "8180000000000001",
            "soon",
            "FINISH",
            "Lamp",
            "6.17",
            "1234",
            "true",
        ],
        [
            "8180000000000012",
            "8180000000000001",
            "soon",
            "FINISH",
            "Bulb",
            "5",
            "1300",
            "true",
        ],
        ["none", "", TIME, "FINISH", "Sock", "5", "5", "true"],
    ]);
    let named: Vec<_> = read
        .unreadable
        .iter()
        .map(|missed| (missed.field, missed.text.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            (Field::OrderDate, "soon"),
            (Field::OrderTotal, "1234 / 1300"),
            (Field::UnitPrice, "6.17")
        ]
    );
    assert_eq!(read.orders[0].total.amount, None);
    assert_eq!(read.skipped, 1);
}

#[test]
fn a_sheet_of_another_name_is_found_by_its_columns() {
    let rows = [[
        "8180000000000011",
        "",
        TIME,
        "FINISH",
        "Lamp",
        "1",
        "1",
        "true",
    ]];
    assert_eq!(
        read_site_file(&file("订单", &rows))
            .expect("it is the site's")
            .orders
            .len(),
        1
    );
}

#[test]
fn another_file_is_refused_with_its_reason() {
    let other = {
        let mut workbook = Workbook::new();
        workbook
            .add_worksheet()
            .write_string(0, 0, "budget")
            .expect("a cell");
        workbook.save_to_buffer().expect("a file")
    };
    assert_eq!(
        read_site_file(b"order_id,item_name\r\n"),
        Err(Refused::NotXlsx)
    );
    assert_eq!(read_site_file(b""), Err(Refused::NotXlsx));
    assert_eq!(
        read_site_file(&other[..other.len() / 2]),
        Err(Refused::NotXlsx)
    );
    assert_eq!(read_site_file(&other), Err(Refused::NotTheSites));
    assert_eq!(
        read_site_file(&file("Order Information", &[])),
        Err(Refused::Empty)
    );
    assert_eq!(
        read_site_file(&vec![0; (64 << 20) + 1]),
        Err(Refused::TooLarge)
    );
}

#[test]
fn amounts_that_a_program_has_held_as_numbers_are_hundredths_too() {
    let id = "8180000000000001";
    let read = read(&[[id, "0", TIME, "FINISH", "Lamp", "617.0", "1234.0", "true"]]);
    let [order] = &read.orders[..] else {
        panic!("one order")
    };
    assert_eq!(order.total.amount.as_deref(), Some("12.34"));
    assert_eq!(order.items[0].unit_price.as_deref(), Some("6.17"));
    assert_eq!(read.unreadable, []);
}
