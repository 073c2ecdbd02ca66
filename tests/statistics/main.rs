//! Every figure of the program against a slow, plain count of the same log (docs/architecture.md, Tests).

mod attributes;
mod axes;
mod calendar;
mod filter;
mod log;
mod reference;
mod sample;
mod terms;
