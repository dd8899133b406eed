//! Rows of a list whose buttons all say the same ("Request", "Open"): what one of them does is said by the title of its row.

use std::collections::HashMap;

use crate::fold::fold;
use crate::ids::ControlId;
use crate::lexicon::{Concept, Lexicon, Meaning};
use crate::record::Record;
use crate::view::Kind;

/// A longer text is no mere "Request".
const LONGEST_LABEL: usize = 24;

/// A button and the text that may be the title of its row, as places among the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Titled {
    /// The button or link.
    pub button: usize,
    /// The text or heading before it.
    pub title: usize,
}

/// The buttons that say no more than others do, after a text that is the label of what ends the account or of the site's
/// export. Whether the two make up a row by themselves is for the reader to see. `is_relevant` tells at which places stands what
/// the lexicon knows.
#[must_use]
pub fn titled(records: &[Record<'_>], is_relevant: &[bool], lexicon: &Lexicon) -> Vec<Titled> {
    let relevant = records.iter().zip(is_relevant).enumerate();
    let titles = relevant
        .filter(|(_, (record, known))| {
            **known && is_read(record) && names_a_control(record, lexicon)
        })
        .map(|(at, _)| at);
    let mut titles = titles.peekable();
    if titles.peek().is_none() {
        return Vec::new();
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    for record in records.iter().filter(|record| is_pressable(record)) {
        *times.entry(record.said.trim()).or_default() += 1;
    }
    let says_little = |record: &Record<'_>| {
        let label = record.said.trim();
        let words = lexicon.words(&fold(label));
        record.words.is_empty()
            && (1..=LONGEST_LABEL).contains(&label.chars().count())
            && times.get(label).is_some_and(|times| *times > 1)
            && !words.any(&[Meaning::No, Meaning::Other])
    };
    let mut found: Vec<Titled> = titles
        .filter_map(|title| {
            let mut after = records.iter().enumerate().skip(title + 1);
            let (button, record) = after.find(|(_, record)| !is_read(record))?;
            (is_pressable(record) && says_little(record)).then_some(Titled { button, title })
        })
        .collect();
    // What stands between a title and its button says more of the same.
    found.dedup_by_key(|one| one.button);
    found
}

const fn is_read(record: &Record<'_>) -> bool {
    matches!(record.kind, Kind::Text | Kind::Heading)
}

const fn is_pressable(record: &Record<'_>) -> bool {
    matches!(record.kind, Kind::Link | Kind::Button)
}

fn names_a_control(record: &Record<'_>, lexicon: &Lexicon) -> bool {
    let words = lexicon.words(&fold(record.said));
    let mut labels = words.labels.iter();
    let is_sought =
        |control: &ControlId| control.is_destructive() || *control == ControlId::DownloadData;
    labels.any(|(concept, _)| matches!(concept, Concept::Control(control) if is_sought(control)))
        || words.ends_account && words.is_clean() && !words.any(&[Meaning::Other])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::LEXICON;
    use crate::record::records;

    /// The titled buttons of a page of such kinds and texts.
    fn of(page: &[(&str, &str)]) -> Vec<Titled> {
        let packed: Vec<String> = page
            .iter()
            .map(|(kind, said)| format!("{kind}\u{1f}{said}"))
            .collect();
        let packed = packed.join("\u{1e}");
        let packed = format!("{packed}\0{}", packed.to_lowercase());
        let parsed: Vec<Record<'_>> = records(&packed)
            .filter_map(|(raw, decomposed)| Record::parse(raw, decomposed))
            .collect();
        titled(&parsed, &vec![true; parsed.len()], &LEXICON)
    }

    #[test]
    fn the_title_before_a_button_that_says_what_others_say_may_name_it() {
        let page = [
            ("t", "Download my data"),
            ("a", "Open"),
            ("h", "Delete my account"),
            ("t", "All is erased, for good"),
            ("a", "Open"),
            ("t", "Delete the search history"),
            ("a", "Open"),
        ];
        let found = of(&page);
        assert!(
            found.contains(&Titled {
                button: 4,
                title: 2
            }),
            "{found:?}"
        );
        assert!(found.iter().all(|one| one.button != 6), "{found:?}");
    }

    #[test]
    fn a_button_that_says_something_by_itself_or_alone_needs_no_title() {
        assert_eq!(of(&[("t", "Delete my account"), ("b", "Open")]), []);
        let refuses = [
            ("t", "Delete my account"),
            ("b", "Cancel"),
            ("t", "Delete the history"),
            ("b", "Cancel"),
        ];
        assert_eq!(of(&refuses), []);
        let between = [
            ("t", "Delete my account"),
            ("e", ""),
            ("b", "Open"),
            ("b", "Open"),
        ];
        assert_eq!(of(&between), []);
    }
}
