//! All orders that were read, each once, the newest first; and how far they are all there are.

use crate::before::Row;
use crate::judge::judge;
use crate::order::{Field, Item, Order, Total, Unreadable};
use crate::page::{Batch, Page};
use crate::tally::{Counts, Tally};
use std::collections::{BTreeMap, BTreeSet};

/// The orders of a person, as far as they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    orders: Vec<Order>,
    unreadable: Vec<Unreadable>,
    /// Which were read on which lists.
    tally: Tally,
    /// Orders whose pages offer an invoice.
    with_invoice: BTreeSet<String>,
    has_site_file: bool,
}

impl History {
    /// Reads batches in the order in which they were handed over. Where an order comes again, what the later reading has of
    /// it counts, and what only the earlier one has stays.
    #[must_use]
    pub fn read<'a>(batches: impl IntoIterator<Item = &'a Batch>) -> Self {
        let mut history = Self::default();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut unreadable: BTreeMap<String, Vec<Vec<Unreadable>>> = BTreeMap::new();
        for Batch { page, orders } in batches {
            for shown in orders {
                let Some((order, missed)) = judge(page, shown) else {
                    continue;
                };
                let id = order.order_id.clone();
                let (status, protection) = (shown.status.as_deref(), shown.protection.as_deref());
                history.tally.note(page, &id, status, protection);
                if shown.has_invoice {
                    history.with_invoice.insert(id.clone());
                }
                if let Some(place) = places.get(&id) {
                    let earlier = std::mem::take(&mut history.orders[*place]);
                    history.orders[*place] = merged(order, earlier);
                } else {
                    places.insert(id.clone(), history.orders.len());
                    history.orders.push(order);
                }
                unreadable.entry(id).or_default().push(missed);
            }
            history.tally.turn_to(page);
        }
        history.sort();
        for order in &history.orders {
            let missed = unreadable.remove(&order.order_id).unwrap_or_default();
            history.unreadable.extend(still_unreadable(order, missed));
        }
        history
    }

    /// Adds the orders of the site's own file: the list's values stay, the file fills what they lack. The file names no currency: it
    /// is the list's where that has the order's, else the one that the person has named, `currency`.
    #[must_use]
    pub fn with_site_file(
        mut self,
        orders: Vec<Order>,
        unreadable: Vec<Unreadable>,
        currency: Option<&str>,
    ) -> Self {
        let mut listed: BTreeMap<String, usize> = self
            .orders
            .iter()
            .enumerate()
            .map(|(at, order)| (order.order_id.clone(), at))
            .collect();
        let mut added = BTreeSet::new();
        for order in orders {
            if let Some(place) = listed.get(&order.order_id) {
                let own = std::mem::take(&mut self.orders[*place]);
                let listed = own.total.currency.clone();
                let order = in_currency(order, listed.as_deref().or(currency));
                self.orders[*place] = merged(own, order);
            } else {
                let order = in_currency(order, currency);
                added.insert(order.order_id.clone());
                listed.insert(order.order_id.clone(), self.orders.len());
                self.orders.push(order);
            }
        }
        self.unreadable.extend(
            unreadable
                .into_iter()
                .filter(|missed| added.contains(&missed.order_id)),
        );
        self.unreadable = self.without_what_was_read();
        self.has_site_file = true;
        self.sort();
        self
    }

    fn without_what_was_read(&mut self) -> Vec<Unreadable> {
        let mut by_order: BTreeMap<String, Vec<Unreadable>> = BTreeMap::new();
        for missed in self.unreadable.drain(..) {
            by_order
                .entry(missed.order_id.clone())
                .or_default()
                .push(missed);
        }
        let mut readings = |order: &Order| by_order.remove(&order.order_id).into_iter().collect();
        self.orders
            .iter()
            .flat_map(|order| still_unreadable(order, readings(order)))
            .collect()
    }

    /// The newest first. An order without a date stays behind the one that the page shows before it.
    fn sort(&mut self) {
        let mut last = self
            .orders
            .iter()
            .find_map(|order| order.order_date.clone())
            .unwrap_or_default();
        let mut keyed: Vec<(String, Order)> = Vec::with_capacity(self.orders.len());
        for order in self.orders.drain(..) {
            if let Some(date) = &order.order_date {
                last.clone_from(date);
            }
            keyed.push((last.clone(), order));
        }
        keyed.sort_by(|(a, _), (b, _)| b.cmp(a));
        self.orders = keyed.into_iter().map(|(_, order)| order).collect();
    }

    /// All orders, the newest first.
    #[must_use]
    pub fn orders(&self) -> &[Order] {
        &self.orders
    }

    /// What was on the pages but could not be read.
    #[must_use]
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// Whether the list of deleted orders showed this one.
    #[must_use]
    pub fn is_deleted(&self, order_id: &str) -> bool {
        self.tally.is_deleted(order_id)
    }

    /// The numbers of the orders whose pages offer an invoice, in no order that matters.
    pub fn with_invoice(&self) -> impl Iterator<Item = &str> {
        self.with_invoice.iter().map(String::as_str)
    }

    /// The page whose count and period hold.
    #[must_use]
    pub fn page(&self) -> Option<&Page> {
        self.tally.page()
    }

    /// What is still open of the orders that the pages showed.
    #[must_use]
    pub fn row(&self) -> Row {
        self.tally.row()
    }

    /// How many orders were read of how many; those of the site's own file count as read, and make nothing complete.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let deleted = self
            .orders
            .iter()
            .filter(|order| self.is_deleted(&order.order_id));
        let counts = self.tally.counts();
        Counts {
            seen: u32::try_from(self.orders.len() - deleted.count()).unwrap_or(u32::MAX),
            complete: counts.complete && !self.has_site_file,
            ..counts
        }
    }
}

