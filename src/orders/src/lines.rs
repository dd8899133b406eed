//! What a page shows outside its head and foot, as lines with their places, and how they belong together. No markup of the lists of
//! cases, money and coupons is known, so what stands together is told by the tree alone.

use crate::date::read_date;
use crate::fold::fold;
use crate::list::ListFacts;
use crate::money::{PageMoney, read_money};
use crate::phrase::says;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is read of such a page (src/content/src/read/lines.js).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Shown {
    /// Its lines, in their order.
    pub lines: Vec<Line>,
    /// The day on this device, `YYYY-MM-DD`.
    pub today: String,
    /// Whether the end of the page is in sight.
    pub is_end_in_sight: bool,
    /// What the page says of itself as a list.
    pub list: ListFacts,
    /// Whether the document is there in full and offers no more of its list.
    pub is_whole: bool,
}

/// One line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Line {
    /// The way to its element: at each level of the tree, which child.
    pub at: Vec<u32>,
    /// What it says.
    pub text: String,
}

impl Shown {
    /// What is known of its amounts.
    pub(crate) fn money(&self) -> PageMoney<'_> {
        PageMoney {
            language: self.list.language.as_deref(),
            currency: self.list.currency.as_deref(),
        }
    }

    /// The day that a line names.
    pub(crate) fn day(&self, line: &Line) -> Option<String> {
        read_date(&line.text, self.list.language.as_deref()).map(|moment| moment.day())
    }

    /// Whether a line names an amount.
    pub(crate) fn is_amount(&self, line: &Line) -> bool {
        self.day(line).is_none() && read_money(&line.text, self.money()).is_some()
    }

    /// The lines of each entry of the page's list. An entry has both a line that `is_key` and one that `is_evidence`; the list is
    /// what has the most entries as its children.
    pub(crate) fn entries(
        &self,
        is_key: impl Fn(&Line) -> bool,
        is_evidence: impl Fn(&Line) -> bool,
    ) -> Vec<Vec<&Line>> {
        let mut by_element: BTreeMap<&[u32], (bool, bool)> = BTreeMap::new();
        for line in &self.lines {
            let (key, evidence) = (is_key(line), is_evidence(line));
            for depth in 1..=line.at.len() {
                let found = by_element.entry(&line.at[..depth]).or_default();
                *found = (found.0 || key, found.1 || evidence);
            }
        }
        let entries = by_element
            .iter()
            .filter(|(_, found)| **found == (true, true))
            .map(|(at, _)| *at);
        let mut by_list: BTreeMap<&[u32], BTreeSet<&[u32]>> = BTreeMap::new();
        for entry in entries {
            by_list
                .entry(&entry[..entry.len() - 1])
                .or_default()
                .insert(entry);
        }
        // Of several with as many entries, the innermost.
        let list = by_list
            .into_iter()
            .max_by_key(|(at, entries)| (entries.len(), at.len()));
        let entries = list.map(|(_, entries)| entries).unwrap_or_default();
        let lines_of = |entry: &[u32]| {
            self.lines
                .iter()
                .filter(|line| line.at.starts_with(entry))
                .collect()
        };
        entries.into_iter().map(lines_of).collect()
    }
}

/// What a line says, as letters alone: words without figures.
pub(crate) fn letters(text: &str) -> String {
    let folded = fold(text);
    let words = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// How many letters a text has.
fn length(text: &str) -> usize {
    text.chars().filter(|c| *c != ' ').count()
}

/// Whether a phrase stands in a text of letters and makes up at least half of it: a product's name that has such a word in it says
/// nothing.
pub(crate) fn is_mostly(letters: &str, phrase: &str, whole: bool) -> bool {
    length(phrase) * 2 >= length(letters) && says(letters, phrase, whole)
}
