//! What is done with the bytes of each fuzz target: read, and held against what must be true whatever they are.
//!
//! A body returns when all is well and panics when something is not. The same bodies run in three places: in the
//! targets of `cargo fuzz`, and over the kept inputs and over fixed mutations of them in `cargo test`
//! (tests/fuzz_corpus.rs).
#![allow(unreachable_pub, reason = "a library here, a module of a test there")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a body fails by panicking")]

mod archives;
mod bytes;
mod cells;
mod charts;
mod exports;
mod forecasts;
mod formulas;
mod markdown;
mod markup;
mod paths;
mod quantities;
mod words;
mod workspaces;

pub use archives::archives;
pub use cells::{dates, numbers};
pub use charts::charts;
pub use exports::{exports, workbooks};
pub use forecasts::forecasts;
pub use formulas::formulas;
pub use markdown::markdown;
pub use paths::paths;
pub use quantities::quantities;
pub use words::words;
pub use workspaces::{pages, workspaces, yaml};

/// A body: takes any bytes.
pub type Body = fn(&[u8]);

/// Every target with its body.
pub const TARGETS: [(&str, Body); 15] = [
    ("archives", archives),
    ("charts", charts),
    ("dates", dates),
    ("exports", exports),
    ("forecasts", forecasts),
    ("formulas", formulas),
    ("markdown", markdown),
    ("numbers", numbers),
    ("pages", pages),
    ("paths", paths),
    ("quantities", quantities),
    ("words", words),
    ("workbooks", workbooks),
    ("workspaces", workspaces),
    ("yaml", yaml),
];
