//! What the days of a period weigh: weekdays, the events of the calendar and the days a product is on sale. So the June
//! of one year's Prime Day and the July of another's are like for like.

use std::collections::BTreeMap;

use crate::plan::{OnSale, PlanSource, Weights};
use crate::quantity::{Day, MarketplaceId, MeasureId, Ratio, Scope, Span};
use crate::workspace::{Allocation, Workspace};

/// The weights of days, summed up.
pub(super) struct Days {
    from: Day,
    /// For each marketplace, what all days before each day weigh together.
    running: BTreeMap<MarketplaceId, Vec<f64>>,
    on_sale: BTreeMap<crate::quantity::ProductId, OnSale>,
}

impl Days {
    /// The weights of some days, with the weekdays by which a figure's own goal is split, else another's.
    pub(super) fn of(
        workspace: &Workspace,
        (metric, markets): (&MeasureId, &[MarketplaceId]),
        span: Span,
    ) -> Self {
        let weights = Weights::of_days(&weekdays(workspace, metric), &workspace.events);
        let of_market = |market: &MarketplaceId| {
            let day = |sum: &mut f64, day: Day| {
                *sum += weights.day(day, market).to_f64();
                Some(*sum)
            };
            (market.clone(), std::iter::once(0.0).chain(span.days().scan(0.0, day)).collect())
        };
        let running = markets.iter().map(of_market).collect();
        Days { from: span.from, running, on_sale: PlanSource::today(workspace).on_sale }
    }

    /// What some days weigh in a marketplace; of no single one, in the mean of all.
    pub(super) fn weight(&self, place: Option<&MarketplaceId>, span: Span) -> f64 {
        let at = |running: &[f64], day: Day| {
            let index = usize::try_from(day - self.from).unwrap_or(0);
            running.get(index).or(running.last()).copied().unwrap_or(0.0)
        };
        let of = |running: &Vec<f64>| at(running, span.to + 1) - at(running, span.from);
        if let Some(running) = place.and_then(|place| self.running.get(place)) {
            return of(running);
        }
        let all: Vec<f64> = self.running.values().map(of).collect();
        if all.is_empty() { f64::from(span.len()) } else { all.iter().sum::<f64>() / all.len() as f64 }
    }

    /// What of the weight of some days falls on those on which a part of the company sells: 1 where nothing begins or
    /// ends.
    pub(super) fn share_on_sale(&self, scope: &Scope, span: Span) -> f64 {
        let Some(on_sale) = scope.product.as_ref().and_then(|product| self.on_sale.get(product)) else {
            return 1.0;
        };
        let from = on_sale.from.map_or(span.from, |from| from.max(span.from));
        let to = on_sale.to.map_or(span.to, |to| to.min(span.to));
        let place = scope.marketplace.as_ref();
        let sold = Span::new(from, to).map_or(0.0, |sold| self.weight(place, sold));
        share(sold, self.weight(place, span))
    }
}

/// A part of a whole; all of it where the whole weighs nothing.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 1.0 }
}

fn weekdays(workspace: &Workspace, metric: &MeasureId) -> Vec<Ratio> {
    let own = |allocation: &&Allocation| {
        workspace.goal(&allocation.goal.value).is_some_and(|goal| goal.metric.value == *metric)
    };
    let allocations = || workspace.allocations.iter();
    let found = allocations().rfind(own).or_else(|| allocations().next_back());
    found.map_or_else(Vec::new, |allocation| allocation.day.weekday.to_vec())
}
