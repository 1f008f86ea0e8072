//! What changed since the plan was frozen, in money.

use super::words::{change, large_change};
use crate::chart::{Chart, DataTable, Impact, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, disclosure, linked, list, row, table, told};
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::plan::economics::{Change, Changes, Line};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind, Figure, Row, Table};

/// Rows of the table by product and marketplace; what the others come to is one row.
const LARGEST: usize = 8;

/// The lines that changed and what they come to over the rest of the year.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let changes = desk.analysis.economics.changes.as_ref().filter(|changes| !changes.cells.is_empty())?;
    let moved = changes.cells.iter().any(|cell| cell.lines.iter().any(|(_, each)| !each.is_zero()));
    let args = [
        ("day", frozen(desk, changes).into()),
        ("total", large_change(desk, &changes.total()).into()),
        ("to", changes.rest.to.to_string().into()),
    ];
    let (key, blocks) = match moved {
        true => ("economics-changed-lede", vec![figure(desk, changes).into(), parts(desk, changes)]),
        false => ("economics-changed-nothing", Vec::new()),
    };
    Some(told(desk, "economics-changed", (desk.fill(key, &args), blocks)))
}

/// The frozen day with the version of the plan, where there is one.
pub(super) fn frozen(desk: &Desk<'_>, changes: &Changes) -> String {
    let day = changes.frozen.to_string();
    match &changes.version {
        Some(id) => desk.fill("economics-frozen", &[("day", day.into()), ("version", id.as_str().into())]),
        None => day,
    }
}

/// Product by product, for who wants it.
fn parts(desk: &Desk<'_>, changes: &Changes) -> Block {
    disclosure(desk.say("economics-changed-parts"), vec![by_cell(desk, changes).into()])
}

fn name(desk: &Desk<'_>, line: Line) -> String {
    desk.say(&format!("economics-line-{}", line.name().replace('_', "-")))
}

fn impact(change: &Ratio) -> Impact {
    match (change.is_negative(), change.is_zero()) {
        (true, _) => Impact::Bad,
        (_, true) => Impact::Neutral,
        _ => Impact::Good,
    }
}

/// From what the rest of the year would have left to what it leaves now.
fn figure(desk: &Desk<'_>, changes: &Changes) -> Figure {
    let (then, now) = (changes.then(), changes.now());
    let style = Style::exact(desk.locale, (Unit::Money, desk.currency())).whole();
    let lines: Vec<(Line, Ratio)> = changes.by_line().into_iter().filter(|(_, sum)| !sum.is_zero()).collect();
    let parts: Vec<Ratio> =
        std::iter::once(then.clone()).chain(lines.iter().map(|(_, sum)| sum.clone())).collect();
    let shown = style.sum_of(&now, &parts);
    let total = |label: String, scenario, exact: &Ratio, shown: &Ratio| Step {
        label,
        mark: Mark::new(style.mark(exact), style.value(shown)),
        kind: StepKind::Total(scenario),
    };
    let mut steps = vec![total(desk.say("economics-then"), Scenario::Plan, &then, &shown[0])];
    steps.extend(lines.iter().zip(&shown[1..]).map(|((line, sum), shown)| Step {
        label: name(desk, *line),
        mark: Mark::new(style.mark(sum), style.delta(shown)),
        kind: StepKind::Change(impact(sum)),
    }));
    steps.push(total(desk.say("economics-now"), Scenario::Forecast, &now, &now));
    let rows = steps.iter().map(|step| vec![step.label.clone(), step.mark.label.clone()]).collect();
    let said = steps.iter().map(|step| format!("{} {}", step.label, step.mark.label));
    let chart = Chart {
        id: "economics-changed".to_owned(),
        title: Title {
            who: desk.say("company-whole"),
            what: desk.fill("economics-changed-what", &[("unit", style.unit().into())]),
            when: desk.locale.span(changes.rest),
        },
        message: message(desk, (changes, &lines)),
        alt: list(desk, said),
        plot: Plot::Waterfall(Waterfall { steps }),
        table: DataTable {
            columns: vec![desk.say("economics-head-line"), desk.say("economics-head-money")],
            rows,
        },
    };
    Figure { chart, how: Some(desk.say("economics-changed-how").into()), more: None }
}

/// The line that does most.
fn message(desk: &Desk<'_>, (changes, lines): (&Changes, &[(Line, Ratio)])) -> String {
    let most = lines.iter().max_by_key(|(_, sum)| sum.abs());
    let args = [
        ("total", large_change(desk, &changes.total()).into()),
        ("line", most.map_or_else(String::new, |(line, _)| name(desk, *line)).into()),
        ("most", most.map_or_else(String::new, |(_, sum)| large_change(desk, sum)).into()),
    ];
    desk.fill("economics-changed-message", &args)
}

/// A row per product and marketplace, the largest change first.
fn by_cell(desk: &Desk<'_>, changes: &Changes) -> Table {
    let heads: [Head; 6] = [
        ("economics-head-product-market", ColumnKind::Text),
        ("economics-head-then", ColumnKind::Number),
        ("economics-head-now", ColumnKind::Number),
        ("economics-head-lines", ColumnKind::Text),
        ("head-units", ColumnKind::Number),
        ("economics-head-money", ColumnKind::Number),
    ];
    let mut cells: Vec<&Change> = changes.cells.iter().collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.money().abs()));
    cells.retain(|cell| cell.now != cell.then);
    let (shown, rest) = cells.split_at(cells.len().min(LARGEST));
    let mut rows: Vec<Row> = shown.iter().map(|cell| line(desk, changes, cell)).collect();
    rows.extend((!rest.is_empty()).then(|| others(desk, rest)));
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let note = desk.fill("economics-changed-note", &[("unit", unit.into())]);
    Table { note: Some(note.into()), ..table(desk, "economics-changed", &heads, rows) }
}

/// What the smaller changes come to, all together.
fn others(desk: &Desk<'_>, rest: &[&Change]) -> Row {
    let money: Ratio = rest.iter().map(|cell| cell.money()).sum();
    let units: Ratio = rest.iter().map(|cell| cell.units.clone()).sum();
    let name = desk.fill("economics-changed-others", &[("count", rest.len().into())]);
    row(vec![
        Cell::new(name),
        Cell::default(),
        Cell::default(),
        Cell::default(),
        Cell::new(desk.locale.decimal(&units, 0)),
        Cell { impact: impact(&money), ..Cell::new(change(desk, &money, desk.currency())) },
    ])
}

fn line(desk: &Desk<'_>, changes: &Changes, cell: &Change) -> Row {
    let currency = desk.currency();
    let amount = |value: &Ratio| Cell::new(super::words::amount(desk, value, currency));
    let moved = cell.lines.iter().filter(|(_, each)| each.round_scaled(currency.digits()) != 0);
    let words = moved.map(|(line, each)| format!("{} {}", name(desk, *line), change(desk, each, currency)));
    let to = desk.target(&Route::Product(cell.product.clone()));
    let head = linked(desk.product(&cell.product), to);
    let since = desk.fill("economics-since", &[("day", cell.since.to_string().into())]);
    let later = if cell.since == changes.frozen { String::new() } else { since };
    let money = cell.money();
    row(vec![
        below(head, desk.marketplace(&cell.marketplace)),
        below(amount(&cell.then), later),
        amount(&cell.now),
        Cell::new(list(desk, words)),
        Cell::new(desk.locale.decimal(&cell.units, 0)),
        Cell { impact: impact(&money), ..Cell::new(change(desk, &money, currency)) },
    ])
}
