//! The program as a user runs it: arguments in, streams, files and exit code out.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a test that is left out says so")]

mod harness;

mod archive;
mod archived;
mod baseline;
mod build;
mod data;
mod faults;
mod forecast;
mod forecast_csv;
mod helm;
mod import;
mod mending;
mod new;
mod newcomer;
mod plan;
mod reading;
mod shelf;
mod signals;
mod signatures;
mod streams;
mod table;
mod usage;
mod verify;
mod why;
