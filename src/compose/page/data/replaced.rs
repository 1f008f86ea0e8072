//! Figures that a newer file gives again for the same days, and what changed.

use super::placed;
use super::shelf::Shelves;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, row, table};
use crate::facts::{ImportedFile, Replaced};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind};

/// How many figures are listed; how many there are is always said.
const LISTED: usize = 24;

/// The newest figures that were replaced: what the old file said, and what the new one says.
pub(super) fn replaced(desk: &Desk<'_>, shelves: &Shelves<'_>) -> Option<Block> {
    let files = desk.facts.log().files.iter().enumerate();
    let mut all: Vec<(usize, &ImportedFile, &Replaced)> =
        files.flat_map(|(at, file)| file.replaced.iter().map(move |one| (at, file, one))).collect();
    if all.is_empty() {
        return None;
    }
    all.sort_by_key(|(at, _, one)| (std::cmp::Reverse(one.span), *at));
    let heads: [Head; 4] = [
        ("head-measure", ColumnKind::Text),
        ("head-before", ColumnKind::Number),
        ("head-after", ColumnKind::Number),
        ("head-replaced-by", ColumnKind::Text),
    ];
    let rows = all.iter().take(LISTED).map(|(at, file, one)| {
        let old = Cell { to: shelves.target(desk, *at), ..Cell::new(name(&file.path)) };
        row(vec![
            below(Cell::new(desk.metric(&one.measure)), place(desk, one)),
            Cell::new(amount(desk, &one.before, one)),
            Cell::new(one.after.as_ref().map_or_else(|| "–".to_owned(), |after| amount(desk, after, one))),
            below(old, desk.fill("data-replaced-by", &[("file", name(&one.by).into())])),
        ])
    });
    let table = table(desk, "data-replaced", &heads, rows.collect());
    let args = [("count", all.len().into()), ("shown", all.len().min(LISTED).into())];
    let told = (desk.fill("data-replaced-lede", &args), vec![table.into()]);
    Some(placed(desk, ("replaced", "data-replaced"), told).into())
}

/// "美國 · 2026-10-01 至 2026-10-31"
fn place(desk: &Desk<'_>, one: &Replaced) -> String {
    format!("{} · {}", desk.marketplace(&one.marketplace).text, desk.locale.span(one.span))
}

/// A decimal as the language writes it, with its currency.
pub(super) fn amount(desk: &Desk<'_>, text: &str, one: &Replaced) -> String {
    decimal(desk, text, one.currency.map(|currency| currency.to_string()))
}

/// A decimal as the language writes it, with a unit behind it.
pub(super) fn decimal(desk: &Desk<'_>, text: &str, unit: Option<String>) -> String {
    let digits = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let digits = u32::try_from(digits).unwrap_or(0);
    let number = Ratio::parse(text).map_or_else(|| text.to_owned(), |n| desk.locale.decimal(&n, digits));
    unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}"))
}

/// The file's own name, without its folders.
pub(super) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
