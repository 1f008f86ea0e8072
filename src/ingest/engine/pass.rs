//! One reading of all rows.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::amount::{amount, expected};
use super::check::{Checks, Reader};
use super::condition::Strangers;
use super::convention::{Conventions, Evidence};
use super::cover::{self, covers};
use super::days::{DayReader, Way};
use super::keys::{Keys, PENDING, Refusal as KeyRefusal};
use super::plan::{FigurePlan, Plan, ValueOf, shape_scale};
use super::seen::{Seen, Told, hash};
use super::table::{self, Next};
use super::{Frame, Job};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::{LeftOut, OtherWords, Over, Refusal, Scale};
use crate::ingest::decoded::{Decoded, Figure, Market};
use crate::ingest::identify::ONLY_MARKET;
use crate::ingest::note::{bad_cell, unknown_market};
use crate::ingest::reader::{Fault, Form, Row, Rows};
use crate::ingest::value::{Reading, Zone, ident};
use crate::quantity::{Currency, Grain, MarketplaceId, MeasureId, Period, Span};

/// One reading of all rows.
pub(super) struct Pass<'a> {
    conventions: &'a Conventions,
    seen: Option<&'a Seen>,
    evidence: Evidence,
    plan: Plan,
    /// The tables above this one.
    tables: Vec<Plan>,
    decoded: Decoded,
    keys: Keys,
    days: DayReader,
    checks: Checks,
    strangers: Vec<Strangers>,
    left_out: BTreeMap<String, usize>,
    covered: cover::Seen,
    /// The cells that counted already, by figure.
    once: Vec<HashSet<u128>>,
    /// The items of the row that is being read, by what a figure belongs to.
    row_items: [Option<u32>; 3],
    /// The time zones of the marketplaces seen.
    zones: Vec<Option<Arc<str>>>,
    told: Told,
    summary: Option<Total>,
    /// Where the first column stands that nothing reads.
    unknown: Option<Place>,
}

/// What the summary row says.
#[derive(Clone, Copy, Debug)]
struct Total {
    amount: i128,
    currency: Currency,
    paid: Option<Span>,
    /// Whether a newer file says it too.
    told: bool,
}

/// Why a row is not read.
enum Skip {
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

