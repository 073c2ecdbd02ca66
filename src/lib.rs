//! `caselog`: an encrypted case log for one caseworker at a terminal.
//!
//! docs/architecture.md describes the rooms and the one direction of their imports.

pub mod app;
pub mod checks;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod entry;
pub mod facts;
mod files;
pub mod i18n;
mod memory;
pub mod query;
pub mod report;
pub mod stats;
pub mod store;
pub mod term;
pub mod transfer;
pub mod ui;
pub mod worker;
