//! One row: whether it counts, where it belongs, and its figures.

use std::sync::Arc;

use super::Job;
use super::amount::{amount, expected, sum};
use super::check::Reader;
use super::days::Way;
use super::keys::Refusal as KeyRefusal;
use super::pass::Pass;
use super::seen::hash;
use crate::diagnostic::{Diagnostic, codes};
use crate::facts::{Over, Refusal, Scale};
use crate::ingest::decoded::Figure;
use crate::ingest::note::{bad_cell, unknown_market};
use crate::ingest::reader::{Form, Row, Rows};
use crate::ingest::value::ident;
use crate::quantity::{Currency, Grain, Period, Span};

/// Why a row is not read.
pub(super) enum Skip {
    /// It was refused, and the reason noted.
    Refused,
    /// It does not count.
    LeftOut(String),
}

/// The item, the tag and the value of a figure, where the row has one.
type Valued = Option<(u32, u32, i64)>;

/// Where a row belongs.
#[derive(Clone, Copy, Debug)]
struct Where {
    span: Span,
    market: u16,
    currency: Currency,
}

impl Pass<'_> {
    pub(super) fn read_row(&mut self, job: &Job<'_>, rows: &Rows<'_>, row: &mut Row) -> Result<(), Skip> {
        self.check_width(job, (rows, row))?;
        row.fit(job.recognised.header.names.len());
        self.plan.added.iter_mut().for_each(|added| added.add(row));
        let (at, row) = ((rows, &*row), &*row);
        if self.plan.filled.is_some_and(|column| row.cell(column).is_empty()) {
            return Err(Skip::LeftOut("empty-key".to_owned()));
        }
        self.strangers.iter_mut().for_each(|strangers| strangers.see(row));
        if let Some(reason) = self.leaves_out(row) {
            return Err(Skip::LeftOut(reason));
        }
        if let Some(id) = self.plan.ids.iter().copied().find(|id| ident(row.cell(*id)).is_err()) {
            return Err(self.refuse_cell(job, at, (id, "id")));
        }
        if !self.matters(job, row) {
            return Err(Skip::LeftOut("small-rank".to_owned()));
        }
        let place = self.place(job, at)?;
        let values = self.values(job, at, place)?;
        // A file is checked against itself, whatever other files tell.
        let (conventions, evidence) = (self.conventions, &mut self.evidence);
        let reader = Reader { row, currency: place.currency, conventions, evidence, unreadable: None };
        if let Some(cell) = self.checks.see(reader) {
            return Err(self.refuse_cell(job, at, (cell, "money")));
        }
        match self.is_told(row) {
            true => self.decoded.duplicates += 1,
            false => {
                self.add(row, place, values);
                self.set_aside(row, place);
            }
        }
        Ok(())
    }

    fn leaves_out(&mut self, row: &Row) -> Option<String> {
        let rules = self.plan.leave_out.iter_mut();
        let mut fits = rules
            .filter_map(|(reason, tests)| tests.iter_mut().all(|test| test.holds(row)).then_some(reason));
        fits.next().cloned()
    }

    /// Of a very long file, whether a row is among those that matter.
    fn matters(&mut self, job: &Job<'_>, row: &Row) -> bool {
        let Some((rank, top, asins)) = &self.plan.keep else { return true };
        let known = (Scale::Count, Currency::NONE);
        let value = amount((row, *rank), known, self.conventions, &mut self.evidence).value();
        value.is_none_or(|value| value <= *top)
            || asins.iter().any(|at| job.setting.asins.contains_key(row.cell(*at)))
    }

    /// The days, the marketplace and the currency of a row.
    fn place(&mut self, job: &Job<'_>, at: (&Rows<'_>, &Row)) -> Result<Where, Skip> {
        let row = at.1;
        let market = self.keys.market(row, (job, &self.plan), &mut self.decoded);
        let (market, currency) = market.map_err(|refusal| self.refuse_key(job, at, refusal))?;
        let zone = self.zone(job, market);
        let way = &self.plan.way;
        let span = self.days.read((row, way), (self.conventions, &mut self.evidence), zone.as_deref());
        let span = span.map_err(|cell| self.refuse_cell(job, at, (cell, "date")))?;
        if let Way::Date { at: cell, .. } = self.plan.way.clone()
            && span.from > job.frame.last_day()
        {
            return Err(self.refuse_cell(job, at, (cell, "future")));
        }
        Ok(Where { span, market, currency })
    }

    /// The time zone in which a marketplace reports.
    fn zone(&mut self, job: &Job<'_>, market: u16) -> Option<Arc<str>> {
        for unseen in self.zones.len()..self.decoded.markets.len() {
            let known = job.setting.markets.find(self.decoded.markets[unseen].id.as_str());
            self.zones.push(known.and_then(|known| known.zone.as_deref().map(Arc::from)));
        }
        self.zones.get(usize::from(market)).cloned().flatten()
    }

    /// The figures of a row, with their item and tag; nothing is kept before all of them can be read.
    fn values(&mut self, job: &Job<'_>, at: (&Rows<'_>, &Row), place: Where) -> Result<Vec<Valued>, Skip> {
        let mut values = Vec::with_capacity(self.plan.figures.len());
        self.row_items = [None; 3];
        for index in 0..self.plan.figures.len() {
            values.push(self.value(job, at, (index, place))?);
        }
        Ok(values)
    }

    fn value(
        &mut self,
        job: &Job<'_>,
        at: (&Rows<'_>, &Row),
        (index, place): (usize, Where),
    ) -> Result<Valued, Skip> {
        let row = at.1;
        if !self.plan.figures[index].when.iter_mut().all(|test| test.holds(row)) {
            return Ok(None);
        }
        let figure = &self.plan.figures[index];
        let sum = sum(figure, (row, place.currency), self.conventions, &mut self.evidence);
        let (scale, owner) = (figure.scale, figure.owner);
        let Some(value) = sum.map_err(|cell| self.refuse_cell(job, at, (cell, expected(scale))))? else {
            return Ok(None);
        };
        let item = match self.row_items[owner as usize] {
            Some(item) => item,
            None => {
                let item = self.keys.item((row, owner), (job, &self.plan), &mut self.decoded);
                item.map_err(|refusal| self.refuse_key(job, at, refusal))?
            }
        };
        self.row_items[owner as usize] = Some(item);
        let set = self.plan.figures[index].tag_set;
        let tag = self.keys.tag(row, (&self.plan, set), &mut self.decoded);
        Ok(Some((item, tag, value)))
    }

    /// Whether a newer file has told this row.
    pub(super) fn is_told(&mut self, row: &Row) -> bool {
        let Some(seen) = self.seen.filter(|_| !self.plan.identity.is_empty()) else { return false };
        seen.knows(self.told.key(row, &self.plan.identity))
    }

    /// Notes what of the row other reports do not count.
    fn set_aside(&mut self, row: &Row, place: Where) {
        for (index, aside) in self.plan.asides.iter_mut().enumerate() {
            if !aside.when.iter_mut().all(|test| test.holds(row)) {
                continue;
            }
            let read = |at: &usize| {
                let known = (aside.scale, place.currency);
                amount((row, *at), known, self.conventions, &mut self.evidence).value().unwrap_or(0)
            };
            let value: i64 = aside.cells.iter().map(read).sum();
            *self.aside.entry((index, place.market, place.span)).or_default() -= value;
        }
    }

    fn add(&mut self, row: &Row, place: Where, values: Vec<Valued>) {
        self.decoded.rows += 1;
        self.covered.add(place.market, place.span);
        for (index, value) in values.into_iter().enumerate() {
            let Some((item, tag, value)) = value else { continue };
            let figure = &self.plan.figures[index];
            if !figure.once.is_empty() {
                let cells = figure.once.iter().map(|at| row.cell(*at));
                if !self.once[index].insert(hash(cells, place.market.into())) {
                    continue;
                }
            }
            let span = widened(figure.grain, figure.over, place.span);
            self.decoded.figures.push(Figure {
                feed: figure.feed,
                market: place.market,
                item,
                tag,
                span,
                value,
            });
        }
    }

    /// Refuses a row of another width than the header's; workbooks leave out empty cells at the end, and a line
    /// that is no row may have any width.
    fn check_width(&mut self, job: &Job<'_>, (rows, row): (&Rows<'_>, &Row)) -> Result<(), Skip> {
        let expected = job.recognised.header.names.len();
        let found = row.width(expected);
        if found == expected || (found < expected && job.book.form == Form::Workbook) {
            return Ok(());
        }
        if let Some(reason) = self.leaves_out(row) {
            return Err(Skip::LeftOut(reason));
        }
        let cell = found.min(expected).saturating_sub(usize::from(found < expected));
        let place = rows.place(row, cell);
        let finding = Diagnostic::new(codes::BAD_ROW, &place).with("expected", expected).with("found", found);
        Err(self.refuse(finding.help("help")))
    }

    fn refuse_cell(
        &mut self,
        job: &Job<'_>,
        (rows, row): (&Rows<'_>, &Row),
        (cell, expected): (usize, &'static str),
    ) -> Skip {
        let place = rows.place(row, cell);
        let column = job.recognised.header.names.get(cell).map_or("", String::as_str);
        let address = rows.address(row, cell).map(|address| format!("{column} ({address})"));
        let column = address.as_deref().unwrap_or(column);
        self.refuse(bad_cell(&place, (column, row.cell(cell)), expected))
    }

    fn refuse_key(&mut self, job: &Job<'_>, at: (&Rows<'_>, &Row), refusal: KeyRefusal) -> Skip {
        match refusal {
            KeyRefusal::Currency(cell) => self.refuse_cell(job, at, (cell, "currency")),
            KeyRefusal::Id(cell, expected) => self.refuse_cell(job, at, (cell, expected)),
            KeyRefusal::Marketplace(cell) => {
                let place = at.0.place(at.1, cell);
                self.refuse(unknown_market(&place, at.1.cell(cell), job.setting.markets.ids()))
            }
        }
    }

    fn refuse(&mut self, finding: Diagnostic) -> Skip {
        let (line, column) = (finding.place.line, finding.place.column);
        self.decoded.refuse(Refusal { line, column, finding });
        Skip::Refused
    }
}

/// A measure by the month or longer stands for its whole period. One by the week stays on its day, so that
/// months can be summed of it; its catalogue entry says that it has no days.
fn widened(grain: Grain, over: Over, span: Span) -> Span {
    match grain {
        Grain::Day | Grain::Week => span,
        _ if over != Over::Flow || span.len() > 1 => span,
        longer => Period::containing(span.from, longer).span(),
    }
}
