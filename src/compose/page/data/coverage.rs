//! How far each measure is known in each marketplace, and which days are missing.

use super::placed;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{below, list, row};
use crate::facts::Fineness;
use crate::quantity::{Day, MarketplaceId, MeasureId, Scope, Span};
use crate::site::{Block, Cell, Column, ColumnKind, Rich, Status, Table};

/// How many gaps of a cell are named; the others are counted.
const NAMED: usize = 2;

/// A measure in a marketplace that is known least far.
pub(super) struct End {
    day: Day,
    measure: MeasureId,
    place: MarketplaceId,
}

impl End {
    /// What waits for it.
    pub(super) fn words(&self, desk: &Desk<'_>) -> String {
        let args = [
            ("measure", desk.metric(&self.measure).text.into()),
            ("place", desk.marketplace(&self.place).text.into()),
            ("day", self.day.to_string().into()),
        ];
        desk.fill("data-lede", &args)
    }
}

pub(super) fn slowest(desk: &Desk<'_>) -> Option<End> {
    let ends = desk.facts.measures().flat_map(|measure| {
        desk.marketplaces().into_iter().filter_map(move |place| {
            let day = desk.facts.covered(measure, &Scope::marketplace(&place))?.to;
            Some(End { day, measure: measure.clone(), place })
        })
    });
    ends.min_by_key(|end| end.day)
}

/// How far a measure is known in a marketplace: from when to when, and which days are missing.
type Known = Option<(Span, Vec<Span>)>;

/// How finely measures are known, and how far in each marketplace.
type Reach = (bool, Vec<Known>);

/// From when to when measures are known in each marketplace, those alike together; the slowest are marked.
pub(super) fn coverage(desk: &Desk<'_>) -> Option<Block> {
    let end = slowest(desk)?;
    let places = desk.marketplaces();
    let mut columns = vec![Column::new(desk.say("head-measures"), ColumnKind::Text)];
    columns.extend(places.iter().map(|id| Column::new(desk.marketplace(id), ColumnKind::Date)));
    columns.push(Column::new(desk.say("head-fineness"), ColumnKind::Text));
    let rows = alike(desk, &places).into_iter().map(|(measures, (daily, known))| {
        let names = list(desk, measures.iter().map(|id| desk.metric(id).text));
        let cells = known.iter().map(|known| covered(desk, known.as_ref(), end.day));
        let fine = if daily { "fineness-daily" } else { "fineness-coarser" };
        row(std::iter::once(Cell::new(names)).chain(cells).chain([Cell::new(desk.say(fine))]).collect())
    });
    let table = Table {
        caption: desk.say("data-coverage").into(),
        caption_hidden: true,
        columns,
        rows: rows.collect(),
        note: Some(desk.say("data-coverage-note").into()),
    };
    let told = (desk.say("data-coverage-lede"), vec![table.into()]);
    Some(placed(desk, ("coverage", "data-coverage"), told).into())
}

/// The measures that are known equally far, in the order of the first of them.
fn alike<'a>(desk: &Desk<'a>, places: &[MarketplaceId]) -> Vec<(Vec<&'a MeasureId>, Reach)> {
    let mut groups: Vec<(Vec<&MeasureId>, Reach)> = Vec::new();
    for measure in desk.facts.measures() {
        let known = |place: &MarketplaceId| {
            let span = desk.facts.covered(measure, &Scope::marketplace(place))?;
            Some((span, desk.facts.gaps(measure, place)))
        };
        let daily = desk.facts.fineness(measure) == Fineness::Daily;
        let reach = (daily, places.iter().map(known).collect());
        match groups.iter_mut().find(|(_, other)| *other == reach) {
            Some((measures, _)) => measures.push(measure),
            None => groups.push((vec![measure], reach)),
        }
    }
    groups
}

fn covered(desk: &Desk<'_>, known: Option<&(Span, Vec<Span>)>, slowest: Day) -> Cell {
    let Some((span, gaps)) = known else { return Cell::new("–") };
    let since = desk.fill("data-since", &[("day", span.from.to_string().into())]);
    let cell = below(Cell::new(span.to.to_string()), since);
    Cell { status: (span.to == slowest).then_some(Status::Late), lines: gap_lines(desk, gaps), ..cell }
}

fn gap_lines(desk: &Desk<'_>, gaps: &[Span]) -> Vec<Rich> {
    let named = gaps.iter().rev().take(NAMED).map(|gap| {
        let days = if gap.from == gap.to { gap.from.to_string() } else { desk.locale.span(*gap) };
        desk.fill("data-gap", &[("days", days.into())])
    });
    let more = gaps.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| desk.fill("data-gaps-more", &[("count", more.into())]));
    named.chain(more).map(Rich::from).collect()
}
