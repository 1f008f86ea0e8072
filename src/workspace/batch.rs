//! Batches, followed from order to cash (`batches/*.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{BatchId, CycleId, Day, MarketplaceId, Money, PersonId, ProductId, Sku, Text};

use super::{At, Figure};

/// A batch of one product, followed from order to cash.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Its name in files and paths.
    pub id: BatchId,
    /// Its name for readers.
    pub name: Text,
    /// The product.
    pub product: At<ProductId>,
    /// The SKU.
    pub sku: Option<At<Sku>>,
    /// Where it is sold.
    pub marketplace: Option<At<MarketplaceId>>,
    /// How many units.
    pub units: u32,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// What it costs, by name, in file order: `fob`, `freight`, `duty`, `launch`.
    pub money: Vec<(String, Money)>,
    /// Its stages in file order.
    pub stages: Vec<BatchStage>,
    /// Money that went out and came in.
    pub cash: Vec<CashFlow>,
    /// What was learned.
    pub retrospective: Option<BatchRetrospective>,
    /// Where it is written.
    pub place: Place,
}

/// A stage of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchStage {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// The stage that must be over before this one begins.
    pub after: Option<At<String>>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// When it shall be over.
    pub plan: At<Day>,
    /// When it was over.
    pub actual: Option<At<Day>>,
    /// Why it was late or early.
    pub cause: Option<Text>,
    /// Figures of it by name.
    pub kpis: Vec<Kpi>,
    /// Where it is written.
    pub place: Place,
}

/// A figure of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kpi {
    /// Its name in files.
    pub id: String,
    /// What it shall be.
    pub plan: Option<Figure>,
    /// What it was.
    pub actual: Option<Figure>,
}

/// Money that went out (below nought) or came in on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashFlow {
    /// The day.
    pub date: Day,
    /// How much.
    pub amount: Money,
}

/// What was learned of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchRetrospective {
    /// What was wanted.
    pub goal: Option<Text>,
    /// What came out; nothing when it is read from the data.
    pub result: Option<Text>,
    /// Why.
    pub causes: Vec<Text>,
    /// What is understood now.
    pub insight: Option<Text>,
    /// What the next batch shall do better.
    pub next_targets: Vec<NextTarget>,
}

/// How long a stage of the next batch may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTarget {
    /// The stage.
    pub stage: At<String>,
    /// In days.
    pub days: u32,
    /// The cycle that sees to it.
    pub cycle: Option<At<CycleId>>,
}
