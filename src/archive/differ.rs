//! What differs between two archives, or between an archive and today: figures, inputs, pages, findings, rates,
//! decisions.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::is_held;
use crate::bag::{Hash, payload};
use crate::diagnostic::Diagnostics;
use crate::quantity::{Period, Ratio};
use crate::review::{Cause, Restated, Restatement, between, held};
use crate::table::{Cell, Column, Kind, Table, exact};
use crate::tables::Sources;
use crate::workspace::{Archived, Known, Rated};
use crate::world::World;

/// One of the two sides that are compared.
#[derive(Clone, Debug)]
pub enum Side {
    /// What is known now.
    Now,
    /// An archive.
    Archive(Box<Archived>),
}

/// Why two sides are not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotCompare {
    /// The workspace has no archive of this name, and none of this period.
    Unknown(String),
    /// They are archives of two periods.
    Periods(Period, Period),
}

/// What is known now, beside the numbers.
#[derive(Clone, Copy)]
pub(crate) struct Present<'a> {
    /// The numbers.
    pub(crate) sources: Sources<'a>,
    /// The files.
    pub(crate) world: &'a dyn World,
    /// All findings.
    pub(crate) findings: &'a Diagnostics,
    /// Those that are known and were found.
    pub(crate) known: &'a [Known],
}

/// Things of one kind by their keys, each in words.
type Things = BTreeMap<String, String>;

