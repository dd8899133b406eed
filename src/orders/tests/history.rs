//! What becomes of the orders that were read: each once, the newest first, counted, judged, and merged with the site's own file.

use farewell_orders::before::{RowState, earliest};
use farewell_orders::{
    Batch, Field, History, Item, Order, OrderFile, Page, ShownItem, ShownOrder, Total,
};
use proptest::prelude::*;

fn page(of: Option<u32>) -> Page {
    Page {
        language: Some("en".into()),
        period: Some("last 2 years".into()),
        is_longest: true,
        of,
        ended: true,
        at: 1.0,
        ..Page::default()
    }
}

fn shown(id: u64, date: &str, status: &str) -> ShownOrder {
    ShownOrder {
        id: (8_180_000_000_000_000 + id).to_string(),
        date: (!date.is_empty()).then(|| format!("Order date: {date}")),
        status: Some(status.into()),
        total: Some("Total: US $12.34".into()),
        ..ShownOrder::default()
    }
}

fn read(page: &Page, orders: &[ShownOrder]) -> History {
    History::read([&Batch {
        page: page.clone(),
        orders: orders.to_vec(),
    }])
}

fn tails(history: &History) -> Vec<&str> {
    history
        .orders()
        .iter()
        .map(|order| {
            order
                .order_id
                .trim_start_matches("8180000000")
                .trim_start_matches('0')
        })
        .collect()
}

#[test]
fn an_order_is_read_as_the_file_wants_it() {
    let order = ShownOrder {
        store: Some(" Bright Lamps Store ".into()),
        store_url: Some("//www.aliexpress.com/store/1101?spm=a2g0o".into()),
        protection: Some("Refund if no delivery before Oct 15, 2026".into()),
        items: vec![ShownItem {
            name: Some("LED lamp".into()),
            variant: Some("Warm white, 5 W".into()),
            quantity: Some("x2".into()),
            price: Some("US $6.17".into()),
            url: Some(
                "//www.aliexpress.com/item/1005001234567890.html?gatewayAdapt=glo2usa".into(),
            ),
            ..ShownItem::default()
        }],
        ..shown(7, "May 3, 2026", "Completed")
    };
    let history = read(&page(Some(1)), &[order]);
    let expected = Order {
        order_id: "8180000000000007".into(),
        order_date: Some("2026-05-03".into()),
        status: Some("Completed".into()),
        store: Some("Bright Lamps Store".into()),
        store_url: Some("https://www.aliexpress.com/store/1101".into()),
        order_url: Some(
            "https://www.aliexpress.com/p/order/detail.html?orderId=8180000000000007".into(),
        ),
        total: Total {
            amount: Some("12.34".into()),
            currency: Some("USD".into()),
            text: Some("Total: US $12.34".into()),
        },
        protection_until: Some("2026-10-15".into()),
        items: vec![Item {
            item_id: Some("1005001234567890".into()),
            item: Some("LED lamp".into()),
            variant: Some("Warm white, 5 W".into()),
            quantity: Some(2),
            unit_price: Some("6.17".into()),
            currency: Some("USD".into()),
            item_url: Some("https://www.aliexpress.com/item/1005001234567890.html".into()),
        }],
    };
    assert_eq!(history.orders(), [expected]);
    assert_eq!(history.unreadable(), []);
}

#[test]
fn what_cannot_be_read_is_named_and_its_text_kept() {
    let order = ShownOrder {
        total: Some("about $5".into()),
        protection: Some("15 days left".into()),
        items: vec![ShownItem {
            quantity: Some("two".into()),
            price: Some("€1.2345".into()),
            ..ShownItem::default()
        }],
        ..shown(1, "Jul 15", "Completed")
    };
    let history = read(&page(None), &[order]);
    let named: Vec<(Field, &str)> = history
        .unreadable()
        .iter()
        .map(|missed| (missed.field, missed.text.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            (Field::OrderDate, "Order date: Jul 15"),
            (Field::ProtectionUntil, "15 days left"),
            (Field::Currency, "about $5"),
            (Field::UnitPrice, "€1.2345"),
            (Field::Quantity, "two"),
        ]
    );
    let [order] = history.orders() else {
        panic!("one order")
    };
    assert_eq!(
        (
            order.total.amount.as_deref(),
            order.total.currency.as_deref()
        ),
        (Some("5"), None)
    );
    assert_eq!(order.total.text.as_deref(), Some("about $5"));
    assert_eq!(
        (
            &order.order_date,
            &order.items[0].unit_price,
            order.items[0].quantity
        ),
        (&None, &None, None)
    );
}

#[test]
fn what_is_not_shown_is_empty_and_not_unreadable() {
    let history = read(
        &page(None),
        &[ShownOrder {
            id: "8180000000000001".into(),
            ..ShownOrder::default()
        }],
    );
    let [order] = history.orders() else {
        panic!("one order")
    };
    assert_eq!(
        (&order.order_date, &order.status, &order.total),
        (&None, &None, &Total::default())
    );
    assert_eq!(history.unreadable(), []);
}

