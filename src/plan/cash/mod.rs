//! Cash: every dated flow, and the curve they make (domain 4.3).

use super::Plan;
use super::economics::Economics;
use super::supply::Supply;
use crate::diagnostic::Diagnostics;
use crate::quantity::{BatchId, Day, MarketplaceId, ProductId, Ratio};
use crate::workspace::Workspace;

/// When money goes out and comes in.
#[derive(Clone, Debug, Default)]
pub struct Cash {
    /// What there is before the first flow, in the reporting currency; nothing when nobody wrote it.
    pub opening: Option<(Day, Ratio)>,
    /// Every flow, by day.
    pub flows: Vec<Flow>,
}

/// Money that moves on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The day it leaves or reaches the bank.
    pub day: Day,
    /// How much, in the reporting currency; below nought when it goes out.
    pub amount: Ratio,
    /// What for.
    pub kind: FlowKind,
    /// The product it belongs to.
    pub product: Option<ProductId>,
    /// The marketplace it belongs to.
    pub marketplace: Option<MarketplaceId>,
    /// The batch it belongs to.
    pub batch: Option<BatchId>,
    /// The planned order or shipment it belongs to, by its name.
    pub order: Option<String>,
}

/// What money moves for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowKind {
    /// A part of the factory's price.
    Goods,
    /// Freight.
    Freight,
    /// Duties, surcharges and what else landing costs.
    Duty,
    /// Advertising that is paid apart from payouts.
    Ads,
    /// Other money that somebody wrote: rent, wages, a loan.
    Other,
    /// What the marketplace pays out.
    Payout,
}

/// Cumulative flows (domain 4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The balance at the end of each day on which money moves.
    pub points: Vec<(Day, Ratio)>,
    /// The lowest balance and the first day it is reached: the peak cash need when below nought.
    pub trough: (Day, Ratio),
    /// The first day after the trough from which the balance is not below nought again.
    pub break_even: Option<Day>,
    /// The balance after the last flow.
    pub end: Ratio,
}

impl Cash {
    /// The flows of a workspace, with what makes its cash fall below the limit.
    pub fn of(
        _workspace: &Workspace,
        (_plan, _economics, _supply): (&Plan, &Economics, &Supply),
        _today: Day,
    ) -> (Self, Diagnostics) {
        (Cash::default(), Diagnostics::default())
    }
}
