//! Keys of the lexicon: what stands in it instead of the words themselves, shared by the build and the look-up.
//!
//! Some eight thousand stems, labels and parts of notices in twenty languages are looked up by the 32-bit hashes of their
//! spellings, sorted and Rice-coded: half of what the words would weigh, and one probe a look-up. One looked-up prefix in half a
//! million hits by chance on a stem that it is not; it would have to hit on a verb *and* on its object to matter, and a
//! destructive control needs evidence of another kind besides.

/// Ends a stem that is a whole word.
pub(crate) const WORD_END: u8 = b' ';
/// Ends a label, which is a whole text.
pub(crate) const TEXT_END: u8 = 0;

/// What is said of a record. The stem may stand inside a run of letters: its language writes no spaces, or glues particles on.
pub(crate) const INSIDE: u8 = 1;
/// It is a label: its values are concepts, not meanings.
pub(crate) const LABEL: u8 = 2;
/// It is a part of a notice. Records of parts come last, as their flags are the higher ones.
pub(crate) const PART: u8 = 4;
/// It is the part of a notice that makes a text worth keeping.
pub(crate) const ANCHOR: u8 = 8;

/// Widths of what is packed.
pub(crate) const KEY_BITS: u32 = 32;
pub(crate) const SHORT_BITS: u32 = 14;
pub(crate) const COUNT_OF_VALUES_BITS: u32 = 4;
pub(crate) const COUNT_BITS: u32 = 11;
pub(crate) const PART_BITS: u32 = 12;

/// How many low bits of the difference between neighbours stay as they are (the rest is unary), when `count` numbers of
/// `universe` bits stand in order.
pub(crate) const fn rice_bits(universe: u32, count: u32) -> u32 {
    universe.saturating_sub(u32::BITS - count.leading_zeros())
}

/// A hash that grows byte by byte (FNV-1a, 32 bits), so that all prefixes of a word cost one walk.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u32);

impl Hash {
    pub(crate) const EMPTY: Self = Self(0x811c_9dc5);

    pub(crate) const fn with(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u32).wrapping_mul(0x0100_0193))
    }

    /// The key: [`KEY_BITS`] well-mixed bits.
    pub(crate) const fn key(self) -> u32 {
        let mixed = (self.0 ^ (self.0 >> 15)).wrapping_mul(0x9e37_79b1);
        (mixed ^ (mixed >> 13)) >> (u32::BITS - KEY_BITS)
    }

    /// Fewer bits of it, where a mistake costs no more than a look-up.
    pub(crate) const fn short(self) -> u32 {
        self.key() >> (KEY_BITS - SHORT_BITS)
    }
}
