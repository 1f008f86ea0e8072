//! Rows that a newer file of the same kind has told already.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::ingest::reader::Row;

/// The rows of files that were read, by what makes a row itself.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct Seen(HashSet<u128>);

/// The rows of one file: the same cells twice are two rows, the first and the second of their kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    counts: HashMap<u128, u32>,
    keys: Vec<u128>,
}

impl Seen {
    pub(super) fn knows(&self, key: u128) -> bool {
        self.0.contains(&key)
    }

    pub(super) fn extend(&mut self, told: Told) {
        self.0.extend(told.keys);
    }
}

impl Told {
    /// The key of a row by these cells, and by how many such rows the file had before.
    pub(super) fn key(&mut self, row: &Row, columns: &[usize]) -> u128 {
        let cells = hash(columns.iter().map(|at| row.cell(*at)), 0);
        let count = self.counts.entry(cells).or_default();
        *count += 1;
        let key = hash(columns.iter().map(|at| row.cell(*at)), *count);
        self.keys.push(key);
        key
    }
}

/// Two hashes side by side: chance makes no two rows the same.
pub(super) fn hash<'a>(cells: impl Iterator<Item = &'a str> + Clone, number: u32) -> u128 {
    let half = |seed: u8| {
        let mut hasher = DefaultHasher::new();
        (seed, number).hash(&mut hasher);
        cells.clone().for_each(|cell| cell.hash(&mut hasher));
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}
