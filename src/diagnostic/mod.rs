//! Findings: what is wrong, where, and what to do about it.
//!
//! Every stage returns its value together with all findings of its pass. A finding holds keys and numbers,
//! no sentence; the sentence in the reader's language comes from the locale's `findings` files, where each
//! code has a message of its own name, and the hints as its attributes.

mod code;
mod finding;
mod nearest;
mod place;
pub mod render;

pub use code::{CODES, Code, Severity};
pub use finding::{Arg, Diagnostic, Diagnostics};
pub use nearest::nearest;
pub use place::Place;

/// The codes by name.
pub mod codes {
    pub use super::code::codes::*;
}
