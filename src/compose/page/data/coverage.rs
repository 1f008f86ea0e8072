//! How far each measure is known in each marketplace, and which days are missing.

use super::placed;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{below, row};
use crate::facts::Fineness;
use crate::quantity::{Day, MarketplaceId, MeasureId, Scope, Span};
use crate::site::{Block, Cell, Column, ColumnKind, Rich, Row, Status, Table};

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

/// From when to when each measure is known in each marketplace; the slowest are marked, gaps are named.
pub(super) fn coverage(desk: &Desk<'_>) -> Option<Block> {
    let end = slowest(desk)?;
    let places = desk.marketplaces();
    let mut columns = vec![Column::new(desk.say("head-measure"), ColumnKind::Text)];
    columns.extend(places.iter().map(|id| Column::new(desk.marketplace(id), ColumnKind::Date)));
    columns.push(Column::new(desk.say("head-fineness"), ColumnKind::Text));
    let line = |measure: &MeasureId| {
        let cells = places.iter().map(|place| covered(desk, (measure, place), end.day));
        let fine = match desk.facts.fineness(measure) {
            Fineness::Daily => "fineness-daily",
            Fineness::Coarser => "fineness-coarser",
        };
        let head = below(Cell::new(desk.metric(measure)), measure.as_str());
        row(std::iter::once(head).chain(cells).chain([Cell::new(desk.say(fine))]).collect::<Vec<_>>())
    };
    let rows: Vec<Row> = desk.facts.measures().map(line).collect();
    let table = Table {
        caption: desk.say("data-coverage").into(),
        caption_hidden: true,
        columns,
        rows,
        note: Some(desk.say("data-coverage-note").into()),
    };
    let told = (desk.say("data-coverage-lede"), vec![table.into()]);
    Some(placed(desk, ("coverage", "data-coverage"), told).into())
}

fn covered(desk: &Desk<'_>, (measure, place): (&MeasureId, &MarketplaceId), slowest: Day) -> Cell {
    let Some(span) = desk.facts.covered(measure, &Scope::marketplace(place)) else { return Cell::new("–") };
    let since = desk.fill("data-since", &[("day", span.from.to_string().into())]);
    let cell = below(Cell::new(span.to.to_string()), since);
    let gaps = desk.facts.gaps(measure, place);
    Cell { status: (span.to == slowest).then_some(Status::Late), lines: gap_lines(desk, &gaps), ..cell }
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
