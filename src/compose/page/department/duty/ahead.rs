//! What the plan brings to customer service: orders and returns to expect, month by month.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, row, table, told};
use crate::quantity::{Grain, MeasureId, Period, Ratio, Scope};
use crate::site::{Block, Cell, ColumnKind, Row};

/// How many months ahead.
const MONTHS: usize = 4;

/// The planned orders, units and returns of the next months; nothing when none are planned.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let first = Period::containing(desk.today, Grain::Month).next();
    let months = std::iter::successors(Some(first), |month| Some(month.next())).take(MONTHS);
    let planned: Vec<(Period, Ratio)> =
        months.filter_map(|month| Some((month, planned(desk, "units", month)?))).collect();
    let busiest = planned.iter().max_by(|a, b| a.1.cmp(&b.1))?.0;
    let heads: [Head; 4] = [
        ("head-period", ColumnKind::Text),
        ("head-orders", ColumnKind::Number),
        ("head-units", ColumnKind::Number),
        ("head-returns", ColumnKind::Number),
    ];
    let rows = planned.iter().map(|(month, units)| line(desk, *month, units)).collect();
    let lede = desk.fill("duty-ahead-lede", &[("month", desk.locale.period(busiest).into())]);
    Some(told(desk, "duty-ahead", (lede, vec![table(desk, "duty-ahead", &heads, rows).into()])))
}

fn line(desk: &Desk<'_>, month: Period, units: &Ratio) -> Row {
    let whole = |value: Option<Ratio>| {
        Cell::new(value.map_or("–".to_owned(), |value| desk.locale.decimal(&value, 0)))
    };
    row(vec![
        Cell::new(desk.locale.period(month)),
        whole(planned(desk, "orders", month)),
        whole(Some(units.clone())),
        whole(planned(desk, "returns", month)),
    ])
}

fn planned(desk: &Desk<'_>, measure: &str, month: Period) -> Option<Ratio> {
    desk.plan().value(&desk.workspace.catalogue, &MeasureId::new(measure), (&Scope::company(), month.span()))
}
