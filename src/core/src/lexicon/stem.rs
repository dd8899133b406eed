//! The table of stems: what is known of the beginning of a word, in all languages at once.
//!
//! The build sorts the spellings, so a look-up narrows the range of those that begin as the text does, letter by letter, and
//! ends with the first letter that none of them has.

use super::meaning::Meaning;
use super::words::Meanings;
use std::ops::Range;

/// What is known of a spelling; most spellings share it with others.
#[derive(Debug)]
pub(super) struct Entry {
    /// What it means; empty for what is only a part of a notice.
    pub(super) meanings: Meanings,
    /// Its language writes no spaces, or glues particles on: it may stand inside a run of letters.
    pub(super) stands_inside: bool,
    /// It is a part of a notice.
    pub(super) notice: NoticePart,
}

/// Whether a stem is a part of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoticePart {
    /// It is none.
    None,
    /// It is one.
    Part,
    /// It is the longest part of one, which makes a text worth keeping.
    Anchor,
}

/// A sentence of the site, by parts that all have to stand in a text, in any order.
#[derive(Debug)]
pub(super) struct Notice {
    /// What it says.
    pub(super) meaning: Meaning,
    /// Places among the stems. That of the longest part comes first.
    pub(super) parts: &'static [u16],
}

include!(concat!(env!("OUT_DIR"), "/stems.rs"));

/// All stems, sorted by their spelling, and the notices that are made of some.
#[derive(Debug)]
pub(super) struct Stems {
    /// Folded. A spelling that ends with a space is a whole word.
    spellings: &'static [&'static str],
    /// What is known of each spelling, as a place among the entries.
    entry_of: &'static [u8],
    entries: &'static [Entry],
    /// Where the stems begin whose first byte is at least so large.
    first_bytes: &'static [u16; 257],
    /// Sorted by their first parts.
    pub(super) notices: &'static [Notice],
}

/// Those that the build makes from the facts.
pub(super) const SHIPPED: Stems = Stems {
    spellings: &SPELLINGS,
    entry_of: &ENTRY_OF,
    entries: &ENTRIES,
    first_bytes: &FIRST_BYTES,
    notices: &NOTICES,
};

/// Ends the spelling of a whole word, and stands between the words of a stem of several.
const WORD_END: u8 = b' ';

impl Stems {
    /// Visits the stems that `text` begins with, the shorter first: `visit(length in bytes, place, entry)`. `inside`: the text
    /// does not begin a word, so only stems that may stand inside one count.
    pub(super) fn prefixes(
        &self,
        text: &str,
        inside: bool,
        mut visit: impl FnMut(usize, usize, &Entry),
    ) {
        let mut range = 0..self.spellings.len();
        for (at, letter) in text.bytes().chain([WORD_END]).enumerate() {
            self.narrow(&mut range, at, letter);
            if range.is_empty() {
                return;
            }
            let place = range.start;
            if self.spellings[place].len() == at + 1 {
                let entry = &self.entries[usize::from(self.entry_of[place])];
                if !inside || entry.stands_inside {
                    visit(at + usize::from(letter != WORD_END), place, entry);
                }
                range.start += 1;
            }
        }
    }

    /// Narrows a range of stems that are alike up to the byte `at` to those that have `letter` there.
    fn narrow(&self, range: &mut Range<usize>, at: usize, letter: u8) {
        if at == 0 {
            let letter = usize::from(letter);
            *range = self.first_bytes[letter].into()..self.first_bytes[letter + 1].into();
            return;
        }
        let spellings = &self.spellings[range.clone()];
        let from = spellings.partition_point(|one| one.as_bytes()[at] < letter);
        let length = spellings[from..].partition_point(|one| one.as_bytes()[at] == letter);
        *range = range.start + from..range.start + from + length;
    }
}
