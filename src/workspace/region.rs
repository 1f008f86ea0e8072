//! Dimensions that users make by grouping the values of another (`regions:` of `marketplaces.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{MeasureId, Text};

use super::At;

/// A dimension made of groups; each key belongs to one group, what is in none is shown as not mapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// The dimension whose values are grouped: `marketplace`, `ship_to`.
    pub of: String,
    /// The measures that have that dimension.
    pub applies_to: Vec<At<MeasureId>>,
    /// The groups, in file order.
    pub groups: Vec<RegionGroup>,
    /// Where it is written.
    pub place: Place,
}

/// A group of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionGroup {
    /// Its name.
    pub name: String,
    /// The values in it.
    pub keys: Vec<At<String>>,
}
