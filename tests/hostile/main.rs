//! Input that somebody made to do harm, and input that is broken: a finding at its place, nothing executed, nothing
//! written outside of the output folder, and memory that is bounded. README.md beside it names the test of each attack.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod shop;

mod canary;
mod dates;
mod files;
mod numbers;
mod paths;
mod sizes;
mod text;
mod yaml;
