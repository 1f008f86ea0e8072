//! How a file writes its numbers and days, column by column: suggested by the header, decided by all cells.

use std::collections::BTreeMap;

use super::Job;
use crate::ingest::reader::Fault;
use crate::ingest::value::{DateEvidence, DateOrder, Decision, Mark, NumberEvidence};
use crate::quantity::{Currency, Day};
use crate::workspace::{Column, DayOrder, DecimalMark};

/// The conventions of the columns of a file, by their place.
#[derive(Clone, Debug)]
pub(super) struct Conventions {
    marks: BTreeMap<usize, Mark>,
    orders: BTreeMap<usize, DateOrder>,
    mark: Option<Mark>,
    order: Option<DateOrder>,
    fixed_marks: BTreeMap<usize, Mark>,
    fixed_orders: BTreeMap<usize, DateOrder>,
    /// The last day that a file can speak of; nothing where later ones are refused row by row.
    last: Option<Day>,
}

/// What the cells say.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    numbers: BTreeMap<usize, NumberEvidence>,
    days: BTreeMap<usize, DateEvidence>,
}

impl Conventions {
    /// What the format, the header's language and the marketplace suggest.
    pub(super) fn suggested(job: &Job<'_>) -> Self {
        let columns = job.recognised.columns.iter().enumerate();
        let known: Vec<(usize, &Column)> = columns
            .filter_map(|(at, column)| Some((at, &job.recognised.format.columns[(*column)?])))
            .collect();
        let marks = known.iter().filter_map(|(at, column)| Some((*at, mark(column.decimal?))));
        let orders = known.iter().filter_map(|(at, column)| Some((*at, order(column.order?))));
        Conventions {
            marks: BTreeMap::new(),
            orders: BTreeMap::new(),
            mark: mark_of_header(&job.recognised.header.names),
            order: job.frame.market().and_then(|market| order_of(market.currency)),
            fixed_marks: marks.collect(),
            fixed_orders: orders.collect(),
            last: (!job.recognised.format.open).then_some(job.frame.last_day()),
        }
    }

    /// The decimal mark of a column.
    pub(super) fn mark(&self, at: usize) -> Mark {
        let decided = self.marks.get(&at).copied();
        decided.or(self.mark_hint(at)).unwrap_or(Mark::Point)
    }

    /// The order of day and month of a column.
    pub(super) fn order(&self, at: usize) -> DateOrder {
        let decided = self.orders.get(&at).copied();
        decided.or(self.order_hint(at)).unwrap_or(DateOrder::YearFirst)
    }

    fn mark_hint(&self, at: usize) -> Option<Mark> {
        self.fixed_marks.get(&at).copied().or(self.mark)
    }

    fn order_hint(&self, at: usize) -> Option<DateOrder> {
        self.fixed_orders.get(&at).copied().or(self.order)
    }
}

impl Evidence {
    /// Notes a number with so many decimal digits at most.
    pub(super) fn number(&mut self, (at, digits): (usize, u32), cell: &str, line: u32) {
        self.numbers.entry(at).or_insert_with(|| NumberEvidence::new(digits)).see(cell, line);
    }

    pub(super) fn day(&mut self, at: usize, cell: &str, line: u32) {
        self.days.entry(at).or_default().see(cell, line);
    }

    /// Other conventions than those the file was read with, when the cells demand them.
    ///
    /// # Errors
    /// When a column can be read in two ways, or follows two orders of day and month.
    pub(super) fn decide(&self, used: &Conventions) -> Result<Option<Conventions>, Fault> {
        let mut better = used.clone();
        let mut changed = false;
        for (at, evidence) in &self.numbers {
            let decision = evidence.decide(used.mark_hint(*at));
            if let Some(mark) = decided("number", &decision)?.filter(|mark| *mark != used.mark(*at)) {
                changed |= better.marks.insert(*at, mark) != Some(mark);
            }
        }
        for (at, evidence) in &self.days {
            let decision = evidence.decide(used.order_hint(*at));
            if let Decision::Mixed { line, cell } = &decision {
                return Err(doubt("mixed-days", *line, cell));
            }
            let order = decided("day", &decision)?.unwrap_or(used.order(*at));
            if let Some((line, cell)) = used.last.and_then(|last| evidence.after(last, order)) {
                return Err(doubt("future", line, cell));
            }
            if order != used.order(*at) {
                changed |= better.orders.insert(*at, order) != Some(order);
            }
        }
        Ok(changed.then_some(better))
    }
}

/// The convention that the cells demand; a column that contradicts itself keeps what it was read with, and the
/// cells that do not fit are refused one by one.
fn decided<T: Copy>(what: &'static str, decision: &Decision<T>) -> Result<Option<T>, Fault> {
    match decision {
        Decision::Known(value) => Ok(Some(*value)),
        Decision::Free | Decision::Mixed { .. } => Ok(None),
        Decision::Doubtful { line, cell } => Err(doubt(what, *line, cell)),
    }
}

fn doubt(reason: &'static str, line: u32, cell: &str) -> Fault {
    Fault { reason, detail: cell.to_owned(), line, column: 1 }
}

fn mark(mark: DecimalMark) -> Mark {
    match mark {
        DecimalMark::Point => Mark::Point,
        DecimalMark::Comma => Mark::Comma,
    }
}

fn order(order: DayOrder) -> DateOrder {
    match order {
        DayOrder::YearFirst => DateOrder::YearFirst,
        DayOrder::DayFirst => DateOrder::DayFirst,
        DayOrder::MonthFirst => DateOrder::MonthFirst,
    }
}

/// English, Chinese, Japanese and Korean write a point; a header with other letters than those is of a language
/// that writes a comma.
fn mark_of_header(names: &[String]) -> Option<Mark> {
    let mut letters = names.iter().flat_map(|name| name.chars()).filter(|c| c.is_alphabetic());
    let accented = |c: char| !c.is_ascii() && ('\u{c0}'..='\u{24f}').contains(&c);
    Some(if letters.any(accented) { Mark::Comma } else { Mark::Point })
}

/// The order that the marketplaces of a currency write.
fn order_of(currency: Currency) -> Option<DateOrder> {
    match currency.code() {
        "USD" => Some(DateOrder::MonthFirst),
        "GBP" | "EUR" | "SEK" | "PLN" | "TRY" | "MXN" | "BRL" | "AUD" | "SGD" | "INR" => {
            Some(DateOrder::DayFirst)
        }
        _ => None,
    }
}
