//! Returns by product and marketplace, with what they are a share of.

use crate::compose::desk::Desk;
use crate::compose::exhibit::impact_of;
use crate::compose::focus;
use crate::compose::page::parts::{below, linked, row, told};
use crate::compose::route::Route;
use crate::quantity::{MeasureId, Period, ProductId, Ratio, Scope};
use crate::review::Question;
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};

/// The return rate of the last complete month; nothing when it is not measured.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let metric = MeasureId::new("return_rate");
    let month = focus::month(desk).filter(|_| desk.workspace.catalogue.contains(&metric))?;
    let whole = desk.check().figure(&Question { metric, scope: Scope::company(), period: month });
    let rate = whole.actual.known()?;
    let places = desk.marketplaces();
    let mut columns = vec![Column::new(desk.say("head-product"), ColumnKind::Text)];
    columns.extend(places.iter().map(|id| Column::new(desk.marketplace(id), ColumnKind::Number)));
    columns.push(Column::new(desk.say("head-total"), ColumnKind::Number));
    let mut rows: Vec<Row> = desk.products().iter().map(|id| line(desk, Some(id), month)).collect();
    rows.push(Row { total: true, ..line(desk, None, month) });
    let provisional = if whole.provisional { desk.say("provisional") } else { String::new() };
    let args = [
        ("period", desk.locale.period(month).into()),
        ("rate", desk.locale.percent(rate, 1).into()),
        ("provisional", provisional.into()),
    ];
    let key = if whole.provisional { "duty-returns-lede-provisional" } else { "duty-returns-lede" };
    let table = Table {
        caption: desk.say("duty-returns").into(),
        caption_hidden: true,
        columns,
        rows,
        note: Some(desk.say("duty-returns-note").into()),
    };
    Some(told(desk, "duty-returns", (desk.fill(key, &args), vec![table.into()])))
}

fn line(desk: &Desk<'_>, product: Option<&ProductId>, month: Period) -> Row {
    let places = desk.marketplaces().into_iter().map(Some).chain([None]);
    let scope = |place| Scope { product: product.cloned(), marketplace: place };
    let head = match product {
        Some(id) => linked(desk.product(id), desk.target(&Route::Product(id.clone()))),
        None => Cell::new(desk.say("company-whole")),
    };
    row(std::iter::once(head).chain(places.map(|place| cell(desk, scope(place), month))).collect())
}

/// The rate, and below it how many of how many.
fn cell(desk: &Desk<'_>, scope: Scope, month: Period) -> Cell {
    let figure = |metric: &str| {
        desk.check().figure(&Question { metric: MeasureId::new(metric), scope: scope.clone(), period: month })
    };
    let rate = figure("return_rate");
    let Some(value) = rate.actual.known() else { return Cell::new("–") };
    let (returns, units) = (figure("returns"), figure("units"));
    let whole = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |n| desk.locale.decimal(n, 0));
    let base = format!("{} / {}", whole(returns.actual.known()), whole(units.actual.known()));
    Cell { impact: impact_of(&rate.vs_plan), ..below(Cell::new(desk.locale.percent(value, 1)), base) }
}
