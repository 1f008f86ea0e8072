//! Measures, metrics and dimensions, and the expression graph that values and explains them.
//!
//! A [`Measure`] is counted and may be summed; a [`Metric`] is computed from measures by a formula.
//! A [`Catalogue`] knows them all and turns any id into an [`Expr`] over measures. [`value`] computes an
//! expression, [`explain`] splits its change into contributions of its parts, exactly.
//! Nothing here knows of files, YAML or facts: numbers come through a lookup by name.

mod catalogue;
mod convention;
mod driver_tree;
mod explain;
mod expr;
mod materiality;
mod measure;
mod parse;
mod relation;
mod round;
mod shapley;
mod shown;
mod standard;
mod survey;
mod value;
mod variance;

pub use catalogue::{Catalogue, Fault, Problem};
pub use convention::Convention;
pub use driver_tree::{DriverTree, TreeFault};
pub use explain::{Leaf, Scenario, Stop, Tree, explain};
pub use expr::{Comparison, Condition, Expr, Function, Literal, Sign};
pub use materiality::{Materiality, Rule, Tolerance};
pub use measure::{
    Better, Dimension, Formula, GRAINS, LOOKUPS, Measure, Metric, Over, Role, SourceColumn, Unit,
};
pub use parse::{ParseError, ParseErrorKind};
pub use relation::{Relation, opened};
pub use round::round_parts;
pub(crate) use shapley::{Ends, product_parts};
pub use shown::ShownTree;
pub use value::{Lookup, Value, value};
pub use variance::{Impact, Rel, Variance, variance};
