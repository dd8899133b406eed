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

    fn join(&mut self) {
        self.all = match self.file.clone() {
            Some(file) => self
                .listed
                .clone()
                .with_site_file(file.orders, file.unreadable),
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
