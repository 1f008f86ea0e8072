//! Forecasts one by one: what loses to repeating last year again and again, and what people said and what came.

use super::{section, words};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::quantity::{Ratio, Span};
use crate::site::{Block, Cell, ColumnKind, Row, Table, Target};
use crate::trend::score::{Losing, Scored, Source, Who};

/// How many of people's forecasts are shown, the newest first.
const SHOWN: usize = 12;

/// What lost its last three periods or more; nothing where nothing did.
pub(super) fn losing(desk: &Desk<'_>) -> Option<Block> {
    let losing = &desk.forecasts.scoreboard.losing;
    let heads = [
        ("score-figure", ColumnKind::Text),
        ("score-lost", ColumnKind::Text),
        ("score-last-said", ColumnKind::Number),
        ("score-came", ColumnKind::Number),
        ("score-last-year", ColumnKind::Number),
    ];
    let table = table(desk, ("scoreboard-losing", &heads), losing.iter().map(|it| lost(desk, it)).collect());
    (!losing.is_empty()).then(|| section(desk, "scoreboard-losing", vec![table.into()]))
}

fn lost(desk: &Desk<'_>, losing: &Losing) -> Row {
    let days = |first: &Span, last: &Span| words::span(desk, Span { from: first.from, to: last.to });
    let days = losing.periods.first().zip(losing.periods.last()).map(|(first, last)| days(first, last));
    let args = [("n", losing.periods.len().into()), ("periods", days.unwrap_or_default().into())];
    let mut cells = vec![
        Cell { sub: Some(words::who(desk, &losing.who)), ..Cell::new(words::subject(desk, &losing.subject)) },
        Cell::new(desk.fill("scoreboard-in-a-row", &args)),
    ];
    cells.extend(figures(desk, &losing.last).map(Cell::new));
    Row { cells, ..Row::default() }
}

/// What people and departments forecast of days that are over.
pub(super) fn by_people(desk: &Desk<'_>) -> Option<Block> {
    let people = desk.forecasts.scoreboard.scored.iter().filter(|point| point.claim.who != Who::Tool);
    let mut shown: Vec<&Scored> = people.collect();
    shown.sort_by_key(|point| std::cmp::Reverse((point.claim.span.to, point.claim.issued)));
    shown.truncate(SHOWN);
    let heads = [
        ("score-figure", ColumnKind::Text),
        ("score-said", ColumnKind::Number),
        ("score-came", ColumnKind::Number),
        ("score-last-year", ColumnKind::Number),
    ];
    let rows: Vec<Row> = shown.iter().map(|point| said(desk, point)).collect();
    let empty = rows.is_empty();
    let table = table(desk, ("scoreboard-people", &heads), rows);
    (!empty).then(|| section(desk, "scoreboard-people", vec![table.into()]))
}

fn said(desk: &Desk<'_>, point: &Scored) -> Row {
    let claim = &point.claim;
    let to = match &claim.source {
        Source::Briefing(id, _) => Some(desk.target(&Route::Briefing(id.as_str().to_owned()))),
        Source::BottomUp(_) => Some(desk.target(&Route::Plan)),
        Source::Log => None::<Target>,
    };
    let sub = [words::who(desk, &claim.who).text, claim.issued.to_string(), words::span(desk, claim.span)];
    let first =
        Cell { to, sub: Some(sub.join(" · ").into()), ..Cell::new(words::subject(desk, &claim.subject)) };
    let [point_said, came, naive] = figures(desk, point);
    let band = claim.bands.first().map(|(level, band)| {
        let style = desk.style(&claim.subject.metric, &point.actual);
        let args = [
            ("low", style.value(&band.low).into()),
            ("high", style.value(&band.high).into()),
            ("level", desk.locale.percent(level, 0).into()),
        ];
        desk.fill(
            if band.holds(&point.actual) { "scoreboard-band-held" } else { "scoreboard-band-missed" },
            &args,
        )
    });
    let cells = vec![
        first,
        Cell { sub: band.map(Into::into), ..Cell::new(point_said) },
        Cell::new(came),
        Cell::new(naive),
    ];
    Row { cells, ..Row::default() }
}

/// What was said, what came, and what the year before was; the last with a mark where it was changed since.
fn figures(desk: &Desk<'_>, point: &Scored) -> [String; 3] {
    let style = desk.style(&point.claim.subject.metric, &point.actual);
    let words = |value: &Ratio| style.worded(value);
    let naive = point.naive.as_ref().map_or_else(
        || "–".to_owned(),
        |naive| match naive.is_restated {
            true => desk.fill("scoreboard-restated", &[("value", words(&naive.value).into())]),
            false => words(&naive.value),
        },
    );
    [words(&point.claim.point), words(&point.actual), naive]
}

fn table(desk: &Desk<'_>, (key, heads): (&str, &[(&str, ColumnKind)]), rows: Vec<Row>) -> Table {
    let columns = desk.columns(heads);
    let note = format!("{key}-note");
    Table {
        caption: desk.say(key).into(),
        caption_hidden: true,
        columns,
        rows,
        note: Some(desk.say(&note).as_str().into()),
    }
}
