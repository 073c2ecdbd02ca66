//! The printed reports, made from the sample period and from logs that are changed.

mod counted;
mod formats;
mod funder;
mod harness;
mod prints;
#[path = "../scalars/mod.rs"]
mod scalars;
mod scalars_out;
mod signing;
