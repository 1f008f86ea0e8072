//! A figure that is read from the data, or typed by a person.

use super::{At, Figure};

/// A figure that is read from the data, or typed by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Read from the data (`auto`).
    Auto,
    /// Typed.
    Figure(At<Figure>),
}
