//! What is still to be settled besides the orders: the pages of cases, money and coupons, read for their rows of the checklist in
//! every way, as the person visits them.

use farewell_core::{ControlId, PageId, Says, Sighting, View, shows_coins};
use farewell_orders::before::{Row, RowId};
use farewell_orders::{MoneyPage, balance_row, cases_row};

use crate::read::orders;

/// What a page shows.
#[derive(Clone, Copy)]
enum Of {
    Cases,
    Money(MoneyPage),
}

/// A page that shows some of it.
pub(super) struct Matters {
    of: Of,
    /// Whether the document is there in full and offers no more of its list.
    is_whole: bool,
}

impl Matters {
    /// Milliseconds between two readings: such a page is filled once and changes little.
    pub(super) const REST: f64 = 300.0;

    /// The page, if it is one. A page that offers to sign in shows nobody's money, so its zero says nothing.
    pub(super) fn of(view: &View, sighting: &Sighting) -> Option<Self> {
        let of = match sighting.page {
            PageId::DisputeList => Of::Cases,
            PageId::Wallet => Of::Money(MoneyPage::Wallet),
            PageId::Coupons => Of::Money(MoneyPage::Coupons),
            PageId::Other if shows_coins(&view.address) => Of::Money(MoneyPage::Coins),
            _ => return None,
        };
        let has_more = sighting.control(ControlId::LoadMore).is_some()
            || sighting.hidden.contains(&ControlId::LoadMore)
            || sighting.unclear.contains(&ControlId::LoadMore);
        (!sighting.says(Says::SignIn)).then(|| Self {
            of,
            is_whole: view.parsed && !has_more && !sighting.says(Says::Loading),
        })
    }

    /// The row that the page tells now, beside those that are known; `None` where it tells nothing new.
    pub(super) fn row(&self, known: &[Row]) -> Option<Row> {
        let shown = orders::lines(self.is_whole);
        let at = js_sys::Date::now();
        let earlier = |id: RowId| known.iter().find(|row| row.id == id);
        let Of::Money(page) = self.of else {
            let row = cases_row(&shown, at);
            let outweighs = earlier(row.id).is_none_or(|earlier| row.outweighs(earlier));
            return outweighs.then_some(row);
        };
        let holdings = earlier(RowId::Balance).map(|row| row.holdings.as_slice());
        balance_row(&shown, holdings.unwrap_or_default(), page, at)
    }
}
