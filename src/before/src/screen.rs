//! What the checklist shows, as plain data: keys of `extension/_locales/*/before.json` and what fills their places.

use crate::model::Model;
use farewell_orders::before::{Row, RowId, RowState};
use farewell_orders::{Counts, Field, History, Holding, Kind};

/// A sentence: a key and the contents of its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence(pub(crate) &'static str, pub(crate) Vec<Part>);

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The same in every language, or the site's own words.
    Text(String),
    /// A number, in the figures of the language.
    Number(u32),
    /// A day, `YYYY-MM-DD`, in the language's way.
    Day(String),
}

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Good,
    Care,
}

impl Tone {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Care => "care",
        }
    }
}

/// A row of the checklist.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowView {
    pub(crate) id: RowId,
    pub(crate) state: RowState,
    pub(crate) tone: Tone,
    /// What was seen, in one word.
    pub(crate) verdict: &'static str,
    /// What was seen, in sentences.
    pub(crate) seen: Vec<Sentence>,
    /// When it was seen, milliseconds since 1970.
    pub(crate) at: Option<f64>,
    pub(crate) is_said: bool,
}

/// The part about saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OrdersView {
    pub(crate) read: Option<u32>,
    pub(crate) of: Option<u32>,
    pub(crate) lines: Vec<Sentence>,
    /// Why nothing can be saved yet.
    pub(crate) reason: Option<&'static str>,
    pub(crate) is_full: bool,
    pub(crate) file_line: Option<Sentence>,
    /// Whether the person is asked for the file's currency.
    pub(crate) asks_currency: bool,
    pub(crate) only_listed: Vec<String>,
    pub(crate) only_filed: Vec<String>,
    pub(crate) with_invoice: Vec<String>,
}

/// All that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Screen {
    pub(crate) rows: Vec<RowView>,
    /// The earliest sensible day, `YYYY-MM-DD`.
    pub(crate) earliest: Option<String>,
    /// Whether that day has passed, as today is `YYYY-MM-DD`.
    pub(crate) is_past: bool,
    pub(crate) orders: OrdersView,
}

impl Screen {
    /// The screen of a model on the day `today`, `YYYY-MM-DD`.
    pub(crate) fn of(model: &Model, today: &str) -> Self {
        let rows = model.rows();
        let earliest = model.earliest();
        Self {
            is_past: earliest.as_deref().is_some_and(|day| day < today),
            earliest,
            rows: rows
                .into_iter()
                .map(|row| RowView::of(&row, model))
                .collect(),
            orders: OrdersView::of(model),
        }
    }
}

impl RowView {
    fn of(row: &Row, model: &Model) -> Self {
        let (tone, verdict) = match row.state {
            RowState::Unknown => (Tone::Plain, "before_state_unknown"),
            RowState::Open => (Tone::Care, "before_state_open"),
            RowState::Clear => (Tone::Good, "before_state_clear"),
            RowState::Said => (Tone::Plain, "before_state_said"),
        };
        let mut seen = Vec::new();
        if row.open > 0 && row.holdings.is_empty() {
            seen.push(Sentence("before_row_open", vec![Part::Number(row.open)]));
        }
        seen.extend(row.holdings.iter().flat_map(holding));
        if row.at.is_some() && row.holdings.is_empty() {
            seen.push(match row.of {
                Some(of) => Sentence(
                    "before_row_seen_of",
                    vec![Part::Number(row.seen), Part::Number(of)],
                ),
                None => Sentence("before_row_seen", vec![Part::Number(row.seen)]),
            });
        }
        if let Some(day) = &row.until {
            let key = if row.id == RowId::Disputes {
                "before_disputes_until"
            } else {
                "before_row_until"
            };
            seen.push(Sentence(key, vec![Part::Day(day.clone())]));
        }
        Self {
            id: row.id,
            state: row.state,
            tone,
            verdict,
            seen,
            at: row.at,
            is_said: model.is_said(row.id),
        }
    }
}

