//! What the rows of a table stand for: parts of the company, periods, or both.

use super::{Refusal, Sources};
use crate::ingest::Roster;
use crate::quantity::{Day, FiscalCalendar, Grain, MarketplaceId, MeasureId, Period, ProductId, Scope, Span};
use crate::table::{Cell, Column, Kind, TableRequest};

/// A dimension that rows can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// The whole company.
    Company,
    /// Products.
    Product,
    /// Marketplaces.
    Marketplace,
    /// Periods of the calendar.
    Time(Grain),
    /// Years, quarters and periods as the company cuts them.
    Fiscal(Grain),
    /// The dimension that figures are divided by.
    Divided,
}

const AXES: &[(&str, Axis)] = &[
    ("company", Axis::Company),
    ("product", Axis::Product),
    ("marketplace", Axis::Marketplace),
    ("day", Axis::Time(Grain::Day)),
    ("week", Axis::Time(Grain::Week)),
    ("month", Axis::Time(Grain::Month)),
    ("quarter", Axis::Time(Grain::Quarter)),
    ("year", Axis::Time(Grain::Year)),
    ("period", Axis::Fiscal(Grain::Month)),
    ("fiscal-quarter", Axis::Fiscal(Grain::Quarter)),
    ("fiscal-year", Axis::Fiscal(Grain::Year)),
];

/// What a row stands for, with its cells.
pub(super) struct Key {
    /// The part of the company.
    pub(super) scope: Scope,
    /// The period.
    pub(super) period: Period,
    /// The days asked for, where no stretch of time is among the dimensions.
    pub(super) days: Option<Span>,
    /// The cells that say so, one per dimension.
    pub(super) cells: Vec<Cell>,
}

/// The dimensions, their columns, and every row's key.
pub(super) struct Axes {
    /// The columns of the dimensions.
    pub(super) columns: Vec<Column>,
    /// The rows.
    pub(super) keys: Vec<Key>,
}

impl Axes {
    /// The dimensions and rows of a request over the days that `metrics` are known or planned.
    pub(super) fn new(
        sources: Sources<'_>,
        request: &TableRequest,
        metrics: &[MeasureId],
    ) -> Result<Self, Refusal> {
        let named = if request.by.is_empty() { vec!["month".to_owned()] } else { request.by.clone() };
        let axes: Vec<Axis> = named.iter().map(|name| axis(name)).collect();
        let scope = filter(sources, request)?;
        let span = span(sources, request, metrics);
        let days = stretch(request, &axes).and(span);
        let mut keys = Vec::new();
        let fiscal = sources.workspace.fiscal();
        for period in exact(days).map_or_else(|| periods(fiscal, &axes, span), |period| vec![period]) {
            for scope in scopes(sources, &axes, &scope) {
                keys.push(Key {
                    cells: axes.iter().map(|axis| cell(*axis, &scope, (fiscal, period))).collect(),
                    scope,
                    period,
                    days,
                });
            }
        }
        let columns = named.iter().map(|name| Column::new(name.clone(), Kind::Text)).collect();
        Ok(Axes { columns, keys })
    }
}

/// The parts of the company that a request names.
pub(super) fn parts(sources: Sources<'_>, request: &TableRequest) -> Result<Vec<Scope>, Refusal> {
    let axes: Vec<Axis> = request.by.iter().map(|name| axis(name)).collect();
    Ok(scopes(sources, &axes, &filter(sources, request)?))
}

/// The stretch of time that a request names.
pub(super) fn grain(request: &TableRequest) -> Option<Grain> {
    let named = request.by.iter().map(|name| axis(name));
    named
        .filter_map(
            |axis| if let Axis::Time(grain) | Axis::Fiscal(grain) = axis { Some(grain) } else { None },
        )
        .min()
}

/// Whether a dimension of rows is a stretch of time.
pub(super) fn is_period(name: &str) -> bool {
    matches!(axis(name), Axis::Time(_) | Axis::Fiscal(_))
}

/// The names of parts of the company and stretches of time.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    AXES.iter().map(|(name, _)| *name)
}

/// Whether a name stands for a part of the company or a stretch of time.
pub(super) fn is_axis(name: &str) -> bool {
    names().any(|known| known == name)
}

/// Whether a figure exists for the parts of the company that a request names (M007).
pub(super) fn check(sources: Sources<'_>, request: &TableRequest, metric: &MeasureId) -> Result<(), Refusal> {
    let asked = |name: &str| {
        request.by.iter().any(|by| by == name) || request.filters.iter().any(|(key, _)| key == name)
    };
    for name in ["product", "marketplace"].into_iter().filter(|name| asked(name)) {
        if let Some(measure) = sources.workspace.catalogue.lacks(metric, name) {
            return Err(Refusal::grain(metric, measure, name));
        }
    }
    Ok(())
}

/// A part of the company or a stretch of time, else what figures are divided by.
fn axis(name: &str) -> Axis {
    AXES.iter().find(|(known, _)| *known == name).map_or(Axis::Divided, |(_, axis)| *axis)
}

/// The part of the company that the filters of a request leave.
pub(super) fn filter(sources: Sources<'_>, request: &TableRequest) -> Result<Scope, Refusal> {
    let mut scope = Scope::company();
    for (key, value) in &request.filters {
        match key.as_str() {
            "product" => scope.product = Some(known("product", value, &products(sources))?),
            "marketplace" => scope.marketplace = Some(known("marketplace", value, &marketplaces(sources))?),
            other if is_axis(other) => {
                return Err(Refusal::new("dimension", other, ["product", "marketplace"]));
            }
            _ => {}
        }
    }
    Ok(scope)
}

