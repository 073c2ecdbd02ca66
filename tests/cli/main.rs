//! The program from the command line, end to end: figures, exit codes, languages, the way out of every fault.

mod demo;
mod find;
mod harness;
mod log;
mod report;
mod safe;
mod store;
mod usage;
mod views;
