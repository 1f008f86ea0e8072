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
