//! One file: what it is, what was read of it, and what was not.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{period, places};
use super::hand::words;
use super::replaced::{amount, decimal, name};
use super::shelf::anchor;
use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::imports::faults;
use crate::compose::page::parts::{Head, disclosure, fact, list, prose_facts, row, table};
use crate::diagnostic::Arg;
use crate::facts::{Check, FileTotal, ImportedFile, LeftOut, OtherWords, Replaced, Unused};
use crate::site::{Block, Cell, ColumnKind, Disclosure, Fact, Rich, Section};

/// How many refused cells are shown; how many there are is always said.
pub(super) const REFUSED: usize = 20;
/// How many names stand in a row; the others are counted.
pub(super) const NAMES: usize = 15;

/// The file under its days and places: a line of what counts, and the rest behind it.
pub(super) fn file(desk: &Desk<'_>, (at, file): (usize, &ImportedFile)) -> Block {
    let faulty = !faults(file).is_empty();
    let mut blocks: Vec<Block> = refused(desk, file).into_iter().collect();
    let facts = facts(desk, file);
    blocks.push(match disclosure(desk.say("data-details"), vec![prose_facts(facts)]) {
        Block::Disclosure(more) => Disclosure { open: faulty, ..more }.into(),
        other => other,
    });
    Section {
        id: anchor(at),
        heading: heading(desk, file).into(),
        lede: Some(summary(desk, file)),
        blocks,
        ..Section::default()
    }
    .into()
}

/// "2026-10-01 至 2026-10-31 · 美國"; the name of a file without days.
fn heading(desk: &Desk<'_>, file: &ImportedFile) -> String {
    let places = places(desk, &[file]);
    match (file.period, places.is_empty()) {
        (None, _) => name(&file.path).to_owned(),
        (Some(_), true) => period(desk, &[file]),
        (Some(_), false) => format!("{} · {places}", period(desk, &[file])),
    }
}

/// The path, the rows, and everything that is wrong.
fn summary(desk: &Desk<'_>, file: &ImportedFile) -> Rich {
    let rows = desk.fill("data-rows-read", &[("rows", desk.locale.integer(file.rows as i128).into())]);
    let line = Rich::from(format!("{} · {rows}", file.path));
    let wrong = list(desk, faults(file).into_iter().map(|fault| words(desk, fault)));
    if wrong.is_empty() { line } else { line.then(" · ").variance(wrong, Impact::Bad) }
}

/// The first refused cells with their addresses.
fn refused(desk: &Desk<'_>, file: &ImportedFile) -> Option<Block> {
    if file.refused.is_empty() {
        return None;
    }
    let heads: [Head; 2] = [("head-where", ColumnKind::Name), ("head-reason", ColumnKind::Text)];
    let rows = file.refused.iter().take(REFUSED).map(|refusal| {
        let place = match refusal.line {
            0 => desk.say("data-whole-file"),
            line => format!("{line}:{}", refusal.column),
        };
        row(vec![Cell::new(place), Cell::new(desk.locale.finding(&refusal.finding))])
    });
    let mut table = table(desk, "data-refused", &heads, rows.collect());
    let more = file.refused_rows.saturating_sub(REFUSED);
    table.note = (more > 0).then(|| desk.fill("data-more", &[("count", more.into())]).into());
    Some(table.into())
}

fn facts(desk: &Desk<'_>, file: &ImportedFile) -> Vec<Fact> {
    let all: [(&str, Vec<String>); 12] = [
        ("detail-form", form(desk, file)),
        ("detail-nearest", nearest(desk, file)),
        ("detail-currency", file.currencies.iter().map(ToString::to_string).collect()),
        ("detail-totals", totals(desk, file)),
        ("detail-checks", file.checks.iter().map(|check| checked(desk, check)).collect()),
        ("detail-left-out", left_out(desk, file)),
        ("detail-duplicates", duplicates(desk, file)),
        ("detail-unknown", file.unknown_columns.clone()),
        ("detail-others", others(desk, file)),
        ("detail-unmapped", file.unmapped.iter().map(|one| one.name.clone()).collect()),
        ("detail-replaced", file.replaced.iter().map(|one| replaced(desk, one)).collect()),
        ("detail-unused", unused(desk, file)),
    ];
    let filled = all.into_iter().filter(|(_, values)| !values.is_empty());
    filled.map(|(key, values)| fact(desk.say(key), some(desk, values))).collect()
}