/// What stays unreadable of an order that was read several times: of its own values those that no reading has read, of its items
/// what the last reading that had them has missed.
fn still_unreadable(order: &Order, readings: Vec<Vec<Unreadable>>) -> Vec<Unreadable> {
    let is_read = |field: Field| match field {
        Field::OrderDate => order.order_date.is_some(),
        Field::ProtectionUntil => order.protection_until.is_some(),
        Field::OrderTotal => order.total.amount.is_some(),
        Field::Currency | Field::Quantity | Field::UnitPrice => false,
    };
    let is_own = |missed: &Unreadable| {
        !matches!(
            missed.field,
            Field::Quantity | Field::UnitPrice | Field::Currency
        )
    };
    let last = readings.len().saturating_sub(1);
    let mut kept: Vec<Unreadable> = Vec::new();
    for (at, missed) in readings.into_iter().enumerate() {
        kept.extend(
            missed
                .into_iter()
                .filter(|missed| !is_read(missed.field) && (at == last || is_own(missed))),
        );
    }
    let mut seen = BTreeSet::new();
    kept.retain(|missed| !is_own(missed) || seen.insert((missed.field, missed.text.clone())));
    kept
}

/// An order of the site's own file with this currency beside each of its amounts.
fn in_currency(mut order: Order, currency: Option<&str>) -> Order {
    let beside = |amount: &Option<String>| currency.filter(|_| amount.is_some()).map(str::to_owned);
    order.total.currency = beside(&order.total.amount);
    for item in &mut order.items {
        item.currency = beside(&item.unit_price);
    }
    order
}

/// `first` with what it lacks taken from `second`.
fn merged(first: Order, second: Order) -> Order {
    Order {
        order_id: first.order_id,
        order_date: first.order_date.or(second.order_date),
        status: first.status.or(second.status),
        store: first.store.or(second.store),
        store_url: first.store_url.or(second.store_url),
        order_url: first.order_url.or(second.order_url),
        total: merged_total(first.total, second.total),
        protection_until: first.protection_until.or(second.protection_until),
        items: merged_items(first.items, second.items),
    }
}

/// A currency is that of its own amount: the first's amount keeps its own, and lends it to no other.
fn merged_total(first: Total, second: Total) -> Total {
    if first.amount.is_some() {
        return Total {
            text: first.text.or(second.text),
            ..first
        };
    }
    Total {
        amount: second.amount,
        currency: second.currency.or(first.currency),
        text: first.text.or(second.text),
    }
}

/// The first's items. Where both have as many, what one of them lacks is taken from its fellow of the same name.
fn merged_items(first: Vec<Item>, second: Vec<Item>) -> Vec<Item> {
    if first.is_empty() {
        return second;
    }
    let mut others = second;
    first
        .into_iter()
        .map(|item| {
            let is_same = |other: &Item| other.item.is_some() && other.item == item.item;
            let Some(at) = others.iter().position(is_same) else {
                return item;
            };
            let other = others.remove(at);
            let (unit_price, currency) = if item.unit_price.is_some() {
                (item.unit_price, item.currency)
            } else {
                (other.unit_price, other.currency)
            };
            Item {
                item_id: item.item_id.or(other.item_id),
                item: item.item,
                variant: item.variant.or(other.variant),
                quantity: item.quantity.or(other.quantity),
                unit_price,
                currency,
                item_url: item.item_url.or(other.item_url),
            }
        })
        .collect()
}
