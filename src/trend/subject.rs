//! What a series tells of.

use super::NoSeries;
use super::lens::Lens;
use crate::quantity::{MeasureId, Scope, Span};
use crate::review::{Check, Reading};
use crate::workspace::Workspace;

/// A figure of a part of the company or of its market.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The measure or metric.
    pub metric: MeasureId,
    /// The part of the company.
    pub scope: Scope,
    /// What of it, by a further dimension; all when it is nothing.
    pub segment: Option<Segment>,
}

/// A value of a dimension, or a group of one that a user made: `search_term = "cold brew bottle"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The dimension; [`Segment::CATEGORY`] for a category of `market.yaml`.
    pub dimension: String,
    /// Its value, the id of a group, or the id of the category.
    pub value: String,
}

impl Subject {
    /// A figure of a part of the company.
    pub fn of(metric: &MeasureId, scope: &Scope) -> Self {
        Subject { metric: metric.clone(), scope: scope.clone(), segment: None }
    }

    /// The same of a value of a further dimension alone.
    #[must_use]
    pub fn within(self, dimension: &str, value: &str) -> Self {
        let segment = Segment { dimension: dimension.to_owned(), value: value.to_owned() };
        Subject { segment: Some(segment), ..self }
    }

    /// Another figure of the same part.
    #[must_use]
    pub fn with_metric(&self, metric: &MeasureId) -> Self {
        Subject { metric: metric.clone(), ..self.clone() }
    }

    /// Its value over some days, from the sums of its measures.
    ///
    /// # Errors
    /// When it cannot be read at all: no such dimension or category, or no figures by it.
    pub fn read(&self, workspace: &Workspace, check: &Check<'_>, span: Span) -> Result<Reading, NoSeries> {
        Ok(Lens::of(workspace, check, self)?.read(check, self, span))
    }
}

impl Segment {
    /// The dimension whose values are the categories of `market.yaml`, each of them the sum of its products.
    ///
    /// A product may be in several, so that these are no parts of a whole.
    pub const CATEGORY: &'static str = "market_category";
}
