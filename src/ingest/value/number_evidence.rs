//! Which decimal mark a column uses, from all its cells.

use super::decision::{Decision, Witness};
use super::number::{Mark, parts};
use super::plain::plain;
use super::shell::Shell;

/// What the cells of a column show of its decimal mark.
///
/// A cell that only one mark can read proves it: `12,5`, `1.234.567`, `1.234,50`, `0,123`, `1234,567`. A single
/// separator before exactly three digits (`1,234`) is doubtful; in a column of whole numbers it groups thousands,
/// since nobody writes a count with three decimals.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct NumberEvidence {
    whole: bool,
    point: Witness,
    comma: Witness,
    doubtful: Witness,
}

impl NumberEvidence {
    /// Evidence for a column whose numbers have so many decimal digits at most (0: whole numbers, yen).
    pub(in crate::ingest) fn new(digits: u32) -> Self {
        let [point, comma, doubtful] = Default::default();
        NumberEvidence { whole: digits == 0, point, comma, doubtful }
    }

    /// Takes a cell into account; those that are no numbers show nothing.
    pub(in crate::ingest) fn see(&mut self, cell: &str, line: u32) {
        // Most cells are figures alone, which show nothing.
        if cell.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        let text = plain(cell);
        let Some(shell) = Shell::of(text.trim()) else { return };
        let Some(separator) = shell.digits.chars().rfind(|c| matches!(c, '.' | ',')) else { return };
        let reads = |mark| parts(shell.digits, mark).is_some();
        let witness = match (reads(Mark::Point), reads(Mark::Comma)) {
            (false, false) => return,
            (true, false) => &mut self.point,
            (false, true) => &mut self.comma,
            (true, true) if !self.whole => &mut self.doubtful,
            (true, true) if separator == ',' => &mut self.point,
            (true, true) => &mut self.comma,
        };
        witness.note(cell, line);
    }

    /// The mark of the column; the hint counts only where cells leave doubt.
    pub(in crate::ingest) fn decide(&self, hint: Option<Mark>) -> Decision<Mark> {
        match (self.point.any(), self.comma.any(), hint) {
            (true, true, _) => self.point.rarer(&self.comma).mixed(),
            (true, false, _) => Decision::Known(Mark::Point),
            (false, true, _) => Decision::Known(Mark::Comma),
            _ if !self.doubtful.any() => Decision::Free,
            (false, false, Some(mark)) => Decision::Known(mark),
            (false, false, None) => self.doubtful.doubtful(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(digits: u32, cells: &[&str], hint: Option<Mark>) -> Decision<Mark> {
        let mut evidence = NumberEvidence::new(digits);
        (2..).zip(cells).for_each(|(line, cell)| evidence.see(cell, line));
        evidence.decide(hint)
    }

    #[test]
    fn one_cell_that_reads_in_one_way_decides() {
        for (cell, mark) in [
            ("12.5", Mark::Point),
            ("12.50", Mark::Point),
            ("1,234.56", Mark::Point),
            ("1,234,567", Mark::Point),
            ("1,23,456", Mark::Point),
            ("0.123", Mark::Point),
            ("1234.567", Mark::Point),
            ("1.2345", Mark::Point),
            ("1'234.567", Mark::Point),
            ("$12.50", Mark::Point),
            ("2.64%", Mark::Point),
            ("12,5", Mark::Comma),
            ("5.255,61 €", Mark::Comma),
            ("1 135,72 kr", Mark::Comma),
            ("1 135,720", Mark::Comma),
            ("1.234.567", Mark::Comma),
            ("0,123", Mark::Comma),
            ("1234,567", Mark::Comma),
            ("1141,18", Mark::Comma),
        ] {
            assert_eq!(decide(2, &["1", "1.234", "1,234", cell], None), Decision::Known(mark), "{cell}");
        }
    }

    #[test]
    fn what_shows_nothing_leaves_the_column_free() {
        for cell in ["", "--", "12", "1 234", "1'234", "n/a", "word", "1,2,3", "1.2.3", "5-", "2026-11-20"] {
            assert_eq!(decide(2, &[cell], None), Decision::Free, "{cell}");
        }
    }

    #[test]
    fn three_digits_behind_one_separator_are_doubtful() {
        for cell in ["1,234", "1.234", "12.000", "$1,234", "-1,234", "(123,456)"] {
            let doubtful = Decision::Doubtful { line: 3, cell: cell.to_owned() };
            assert_eq!(decide(2, &["7", cell], None), doubtful);
            assert_eq!(decide(2, &["7", cell], Some(Mark::Comma)), Decision::Known(Mark::Comma));
        }
    }

    #[test]
    fn whole_numbers_have_no_decimals() {
        // German business reports group counts with commas, whatever their money does.
        assert_eq!(decide(0, &["1,234"], Some(Mark::Comma)), Decision::Known(Mark::Point));
        assert_eq!(decide(0, &["1.234"], None), Decision::Known(Mark::Comma));
        assert_eq!(decide(0, &["2,691", "12.00"], None), Decision::Known(Mark::Point));
    }

    #[test]
    fn evidence_outweighs_the_hint() {
        assert_eq!(decide(2, &["1,234", "12.50"], Some(Mark::Comma)), Decision::Known(Mark::Point));
    }

    #[test]
    fn a_column_of_two_conventions_shows_the_rarer() {
        let mixed = Decision::Mixed { line: 3, cell: "7,50".to_owned() };
        assert_eq!(decide(2, &["12.50", "7,50", "13.50"], None), mixed);
        assert_eq!(decide(2, &["12.50", "7,50"], None), mixed, "on a tie the later");
        let later = Decision::Mixed { line: 3, cell: "12.50".to_owned() };
        assert_eq!(decide(2, &["7,50", "12.50"], None), later);
        let mixed = Decision::Mixed { line: 2, cell: "12.50".to_owned() };
        assert_eq!(decide(2, &["12.50", "7,50", "8,50"], Some(Mark::Comma)), mixed);
    }
}
