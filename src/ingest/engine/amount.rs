//! The amounts of a row.

use super::convention::{Conventions, Evidence};
use super::plan::{FigurePlan, ValueOf};
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

/// The sum of a figure's cells; nothing when all are empty, an error with the cell that cannot be read.
pub(super) fn sum(
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

/// The word by which a finding says what a cell should hold.
pub(super) fn expected(scale: Scale) -> &'static str {
    match scale {
        Scale::Money => "money",
        Scale::Count => "count",
        Scale::Number => "number",
    }
}
