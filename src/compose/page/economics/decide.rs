//! What unit economics decide: how dear advertising may be, and what a price must be.

use super::words::{amount, dash, money, share};
use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::route::Route;
use crate::plan::economics::{Decision, Unit};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind, Row, Table};

/// A row per product and marketplace with all inputs, in the catalogue's order.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let economics = &desk.analysis.economics;
    let mut rows = Vec::new();
    for product in desk.products() {
        for place in desk.marketplaces() {
            let mut all = economics.decisions.iter();
            let found = all.find(|decision| decision.product == product && decision.marketplace == place);
            let unit = economics.on(&product, &place, desk.today);
            rows.extend(found.zip(unit).map(|(decision, unit)| line(desk, (decision, unit))));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let heads: [Head; 6] = [
        ("economics-head-product-market", ColumnKind::Text),
        ("economics-head-planned-acos", ColumnKind::Number),
        ("economics-head-break-even-acos", ColumnKind::Text),
        ("economics-head-max-cpc", ColumnKind::Number),
        ("economics-head-break-even-price", ColumnKind::Number),
        ("economics-head-price-for-margin", ColumnKind::Number),
    ];
    let table = Table {
        note: Some(desk.say("economics-decide-note").into()),
        ..table(desk, "economics-decide", &heads, rows)
    };
    Some(told(desk, "economics-decide", (desk.say("economics-decide-lede"), vec![table.into()])))
}

fn line(desk: &Desk<'_>, (decision, unit): (&Decision, &Unit)) -> Row {
    let to = desk.target(&Route::Product(decision.product.clone()));
    let head = below(linked(desk.product(&decision.product), to), desk.marketplace(&decision.marketplace));
    let local = |value: Option<&Ratio>| {
        Cell::new(value.map_or_else(dash, |value| amount(desk, value, unit.currency)))
    };
    let at = |key: &str, value: Option<&Ratio>| {
        value.map_or_else(String::new, |value| {
            desk.fill(key, &[("share", desk.locale.percent(value, 1).into())])
        })
    };
    row(vec![
        head,
        Cell::new(share(desk, decision.planned_acos.as_ref())),
        acos(desk, decision),
        below(local(decision.max_cpc.as_ref()), at("economics-at-conversion", decision.conversion.as_ref())),
        priced(desk, (decision, unit)),
        below(
            local(decision.price_for_margin.as_ref()),
            at("economics-for-margin", decision.margin.as_ref()),
        ),
    ])
}

/// The price at which nothing is left, beside the one it is sold at.
fn priced(desk: &Desk<'_>, (decision, unit): (&Decision, &Unit)) -> Cell {
    let Some(price) = &decision.break_even_price else { return Cell::new(dash()) };
    let listed = desk.fill("economics-at", &[("price", amount(desk, &unit.price, unit.currency).into())]);
    below(Cell::new(money(desk, price, unit.currency)), listed)
}

/// The ACOS at which nothing is left, and how far the planned one lies from it: in words and with its sign.
pub(super) fn acos(desk: &Desk<'_>, decision: &Decision) -> Cell {
    let cell = Cell::new(share(desk, decision.break_even_acos.as_ref()));
    let Some(room) = decision.acos_room() else { return cell };
    let points = format!(
        "{}\u{a0}{}",
        desk.locale.signed(&(&room * &Ratio::from_int(100)), 1),
        desk.say("unit-points")
    );
    let (key, impact) = match room.is_negative() {
        true => ("economics-acos-over", Impact::Bad),
        false => ("economics-acos-room", Impact::Good),
    };
    let words = desk.fill(key, &[("points", points.into())]);
    Cell { lines: vec![crate::site::Rich::default().variance(words, impact)], ..cell }
}
