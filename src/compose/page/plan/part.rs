//! The plan of a product or of a marketplace: months by the other, units, pace.

use super::super::outlook;
use super::super::part::section;
use super::breakdown::{self, Part, value};
use super::{file, lead, month_target, split_years};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, Slice, months_of, pace_table, planned};
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::Question;
use crate::site::{Block, Cell, Phrase, Section, Table};

/// A page for each product and each marketplace that has a part in a year's plan.
pub(super) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    routes(desk).into_iter().filter_map(|(scope, route)| sheet(desk, &scope, route)).collect()
}

/// The products and marketplaces that have a page; none where no amount is split to days.
pub(super) fn routes(desk: &Desk<'_>) -> Vec<(Scope, Route)> {
    if split_years(desk).is_empty() {
        return Vec::new();
    }
    let products = desk.products().into_iter().map(|id| (Scope::product(&id), Route::PlanProduct(id)));
    let places =
        desk.marketplaces().into_iter().map(|id| (Scope::marketplace(&id), Route::PlanMarketplace(id)));
    products.chain(places).collect()
}

fn sheet(desk: &Desk<'_>, scope: &Scope, route: Route) -> Option<Sheet> {
    let planned: Vec<(i16, MeasureId)> =
        split_years(desk).into_iter().filter_map(|year| Some((year, lead(desk, year)?))).collect();
    let (year, metric) = planned.first()?;
    let headline = headline(desk, scope, (*year, metric))?;
    let mut blocks: Vec<Block> = pace(desk, scope, (*year, metric)).into_iter().collect();
    let csv = file::link(desk, &route);
    for (year, metric) in &planned {
        blocks.extend(months(desk, scope, (*year, metric)).map(|table| {
            let heading = desk.fill("plan-part-months", &[("year", year.to_string().into())]);
            let blocks = vec![table.into(), units(desk, scope, (*year, metric)).into()];
            let lede = left_out(desk, scope, (*year, metric)).map(|words| words.as_str().into());
            Section { heading: heading.into(), lede, more: csv.clone(), blocks, ..Section::default() }.into()
        }));
    }
    blocks.extend(outlook::around(desk, scope));
    let own = desk.link(desk.scope(scope), &desk.scope_route(scope));
    Some(Sheet {
        title: desk.fill("plan-of", &[("period", desk.scope(scope).text.into())]).into(),
        eyebrow: [desk.locale.period(desk.fiscal().year(*year)).into(), own.words]
            .into_iter()
            .chain(plan_name(desk, *year))
            .collect(),
        headline,
        lede: None,
        blocks,
        route,
    })
}

/// How much of the company's year it is, and its greatest month.
fn headline(desk: &Desk<'_>, scope: &Scope, (year, metric): (i16, &MeasureId)) -> Option<Phrase> {
    let period = desk.fiscal().year(year);
    let of = |scope: &Scope, period: Period| value(desk, metric, (scope, period.span()));
    let (amount, whole) = (of(scope, period)?, of(&Scope::company(), period)?);
    let share = amount.checked_div(&whole).unwrap_or_else(Ratio::zero);
    let months = months_of(desk, year).into_iter().filter_map(|month| Some((of(scope, month)?, month)));
    let (_, most) = months.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let args = [
        ("who", desk.scope(scope).text.into()),
        ("period", desk.locale.period(period).into()),
        ("metric", desk.metric(metric).text.into()),
        ("amount", desk.style(metric, &amount).worded(&amount).into()),
        ("share", desk.locale.percent(&share, 1).into()),
        ("month", desk.locale.period_label(most).into()),
    ];
    let key = if amount.is_zero() { "plan-part-headline-nothing" } else { "plan-part-headline" };
    Some(desk.fill(key, &args).into())
}

/// The other axis: marketplaces of a product, products of a marketplace.
fn others(desk: &Desk<'_>, scope: &Scope) -> Vec<(Phrase, Route, Scope)> {
    match (&scope.product, &scope.marketplace) {
        (Some(product), _) => desk
            .marketplaces()
            .into_iter()
            .map(|id| (desk.marketplace(&id), Scope::cell(product, &id), id))
            .map(|(name, scope, id)| (name, Route::PlanMarketplace(id), scope))
            .collect(),
        (None, Some(place)) => desk
            .products()
            .into_iter()
            .map(|id| (desk.product(&id), Scope::cell(&id, place), id))
            .map(|(name, scope, id)| (name, Route::PlanProduct(id), scope))
            .collect(),
        (None, None) => Vec::new(),
    }
}

