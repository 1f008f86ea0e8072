//! How much cash each year needs against its limit.

use super::{Cash, Curve};
use crate::quantity::{Day, GoalId, Ratio, Span};
use crate::workspace::{Goal, Workspace};

/// What a year's goal calls the peak cash need.
pub(super) const PEAK: &str = "peak_cash_need";

/// The cash a year needs at its peak: how far its flows go below what lies in the bank at its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearNeed {
    /// The goal that sets the limit.
    pub goal: GoalId,
    /// The year.
    pub year: i16,
    /// The days of the year that the curve tells of.
    pub span: Span,
    /// The most it may need.
    pub limit: Ratio,
    /// The most it needs.
    pub need: Ratio,
    /// The day on which it needs most.
    pub day: Day,
    /// What lies in the bank before the first of these days; from nought when there is no opening balance.
    pub start: Ratio,
}

impl Cash {
    /// The most cash that a product may bind, in the reporting currency; nothing when nobody set it.
    pub fn limit_of(&self, workspace: &Workspace, product: &str) -> Option<Ratio> {
        let target =
            workspace.profit_targets.iter().find(|target| target.product.value.as_str() == product)?;
        let (limit, day) = (target.cash.as_ref()?, self.span?.to);
        let rate = workspace.rates.fx(limit.currency, workspace.reporting_currency()?, day)?;
        Some(&limit.amount() * &rate)
    }
}

impl YearNeed {
    /// By how much the need passes the limit; below nought when it stays within.
    pub fn over(&self) -> Ratio {
        &self.need - &self.limit
    }

    /// The balance that must not be passed.
    pub fn floor(&self) -> Ratio {
        &self.start - &self.limit
    }

    fn of(cash: &Cash, workspace: &Workspace, goal: &Goal) -> Option<Self> {
        let limit = goal.limit().filter(|_| goal.metric.value.as_str() == PEAK)?.money()?;
        let year = workspace.fiscal().year(goal.year).span();
        let rate = workspace.rates.fx(limit.currency, workspace.reporting_currency()?, year.to);
        let span = cash.span?;
        let span = Span::new(span.from.max(year.from), span.to.min(year.to))?;
        let whole = cash.curve()?;
        let own = Curve::of(cash.within(span).map(|flow| (flow.day, flow.amount.clone())))?;
        Some(YearNeed {
            goal: goal.id.clone(),
            year: goal.year,
            span,
            limit: &limit.amount() * &rate?,
            need: own.need(),
            day: own.trough.0,
            start: &cash.start() + &whole.on(span.from - 1),
        })
    }

    /// The years that have a limit, by year.
    pub(super) fn all(cash: &Cash, workspace: &Workspace) -> Vec<Self> {
        let mut years: Vec<Self> =
            workspace.goals.iter().filter_map(|goal| Self::of(cash, workspace, goal)).collect();
        years.sort_by_key(|year| year.year);
        years
    }
}
