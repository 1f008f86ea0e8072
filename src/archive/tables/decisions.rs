//! The acts of the period's reviews.

use super::{maybe, table, text};
use crate::quantity::{Day, Period, Text};
use crate::table::{Cell, Kind, Table};
use crate::tables::Sources;
use crate::workspace::{Act, Cycle};

/// A row per act, with what is done in each language of the site.
pub(super) fn decisions(sources: Sources<'_>, period: Period) -> Table {
    let languages = &sources.workspace.config.languages;
    let what: Vec<String> = languages.iter().map(|lang| super::findings::column("what", lang)).collect();
    let mut columns = vec![("cycle", Kind::Text), ("id", Kind::Text), ("kind", Kind::Text)];
    columns.extend(what.iter().map(|name| (name.as_str(), Kind::Text)));
    columns.extend([
        ("causes", Kind::Text),
        ("owner", Kind::Text),
        ("due", Kind::Day),
        ("status", Kind::Text),
        ("done", Kind::Day),
        ("standard", Kind::Text),
        ("effect_due", Kind::Day),
        ("effect", Kind::Text),
        ("carried_to", Kind::Text),
        ("file", Kind::Text),
        ("line", Kind::Count),
    ]);
    let within = sources.workspace.acts().filter(|(cycle, _)| period.span().covers(&cycle.span));
    let rows = within.map(|(cycle, act)| {
        let mut cells = vec![text(&cycle.id), text(&act.id), text(act.kind.word())];
        let words = |text: &Text, lang| text.in_lang(lang).to_owned();
        cells.extend(languages.iter().map(|lang| maybe(act.what.as_ref().map(|text| words(text, lang)))));
        cells.extend(row(cycle, act));
        cells
    });
    table(&columns, rows.collect())
}

fn row(cycle: &Cycle, act: &Act) -> Vec<Cell> {
    let day = |day: Option<Day>| day.map_or(Cell::Missing, Cell::Day);
    let causes: Vec<&str> = act.causes.iter().map(|cause| cause.value.as_str()).collect();
    let check = act.effect_check.as_ref();
    let standard = act.sop.as_ref().map(|sop| format!("{}@{}", sop.value.sop, sop.value.version));
    vec![
        text(causes.join("; ")),
        maybe(act.owner.as_ref().map(|owner| &owner.value)),
        day(act.due.as_ref().map(|due| due.value)),
        text(act.status.word()),
        day(act.done_date.as_ref().map(|done| done.value)),
        maybe(standard),
        day(check.and_then(|check| check.due.as_ref()).map(|due| due.value)),
        maybe(check.map(|check| check.result.word())),
        maybe(act.carry_to.as_ref().map(|to| &to.value)),
        text(&cycle.place.file),
        Cell::Count(act.place.line.into()),
    ]
}
