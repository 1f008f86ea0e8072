//! Whether a row is one that a rule means.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::ingest::reader::Row;
use crate::ingest::reader::header::normalise;
use crate::workspace::{Column, Condition, Format};

/// Answers for cells that were seen, so that each different text is looked at once.
const REMEMBERED: usize = 4_096;

/// The places of a column's cells in the file: one, or those that are joined. Nothing where the file has no such
/// column: then its cells are empty.
pub(super) type Cells = Vec<Option<usize>>;

/// A condition with the place of its column in the file.
#[derive(Clone, Debug)]
pub(super) struct Test {
    cells: Cells,
    words: Vec<Word>,
    not: bool,
    known: HashMap<String, bool>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    Any,
    Empty,
    Prefix(String),
    Exact(String),
}

impl Test {
    pub(super) fn new(format: &Format, condition: &Condition, cells: Cells) -> Self {
        let column = format.column(&condition.column);
        let words = condition.words.iter().flat_map(|word| expand(column, word)).collect();
        Test { cells, words, not: condition.not, known: HashMap::new() }
    }

    /// Whether it holds for a row.
    pub(super) fn holds(&mut self, row: &Row) -> bool {
        let cell = text(row, &self.cells);
        if let Some(known) = self.known.get(&*cell) {
            return *known;
        }
        let form = normalise(&cell);
        let holds = self.words.iter().any(|word| word.fits(&form)) != self.not;
        if self.known.len() < REMEMBERED {
            self.known.insert(cell.into_owned(), holds);
        }
        holds
    }
}

/// What a column says in a row; of joined ones all words, unless all are empty.
fn text<'r>(row: &'r Row, cells: &[Option<usize>]) -> Cow<'r, str> {
    let cell = |at: &Option<usize>| at.map_or("", |at| row.cell(at));
    match cells {
        [at] => Cow::Borrowed(cell(at)),
        _ if cells.iter().all(|at| cell(at).is_empty()) => Cow::Borrowed(""),
        _ => Cow::Owned(cells.iter().map(cell).collect::<Vec<_>>().join("|")),
    }
}

impl Word {
    fn of(word: &str) -> Self {
        match word {
            "" => Word::Empty,
            "*" => Word::Any,
            _ => match word.strip_suffix('*') {
                Some(prefix) => Word::Prefix(normalise(prefix)),
                None => Word::Exact(normalise(word)),
            },
        }
    }

    fn fits(&self, form: &str) -> bool {
        match self {
            Word::Any => !form.is_empty(),
            Word::Empty => form.is_empty(),
            Word::Prefix(prefix) => form.starts_with(prefix.as_str()),
            Word::Exact(word) => form == word,
        }
    }
}

/// A group of the column's words, or the word itself.
fn expand(column: Option<&Column>, word: &str) -> Vec<Word> {
    let group = column.and_then(|column| column.words.iter().find(|(name, _)| name == word));
    match group {
        Some((_, words)) => words.iter().map(|word| Word::of(word)).collect(),
        None => vec![Word::of(word)],
    }
}

/// Counts the values of an enumeration that no group has.
#[derive(Clone, Debug)]
pub(super) struct Strangers {
    cells: Cells,
    pub(super) column: String,
    words: Vec<Word>,
    counts: HashMap<String, (bool, usize)>,
}

impl Strangers {
    /// For each column of the file with known words.
    pub(super) fn of(format: &Format, cells: impl Fn(&str) -> Cells) -> Vec<Strangers> {
        let listed = format.columns.iter().filter(|column| !column.words.is_empty());
        let stranger = |column: &Column| {
            let words = column.words.iter().flat_map(|(_, words)| words).map(|word| Word::of(word)).collect();
            let cells = cells(&column.key);
            Strangers { cells, column: column.key.clone(), words, counts: HashMap::new() }
        };
        let there = |strangers: &Strangers| strangers.cells.iter().all(Option::is_some);
        listed.map(stranger).filter(there).collect()
    }

    pub(super) fn see(&mut self, row: &Row) {
        let cell = text(row, &self.cells);
        if let Some((_, count)) = self.counts.get_mut(&*cell) {
            *count += 1;
        } else if self.counts.len() < REMEMBERED {
            let form = normalise(&cell);
            let strange = !form.is_empty() && !self.words.iter().any(|word| word.fits(&form));
            self.counts.insert(cell.into_owned(), (strange, 1));
        }
    }

    /// The unknown values with how often they occur, by name.
    pub(super) fn values(self) -> Vec<(String, usize)> {
        let strange = self.counts.into_iter().filter(|(_, (strange, _))| *strange);
        let mut values: Vec<(String, usize)> = strange.map(|(cell, (_, count))| (cell, count)).collect();
        values.sort();
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fit_in_any_spelling() {
        for (word, cell, fits) in [
            ("Order", "ORDER ", true),
            ("Non-Amazon*", "Non–Amazon US", true),
            ("", " ", true),
            ("*", "", false),
            ("注文", "注文", true),
            ("Order", "Orders", false),
        ] {
            assert_eq!(Word::of(word).fits(&normalise(cell)), fits, "{word} {cell}");
        }
    }
}
