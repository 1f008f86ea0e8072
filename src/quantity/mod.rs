//! The ground floor: the words every stage shares. Money, exact ratios, days and periods, ids, texts.

mod apportion;
mod currency;
mod day;
mod fiscal;
mod id;
mod lang;
mod money;
mod period;
mod ratio;
mod scope;
mod span;

pub use apportion::{AllZero, apportion};
pub use currency::Currency;
pub use day::Day;
pub use fiscal::{FiscalCalendar, FiscalPart, FiscalPeriod, NamedBy, PeriodSystem, WeekStart};
pub use id::{
    BatchId, CycleId, DepartmentId, EventId, GoalId, Id, MarketplaceId, MeasureId, PersonId, ProductId, Sku,
    VersionId, kind,
};
pub use lang::{Lang, Text};
pub use money::Money;
pub use period::{Grain, Period};
pub use ratio::Ratio;
pub use scope::Scope;
pub use span::Span;
