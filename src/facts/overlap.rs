//! The same figure given by two files that must not be added.

use super::Fact;
use super::key::{Item, TagKey};
use crate::quantity::{MarketplaceId, MeasureId, Span};

/// The same figure given by two files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overlap {
    /// The places of the two files in the import log, the earlier first.
    pub files: (u32, u32),
    /// What is measured twice.
    pub measure: MeasureId,
    /// Where.
    pub marketplace: MarketplaceId,
    /// Of what.
    pub item: Item,
    /// The first days that both give.
    pub span: Span,
}

/// What a file tells, which decides with which other files it may share a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Story {
    /// Figures of different lanes add; lane 0 tells the story of every lane.
    pub lane: u32,
    /// Whether no other file of its lane may give the same figure; else they were brought into line before.
    pub alone: bool,
}

impl Default for Story {
    fn default() -> Self {
        Story { lane: 0, alone: true }
    }
}

/// The files by their stories.
#[derive(Clone, Copy)]
struct Tellers<'a> {
    stories: &'a [Story],
    item: &'a dyn Fn(&Fact) -> Option<&'a Item>,
}

/// Looks at each product in each marketplace, where a figure of the whole overlaps that of any part.
pub(super) fn overlaps<'a>(
    sorted: &[Fact],
    stories: &'a [Story],
    item: &'a dyn Fn(&Fact) -> Option<&'a Item>,
) -> Vec<(Fact, Fact)> {
    let tellers = Tellers { stories, item };
    let product = |fact: &Fact| (fact.measure, fact.market, item(fact).map(|item| &item.product));
    let mut found = Vec::new();
    for group in sorted.chunk_by(|a, b| product(a) == product(b)) {
        let several = group.iter().any(|fact| fact.file != group[0].file);
        if several && group.iter().any(|fact| tellers.story(fact).alone) {
            tellers.of_product(group, &mut found);
        }
    }
    found
}

impl Tellers<'_> {
    fn story(&self, fact: &Fact) -> Story {
        self.stories.get(fact.file as usize).copied().unwrap_or_default()
    }

    /// Files that may not share a figure are told apart by this.
    fn teller(&self, fact: &Fact) -> (u32, u32) {
        let story = self.story(fact);
        (story.lane, if story.alone { fact.file } else { u32::MAX })
    }

    /// Compares the files within each lane, and with those that tell the story of every lane.
    fn of_product(&self, group: &[Fact], found: &mut Vec<(Fact, Fact)>) {
        let mut lanes: Vec<u32> = group.iter().map(|fact| self.story(fact).lane).collect();
        lanes.sort_unstable();
        lanes.dedup();
        if lanes.len() > 1 {
            lanes.retain(|lane| *lane != 0);
        }
        for lane in lanes {
            let told = |fact: &&Fact| [0, lane].contains(&self.story(fact).lane);
            let facts: Vec<Fact> = group.iter().filter(told).copied().collect();
            self.of_lane(&facts, found);
        }
    }

    /// Each SKU and tag against itself, and against the product without SKU or without tag, which come first.
    fn of_lane(&self, facts: &[Fact], found: &mut Vec<(Fact, Fact)>) {
        let is_whole = |fact: &Fact| (self.item)(fact).is_some_and(|item| item.sku.is_none());
        let whole = &facts[..facts.partition_point(is_whole)];
        for of_item in facts.chunk_by(|a, b| a.item == b.item) {
            let above = if is_whole(&of_item[0]) { &[] } else { whole };
            for chunk in of_item.chunk_by(|a, b| a.tag == b.tag) {
                let tag = chunk[0].tag;
                let plain = if tag == NO_TAG { &[] } else { tagged(of_item, NO_TAG) };
                let same = if tag == NO_TAG { &[] } else { tagged(above, tag) };
                let mut met = [chunk, plain, same, tagged(above, NO_TAG)].concat();
                met.sort_by_key(|fact| (fact.span, fact.file));
                found.extend(self.first_overlap(&met));
            }
        }
    }

    /// The first two facts of different tellers that share a day, in a list sorted by span.
    fn first_overlap(&self, sorted: &[Fact]) -> Option<(Fact, Fact)> {
        let mut longest = sorted.first()?;
        for fact in &sorted[1..] {
            if fact.span.from <= longest.span.to && self.teller(fact) != self.teller(longest) {
                return Some((*longest, *fact));
            }
            if fact.span.to >= longest.span.to {
                longest = fact;
            }
        }
        None
    }
}

const NO_TAG: TagKey = TagKey(0);

/// The facts of a tag, in a list of one item sorted by tag.
fn tagged(of_item: &[Fact], tag: TagKey) -> &[Fact] {
    let from = of_item.partition_point(|fact| fact.tag < tag);
    let len = of_item[from..].partition_point(|fact| fact.tag == tag);
    &of_item[from..from + len]
}
