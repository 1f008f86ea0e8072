//! The plan of every figure: what was split to days, and what follows from it through planned rates.

use std::collections::{BTreeMap, BTreeSet};

use super::{PlannedRate, Spine};
use crate::metric::{Catalogue, Formula, value};
use crate::quantity::{Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span};

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
        Plan { spines, rates, routes }
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
    pub fn value(&self, catalogue: &Catalogue, id: &MeasureId, (scope, span): (&Scope, Span)) -> Option<Ratio> {
        if let Some(amount) = self.amount(id, scope, span) {
            return Some(amount);
        }
        match catalogue.formula(id)? {
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
        let year = span.from.year();
        (year == span.to.year()).then(|| self.rate(id, year))?.map(|rate| rate.of(scope).clone())
    }

    /// A planned amount: a sum over the years that the days lie in.
    fn amount(&self, id: &MeasureId, scope: &Scope, span: Span) -> Option<Ratio> {
        let years = (span.from.year()..=span.to.year()).map(Period::Year);
        let parts: Option<Vec<Ratio>> = years
            .map(|year| {
                let days = Span::new(span.from.max(year.span().from), span.to.min(year.span().to))?;
                self.amount_in_year(id, scope, days)
            })
            .collect();
        parts.map(|parts| parts.iter().sum())
    }

    fn amount_in_year(&self, id: &MeasureId, scope: &Scope, span: Span) -> Option<Ratio> {
        if let Some(spine) = self.spine(id, span.from.year()) {
            return Some(spine.sum(scope, span));
        }
        let route = self.routes.get(id)?;
        let spine = self.spine(&route.root, span.from.year())?;
        let cells = spine.cells().filter(|(product, marketplace)| scope.contains(product, marketplace));
        cells.map(|cell| self.follow(route, &spine.cell(&cell.0, &cell.1, span), (cell, span))).sum()
    }

    fn follow(&self, route: &Route, root: &Ratio, (cell, span): (&Cell, Span)) -> Option<Ratio> {
        let scope = Scope::cell(&cell.0, &cell.1);
        route.steps.iter().try_fold(root.clone(), |amount, (step, metric)| {
            let rate = self.rate(metric, span.from.year())?.of(&scope);
            match step {
                Step::Times => Some(&amount * rate),
                Step::By => amount.checked_div(rate),
            }
        })
    }

    /// The grains that make sense for a view of the plan: it reaches down to days.
    pub fn finest_grain(&self) -> Grain {
        Grain::Day
    }
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