/// What the wallet holds of one kind, in the page's own words.
fn holding(holding: &Holding) -> impl Iterator<Item = Sentence> + use<> {
    let key = match holding.kind {
        Kind::Balance => "before_holding_balance",
        Kind::Bonus => "before_holding_bonus",
        Kind::GiftCard => "before_holding_gift_card",
        Kind::Coupons => "before_holding_coupons",
        Kind::Coins => "before_holding_coins",
        Kind::Cards => "before_holding_cards",
    };
    let until = holding.until.clone().map(Part::Day);
    [Sentence(key, vec![Part::Text(holding.text.clone())])]
        .into_iter()
        .chain(until.map(|day| Sentence("before_holding_until", vec![day])))
}

impl OrdersView {
    fn of(model: &Model) -> Self {
        let history = model.history();
        let counts = history.counts();
        let was_visited = model.listed().page().is_some() || model.file().is_some();
        let difference = model.difference().unwrap_or_default();
        let mut with_invoice: Vec<String> = history.with_invoice().map(str::to_owned).collect();
        with_invoice.sort_unstable_by(|a, b| b.cmp(a));
        Self {
            read: was_visited.then_some(counts.seen),
            of: counts.of,
            lines: lines(history, counts),
            reason: history.orders().is_empty().then_some("before_save_nothing"),
            is_full: model.is_full(),
            file_line: model.file().map(|file| {
                let orders = u32::try_from(file.orders.len()).unwrap_or(u32::MAX);
                let numbers = vec![Part::Number(orders), Part::Number(file.skipped)];
                if file.skipped > 0 {
                    Sentence("before_file_taken_without", numbers)
                } else {
                    Sentence("before_file_taken", numbers[..1].to_vec())
                }
            }),
            asks_currency: model.needs_currency(),
            only_listed: difference.only_listed,
            only_filed: difference.only_filed,
            with_invoice,
        }
    }
}

