//! How far each measure is known in each marketplace, and which days are missing.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::placed;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, list, row, table};
use crate::facts::Fineness;
use crate::quantity::{Day, MarketplaceId, MeasureId, Scope, Span};
use crate::site::{Block, Cell, ColumnKind, Rich, Row, Status};

/// How many gaps of a cell are named; the others are counted.
const NAMED: usize = 3;

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

/// How finely and how far a measure is known: from when to when, and which days are missing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Reach {
    last: Reverse<Day>,
    first: Day,
    gaps: Vec<Span>,
    daily: bool,
}

/// The marketplaces by how far a measure is known in them, the farthest first.
type Reaches = BTreeMap<Reach, Vec<MarketplaceId>>;

/// From when to when measures are known, those alike in one row; the slowest are marked, missing days named.
pub(super) fn coverage(desk: &Desk<'_>) -> Option<Block> {
    let end = slowest(desk)?;
    let heads: [Head; 6] = [
        ("head-measures", ColumnKind::Text),
        ("head-marketplace", ColumnKind::Text),
        ("head-last-day", ColumnKind::Date),
        ("head-first-day", ColumnKind::Date),
        ("head-gaps", ColumnKind::Text),
        ("head-fineness", ColumnKind::Text),
    ];
    let alike = alike(desk);
    let rows = alike.iter().flat_map(|(measures, reaches)| {
        let names = list(desk, measures.iter().map(|id| desk.metric(id).text));
        reaches.iter().map(move |(reach, places)| known(desk, (&names, places, reach), end.day))
    });
    let table = table(desk, "data-coverage", &heads, rows.collect());
    let told = (desk.say("data-coverage-lede"), vec![table.into()]);
    Some(placed(desk, ("coverage", "data-coverage"), told).into())
}

/// The measures that are known equally far everywhere, in the order of the first of them.
fn alike<'a>(desk: &Desk<'a>) -> Vec<(Vec<&'a MeasureId>, Reaches)> {
    let mut groups: Vec<(Vec<&MeasureId>, Reaches)> = Vec::new();
    for measure in desk.facts.measures() {
        let reaches = reaches(desk, measure);
        match groups.iter_mut().find(|(_, other)| *other == reaches) {
            Some((measures, _)) => measures.push(measure),
            None => groups.push((vec![measure], reaches)),
        }
    }
    groups
}

fn reaches(desk: &Desk<'_>, measure: &MeasureId) -> Reaches {
    let mut reaches = Reaches::new();
    let daily = desk.facts.fineness(measure) == Fineness::Daily;
    for place in desk.marketplaces() {
        if let Some(span) = desk.facts.covered(measure, &Scope::marketplace(&place)) {
            let gaps = desk.facts.gaps(measure, &place);
            let reach = Reach { last: Reverse(span.to), first: span.from, gaps, daily };
            reaches.entry(reach).or_default().push(place);
        }
    }
    reaches
}

fn known(desk: &Desk<'_>, (names, places, reach): (&str, &[MarketplaceId], &Reach), slowest: Day) -> Row {
    let last = Cell::new(reach.last.0.to_string());
    let gaps = match reach.gaps.is_empty() {
        true => Cell::new(desk.say("data-no-gaps")),
        false => Cell { lines: gap_lines(desk, &reach.gaps), ..Cell::default() },
    };
    row(vec![
        Cell::new(names),
        Cell::new(list(desk, places.iter().map(|id| desk.marketplace(id).text))),
        Cell { status: (reach.last.0 == slowest).then_some(Status::Late), ..last },
        Cell::new(reach.first.to_string()),
        gaps,
        Cell::new(desk.say(if reach.daily { "fineness-daily" } else { "fineness-coarser" })),
    ])
}

fn gap_lines(desk: &Desk<'_>, gaps: &[Span]) -> Vec<Rich> {
    let named = gaps
        .iter()
        .rev()
        .take(NAMED)
        .map(|gap| if gap.from == gap.to { gap.from.to_string() } else { desk.locale.span(*gap) });
    let more = gaps.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| desk.fill("data-gaps-more", &[("count", more.into())]));
    named.chain(more).map(Rich::from).collect()
}
