//! What every saved file promises. That other programs read the same out of it is shown by `npm run export-check`.

use farewell_export::{Format, HtmlWords, calendar, write};
use farewell_orders::{Item, Order, OrderFile, Total};
use proptest::prelude::*;

fn order(id: &str, items: Vec<Item>) -> Order {
    Order {
        order_id: id.into(),
        order_date: Some("2026-05-03".into()),
        status: Some("Completed".into()),
        store: Some("=Store".into()),
        order_url: Some(format!(
            "https://www.aliexpress.com/p/order/detail.html?orderId={id}"
        )),
        total: Total {
            amount: Some("12.34".into()),
            currency: Some("USD".into()),
            text: Some("US $12.34".into()),
        },
        items,
        ..Order::default()
    }
}

fn item(name: &str, price: Option<&str>) -> Item {
    Item {
        item: Some(name.into()),
        unit_price: price.map(Into::into),
        currency: price.map(|_| "EUR".into()),
        ..Item::default()
    }
}

fn saved(format: Format, orders: Vec<Order>) -> String {
    let file = OrderFile {
        orders,
        ..OrderFile::default()
    };
    String::from_utf8(write(format, &file, &HtmlWords::default()).expect("it can be written"))
        .expect("it is text")
}

#[test]
fn a_csv_file_has_one_row_an_item_and_the_total_once() {
    let items = vec![item("A, \"b\"", Some("1.50")), item("line\nbreak", None)];
    let text = saved(
        Format::Csv,
        vec![
            order("8180000000000001", items),
            order("8180000000000002", vec![]),
        ],
    );
    let url = "https://www.aliexpress.com/p/order/detail.html?orderId=818000000000000";
    let rows = [
        "\u{feff}order_id,order_date,status,store,item_id,item,variant,quantity,unit_price,order_total,currency,order_total_text,protection_until,order_url,item_url,store_url\r\n".to_owned(),
        format!("8180000000000001,2026-05-03,Completed,'=Store,,\"A, \"\"b\"\"\",,,1.50,12.34,EUR,US $12.34,,{url}1,,\r\n"),
        format!("8180000000000001,2026-05-03,Completed,'=Store,,\"line\nbreak\",,,,,USD,,,{url}1,,\r\n"),
        format!("8180000000000002,2026-05-03,Completed,'=Store,,,,,,12.34,USD,US $12.34,,{url}2,,\r\n"),
    ];
    assert_eq!(text, rows.concat());
}

#[test]
fn without_orders_each_format_is_a_whole_file_all_the_same() {
    for format in Format::ALL {
        let bytes =
            write(format, &OrderFile::default(), &HtmlWords::default()).expect("it can be written");
        assert!(!bytes.is_empty(), "{format:?}");
    }
}

#[test]
fn a_printable_page_escapes_what_the_site_wrote_and_has_no_script() {
    let hostile = order(
        "8180000000000001",
        vec![item(
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            None,
        )],
    );
    let hostile = Order {
        store: Some("\"><script>".into()),
        store_url: Some("javascript:alert(1)".into()),
        ..hostile
    };
    let text = saved(Format::Html, vec![hostile]);
    assert!(
        !text.contains("<script") && !text.contains("<img") && !text.contains("javascript:"),
        "{text}"
    );
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn an_unknown_format_is_an_error_that_names_the_known_ones() {
    let error = Format::parse("pdf")
        .expect_err("there is no such format")
        .to_string();
    assert!(error.contains("pdf") && error.contains("xlsx"), "{error}");
}

#[test]
fn a_calendar_file_has_one_whole_day() {
    let text = calendar(
        "2026-12-01",
        "20261130T101500Z",
        "Leave, now",
        "All; is\nsettled",
    )
    .expect("it is a day");
    for line in [
        "BEGIN:VCALENDAR\r\n",
        "UID:20261201@farewell.example\r\n",
        "DTSTAMP:20261130T101500Z\r\n",
        "DTSTART;VALUE=DATE:20261201\r\n",
        "SUMMARY:Leave\\, now\r\n",
        "DESCRIPTION:All\\; is\\nsettled\r\n",
        "END:VCALENDAR\r\n",
    ] {
        assert!(text.contains(line), "{line:?} in {text}");
    }
    assert!(calendar("soon", "20261130T101500Z", "", "").is_err());
}

proptest! {
    #[test]
    fn no_text_of_the_site_breaks_a_file(text in any::<String>(), amount in "[0-9]{1,20}(\\.[0-9]{1,4})?") {
        let mut hostile = order("8180000000000001", vec![Item { variant: Some(text.clone()), unit_price: Some(amount), ..item(&text, None) }]);
        hostile.status = Some(text.clone());
        hostile.order_date = Some(text);
        let file = OrderFile { orders: vec![hostile], ..OrderFile::default() };
        for format in Format::ALL {
            prop_assert!(write(format, &file, &HtmlWords::default()).is_ok(), "{:?}", format);
        }
    }
}
