//! Whether day or month comes first in a column, from all its cells.

use crate::quantity::Day;

use super::date::{DateOrder, ends, read};
use super::date_part::DatePart;
use super::decision::{Decision, Witness, shown};
use super::plain::plain;
use super::zone::Zone;

/// What the cells of a column show of the order of its dates.
///
/// A number from 13 to 31 is a day and proves the order; dates with the year first or with dots show theirs, and
/// those with a month's name show none, nor do times with a zone behind them that no spreadsheet writes. A column that shows two orders was saved again by a spreadsheet which took
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
        if let Some((part, _, zone)) = read(&text) {
            self.see_part(if zone == Zone::None { part } else { part.of_machine() }, cell, line);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(cells: &[&str]) -> DateEvidence {
        let mut evidence = DateEvidence::default();
        (2..).zip(cells).for_each(|(line, cell)| evidence.see(cell, line));
        evidence
    }

    #[test]
    fn a_number_above_twelve_is_a_day() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        for (cells, order) in [
            (["05/07/2026", "25/07/2026"], DayFirst),
            (["05/07/2026", "07/25/2026"], MonthFirst),
            (["1/5/24", "1/13/24"], MonthFirst),
            (["12/11/2025 9:30:33 AM", "12/15/2025 9:30:33 AM"], MonthFirst),
            (["05/07/2026 - 06/07/2026", "07/07/2026 - 13/07/2026"], DayFirst),
            (["5.7.2026", "6.7.2026"], DayFirst),
            (["2026-07-05", "20260706"], YearFirst),
            (["2026-07-05T10:00:00Z", "2026/7/6"], YearFirst),
            (["14.03.2023 07:49:55 UTC", "2023-03-15T22:07:18+00:00"], DayFirst),
        ] {
            let against = if order == DayFirst { MonthFirst } else { DayFirst };
            assert_eq!(evidence(&cells).decide(Some(against)), Decision::Known(order), "{cells:?}");
        }
    }

    #[test]
    fn dates_that_read_the_same_leave_the_column_free() {
        for cell in ["07/07/2026", "Apr 5, 2026", "1 nov. 2017", "", "--", "words", "13/13/2026"] {
            assert_eq!(evidence(&[cell]).decide(None), Decision::Free, "{cell}");
        }
    }

    #[test]
    fn small_numbers_are_doubtful_without_a_hint() {
        let column = evidence(&["07/07/2026", "05/07/2026", "06/07/2026"]);
        assert_eq!(column.decide(None), Decision::Doubtful { line: 3, cell: "05/07/2026".to_owned() });
        assert_eq!(column.decide(Some(DateOrder::DayFirst)), Decision::Known(DateOrder::DayFirst));
        assert!(matches!(column.decide(Some(DateOrder::YearFirst)), Decision::Doubtful { .. }));
    }

    #[test]
    fn a_column_of_two_orders_was_saved_again() {
        let column = evidence(&["05/17/2026", "17/05/2026", "05/18/2026"]);
        let mixed = Decision::Mixed { line: 3, cell: "17/05/2026".to_owned() };
        assert_eq!(column.decide(Some(DateOrder::MonthFirst)), mixed);
        // A day-first spreadsheet took 05/11 for 5 November and left 05/17 as text.
        let column = evidence(&["2026-11-05", "05/17/2026", "05/18/2026"]);
        assert_eq!(column.decide(None), Decision::Mixed { line: 2, cell: "2026-11-05".to_owned() });
        assert!(matches!(
            evidence(&["2026-11-05", "05/07/2026"]).decide(None),
            Decision::Mixed { line: 3, .. }
        ));
        assert!(matches!(
            evidence(&["2026-11-05", "05.07.2026"]).decide(None),
            Decision::Mixed { line: 3, .. }
        ));
    }

    #[test]
    fn dates_after_today_are_told_by_each_order() {
        let today = Day::parse("2026-11-22").unwrap();
        let column = evidence(&["05/11/2026", "05/12/2026", "04/12/2026"]);
        assert_eq!(column.after(today, DateOrder::DayFirst), Some((3, "05/12/2026")));
        assert_eq!(column.after(today, DateOrder::MonthFirst), None);
        let swapped = evidence(&["2026-12-05", "2026-11-05"]);
        for order in [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst] {
            assert_eq!(swapped.after(today, order), Some((2, "2026-12-05")));
        }
        assert_eq!(
            evidence(&["2026-11-22"]).after(today, DateOrder::YearFirst),
            None,
            "today itself is not after"
        );
    }
}
