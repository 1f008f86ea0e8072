//! Whether a row is one that a rule means.

use std::collections::HashMap;

use crate::ingest::reader::Row;
use crate::ingest::reader::header::normalise;
use crate::workspace::{Column, Condition, Format};

/// Answers for cells that were seen, so that each different text is looked at once.
const REMEMBERED: usize = 4_096;

/// A condition with the place of its column in the file.
#[derive(Clone, Debug)]
pub(super) struct Test {
    /// Nothing when the file has no such column: then its cells are empty.
    at: Option<usize>,
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
    pub(super) fn new(format: &Format, condition: &Condition, at: Option<usize>) -> Self {
        let column = format.column(&condition.column);
        let words = condition.words.iter().flat_map(|word| expand(column, word)).collect();
        Test { at, words, not: condition.not, known: HashMap::new() }
    }

    /// Whether it holds for a row.
    pub(super) fn holds(&mut self, row: &Row) -> bool {
        let cell = self.at.map_or("", |at| row.cell(at));
        if let Some(known) = self.known.get(cell) {
            return *known;
        }
        let form = normalise(cell);
        let holds = self.words.iter().any(|word| word.fits(&form)) != self.not;
        if self.known.len() < REMEMBERED {
            self.known.insert(cell.to_owned(), holds);
        }
        holds
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
    at: usize,
    pub(super) column: String,
    words: Vec<Word>,
    counts: HashMap<String, (bool, usize)>,
}

impl Strangers {
    /// For each column of the file with known words.
    pub(super) fn of(format: &Format, position: impl Fn(&str) -> Option<usize>) -> Vec<Strangers> {
        let listed = format.columns.iter().filter(|column| !column.words.is_empty());
        let stranger = |column: &Column| {
            let words = column.words.iter().flat_map(|(_, words)| words).map(|word| Word::of(word)).collect();
            let at = position(&column.key)?;
            Some(Strangers { at, column: column.key.clone(), words, counts: HashMap::new() })
        };
        listed.filter_map(stranger).collect()
    }

    pub(super) fn see(&mut self, row: &Row) {
        let cell = row.cell(self.at);
        if let Some((_, count)) = self.counts.get_mut(cell) {
            *count += 1;
        } else if self.counts.len() < REMEMBERED {
            let form = normalise(cell);
            let strange = !form.is_empty() && !self.words.iter().any(|word| word.fits(&form));
            self.counts.insert(cell.to_owned(), (strange, 1));
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
