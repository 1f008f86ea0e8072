//! Events with what they do to the plan.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::quantity::{Day, MeasureId, Ratio, Scope, Span};
use crate::site::{Cell, Column, ColumnKind, Row, Table};
use crate::workspace::{Event, EventKind, EventStatus};

/// The events of some days that touch a part of the company, with what is planned for their days;
/// nothing when there are none.
pub(crate) fn events(
    desk: &Desk<'_>,
    (lead, scope): (&MeasureId, &Scope),
    (year, days): (i16, Span),
) -> Option<Table> {
    let of_year = desk.fiscal().year(year).span();
    let mut events: Vec<&Event> = desk
        .workspace
        .events
        .iter()
        .filter(|event| touches(event, scope) && event.span.overlaps(&days))
        .collect();
    events.sort_by_key(|event| event.span);
    // Other events move nothing in the plan, so nothing is said of their days.
    let planned = |event: &&Event| match event.kind {
        EventKind::Demand => desk.plan().value(&desk.workspace.catalogue, lead, (scope, event.span)),
        EventKind::Logistics | EventKind::Closure => None,
    };
    let plans: Vec<Option<Ratio>> = events.iter().map(planned).collect();
    let style = desk.style(lead, &plans.iter().flatten().max().cloned().unwrap_or_else(Ratio::zero));
    let whole = desk.plan().value(&desk.workspace.catalogue, lead, (scope, of_year));
    let last = desk.check().last_day(lead, scope);
    let row = |(event, plan): (&&Event, &Option<Ratio>)| {
        let whole = whole.as_ref().filter(|_| of_year.overlaps(&event.span));
        let share = plan.as_ref().zip(whole).and_then(|(plan, whole)| plan.checked_div(whole));
        let mut cells = words(desk, (event, scope));
        cells.push(amount(&style, plan.as_ref()));
        cells.push(Cell::new(share.map_or_else(dash, |share| desk.locale.percent(&share, 1))));
        cells.push(actual(desk, &style, (lead, scope, event), last));
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = events.iter().zip(&plans).map(row).collect();
    (!rows.is_empty()).then(|| Table {
        caption: desk.say("events-caption").into(),
        caption_hidden: true,
        columns: columns(desk, &style.unit(), year),
        rows,
        note: Some(desk.say("events-note").as_str().into()),
    })
}

/// What opens or closes suppliers is not the market's; what is cancelled is nobody's.
fn touches(event: &Event, scope: &Scope) -> bool {
    let here = scope.marketplace.as_ref().is_none_or(|place| event.is_in(place));
    let wanted = match (event.kind, &scope.marketplace) {
        (EventKind::Demand, _) => true,
        (EventKind::Logistics, Some(_)) => true,
        (EventKind::Logistics, None) | (EventKind::Closure, _) => false,
    };
    here && wanted && event.status != EventStatus::Cancelled
}

fn columns(desk: &Desk<'_>, unit: &str, year: i16) -> Vec<Column> {
    let number =
        |head: String, unit: &str| Column { unit: unit.into(), ..Column::new(head, ColumnKind::Number) };
    vec![
        Column::new(desk.say("events-event"), ColumnKind::Text),
        Column::new(desk.say("events-days"), ColumnKind::Date),
        number(desk.say("events-lift"), ""),
        number(desk.say("events-planned"), unit),
        number(desk.fill("events-share", &[("year", year.to_string().into())]), ""),
        number(desk.say("head-actual"), unit),
    ]
}

fn words(desk: &Desk<'_>, (event, scope): (&Event, &Scope)) -> Vec<Cell> {
    let factor = |factor: &Ratio| format!("×{}", desk.locale.decimal(factor, 1));
    let peak = |peak: &crate::workspace::Peak| format!("{} {}", shown(desk, peak.date), factor(&peak.lift));
    let peaks: Vec<String> = event.peaks.iter().map(peak).collect();
    let lifts = event.kind == EventKind::Demand;
    let span = match event.span.from == event.span.to {
        true => shown(desk, event.span.from),
        false => format!("{} – {}", shown(desk, event.span.from), shown(desk, event.span.to)),
    };
    vec![
        Cell { sub: about(desk, (event, scope)).map(Into::into), ..Cell::new(desk.phrase(&event.name)) },
        Cell::new(span),
        Cell {
            sub: (!peaks.is_empty()).then(|| peaks.join(&desk.say("list-comma")).into()),
            ..Cell::new(if lifts { factor(&event.lift) } else { dash() })
        },
    ]
}

/// Where it happens when that is not everywhere, and that its days are not sure.
fn about(desk: &Desk<'_>, (event, scope): (&Event, &Scope)) -> Option<String> {
    let everywhere = event.marketplaces.is_empty() || event.marketplaces.len() == desk.marketplaces().len();
    let mut words = Vec::new();
    if event.kind == EventKind::Logistics {
        words.push(desk.say("events-logistics"));
    }
    if scope.marketplace.is_none() && !everywhere {
        let places = event.marketplaces.iter().map(|place| desk.marketplace(&place.value).text);
        words.push(places.collect::<Vec<_>>().join(&desk.say("list-comma")));
    }
    if event.kind == EventKind::Demand && event.status == EventStatus::Planned {
        words.push(desk.say("events-tentative"));
    }
    (!words.is_empty()).then(|| words.join(" · "))
}

fn amount(style: &Style<'_>, value: Option<&Ratio>) -> Cell {
    Cell::new(value.map_or_else(dash, |value| style.value(value)))
}

/// What was measured on its days, as far as they are complete.
fn actual(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (lead, scope, event): (&MeasureId, &Scope, &Event),
    last: Option<Day>,
) -> Cell {
    let days = last.filter(|_| event.kind == EventKind::Demand).and_then(|last| event.span.cut_at(last));
    let Some(days) = days else { return Cell::new(dash()) };
    let reading = desk.check().read(lead, scope, days);
    let cut = days.to < event.span.to;
    let until = || desk.fill("until", &[("day", shown(desk, days.to).into())]).into();
    Cell { sub: cut.then(until), ..amount(style, reading.known()) }
}

fn dash() -> String {
    "–".to_owned()
}
