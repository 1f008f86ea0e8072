//! Which figures are forecast, how far ahead, and in which parts of the company.

use crate::ingest::Roster;
use crate::quantity::{Day, Grain, MeasureId, Ratio, Scope};
use crate::review::Check;
use crate::trend::{Series, Subject};
use crate::workspace::Workspace;

/// What is forecast where nobody says otherwise.
const USUAL: [&str; 3] = ["sales", "units", "sessions"];

/// Periods ahead at most, whatever is planned.
const MOST: [(Grain, usize); 5] =
    [(Grain::Day, 92), (Grain::Week, 60), (Grain::Month, 26), (Grain::Quarter, 9), (Grain::Year, 3)];

/// What is to be forecast.
pub(super) struct Wanted {
    pub(super) metrics: Vec<MeasureId>,
    pub(super) grain: Grain,
    /// The last day that anything is forecast for.
    pub(super) last: Day,
}

impl Wanted {
    /// What the settings say; else sales, units and sessions by month to the end of the last planned year, at least of
    /// this one.
    pub(super) fn of(workspace: &Workspace, check: &Check<'_>) -> Self {
        let settings = &workspace.config.forecast;
        let adds =
            |metric: &MeasureId| check.catalogue.contains(metric) && check.catalogue.adds_over_days(metric);
        let measured =
            |metric: &MeasureId| adds(metric) && check.last_day(metric, &Scope::company()).is_some();
        let named = settings.metrics.iter().map(|metric| metric.value.clone());
        let metrics = match settings.metrics.is_empty() {
            true => USUAL.map(MeasureId::new).into_iter().filter(measured).collect(),
            false => named.filter(adds).collect(),
        };
        let grain = settings.grain.unwrap_or(Grain::Month);
        Wanted { metrics, grain, last: last(workspace, check, (grain, settings.horizon)) }
    }
}

fn last(workspace: &Workspace, check: &Check<'_>, (grain, horizon): (Grain, Option<u16>)) -> Day {
    let fiscal = workspace.fiscal();
    let most = MOST.iter().find(|(own, _)| *own == grain).map_or(1, |(_, most)| *most);
    let count = horizon.map_or(most, |horizon| usize::from(horizon).clamp(1, most));
    let first = fiscal.containing(check.today, grain);
    let bound = std::iter::successors(Some(first), |period| Some(period.next())).take(count).last();
    let bound = bound.unwrap_or(first).span().to;
    if horizon.is_some() {
        return bound;
    }
    let this = fiscal.year_of(check.today);
    let planned = check.plan.amounts().map(|(_, year)| year).filter(|year| *year <= this + 1);
    let year = planned.max().unwrap_or(this).max(this);
    fiscal.year(year).span().to.min(bound)
}

/// The finest parts of the company whose series sum to its whole: products in marketplaces, else marketplaces, else the
/// company itself, each with its series.
pub(super) fn leaves(
    workspace: &Workspace,
    check: &Check<'_>,
    (metric, grain): (&MeasureId, Grain),
) -> Vec<(Scope, Series)> {
    let series = |scope: &Scope| Series::of(workspace, check, &Subject::of(metric, scope), grain).ok();
    let Some(whole) = series(&Scope::company()) else { return Vec::new() };
    for parts in finer(workspace, check, metric) {
        let found: Vec<(Scope, Series)> =
            parts.into_iter().filter_map(|scope| series(&scope).map(|own| (scope, own))).collect();
        if sums_to(&found, &whole) {
            return found;
        }
    }
    vec![(Scope::company(), whole)]
}

/// The parts of the company that a figure can be told by, the finest first.
fn finer(workspace: &Workspace, check: &Check<'_>, metric: &MeasureId) -> Vec<Vec<Scope>> {
    let has = |dimension: &str| check.catalogue.lacks(metric, dimension).is_none();
    let places = Roster::marketplace_ids(workspace, check.facts);
    let products = Roster::product_ids(workspace, check.facts);
    let cells = products.iter().flat_map(|product| places.iter().map(|place| Scope::cell(product, place)));
    let mut finer = Vec::new();
    if has("marketplace") && has("product") {
        finer.push(cells.collect());
    }
    if has("marketplace") {
        finer.push(places.iter().map(Scope::marketplace).collect());
    }
    finer
}

/// Whether parts sum to their whole in every period in which it is known.
fn sums_to(parts: &[(Scope, Series)], whole: &Series) -> bool {
    let begun = |series: &Series, at: usize| {
        let first = series
            .points
            .first()
            .map(|point| point.period)
            .or(series.unfinished.as_ref().map(|own| own.period));
        first.is_some_and(|first| first.span().from <= whole.points[at].period.span().from)
    };
    let sums = |at: usize, value: &Ratio| {
        let period = &whole.points[at].period;
        let started = parts.iter().filter(|(_, series)| begun(series, at));
        let sum: Option<Ratio> = started.map(|(_, series)| series.value(period).cloned()).sum();
        sum.as_ref() == Some(value)
    };
    let known = whole.points.iter().enumerate().filter_map(|(at, point)| Some((at, point.value.as_ref()?)));
    !parts.is_empty() && known.into_iter().all(|(at, value)| sums(at, value))
}
