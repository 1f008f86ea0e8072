//! What the growth of a goal means: a year that ends there, and a year that sums to it.

use super::part::told;
use crate::compose::desk::Desk;
use crate::compose::written;
use crate::plan::{Ascent, Growth};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};
use crate::workspace::Goal;

/// Both readings of a growth side by side; nothing when nothing is said of the year before, or nothing grows.
pub(super) fn growth(desk: &Desk<'_>, goal: &Goal) -> Option<Block> {
    let target = goal.target()?.number();
    let typed = goal.growth.as_ref().map(|growth| growth.value.factor());
    let factor = typed.or_else(|| target.checked_div(&goal.prior.as_ref()?.value.number()))?;
    let growth = Growth::of(&factor).filter(|growth| growth.factor != Ratio::one())?;
    let table = Table {
        caption: desk.say("plan-growth").into(),
        caption_hidden: true,
        columns: columns(desk),
        rows: vec![
            row(desk, "growth-sums", [&growth.total_rate, &growth.total_exit, &growth.factor]),
            row(desk, "growth-ends", [&growth.exit_rate, &growth.factor, &growth.exit_total]),
        ],
        note: ascent(desk, goal).map(|words| words.as_str().into()),
    };
    let args =
        [("factor", times(desk, &growth.factor).into()), ("total", times(desk, &growth.exit_total).into())];
    let lede = [desk.fill("growth-lede", &args), other(desk, goal).unwrap_or_default()].concat();
    Some(told(desk, "plan-growth", (lede.as_str(), vec![table.into()])))
}

fn columns(desk: &Desk<'_>) -> Vec<Column> {
    let heads = [
        ("growth-reading", ColumnKind::Text),
        ("growth-monthly", ColumnKind::Number),
        ("growth-last-month", ColumnKind::Number),
        ("growth-year", ColumnKind::Number),
    ];
    desk.columns(&heads)
}

fn row(desk: &Desk<'_>, key: &str, [monthly, last, year]: [&Ratio; 3]) -> Row {
    let cells = vec![
        Cell::new(desk.say(key)),
        Cell::new(desk.locale.percent(monthly, 4)),
        Cell::new(times(desk, last)),
        Cell::new(times(desk, year)),
    ];
    Row { cells, ..Row::default() }
}

/// "×3", "×1.91".
fn times(desk: &Desk<'_>, factor: &Ratio) -> String {
    format!("×{}", written::number(desk, &Ratio::from_scaled(factor.round_scaled(2), 2)))
}

/// What the word could also mean, and what it would come to.
fn other(desk: &Desk<'_>, goal: &Goal) -> Option<String> {
    let (growth, prior) = (&goal.growth.as_ref()?.value, &goal.prior.as_ref()?.value);
    let other = growth.other_meaning();
    let target = prior.with_number(&(&prior.number() * &other.factor()));
    let args = [
        ("growth", desk.locale.percent(&growth.value, 0).into()),
        ("word", other.meaning_word().into()),
        ("factor", times(desk, &other.factor()).into()),
        ("target", written::figure(desk, &target).into()),
    ];
    Some(desk.fill("growth-other", &args))
}

/// The growth a year where the goals of several years lead up to this one.
fn ascent(desk: &Desk<'_>, goal: &Goal) -> Option<String> {
    let ascent = Ascent::to(desk.workspace, goal)?;
    let target = goal.target()?;
    let args = [
        ("from", ascent.year.to_string().into()),
        ("to", goal.year.to_string().into()),
        ("start", written::figure(desk, &target.with_number(&ascent.start)).into()),
        ("target", written::figure(desk, target).into()),
        ("years", ascent.years.to_string().into()),
        ("rate", desk.locale.percent(&ascent.rate, 2).into()),
    ];
    Some(desk.fill("growth-years", &args))
}
