//! Why a table cannot be computed.

use crate::diagnostic::nearest;
use crate::metric::Measure;
use crate::quantity::MeasureId;

/// Why a table cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A name in the request that nothing has.
    Unknown(UnknownName),
    /// A figure asked by a dimension that one of its measures lacks (M007).
    Grain {
        /// The figure.
        metric: String,
        /// The measure.
        measure: String,
        /// The dimension.
        of: String,
        /// What the measure may be split by.
        grains: String,
    },
    /// A figure asked by a dimension that is for others.
    Applies {
        /// The figure.
        metric: String,
        /// The dimension.
        dimension: String,
    },
    /// Two dimensions at once that no figure has together.
    Second {
        /// The first.
        first: String,
        /// The second.
        second: String,
    },
    /// A dimension by which nothing is planned.
    Unplanned {
        /// The dimension.
        dimension: String,
    },
}

/// A name in a request that nothing has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// What it should name: `table`, `dimension`, `metric`, `product`, `marketplace`, a dimension's own name.
    pub what: String,
    /// The name.
    pub name: String,
    /// The known name most like it.
    pub nearest: Option<String>,
    /// All known names.
    pub known: Vec<String>,
}

impl Refusal {
    /// The refusal of a name, with the names there are.
    pub(super) fn new<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
        let nearest = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        Refusal::Unknown(UnknownName { what: what.to_owned(), name: name.to_owned(), nearest, known })
    }

    /// The refusal of a figure by a dimension, with the measure that lacks it.
    pub(super) fn grain(metric: &MeasureId, measure: &Measure, of: &str) -> Self {
        Refusal::Grain {
            metric: metric.to_string(),
            measure: measure.id.to_string(),
            of: of.to_owned(),
            grains: measure.grain_names(),
        }
    }
}
