//! The lexicon's table: from the packed bytes (`build/pack.rs`) to one look-up.
//!
//! It is unpacked once, into cells that lie in zeroed memory and so weigh nothing in the module. They are atomic because a
//! static must be safe to share: where there is one thread that costs nothing, and where there are more, each that unpacks
//! writes the same values to the same cells.

use super::bits::Bits;
use super::key::{self, ANCHOR, Hash, INSIDE, LABEL, PART};
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU32, Ordering};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

include!(concat!(env!("OUT_DIR"), "/sizes.rs"));

/// What is known of a stem, a part of a notice or a label: shared by all that mean the same.
#[derive(Clone, Copy)]
pub(super) struct Record {
    /// Its place in the table.
    pub(super) place: u16,
    flags: u8,
    pub(super) values: &'static [u8],
}

impl Record {
    pub(super) const fn stands_inside(self) -> bool {
        self.flags & INSIDE != 0
    }

    pub(super) const fn is_part(self) -> bool {
        self.flags & PART != 0
    }

    pub(super) const fn is_anchor(self) -> bool {
        self.flags & ANCHOR != 0
    }

    /// By chance a stem may have the key of a label, or the other way round: their values are not of one kind.
    pub(super) const fn is_label(self) -> bool {
        self.flags & LABEL != 0
    }
}

/// A power of two that keeps the table less than six tenths full, so that a look-up is one probe or two, seldom more.
const SLOTS: usize = 1 << 14;
const _: () = assert!(KEYS * 5 < SLOTS * 3, "the lexicon has outgrown its table");

/// Open addressing: a slot holds a place, counted from 1; 0 is free.
static PLACES: [AtomicU16; SLOTS] = [const { AtomicU16::new(0) }; SLOTS];
/// By place: the key, and where its record begins.
static KEY_AT: [AtomicU32; KEYS] = [const { AtomicU32::new(0) }; KEYS];
static HEAD_AT: [AtomicU16; KEYS] = [const { AtomicU16::new(0) }; KEYS];
/// Bit by bit, the short hashes of what a stem of several words begins with.
static GOES_ON: [AtomicU32; 1 << key::SHORT_BITS >> 5] =
    [const { AtomicU32::new(0) }; 1 << key::SHORT_BITS >> 5];
/// One notice after the other: its parts, the last of them marked, and what it gives.
static NOTICES: [AtomicU16; NOTICE_CELLS] = [const { AtomicU16::new(0) }; NOTICE_CELLS];
const LAST: u16 = 0x8000;

static IS_UNPACKED: AtomicBool = AtomicBool::new(false);

fn get16(cells: &[AtomicU16], at: usize) -> u16 {
    cells.get(at).map_or(0, |cell| cell.load(Ordering::Relaxed))
}

fn set16(cells: &[AtomicU16], at: usize, value: u16) {
    if let Some(cell) = cells.get(at) {
        cell.store(value, Ordering::Relaxed);
    }
}

fn key_at(place: u16) -> u32 {
    KEY_AT
        .get(usize::from(place))
        .map_or(0, |cell| cell.load(Ordering::Relaxed))
}

/// The slot of a key, or the free one where it would stand; and the place in it, counted from 1.
fn slot(key: u32) -> (usize, u16) {
    let mut slot = key as usize & (SLOTS - 1);
    loop {
        let place = get16(&PLACES, slot);
        if place == 0 || key_at(place - 1) == key {
            return (slot, place);
        }
        slot = (slot + 1) & (SLOTS - 1);
    }
}

fn be_unpacked() {
    if !IS_UNPACKED.load(Ordering::Acquire) {
        unpack();
        IS_UNPACKED.store(true, Ordering::Release);
    }
}

/// What is known of a spelling.
pub(super) fn find(hash: Hash) -> Option<Record> {
    be_unpacked();
    let (_, place) = slot(hash.key());
    let place = place.checked_sub(1)?;
    let head = usize::from(get16(&HEAD_AT, place.into()));
    let first = *PACKED.get(head)?;
    let values = PACKED
        .get(head + 1..head + 1 + usize::from(first & ((1 << key::COUNT_OF_VALUES_BITS) - 1)))?;
    Some(Record {
        place,
        flags: first >> key::COUNT_OF_VALUES_BITS,
        values,
    })
}

/// Whether a stem of several words may go on after these; no for certain, yes most probably.
pub(super) fn goes_on(hash: Hash) -> bool {
    be_unpacked();
    let short = hash.short();
    GOES_ON
        .get(short as usize / 32)
        .is_some_and(|cell| cell.load(Ordering::Relaxed) >> (short % 32) & 1 == 1)
}

/// What the notices give all of whose parts are there.
pub(super) fn notices(is_there: impl Fn(u16) -> bool, mut given: impl FnMut(u8)) {
    be_unpacked();
    let mut is_whole = true;
    let mut cells = NOTICES.iter().map(|cell| cell.load(Ordering::Relaxed));
    while let Some(part) = cells.next() {
        is_whole &= is_there(part & !LAST);
        if part & LAST != 0 {
            let number = cells.next().unwrap_or(0);
            if is_whole {
                given(number.to_le_bytes()[0]);
            }
            is_whole = true;
        }
    }
}

fn unpack() {
    let (heads, bits) = PACKED.split_at(HEADS);
    let bits = &mut Bits::of(bits);
    let (mut head, mut place) = (0, 0);
    while let Some(first) = heads.get(usize::from(head)) {
        let (count, mut keys) = bits.ascending(key::KEY_BITS);
        for _ in 0..count {
            let key = keys.next(bits);
            KEY_AT[usize::from(place)].store(key, Ordering::Relaxed);
            set16(&HEAD_AT, place.into(), head);
            set16(&PLACES, slot(key).0, place + 1);
            place += 1;
        }
        head += 1 + u16::from(first & ((1 << key::COUNT_OF_VALUES_BITS) - 1));
    }
    let (count, mut shorts) = bits.ascending(key::SHORT_BITS);
    for _ in 0..count {
        let short = shorts.next(bits);
        GOES_ON[short as usize / 32].fetch_or(1 << (short % 32), Ordering::Relaxed);
    }
    unpack_notices(bits);
}

fn unpack_notices(bits: &mut Bits) {
    let mut at = 0;
    let mut put = |cell: u16| {
        set16(&NOTICES, at, cell);
        at += 1;
    };
    for number in 0..KINDS_OF_NOTICE {
        let (count, mut firsts) = bits.ascending(key::PART_BITS);
        for _ in 0..count {
            let mut part = firsts.next(bits);
            loop {
                let goes_on = bits.bit() == 1;
                // Records of parts come last, as their flags are the higher ones.
                let place = FIRST_PART + u16::try_from(part).unwrap_or(0);
                put(if goes_on { place } else { place | LAST });
                if !goes_on {
                    break;
                }
                part = bits.number(key::PART_BITS);
            }
            put(number);
        }
    }
}
