//! For how many weeks the stock lasts, beside the time a new order takes.

use super::words::{name, weeks};
use crate::chart::{Bars, Chart, DataTable, Mark, Plot, Row, Scenario, Title};
use crate::compose::desk::Desk;
use crate::plan::supply::{Cover, Position};
use crate::site;

/// How many bars are drawn: those that last shortest; the table has them all.
const SHORTEST: usize = 12;
/// Beyond these many weeks a bar is cut.
const LONG: f64 = 26.0;

/// Bars with a mark where the lead time ends, the shortest first; nothing when no cover is known.
pub(super) fn figure(desk: &Desk<'_>) -> Option<site::Figure> {
    let cover = |position: &'_ Position| position.cover_with_arrivals.clone();
    let mut known: Vec<(&Position, Cover)> =
        desk.analysis.supply.positions.iter().filter_map(|own| Some((own, cover(own)?))).collect();
    known.sort_by(|(_, a), (_, b)| a.weeks.cmp(&b.weeks));
    let (first, shortest) = known.first()?;
    let short = known.iter().filter(|(position, _)| position.is_shorter_than_lead(desk.workspace)).count();
    let args = [
        ("short", short.into()),
        ("all", known.len().into()),
        ("first", name(desk, first).into()),
        ("weeks", weeks(desk, shortest).into()),
    ];
    let rows: Vec<Row> = known.iter().take(SHORTEST).map(|(own, cover)| row(desk, own, cover)).collect();
    let alt = rows.iter().map(|row| format!("{} {}", row.label, row.main.label));
    let chart = Chart {
        id: "supply-cover".to_owned(),
        title: Title { who: desk.company().text, what: desk.say("cover-what"), when: desk.today.to_string() },
        message: desk.fill("cover-message", &args),
        alt: alt.collect::<Vec<_>>().join(&desk.say("list-comma")),
        plot: Plot::Bars(Bars { versus: Scenario::Plan, rows, cut: Some(LONG) }),
        table: table(desk, &known),
    };
    Some(site::Figure { chart, how: Some(desk.say("cover-how").into()), more: None })
}

fn row(desk: &Desk<'_>, position: &Position, cover: &Cover) -> Row {
    let words = weeks(desk, cover);
    let short = position.is_shorter_than_lead(desk.workspace);
    Row {
        label: name(desk, position),
        main: Mark::new(cover.weeks.to_f64(), if short { format!("▼ {words}") } else { words }),
        reach: position.lead_weeks(desk.workspace).map(|weeks| weeks.to_f64()),
        ..Row::default()
    }
}

fn table(desk: &Desk<'_>, known: &[(&Position, Cover)]) -> DataTable {
    let row = |(position, cover): &(&Position, Cover)| {
        let alone = position.cover.as_ref().map_or_else(|| "–".to_owned(), |cover| weeks(desk, cover));
        let lead = position.lead_weeks(desk.workspace);
        let lead = lead.map_or_else(|| "–".to_owned(), |lead| desk.locale.decimal(&lead, 1));
        vec![name(desk, position), alone, weeks(desk, cover), lead]
    };
    DataTable {
        columns: ["head-stock-item", "head-cover", "head-cover-arrivals", "head-lead"]
            .map(|key| desk.say(key))
            .to_vec(),
        rows: known.iter().map(row).collect(),
    }
}
