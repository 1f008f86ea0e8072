//! What the files have and nothing uses: SKUs of no product, columns of no measure.

use std::collections::BTreeMap;

use super::placed;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, row, table, told};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind};

/// How many are listed; how many there are is always said.
const LISTED: usize = 40;

/// How often a SKU is met in files.
#[derive(Default)]
struct Stranger {
    files: usize,
    rows: usize,
    share: Option<Ratio>,
}

/// SKUs that no product has, those with the largest share of a file's sales first.
pub(super) fn unmapped(desk: &Desk<'_>) -> Option<Block> {
    let mut by_name: BTreeMap<&str, Stranger> = BTreeMap::new();
    for unmapped in desk.facts.log().files.iter().flat_map(|file| &file.unmapped) {
        let stranger = by_name.entry(&unmapped.name).or_default();
        stranger.files += 1;
        stranger.rows += unmapped.rows;
        stranger.share = stranger.share.take().max(unmapped.share.clone());
    }
    let place = ("unmapped", "data-unmapped");
    if by_name.is_empty() {
        return Some(placed(desk, place, (desk.say("data-unmapped-none"), vec![])).into());
    }
    let heads: [Head; 4] = [
        ("head-sku", ColumnKind::Text),
        ("head-files", ColumnKind::Number),
        ("head-rows", ColumnKind::Number),
        ("head-largest-share", ColumnKind::Number),
    ];
    let mut all: Vec<(&str, Stranger)> = by_name.into_iter().collect();
    all.sort_by(|a, b| (&b.1.share, a.0).cmp(&(&a.1.share, b.0)));
    let rows = all.iter().take(LISTED).map(|(name, stranger)| {
        let share = stranger.share.as_ref();
        row(vec![
            Cell::new(*name),
            Cell::new(desk.locale.integer(stranger.files as i128)),
            Cell::new(desk.locale.integer(stranger.rows as i128)),
            Cell::new(share.map_or_else(|| "–".to_owned(), |share| desk.locale.percent(share, 1))),
        ])
    });
    let table = table(desk, "data-unmapped", &heads, rows.collect());
    let args = [("count", all.len().into()), ("shown", all.len().min(LISTED).into())];
    Some(placed(desk, place, (desk.fill("data-unmapped-lede", &args), vec![table.into()])).into())
}

/// Columns that nothing reads, by kind of file.
pub(super) fn unknown_columns(desk: &Desk<'_>) -> Option<Block> {
    let mut columns: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for file in &desk.facts.log().files {
        for column in &file.unknown_columns {
            *columns.entry((file.kind.as_deref().unwrap_or(""), column)).or_default() += 1;
        }
    }
    if columns.is_empty() {
        return None;
    }
    let heads: [Head; 3] = [
        ("head-column", ColumnKind::Text),
        ("head-kind", ColumnKind::Text),
        ("head-files", ColumnKind::Number),
    ];
    let rows = columns.iter().take(LISTED).map(|((kind, column), files)| {
        row(vec![
            Cell::new(*column),
            Cell::new(desk.report_kind(kind)),
            Cell::new(desk.locale.integer(*files as i128)),
        ])
    });
    let table = table(desk, "data-unknown", &heads, rows.collect());
    let args = [("count", columns.len().into()), ("shown", columns.len().min(LISTED).into())];
    Some(told(desk, "data-unknown", (desk.fill("data-unknown-lede", &args), vec![table.into()])))
}
