//! Memory that is let go of is zeroed first, so that what was dropped when the screen was locked is gone from memory too,
//! and not only out of reach (safety: "Nobody looks in"). SQLCipher does the same with its own.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;

/// The system's allocator, with every block zeroed before it is given back.
pub struct Zeroing;

#[global_allocator]
static MEMORY: Zeroing = Zeroing;

// SAFETY: every call goes to the system's allocator with what was asked for; a block is written to only while it is still
// allocated, and in its own length. What is not defined here (growing a block) goes through these, copy and all.
unsafe impl GlobalAlloc for Zeroing {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe {
            block.write_bytes(0, layout.size());
            // Without a look at it the compiler leaves out what is written to a block just before it is freed.
            black_box(block);
            System.dealloc(block, layout);
        }
    }
}