fn pace(desk: &Desk<'_>, scope: &Scope, (year, metric): (i16, &MeasureId)) -> Option<Block> {
    let period = desk.fiscal().year(year);
    let line = |(name, to, scope): (Phrase, _, Scope)| Line {
        name,
        to,
        question: Question { metric: metric.clone(), scope, period },
    };
    let own = (desk.scope(scope), Some(desk.target(&desk.scope_route(scope))), scope.clone());
    let parts =
        others(desk, scope).into_iter().map(|(name, route, cell)| (name, Some(desk.target(&route)), cell));
    let lines: Vec<Line> = std::iter::once(own).chain(parts).map(line).collect();
    let caption = desk.fill("plan-pace-caption", &[("metric", desk.metric(metric).text.into())]);
    let table = pace_table(desk, caption.into(), &lines)?;
    Some(section(desk, "plan-pace", vec![table.into()]))
}

/// The months of a year in which something is planned.
fn planned_months(desk: &Desk<'_>, scope: &Scope, (year, metric): (i16, &MeasureId)) -> Vec<Period> {
    let months = months_of(desk, year).into_iter();
    months.filter(|month| sells(desk, scope, (metric, month.span()))).collect()
}

fn sells(desk: &Desk<'_>, scope: &Scope, (metric, span): (&MeasureId, Span)) -> bool {
    value(desk, metric, (scope, span)).is_some_and(|amount| !amount.is_zero())
}

/// That nothing is planned in some months, which are left out.
fn left_out(desk: &Desk<'_>, scope: &Scope, of: (i16, &MeasureId)) -> Option<String> {
    let count = months_of(desk, of.0).len() - planned_months(desk, scope, of).len();
    (count > 0).then(|| desk.fill("plan-part-left-out", &[("count", count.into())]))
}

/// Months by the other axis, to the minor unit; nothing when it has no part in the year.
fn months(desk: &Desk<'_>, scope: &Scope, (year, metric): (i16, &MeasureId)) -> Option<Table> {
    let span = desk.fiscal().year(year).span();
    value(desk, metric, (scope, span)).filter(|amount| !amount.is_zero())?;
    let row = |month: Period| Slice {
        name: desk.locale.period_label(month).into(),
        to: month_target(desk, month),
        also: None,
        scope: scope.clone(),
        span: month.span(),
    };
    let rows: Vec<Slice> = planned_months(desk, scope, (year, metric)).into_iter().map(row).collect();
    let columns = others(desk, scope).into_iter();
    let columns = columns.filter(|(_, _, scope)| sells(desk, scope, (metric, span)));
    let columns: Vec<Slice> =
        columns.map(|(name, _, scope)| Slice { name, to: None, also: None, scope, span }).collect();
    let args = [("metric", desk.metric(metric).text.into()), ("who", desk.scope(scope).text.into())];
    planned(desk, (metric, desk.fill("plan-part-caption", &args).into()), (&rows, &columns))
}

/// What each month must sell.
fn units(desk: &Desk<'_>, scope: &Scope, (year, metric): (i16, &MeasureId)) -> Table {
    let part = |period: Period, head: Cell| Part { head, scope: scope.clone(), span: period.span() };
    let head =
        |month: Period| Cell { to: month_target(desk, month), ..Cell::new(desk.locale.period_label(month)) };
    let months = planned_months(desk, scope, (year, metric)).into_iter();
    let parts: Vec<Part> = months.map(|month| part(month, head(month))).collect();
    let whole = part(desk.fiscal().year(year), Cell::new(desk.say("planned-total")));
    let args = [("who", desk.scope(scope).text.into())];
    let caption = desk.fill("plan-part-units-caption", &args).into();
    let table = breakdown::table(desk, caption, (&parts, &whole), &breakdown::figures(desk, year));
    Table { caption_hidden: false, ..table }
}
