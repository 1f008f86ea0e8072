//! The days of a row.

use std::collections::BTreeSet;

use super::convention::{Conventions, Evidence};
use crate::ingest::reader::Row;
use crate::ingest::value::{Dates, Mark, Numbers, Reading, Written, Zone};
use crate::quantity::{Day, Grain, Period, Span};
use crate::workspace::{Days, Format};

/// Where the days of a row stand in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// In a cell; of a time in UTC, the day in the marketplace's zone where the format says so.
    Date { at: usize, move_zone: bool },
    /// The seven days from the one in a cell on.
    Week(usize),
    /// The month of the day in a cell.
    Month(usize),
    /// In two cells.
    Span(usize, usize),
    /// In one cell, with a dash between.
    Range(usize),
    /// In a cell that counts days from the beginning of the file's period.
    Nth(usize, Span),
    /// The same for all rows.
    Fixed(Span),
    /// Nowhere: the file does not say, and nobody else did.
    Unknown,
}

impl Way {
    /// The first way that the file has.
    pub(super) fn of(format: &Format, at: impl Fn(&str) -> Option<usize>, period: Option<Span>) -> Self {
        let way = |days: &Days| match days {
            Days::Date(key) => {
                let move_zone = format.column(key).is_some_and(|column| column.move_zone);
                Some(Way::Date { at: at(key)?, move_zone })
            }
            Days::Week(key) => Some(Way::Week(at(key)?)),
            Days::Month(key) => Some(Way::Month(at(key)?)),
            Days::Span(from, to) => Some(Way::Span(at(from)?, at(to)?)),
            Days::Range(key) => Some(Way::Range(at(key)?)),
            Days::Nth(key) => Some(Way::Nth(at(key)?, period?)),
            Days::File => period.map(Way::Fixed),
            Days::Snapshot => period.map(|period| Way::Fixed(Span { from: period.to, to: period.to })),
        };
        format.days.iter().find_map(way).unwrap_or(Way::Unknown)
    }

    /// Whether rows are of single days, so that days without rows are nought.
    pub(super) fn is_daily(&self) -> bool {
        match self {
            Way::Date { .. } | Way::Nth(..) => true,
            Way::Fixed(span) => span.len() == 1,
            Way::Week(_) | Way::Month(_) | Way::Span(..) | Way::Range(_) | Way::Unknown => false,
        }
    }
}

/// Reads days, and remembers the last cell: rows of one day stand together.
#[derive(Debug, Default)]
pub(super) struct DayReader {
    last: Option<Last>,
    /// The zones that times were written in.
    pub(super) zones: Vec<Zone>,
    /// The marketplaces' zones that times were moved into, by IANA name.
    pub(super) moved: BTreeSet<String>,
}

/// The last cell with its days. The same words in another column, or of a marketplace in another zone, may be other days.
#[derive(Debug)]
struct Last {
    at: usize,
    zone: Option<String>,
    cell: String,
    span: Span,
}

impl DayReader {
    /// The days of a row, or the cell that does not say them.
    pub(super) fn read(
        &mut self,
        (row, way): (&Row, &Way),
        (conventions, evidence): (&Conventions, &mut Evidence),
        zone: Option<&str>,
    ) -> Result<Span, usize> {
        match way {
            Way::Fixed(span) => Ok(*span),
            Way::Unknown => Err(0),
            Way::Nth(at, period) => nth(row.cell(*at), *period).ok_or(*at),
            Way::Range(at) => {
                evidence.day(*at, row.cell(*at), row.line);
                let dates = Dates { order: conventions.order(*at) };
                dates.range(row.cell(*at)).value().ok_or(*at)
            }
            Way::Week(at) => {
                let first = self.day((row, *at), (conventions, &mut *evidence), None)?.from;
                Ok(Span { from: first, to: first + 6 })
            }
            Way::Month(at) => {
                let day = self.day((row, *at), (conventions, &mut *evidence), None)?.from;
                Ok(Period::containing(day, Grain::Month).span())
            }
            Way::Span(from, to) => {
                let first = self.day((row, *from), (conventions, &mut *evidence), None)?;
                let last = self.day((row, *to), (conventions, &mut *evidence), None)?;
                Span::new(first.from, last.to).ok_or(*to)
            }
            Way::Date { at, move_zone } => {
                self.day((row, *at), (conventions, &mut *evidence), zone.filter(|_| *move_zone))
            }
        }
    }

    /// The day in a cell, or the days of the month in it.
    fn day(
        &mut self,
        (row, at): (&Row, usize),
        (conventions, evidence): (&Conventions, &mut Evidence),
        zone: Option<&str>,
    ) -> Result<Span, usize> {
        let cell = row.cell(at);
        let same = |last: &&Last| last.at == at && last.cell == cell && last.zone.as_deref() == zone;
        if let Some(last) = self.last.as_ref().filter(same) {
            return Ok(last.span);
        }
        evidence.day(at, cell, row.line);
        let dates = Dates { order: conventions.order(at) };
        let span = match dates.written(cell) {
            Reading::Value(written) => {
                self.note(written.zone);
                let day = match zone.filter(|_| written.zone == Zone::Utc) {
                    Some(zone) => self.moved_day(&written, zone),
                    None => written.day,
                };
                Span { from: day, to: day }
            }
            _ => dates.month(cell).value().ok_or(at)?,
        };
        self.last = Some(Last { at, zone: zone.map(str::to_owned), cell: cell.to_owned(), span });
        Ok(span)
    }

    /// The day at a moment in UTC where a marketplace counts its days.
    fn moved_day(&mut self, written: &Written, zone: &str) -> Day {
        if !self.moved.contains(zone) {
            self.moved.insert(zone.to_owned());
        }
        written.day_in(zone)
    }

    fn note(&mut self, zone: Zone) {
        if zone != Zone::None && !self.zones.contains(&zone) {
            self.zones.push(zone);
        }
    }
}

/// The day that is so many days after the first one.
fn nth(cell: &str, period: Span) -> Option<Span> {
    let count = Numbers { mark: Mark::Point }.decimal(cell, 0).value()?;
    let day: Day = period.from + i32::try_from(count).ok()?;
    (day <= period.to).then_some(Span { from: day, to: day })
}
