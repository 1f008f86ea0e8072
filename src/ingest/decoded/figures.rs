//! The figures of a file, added up on the way so that their number stays that of the cells.

use std::cmp::Ordering;

use crate::facts::Over;
use crate::quantity::Span;

/// Fewer figures are not worth adding up.
const FIRST: usize = 1 << 16;

/// One figure; `feed`, `market`, `item` and `tag` are places in the lists of [`super::Decoded`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Figure {
    pub(in crate::ingest) feed: u16,
    pub(in crate::ingest) market: u16,
    pub(in crate::ingest) item: u32,
    pub(in crate::ingest) tag: u32,
    pub(in crate::ingest) span: Span,
    pub(in crate::ingest) value: i64,
}

impl Figure {
    fn cell(&self) -> (u16, u16, u32, u32, Span) {
        (self.feed, self.market, self.item, self.tag, self.span)
    }
}

/// Figures in the order of their cells as far as they are added up, then as they came.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct Figures {
    list: Vec<Figure>,
    /// What the figures of each feed add up over.
    overs: Vec<Over>,
    /// How many were left when they were last added up.
    merged: usize,
    too_large: Option<Figure>,
    /// How many figures of each feed went into another one.
    repeats: Vec<usize>,
}

impl Figures {
    /// Says what the figures of the next feed add up over.
    pub(super) fn next_feed(&mut self, over: Over) {
        self.overs.push(over);
        self.repeats.push(0);
    }

    /// Adds a figure; of levels of one cell, the last one holds.
    pub(in crate::ingest) fn push(&mut self, figure: Figure) {
        if self.list.len() >= FIRST.max(self.merged + self.merged / 2) {
            self.merge();
        }
        self.list.push(figure);
    }

    /// The figures, one per cell, in the order of cells.
    pub(in crate::ingest) fn settle(&mut self) -> &[Figure] {
        self.merge();
        &self.list
    }

    /// Once settled, the figures of a feed in a marketplace.
    pub(in crate::ingest) fn of(&self, column: (u16, u16)) -> &[Figure] {
        let from = self.list.partition_point(|figure| (figure.feed, figure.market) < column);
        let len = self.list[from..].partition_point(|figure| (figure.feed, figure.market) == column);
        &self.list[from..from + len]
    }

    /// Once settled, the figures of each feed in each marketplace.
    pub(in crate::ingest) fn columns(&self) -> impl Iterator<Item = &[Figure]> {
        self.list.chunk_by(|a, b| (a.feed, a.market) == (b.feed, b.market))
    }

    /// Keeps the figures that a question says yes to.
    pub(in crate::ingest) fn retain(&mut self, keep: impl FnMut(&Figure) -> bool) {
        self.list.retain(keep);
    }

    /// The figures as they stand: more than one per cell unless they were settled.
    pub(in crate::ingest) fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.list.iter()
    }

    /// A figure whose cell sums to more than can be kept; nothing is lost, but it cannot be right.
    pub(in crate::ingest) fn too_large(&self) -> Option<Figure> {
        self.too_large
    }

    /// Gives the figures of one marketplace to another.
    pub(in crate::ingest) fn rename_market(&mut self, from: u16, to: u16) {
        self.list.iter_mut().filter(|figure| figure.market == from).for_each(|figure| figure.market = to);
    }

    /// How many figures were told more than once, of the measure with the most of them.
    pub(in crate::ingest) fn repeated(&mut self) -> usize {
        self.merge();
        self.repeats.iter().copied().max().unwrap_or(0)
    }

    /// The figures alone.
    pub(in crate::ingest) fn into_list(mut self) -> Vec<Figure> {
        self.merge();
        self.list
    }

    fn merge(&mut self) {
        let in_order = |pair: &[Figure]| pair[0].cell().cmp(&pair[1].cell()) == Ordering::Less;
        if !self.list.windows(2).all(in_order) {
            // Stable, so that of one cell the last stays last.
            self.list.sort_by_key(Figure::cell);
            let (overs, too_large, repeats) = (&self.overs, &mut self.too_large, &mut self.repeats);
            self.list.dedup_by(|next, kept| {
                let joined = joined(overs, (kept, next), too_large);
                repeats[usize::from(next.feed)] += usize::from(joined);
                joined
            });
        }
        self.merged = self.list.len();
    }
}

/// Puts a figure into the one before it, if both are of one cell.
fn joined(overs: &[Over], (kept, next): (&mut Figure, &Figure), too_large: &mut Option<Figure>) -> bool {
    if kept.cell() != next.cell() {
        return false;
    }
    let over = overs.get(usize::from(next.feed)).copied().unwrap_or_default();
    let value = if over == Over::Level { Some(next.value) } else { kept.value.checked_add(next.value) };
    match value {
        Some(value) => kept.value = value,
        None => *too_large = too_large.or(Some(*next)),
    }
    value.is_some()
}
