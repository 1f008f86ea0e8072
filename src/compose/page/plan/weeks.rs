//! A month of the plan as a calendar: a row per week, a column per weekday, events where they are.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::quantity::{Day, MeasureId, Period, Scope, Span};
use crate::site::{Cell, Column, ColumnKind, Row, Table};
use crate::workspace::{Event, EventKind, EventStatus};

use super::breakdown::{self, value};
use super::review_of;

/// The planned amount of each day of a month, and of the days of each week that lie in it.
pub(super) fn weeks(desk: &Desk<'_>, lead: &MeasureId, month: Period) -> Table {
    let style = breakdown::style(desk, lead, None);
    let weeks = weeks_of(desk, month.span());
    let first = weeks.first().map_or(0, |week| week.span().from.weekday());
    let number = |head: String| Column { unit: style.unit().into(), ..Column::new(head, ColumnKind::Number) };
    let days = (0..7).map(|at| number(desk.say(&format!("weekday-{}", (first + at) % 7))));
    let columns = std::iter::once(Column::new(desk.say("plan-week"), ColumnKind::Name));
    let args = [("period", desk.locale.period(month).into()), ("metric", desk.metric(lead).text.into())];
    Table {
        caption: desk.fill("plan-days-caption", &args).into(),
        caption_hidden: true,
        columns: columns.chain(days).chain([number(desk.say("planned-total"))]).collect(),
        rows: weeks.iter().map(|week| row(desk, (&style, lead), (*week, month.span()))).collect(),
        note: None,
    }
}

fn weeks_of(desk: &Desk<'_>, span: Span) -> Vec<Period> {
    let first = desk.fiscal().week_of(span.from);
    std::iter::successors(Some(first), |week| Some(week.next()))
        .take_while(|week| week.span().from <= span.to)
        .collect()
}

fn row(desk: &Desk<'_>, (style, lead): (&Style<'_>, &MeasureId), (week, month): (Period, Span)) -> Row {
    let amount = |span: Span| value(desk, lead, (&Scope::company(), span));
    let words = |span| amount(span).map_or_else(|| "–".to_owned(), |value| style.value(&value));
    let day = |day: Day| match month.contains(day) {
        true => Cell { sub: Some(about(desk, day).into()), ..Cell::new(words(Span { from: day, to: day })) },
        false => Cell::default(),
    };
    let inside = Span { from: week.span().from.max(month.from), to: week.span().to.min(month.to) };
    let head = Cell { to: review_of(desk, week), ..Cell::new(desk.locale.period_label(week)) };
    let days = week.span().days().map(day);
    let cells = std::iter::once(head).chain(days).chain([Cell::new(words(inside))]).collect();
    Row { cells, ..Row::default() }
}

/// The date, and the events on it with what they multiply the day by.
fn about(desk: &Desk<'_>, day: Day) -> String {
    let events = desk.workspace.events.iter().filter(|event| is_on(event, day));
    let named = |event: &Event| {
        let year = event.span.from.year().to_string();
        let name = desk.phrase(&event.name).text;
        format!(
            "{} ×{}",
            name.trim_end_matches(&year).trim_end(),
            desk.locale.decimal(&event.lift_on(day), 1)
        )
    };
    std::iter::once(shown(desk, day)).chain(events.map(named)).collect::<Vec<_>>().join(" · ")
}

fn is_on(event: &Event, day: Day) -> bool {
    event.kind == EventKind::Demand && event.status != EventStatus::Cancelled && event.span.contains(day)
}
