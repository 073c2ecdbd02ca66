//! The program from the command line, end to end: figures, exit codes, languages, the way out of every fault.

mod demo;
mod find;
mod harness;
mod log;
mod newer;
#[path = "../shims/raw.rs"]
mod raw;
mod report;
mod safe;
#[path = "../scalars/mod.rs"]
mod scalars;
mod scalars_out;
#[path = "../shims/mod.rs"]
mod shims;
mod store;
mod trouble;
mod usage;
mod views;
