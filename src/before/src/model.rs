//! What the checklist knows, without a browser.

use farewell_orders::before::{Row, RowId, RowState, earliest};
use farewell_orders::{Batch, History, Order, OrderFile, Unreadable};
use serde::Deserialize;

/// What the background keeps of one tab (extension/background/collected.js), read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    /// The name of the trip on which it was read.
    pub(crate) trip: String,
    /// The batches of orders, in the order of their numbers.
    pub(crate) batches: Vec<Batch>,
    /// The rows as the pages have shown them.
    pub(crate) rows: Vec<Row>,
    /// The rows that the person ticked.
    pub(crate) said: Vec<RowId>,
    /// Whether storage took no more.
    pub(crate) is_full: bool,
}

/// What the exporter reads out of the site's own file.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct SiteFile {
    pub(crate) orders: Vec<Order>,
    pub(crate) unreadable: Vec<Unreadable>,
    pub(crate) skipped: u32,
}

/// What the list and the site's own file have apart from each other, as order numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) only_listed: Vec<String>,
    pub(crate) only_filed: Vec<String>,
}

/// All that the checklist knows.
#[derive(Debug, Default)]
pub(crate) struct Model {
    kept: Kept,
    listed: History,
    file: Option<SiteFile>,
    /// The currency of the site's own file, as the person has named it.
    currency: Option<&'static str>,
    all: History,
}

impl Model {
    /// Takes in what is kept.
    pub(crate) fn keep(&mut self, kept: Kept) {
        self.listed = History::read(&kept.batches);
        self.kept = kept;
        self.join();
    }

    /// Takes in the site's own file.
    pub(crate) fn take_file(&mut self, file: SiteFile) {
        self.file = Some(file);
        self.join();
    }

    /// Takes in which currency the person says that the site's own file is in; none for a code that is no currency of the site.
    pub(crate) fn take_currency(&mut self, code: &str) {
        self.currency = farewell_orders::currency(code);
        self.join();
    }

    /// Whether the file has amounts whose currency the list does not tell.
    pub(crate) fn needs_currency(&self) -> bool {
        let is_told = |order: &Order| {
            let listed = self.listed.orders().iter();
            listed
                .filter(|other| other.order_id == order.order_id)
                .any(|other| other.total.currency.is_some())
        };
        let has_amount = |order: &&Order| {
            order.total.amount.is_some() || order.items.iter().any(|item| item.unit_price.is_some())
        };
        let mut orders = self.file.iter().flat_map(|file| &file.orders);
        orders.any(|order| has_amount(&order) && !is_told(order))
    }

    fn join(&mut self) {
        self.all = match self.file.clone() {
            Some(file) => {
                self.listed
                    .clone()
                    .with_site_file(file.orders, file.unreadable, self.currency)
            }
            None => self.listed.clone(),
        };
    }

    /// What was taken in last.
    pub(crate) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The orders of the list and of the site's own file.
    pub(crate) fn history(&self) -> &History {
        &self.all
    }

    /// The orders of the list alone.
    pub(crate) fn listed(&self) -> &History {
        &self.listed
    }

    pub(crate) fn is_full(&self) -> bool {
        self.kept.is_full
    }

    pub(crate) fn file(&self) -> Option<&SiteFile> {
        self.file.as_ref()
    }

    /// What to save now, at `saved_at` (ISO 8601 in UTC).
    pub(crate) fn order_file(&self, saved_at: &str) -> OrderFile {
        OrderFile::of(&self.all, saved_at)
    }

    /// The five rows. A tick says that the person knows where nothing was seen; what was seen open stays open.
    pub(crate) fn rows(&self) -> Vec<Row> {
        RowId::ALL.into_iter().map(|id| self.row(id)).collect()
    }

    fn row(&self, id: RowId) -> Row {
        let told = self
            .kept
            .rows
            .iter()
            .rev()
            .find(|row| row.id == id)
            .cloned();
        let mut row = told.unwrap_or(Row::unknown(id));
        if id == RowId::Orders && self.listed.page().is_some() {
            row = self.listed.row();
        }
        if row.state == RowState::Unknown && self.is_said(id) {
            row.state = RowState::Said;
        }
        row
    }

    /// Whether the person ticked the row.
    pub(crate) fn is_said(&self, id: RowId) -> bool {
        self.kept.said.contains(&id)
    }

    /// The earliest sensible day to leave, `YYYY-MM-DD`.
    pub(crate) fn earliest(&self) -> Option<String> {
        earliest(&self.rows())
    }

