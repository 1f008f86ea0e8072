//! The season that results propose beside the typed one: what would change.

use super::part::told;
use crate::compose::desk::Desk;
use crate::plan::{Origin, Season, SeasonRow, WHOLE};
use crate::quantity::{MeasureId, Ratio, Scope};
use crate::site::{Block, Cell, Column, ColumnKind, Phrase, Row, Table};
use crate::workspace::Goal;

/// The section of the season; nothing when the figure is not split, or results have no complete year.
pub(crate) fn season(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Block> {
    let of = |goal: &&Goal| goal.year == year && goal.metric.value == *lead;
    let goal = desk.workspace.goals.iter().find(of)?;
    let season = Season::of(desk.workspace, desk.facts, goal)?;
    let lede = lede(desk, lead, &season);
    Some(told(desk, "season", (lede.as_str(), vec![table(desk, &season).into()])))
}

/// What it is computed from, and the largest change that taking it would make.
fn lede(desk: &Desk<'_>, lead: &MeasureId, season: &Season) -> String {
    let years: Vec<String> = season.years.iter().map(i16::to_string).collect();
    let mut args = vec![
        ("measure", desk.metric(&season.measure).text.into()),
        ("years", years.join(&desk.say("season-years-between")).into()),
        ("goal", season.goal.as_str().into()),
    ];
    let own = season.rows.iter().filter(|row| matches!(row.origin, Origin::Own(_)));
    let changes = own.filter_map(|row| Some((row, row.largest_change()?)));
    let largest = changes.reduce(|a, b| if b.1.1.abs() > a.1.1.abs() { b } else { a });
    let Some((row, (at, change))) = largest else { return desk.fill("season-lede-same", &args) };
    let month = season.months.get(at).map_or_else(String::new, |month| desk.locale.period_label(*month));
    args.extend([
        ("product", name(desk, row).text.into()),
        ("month", month.into()),
        ("change", desk.locale.signed(&share(change), 1).into()),
        ("amount", amount(desk, lead, (season, row), change).into()),
    ]);
    desk.fill("season-lede", &args)
}

/// Parts of the whole as percent.
fn share(parts: i128) -> Ratio {
    Ratio::new(parts * 100, WHOLE).unwrap_or_else(Ratio::zero)
}

/// What a change of the share comes to in the product's year.
fn amount(desk: &Desk<'_>, lead: &MeasureId, (season, row): (&Season, &SeasonRow), change: i128) -> String {
    let scope = row.product.as_ref().map_or_else(Scope::company, Scope::product);
    let span = desk.fiscal().year(season.year).span();
    let year = desk.plan().value(&desk.workspace.catalogue, lead, (&scope, span)).unwrap_or_else(Ratio::zero);
    let moved = &year * &Ratio::new(change, WHOLE).unwrap_or_else(Ratio::zero);
    desk.style(lead, &moved.abs()).delta_worded(&moved)
}

fn name(desk: &Desk<'_>, row: &SeasonRow) -> Phrase {
    row.product.as_ref().map_or_else(|| desk.say("season-all").into(), |product| desk.product(product))
}

/// Months × products: the share proposed, with the difference to the one that holds.
fn table(desk: &Desk<'_>, season: &Season) -> Table {
    let column =
        |row: &SeasonRow| Column { unit: "%".into(), ..Column::new(name(desk, row), ColumnKind::Number) };
    // A product that takes the season of the others is named in the note; its column would only repeat theirs.
    let own = |row: &&SeasonRow| !matches!(row.origin, Origin::Pooled { months: Some(_) });
    let cell = |row: &SeasonRow, at: usize| {
        let proposed =
            row.proposed.get(at).map_or_else(String::new, |parts| desk.locale.decimal(&share(*parts), 1));
        let change = row.change(at).filter(|change| *change != 0);
        Cell { sub: change.map(|change| desk.locale.signed(&share(change), 1).into()), ..Cell::new(proposed) }
    };
    let line = |(at, month): (usize, &crate::quantity::Period)| {
        let head = Cell::new(desk.locale.period_label(*month));
        let cells = std::iter::once(head).chain(season.rows.iter().filter(own).map(|row| cell(row, at)));
        Row { cells: cells.collect(), ..Row::default() }
    };
    let heads = std::iter::once(Column::new(desk.say("head-item"), ColumnKind::Text));
    let rows: Vec<Row> = season.months.iter().enumerate().map(line).collect();
    Table {
        caption: desk.say("season-caption").into(),
        columns: heads.chain(season.rows.iter().filter(own).map(column)).collect(),
        rows,
        note: Some(note(desk, season).as_str().into()),
        ..Table::default()
    }
}

/// How it is computed, and which products have no season of their own.
fn note(desk: &Desk<'_>, season: &Season) -> String {
    let short = season.rows.iter().filter_map(|row| match row.origin {
        Origin::Pooled { months: Some(months) } => {
            let args = [("product", name(desk, row).text.into()), ("months", months.into())];
            Some(desk.fill("season-short", &args))
        }
        _ => None,
    });
    std::iter::once(desk.say("season-note"))
        .chain(short)
        .collect::<Vec<_>>()
        .join(&desk.say("season-between"))
}
