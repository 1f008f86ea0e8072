//! A file against its own figures.

use std::collections::BTreeMap;

use super::amount::amount;
use super::convention::{Conventions, Evidence};
use super::plan::Plan;
use crate::facts::{Check, Scale};
use crate::ingest::reader::header::normalise;
use crate::ingest::reader::{Form, Row};
use crate::ingest::value::{Numbers, PercentForm, Reading};
use crate::quantity::Currency;
use crate::workspace::{CheckRule, FileCheck, Format, Shape};

/// Digits of a percentage that exports write.
const PERCENT_DIGITS: u32 = 4;

/// The checks of a file while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Checks {
    running: Vec<(String, Running)>,
}

/// One check with what it has seen.
#[derive(Debug)]
enum Running {
    Row { sum: Vec<usize>, equals: usize, good: usize, all: usize },
    Summary { sum: Vec<usize>, total: i128 },
    Ratio { cells: [usize; 3], form: PercentForm, good: usize, all: usize },
    Shares { at: usize, form: PercentForm, sum: i128, all: usize },
    Transfers { cells: [usize; 3], words: Vec<String>, settlements: Settlements },
}

/// The settlements of a payments report in the order in which they begin.
#[derive(Debug, Default)]
struct Settlements {
    order: Vec<String>,
    nets: BTreeMap<String, i128>,
    transfers: Vec<(String, i128)>,
}

/// What reading the cells of a row needs.
pub(super) struct Reader<'r> {
    pub(super) row: &'r Row,
    pub(super) currency: Currency,
    pub(super) conventions: &'r Conventions,
    pub(super) evidence: &'r mut Evidence,
    /// The first cell of an amount that cannot be read.
    pub(super) unreadable: Option<usize>,
}

impl Reader<'_> {
    /// An amount; an empty cell is nought.
    fn money(&mut self, at: usize) -> Option<i128> {
        self.number(at, Scale::Money)
    }

    fn number(&mut self, at: usize, scale: Scale) -> Option<i128> {
        match amount((self.row, at), (scale, self.currency), self.conventions, self.evidence) {
            Reading::Value(value) => Some(value.into()),
            Reading::Nothing => Some(0),
            Reading::Refused => {
                self.unreadable.get_or_insert(at);
                None
            }
        }
    }

    /// A percentage in millionths.
    fn percent(&mut self, at: usize, form: PercentForm) -> Option<i128> {
        let cell = self.row.cell(at);
        self.evidence.number((at, PERCENT_DIGITS), cell.trim_end_matches('%'), self.row.line);
        let numbers = Numbers { mark: self.conventions.mark(at) };
        match numbers.percent(cell, form) {
            Reading::Value(value) => Some(value.into()),
            Reading::Nothing => Some(0),
            Reading::Refused => None,
        }
    }
}

impl Checks {
    /// The checks for which the file has the columns.
    pub(super) fn of(format: &Format, plan: &Plan, form: &Form) -> Self {
        let running = format.checks.iter().filter_map(|check| {
            let running = Running::of(check, (format, plan), form)?;
            Some((check.id.clone(), running))
        });
        Checks { running: running.collect() }
    }

    /// Takes a row into account; the first cell of an amount that cannot be read, though no figure asks for it.
    pub(super) fn see(&mut self, mut reader: Reader<'_>) -> Option<usize> {
        self.running.iter_mut().for_each(|(_, running)| running.see(&mut reader));
        reader.unreadable
    }

    /// What holds; `total` is that of the summary row.
    pub(super) fn finish(self, total: Option<i128>, currency: Currency) -> Vec<Check> {
        let finished =
            self.running.into_iter().filter_map(|(id, running)| running.finish(&id, total, currency));
        finished.collect()
    }
}

impl Running {
    fn of(check: &FileCheck, (format, plan): (&Format, &Plan), form: &Form) -> Option<Self> {
        let at = |key: &String| plan.at(format, key);
        let percent = |key: &String| percent_form(format, key, form);
        match &check.rule {
            CheckRule::Row { sum, equals } => {
                let sum: Vec<usize> = sum.iter().filter_map(at).collect();
                Some(Running::Row { sum, equals: at(equals)?, good: 0, all: 0 })
            }
            CheckRule::Summary(sum) => {
                Some(Running::Summary { sum: sum.iter().filter_map(at).collect(), total: 0 })
            }
            CheckRule::Ratio { num, den, equals } => {
                let cells = [at(num)?, at(den)?, at(equals)?];
                Some(Running::Ratio { cells, form: percent(equals), good: 0, all: 0 })
            }
            CheckRule::Shares(column) => {
                Some(Running::Shares { at: at(column)?, form: percent(column), sum: 0, all: 0 })
            }
            CheckRule::Transfers { settlement, amount, kind } => {
                let cells = [at(settlement)?, at(amount)?, at(&kind.0)?];
                let column = format.column(&kind.0)?;
                let group = column.words.iter().find(|(name, _)| *name == kind.1);
                let words = group.map(|(_, words)| words.iter().map(|word| normalise(word)).collect());
                Some(Running::Transfers { cells, words: words?, settlements: Settlements::default() })
            }
        }
    }

