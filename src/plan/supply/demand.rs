//! Planned demand: units by week from the plan's days, and how a product's units divide between its SKUs.

use std::collections::BTreeMap;

use crate::facts::{Basis, Facts};
use crate::metric::Catalogue;
use crate::plan::Plan;
use crate::quantity::{Day, Grain, MarketplaceId, MeasureId, Period, Ratio, Scope, Sku, Span, apportion};
use crate::workspace::{Product, SkuEntry};

/// Weeks that the grid looks ahead at most.
const AHEAD: usize = 52;

/// Complete weeks whose sales tell how a product's units divide between its SKUs.
const MIX_WEEKS: i32 = 8;

/// How a product's units were divided between its SKUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mix {
    /// There is but one.
    Only,
    /// By the weights that somebody wrote.
    Typed,
    /// By the units sold in the last eight complete weeks.
    Measured,
    /// Evenly, since neither is known.
    Even,
}

/// What is sold, in files and in the plan.
pub(super) fn units() -> MeasureId {
    MeasureId::new("units")
}

/// The weeks ahead with their days: the rest of the present week, then whole ones to the end of the planned days.
pub(super) fn horizon(plan: &Plan, today: Day) -> Vec<(Period, Span)> {
    let years = plan.amounts().filter_map(|(id, year)| plan.spine(id, year)).map(|spine| spine.year());
    let Some(end) = years.map(|year| year.to).max() else { return Vec::new() };
    let first = Period::containing(today, Grain::Week);
    let weeks = std::iter::successors(Some(first), |week| Some(week.next())).take(AHEAD);
    let days = |week: Period| Span::new(week.span().from.max(today), week.span().to.min(end));
    weeks.map_while(|week| Some((week, days(week)?))).collect()
}

/// What the plan sells of a product in each week, exact; it ends where nothing is planned.
pub(super) fn weekly(
    (plan, catalogue): (&Plan, &Catalogue),
    scope: &Scope,
    weeks: &[(Period, Span)],
) -> Vec<Ratio> {
    let units = units();
    weeks.iter().map_while(|(_, days)| plan.value(catalogue, &units, (scope, *days))).collect()
}

/// A SKU's part of weekly demand in whole units, which sum to its part of the rounded total.
pub(super) fn whole_units(weekly: &[Ratio], shares: &[Ratio]) -> Vec<Vec<i128>> {
    let total: Ratio = weekly.iter().sum();
    let nought = || vec![0; weekly.len()];
    let by_sku = apportion(total.round_scaled(0), shares).unwrap_or_else(|_| vec![0; shares.len()]);
    by_sku.into_iter().map(|units| apportion(units, weekly).unwrap_or_else(|_| nought())).collect()
}

/// The weights by which the units of a product divide between the SKUs that are sold in a marketplace.
pub(super) fn mix(
    (product, marketplace): (&Product, &MarketplaceId),
    skus: &[&SkuEntry],
    (facts, today): (&Facts, Day),
) -> (Vec<Ratio>, Mix) {
    if skus.len() == 1 {
        return (vec![Ratio::one()], Mix::Only);
    }
    let typed: Option<Vec<Ratio>> = skus.iter().map(|sku| sku.share.clone()).collect();
    if let Some(typed) = typed.filter(|weights| weights.iter().any(Ratio::is_positive)) {
        return (typed, Mix::Typed);
    }
    let scope = Scope::cell(&product.id, marketplace);
    let sold = complete_weeks(facts, &scope, today)
        .and_then(|end| by_sku(facts, &scope, Span { from: end - (MIX_WEEKS * 7 - 1), to: end }));
    let measured = |sold: BTreeMap<Sku, Ratio>| -> Vec<Ratio> {
        let of = |sku: &&SkuEntry| sold.get(&sku.sku).cloned().unwrap_or_else(Ratio::zero);
        skus.iter().map(of).map(|units| units.max(Ratio::zero())).collect()
    };
    match sold.map(measured).filter(|weights| weights.iter().any(Ratio::is_positive)) {
        Some(weights) => (weights, Mix::Measured),
        None => (vec![Ratio::one(); skus.len()], Mix::Even),
    }
}

/// The Sunday of the last week before today whose units are known.
pub(super) fn complete_weeks(facts: &Facts, scope: &Scope, today: Day) -> Option<Day> {
    let known = facts.covered(&units(), scope)?.to.min(today - 1);
    Some(Period::containing(known + 1, Grain::Week).span().from - 1)
}

/// Units sold by SKU; nothing when some day of the span is not known.
pub(super) fn by_sku(facts: &Facts, scope: &Scope, span: Span) -> Option<BTreeMap<Sku, Ratio>> {
    split_by_sku(facts, (&units(), scope), span)
}

/// A measure by SKU; nothing when some part of it is not known.
pub(super) fn split_by_sku(
    facts: &Facts,
    (measure, scope): (&MeasureId, &Scope),
    span: Span,
) -> Option<BTreeMap<Sku, Ratio>> {
    let parts = facts.split(measure, (scope, span, Basis::Plan), "sku");
    let known = parts.into_iter().map(|(sku, total)| Some((sku, total.known().cloned()?)));
    let known: Option<Vec<(Option<String>, Ratio)>> = known.collect();
    Some(known?.into_iter().filter_map(|(sku, units)| Some((Sku::new(&sku?), units))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratios(texts: &[&str]) -> Vec<Ratio> {
        texts.iter().map(|text| Ratio::parse(text).unwrap()).collect()
    }

    #[test]
    fn whole_units_sum_to_the_rounded_total() {
        let weekly = ratios(&["10/3", "10/3", "10/3", "0.6"]);
        let parts = whole_units(&weekly, &ratios(&["2", "1"]));
        assert_eq!(parts, [vec![2, 2, 2, 1], vec![2, 1, 1, 0]]);
        assert_eq!(whole_units(&ratios(&["0", "0"]), &ratios(&["1"])), [vec![0, 0]]);
    }
}
