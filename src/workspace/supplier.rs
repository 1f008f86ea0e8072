//! Suppliers (`suppliers:` of `calendar.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Id, ProductId, Ratio, Text};

use super::At;

/// Who makes products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplier {
    /// Its name in files.
    pub id: Id<Supplier>,
    /// Its name for readers.
    pub name: Text,
    /// What it makes.
    pub products: Vec<At<ProductId>>,
    /// When it is paid; the shares sum to one.
    pub terms: Vec<Term>,
    /// Where it is written.
    pub place: Place,
}

/// A part of the price and when it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The part (0.30).
    pub share: Ratio,
    /// When it is due: `po`, `before-shipment`.
    pub when: String,
}
