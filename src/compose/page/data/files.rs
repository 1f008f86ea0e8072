//! What was read: a line per kind, and the pages on which each file stands.

use std::collections::BTreeSet;

use super::details;
use super::hand::back;
use super::shelf::{Shelf, Shelves};
use crate::compose::desk::Desk;
use crate::compose::imports::faults;
use crate::compose::page::parts::{Head, below, linked, list, row, section, table, told};
use crate::compose::sheet::Sheet;
use crate::facts::ImportedFile;
use crate::quantity::Span;
use crate::site::{Block, Cell, ColumnKind, LinkLine, Links, Phrase, Rich, Row, Status};

/// What was read, one line per kind, with the pages of its files.
pub(super) fn kinds(desk: &Desk<'_>, shelves: &Shelves<'_>) -> Block {
    let heads: [Head; 6] = [
        ("head-kind", ColumnKind::Text),
        ("head-days", ColumnKind::Date),
        ("head-marketplace", ColumnKind::Text),
        ("head-files", ColumnKind::Number),
        ("head-rows", ColumnKind::Number),
        ("head-checks", ColumnKind::Status),
    ];
    let rows = shelves.kinds().into_iter().map(|kind| line(desk, (kind, shelves))).collect();
    let table = table(desk, "data-groups", &heads, rows);
    told(desk, "data-groups", (desk.say("data-groups-lede"), vec![table.into()]))
}

fn line(desk: &Desk<'_>, (kind, shelves): (&str, &Shelves<'_>)) -> Row {
    let pages: Vec<&Shelf<'_>> = shelves.of_kind(kind).collect();
    let files: Vec<&ImportedFile> =
        pages.iter().flat_map(|shelf| &shelf.files).map(|(_, file)| *file).collect();
    let newest = pages.first().map(|shelf| desk.target(&shelf.route()));
    let name = match newest {
        Some(to) => linked(desk.report_kind(kind), to),
        None => Cell::new(desk.report_kind(kind)),
    };
    let rows = files.iter().map(|file| file.rows).sum::<usize>();
    row(vec![
        Cell { lines: others(desk, &pages), ..name },
        Cell::new(period(desk, &files)),
        Cell::new(places(desk, &files)),
        Cell::new(desk.locale.integer(files.len() as i128)),
        Cell::new(desk.locale.integer(rows as i128)),
        checks(desk, &files),
    ])
}

/// The pages of a kind after its newest, in one line.
fn others(desk: &Desk<'_>, pages: &[&Shelf<'_>]) -> Vec<Rich> {
    let mut line = Rich::default();
    for (at, shelf) in pages.iter().enumerate().filter(|_| pages.len() > 1) {
        line = if at == 0 { line } else { line.then(" · ") };
        line = line.link(part(desk, shelf), desk.target(&shelf.route()));
    }
    if line.0.is_empty() { Vec::new() } else { vec![line] }
}

/// The period of a page of files, short.
fn part(desk: &Desk<'_>, shelf: &Shelf<'_>) -> String {
    let part = shelf.period.map_or_else(|| desk.say("data-undated"), |period| period.to_string());
    if shelf.number > 1 { format!("{part} ({})", shelf.number) } else { part }
}

/// From the first to the last day of files.
pub(super) fn period(desk: &Desk<'_>, files: &[&ImportedFile]) -> String {
    let spans = || files.iter().filter_map(|file| file.period);
    let ends = spans().map(|span| span.from).min().zip(spans().map(|span| span.to).max());
    ends.map_or_else(|| "–".to_owned(), |(from, to)| desk.locale.span(Span { from, to }))
}

/// The marketplaces of files.
pub(super) fn places(desk: &Desk<'_>, files: &[&ImportedFile]) -> String {
    let ids: BTreeSet<_> = files.iter().flat_map(|file| &file.marketplaces).collect();
    list(desk, ids.into_iter().map(|id| desk.marketplace(id).text))
}

/// How many of the files' checks against themselves hold, and how many rows were refused.
fn checks(desk: &Desk<'_>, files: &[&ImportedFile]) -> Cell {
    let all: Vec<_> = files.iter().flat_map(|file| &file.checks).collect();
    let refused: usize = files.iter().map(|file| file.refused_rows).sum();
    let held = all.iter().filter(|check| check.ok).count();
    let args = [("held", held.into()), ("all", all.len().into()), ("refused", refused.into())];
    let words = if all.is_empty() { "data-checks-none" } else { "data-checks" };
    let sub = (refused > 0).then(|| desk.fill("data-refused-count", &args));
    let clean = files.iter().all(|file| faults(file).is_empty());
    let status = if clean { Status::Done } else { Status::Late };
    Cell { status: Some(status), ..below(Cell::new(desk.fill(words, &args)), sub.unwrap_or_default()) }
}

/// The pages of files.
pub(super) fn sheets(desk: &Desk<'_>, shelves: &Shelves<'_>) -> Vec<Sheet> {
    shelves.0.iter().map(|shelf| sheet(desk, shelf, shelves)).collect()
}

fn sheet(desk: &Desk<'_>, shelf: &Shelf<'_>, shelves: &Shelves<'_>) -> Sheet {
    let kind = desk.report_kind(shelf.kind);
    let files: Vec<&ImportedFile> = shelf.files.iter().map(|(_, file)| *file).collect();
    let each = shelf.files.iter().map(|(at, file)| details::file(desk, (*at, file))).collect();
    let title = Phrase { text: format!("{} · {}", kind.text, part(desk, shelf)), lang: kind.lang.clone() };
    Sheet {
        route: shelf.route(),
        title,
        eyebrow: vec![desk.say("data-title").into(), kind, part(desk, shelf).into()],
        headline: headline(desk, &files).into(),
        lede: shelf.kind.is_empty().then(|| desk.say("data-strangers-lede").into()),
        blocks: vec![section(desk, "data-files", each), elsewhere(desk, shelf, shelves)],
    }
}

/// "48 個檔案、240 列，涵蓋 2026-01-01 至 2026-10-31；全部讀入。"
fn headline(desk: &Desk<'_>, files: &[&ImportedFile]) -> String {
    let faulty = files.iter().filter(|file| !faults(file).is_empty()).count();
    let number = |n: usize| desk.locale.integer(n as i128);
    let args = [
        ("count", files.len().into()),
        ("rows", number(files.iter().map(|file| file.rows).sum()).into()),
        ("days", period(desk, files).into()),
        ("faulty", faulty.into()),
    ];
    desk.fill(if faulty == 0 { "data-files-headline" } else { "data-files-headline-faults" }, &args)
}

/// The other pages of the kind, and the way back.
fn elsewhere(desk: &Desk<'_>, shelf: &Shelf<'_>, shelves: &Shelves<'_>) -> Block {
    let others = shelves.of_kind(shelf.kind).filter(|other| other.route() != shelf.route());
    let line = |other: &Shelf<'_>| {
        let words = format!("{} · {}", desk.report_kind(other.kind).text, part(desk, other));
        LinkLine { link: desk.link(words, &other.route()), about: None, aside: String::new().into() }
    };
    section(
        desk,
        "data-elsewhere",
        vec![Links { lines: others.map(line).chain([back(desk)]).collect() }.into()],
    )
}