#[test]
fn what_is_no_order_is_none() {
    for id in [
        "",
        "12",
        "81800000000a0001",
        "٨١٨٠٠٠٠٠٠٠٠٠",
        "=HYPERLINK(1)",
    ] {
        assert!(
            read(
                &page(None),
                &[ShownOrder {
                    id: id.into(),
                    ..ShownOrder::default()
                }]
            )
            .orders()
            .is_empty(),
            "{id}"
        );
    }
}

#[test]
fn the_newest_order_comes_first_and_one_without_a_date_stays_in_its_place() {
    let orders = [
        shown(1, "May 3, 2026", "Completed"),
        shown(2, "", "Completed"),
        shown(3, "May 1, 2026", "Completed"),
        shown(4, "Jun 9, 2026", "Completed"),
    ];
    assert_eq!(tails(&read(&page(None), &orders)), ["4", "1", "2", "3"]);
}

#[test]
fn an_order_that_comes_again_is_there_once_with_all_that_was_read_of_it() {
    let first = Batch {
        page: page(None),
        orders: vec![ShownOrder {
            store: Some("S".into()),
            ..shown(1, "May 3, 2026", "Shipped")
        }],
    };
    let again = Batch {
        page: page(None),
        orders: vec![
            shown(1, "May 3, 2026", "Completed"),
            shown(2, "May 2, 2026", "Completed"),
        ],
    };
    let history = History::read([&first, &again]);
    assert_eq!(tails(&history), ["1", "2"]);
    assert_eq!(history.orders()[0].status.as_deref(), Some("Completed"));
    assert_eq!(history.orders()[0].store.as_deref(), Some("S"));
}

#[test]
fn complete_is_only_what_was_read_in_full_in_the_longest_period() {
    let orders = [
        shown(1, "May 3, 2026", "Completed"),
        shown(2, "May 2, 2026", "Completed"),
    ];
    let complete = |page: Page| read(&page, &orders).counts().complete;
    assert!(complete(page(Some(2))));
    assert!(!complete(page(Some(3))));
    assert!(!complete(page(None)));
    assert!(!complete(Page {
        is_longest: false,
        ..page(Some(2))
    }));
    assert!(!complete(Page {
        is_narrowed: true,
        ..page(Some(2))
    }));
    assert!(!complete(Page {
        is_deleted: true,
        ..page(Some(2))
    }));
}

#[test]
fn deleted_orders_are_kept_and_do_not_count() {
    let listed = Batch {
        page: page(Some(1)),
        orders: vec![shown(1, "May 3, 2026", "Completed")],
    };
    let deleted = Batch {
        page: Page {
            is_deleted: true,
            ..page(None)
        },
        orders: vec![shown(2, "May 9, 2026", "Shipped")],
    };
    let history = History::read([&listed, &deleted]);
    assert_eq!(tails(&history), ["2", "1"]);
    let counts = history.counts();
    assert_eq!(
        (counts.seen, counts.of, counts.complete),
        (1, Some(1), true)
    );
    assert_eq!(history.row().state, RowState::Clear);
}

#[test]
fn a_search_that_finds_an_older_order_makes_nothing_complete() {
    let listed = Batch {
        page: page(Some(2)),
        orders: vec![shown(1, "May 3, 2026", "Completed")],
    };
    let searched = Batch {
        page: Page {
            is_narrowed: true,
            ..page(Some(9))
        },
        orders: vec![shown(2, "May 9, 2021", "Completed")],
    };
    let counts = History::read([&listed, &searched]).counts();
    assert_eq!(
        (counts.seen, counts.of, counts.complete),
        (2, Some(2), false)
    );
}

#[test]
fn the_orders_row_is_open_where_one_is_under_way_and_clear_only_where_all_are_known() {
    let row = |page: &Page, orders: &[ShownOrder]| read(page, orders).row();
    let done = shown(1, "May 3, 2026", "Completed");
    let open = ShownOrder {
        protection: Some("until Dec 1, 2026".into()),
        ..shown(2, "May 2, 2026", "Awaiting delivery")
    };
    assert_eq!(
        row(&page(Some(1)), std::slice::from_ref(&done)).state,
        RowState::Clear
    );
    assert_eq!(
        row(&page(Some(2)), std::slice::from_ref(&done)).state,
        RowState::Unknown
    );
    assert_eq!(row(&page(Some(0)), &[]).state, RowState::Clear);
    assert_eq!(row(&page(None), &[]).state, RowState::Unknown);
    assert_eq!(
        row(
            &Page {
                is_longest: false,
                ..page(Some(1))
            },
            std::slice::from_ref(&done)
        )
        .state,
        RowState::Unknown
    );
    let strange = shown(3, "May 3, 2026", "Foo");
    assert_eq!(row(&page(Some(1)), &[strange]).state, RowState::Unknown);
    let both = row(&page(None), &[done, open]);
    assert_eq!((both.state, both.open, both.seen), (RowState::Open, 1, 2));
    assert_eq!(earliest([&both]).as_deref(), Some("2026-12-01"));
}