/// The things of one kind that a side has, as far as they can be compared with the other side's.
type Kindred = fn(Present<'_>, &Side, &Side) -> Option<Things>;

/// What differs between two sides: a row each.
///
/// Of pages, only two archives can be compared; the live site shows other pages than an archive.
///
/// # Errors
/// When they are archives of two periods: what differs then is the period.
pub(crate) fn differences(
    present: Present<'_>,
    (first, second): (&Side, &Side),
) -> Result<Table, CannotCompare> {
    if let (Side::Archive(first), Side::Archive(second)) = (first, second)
        && first.period != second.period
    {
        return Err(CannotCompare::Periods(first.period, second.period));
    }
    let keys = ["what", "key"].map(|name| Column::new(name, Kind::Text));
    let values = ["then", "now", "difference"].map(|name| Column::new(name, Kind::Exact));
    let causes = Cause::ALL.map(|cause| Column::new(cause.word().replace('-', "_"), Kind::Exact));
    let mut rows: Vec<Vec<Cell>> = figures(present, (first, second)).iter().map(figure).collect();
    let kinds: [(&str, Kindred); 5] =
        [("input", inputs), ("page", pages), ("finding", findings), ("rate", rates), ("decision", decisions)];
    for (what, of) in kinds {
        if let (Some(then), Some(now)) = (of(present, first, second), of(present, second, first)) {
            rows.extend(compared(what, &then, &now));
        }
    }
    Ok(Table { columns: keys.into_iter().chain(values).chain(causes).collect(), rows })
}

fn compared(what: &str, then: &Things, now: &Things) -> Vec<Vec<Cell>> {
    let keys: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let differs = keys.into_iter().filter(|key| then.get(*key) != now.get(*key));
    let cell = |value: Option<&String>| value.map_or(Cell::Missing, |value| Cell::Text(value.clone()));
    let row = |key: &String| {
        let mut cells = vec![Cell::Text(what.to_owned()), Cell::Text(key.clone())];
        cells.extend([cell(then.get(key)), cell(now.get(key))]);
        cells.resize(5 + Cause::ALL.len(), Cell::Missing);
        cells
    };
    differs.map(row).collect()
}

/// Figures that differ; from now back to an archive, the other way round.
fn figures(present: Present<'_>, sides: (&Side, &Side)) -> Vec<Restatement> {
    let Sources { workspace, .. } = present.sources;
    let restated =
        |archive| Restated { check: present.sources.check(), rates: &workspace.rates, archive }.all();
    match sides {
        (Side::Archive(first), Side::Archive(second)) => between(&workspace.catalogue, first, second),
        (Side::Archive(archive), Side::Now) => restated(archive),
        (Side::Now, Side::Archive(archive)) => restated(archive).into_iter().map(back).collect(),
        (Side::Now, Side::Now) => Vec::new(),
    }
}

fn back(one: Restatement) -> Restatement {
    let parts = one.parts.into_iter().map(|(cause, part)| (cause, -&part)).collect();
    let currencies = one.currencies.map(|(then, now)| (now, then));
    Restatement { then: one.now, now: one.then, parts, currencies, ..one }
}

fn figure(one: &Restatement) -> Vec<Cell> {
    let scope = &one.question.scope;
    let place = scope.marketplace.as_ref().map_or("", |id| id.as_str());
    let product = scope.product.as_ref().map_or("", |id| id.as_str());
    let names = [one.question.period.to_string(), place.to_owned(), product.to_owned()];
    let named: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let note = one.currency_note().map(|note| format!(" ({note})")).unwrap_or_default();
    let mut cells = vec![
        Cell::Text("figure".to_owned()),
        Cell::Text(format!("{} {}{note}", named.join(" "), one.question.metric)),
    ];
    cells.extend([one.then.as_ref(), one.now.as_ref(), one.difference().as_ref()].map(Cell::exact));
    let part = |cause| one.parts.iter().find(|(own, _)| *own == cause).map(|(_, part)| part);
    cells.extend(Cause::ALL.map(|cause| Cell::exact(part(cause))));
    cells
}

/// The inputs with their hashes; of now, those that the other side was made from.
fn inputs(present: Present<'_>, side: &Side, other: &Side) -> Option<Things> {
    let archived = |archive: &Archived| {
        archive.inputs.iter().map(|(path, hash)| (path.clone(), hash.to_string())).collect::<Things>()
    };
    match (side, other) {
        (Side::Archive(archive), _) => Some(archived(archive)),
        (Side::Now, Side::Archive(other)) => {
            let hash = |path: &String| {
                let stream = present.world.open(path).and_then(Hash::of_stream).ok();
                stream.map(|(hash, _)| (path.clone(), hash.to_string()))
            };
            Some(other.inputs.keys().filter_map(hash).collect())
        }
        (Side::Now, Side::Now) => None,
    }
}

/// The pages with their hashes.
fn pages(_: Present<'_>, side: &Side, _: &Side) -> Option<Things> {
    let Side::Archive(archive) = side else { return None };
    let prefix = payload("site/");
    let own = archive.manifest.iter().filter_map(|(path, hash)| Some((path.strip_prefix(&prefix)?, hash)));
    Some(own.map(|(path, hash)| (path.to_owned(), hash.to_string())).collect())
}

/// The findings by code, file and subject; lines move and are left out, and of now what no archive holds.
fn findings(present: Present<'_>, side: &Side, _: &Side) -> Option<Things> {
    let key = |code: &str, file: &str, id: Option<&str>| match id {
        Some(id) => format!("{code} {file} {id}"),
        None => format!("{code} {file}"),
    };
    let word = |known: bool| if known { "known" } else { "found" }.to_owned();
    Some(match side {
        Side::Archive(archive) => archive
            .findings
            .iter()
            .map(|one| (key(&one.code, &one.file, one.id.as_deref()), word(one.known)))
            .collect(),
        Side::Now => {
            let known = present.known.iter().filter(|one| is_held(&one.code));
            let known = known.map(|one| (key(&one.code, &one.file, one.id.as_deref()), word(true)));
            let found = present.findings.iter().filter(|one| is_held(one.code.name));
            let found =
                found.map(|one| (key(one.code.name, &one.place.file, one.id.as_deref()), word(false)));
            known.chain(found).collect()
        }
    })
}

/// The rates by pair and first day; of now, those that hold in the other side's period.
fn rates(present: Present<'_>, side: &Side, other: &Side) -> Option<Things> {
    let words = |rate: &Rated| {
        let number = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), exact);
        let to = rate.to.map_or_else(String::new, |to| format!(" until {to}"));
        let values =
            format!("plan {}, actual {}{to}", number(rate.plan.as_ref()), number(rate.actual.as_ref()));
        (format!("{} from {}", rate.pair, rate.from), values)
    };
    match (side, other) {
        (Side::Archive(archive), _) => Some(archive.rates.iter().map(words).collect()),
        (Side::Now, Side::Archive(other)) => {
            Some(held(&present.sources.workspace.rates, other.period.span()).iter().map(words).collect())
        }
        (Side::Now, Side::Now) => None,
    }
}

/// The decisions with how far they are; of now, those of the other side's period.
fn decisions(present: Present<'_>, side: &Side, other: &Side) -> Option<Things> {
    let words = |status: &str, due: Option<String>, effect: Option<&str>| {
        let due = due.map(|due| format!("due {due}"));
        let effect = effect.map(|effect| format!("effect {effect}"));
        [Some(status.to_owned()), due, effect].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    match (side, other) {
        (Side::Archive(archive), _) => {
            let word = |one: &crate::workspace::Decided| {
                words(&one.status, one.due.map(|due| due.to_string()), one.effect.as_deref())
            };
            Some(archive.decisions.iter().map(|one| (one.id.clone(), word(one))).collect())
        }
        (Side::Now, Side::Archive(other)) => {
            let span = other.period.span();
            let own = present.sources.workspace.acts().filter(|(cycle, _)| span.covers(&cycle.span));
            let word = |act: &crate::workspace::Act| {
                let due = act.due.as_ref().map(|due| due.value.to_string());
                words(act.status.word(), due, act.effect_check.as_ref().map(|check| check.result.word()))
            };
            Some(own.map(|(_, act)| (act.id.to_string(), word(act))).collect())
        }
        (Side::Now, Side::Now) => None,
    }
}
