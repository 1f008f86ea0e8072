//! What was read from which files, and what was not.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, disclosure, list, row, section, table, told};
use crate::facts::ImportedFile;
use crate::quantity::{Ratio, Span};
use crate::site::{Block, Cell, ColumnKind, Row, Status};

/// How many refused rows are shown; their number is always said.
const REFUSED: usize = 100;

/// Files of one kind in one marketplace or folder.
type Groups<'a> = BTreeMap<(&'a str, String), Vec<&'a ImportedFile>>;

fn grouped<'a>(desk: &Desk<'a>) -> Groups<'a> {
    let mut groups = Groups::new();
    for file in &desk.facts.log().files {
        groups.entry((file.kind.as_deref().unwrap_or(""), folder(&file.path))).or_default().push(file);
    }
    groups
}

/// The folder two levels below the root: enough to tell sources apart, few enough to read.
fn folder(path: &str) -> String {
    let folders: Vec<&str> = path.split('/').collect();
    folders[..folders.len().saturating_sub(1).min(2)].join("/")
}

/// What was read, one line per kind and folder.
pub(super) fn groups(desk: &Desk<'_>) -> Block {
    let heads: [Head; 6] = [
        ("head-kind", ColumnKind::Text),
        ("head-days", ColumnKind::Date),
        ("head-marketplace", ColumnKind::Text),
        ("head-files", ColumnKind::Number),
        ("head-rows", ColumnKind::Number),
        ("head-checks", ColumnKind::Status),
    ];
    let groups = grouped(desk);
    let rows = groups.iter().map(|((kind, folder), files)| {
        let name = below(Cell::new(desk.report_kind(kind)), format!("{folder}/"));
        let rows = files.iter().map(|file| file.rows).sum::<usize>();
        row(vec![
            name,
            Cell::new(period(desk, files)),
            Cell::new(places(desk, files)),
            Cell::new(desk.locale.integer(files.len() as i128)),
            Cell::new(desk.locale.integer(rows as i128)),
            checks(desk, files),
        ])
    });
    let table = table(desk, "data-groups", &heads, rows.collect());
    told(desk, "data-groups", (desk.say("data-groups-lede"), vec![table.into()]))
}

fn period(desk: &Desk<'_>, files: &[&ImportedFile]) -> String {
    let spans = || files.iter().filter_map(|file| file.period);
    let ends = spans().map(|span| span.from).min().zip(spans().map(|span| span.to).max());
    ends.map_or_else(|| "–".to_owned(), |(from, to)| desk.locale.span(Span { from, to }))
}

fn places(desk: &Desk<'_>, files: &[&ImportedFile]) -> String {
    let ids: BTreeSet<_> = files.iter().flat_map(|file| &file.marketplaces).collect();
    list(desk, ids.into_iter().map(|id| desk.marketplace(id).text))
}

/// How many of the files' checks against themselves hold; the first that does not, in figures.
fn checks(desk: &Desk<'_>, files: &[&ImportedFile]) -> Cell {
    let all: Vec<_> = files.iter().flat_map(|file| &file.checks).collect();
    let refused: usize = files.iter().map(|file| file.refused_rows).sum();
    let held = all.iter().filter(|check| check.ok).count();
    let args = [("held", held.into()), ("all", all.len().into()), ("refused", refused.into())];
    let words = if all.is_empty() { "data-checks-none" } else { "data-checks" };
    let failed = all.iter().find(|check| !check.ok).map(|check| {
        let args = [
            ("check", (*check.id).into()),
            ("expected", check.expected.as_str().into()),
            ("found", check.found.as_str().into()),
        ];
        desk.fill("data-check-failed", &args)
    });
    let sub = failed.or_else(|| (refused > 0).then(|| desk.fill("data-refused-count", &args)));
    let status = if sub.is_some() { Status::Late } else { Status::Done };
    Cell { status: Some(status), ..below(Cell::new(desk.fill(words, &args)), sub.unwrap_or_default()) }
}

/// Rows that were not read, and why.
pub(super) fn refused(desk: &Desk<'_>) -> Option<Block> {
    let all = desk.facts.log().files.iter();
    let all = all.flat_map(|file| file.refused.iter().map(move |refusal| (file, refusal)));
    let count = all.clone().count();
    if count == 0 {
        return None;
    }
    let heads: [Head; 2] = [("head-where", ColumnKind::Text), ("head-reason", ColumnKind::Text)];
    let rows = all.take(REFUSED).map(|(file, refusal)| {
        let place = format!("{}:{}:{}", file.path, refusal.line, refusal.column);
        row(vec![Cell::new(place), Cell::new(desk.locale.finding(&refusal.finding))])
    });
    let table = table(desk, "data-refused", &heads, rows.collect());
    let lede =
        desk.fill("data-refused-lede", &[("count", count.into()), ("shown", count.min(REFUSED).into())]);
    Some(told(desk, "data-refused", (lede, vec![table.into()])))
}

