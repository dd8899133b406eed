//! Reads the bits that `build/pack.rs` writes.

use super::key;

pub(super) struct Bits {
    bytes: &'static [u8],
    at: usize,
}

impl Bits {
    pub(super) const fn of(bytes: &'static [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn bit(&mut self) -> u32 {
        let byte = self.bytes.get(self.at / 8).copied().unwrap_or(0);
        let bit = byte >> (self.at % 8) & 1;
        self.at += 1;
        bit.into()
    }

    pub(super) fn number(&mut self, width: u32) -> u32 {
        let mut number = 0;
        for at in 0..width {
            number |= self.bit() << at;
        }
        number
    }

    /// Numbers in order: their count, and what reads one after the other.
    pub(super) fn ascending(&mut self, universe: u32) -> (u32, Ascending) {
        let count = self.number(key::COUNT_BITS);
        (
            count,
            Ascending {
                last: 0,
                width: key::rice_bits(universe, count),
            },
        )
    }
}

pub(super) struct Ascending {
    last: u32,
    width: u32,
}

impl Ascending {
    pub(super) fn next(&mut self, bits: &mut Bits) -> u32 {
        while bits.bit() == 1 {
            self.last += 1 << self.width;
        }
        self.last += bits.number(self.width);
        self.last
    }
}
