//! The orders that pages show: read as they appear, handed to the background on a way that keeps them, and counted for what is still
//! to be settled. The list's cards are read apart from the page: a list that grows or recycles its cards changes faster than the
//! page is read.

use farewell_core::{ConsequenceId, ControlId, Flow, Guide, PageId, Sighting, View, order_period};
use farewell_orders::before::{Row, RowId, RowState};
use farewell_orders::{Counts, Page, Tally};
use gloo::timers::callback::Timeout;

use super::matters::Matters;
use super::scheduler::whole;
use crate::browser::tell;
use crate::protocol::{Collected, Report};
use crate::read::orders::{self, Found};
use crate::signal::{Notify, Signal};

/// Between two readings of the cards, in milliseconds: a list that recycles them while one scrolls shows each for longer.
const REST: f64 = 60.0;
/// While the first reading of a long list goes on in parts.
const BETWEEN_PARTS: f64 = 4.0;
/// So many times its own duration the reading of the cards rests.
const REST_PER_COST: f64 = 4.0;

/// So many seconds a list that grows by itself has its end in sight and shows nothing new before that is taken for its end.
const SECONDS_AT_END: u8 = 2;

/// What another look at a list has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Nothing new.
    None,
    /// Cards that were not read before.
    OfCards,
    /// The list itself is another.
    OfThePage,
}

/// What was read of orders in this tab.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact about the list, and independent of the others"
)]
pub(super) struct Orders {
    /// Whether they are kept: the start of such a way is the consent.
    is_kept: bool,
    tally: Tally,
    rows: Vec<Row>,
    said: Vec<RowId>,
    /// The list as it was last read; `None` where the page is none.
    list: Option<Page>,
    /// What was last handed over of the list, without its time.
    told: Option<Page>,
    /// The rows as they were last handed over.
    told_rows: Vec<Row>,
    /// Whether the list has grown by itself, without a control that shows more of it.
    grows: bool,
    has_offered_more: bool,
    /// How many seconds the end of a list has been in sight that may still grow.
    seconds_at_end: u8,
    /// The control that shows more of the list, as it was last read.
    more: Option<u32>,
    /// Whether cards were read since the page was.
    awaits_page: bool,
    cost: f64,
    notify: Notify,
    due: Option<Timeout>,
    /// The page of cases, money or coupons that shows now.
    matters: Option<Matters>,
}

impl Orders {
    pub(super) fn new(guide: &Guide, collected: Collected, notify: Notify) -> Self {
        let mut tally = Tally::default();
        for text in &collected.tallies {
            tally.absorb(text);
        }
        Self {
            is_kept: Flow::of(guide.flow).keeps_orders,
            tally,
            told_rows: collected.rows.clone(),
            rows: collected.rows,
            said: collected.said,
            list: None,
            told: None,
            grows: false,
            has_offered_more: false,
            seconds_at_end: 0,
            more: None,
            awaits_page: false,
            cost: 0.0,
            notify,
            due: None,
            matters: None,
        }
    }

    pub(super) fn counts(&self) -> Counts {
        self.tally.counts()
    }

    /// The person has ticked these rows of the checklist.
    pub(super) fn say(&mut self, said: Vec<RowId>) {
        self.said = said;
    }

    /// Takes in the page that was just read.
    pub(super) fn look(&mut self, view: &View, sighting: &Sighting) {
        self.list = None;
        self.awaits_page = false;
        self.matters = Matters::of(view, sighting);
        self.read_matters();
        match sighting.page {
            PageId::OrderList => {
                self.list = Some(self.list_of(view, sighting));
                self.read_cards();
            }
            PageId::OrderDetail if self.is_kept => {
                // What one order's page says is no list, so it counts nothing.
                let page = Page {
                    is_narrowed: true,
                    at: js_sys::Date::now(),
                    ..orders::facts(0).page()
                };
                let found = orders::of_detail();
                if !found.orders.is_empty() {
                    self.hand_over(&found, &page);
                }
            }
            _ => {}
        }
    }

    fn list_of(&mut self, view: &View, sighting: &Sighting) -> Page {
        let period = order_period(view, sighting);
        let facts = orders::facts(period.as_ref().map_or(0, |period| period.item));
        let is_offered = sighting.control(ControlId::LoadMore).is_some()
            || sighting.hidden.contains(&ControlId::LoadMore)
            || sighting.unclear.contains(&ControlId::LoadMore);
        self.has_offered_more |= is_offered;
        self.more = sighting
            .control(ControlId::LoadMore)
            .map(|found| found.item);
        Page {
            period: period
                .as_ref()
                .and_then(|period| period.text.clone().or(facts.period.clone())),
            is_longest: period.is_none_or(|period| period.is_longest.unwrap_or_default()),
            ended: view.parsed && !is_offered && self.has_shown_its_end(),
            at: js_sys::Date::now(),
            ..facts.page()
        }
    }

    /// Whether the page is to be read although nobody sees it: what it says of the cards that were read is still to come.
    pub(super) const fn awaits_page(&self) -> bool {
        self.awaits_page
    }

    /// Something on the page has changed: the cards of a list may have.
    pub(super) fn stir(&mut self) {
        let rest = match (&self.list, &self.matters) {
            (Some(_), _) => REST,
            (None, Some(_)) => Matters::REST,
            (None, None) => return,
        };
        if self.due.is_none() {
            self.read_in(rest.max(self.cost * REST_PER_COST));
        }
    }

