//! From what a page shows of an order to what is saved of it.

use crate::date::read_date;
use crate::fold::fold;
use crate::money::{Money, PageMoney, read_money, read_parts};
use crate::order::{Field, Item, Order, Total, Unreadable};
use crate::page::{Page, ShownItem, ShownOrder};

/// The most figures that an order's or item's number may have; the site's have 16 to 19.
const ID_LENGTH: std::ops::RangeInclusive<usize> = 6..=24;

/// Reads a shown order. `None` where its number is none: then it is no order. Beside it, what is on the page but can't be read.
#[must_use]
pub fn judge(page: &Page, shown: &ShownOrder) -> Option<(Order, Vec<Unreadable>)> {
    let order_id = is_order_id(&shown.id).then(|| shown.id.clone())?;
    let mut reading = Reading {
        page,
        order_id: &order_id,
        unreadable: Vec::new(),
    };
    let order_date = reading.date(Field::OrderDate, shown.date.as_deref());
    let protection_until = reading.date(Field::ProtectionUntil, shown.protection.as_deref());
    let total_text = said(shown.total.as_deref());
    let total = reading.money(
        Field::OrderTotal,
        total_text.as_deref(),
        shown.total_parts.as_ref(),
    );
    let items = shown.items.iter().map(|item| reading.item(item)).collect();
    let unreadable = reading.unreadable;
    let order = Order {
        order_date,
        status: said(shown.status.as_deref()),
        store: said(shown.store.as_deref()),
        store_url: shown.store_url.as_deref().and_then(without_query),
        order_url: Some(
            own_order_url(shown.order_url.as_deref()).unwrap_or_else(|| order_url(&order_id)),
        ),
        total: Total {
            text: total_text,
            ..total
        },
        protection_until,
        items,
        order_id,
    };
    Some((order, unreadable))
}

/// Whether a text is the number of an order: figures alone, as many as the site's numbers may have.
#[must_use]
pub fn is_order_id(text: &str) -> bool {
    ID_LENGTH.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The address of an order's page.
#[must_use]
pub fn order_url(order_id: &str) -> String {
    format!("https://www.aliexpress.com/p/order/detail.html?orderId={order_id}")
}

struct Reading<'a> {
    page: &'a Page,
    order_id: &'a str,
    unreadable: Vec<Unreadable>,
}

impl Reading<'_> {
    fn miss(&mut self, field: Field, text: &str) {
        let order_id = self.order_id.to_owned();
        self.unreadable.push(Unreadable {
            order_id,
            field,
            text: text.to_owned(),
        });
    }

    fn date(&mut self, field: Field, text: Option<&str>) -> Option<String> {
        let text = said(text)?;
        let found = read_date(&text, self.page.language.as_deref());
        if found.is_none() {
            self.miss(field, &text);
        }
        found.map(|moment| moment.iso())
    }

    fn money(&mut self, field: Field, text: Option<&str>, parts: Option<&[String; 2]>) -> Total {
        let Some(text) = text else {
            return Total::default();
        };
        let page = PageMoney {
            language: self.page.language.as_deref(),
            currency: self.page.currency.as_deref(),
        };
        // Where the page sets the cents apart by their look alone, the text without that look is another amount.
        let found = match parts {
            Some([whole, cents]) => read_parts(text, whole, cents, page),
            None => read_money(text, page),
        };
        let Some(Money {
            amount,
            currency,
            is_sign_unclear,
        }) = found
        else {
            self.miss(field, text);
            return Total::default();
        };
        if is_sign_unclear {
            self.miss(Field::Currency, text);
        }
        Total {
            amount: Some(amount),
            currency: currency.map(str::to_owned),
            text: None,
        }
    }

    fn item(&mut self, shown: &ShownItem) -> Item {
        let price = self.money(
            Field::UnitPrice,
            said(shown.price.as_deref()).as_deref(),
            shown.price_parts.as_ref(),
        );
        let quantity = said(shown.quantity.as_deref()).and_then(|text| {
            let quantity = read_quantity(&text);
            if quantity.is_none() {
                self.miss(Field::Quantity, &text);
            }
            quantity
        });
        let item_url = shown.url.as_deref().and_then(without_query);
        let by_link = || item_url.as_deref().and_then(item_number);
        Item {
            item_id: shown
                .id
                .clone()
                .filter(|id| is_order_id(id))
                .or_else(by_link),
            item: said(shown.name.as_deref()),
            variant: said(shown.variant.as_deref()),
            quantity,
            unit_price: price.amount,
            currency: price.currency,
            item_url,
        }
    }
}

/// The text as it is, without the space around it; `None` where it shows nothing.
fn said(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!fold(text).is_empty()).then(|| text.to_owned())
}

/// The only whole number of a text such as `x2`, `× 2` or `2 pcs`.
fn read_quantity(text: &str) -> Option<u32> {
    let folded = fold(text);
    let mut numbers = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let only = numbers.next()?;
    if numbers.next().is_some() {
        return None;
    }
    only.parse()
        .ok()
        .filter(|quantity| (1..1_000_000).contains(quantity))
}

/// An absolute https address without what follows `?` or `#`. Links of the page may begin with `//`.
fn without_query(url: &str) -> Option<String> {
    let url = url.trim();
    let url = url
        .strip_prefix("//")
        .map_or_else(|| url.to_owned(), |rest| format!("https://{rest}"));
    let end = url.find(['?', '#']).unwrap_or(url.len());
    (url.starts_with("https://") && end > "https://".len()).then(|| url[..end].to_owned())
}

/// The page's own link to the order. Its query names the order, so it stays.
fn own_order_url(url: Option<&str>) -> Option<String> {
    let url = url?.trim();
    let url = url
        .strip_prefix("//")
        .map_or_else(|| url.to_owned(), |rest| format!("https://{rest}"));
    url.starts_with("https://").then_some(url)
}

/// The item's number in the address of its page: `/item/1005001234567890.html`.
fn item_number(url: &str) -> Option<String> {
    let (_, path) = url.split_once("/item/")?;
    let last = path.rsplit('/').next()?;
    let number = last.split('.').next()?;
    is_order_id(number).then(|| number.to_owned())
}
