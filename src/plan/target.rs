//! The plan of every figure: what was split to days, and what follows from it through planned rates.

use std::collections::{BTreeMap, BTreeSet};

use super::{PlannedRate, Spine};
use crate::metric::{Catalogue, Formula, value};
use crate::quantity::{FiscalCalendar, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span};

/// The plan of a workspace.
///
/// Amounts with a goal of their own are sums of the spine's days. Where sales are planned and so is the price,
/// units follow; with units per order, orders; with conversion, sessions: cell by cell, so that every such
/// figure is again a sum, and every ratio is computed from sums. A ratio whose parts are not planned is the
/// rate as typed.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    spines: BTreeMap<(MeasureId, i16), Spine>,
    rates: BTreeMap<(MeasureId, i16), PlannedRate>,
    routes: BTreeMap<MeasureId, Route>,
    fiscal: FiscalCalendar,
}

/// How an amount follows from a spine: by multiplying with some rates and dividing by others.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Route {
    root: MeasureId,
    steps: Vec<(Step, MeasureId)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Times,
    By,
}

type Cell = (ProductId, MarketplaceId);

impl Plan {
    /// The plan made of these spines and rates.
    pub fn new(spines: Vec<(MeasureId, i16, Spine)>, rates: Vec<PlannedRate>, catalogue: &Catalogue) -> Self {
        let spines: BTreeMap<_, _> = spines.into_iter().map(|(id, year, s)| ((id, year), s)).collect();
        let rates: BTreeMap<_, _> = rates.into_iter().map(|r| ((r.metric.clone(), r.year), r)).collect();
        let routes = routes(&spines, &rates, catalogue);
        Plan { spines, rates, routes, fiscal: FiscalCalendar::default() }
    }

    /// The same plan, whose years are those of a calendar.
    #[must_use]
    pub fn in_years_of(self, fiscal: FiscalCalendar) -> Self {
        Plan { fiscal, ..self }
    }

    /// The days of a year.
    pub fn year(&self, year: i16) -> Period {
        self.fiscal.year(year)
    }

    /// The year that all of some days lie in; nothing when they lie in several.
    fn only_year(&self, span: Span) -> Option<i16> {
        let years = self.fiscal.years(span);
        (years.start() == years.end()).then_some(*years.start())
    }

    /// The same with one year's amounts and rates of another plan.
    pub(crate) fn with_year(self, year: i16, other: &Plan, catalogue: &Catalogue) -> Self {
        let spines = self.spines.into_iter().filter(|((_, own), _)| *own != year);
        let theirs = other.spines.iter().filter(|((_, own), _)| *own == year);
        let theirs = theirs.map(|(key, spine)| (key.clone(), spine.clone()));
        let spines = spines.chain(theirs).map(|((id, year), spine)| (id, year, spine)).collect();
        let rates = self.rates.into_values().filter(|rate| rate.year != year);
        let rates = rates.chain(other.rates.values().filter(|rate| rate.year == year).cloned()).collect();
        Plan::new(spines, rates, catalogue).in_years_of(self.fiscal)
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.spines.is_empty() && self.rates.is_empty()
    }

    /// The spine of a measure's goal in a year.
    pub fn spine(&self, id: &MeasureId, year: i16) -> Option<&Spine> {
        self.spines.get(&(id.clone(), year))
    }

    /// The amounts that were split to days, with their years.
    pub fn amounts(&self) -> impl Iterator<Item = (&MeasureId, i16)> {
        self.spines.keys().map(|(id, year)| (id, *year))
    }

    /// The planned rate of a metric in a year.
    pub fn rate(&self, id: &MeasureId, year: i16) -> Option<&PlannedRate> {
        self.rates.get(&(id.clone(), year))
    }