#[test]
fn the_list_comes_before_the_sites_own_file() {
    let listed = read(&page(Some(1)), &[shown(1, "May 3, 2026", "Completed")]);
    let filed = |id: u64, date: &str, status: &str| Order {
        order_id: (8_180_000_000_000_000 + id).to_string(),
        order_date: Some(date.into()),
        status: Some(status.into()),
        total: Total {
            amount: Some("99.00".into()),
            currency: None,
            text: Some("9900".into()),
        },
        items: vec![Item {
            item: Some("Lamp".into()),
            ..Item::default()
        }],
        ..Order::default()
    };
    let both = listed.with_site_file(
        vec![
            filed(1, "2026-05-03T07:44:46", "FINISH"),
            filed(2, "2026-06-01T01:00:00", "FINISH"),
        ],
        vec![],
        None,
    );
    assert_eq!(tails(&both), ["2", "1"]);
    let [second, first] = both.orders() else {
        panic!("two orders")
    };
    assert_eq!(
        (first.status.as_deref(), first.order_date.as_deref()),
        (Some("Completed"), Some("2026-05-03"))
    );
    assert_eq!(
        (
            first.total.amount.as_deref(),
            first.total.currency.as_deref()
        ),
        (Some("12.34"), Some("USD"))
    );
    assert_eq!(first.items.len(), 1);
    assert_eq!(
        (second.total.amount.as_deref(), &second.total.currency),
        (Some("99.00"), &None)
    );
    assert!(!both.counts().complete);
}

#[test]
fn the_json_has_the_contracts_names() {
    let file = OrderFile::of(
        &read(&page(Some(1)), &[shown(1, "May 3, 2026", "Completed")]),
        "2026-11-30T10:00:00Z",
    );
    let json = serde_json::to_value(&file).expect("it is plain data");
    let keys: Vec<&String> = json.as_object().expect("an object").keys().collect();
    for key in [
        "schema",
        "saved_at",
        "account_language",
        "period",
        "seen",
        "of",
        "complete",
        "ended",
        "unreadable",
        "orders",
    ] {
        assert!(keys.iter().any(|known| *known == key), "{key}");
    }
    assert_eq!(keys.len(), 10);
    assert_eq!(json["orders"][0]["total"]["amount"], "12.34");
    assert!(json["orders"][0]["protection_until"].is_null());
}

proptest! {
    #[test]
    fn each_order_is_there_once_whatever_the_batches(ids in proptest::collection::vec((0_u64..40, 1_u32..29), 0..80), cut in 0_usize..80) {
        let orders: Vec<ShownOrder> = ids.iter().map(|(id, day)| shown(*id, &format!("May {day}, 2026"), "Completed")).collect();
        let (first, second) = orders.split_at(cut.min(orders.len()));
        let batches = [Batch { page: page(None), orders: first.to_vec() }, Batch { page: page(None), orders: second.to_vec() }];
        let history = History::read(&batches);
        let mut expected: Vec<u64> = ids.iter().map(|(id, _)| *id).collect();
        expected.sort_unstable();
        expected.dedup();
        let mut found: Vec<u64> = history.orders().iter().map(|order| order.order_id.parse::<u64>().unwrap() - 8_180_000_000_000_000).collect();
        let dates: Vec<_> = history.orders().iter().map(|order| order.order_date.clone()).collect();
        prop_assert!(dates.is_sorted_by(|a, b| a >= b));
        found.sort_unstable();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn cents_that_only_their_look_keeps_apart_are_cents_or_nothing() {
    for (total, parts, amount) in [
        ("R$13274", ["132", "74"], Some("132.74")),
        ("R$1.23456", ["1.234", "56"], Some("1234.56")),
        ("￥1234", ["12", "34"], None),
        ("R$13274", ["132", "75"], None),
    ] {
        let order = ShownOrder {
            total: Some(total.into()),
            total_parts: Some(parts.map(str::to_owned)),
            ..shown(1, "May 3, 2026", "Completed")
        };
        let page = Page {
            currency: Some("JPY".into()),
            ..page(None)
        };
        let history = read(&page, &[order]);
        let found = &history.orders()[0].total;
        assert_eq!(found.amount.as_deref(), amount, "{total} {parts:?}");
        assert_eq!(found.text.as_deref(), Some(total));
        assert_eq!(history.unreadable().is_empty(), amount.is_some());
    }
}

#[test]
fn the_text_of_a_total_is_the_pages_in_its_own_signs() {
    let text = "\u{200f}١٬٢٣٤٫٥٦\u{a0}د.إ.\u{200f}";
    let order = ShownOrder {
        total: Some(format!(" {text}\n")),
        ..shown(1, "May 3, 2026", "Completed")
    };
    let history = read(&page(None), &[order]);
    let total = &history.orders()[0].total;
    assert_eq!(total.text.as_deref(), Some(text));
    assert_eq!(total.amount.as_deref(), Some("1234.56"));
}
