//! The table of archives: what was frozen when, and how it is proven.

use super::Sources;
use super::commitments::text;
use super::restated::restatements;
use crate::table::{Cell, Column, Kind, Table};
use crate::workspace::Archived;

const COLUMNS: [(&str, Kind); 13] = [
    ("name", Kind::Text),
    ("period", Kind::Text),
    ("version", Kind::Count),
    ("day", Kind::Day),
    ("tool", Kind::Text),
    ("root", Kind::Text),
    ("previous", Kind::Text),
    ("supersedes", Kind::Text),
    ("files", Kind::Count),
    ("restated", Kind::Count),
    ("open_reason", Kind::Text),
    ("provisional_reason", Kind::Text),
    ("again_reason", Kind::Text),
];

/// A row per archive, by the day it was made; `restated` counts the figures that are not what they were.
pub(super) fn archives(sources: Sources<'_>) -> Table {
    let rows = sources.workspace.archives.iter().map(|archive| row(sources, archive)).collect();
    Table { columns: COLUMNS.map(|(name, kind)| Column::new(name, kind)).to_vec(), rows }
}

fn row(sources: Sources<'_>, archive: &Archived) -> Vec<Cell> {
    let count = |n: usize| Cell::Count(n as i128);
    let info = |label: &str| text(archive.info.get(label));
    vec![
        text(Some(archive.name.as_str())),
        Cell::Text(archive.period.to_string()),
        Cell::Count(archive.version.into()),
        Cell::Day(archive.day),
        text(Some(archive.tool.as_str())),
        Cell::Text(archive.root.to_string()),
        text(archive.previous()),
        text(archive.supersedes()),
        count(archive.manifest.iter().count()),
        count(restatements(sources, archive).len()),
        info("Open-Loop-Reason"),
        info("Provisional-Reason"),
        info("Again-Reason"),
    ]
}
