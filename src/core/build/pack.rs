//! The lexicon as bytes: what `src/lexicon/table.rs` unpacks.
//!
//! ```text
//! bytes   for each record: its flags and how many values, its values
//! bits    for each record: its keys in order, Rice-coded
//!         the first words of stems of several words: the same, of the short hash
//!         for each kind of notice: its notices, their first parts Rice-coded
//! ```

use crate::key::{self, Hash, PART};
use crate::{Entries, Notices};
use std::collections::{BTreeMap, BTreeSet};

/// Bits from the lowest on; a number's lowest bit comes first.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    fn number(&mut self, number: u32, width: u32) {
        assert!(
            u64::from(number) < 1 << width,
            "{number} needs more than {width} bits"
        );
        self.0.extend((0..width).map(|bit| number >> bit & 1 == 1));
    }

    /// How many numbers of `universe` bits follow in order; gives the width of the low bits of their differences.
    fn count(&mut self, count: usize, universe: u32) -> u32 {
        let count = u32::try_from(count).expect("few numbers");
        self.number(count, key::COUNT_BITS);
        key::rice_bits(universe, count)
    }

    /// The difference to the number before: the low bits as they are, the rest in unary.
    fn gap(&mut self, gap: u32, width: u32) {
        self.0.extend((0..gap >> width).map(|_| true));
        self.0.push(false);
        self.number(gap & ((1 << width) - 1), width);
    }

    fn ascending(&mut self, numbers: &[u32], universe: u32) {
        let width = self.count(numbers.len(), universe);
        let mut before = 0;
        for number in numbers {
            self.gap(number - before, width);
            before = *number;
        }
    }

    fn into_bytes(self) -> Vec<u8> {
        let byte = |bits: &[bool]| {
            bits.iter()
                .enumerate()
                .fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)
        };
        self.0.chunks(8).map(byte).collect()
    }
}

/// The bits as bytes, and the sizes that the engine sets aside for them, as Rust.
pub(super) fn packed(
    entries: &Entries,
    first_words: &BTreeSet<Vec<u8>>,
    notices: &Notices,
) -> (Vec<u8>, String) {
    let (mut bytes, mut bits) = (Vec::new(), Bits::default());
    let records = by_record(entries);
    let mut parts = BTreeMap::new();
    for ((flags, values), keys) in &records {
        bytes.push(
            flags << key::COUNT_OF_VALUES_BITS | u8::try_from(values.len()).expect("few values"),
        );
        bytes.extend(values);
        bits.ascending(keys, key::KEY_BITS);
        if flags & PART != 0 {
            for key in keys {
                parts.insert(*key, u32::try_from(parts.len()).expect("few parts"));
            }
        }
    }
    let heads = bytes.len();
    let shorts: BTreeSet<u32> = first_words
        .iter()
        .map(|spelling| hash(spelling).short())
        .collect();
    bits.ascending(&shorts.into_iter().collect::<Vec<u32>>(), key::SHORT_BITS);
    let cells = pack_notices(notices, &parts, &mut bits);
    let sizes = format!(
        "const HEADS: usize = {heads};\nconst KEYS: usize = {};\nconst FIRST_PART: u16 = {};\nconst KINDS_OF_NOTICE: u16 = {};\nconst NOTICE_CELLS: usize = {cells};\n",
        entries.len(),
        entries.len() - parts.len(),
        notices.keys().max().map_or(0, |number| number + 1),
    );
    bytes.extend(bits.into_bytes());
    (bytes, sizes)
}

fn hash(spelling: &[u8]) -> Hash {
    spelling
        .iter()
        .fold(Hash::EMPTY, |hash, byte| hash.with(*byte))
}

/// The keys, in order, of all that means the same.
fn by_record(entries: &Entries) -> BTreeMap<&(u8, Vec<u8>), Vec<u32>> {
    let mut keyed = BTreeMap::new();
    for (spelling, record) in entries {
        let other = keyed.insert(hash(spelling).key(), record);
        assert!(
            other.is_none(),
            "“{}” has the key of another stem: spell one of them longer",
            String::from_utf8_lossy(spelling)
        );
    }
    let mut records: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for (key, record) in keyed {
        records.entry(record).or_default().push(key);
    }
    records
}

/// How many cells the engine needs for them: one a part, one a notice.
fn pack_notices(notices: &Notices, parts: &BTreeMap<u32, u32>, bits: &mut Bits) -> usize {
    let mut cells = 0;
    for number in 0..=notices.keys().max().copied().unwrap_or(0) {
        let mut those: Vec<Vec<u32>> = notices
            .get(&number)
            .into_iter()
            .flatten()
            .map(|spellings| {
                spellings
                    .iter()
                    .map(|part| parts[&hash(part).key()])
                    .collect()
            })
            .collect();
        for parts in &mut those {
            parts.sort_unstable();
        }
        those.sort();
        those.dedup();
        let width = bits.count(those.len(), key::PART_BITS);
        let mut before = 0;
        for parts in &those {
            bits.gap(parts[0] - before, width);
            before = parts[0];
            for part in &parts[1..] {
                bits.number(1, 1);
                bits.number(*part, key::PART_BITS);
            }
            bits.number(0, 1);
            cells += parts.len() + 1;
        }
    }
    cells
}
