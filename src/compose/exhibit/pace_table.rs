//! The paces of several parts of the company or periods, a line each.

use super::Line;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::plan::{Pace, PaceState};
use crate::quantity::{Day, Ratio};
use crate::site::{Cell, Column, ColumnKind, Phrase, Row, Table};

const HEADS: [&str; 7] = ["actual", "planned", "attainment", "done-share", "landing", "uplift", "each"];

/// A line for each question that has a plan; all are of one figure. Nothing when none has one.
pub(crate) fn pace_table(desk: &Desk<'_>, caption: Phrase, lines: &[Line]) -> Option<Table> {
    let paces = lines.iter().filter_map(|line| Some((line, desk.check().pace(&line.question)?)));
    let paces: Vec<(&Line, Pace)> = paces.filter(|(_, pace)| pace.state != PaceState::Unplanned).collect();
    let (first, first_pace) = paces.first()?;
    let largest = paces.iter().map(|(_, pace)| &pace.whole).max()?;
    let style = desk.style(&first.question.metric, largest);
    // A day that all lines share is said once, below.
    let shared = first_pace.as_of.filter(|day| paces.iter().all(|(_, pace)| pace.as_of == Some(*day)));
    let rows = paces.iter().map(|(line, pace)| row(desk, (&style, shared.is_none()), (line, pace))).collect();
    let number = |key: &str| Column {
        unit: if ["actual", "planned", "landing", "each"].contains(&key) {
            style.unit().into()
        } else {
            "".into()
        },
        ..Column::new(desk.say(&format!("pace-{key}")), ColumnKind::Number)
    };
    let columns = std::iter::once(Column::new(desk.say("head-item"), ColumnKind::Text));
    Some(Table {
        caption,
        caption_hidden: true,
        columns: columns.chain(HEADS.iter().map(|key| number(key))).collect(),
        rows,
        note: Some(note(desk, shared).as_str().into()),
    })
}

/// Until when the lines tell, and how they are computed.
fn note(desk: &Desk<'_>, until: Option<Day>) -> String {
    match until {
        Some(day) => desk.fill("pace-note-until", &[("day", shown(desk, day).into())]),
        None => desk.say("pace-note"),
    }
}

fn row(desk: &Desk<'_>, (style, dated): (&Style<'_>, bool), (line, pace): (&Line, &Pace)) -> Row {
    let dash = || "–".to_owned();
    let amount = |value: Option<&Ratio>| Cell::new(value.map_or_else(dash, |value| style.value(value)));
    let share = |share: Option<&Ratio>| share.map_or_else(dash, |share| desk.locale.percent(share, 1));
    let state = (pace.state != PaceState::Underway)
        .then(|| desk.say(&format!("pace-word-{}", pace.state.name())).into());
    let until = pace
        .as_of
        .filter(|_| dated)
        .map(|day| desk.fill("until", &[("day", shown(desk, day).into())]).into());
    let of = |whole: &Ratio| desk.fill("pace-of", &[("plan", style.value(whole).into())]).into();
    let against = pace.plan_progress.as_ref().map(|plan| desk.locale.percent(plan, 1));
    let against = against.map(|plan| desk.fill("pace-plan-share", &[("plan", plan.into())]).into());
    let uplift = pace.required_uplift.as_ref().filter(|_| !pace.rest.is_zero());
    let cells = vec![
        Cell { to: line.to.clone(), sub: state, ..Cell::new(line.name.clone()) },
        Cell { sub: until, ..amount(pace.actual.as_ref()) },
        amount(pace.planned.as_ref()),
        Cell::new(share(pace.attainment.as_ref())),
        Cell { sub: against, ..Cell::new(share(pace.done.as_ref())) },
        Cell { sub: Some(of(&pace.whole)), ..amount(pace.landing.as_ref()) },
        Cell::new(uplift.map_or_else(dash, |uplift| format!("×{}", desk.locale.decimal(uplift, 2)))),
        each_day(style, pace),
    ];
    Row { cells, ..Row::default() }
}

/// What each day left must bring; nothing where none is left or nothing is needed.
fn each_day(style: &Style<'_>, pace: &Pace) -> Cell {
    let needed = pace.required_per_day.as_ref().filter(|_| !pace.rest.is_zero());
    Cell::new(needed.map_or_else(|| "–".to_owned(), |day| style.value(day)))
}