    /// The plan of a figure for a scope over some days; nothing when it is not planned for all of them.
    pub fn value(
        &self,
        catalogue: &Catalogue,
        id: &MeasureId,
        (scope, span): (&Scope, Span),
    ) -> Option<Ratio> {
        if let Some(amount) = self.amount(id, scope, span) {
            return Some(amount);
        }
        let Some(formula) = catalogue.formula(id) else {
            // Stock of a month is no sum of its days: the goal holds as it is.
            let rate = self.rate(id, self.only_year(span)?)?;
            return (!catalogue.adds_over_days(id)).then(|| rate.amount_of(scope).cloned())?;
        };
        match formula {
            Formula::Ratio { num, den } => {
                let part = |id| self.value(catalogue, id, (scope, span));
                part(num)
                    .zip(part(den))
                    .and_then(|(num, den)| num.checked_div(&den))
                    .or_else(|| self.typed_rate(id, scope, span))
            }
            Formula::Expr(expr) => {
                let part = |name: &str| self.value(catalogue, &MeasureId::new(name), (scope, span));
                value(expr, &part).known().cloned()
            }
        }
    }

    fn typed_rate(&self, id: &MeasureId, scope: &Scope, span: Span) -> Option<Ratio> {
        self.rate(id, self.only_year(span)?).map(|rate| rate.of(scope).clone())
    }

    /// A planned amount: a sum over the years that the days lie in.
    fn amount(&self, id: &MeasureId, scope: &Scope, span: Span) -> Option<Ratio> {
        let parts: Option<Vec<Ratio>> = self
            .fiscal
            .years(span)
            .map(|name| {
                let year = self.year(name).span();
                let days = Span::new(span.from.max(year.from), span.to.min(year.to))?;
                self.amount_in_year(id, (scope, name), days)
            })
            .collect();
        parts.map(|parts| parts.iter().sum())
    }

    fn amount_in_year(&self, id: &MeasureId, (scope, year): (&Scope, i16), span: Span) -> Option<Ratio> {
        if let Some(spine) = self.spine(id, year) {
            return Some(spine.sum(scope, span));
        }
        let route = self.routes.get(id)?;
        let spine = self.spine(&route.root, year)?;
        let rate = |(step, metric): &(Step, MeasureId)| Some((*step, self.rate(metric, year)?));
        let steps: Option<Vec<_>> = route.steps.iter().map(rate).collect();
        let amount =
            |(cell, root): (&Cell, Ratio)| follow(steps.as_ref()?, root, &Scope::cell(&cell.0, &cell.1));
        spine.cells(scope, span).map(amount).sum()
    }
}

/// What an amount of a cell comes to by way of some rates.
fn follow(steps: &[(Step, &PlannedRate)], root: Ratio, cell: &Scope) -> Option<Ratio> {
    steps.iter().try_fold(root, |amount, (step, rate)| match step {
        Step::Times => Some(&amount * rate.of(cell)),
        Step::By => amount.checked_div(rate.of(cell)),
    })
}

/// All amounts that follow from the spines, the shortest way first.
fn routes(
    spines: &BTreeMap<(MeasureId, i16), Spine>,
    rates: &BTreeMap<(MeasureId, i16), PlannedRate>,
    catalogue: &Catalogue,
) -> BTreeMap<MeasureId, Route> {
    let roots: BTreeSet<MeasureId> = spines.keys().map(|(id, _)| id.clone()).collect();
    let planned: BTreeSet<&MeasureId> = rates.keys().map(|(id, _)| id).collect();
    let start = |root: &MeasureId| (root.clone(), Route { root: root.clone(), steps: Vec::new() });
    let mut routes: BTreeMap<MeasureId, Route> = roots.iter().map(start).collect();
    let ratios = catalogue.metrics().iter().filter(|metric| planned.contains(&metric.id));
    let ratios: Vec<_> = ratios.filter_map(|metric| Some((&metric.id, parts(&metric.formula)?))).collect();
    while let Some((id, route)) = ratios.iter().find_map(|ratio| next_route(ratio, &routes)) {
        routes.insert(id, route);
    }
    routes
}

fn parts(formula: &Formula) -> Option<(&MeasureId, &MeasureId)> {
    match formula {
        Formula::Ratio { num, den } => Some((num, den)),
        Formula::Expr(_) => None,
    }
}

