//! What the store makes of a disk that fails: power cuts, calls that are refused, bytes that are not as they were
//! written. docs/safety.md says how to run these at length.
#![cfg(target_os = "linux")]

mod damage;
mod faults;
mod model;
mod power;
mod scenario;
#[path = "../shims/mod.rs"]
mod shims;

/// A number from the environment, for runs at length; else a short one.
fn setting(name: &str, short: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}
