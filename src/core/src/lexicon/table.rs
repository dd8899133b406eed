//! The lexicon's table: from the packed keys to one look-up.

use super::key::{Hash, RICE_BITS};
use std::sync::OnceLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

include!(concat!(env!("OUT_DIR"), "/records.rs"));

/// The stem may stand inside a run of letters.
pub(super) const INSIDE: u8 = 1;
/// A stem of several words may go on here.
const GOES_ON: u8 = 2;

/// What is known of a stem or label: shared by all that mean the same.
pub(super) struct Record {
    pub(super) flags: u8,
    pub(super) values: &'static [u8],
}

/// Open addressing: a slot holds a key (0 for none) and the number of its record.
pub(super) struct Table {
    keys: Vec<u32>,
    records: Vec<u8>,
}

/// A power of two that keeps the table at most a third full, so that a look-up is one probe, seldom two.
const SLOTS: usize = 1 << 14;

impl Table {
    pub(super) fn get() -> &'static Self {
        static UNPACKED: OnceLock<Table> = OnceLock::new();
        UNPACKED.get_or_init(Self::unpack)
    }

    fn unpack() -> Self {
        let count = usize::from(u16::from_le_bytes([PACKED[0], PACKED[1]]));
        let (numbers, bits) = PACKED[2..].split_at(count);
        let mut table = Self { keys: vec![0; SLOTS], records: vec![0; SLOTS] };
        let mut at = 0;
        let mut next = || {
            let bit = bits[at / 8] >> (at % 8) & 1;
            at += 1;
            u32::from(bit)
        };
        let mut key = 0;
        for number in numbers {
            while next() == 1 {
                key += 1 << RICE_BITS;
            }
            key += (0..RICE_BITS).fold(0, |gap, bit| gap | next() << bit);
            let slot = table.slot(key);
            table.keys[slot] = key;
            table.records[slot] = *number;
        }
        table
    }

    /// The slot of a key, or the free one where it would stand.
    fn slot(&self, key: u32) -> usize {
        let mut slot = key as usize & (SLOTS - 1);
        while self.keys[slot] != 0 && self.keys[slot] != key {
            slot = (slot + 1) & (SLOTS - 1);
        }
        slot
    }

    pub(super) fn find(&self, hash: Hash) -> Option<&'static Record> {
        let slot = self.slot(hash.key());
        (self.keys[slot] != 0).then(|| &RECORDS[usize::from(self.records[slot])])
    }

    /// Whether a stem of several words goes on after these.
    pub(super) fn goes_on(&self, hash: Hash) -> bool {
        self.find(hash).is_some_and(|record| record.flags & GOES_ON != 0)
    }
}
