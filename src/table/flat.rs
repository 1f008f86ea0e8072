//! A table in plain values: amounts and their currencies in columns of their own.

use super::{Cell, Kind, Table};
use crate::quantity::{Currency, Ratio};

/// Digits after the point of a printed fraction.
const DIGITS: u32 = 6;

/// A value as a program reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Missing,
    /// Words that people wrote: a spreadsheet must not take them for a formula.
    Words(String),
    /// A date or a decimal number, as text.
    Exact(String),
    Count(i128),
    Flag(bool),
}

/// Plain values under their names.
#[derive(Debug)]
pub(crate) struct Flat {
    pub(crate) names: Vec<String>,
    pub(crate) rows: Vec<Vec<Value>>,
}

impl Flat {
    /// Amounts get one `currency` beside them when each row has one, else a `…_currency` each.
    pub(crate) fn of(table: &Table) -> Self {
        let money: Vec<usize> =
            (0..table.columns.len()).filter(|at| table.columns[*at].kind == Kind::Money).collect();
        let taken = table.columns.iter().any(|column| column.name == "currency");
        let single = !taken && table.rows.iter().all(|row| currencies(row).windows(2).all(|w| w[0] == w[1]));
        let mut names = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            names.push(column.name.clone());
            match (single, money.first() == Some(&at), column.kind) {
                (true, true, _) => names.push("currency".to_owned()),
                (false, _, Kind::Money) => names.push(format!("{}_currency", column.name)),
                _ => {}
            }
        }
        let rows = table.rows.iter().map(|row| flat_row(row, &money, single)).collect();
        Flat { names, rows }
    }
}

fn currencies(row: &[Cell]) -> Vec<Currency> {
    row.iter().filter_map(currency).collect()
}

fn currency(cell: &Cell) -> Option<Currency> {
    match cell {
        Cell::Money(money) => Some(money.currency),
        _ => None,
    }
}

fn flat_row(row: &[Cell], money: &[usize], single: bool) -> Vec<Value> {
    let mut values = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        values.push(value(cell));
        let shown = match single {
            true if money.first() == Some(&at) => currencies(row).first().copied(),
            false if money.contains(&at) => currency(cell),
            _ => continue,
        };
        values.push(shown.map_or(Value::Missing, |currency| Value::Exact(currency.to_string())));
    }
    values
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Missing => Value::Missing,
        Cell::Text(text) => Value::Words(text.clone()),
        Cell::Day(day) => Value::Exact(day.to_string()),
        Cell::Count(count) => Value::Count(*count),
        Cell::Money(money) => {
            let text = money.to_string();
            Value::Exact(text.split(' ').next().unwrap_or_default().to_owned())
        }
        Cell::Ratio(ratio) => Value::Exact(decimal(ratio)),
        Cell::Fraction(ratio) => Value::Exact(ratio.to_string()),
        Cell::Exact(ratio) => Value::Exact(exact(ratio)),
        Cell::Flag(flag) => Value::Flag(*flag),
    }
}

/// A fraction with six digits after the point.
pub(crate) fn decimal(ratio: &Ratio) -> String {
    let scaled = ratio.round_scaled(DIGITS);
    let unit = 10_u128.pow(DIGITS);
    let (whole, rest) = (scaled.unsigned_abs() / unit, scaled.unsigned_abs() % unit);
    let sign = if scaled < 0 { "-" } else { "" };
    format!("{sign}{whole}.{rest:06}")
}

/// Digits after the point that an exact number may have as a decimal.
const EXACT: u32 = 12;

/// A number to its last digit: a decimal where it ends within twelve digits (`-12.5`), else a fraction (`2840/3`).
pub(crate) fn exact(ratio: &Ratio) -> String {
    let ends = |digits: &u32| Ratio::from_scaled(ratio.round_scaled(*digits), *digits) == *ratio;
    let Some(digits) = (0..=EXACT).find(ends) else { return ratio.to_string() };
    let scaled = ratio.round_scaled(digits);
    let unit = 10_u128.pow(digits);
    let (whole, rest) = (scaled.unsigned_abs() / unit, scaled.unsigned_abs() % unit);
    let sign = if scaled < 0 { "-" } else { "" };
    let places = usize::try_from(digits).unwrap_or(0);
    if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0places$}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_numbers_read_as_they_are_written() {
        for (number, written) in [
            ("0", "0"),
            ("-7", "-7"),
            ("-25/2", "-12.5"),
            ("1/8", "0.125"),
            ("-1/1000", "-0.001"),
            ("2840/3", "2840/3"),
            ("1/150", "1/150"),
            ("109920.30", "109920.3"),
        ] {
            let ratio = Ratio::parse(number).unwrap();
            assert_eq!(exact(&ratio), written);
            assert_eq!(Ratio::parse(written), Some(ratio));
        }
    }
}
