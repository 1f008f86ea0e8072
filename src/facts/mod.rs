//! Everything measured, and its one question: sums of measures by keys over days.
//!
//! [`Facts`] holds additive measures by day × product × marketplace, exact, in minor units of the
//! marketplace's currency; never a ratio, never a float. [`Facts::sum`] answers in the reporting currency
//! at the plan rates, or says why it cannot: no file covers the days, or only a coarser report does.
//! The [`ImportLog`] beside the figures tells where they come from.

mod builder;
mod cell;
mod coverage;
mod exchange;
mod import_log;
mod key;
mod query;
#[cfg(test)]
mod tests;
mod total;

pub use builder::{Builder, Fact, Overlap};
pub use exchange::Exchange;
pub use import_log::{
    Check, FileTotal, ImportLog, ImportedFile, LeftOut, NearestKind, OtherWords, REFUSALS_KEPT,
    Reconciliation, Refusal, Replaced, Unmapped, Unused,
};
pub use key::{
    Item, ItemKey, MarketKey, MeasureKey, Over, Scale, Tag, TagKey, unmapped_product, whole_market,
};
pub use query::Facts;
pub use total::{Fineness, Total};
