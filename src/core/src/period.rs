//! Which time the order list shows, and whether it is the longest that the page offers.

use crate::ids::ControlId;
use crate::recognise::Sighting;
use crate::view::{Item, Kind, View};
use farewell_orders::read_period;

/// The longest period that the site is known to offer (captured 2026-09-07): two years.
const LONGEST_KNOWN: u16 = 24;

/// The period of an order list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPeriod {
    /// The item of the control that chooses it.
    pub item: u32,
    /// The chosen option, in the page's words; `None` where only the control itself shows it.
    pub text: Option<String>,
    /// Whether no longer one is offered; `None` where its words don't tell.
    pub is_longest: Option<bool>,
}

/// The period of the order list; `None` where the page has no choice of one.
#[must_use]
pub fn order_period(view: &View, sighting: &Sighting) -> Option<OrderPeriod> {
    let found = sighting.control(ControlId::OrderPeriod)?;
    let item = view.items.iter().find(|item| item.id == found.item)?;
    let chosen = options(&view.items, item).find(|option| option.filled);
    let text = chosen.map_or(item.name.as_str(), |option| option.name.as_str());
    let reach = read_period(text);
    let longest = options(&view.items, item)
        .filter_map(|option| read_period(&option.name))
        .max();
    let is_longest = match (reach, longest) {
        (Some(reach), Some(longest)) => Some(reach >= longest),
        (Some(reach), None) => Some(reach >= LONGEST_KNOWN),
        // What is chosen names no time, and others do: it is one of them that is wanted.
        (None, Some(_)) => Some(false),
        (None, None) => None,
    };
    Some(OrderPeriod {
        item: found.item,
        text: chosen.map(|option| option.name.clone()),
        is_longest,
    })
}

/// Whether the options of a list name times: the list chooses a period, whatever it is called.
pub(crate) fn offers_periods(items: &[Item], list: &Item) -> bool {
    const FEWEST: usize = 2;
    let is_time = |option: &&Item| {
        read_period(&option.name).is_some_and(|months| months != farewell_orders::UNLIMITED)
    };
    options(items, list)
        .filter(is_time)
        .nth(FEWEST - 1)
        .is_some()
}

/// The options of a list.
fn options<'a>(items: &'a [Item], list: &'a Item) -> impl Iterator<Item = &'a Item> {
    items.iter().filter(|option| {
        option.kind == Kind::Choice && option.group == list.group && list.group != 0
    })
}
