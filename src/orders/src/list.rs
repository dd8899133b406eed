//! From what a list of orders says of itself to what that means: how many there are, whether a tab, a search or a filter narrows it,
//! whether it is the list of deleted orders.

use crate::list_words::{read_count, read_tab_count, says_all, says_deleted};
use crate::page::Page;
use crate::status::read_status;
use serde::Deserialize;

/// What the list says, as the page's texts (src/content/src/read/list.js).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ListFacts {
    /// The language of the page's words.
    pub language: Option<String>,
    /// The currency in which the page says it shows prices.
    pub currency: Option<String>,
    /// The page's address.
    pub address: String,
    /// The chosen period, where the control that chooses it is no native list.
    pub period: Option<String>,
    /// The tabs.
    pub tabs: Vec<Tab>,
    /// Lists to choose from, other than the period's.
    pub filters: Vec<Filter>,
    /// The page's headings.
    pub headings: Vec<String>,
    /// Short texts with a number in them.
    pub lines: Vec<String>,
    /// Whether something is searched for.
    pub is_searched: bool,
}

/// A tab of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Tab {
    /// What it says, its number included.
    pub text: String,
    /// Whether it is the one that shows.
    pub is_selected: bool,
    /// Which row of tabs it stands in.
    pub list: u32,
}

/// A list to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// What is chosen.
    pub chosen: String,
    /// What there is to choose.
    pub options: Vec<String>,
}

impl ListFacts {
    /// What the page says of itself, but for its period and its end, which are not the list's words.
    #[must_use]
    pub fn page(&self) -> Page {
        let tabs = self.tabs();
        let selected = tabs.iter().find(|tab| tab.is_selected);
        let is_deleted = selected.is_some_and(|tab| says_deleted(&tab.text))
            || selected.is_none() && self.headings.iter().any(|text| says_deleted(text))
            || self.is_address_of_deleted();
        let is_narrowed = !is_deleted && self.is_narrowed(&tabs);
        let of = all_tab(&tabs)
            .and_then(|tab| read_tab_count(&tab.text))
            .or_else(|| {
                (!is_narrowed && !is_deleted)
                    .then(|| self.counted_by_a_line())
                    .flatten()
            });
        Page {
            language: self.language.clone(),
            currency: self.currency.clone(),
            is_narrowed,
            is_deleted,
            of,
            ..Page::default()
        }
    }

    /// The row of tabs that chooses among orders: the first that has a tab for all or for deleted ones, else the first.
    fn tabs(&self) -> Vec<&Tab> {
        let is_of_orders = |tab: &&Tab| says_all(&tab.text) || says_deleted(&tab.text);
        let first = self
            .tabs
            .iter()
            .find(is_of_orders)
            .or_else(|| self.tabs.first());
        let list = first.map(|tab| tab.list);
        self.tabs
            .iter()
            .filter(|tab| Some(tab.list) == list)
            .collect()
    }

    fn is_narrowed(&self, tabs: &[&Tab]) -> bool {
        let selected = tabs.iter().position(|tab| tab.is_selected);
        let all = tabs.iter().position(|tab| says_all(&tab.text));
        // Where no tab says that it shows all, the first one does.
        let by_tab = selected.is_some_and(|at| at != all.unwrap_or(0));
        by_tab || self.is_searched || self.filters.iter().any(Filter::narrows)
    }

    fn is_address_of_deleted(&self) -> bool {
        let address = self.address.to_lowercase();
        ["ordertrash", "=recycle", "deleted-orders"]
            .iter()
            .any(|part| address.contains(part))
    }

    /// The number of orders that the lines agree on.
    fn counted_by_a_line(&self) -> Option<u32> {
        let mut counts = self.lines.iter().filter_map(|line| read_count(line));
        let first = counts.next()?;
        counts.all(|count| count == first).then_some(first)
    }
}

impl Filter {
    /// Whether it chooses orders by their state, and one state is chosen.
    fn narrows(&self) -> bool {
        const FEWEST: usize = 2;
        let is_state = |text: &&String| read_status(text).is_some();
        read_status(&self.chosen).is_some()
            && self
                .options
                .iter()
                .filter(is_state)
                .nth(FEWEST - 1)
                .is_some()
    }
}

fn all_tab<'a>(tabs: &[&'a Tab]) -> Option<&'a Tab> {
    tabs.iter().find(|tab| says_all(&tab.text)).copied()
}
