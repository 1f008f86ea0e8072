//! What to make: the purchase orders to place, and what the plan sells per product and month.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{linked, row, told};
use crate::compose::page::supply::purchases;
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::quantity::{Grain, MeasureId, Period, Ratio, Scope};
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};
use crate::workspace::{Product, ProductStatus};

/// How many months ahead.
const MONTHS: usize = 6;

/// The purchase orders by their last day, and the planned units of the months after.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Block> {
    [purchases::told_of(desk), section(desk)].into_iter().flatten().collect()
}

/// The planned units of the next months; nothing when none are planned.
fn section(desk: &Desk<'_>) -> Option<Block> {
    let months = planned_months(desk);
    let last = *months.last()?;
    let sold = |product: &&Product| product.status < ProductStatus::PhaseOut;
    let rows: Vec<Row> =
        desk.workspace.products.iter().filter(sold).map(|product| line(desk, product, &months)).collect();
    let mut columns = vec![Column::new(desk.say("head-product"), ColumnKind::Text)];
    let number = |name: String| Column::new(name, ColumnKind::Number);
    columns.extend(months.iter().map(|month| number(desk.locale.period_label(*month))));
    columns
        .extend(["head-total", "head-moq", "head-carton", "head-cartons"].map(|key| number(desk.say(key))));
    let table = Table {
        caption: desk.say("duty-production").into(),
        caption_hidden: true,
        columns,
        rows,
        note: Some(desk.say("duty-production-note").into()),
    };
    let lede = desk.fill("duty-production-lede", &[("month", desk.locale.period(last).into())]);
    Some(told(desk, "duty-production", (lede, vec![table.into()])))
}

/// The next months that have a plan, the present one first.
fn planned_months(desk: &Desk<'_>) -> Vec<Period> {
    let first = Period::containing(desk.today, Grain::Month);
    let months = std::iter::successors(Some(first), |month| Some(month.next())).take(MONTHS);
    months.filter(|month| units(desk, &Scope::company(), *month).is_some()).collect()
}

fn units(desk: &Desk<'_>, scope: &Scope, month: Period) -> Option<Ratio> {
    desk.plan().value(&desk.workspace.catalogue, &MeasureId::new("units"), (scope, month.span()))
}

fn line(desk: &Desk<'_>, product: &Product, months: &[Period]) -> Row {
    let scope = Scope::product(&product.id);
    let parts: Vec<Ratio> =
        months.iter().map(|month| units(desk, &scope, *month).unwrap_or_else(Ratio::zero)).collect();
    let total: Ratio = parts.iter().sum();
    let style = Style::new(desk.locale, (Unit::Count, desk.currency()), &total);
    let pack = product.pack.as_ref();
    let whole =
        |n: Option<u32>| Cell::new(n.map_or_else(|| "–".to_owned(), |n| desk.locale.integer(n.into())));
    let mut cells =
        vec![linked(desk.phrase(&product.name), desk.target(&Route::Product(product.id.clone())))];
    cells.extend(style.sum_of(&total, &parts).iter().map(|part| Cell::new(style.value(part))));
    cells.push(Cell::new(style.value(&total)));
    cells.push(whole(pack.and_then(|pack| pack.moq)));
    cells.push(whole(pack.map(|pack| pack.carton_units)));
    cells.push(Cell::new(
        pack.map_or_else(|| "–".to_owned(), |pack| desk.locale.integer(cartons(&total, pack.carton_units))),
    ));
    row(cells)
}

/// Full cartons that hold so many units, each unit counted whole.
fn cartons(units: &Ratio, per_carton: u32) -> i128 {
    let units = units.round_scaled(0);
    let per_carton = i128::from(per_carton.max(1));
    (units + per_carton - 1) / per_carton
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_carton_is_a_carton() {
        for (units, cartons) in
            [("0", 0), ("1", 1), ("24", 1), ("24.4", 1), ("24.5", 2), ("48", 2), ("49", 3)]
        {
            assert_eq!(super::cartons(&Ratio::parse(units).unwrap(), 24), cartons, "{units}");
        }
    }
}
