//! The amounts of a row.

use super::convention::{Conventions, Evidence};
use crate::facts::Scale;
use crate::ingest::reader::Row;
use crate::ingest::value::{Numbers, Reading};
use crate::quantity::Currency;

/// Reads the number in a cell in the whole numbers of its scale, and notes how it is written.
pub(super) fn amount(
    (row, at): (&Row, usize),
    (scale, currency): (Scale, Currency),
    conventions: &Conventions,
    evidence: &mut Evidence,
) -> Reading<i64> {
    let cell = row.cell(at);
    let digits = if scale == Scale::Money { currency.digits() } else { scale.digits() };
    evidence.number((at, digits), cell, row.line);
    let numbers = Numbers { mark: conventions.mark(at) };
    match scale {
        Scale::Money => numbers.money(cell, currency),
        Scale::Count | Scale::Number => numbers.decimal(cell, scale.digits()),
    }
}

/// The word by which a finding says what a cell should hold.
pub(super) fn expected(scale: Scale) -> &'static str {
    match scale {
        Scale::Money => "money",
        Scale::Count => "count",
        Scale::Number => "number",
    }
}
