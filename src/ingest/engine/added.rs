//! Cells that a file does not have in each row, though its rows need them.

use super::Job;
use crate::ingest::reader::Row;
use crate::ingest::reader::header::normalise;
use crate::workspace::{Column, Format};

/// A cell that is added to each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// A value of the lines before the header.
    Above(String),
    /// The words of other cells, with `|` between.
    Join(Vec<usize>),
    /// The cell, or where it is empty that of the row above of the same thing.
    Carry { at: usize, by: usize, last: (String, String) },
}

impl Added {
    /// What is added for a column, when the file needs it.
    pub(super) fn of(job: &Job<'_>, column: &Column, places: &[Option<usize>]) -> Option<Self> {
        let format = &*job.recognised.format;
        let at = |key: &String| place(format, places, key);
        let own = at(&column.key);
        if let Some(carry) = format.rows.carry.as_ref().filter(|carry| carry.columns.contains(&column.key)) {
            return Some(Added::Carry { at: own?, by: at(&carry.by)?, last: Default::default() });
        }
        match own {
            Some(_) => None,
            None if !column.join.is_empty() => Some(Added::Join(column.join.iter().filter_map(at).collect())),
            None => above(job, column).map(Added::Above),
        }
    }

    /// Adds the cell to a row.
    pub(super) fn add(&mut self, row: &mut Row) {
        let cell = match self {
            Added::Above(value) => value.clone(),
            Added::Join(cells) => cells.iter().map(|at| row.cell(*at)).collect::<Vec<_>>().join("|"),
            Added::Carry { at, by, last: (thing, value) } => {
                if !row.cell(*at).is_empty() || row.cell(*by) != thing {
                    (*thing, *value) = (row.cell(*by).to_owned(), row.cell(*at).to_owned());
                }
                value.clone()
            }
        };
        row.push(&cell);
    }
}

fn place(format: &Format, places: &[Option<usize>], key: &str) -> Option<usize> {
    let at = format.columns.iter().position(|column| column.key == key)?;
    places[at]
}

fn above(job: &Job<'_>, column: &Column) -> Option<String> {
    let names: Vec<String> = column.above.iter().map(|name| normalise(name)).collect();
    let mut pairs = job.frame.preamble.pairs.iter();
    pairs.find(|(name, _)| names.contains(&normalise(name))).map(|(_, value)| value.clone())
}
