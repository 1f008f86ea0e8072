//! Everything measured, and its one question: sums of measures by keys over days.
//!
//! [`Facts`] holds measures by day × product × marketplace × further dimensions, exact, in minor units of the
//! marketplace's currency; never a ratio, never a float. [`Facts::sum`] answers in the reporting currency
//! at the plan rates, or says why it cannot: no file covers the days, or only a coarser report does.
//! What a measure adds up over ([`Over`]) decides what a sum is: stock has its last figure, a level only itself.
//! The [`ImportLog`] beside the figures tells where they come from.

mod builder;
mod cells;
mod coverage;
mod exchange;
mod import_log;
mod key;
mod listing;
mod overlap;
mod query;
mod split;
#[cfg(test)]
mod tests;
mod total;

pub use crate::metric::Over;
pub use builder::{Builder, Fact};
pub use exchange::{Basis, Exchange};
pub use import_log::{
    Check, FileTotal, ImportLog, ImportedFile, LeftOut, NearestKind, OtherWords, REFUSALS_KEPT,
    Reconciliation, Refusal, Replaced, Unmapped, Unused,
};
pub use key::{Item, ItemKey, MarketKey, MeasureKey, Scale, Tag, TagKey, unmapped_product, whole_market};
pub use overlap::{Overlap, Story};
pub use query::Facts;
pub use total::{Fineness, Total};
