//! What the cells of a column say together about its convention.

/// The longest cell that is kept to be shown.
const SHOWN: usize = 80;

/// What a column's cells decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Decision<T> {
    /// The convention that every cell allows and at least one demands, or that the hint gives where cells doubt.
    Known(T),
    /// No cell distinguishes: any convention reads the same.
    Free,
    /// The cell can be read in two ways, and nothing decides.
    Doubtful {
        /// The line of the first such cell.
        line: u32,
        /// Its text.
        cell: String,
    },
    /// The column follows two conventions beyond doubt; the cell is the first of the rarer one.
    Mixed {
        /// The line of the cell.
        line: u32,
        /// Its text.
        cell: String,
    },
}

/// How many cells show something, and the first of them by line: memory is constant, order does not matter.
#[derive(Clone, Debug, Default)]
pub(super) struct Witness {
    count: u64,
    first: Option<(u32, String)>,
}

impl Witness {
    /// Counts a cell.
    pub(super) fn note(&mut self, cell: &str, line: u32) {
        self.count += 1;
        if self.first.as_ref().is_some_and(|(at, _)| *at < line) {
            return;
        }
        let earlier = self.first.as_ref().is_none_or(|(at, text)| (line, shown(cell)) < (*at, text.as_str()));
        if earlier {
            self.first = Some((line, shown(cell).to_owned()));
        }
    }

    /// Whether any cell was counted.
    pub(super) fn any(&self) -> bool {
        self.count > 0
    }

    /// The rarer of two; on a tie the one that begins later.
    pub(super) fn rarer<'a>(&'a self, other: &'a Witness) -> &'a Witness {
        match (self.count, &other.first) < (other.count, &self.first) {
            true => self,
            false => other,
        }
    }

    /// The column cannot be decided because of this.
    pub(super) fn doubtful<T>(&self) -> Decision<T> {
        let (line, cell) = self.first.clone().unwrap_or_default();
        Decision::Doubtful { line, cell }
    }

    /// The column contradicts itself here.
    pub(super) fn mixed<T>(&self) -> Decision<T> {
        let (line, cell) = self.first.clone().unwrap_or_default();
        Decision::Mixed { line, cell }
    }
}

/// The part of a cell that is kept.
pub(super) fn shown(cell: &str) -> &str {
    cell.char_indices().nth(SHOWN).map_or(cell, |(end, _)| &cell[..end])
}
