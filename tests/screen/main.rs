//! The screen: keys in, pictures out, on the sample and the real worker, without a terminal or threads.

mod desk;
mod drafts;
mod figures;
mod forms;
mod leaving;
mod lists;
mod locking;
mod look_up;
mod markers;
mod newer;
mod offers;
mod parent;
mod printing;
mod random;
#[path = "../shims/raw.rs"]
mod raw;
mod reading;
mod reports;
mod safe;
#[path = "../scalars/mod.rs"]
mod scalars;
mod scalars_out;
mod settings;
mod shift;
#[path = "../shims/mod.rs"]
mod shims;
mod start;
mod statistics;
mod taken_for_granted;
mod terminal;
mod trouble;
mod upkeep;
mod views;
mod widths;
