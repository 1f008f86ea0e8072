//! Plan × signal: which gaps deserve a cause, and which do not (domain 5.3).

use super::{impact_of, variance_table::Line};
use crate::compose::desk::Desk;
use crate::compose::tolerance::tolerance;
use crate::metric::Variance;
use crate::review::{Ask, Weighed};
use crate::site::{Cell, Column, ColumnKind, Rich, Row, Table};

/// The four places, row by row: on plan and off plan, routine and exceptional.
const PLACES: [(&str, [Ask; 2]); 2] =
    [("signal-on-plan", [Ask::LeaveAlone, Ask::Learn]), ("signal-off-plan", [Ask::Replan, Ask::FindCause])];

/// The figures of some lines by plan and signal; nothing when none of them has a place.
pub(crate) fn plan_signal(desk: &Desk<'_>, lines: &[Line]) -> Option<Table> {
    let weigh = |line: &Line| desk.check().weigh(&line.question, &desk.workspace.materiality);
    let weighed: Vec<(&Line, Weighed<'_>)> = lines.iter().map(|line| (line, weigh(line))).collect();
    let of = |ask: Ask| -> Vec<Rich> {
        weighed.iter().filter(|(_, it)| it.ask() == Some(ask)).map(|it| entry(desk, it)).collect()
    };
    let cell = |ask: Ask| Cell { lines: of(ask), ..Cell::new(desk.say(&format!("ask-{}", ask.name()))) };
    let rows = PLACES.iter().map(|(name, asks)| Row {
        cells: std::iter::once(Cell::new(desk.say(name))).chain(asks.map(cell)).collect(),
        ..Row::default()
    });
    let heads = ["signal-against", "signal-routine", "signal-exceptional"];
    let head = |key: &str| Column::new(desk.say(key), ColumnKind::Text);
    weighed.iter().any(|(_, it)| it.ask().is_some()).then(|| Table {
        caption: desk.say("signal-matrix").into(),
        caption_hidden: true,
        columns: heads.map(head).to_vec(),
        rows: rows.collect(),
        note: note(desk, &weighed),
    })
}

/// "銷售額 −7.8%（門檻 ±3.0%）"; it leads where its line leads.
fn entry(desk: &Desk<'_>, (line, weighed): &(&Line, Weighed<'_>)) -> Rich {
    let name = match &line.to {
        Some(to) => Rich::default().link(line.name.clone(), to.clone()),
        None => line.name.clone().into(),
    };
    let gap = &weighed.figure.vs_plan;
    let entry = name.then("\u{a0}").variance(relative(desk, weighed, gap), impact_of(gap));
    match tolerance(desk, &line.question.metric) {
        Some(limit) => entry.then(desk.fill("signal-tolerance", &[("limit", limit.into())])),
        None => entry,
    }
}

fn relative(desk: &Desk<'_>, weighed: &Weighed<'_>, gap: &Variance) -> String {
    let largest = weighed.figure.actual.known().cloned().unwrap_or_else(crate::quantity::Ratio::zero);
    desk.style(&weighed.figure.question.metric, &largest).relative(gap)
}

/// Which figures have no place: late reports may change them, there are too few points, nothing is planned.
fn note(desk: &Desk<'_>, weighed: &[(&Line, Weighed<'_>)]) -> Option<Rich> {
    let names = |ask: Option<Ask>| {
        let found = weighed.iter().filter(|(_, it)| it.ask() == ask);
        let names: Vec<&str> = found.map(|(line, _)| line.name.text.as_str()).collect();
        names.join(&desk.say("list-comma"))
    };
    let reasons = [
        ("signal-wait", Some(Ask::Wait)),
        ("signal-more-points", Some(Ask::MorePoints)),
        ("signal-no-place", None),
    ];
    let said = reasons.map(|(key, ask)| (key, names(ask)));
    let said = said.into_iter().filter(|(_, names)| !names.is_empty());
    let words: Vec<String> = said.map(|(key, names)| desk.fill(key, &[("names", names.into())])).collect();
    (!words.is_empty()).then(|| words.join(&desk.say("sentence-space")).as_str().into())
}