    fn see(&mut self, reader: &mut Reader<'_>) {
        match self {
            Running::Row { sum, equals, good, all } => {
                // All cells are looked at, whichever cannot be read: each is evidence of how its column is written.
                let cells: Vec<Option<i128>> = sum.iter().map(|at| reader.money(*at)).collect();
                let (found, expected) = (cells.into_iter().sum::<Option<i128>>(), reader.money(*equals));
                *all += 1;
                *good += usize::from(found.is_some() && found == expected);
            }
            Running::Summary { sum, total } => {
                *total += sum.iter().filter_map(|at| reader.money(*at)).sum::<i128>();
            }
            Running::Ratio { cells: [num, den, equals], form, good, all } => {
                *all += 1;
                let (num, den) = (reader.number(*num, Scale::Count), reader.number(*den, Scale::Count));
                *good += usize::from(is_ratio(num, den, reader.percent(*equals, *form)));
            }
            Running::Shares { at, form, sum, all } => {
                *all += 1;
                *sum += reader.percent(*at, *form).unwrap_or(0);
            }
            Running::Transfers { cells: [settlement, amount, kind], words, settlements } => {
                let transfer = words.contains(&normalise(reader.row.cell(*kind)));
                let amount = reader.money(*amount).unwrap_or(0);
                settlements.see(reader.row.cell(*settlement), transfer, amount);
            }
        }
    }

    fn finish(self, id: &str, total: Option<i128>, currency: Currency) -> Option<Check> {
        let check = |ok, expected: String, found: String| Check { id: id.into(), ok, expected, found };
        let count = |good: usize, all: usize| check(good == all, all.to_string(), good.to_string());
        let money = |minor| money_text(minor, currency);
        match self {
            Running::Row { good, all, .. } | Running::Ratio { good, all, .. } => Some(count(good, all)),
            Running::Summary { total: found, .. } => {
                let expected = total?;
                Some(check(expected == found, money(expected), money(found)))
            }
            Running::Shares { sum, all, .. } => {
                let ok = all == 0 || (970_000..=1_010_000).contains(&sum);
                let found = format!("{}.{:02}%", sum / 10_000, sum % 10_000 / 100);
                Some(check(ok, "97%..101%".to_owned(), found))
            }
            Running::Transfers { settlements, .. } => {
                let (good, all) = settlements.tally();
                (all > 0).then(|| count(good, all))
            }
        }
    }
}

impl Settlements {
    fn see(&mut self, settlement: &str, transfer: bool, amount: i128) {
        if !self.order.iter().any(|known| known == settlement) && !settlement.is_empty() {
            self.order.push(settlement.to_owned());
        }
        match transfer {
            true => self.transfers.push((settlement.to_owned(), amount)),
            false => *self.nets.entry(settlement.to_owned()).or_default() += amount,
        }
    }

    /// How many transfers pay what they should, of those that can be checked.
    ///
    /// A transfer pays the settlements that ended since the last one; the first settlement of a file may have begun
    /// before it, so that the transfer that pays it is not checked.
    fn tally(mut self) -> (usize, usize) {
        if self.is_newest_first() {
            self.order.reverse();
            self.transfers.reverse();
        }
        let (mut good, mut all, mut paid) = (0, 0, 0);
        for (settlement, amount) in &self.transfers {
            let upto = self.order.iter().position(|known| known == settlement).unwrap_or(0);
            let due = &self.order[paid.min(upto)..upto];
            let net: i128 = due.iter().filter_map(|settlement| self.nets.get(settlement)).sum();
            if paid > 0 && !due.is_empty() {
                all += 1;
                good += usize::from(net == -amount);
            }
            paid = paid.max(upto);
        }
        (good, all)
    }

    /// Exports run forwards; one sorted the other way begins with the transfer that pays what follows.
    fn is_newest_first(&self) -> bool {
        let place = |settlement: &String| self.order.iter().position(|known| known == settlement);
        let first = self.transfers.first().and_then(|(settlement, _)| place(settlement));
        let last = self.transfers.last().and_then(|(settlement, _)| place(settlement));
        first == Some(0) && last.is_some_and(|last| last + 1 < self.order.len())
    }
}

/// Whether one by the other is the percentage, but for a hundredth of a percent; without a divisor there is none.
fn is_ratio(num: Option<i128>, den: Option<i128>, given: Option<i128>) -> bool {
    let (Some(num), Some(den), Some(given)) = (num, den, given) else { return false };
    den == 0 || (given * den - num * 1_000_000).abs() <= den.abs() * 100
}

/// How a percentage is written: workbooks hold ratios.
fn percent_form(format: &Format, key: &str, form: &Form) -> PercentForm {
    match format.column(key).map(|column| column.shape) {
        Some(Shape::Points) => PercentForm::Points,
        Some(Shape::Ratio) => PercentForm::Ratio,
        _ if matches!(form, Form::Workbook) => PercentForm::Ratio,
        _ => PercentForm::Points,
    }
}

fn money_text(minor: i128, currency: Currency) -> String {
    let text = crate::quantity::Money { minor, currency }.to_string();
    text.split(' ').next().unwrap_or_default().to_owned()
}