/// The first values, and how many more there are.
fn some(desk: &Desk<'_>, mut values: Vec<String>) -> String {
    let more = values.len().saturating_sub(NAMES);
    values.truncate(NAMES);
    values.extend((more > 0).then(|| desk.fill("data-more", &[("count", more.into())])));
    list(desk, values)
}

fn form(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let said = |key: &str, value: Option<Arg>| value.map(|value| desk.fill(key, &[("value", value)]));
    let mark = file.delimiter.map(|mark| match mark {
        ',' => desk.say("import-comma"),
        '\t' => desk.say("import-tab"),
        ';' => desk.say("import-semicolon"),
        other => other.to_string(),
    });
    let parts = [
        Some(file.encoding.to_owned()).filter(|encoding| !encoding.is_empty()),
        mark,
        said("detail-sheet", file.sheet.as_ref().map(|sheet| sheet.as_str().into())),
        said("detail-header", file.header_line.map(|line| line.to_string().into())),
        said("detail-downloaded", file.downloaded.map(|day| day.to_string().into())),
        said("detail-zones", (!file.zones.is_empty()).then(|| file.zones.join(" → ").into())),
    ];
    parts.into_iter().flatten().collect()
}

fn nearest(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let near = file.nearest.as_ref().filter(|_| file.kind.is_none());
    let said = near.map(|near| {
        let missing = list(desk, near.missing.iter().cloned());
        let args = [("kind", desk.report_kind(&near.kind).text.into()), ("missing", missing.into())];
        desk.fill("detail-missing", &args)
    });
    said.into_iter().collect()
}

fn totals(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let total = |total: &FileTotal| {
        let unit = total.currency.map(|currency| currency.to_string());
        format!("{} {}", desk.metric(&total.measure).text, decimal(desk, &total.amount, unit))
    };
    file.totals.iter().map(total).collect()
}

fn checked(desk: &Desk<'_>, check: &Check) -> String {
    let args = [
        ("check", desk.locale.check(&check.id).into()),
        ("expected", check.expected.as_str().into()),
        ("found", check.found.as_str().into()),
    ];
    desk.fill(if check.ok { "data-check-holds" } else { "data-check-failed" }, &args)
}

fn left_out(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let line = |left: &LeftOut| {
        let reason = desk.locale.reason(&left.reason);
        desk.fill("detail-left-out-rows", &[("reason", reason.into()), ("rows", left.rows.into())])
    };
    file.left_out.iter().map(line).collect()
}

fn duplicates(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let said = |count: usize| desk.fill("detail-duplicates-rows", &[("rows", count.into())]);
    (file.duplicates > 0).then(|| said(file.duplicates)).into_iter().collect()
}

/// The values of columns that no rule knows.
fn others(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let line = |column: &OtherWords| {
        let values = column.values.iter().map(|(value, rows)| format!("{value} ({rows})"));
        format!("{}: {}", column.column, some(desk, values.collect()))
    };
    file.others.iter().map(line).collect()
}

/// "銷售件數 320 → 323（BusinessReport (1).csv）"
fn replaced(desk: &Desk<'_>, one: &Replaced) -> String {
    let after = one.after.as_ref().map_or_else(|| "–".to_owned(), |after| amount(desk, after, one));
    let args = [
        ("measure", desk.metric(&one.measure).text.into()),
        ("before", amount(desk, &one.before, one).into()),
        ("after", after.into()),
        ("file", name(&one.by).into()),
    ];
    desk.fill("detail-replaced-by", &args)
}

/// "結算：FBA 配送費、退款"
fn unused(desk: &Desk<'_>, file: &ImportedFile) -> Vec<String> {
    let mut by_kind: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Unused { measure, because, .. } in &file.unused {
        let measures = by_kind.entry(desk.report_family(because).text).or_default();
        measures.insert(desk.metric(measure).text);
    }
    let line = |(kind, measures): (String, BTreeSet<String>)| {
        let measures = list(desk, measures);
        desk.fill("detail-unused-for", &[("measures", measures.into()), ("kind", kind.into())])
    };
    by_kind.into_iter().map(line).collect()
}
