//! Any text in the storage: read without a panic, and written as it will be read again.
#![no_main]

use farewell_core::Memory;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let kept = Memory::from_text(&String::from_utf8_lossy(bytes)).to_text();
    assert_eq!(Memory::from_text(&kept).to_text(), kept);
});
