//! The table of standards and where they are brought.

use super::commitments::text;
use super::{Refusal, Sources};
use crate::quantity::{Day, Lang};
use crate::review::roll_outs;
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::workspace::{Rollout, Sop};

const COLUMNS: [(&str, Kind); 14] = [
    ("id", Kind::Text),
    ("name", Kind::Text),
    ("version", Kind::Count),
    ("owner", Kind::Text),
    ("born_from", Kind::Text),
    ("since", Kind::Day),
    ("updated", Kind::Day),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("rollout_owner", Kind::Text),
    ("due", Kind::Day),
    ("state", Kind::Text),
    ("done_date", Kind::Day),
    ("late_days", Kind::Count),
];

/// A row per standard and place it is brought to; a standard that is brought nowhere has one row.
pub(super) fn sops(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    if let Some((key, _)) = request.filters.first() {
        return Err(Refusal::new("dimension", key, []));
    }
    let of = |sop| -> Vec<Vec<Cell>> {
        let places = roll_outs(sources.workspace, sop);
        let rows = places.iter().map(|rollout| cells(sources, sop, Some(rollout))).collect::<Vec<_>>();
        if rows.is_empty() { vec![cells(sources, sop, None)] } else { rows }
    };
    let rows = sources.workspace.sops.iter().flat_map(of).collect();
    let columns = COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind)).collect();
    Ok(Table { columns, rows })
}

fn cells(sources: Sources<'_>, sop: &Sop, rollout: Option<&Rollout>) -> Vec<Cell> {
    let lang = sources.workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en"));
    let day = |day: Option<Day>| day.map_or(Cell::Missing, Cell::Day);
    let since = sop.versions.iter().min_by_key(|version| version.version).map(|version| version.date);
    let owner = rollout.and_then(|it| it.owner.as_ref());
    let due = rollout.and_then(|it| it.due.as_ref()).map(|due| due.value);
    let done = rollout.and_then(|it| it.done_date);
    let late = rollout.and_then(|it| it.status.days_late((due, done), sources.today));
    let scope = rollout.map(|it| &it.scope);
    vec![
        text(Some(sop.id.as_str())),
        text(Some(sop.name.in_lang(&lang))),
        Cell::Count(sop.version.into()),
        text(sop.owner.as_ref().map(|id| id.value.as_str())),
        text(sop.born_from.as_ref().map(|id| id.value.as_str())),
        day(since),
        day(sop.updated),
        text(scope.and_then(|scope| scope.product.as_ref()).map(|id| id.as_str())),
        text(scope.and_then(|scope| scope.marketplace.as_ref()).map(|id| id.as_str())),
        text(owner.map(|id| id.value.as_str())),
        day(due),
        text(rollout.map(|it| it.status.word())),
        day(done),
        late.map_or(Cell::Missing, |days| Cell::Count(days.into())),
    ]
}
