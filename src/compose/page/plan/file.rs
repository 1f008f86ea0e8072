//! The plan as files for spreadsheets: one beside each page of the plan, from the same numbers.

use rayon::prelude::*;

use super::breakdown::{self, value};
use super::{lead, year_route, years};
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

/// A link to the file of a page.
pub(super) fn link(desk: &Desk<'_>, route: &Route) -> Option<Link> {
    let to = Target::page(&path(desk, route)?);
    Some(Link { words: desk.say("plan-csv").into(), to })
}

/// Every file of the plan in a language. They begin with a byte order mark, so that spreadsheets read Chinese.
pub(crate) fn files(desk: &Desk<'_>) -> Vec<(SitePath, Vec<u8>)> {
    let file = |view: &View| {
        let text = format!("\u{feff}{}", csv::print(&table(desk, view)?));
        Some((path(desk, &view.route)?, text.into_bytes()))
    };
    views(desk).par_iter().filter_map(file).collect()
}

/// Years by month, months by day, products and marketplaces by month.
fn views(desk: &Desk<'_>) -> Vec<View> {
    let mut views = Vec::new();
    for year in years(desk).into_iter().filter(|year| lead(desk, *year).is_some()) {
        let months = months_of(desk, year);
        let company = |route, periods| View { route, year, scope: Scope::company(), periods };
        views.push(company(year_route(desk, year), months.clone()));
        let days = |month: &Period| month.span().days().map(Period::Day).collect();
        views.extend(months.iter().map(|month| company(Route::PlanMonth(*month), days(month))));
    }
    let Some(first) = years(desk).first().copied() else { return views };
    let all: Vec<Period> = years(desk).into_iter().flat_map(|year| months_of(desk, year)).collect();
    let part = |route, scope| View { route, year: first, scope, periods: all.clone() };
    views.extend(
        desk.products().into_iter().map(|id| part(Route::PlanProduct(id.clone()), Scope::product(&id))),
    );
    let places = desk.marketplaces().into_iter();
    views.extend(places.map(|id| part(Route::PlanMarketplace(id.clone()), Scope::marketplace(&id))));
    views
}

/// A row per period, product and marketplace that has something to sell; nothing when none has.
fn table(desk: &Desk<'_>, view: &View) -> Option<Table> {
    let metrics = breakdown::figures(desk, view.year);
    let cells = cells(desk, &view.scope);
    let line = |period: &Period| {
        cells.iter().filter_map(|cell| row(desk, (*period, cell), &metrics)).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<Cell>> = view.periods.iter().flat_map(line).collect();
    let head = |key: &str| Column::new(desk.say(key), Kind::Text);
    let names =
        ["plan-csv-from", "plan-csv-product-id", "head-product", "plan-csv-place-id", "head-marketplace"];
    let mut columns: Vec<Column> = names.iter().map(|key| head(key)).collect();
    columns.extend(metrics.iter().map(|metric| Column::new(desk.metric(metric).text, kind(desk, metric))));
    (!rows.is_empty()).then_some(Table { columns, rows })
}

fn cells(desk: &Desk<'_>, scope: &Scope) -> Vec<(ProductId, MarketplaceId)> {
    let (products, places) = (desk.products(), desk.marketplaces());
    let all =
        products.iter().flat_map(|product| places.iter().map(move |place| (product.clone(), place.clone())));
    all.filter(|(product, place)| scope.contains(product, place)).collect()
}

fn row(
    desk: &Desk<'_>,
    (period, (product, place)): (Period, &(ProductId, MarketplaceId)),
    metrics: &[MeasureId],
) -> Option<Vec<Cell>> {
    let scope = Scope::cell(product, place);
    let values: Vec<Option<Ratio>> =
        metrics.iter().map(|metric| value(desk, metric, (&scope, period.span()))).collect();
    values.first()?.as_ref().filter(|amount| !amount.is_zero())?;
    let mut cells = vec![
        Cell::Text(period.to_string()),
        Cell::Text(product.to_string()),
        Cell::Text(desk.product(product).text),
        Cell::Text(place.to_string()),
        Cell::Text(desk.marketplace(place).text),
    ];
    cells.extend(metrics.iter().zip(values).map(|(metric, value)| cell(desk, metric, value)));
    Some(cells)
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