    fn read_row(&mut self, job: &Job<'_>, rows: &Rows<'_>, row: &mut Row) -> Result<(), Skip> {
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
        self.checks.see(Reader { row, currency: place.currency, conventions, evidence });
        match self.is_told(row) {
            true => self.decoded.duplicates += 1,
            false => self.add(row, place, values),
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
    fn is_told(&mut self, row: &Row) -> bool {
        let Some(seen) = self.seen.filter(|_| !self.plan.identity.is_empty()) else { return false };
        seen.knows(self.told.key(row, &self.plan.identity))
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

    fn read_summary(&mut self, job: &Job<'_>, (_, row): (&Rows<'_>, &Row)) {
        let format = &job.recognised.format;
        let Some(summary) = &format.rows.summary else { return };
        let at = |key: &String| self.plan.at(format, key);
        let currency = summary.currency.as_ref().and_then(at).and_then(|at| Currency::parse(row.cell(at)));
        let currency = currency.or(job.frame.currency).or(job.frame.market().map(|market| market.currency));
        let (Some(currency), Some(total)) = (currency, at(&summary.total)) else { return };
        self.keys.summed_in = Some(currency);
        let scale = Scale::Money;
        let amount = amount((row, total), (scale, currency), self.conventions, &mut self.evidence);
        let columns = [&summary.paid, &summary.from, &summary.to].map(|key| key.as_ref().and_then(at));
        let [paid, from, to] = columns.map(|at| self.day_of(row, at?));
        if let (Some(from), Some(to)) = (from, to) {
            self.plan.period = Span::new(from.from, to.to);
        }
        let told = self.is_told(row);
        if let Reading::Value(amount) = amount {
            self.summary = Some(Total { amount: amount.into(), currency, paid, told });
        }
    }

    /// The day in a cell of the summary row.
    fn day_of(&mut self, row: &Row, at: usize) -> Option<Span> {
        let way = Way::Date { at, move_zone: false };
        DayReader::default().read((row, &way), (self.conventions, &mut self.evidence), None).ok()
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

    /// What the file says, once all conventions are settled.
    ///
    /// # Errors
    /// When rows without a marketplace may belong to several.
    pub(super) fn finish(mut self, job: &Job<'_>) -> Result<(Decoded, Told), Fault> {
        let rest = self.settle_markets(job)?;
        self.add_summary(rest);
        for plan in self.tables.iter().chain([&self.plan]) {
            covers(plan, &self.covered, &mut self.decoded);
        }
        let currency = self.decoded.markets.first().map_or(Currency::NONE, |market| market.currency);
        let currency = self.summary.map_or(currency, |summary| summary.currency);
        let period = job.frame.period.filter(|_| !self.plan.way.is_daily());
        let mut decoded = self.decoded;
        decoded.period = period.or(self.covered.period());
        decoded.checks = self.checks.finish(self.summary.map(|total| total.amount), currency);
        decoded.left_out = self.left_out.into_iter().map(|(reason, rows)| LeftOut { reason, rows }).collect();
        let others = self.strangers.into_iter().map(|s| (s.column.clone(), s.values()));
        let others = others.filter(|(_, values)| !values.is_empty());
        decoded.others = others.map(|(column, values)| OtherWords { column, values }).collect();
        decoded.zones = zones(&self.days);
        decoded.replacement_chars = job.book.lost.count;
        decoded.sheet = job.book.sheets[job.recognised.sheet].name.clone();
        note_unknown(job, (&self.plan.unknown, self.unknown), &mut decoded);
        note_empty(job, &mut decoded);
        note_repeated(job, &mut decoded);
        Ok((decoded, self.told))
    }

    /// Rows that named no marketplace, and the total, belong to the only one that other rows name, or that has their
    /// currency; without marketplaces of its own a workspace need not know.
    fn settle_markets(&mut self, job: &Job<'_>) -> Result<Option<u16>, Fault> {
        let pending =
            self.decoded.figures.iter().any(|figure| figure.market == PENDING) || self.summary.is_some();
        if !pending {
            return Ok(None);
        }
        let currency = self.summary.map(|summary| summary.currency).or(job.frame.currency);
        let only = job.setting.markets.only(job.channel(), currency).map(|known| known.market.clone());
        let market = match (self.decoded.markets.as_slice(), job.frame.market().cloned().or(only)) {
            ([only], _) => only.clone(),
            (_, Some(market)) => market,
            _ if job.setting.markets.is_closed() => return Err(Fault::of_file("marketplace", "")),
            _ => Market {
                id: MarketplaceId::new(ONLY_MARKET),
                currency: currency.unwrap_or(job.setting.exchange.reporting()),
            },
        };
        let to = super::keys::index(market, &mut self.decoded);
        self.covered.rename(PENDING, to);
        self.decoded.figures.rename_market(PENDING, to);
        Ok(Some(to))
    }

    /// The total of the summary row is money of the day it is paid.
    fn add_summary(&mut self, market: Option<u16>) {
        let Some(Total { amount, paid: Some(span), currency, told: false }) = self.summary else { return };
        let ours = |market: &u16| self.decoded.markets[usize::from(*market)].currency == currency;
        let Some(market) = market.filter(ours) else { return };
        let item = self.keys.whole(&mut self.decoded);
        let Ok(value) = i64::try_from(amount) else { return };
        for figure in self.plan.figures.iter().filter(|figure| figure.value == ValueOf::Summary) {
            let value = if figure.minus { -value } else { value };
            self.decoded.figures.push(Figure { feed: figure.feed, market, item, tag: 0, span, value });
        }
    }
}

/// The sum of a figure's cells; nothing when all are empty, an error with the cell that cannot be read.
fn sum(
    figure: &FigurePlan,
    (row, currency): (&Row, Currency),
    conventions: &Conventions,
    evidence: &mut Evidence,
) -> Result<Option<i64>, usize> {
    let cells = match &figure.value {
        ValueOf::Row => return Ok(Some(1)),
        ValueOf::Summary => return Ok(None),
        ValueOf::Cells(cells) => cells,
    };
    let mut sum: Option<i64> = None;
    for at in cells {
        match amount((row, *at), (figure.scale, currency), conventions, evidence) {
            Reading::Value(value) => sum = Some(sum.unwrap_or(0).checked_add(value).ok_or(*at)?),
            Reading::Nothing => {}
            Reading::Refused => return Err(*at),
        }
    }
    let Some(times) = figure.times.filter(|_| sum.is_some()) else {
        return Ok(sum.map(|sum| if figure.minus { -sum } else { sum }));
    };
    let count = match amount((row, times), (Scale::Count, currency), conventions, evidence) {
        Reading::Value(count) => count,
        Reading::Nothing => 0,
        Reading::Refused => return Err(times),
    };
    let product = sum.and_then(|sum| sum.checked_mul(count)).ok_or(times)?;
    Ok(Some(if figure.minus { -product } else { product }))
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

/// The zones of the file's times in words.
fn zones(days: &DayReader) -> Vec<String> {
    let mut zones: Vec<String> = days.zones.iter().map(|zone| zone_text(*zone)).collect();
    zones.sort();
    if days.moved {
        zones.push("moved".to_owned());
    }
    zones
}

fn zone_text(zone: Zone) -> String {
    match zone {
        Zone::None => String::new(),
        Zone::Utc => "UTC".to_owned(),
        Zone::Named(name) => name.to_owned(),
        Zone::Offset(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

/// Notes the columns that nothing reads, and says so once.
fn note_unknown(job: &Job<'_>, (unknown, place): (&[usize], Option<Place>), decoded: &mut Decoded) {
    let Some(place) = place else { return };
    let names: Vec<String> = unknown.iter().map(|at| job.recognised.header.names[*at].clone()).collect();
    let finding = Diagnostic::new(codes::UNKNOWN_COLUMN, &place).with("count", names.len());
    decoded.findings.push(finding.with("names", names.join(", ")).help("help"));
    decoded.unknown_columns = names;
}

/// Nothing but a header is worth a finding.
fn note_empty(job: &Job<'_>, decoded: &mut Decoded) {
    if decoded.rows + decoded.refused_rows + decoded.duplicates == 0 {
        decoded.findings.push(Diagnostic::new(codes::NO_ROWS, &Place::file(job.path)).help("help"));
    }
}

/// Rows of a file by hand with the keys of another one add up; a paste done twice looks the same, so it is said.
fn note_repeated(job: &Job<'_>, decoded: &mut Decoded) {
    let count = decoded.figures.repeated();
    if job.recognised.format.open && count > 0 {
        let finding = Diagnostic::new(codes::REPEATED_ROWS, &Place::file(job.path)).with("count", count);
        decoded.findings.push(finding.help("help"));
    }
}
