//! A computed table on its way out of the program: to a spreadsheet, a notebook, a test.

pub mod csv;
mod flat;

pub(crate) use flat::{Flat, Value, decimal, exact};

use crate::facts::Basis;
use crate::quantity::{Day, Lang, Money, Ratio};

/// What is asked of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRequest {
    /// Its name: one of [`TABLES`](crate::tables::TABLES).
    pub name: String,
    /// The dimensions its rows stand for, in order.
    pub by: Vec<String>,
    /// Dimensions and the one value each that rows must have.
    pub filters: Vec<(String, String)>,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// The measures and metrics that are wanted; all when none is named.
    pub metrics: Vec<String>,
    /// The rates at which measured money is summed.
    pub rates: Basis,
    /// The language of words in its cells; English when none is named.
    pub lang: Option<Lang>,
}

/// Rows under named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same in every language.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
}

impl Column {
    /// A column of a kind.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Column { name: name.into(), kind }
    }
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words and ids.
    Text,
    /// Dates.
    Day,
    /// Whole numbers.
    Count,
    /// Exact amounts.
    Money,
    /// Shares, rates and other fractions.
    Ratio,
    /// Numbers to their last digit.
    Exact,
    /// Yes or no.
    Flag,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Not known; never nought.
    Missing,
    /// Words or an id.
    Text(String),
    /// A date.
    Day(Day),
    /// A whole number.
    Count(i128),
    /// An exact amount.
    Money(Money),
    /// A fraction, exact; printed with six decimals.
    Ratio(Ratio),
    /// A fraction, printed as it is: `2840/3`.
    Fraction(Ratio),
    /// A number to its last digit: a decimal where it ends, else a fraction.
    Exact(Ratio),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// A number to its last digit, or that it is not known.
    pub fn exact(value: Option<&Ratio>) -> Self {
        value.map_or(Cell::Missing, |value| Cell::Exact(value.clone()))
    }
}
