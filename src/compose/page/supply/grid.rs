//! The weeks ahead: what is left of each SKU in each marketplace at the end of each week.

use super::words::{anchor, head};
use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::page::parts::told;
use crate::plan::supply::{Order, Position, Urgency, Week};
use crate::quantity::Period;
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};

/// How many weeks ahead.
pub(super) const WEEKS: usize = 12;

/// Every position by week; nothing when no week is known.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let known: Vec<&Position> =
        desk.analysis.supply.positions.iter().filter(|position| !position.weeks.is_empty()).collect();
    let weeks: Vec<Period> = known.first()?.weeks.iter().take(WEEKS).map(|week| week.week).collect();
    let mut columns = vec![Column::new(desk.say("head-stock-item"), ColumnKind::Text)];
    columns.extend(weeks.iter().map(|week| head_of(desk, *week)));
    let below = known.iter().filter(|position| position.runs_low(WEEKS)).count();
    let table = Table {
        caption: desk.say("supply-weeks").into(),
        caption_hidden: true,
        columns,
        rows: known.iter().map(|position| line(desk, position)).collect(),
        note: Some(desk.say("supply-weeks-note").into()),
    };
    let mut lede = desk.fill("supply-weeks-lede", &[("below", below.into()), ("all", known.len().into())]);
    let weeks = known.iter().flat_map(|own| own.weeks.iter().take(WEEKS).map(move |week| (*own, week)));
    let late = weeks.filter(|(own, week)| late(desk, own, week)).count();
    if late > 0 {
        lede += &desk.say("sentence-space");
        lede += &desk.fill("supply-weeks-late", &[("late", late.into())]);
    }
    Some(told(desk, "supply-weeks", (lede, vec![table.into()])))
}

/// The week, and its Monday.
fn head_of(desk: &Desk<'_>, week: Period) -> Column {
    Column {
        unit: desk.locale.short_date(week.span().from).into(),
        ..Column::new(desk.locale.period_label(week), ColumnKind::Number)
    }
}

fn line(desk: &Desk<'_>, position: &Position) -> Row {
    let mut cells = vec![head(desk, position)];
    cells.extend(position.weeks.iter().take(WEEKS).map(|week| left(desk, position, week)));
    Row { cells, id: anchor(position), ..Row::default() }
}

/// What is left, marked when it is below safety stock; what comes in small.
fn left(desk: &Desk<'_>, position: &Position, week: &Week) -> Cell {
    let low = position.is_low(week);
    let number = desk.locale.integer(week.projected);
    let ordered = if late(desk, position, week) { "grid-ordered-late" } else { "grid-ordered" };
    let sub = [(week.scheduled, "grid-arrives"), (week.planned, ordered)];
    let sub = sub.iter().filter(|(units, _)| *units > 0);
    let sub: Vec<String> =
        sub.map(|(units, key)| desk.fill(key, &[("units", desk.locale.integer(*units).into())])).collect();
    Cell {
        impact: if low || late(desk, position, week) { Impact::Bad } else { Impact::Neutral },
        sub: (!sub.is_empty()).then(|| sub.join(" ").into()),
        ..Cell::new(if low { format!("▼\u{a0}{number}") } else { number })
    }
}

/// Whether an order that should arrive in the week is past its day.
fn late(desk: &Desk<'_>, position: &Position, week: &Week) -> bool {
    let here = |order: &&Order| week.planned > 0 && week.days.contains(order.need);
    position.orders.iter().filter(here).any(|order| order.state(desk.today) == Urgency::PastDue)
}