/// SKUs that no product has, with their largest share of a file's sales.
pub(super) fn unmapped(desk: &Desk<'_>) -> Option<Block> {
    let mut by_name: BTreeMap<&str, (usize, usize, Option<Ratio>)> = BTreeMap::new();
    for unmapped in desk.facts.log().files.iter().flat_map(|file| &file.unmapped) {
        let (files, rows, share) = by_name.entry(&unmapped.name).or_default();
        *files += 1;
        *rows += unmapped.rows;
        *share = share.take().max(unmapped.share.clone());
    }
    let heads: [Head; 4] = [
        ("head-sku", ColumnKind::Text),
        ("head-files", ColumnKind::Number),
        ("head-rows", ColumnKind::Number),
        ("head-largest-share", ColumnKind::Number),
    ];
    if by_name.is_empty() {
        return Some(told(desk, "data-unmapped", (desk.say("data-unmapped-none"), vec![])));
    }
    let rows = by_name.iter().map(|(name, (files, rows, share))| {
        row(vec![
            Cell::new(*name),
            Cell::new(desk.locale.integer(*files as i128)),
            Cell::new(desk.locale.integer(*rows as i128)),
            Cell::new(share.as_ref().map_or_else(|| "–".to_owned(), |share| desk.locale.percent(share, 1))),
        ])
    });
    let table = table(desk, "data-unmapped", &heads, rows.collect());
    Some(told(desk, "data-unmapped", (desk.say("data-unmapped-lede"), vec![table.into()])))
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
    let rows = columns.iter().map(|((kind, column), files)| {
        row(vec![
            Cell::new(*column),
            Cell::new(desk.report_kind(kind)),
            Cell::new(desk.locale.integer(*files as i128)),
        ])
    });
    let table = table(desk, "data-unknown", &heads, rows.collect());
    Some(told(desk, "data-unknown", (desk.say("data-unknown-lede"), vec![table.into()])))
}

/// Every file, behind a line per group.
pub(super) fn list_of_files(desk: &Desk<'_>) -> Option<Block> {
    let blocks: Vec<Block> =
        grouped(desk).iter().map(|(group, files)| of_group(desk, group, files)).collect();
    (!blocks.is_empty()).then(|| section(desk, "data-files", blocks))
}

fn of_group(desk: &Desk<'_>, (kind, folder): &(&str, String), files: &[&ImportedFile]) -> Block {
    let heads: [Head; 5] = [
        ("head-file", ColumnKind::Text),
        ("head-days", ColumnKind::Date),
        ("head-rows", ColumnKind::Number),
        ("head-checks", ColumnKind::Status),
        ("head-totals", ColumnKind::Text),
    ];
    let rows = files.iter().map(|file| line(desk, file)).collect();
    let args = [
        ("kind", desk.report_kind(kind).into()),
        ("folder", folder.as_str().into()),
        ("count", files.len().into()),
    ];
    disclosure(desk.fill("data-files-of", &args), vec![table(desk, "data-files", &heads, rows).into()])
}

fn line(desk: &Desk<'_>, file: &ImportedFile) -> Row {
    let totals = file.totals.iter().map(|total| {
        let amount = Ratio::parse(&total.amount).map_or_else(
            || total.amount.clone(),
            |amount| desk.locale.decimal(&amount, total.currency.map_or(0, |currency| currency.digits())),
        );
        let currency = total.currency.map_or_else(String::new, |currency| format!(" {}", currency.code()));
        format!("{} {amount}{currency}", desk.metric(&total.measure).text)
    });
    row(vec![
        below(Cell::new(&*file.path), file.encoding),
        Cell::new(period(desk, &[file])),
        Cell::new(desk.locale.integer(file.rows as i128)),
        checks(desk, &[file]),
        Cell::new(list(desk, totals)),
    ])
}

#[cfg(test)]
mod tests {
    #[test]
    fn files_are_grouped_by_the_two_folders_above_the_rest() {
        for (path, folder) in [
            ("results/US/2026-10/business.csv", "results/US"),
            ("results/daily/2026-Q4.csv", "results/daily"),
            ("results/a.csv", "results"),
            ("a.csv", ""),
        ] {
            assert_eq!(super::folder(path), folder, "{path}");
        }
    }
}
