//! A value with the place where it was written.

use crate::diagnostic::Place;

/// A value and where a person wrote it, for findings of later stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> At<T> {
    /// A value read at a place.
    pub(crate) fn new(value: T, place: &Place) -> Self {
        At { value, place: place.clone() }
    }
}
