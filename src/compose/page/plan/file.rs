//! The plan as files for spreadsheets: one beside each page of the plan, from the same numbers.

use rayon::prelude::*;

use super::breakdown::{self, value};
use super::part::routes;
use super::{months, split_years, year_route, years};
use crate::compose::desk::Desk;
use crate::compose::exhibit::months_of;
use crate::compose::route::Route;
use crate::metric::Unit;
use crate::quantity::{MarketplaceId, MeasureId, Money, Period, ProductId, Ratio, Scope};
use crate::site::{Link, SitePath, Target};
use crate::table::{Cell, Column, Kind, Table, csv};

/// What a file holds: periods of a part of the company, by product and marketplace.
struct View {
    route: Route,
    year: i16,
    scope: Scope,
    periods: Vec<Period>,
}

/// Where the file of a page lies: beside it, under its year's name for the year that pages speak of.
fn path(desk: &Desk<'_>, route: &Route) -> Option<SitePath> {
    let named = match route {
        Route::Plan => Route::PlanYear(*years(desk).first()?),
        other => other.clone(),
    };
    let page = desk.path(&named);
    SitePath::parse(&format!("{}.csv", page.as_str().strip_suffix(".html")?)).ok()
}

/// A link to the file of a page; nothing where no amount is split to days.
pub(super) fn link(desk: &Desk<'_>, route: &Route) -> Option<Link> {
    let split = split_years(desk);
    let of_year = match route {
        Route::Plan => years(desk).first().is_some_and(|year| split.contains(year)),
        Route::PlanYear(year) => split.contains(year),
        _ => !split.is_empty(),
    };
    if !of_year {
        return None;
    }
    let to = Target::page(&path(desk, route)?);
    Some(Link { words: desk.say("plan-csv").into(), to })
}

/// Every file of the plan in every language: the same numbers under each language's words.
pub(crate) fn files(desks: &[Desk<'_>]) -> Vec<(SitePath, Vec<u8>)> {
    let Some(first) = desks.first() else { return Vec::new() };
    let file = |desk: &Desk<'_>, (view, lines): (&View, &[Line])| {
        let text = csv::print_for_people(&table(desk, view, lines), &desk.say("plan-csv-currency"));
        Some((path(desk, &view.route)?, text.into_bytes()))
    };
    let each = |view: &View| {
        let lines = lines(first, view);
        desks.iter().filter_map(|desk| file(desk, (view, &lines))).collect::<Vec<_>>()
    };
    views(first).par_iter().flat_map_iter(each).collect()
}

/// What is planned of each figure for a product in a marketplace over a period.
struct Line {
    period: Period,
    product: ProductId,
    place: MarketplaceId,
    values: Vec<Option<Ratio>>,
}

/// Years by month, months by day, products and marketplaces by month: as many as there are pages.
fn views(desk: &Desk<'_>) -> Vec<View> {
    let years = split_years(desk);
    let Some(first) = years.first().copied() else { return Vec::new() };
    let mut views = Vec::new();
    for year in &years {
        let months = months_of(desk, *year);
        let company = |route, periods| View { route, year: *year, scope: Scope::company(), periods };
        let days = |month: &Period| month.span().days().map(Period::Day).collect();
        views.extend(months.iter().map(|month| company(Route::PlanMonth(*month), days(month))));
        views.push(company(year_route(desk, *year), months));
    }
    let all = months(desk);
    let part = |(scope, route)| View { route, year: first, scope, periods: all.clone() };
    views.extend(routes(desk).into_iter().map(part));
    views
}

/// A line per period, product and marketplace that has something to sell.
fn lines(desk: &Desk<'_>, view: &View) -> Vec<Line> {
    let metrics = breakdown::figures(desk, view.year);
    let cells = cells(desk, &view.scope);
    let all = view.periods.iter().flat_map(|period| cells.iter().map(move |cell| (*period, cell)));
    all.filter_map(|(period, cell)| line(desk, (period, cell), &metrics)).collect()
}

fn cells(desk: &Desk<'_>, scope: &Scope) -> Vec<(ProductId, MarketplaceId)> {
    let (products, places) = (desk.products(), desk.marketplaces());
    let all =
        products.iter().flat_map(|product| places.iter().map(move |place| (product.clone(), place.clone())));
    all.filter(|(product, place)| scope.contains(product, place)).collect()
}

fn line(
    desk: &Desk<'_>,
    (period, (product, place)): (Period, &(ProductId, MarketplaceId)),
    metrics: &[MeasureId],
) -> Option<Line> {
    let (scope, span) = (Scope::cell(product, place), period.span());
    let (lead, others) = metrics.split_first()?;
    let amount = value(desk, lead, (&scope, span)).filter(|amount| !amount.is_zero())?;
    let others = others.iter().map(|metric| value(desk, metric, (&scope, span)));
    let values = std::iter::once(Some(amount)).chain(others).collect();
    Some(Line { period, product: product.clone(), place: place.clone(), values })
}

fn table(desk: &Desk<'_>, view: &View, lines: &[Line]) -> Table {
    let metrics = breakdown::figures(desk, view.year);
    let head = |key: &str| Column::new(desk.say(key), Kind::Text);
    let names =
        ["plan-csv-from", "plan-csv-product-id", "head-product", "plan-csv-place-id", "head-marketplace"];
    let mut columns: Vec<Column> = names.iter().map(|key| head(key)).collect();
    columns.extend(metrics.iter().map(|metric| Column::new(desk.metric(metric).text, kind(desk, metric))));
    let row = |line: &Line| {
        let words = [
            line.period.to_string(),
            line.product.to_string(),
            desk.product(&line.product).text,
            line.place.to_string(),
            desk.marketplace(&line.place).text,
        ];
        let values = metrics.iter().zip(&line.values);
        let values = values.map(|(metric, value)| cell(desk, metric, value.clone()));
        words.map(Cell::Text).into_iter().chain(values).collect()
    };
    Table { columns, rows: lines.iter().map(row).collect() }
}

fn kind(desk: &Desk<'_>, metric: &MeasureId) -> Kind {
    if desk.check().unit(metric) == Unit::Money { Kind::Money } else { Kind::Ratio }
}

fn cell(desk: &Desk<'_>, metric: &MeasureId, value: Option<Ratio>) -> Cell {
    let currency = desk.currency();
    match (value, kind(desk, metric)) {
        (None, _) => Cell::Missing,
        (Some(value), Kind::Money) => {
            Cell::Money(Money { minor: value.round_scaled(currency.digits()), currency })
        }
        (Some(value), _) => Cell::Ratio(value),
    }
}
