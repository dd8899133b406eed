//! The lexicon's table: from the packed keys to one look-up.

use super::key::{Hash, RICE_BITS};
use std::sync::OnceLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

include!(concat!(env!("OUT_DIR"), "/records.rs"));

/// The stem may stand inside a run of letters.
pub(super) const INSIDE: u8 = 1;
/// A stem of several words may go on here.
pub(super) const GOES_ON: u8 = 2;
/// It is a part of a notice.
pub(super) const PART: u8 = 4;
/// It is the part of a notice that makes a text worth keeping.
pub(super) const ANCHOR: u8 = 8;

/// What is known of a stem, a part of a notice or a label: shared by all that mean the same.
pub(super) struct Record {
    pub(super) flags: u8,
    pub(super) values: &'static [u8],
}

/// Open addressing: a slot holds a key (0 for none) and the key's place in the sorted list.
pub(super) struct Table {
    keys: Vec<u32>,
    places: Vec<u16>,
}

/// A power of two that keeps the table less than half full, so that a look-up is one probe, seldom two.
const SLOTS: usize = 1 << 14;

impl Table {
    pub(super) fn get() -> &'static Self {
        static UNPACKED: OnceLock<Table> = OnceLock::new();
        UNPACKED.get_or_init(Self::unpack)
    }

    fn unpack() -> Self {
        let count = u16::from_le_bytes([PACKED[0], PACKED[1]]);
        let bits = &PACKED[2 + usize::from(count)..];
        let mut table = Self {
            keys: vec![0; SLOTS],
            places: vec![0; SLOTS],
        };
        let mut at = 0;
        let mut next = || {
            let bit = bits[at / 8] >> (at % 8) & 1;
            at += 1;
            u32::from(bit)
        };
        let mut key = 0;
        for place in 0..count {
            while next() == 1 {
                key += 1 << RICE_BITS;
            }
            key += (0..RICE_BITS).fold(0, |gap, bit| gap | next() << bit);
            let slot = table.slot(key);
            table.keys[slot] = key;
            table.places[slot] = place;
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

    /// The place of a key in the sorted list, and what is known of it.
    pub(super) fn find(&self, hash: Hash) -> Option<(u16, &'static Record)> {
        let slot = self.slot(hash.key());
        (self.keys[slot] != 0).then(|| {
            let place = self.places[slot];
            (place, &RECORDS[usize::from(PACKED[2 + usize::from(place)])])
        })
    }
}