    /// What one of the list and the file has and the other has not; `None` while only one of them is there.
    pub(crate) fn difference(&self) -> Option<Difference> {
        let file = self
            .file
            .as_ref()
            .filter(|_| !self.listed.orders().is_empty())?;
        let ids = |orders: &[Order]| {
            orders
                .iter()
                .map(|order| order.order_id.clone())
                .collect::<Vec<_>>()
        };
        let (listed, filed) = (ids(self.listed.orders()), ids(&file.orders));
        let without = |these: &[String], those: &[String]| {
            let those: std::collections::BTreeSet<&String> = those.iter().collect();
            these
                .iter()
                .filter(|id| !those.contains(id))
                .cloned()
                .collect()
        };
        Some(Difference {
            only_listed: without(&listed, &filed),
            only_filed: without(&filed, &listed),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use farewell_orders::{Page, ShownOrder};

    fn batch(of: Option<u32>, orders: &[(&str, &str)]) -> Batch {
        let shown = |(id, status): &(&str, &str)| ShownOrder {
            id: (*id).into(),
            status: Some((*status).into()),
            protection: Some("until Dec 1, 2026".into()),
            ..ShownOrder::default()
        };
        Batch {
            page: Page {
                language: Some("en".into()),
                is_longest: true,
                of,
                ..Page::default()
            },
            orders: orders.iter().map(shown).collect(),
        }
    }

    fn model(kept: Kept) -> Model {
        let mut model = Model::default();
        model.keep(kept);
        model
    }

    fn state(model: &Model, id: RowId) -> RowState {
        model
            .rows()
            .into_iter()
            .find(|row| row.id == id)
            .expect("all five are there")
            .state
    }

    #[test]
    fn while_nothing_was_read_nothing_is_known() {
        let model = model(Kept::default());
        assert!(
            model
                .rows()
                .iter()
                .all(|row| row.state == RowState::Unknown)
        );
        assert_eq!(model.earliest(), None);
    }

    #[test]
    fn a_tick_speaks_where_nothing_was_seen_and_hides_nothing_that_is_open() {
        let model = model(Kept {
            batches: vec![batch(None, &[("8180000000000001", "Shipped")])],
            said: vec![RowId::Data, RowId::Orders],
            ..Kept::default()
        });
        assert_eq!(state(&model, RowId::Data), RowState::Said);
        assert_eq!(state(&model, RowId::Orders), RowState::Open);
        assert_eq!(state(&model, RowId::Access), RowState::Unknown);
    }

    #[test]
    fn the_earliest_day_is_the_latest_of_all_rows() {
        let refund = Row {
            until: Some("2026-12-20".into()),
            state: RowState::Open,
            ..Row::unknown(RowId::Disputes)
        };
        let model = model(Kept {
            batches: vec![batch(Some(1), &[("8180000000000001", "Completed")])],
            rows: vec![refund],
            ..Kept::default()
        });
        assert_eq!(state(&model, RowId::Orders), RowState::Clear);
        assert_eq!(model.earliest().as_deref(), Some("2026-12-20"));
    }

    #[test]
    fn the_currency_of_the_file_is_the_lists_else_asked_and_never_made_up() {
        let mut listed = batch(Some(1), &[("8180000000000001", "Completed")]);
        listed.orders[0].total = Some("12,34 €".into());
        let mut model = model(Kept {
            batches: vec![listed],
            ..Kept::default()
        });
        let order = |id: &str| Order {
            order_id: id.into(),
            total: farewell_orders::Total {
                amount: Some("5.00".into()),
                ..Default::default()
            },
            items: vec![farewell_orders::Item {
                item: Some("Lamp".into()),
                unit_price: Some("5.00".into()),
                ..Default::default()
            }],
            ..Order::default()
        };
        let file = |ids: &[&str]| SiteFile {
            orders: ids.iter().copied().map(order).collect(),
            ..SiteFile::default()
        };
        let currencies = |model: &Model| {
            let orders = model.history().orders().iter();
            orders
                .map(|order| {
                    let item = order.items[0].currency.clone();
                    (
                        order.order_id[15..].to_owned(),
                        order.total.currency.clone(),
                        item,
                    )
                })
                .collect::<Vec<_>>()
        };
        let row = |id: &str, code: Option<&str>| {
            (
                id.to_owned(),
                code.map(str::to_owned),
                code.map(str::to_owned),
            )
        };
        assert!(!model.needs_currency());
        model.take_file(file(&["8180000000000001"]));
        assert!(!model.needs_currency(), "the list tells it");
        model.take_file(file(&["8180000000000001", "8180000000000002"]));
        assert!(model.needs_currency());
        assert_eq!(currencies(&model), [row("1", Some("EUR")), row("2", None)]);
        model.take_currency("USD");
        assert_eq!(
            currencies(&model),
            [row("1", Some("EUR")), row("2", Some("USD"))]
        );
        model.take_currency("");
        assert_eq!(currencies(&model), [row("1", Some("EUR")), row("2", None)]);
    }

    #[test]
    fn the_list_and_the_file_are_compared_by_number() {
        let mut model = model(Kept {
            batches: vec![batch(
                Some(2),
                &[
                    ("8180000000000001", "Completed"),
                    ("8180000000000002", "Completed"),
                ],
            )],
            ..Kept::default()
        });
        assert_eq!(model.difference(), None);
        let order = |id: &str| Order {
            order_id: id.into(),
            ..Order::default()
        };
        model.take_file(SiteFile {
            orders: vec![order("8180000000000002"), order("8180000000000003")],
            ..SiteFile::default()
        });
        assert_eq!(
            model.difference(),
            Some(Difference {
                only_listed: vec!["8180000000000001".into()],
                only_filed: vec!["8180000000000003".into()]
            })
        );
        assert_eq!(model.history().orders().len(), 3);
        assert!(!model.order_file("").complete);
    }
}