fn known<K>(
    what: &'static str,
    name: &str,
    ids: &[crate::quantity::Id<K>],
) -> Result<crate::quantity::Id<K>, Refusal> {
    let found = ids.iter().find(|id| id.as_str() == name);
    found.cloned().ok_or_else(|| Refusal::new(what, name, ids.iter().map(|id| id.as_str())))
}

fn products(sources: Sources<'_>) -> Vec<ProductId> {
    Roster::product_ids(sources.workspace, sources.facts)
}

fn marketplaces(sources: Sources<'_>) -> Vec<MarketplaceId> {
    Roster::marketplace_ids(sources.workspace, sources.facts)
}

/// The parts of the company: one per product, per marketplace, or per pair of them, within the filter.
fn scopes(sources: Sources<'_>, axes: &[Axis], within: &Scope) -> Vec<Scope> {
    let mut scopes = vec![within.clone()];
    if axes.contains(&Axis::Product) && within.product.is_none() {
        let each = |scope: &Scope| {
            products(sources)
                .into_iter()
                .map(|id| Scope { product: Some(id), ..scope.clone() })
                .collect::<Vec<_>>()
        };
        scopes = scopes.iter().flat_map(each).collect();
    }
    if axes.contains(&Axis::Marketplace) && within.marketplace.is_none() {
        let each = |scope: &Scope| {
            marketplaces(sources)
                .into_iter()
                .map(|id| Scope { marketplace: Some(id), ..scope.clone() })
                .collect::<Vec<_>>()
        };
        scopes = scopes.iter().flat_map(each).collect();
    }
    scopes
}

/// From the first to the last day that is known or planned, within what was asked.
fn span(sources: Sources<'_>, request: &TableRequest, metrics: &[MeasureId]) -> Option<Span> {
    let company = Scope::company();
    let leaves = metrics.iter().flat_map(|metric| sources.workspace.catalogue.leaves(metric).into_owned());
    let measured = leaves.filter_map(|leaf| sources.facts.covered(&leaf, &company));
    let planned = sources.analysis.plan.amounts().map(|(_, year)| sources.analysis.plan.year(year).span());
    let spans: Vec<Span> = measured.chain(planned).collect();
    let from = request.from.or_else(|| spans.iter().map(|span| span.from).min())?;
    let to = request.to.or_else(|| spans.iter().map(|span| span.to).max())?;
    Span::new(from, to)
}

/// Whether days are asked for of rows that stand for no stretch of time.
fn stretch(request: &TableRequest, axes: &[Axis]) -> Option<Day> {
    let timed = axes.iter().any(|axis| matches!(axis, Axis::Time(_) | Axis::Fiscal(_)));
    request.from.or(request.to).filter(|_| !timed)
}

/// The month, quarter or year that days are.
fn exact(days: Option<Span>) -> Option<Period> {
    let days = days?;
    let grains = [Grain::Month, Grain::Quarter, Grain::Year].into_iter();
    grains.map(|grain| Period::containing(days.from, grain)).find(|period| period.span() == days)
}

/// The finest periods asked for; the whole span's years when time is no dimension.
fn periods(fiscal: FiscalCalendar, axes: &[Axis], span: Option<Span>) -> Vec<Period> {
    let Some(span) = span else { return Vec::new() };
    let times = axes.iter().filter_map(|axis| match axis {
        Axis::Time(grain) => Some((*grain, Axis::Time(*grain))),
        Axis::Fiscal(grain) => Some((*grain, Axis::Fiscal(*grain))),
        _ => None,
    });
    let (_, axis) = times.min_by_key(|(grain, _)| *grain).unwrap_or((Grain::Year, Axis::Time(Grain::Year)));
    let mut periods: Vec<Period> = containing(fiscal, axis, span.from).into_iter().collect();
    while let Some(last) = periods.last().filter(|last| last.span().to < span.to) {
        periods.push(last.next());
    }
    periods
}

/// The period of an axis in which a day lies; nothing of an axis that is not of time.
fn containing(fiscal: FiscalCalendar, axis: Axis, day: Day) -> Option<Period> {
    match axis {
        Axis::Time(Grain::Week) => Some(fiscal.week_of(day)),
        Axis::Time(grain) => Some(Period::containing(day, grain)),
        Axis::Fiscal(grain) => Some(fiscal.containing(day, grain)),
        _ => None,
    }
}

fn cell(axis: Axis, scope: &Scope, (fiscal, period): (FiscalCalendar, Period)) -> Cell {
    match axis {
        Axis::Divided => Cell::Missing,
        Axis::Company => Cell::Text("company".to_owned()),
        Axis::Product => scope.product.as_ref().map_or(Cell::Missing, |id| Cell::Text(id.to_string())),
        Axis::Marketplace => {
            scope.marketplace.as_ref().map_or(Cell::Missing, |id| Cell::Text(id.to_string()))
        }
        Axis::Time(_) | Axis::Fiscal(_) => {
            let day = period.span().from;
            containing(fiscal, axis, day).map_or(Cell::Missing, |period| Cell::Text(period.to_string()))
        }
    }
}
