//! What the standard library would bring, in less space: an allocator, and an end for panics.

use core::panic::PanicInfo;
use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};

// SAFETY: a content script has one thread, and this module is built without atomics.
#[expect(
    unsafe_code,
    reason = "that there is one thread is known here and nowhere else"
)]
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };

/// A trap, which the loader catches: nobody would read the message.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
