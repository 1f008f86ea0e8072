//! Whether day or month comes first in a column, from all its cells.

use crate::quantity::Day;

use super::date::{DateOrder, ends, read};
use super::date_part::DatePart;
use super::decision::{Decision, Witness, shown};
use super::plain::plain;

/// What the cells of a column show of the order of its dates.
///
/// A number from 13 to 31 is a day and proves the order; dates with the year first or with dots show theirs, and
/// those with a month's name show none. A column that shows two orders was saved again by a spreadsheet which took
/// some of its dates for others.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct DateEvidence {
    year_first: Witness,
    day_first: Witness,
    month_first: Witness,
    doubtful: Witness,
    newest: [Newest; 2],
}

/// The newest date so far, and the first cell by line that has it.
#[derive(Clone, Debug, Default)]
struct Newest(Option<(Day, u32, String)>);

impl DateEvidence {
    /// Takes a cell into account, a date or a range; what is neither shows nothing.
    pub(in crate::ingest) fn see(&mut self, cell: &str, line: u32) {
        let text = plain(cell).trim().to_lowercase();
        if let Some((part, ..)) = read(&text) {
            self.see_part(part, cell, line);
        } else if let Some((from, to)) = ends(&text) {
            self.see_part(from, cell, line);
            self.see_part(to, cell, line);
        }
    }

    fn see_part(&mut self, part: DatePart, cell: &str, line: u32) {
        if let Some(witness) = self.witness(part) {
            witness.note(cell, line);
        }
        for (order, newest) in [DateOrder::DayFirst, DateOrder::MonthFirst].iter().zip(&mut self.newest) {
            if let Some(day) = part.day(*order) {
                newest.note(day, cell, line);
            }
        }
    }

    fn witness(&mut self, part: DatePart) -> Option<&mut Witness> {
        match part {
            DatePart::Known(_, order) => match order? {
                DateOrder::YearFirst => Some(&mut self.year_first),
                DateOrder::DayFirst => Some(&mut self.day_first),
                DateOrder::MonthFirst => Some(&mut self.month_first),
            },
            DatePart::Open(first, ..) if first > 12 => Some(&mut self.day_first),
            DatePart::Open(_, second, _) if second > 12 => Some(&mut self.month_first),
            DatePart::Open(first, second, _) => (first != second).then_some(&mut self.doubtful),
        }
    }

    /// The order of the column; the hint counts only where cells leave doubt.
    pub(in crate::ingest) fn decide(&self, hint: Option<DateOrder>) -> Decision<DateOrder> {
        let Self { year_first, day_first, month_first, doubtful, .. } = self;
        let shown = (year_first.any(), day_first.any(), month_first.any());
        match shown {
            (_, true, true) => day_first.rarer(month_first).mixed(),
            (true, true, _) => year_first.rarer(day_first).mixed(),
            (true, _, true) => year_first.rarer(month_first).mixed(),
            (true, ..) if doubtful.any() => year_first.rarer(doubtful).mixed(),
            (true, ..) => Decision::Known(DateOrder::YearFirst),
            (_, true, _) => Decision::Known(DateOrder::DayFirst),
            (.., true) => Decision::Known(DateOrder::MonthFirst),
            _ if !doubtful.any() => Decision::Free,
            _ => match hint {
                Some(order @ (DateOrder::DayFirst | DateOrder::MonthFirst)) => Decision::Known(order),
                _ => doubtful.doubtful(),
            },
        }
    }

    /// The newest date when read in the order, if it is after a day: its line and cell.
    ///
    /// Results cannot be of days to come: the order is wrong, or a spreadsheet has swapped day and month.
    pub(in crate::ingest) fn after(&self, today: Day, order: DateOrder) -> Option<(u32, &str)> {
        let newest = &self.newest[usize::from(order == DateOrder::MonthFirst)];
        let (day, line, cell) = newest.0.as_ref()?;
        (*day > today).then_some((*line, cell.as_str()))
    }
}

impl Newest {
    fn note(&mut self, day: Day, cell: &str, line: u32) {
        let newer = |(newest, at, text): &(Day, u32, String)| {
            (*newest, line, shown(cell)) < (day, *at, text.as_str())
        };
        if self.0.as_ref().is_none_or(newer) {
            self.0 = Some((day, line, shown(cell).to_owned()));
        }
    }
}