    /// A second has passed: whether the page is to be read because its list, which might have grown, has shown its end and stays so.
    /// Scrolling there alone changes nothing that would be heard.
    pub(super) fn has_come_to_an_end(&mut self) -> bool {
        let may_grow = self.list.is_some()
            && self.more.is_none()
            && self.told.as_ref().is_some_and(|told| !told.ended);
        if may_grow && orders::is_end_in_sight() {
            self.seconds_at_end = self.seconds_at_end.saturating_add(1);
        } else {
            self.seconds_at_end = 0;
        }
        self.seconds_at_end == SECONDS_AT_END
    }

    /// Reads what is still to be settled besides the orders, where the page shows it.
    fn read_matters(&mut self) {
        let began = crate::browser::now();
        let row = self
            .matters
            .as_ref()
            .and_then(|matters| matters.row(&self.rows));
        if let Some(row) = row {
            self.settle(row);
            self.cost = crate::browser::now() - began;
        }
    }

    fn read_in(&mut self, delay: f64) {
        let notify = self.notify;
        self.due = Some(Timeout::new(whole(delay), move || {
            notify(Signal::OrdersDue);
        }));
    }

    /// Reads cards that were not read before, a part of them; whether there were any.
    ///
    /// What the page says of its end may be of before: where the control that shows more is gone, the page itself is read.
    pub(super) fn read_more_cards(&mut self) -> News {
        if self.matters.is_some() {
            self.due = None;
            self.read_matters();
            return News::None;
        }
        let is_gone = |item: u32| !orders::is_there(item);
        if self.list.is_some() && self.more.is_some_and(is_gone) {
            self.due = None;
            return News::OfThePage;
        }
        let ended = self.has_shown_its_end();
        if let Some(list) = &mut self.list
            && self.more.is_none()
        {
            list.ended &= ended;
        }
        let is_news = self.read_cards();
        self.awaits_page |= is_news;
        if is_news { News::OfCards } else { News::None }
    }

    /// Whether a list without a control that shows more has shown where it ends: one that grows by itself, only in sight.
    fn has_shown_its_end(&self) -> bool {
        self.has_offered_more || !self.grows || orders::is_end_in_sight()
    }

    /// Whether a list that offers nothing to press, and shows fewer orders than it says there are, may show more once it is scrolled.
    fn may_grow(&self, page: &Page, new: usize) -> bool {
        let seen = self.counts().seen as usize + new;
        let is_short = page.of.is_some_and(|of| seen < of as usize);
        is_short && !self.has_offered_more && !orders::is_end_in_sight()
    }

    fn read_cards(&mut self) -> bool {
        self.due = None;
        let Some(mut page) = self.list.clone() else {
            return false;
        };
        let began = crate::browser::now();
        let found = orders::of_list();
        page.ended &= !self.may_grow(&page, found.orders.len());
        let is_later = self.told.is_some();
        self.grows |= is_later && !found.orders.is_empty() && !self.has_offered_more;
        let bare = Page {
            at: 0.0,
            ..page.clone()
        };
        let is_news = !found.orders.is_empty() || self.told.as_ref() != Some(&bare);
        if is_news {
            self.hand_over(&found, &page);
            self.told = Some(bare);
        }
        self.cost = crate::browser::now() - began;
        if found.has_more {
            self.read_in(BETWEEN_PARTS);
        }
        is_news
    }

    fn hand_over(&mut self, found: &Found, page: &Page) {
        for order in &found.orders {
            let (status, protection) = (order.status.as_deref(), order.protection.as_deref());
            self.tally.note(page, &order.id, status, protection);
        }
        self.tally.turn_to(page);
        if self.is_kept
            && let Some(text) = found.batch(page)
        {
            let ids = found.orders.iter().map(|order| order.id.as_str());
            let tally = self.tally.to_text(ids);
            tell(&Report::Orders { text, tally });
        }
        let row = self.tally.row();
        self.settle(row);
    }

    /// Puts a row in the place of the one that was there, and hands the rows over where they say something new.
    fn settle(&mut self, row: Row) {
        self.rows.retain(|other| other.id != row.id);
        self.rows.push(row);
        let is_same = |one: &Row, other: &Row| {
            Row {
                at: None,
                ..one.clone()
            } == Row {
                at: None,
                ..other.clone()
            }
        };
        let is_told = self.told_rows.len() == self.rows.len()
            && self
                .rows
                .iter()
                .all(|row| self.told_rows.iter().any(|told| is_same(row, told)));
        if !is_told && let Some(text) = orders::json(&self.rows) {
            tell(&Report::Before { text });
            self.told_rows.clone_from(&self.rows);
        }
    }

    /// The five rows of the status report. A tick, here or in the popup, speaks where nothing was seen.
    pub(super) fn before(&self, guide: &Guide) -> Vec<Row> {
        let is_ticked = |id: RowId| {
            let ticked = guide.ticked.iter().copied().map(ConsequenceId::as_str);
            self.said.contains(&id) || ticked.into_iter().any(|name| name == id.as_str())
        };
        let row = |id: RowId| {
            let seen = self.rows.iter().find(|row| row.id == id).cloned();
            let mut row = seen.unwrap_or(Row::unknown(id));
            if row.state == RowState::Unknown && is_ticked(id) {
                row.state = RowState::Said;
            }
            row
        };
        RowId::ALL.into_iter().map(row).collect()
    }
}