/// The part of a ratio that is not yet reached from the part that is.
fn next_route(
    (metric, (num, den)): &(&MeasureId, (&MeasureId, &MeasureId)),
    routes: &BTreeMap<MeasureId, Route>,
) -> Option<(MeasureId, Route)> {
    let (from, to, step) = match (routes.get(*num), routes.get(*den)) {
        (Some(num), None) => (num, *den, Step::By),
        (None, Some(den)) => (den, *num, Step::Times),
        _ => return None,
    };
    let mut route = from.clone();
    route.steps.push((step, (*metric).clone()));
    Some((to.clone(), route))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Weights;
    use crate::plan::split::Split;

    fn id(text: &str) -> MeasureId {
        MeasureId::new(text)
    }

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    fn rate(metric: &str, default: &str, by: &[(&str, &str)]) -> PlannedRate {
        let own =
            |(market, rate): &(&str, &str)| (Scope::marketplace(&MarketplaceId::new(market)), ratio(rate));
        PlannedRate {
            metric: id(metric),
            year: 2026,
            default: ratio(default),
            by: by.iter().map(own).collect(),
        }
    }

    /// 1,000.00 of sales, half in US, half in JP, spread evenly; price 20, conversion 10 %, in JP 5 %.
    fn plan() -> Plan {
        let even = |n: usize| vec![Ratio::one(); n];
        let markets = ["US", "JP"].map(|m| (MarketplaceId::new(m), Ratio::one()));
        let weights = Weights {
            products: vec![(ProductId::new("mug"), Ratio::one())],
            marketplaces: BTreeMap::from([(None, markets.to_vec())]),
            months: BTreeMap::from([(None, even(12))]),
            weekdays: even(7),
            lifts: vec![],
            on_sale: BTreeMap::new(),
        };
        let spine =
            Split { total: 100_000, digits: 2, year: Period::Year(2026), weights: &weights }.spine().unwrap();
        let rates = vec![
            rate("asp", "20", &[]),
            rate("upo", "1", &[]),
            rate("cvr", "0.1", &[("JP", "0.05")]),
            rate("acos", "0.3", &[("JP", "0.4")]),
        ];
        Plan::new(vec![(id("sales"), 2026, spine)], rates, &Catalogue::standard())
    }

    fn value(metric: &str, scope: &Scope) -> Option<String> {
        let year = Period::Year(2026).span();
        plan().value(&Catalogue::standard(), &id(metric), (scope, year)).map(|v| v.to_string())
    }

    #[test]
    fn amounts_follow_from_sales_through_rates() {
        let company = Scope::company();
        for (metric, expected) in [("sales", "1000"), ("units", "50"), ("orders", "50"), ("sessions", "750")]
        {
            assert_eq!(value(metric, &company).as_deref(), Some(expected), "{metric}");
        }
    }

    #[test]
    fn a_ratio_is_computed_from_sums_and_not_typed_again() {
        // 50 orders of 750 sessions: neither 10 % nor 5 %, nor their mean.
        assert_eq!(value("cvr", &Scope::company()).as_deref(), Some("1/15"));
        assert_eq!(value("cvr", &Scope::marketplace(&MarketplaceId::new("JP"))).as_deref(), Some("1/20"));
    }

    #[test]
    fn a_ratio_without_planned_parts_is_the_rate_as_typed() {
        assert_eq!(value("acos", &Scope::company()).as_deref(), Some("3/10"));
        assert_eq!(value("acos", &Scope::marketplace(&MarketplaceId::new("JP"))).as_deref(), Some("2/5"));
    }

    #[test]
    fn what_has_neither_goal_nor_route_is_not_planned() {
        assert_eq!(value("returns", &Scope::company()), None);
        let before = Period::Year(2025).span();
        assert_eq!(plan().value(&Catalogue::standard(), &id("sales"), (&Scope::company(), before)), None);
    }
}
