//! One reading of all rows.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::amount::amount;
use super::check::Checks;
use super::condition::Strangers;
use super::convention::{Conventions, Evidence};
use super::cover;
use super::days::DayReader;
use super::keys::Keys;
use super::plan::{Plan, ValueOf, shape_scale};
use super::row::Skip;
use super::seen::{Seen, Told};
use super::summary::Total;
use super::table;
use super::table::Next;
use super::{Frame, Job};
use crate::diagnostic::Place;
use crate::ingest::decoded::Decoded;
use crate::ingest::reader::{Fault, Row, Rows};
use crate::quantity::{MeasureId, Span};

/// One reading of all rows.
pub(super) struct Pass<'a> {
    pub(super) conventions: &'a Conventions,
    pub(super) seen: Option<&'a Seen>,
    pub(super) evidence: Evidence,
    pub(super) plan: Plan,
    /// The tables above this one.
    pub(super) tables: Vec<Plan>,
    pub(super) decoded: Decoded,
    pub(super) keys: Keys,
    pub(super) days: DayReader,
    pub(super) checks: Checks,
    pub(super) strangers: Vec<Strangers>,
    pub(super) left_out: BTreeMap<String, usize>,
    pub(super) covered: cover::Seen,
    /// The cells that counted already, by figure.
    pub(super) once: Vec<HashSet<u128>>,
    /// The items of the row that is being read, by what a figure belongs to.
    pub(super) row_items: [Option<u32>; 3],
    /// The time zones of the marketplaces seen.
    pub(super) zones: Vec<Option<Arc<str>>>,
    /// What other reports do not count, by its rule, marketplace and days.
    pub(super) aside: BTreeMap<(usize, u16, Span), i64>,
    pub(super) told: Told,
    pub(super) summary: Option<Total>,
    /// Where the first column stands that nothing reads.
    pub(super) unknown: Option<Place>,
}

impl<'a> Pass<'a> {
    pub(super) fn new(job: &Job<'_>, conventions: &'a Conventions, seen: Option<&'a Seen>) -> Self {
        let mut decoded = Decoded::default();
        let plan = Plan::new(job, &mut decoded);
        let format = &job.recognised.format;
        Pass {
            conventions,
            seen,
            evidence: Evidence::default(),
            checks: Checks::of(format, &plan, &job.book.form),
            strangers: Strangers::of(format, |key| plan.at(format, key)),
            once: vec![HashSet::new(); plan.figures.len()],
            row_items: [None; 3],
            zones: Vec::new(),
            aside: BTreeMap::new(),
            plan,
            tables: Vec::new(),
            decoded,
            keys: Keys::default(),
            days: DayReader::default(),
            left_out: BTreeMap::new(),
            covered: cover::Seen::default(),
            told: Told::default(),
            summary: None,
            unknown: None,
        }
    }

    /// Reads all rows.
    pub(super) fn run(&mut self, job: &Job<'_>) -> Result<(), Fault> {
        let mut rows = job.book.rows(job.world, job.recognised.sheet, &job.recognised.header)?;
        if let Some(at) = job.recognised.header.repeated().first().filter(|_| job.recognised.format.open) {
            let (place, name) = (rows.header_place(*at), job.recognised.header.names[*at].clone());
            return Err(Fault { reason: "header", detail: name, line: place.line, column: place.column });
        }
        self.unknown = self.plan.unknown.first().map(|at| rows.header_place(*at));
        let mut row = Row::default();
        if job.recognised.format.rows.summary.is_some() && rows.next_row(&mut row)? {
            self.read_summary(job, (&rows, &row));
        }
        let mut more = self.run_table(job, &mut rows, &mut row)?;
        while more {
            let Some(Next { recognised, period }) = table::next(job, &mut rows, &mut row)? else { break };
            let frame = Frame { period: period.or(job.frame.period), ..job.frame.clone() };
            let job = Job { recognised: &recognised, frame, ..*job };
            self.begin_table(&job);
            more = self.run_table(&job, &mut rows, &mut row)?;
        }
        Ok(())
    }

    /// Reads the rows of a table; whether a comment ends it, so that another table may follow.
    fn run_table(&mut self, job: &Job<'_>, rows: &mut Rows<'_>, row: &mut Row) -> Result<bool, Fault> {
        let rules = &job.recognised.format.rows;
        let mut descriptions = rules.skip;
        while rows.next_row(row)? {
            if descriptions > 0 && self.is_description(job, row) {
                descriptions -= 1;
                continue;
            }
            descriptions = 0;
            if rules.many_tables && table::is_comment(row) {
                return Ok(true);
            }
            match self.read_row(job, rows, row) {
                Ok(()) => {}
                Err(Skip::Refused) => self.note_evidence(job, row),
                Err(Skip::LeftOut(reason)) => *self.left_out.entry(reason).or_default() += 1,
            }
        }
        Ok(false)
    }

    /// Goes on with another table: it gives the measures that no table above it has given.
    fn begin_table(&mut self, job: &Job<'_>) {
        let given: Vec<MeasureId> = self.decoded.feeds.iter().map(|feed| feed.measure.clone()).collect();
        let mut plan = Plan::new(job, &mut self.decoded);
        plan.figures.retain(|figure| {
            let feed = &self.decoded.feeds[usize::from(figure.feed)];
            !given.contains(&feed.measure)
        });
        self.once = vec![HashSet::new(); plan.figures.len()];
        // What is checked and listed are the rows of the first table.
        (self.checks, self.strangers) = (Checks::default(), Vec::new());
        let before = std::mem::replace(&mut self.plan, plan);
        self.plan.unknown = before.unknown.clone();
        self.tables.push(before);
    }

    /// A row may be refused because of a convention that its other cells do not follow either.
    fn note_evidence(&mut self, job: &Job<'_>, row: &Row) {
        let market = self.keys.market(row, (job, &self.plan), &mut self.decoded);
        let Ok((_, currency)) = market else { return };
        for figure in &self.plan.figures {
            let ValueOf::Cells(cells) = &figure.value else { continue };
            for at in cells {
                let _ = amount((row, *at), (figure.scale, currency), self.conventions, &mut self.evidence);
            }
        }
    }

    /// Whether a row has words only, where numbers would stand.
    fn is_description(&self, job: &Job<'_>, row: &Row) -> bool {
        let columns = job.recognised.columns.iter().enumerate();
        let mut numbers = columns.filter_map(|(at, column)| {
            let column = &job.recognised.format.columns[(*column)?];
            shape_scale(column.shape).map(|_| row.cell(at))
        });
        numbers.all(|cell| !cell.contains(|c: char| c.is_ascii_digit()))
    }

    /// The evidence of all cells.
    pub(super) fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}
