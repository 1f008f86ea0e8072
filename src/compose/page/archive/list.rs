//! All archives, the newest first: what was reported, what is known now, what became of the decisions.

use super::course::course;
use super::files::cover;
use super::{decisions, lead, restated, telling, then_and_now};
use crate::compose::desk::Desk;
use crate::compose::loop_table::rate;
use crate::compose::page::parts::{Head, linked, row, section, table, told};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::{LoopRates, Restatement, recurrences};
use crate::site::{Block, Cell, ColumnKind, Empty, Phrase, Rich, Row, Table};
use crate::workspace::{Archived, Cycle};

/// The page of the archives.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let archives = &desk.workspace.archives;
    Sheet {
        route: Route::Archive,
        title: desk.say("archive-title").into(),
        eyebrow: vec![
            desk.company(),
            desk.fill("reviews-to", &[("day", desk.today.to_string().into())]).into(),
        ],
        headline: headline(desk),
        lede: None,
        blocks: if archives.is_empty() { vec![empty(desk)] } else { full(desk) },
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("archive-empty").as_str().into(),
        file: String::new(),
        yaml: "opsreport archive 2026-Q3".to_owned(),
    }
    .into()
}

/// "已封存 1 期；2026 年第 3 季之後：貢獻利益 −121 美元，退貨晚到。"
fn headline(desk: &Desk<'_>) -> Phrase {
    let archives = &desk.workspace.archives;
    let Some(last) = archives.last() else { return desk.say("archive-headline-empty").into() };
    let args = [("count", archives.len().into()), ("period", desk.locale.period(last.period).into())];
    let (key, what) = match changed(desk, last) {
        Changed::Chiefly(words) => ("archive-list", Some(("changed", words.into()))),
        Changed::Others(count) => ("archive-list-others", Some(("figures", count.into()))),
        Changed::Nothing => ("archive-list-same", None),
    };
    let args: Vec<_> = args.into_iter().chain(what).collect();
    desk.fill(key, &args).into()
}

/// What changed since a period was archived.
enum Changed {
    /// The figure of the company that tells most of it, in words.
    Chiefly(String),
    /// So many figures of parts and months, or that are known no more.
    Others(usize),
    /// No figure at all.
    Nothing,
}

fn changed(desk: &Desk<'_>, archive: &Archived) -> Changed {
    match telling(desk, archive) {
        Some(one) => Changed::Chiefly(then_and_now::told(desk, &one)),
        None => match restated(desk, archive).all().len() {
            0 => Changed::Nothing,
            count => Changed::Others(count),
        },
    }
}

fn changed_cell(desk: &Desk<'_>, archive: &Archived) -> Cell {
    Cell::new(match changed(desk, archive) {
        Changed::Chiefly(words) => words,
        Changed::Others(count) => desk.fill("archive-changed-others", &[("figures", count.into())]),
        Changed::Nothing => "–".to_owned(),
    })
}

fn full(desk: &Desk<'_>) -> Vec<Block> {
    let list = told(desk, "archive-periods", (desk.say("archive-periods-lede"), vec![periods(desk).into()]));
    let rates: Vec<Block> = rates(desk).map(Block::from).into_iter().collect();
    let blocks: Vec<Block> = course(desk).map(Block::from).into_iter().chain(rates).collect();
    let looped = (!blocks.is_empty()).then(|| section(desk, "archive-loop", blocks));
    [list].into_iter().chain(looped).collect()
}

const HEADS: [Head; 7] = [
    ("archive-period", ColumnKind::Text),
    ("archive-then", ColumnKind::Number),
    ("archive-now", ColumnKind::Number),
    ("archive-changed", ColumnKind::Text),
    ("archive-settled", ColumnKind::Number),
    ("archive-root", ColumnKind::Text),
    ("archive-pages", ColumnKind::Text),
];

fn periods(desk: &Desk<'_>) -> Table {
    let rows = desk.workspace.archives.iter().rev().map(|archive| line(desk, archive)).collect();
    let lead = crate::compose::focus::lead(desk).map(|id| desk.metric(&id).text).unwrap_or_default();
    let note = desk.fill("archive-periods-note", &[("figure", lead.into())]);
    Table { note: Some(note.into()), ..table(desk, "archive-periods", &HEADS, rows) }
}

fn line(desk: &Desk<'_>, archive: &Archived) -> Row {
    let lead = lead(desk, archive);
    let value = |of: fn(&Desk<'_>, &Restatement) -> String| {
        lead.as_ref().map_or_else(|| "–".to_owned(), |lead| of(desk, lead))
    };
    let (settled, all) = decisions::settled(desk, archive);
    let on = desk.fill("archive-on", &[("day", archive.day.to_string().into())]);
    let name =
        linked(desk.locale.period(archive.period), desk.target(&Route::Archived(archive.name.clone())));
    row(vec![
        Cell { sub: Some(on.into()), ..name },
        Cell::new(value(then_and_now::then)),
        Cell::new(value(then_and_now::now)),
        changed_cell(desk, archive),
        Cell::new(format!("{settled}/{all}")),
        Cell::new(archive.root.to_string().chars().take(12).collect::<String>()),
        cover(desk, archive).map_or_else(Cell::default, |to| linked(desk.say("archive-open-short"), to)),
    ])
}

const RATES: [Head; 5] = [
    ("archive-year", ColumnKind::Text),
    ("loop-gaps", ColumnKind::Number),
    ("loop-verified", ColumnKind::Number),
    ("loop-on-time", ColumnKind::Number),
    ("loop-effective", ColumnKind::Number),
];

/// How well the loop closed, year by year, the newest first; nothing before any cycle is closed.
fn rates(desk: &Desk<'_>) -> Option<Table> {
    let again = recurrences(desk.threads());
    let mut years: Vec<i16> =
        desk.workspace.cycles.iter().map(|cycle| desk.fiscal().year_of(cycle.span.from)).collect();
    years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
    years.dedup();
    let of_year = |year: i16| {
        let own = desk.workspace.cycles.iter().filter(|cycle| desk.fiscal().year_of(cycle.span.from) == year);
        let cycles: Vec<&Cycle> = own.collect();
        let rates = LoopRates::of(&cycles, desk.threads(), (&again, desk.today));
        let shares =
            [rates.closure, rates.on_time, rates.effective].map(|share| Cell::new(rate(desk, share)));
        let cells = [Cell::new(year.to_string()), Cell::new(rates.closure.of.to_string())];
        (rates.closure.of > 0).then(|| row(cells.into_iter().chain(shares).collect()))
    };
    let rows: Vec<Row> = years.into_iter().filter_map(of_year).collect();
    let note: Rich = Rich::default().link(desk.say("archive-loop-more"), desk.target(&Route::Loop));
    (!rows.is_empty()).then(|| Table { note: Some(note), ..table(desk, "archive-loop", &RATES, rows) })
}
