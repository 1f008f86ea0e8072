//! Ids: names that files use to refer to each other, one type for each kind of thing.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The name of a thing of kind `K`. Cheap to copy around; ordered as text.
pub struct Id<K>(Arc<str>, PhantomData<fn() -> K>);

impl<K> Id<K> {
    /// The id with this text; what may stand in an id is checked where files are read.
    pub fn new(text: &str) -> Self {
        Id(text.into(), PhantomData)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Id(Arc::clone(&self.0), PhantomData)
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Marks the kind of an [`Id`]; has no values.
pub mod kind {
    macro_rules! kinds {
        ($($(#[$doc:meta])* $kind:ident),*) => { $($(#[$doc])* #[derive(Debug)] pub enum $kind {})* };
    }
    kinds!(
        /// A batch of one product, followed from order to cash.
        Batch,
        /// A review cycle.
        Cycle,
        /// A department.
        Department,
        /// An event of the calendar.
        Event,
        /// A goal of the year.
        Goal,
        /// A marketplace, such as Amazon US.
        Marketplace,
        /// A measure or a metric.
        Measure,
        /// A person.
        Person,
        /// A product, which may have several SKUs.
        Product,
        /// A stock-keeping unit.
        SkuKind,
        /// A frozen version of the plan.
        Version
    );
}

/// Names a [`kind::Batch`].
pub type BatchId = Id<kind::Batch>;
/// Names a [`kind::Cycle`].
pub type CycleId = Id<kind::Cycle>;
/// Names a [`kind::Department`].
pub type DepartmentId = Id<kind::Department>;
/// Names a [`kind::Event`].
pub type EventId = Id<kind::Event>;
/// Names a [`kind::Goal`].
pub type GoalId = Id<kind::Goal>;
/// Names a [`kind::Marketplace`].
pub type MarketplaceId = Id<kind::Marketplace>;
/// Names a [`kind::Measure`].
pub type MeasureId = Id<kind::Measure>;
/// Names a [`kind::Person`].
pub type PersonId = Id<kind::Person>;
/// Names a [`kind::Product`].
pub type ProductId = Id<kind::Product>;
/// Names a [`kind::SkuKind`].
pub type Sku = Id<kind::SkuKind>;
/// Names a [`kind::Version`].
pub type VersionId = Id<kind::Version>;