/// How far the orders are all there are, in sentences that stay visible and stand in the printable file.
pub(crate) fn lines(history: &History, counts: Counts) -> Vec<Sentence> {
    let mut lines = Vec::new();
    let number = Part::Number;
    lines.push(match counts.of {
        Some(of) => Sentence(
            "before_orders_read_of",
            vec![number(counts.seen), number(of)],
        ),
        None if counts.seen > 0 => Sentence("before_orders_read", vec![number(counts.seen)]),
        None => Sentence("before_orders_none", vec![]),
    });
    if let Some(page) = history.page() {
        if let Some(period) = &page.period {
            lines.push(Sentence(
                "before_orders_period",
                vec![Part::Text(period.clone())],
            ));
            lines.push(Sentence(
                if page.is_longest {
                    "before_orders_older_in_file"
                } else {
                    "before_orders_choose_longest"
                },
                vec![],
            ));
        }
        if page.is_narrowed {
            lines.push(Sentence("before_orders_narrowed", vec![]));
        }
        let is_short = counts.of.is_some_and(|of| counts.seen < of);
        match (counts.ended, is_short) {
            (true, true) => lines.push(Sentence("guide_prepare_ended_early", vec![])),
            (true, false) => lines.push(Sentence("before_orders_ended", vec![])),
            (false, _) => {}
        }
    }
    if counts.complete {
        lines.push(Sentence("before_orders_complete", vec![]));
    }
    for (field, key) in [
        (Field::OrderDate, "before_unread_order_date"),
        (Field::OrderTotal, "before_unread_order_total"),
        (Field::Currency, "before_unread_currency"),
        (Field::UnitPrice, "before_unread_unit_price"),
        (Field::Quantity, "before_unread_quantity"),
        (Field::ProtectionUntil, "before_unread_protection_until"),
    ] {
        let missed = history
            .unreadable()
            .iter()
            .filter(|missed| missed.field == field)
            .count();
        if missed > 0 {
            lines.push(Sentence(
                key,
                vec![number(u32::try_from(missed).unwrap_or(u32::MAX))],
            ));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kept;
    use farewell_orders::{Batch, Left, Page, ShownOrder};

    fn screen(page: Page, orders: &[(&str, &str)]) -> Screen {
        let shown = |(id, date): &(&str, &str)| ShownOrder {
            id: (*id).into(),
            date: Some((*date).into()),
            status: Some("Completed".into()),
            ..ShownOrder::default()
        };
        let mut model = Model::default();
        let orders = orders.iter().map(shown).collect();
        model.keep(Kept {
            batches: vec![Batch { page, orders }],
            ..Kept::default()
        });
        Screen::of(&model, "2026-11-30")
    }

    fn keys(screen: &Screen) -> Vec<&'static str> {
        screen
            .orders
            .lines
            .iter()
            .map(|Sentence(key, _)| *key)
            .collect()
    }

    #[test]
    fn the_balance_is_said_in_the_pages_words_and_a_refund_with_its_last_day() {
        let bonus = Holding {
            kind: Kind::Bonus,
            text: "US $3.00".into(),
            left: Left::Something,
            until: Some("2026-12-31".into()),
        };
        let balance = Row {
            state: RowState::Open,
            open: 1,
            seen: 1,
            at: Some(1.0),
            holdings: vec![bonus],
            ..Row::unknown(RowId::Balance)
        };
        let refund = Row {
            state: RowState::Open,
            open: 1,
            until: Some("2026-12-14".into()),
            ..Row::unknown(RowId::Disputes)
        };
        let mut model = Model::default();
        model.keep(Kept {
            rows: vec![balance, refund],
            ..Kept::default()
        });
        let screen = Screen::of(&model, "2026-11-30");
        let seen = |id: RowId| {
            let row = screen.rows.iter().find(|row| row.id == id);
            row.expect("it is there").seen.clone()
        };
        let day = |day: &str| vec![Part::Day(day.into())];
        let amount = vec![Part::Text("US $3.00".into())];
        assert_eq!(
            seen(RowId::Balance),
            [
                Sentence("before_holding_bonus", amount),
                Sentence("before_holding_until", day("2026-12-31"))
            ]
        );
        assert_eq!(
            seen(RowId::Disputes),
            [
                Sentence("before_row_open", vec![Part::Number(1)]),
                Sentence("before_disputes_until", day("2026-12-14"))
            ]
        );
        assert_eq!(screen.earliest.as_deref(), Some("2026-12-14"));
    }

    #[test]
    fn before_anything_was_read_no_number_is_shown_and_nothing_can_be_saved() {
        let screen = Screen::of(&Model::default(), "2026-11-30");
        assert_eq!((screen.orders.read, screen.orders.of), (None, None));
        assert_eq!(screen.orders.reason, Some("before_save_nothing"));
    }

    #[test]
    fn a_list_of_a_part_of_the_time_says_so() {
        let page = Page {
            period: Some("last year".into()),
            of: Some(1),
            ..Page::default()
        };
        let screen = screen(page, &[("8180000000000001", "May 3, 2026")]);
        assert_eq!(
            keys(&screen),
            [
                "before_orders_read_of",
                "before_orders_period",
                "before_orders_choose_longest"
            ]
        );
        assert_eq!(screen.orders.reason, None);
    }

    #[test]
    fn a_list_that_ends_early_and_what_could_not_be_read_are_said() {
        let page = Page {
            is_longest: true,
            of: Some(3),
            ended: true,
            ..Page::default()
        };
        let screen = screen(page, &[("8180000000000001", "soon")]);
        assert_eq!(
            keys(&screen),
            [
                "before_orders_read_of",
                "guide_prepare_ended_early",
                "before_unread_order_date"
            ]
        );
    }

    #[test]
    fn what_is_complete_is_said_to_be() {
        let page = Page {
            is_longest: true,
            of: Some(1),
            ended: true,
            ..Page::default()
        };
        let screen = screen(page, &[("8180000000000001", "May 3, 2026")]);
        assert_eq!(
            keys(&screen),
            [
                "before_orders_read_of",
                "before_orders_ended",
                "before_orders_complete"
            ]
        );
    }
}
