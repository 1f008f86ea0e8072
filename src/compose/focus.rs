//! What the pages speak of when nobody says: which period, which figures.

use super::desk::Desk;
use crate::metric::{Role, Unit};
use crate::plan::goals_of;
use crate::quantity::{Grain, MeasureId, Period, Scope};
use crate::workspace::Workspace;

/// The figure that leads: that of the first goal, else sales, else the first there is.
pub(crate) fn lead(desk: &Desk<'_>) -> Option<MeasureId> {
    let goal = desk.workspace.goals.iter().map(|goal| &goal.metric.value).find(|id| measured(desk, id));
    let sales = MeasureId::new("sales");
    goal.cloned()
        .or_else(|| measured(desk, &sales).then_some(sales))
        .or_else(|| desk.facts.measures().next().cloned())
}

fn measured(desk: &Desk<'_>, id: &MeasureId) -> bool {
    desk.check().last_day(id, &Scope::company()).is_some()
}

/// The latest month that is complete for the leading figure; the first measured one when none is.
pub(crate) fn month(desk: &Desk<'_>) -> Option<Period> {
    let last = desk.check().last_day(&lead(desk)?, &Scope::company())?;
    let month = |day| desk.fiscal().containing(day, Grain::Month);
    let current = month(last);
    let complete = if current.span().to <= last { current } else { current.previous() };
    let first = desk.facts.covered(&lead(desk)?, &Scope::company())?.from;
    Some(complete.max(month(first)))
}

/// The last week that is complete for the leading figure.
pub(crate) fn week(desk: &Desk<'_>) -> Option<Period> {
    let last = desk.check().last_day(&lead(desk)?, &Scope::company())?;
    let week = desk.fiscal().week_of(last);
    Some(if week.span().to <= last { week } else { week.previous() })
}

/// What a weekly page shows, in an order that never changes: what people can act on, then what comes of it.
///
/// The figures that the company names (`weekly:` of `metrics.yaml`); else, as inputs, all that are measured but the
/// parts of a split, and as outputs those with a goal and the metrics.
pub(crate) fn weekly(desk: &Desk<'_>) -> (Vec<MeasureId>, Vec<MeasureId>) {
    let Workspace { catalogue, trees, goals, weekly, .. } = desk.workspace;
    let splits = || trees.iter().flat_map(|tree| &tree.tree.split);
    let is_part = |id: &MeasureId| splits().any(|(_, parts)| parts.contains(id));
    let has_goal = |id: &MeasureId| goals.iter().any(|goal| goal.metric.value == *id);
    let shown = |id: &&MeasureId| match catalogue.role(id) {
        Role::Input => !is_part(id),
        Role::Output => has_goal(id) || catalogue.metric(id).is_some(),
    };
    let all: Vec<&MeasureId> = match weekly.is_empty() {
        true => catalogue.ids().filter(shown).collect(),
        false => weekly.iter().collect(),
    };
    all.into_iter().filter(|id| measured(desk, id)).cloned().partition(|id| catalogue.role(id) == Role::Input)
}

/// The figures that matter in a year, at most six: those with a goal, else the usual ones that are measured.
pub(crate) fn figures(desk: &Desk<'_>, year: i16) -> Vec<MeasureId> {
    let goals: Vec<MeasureId> =
        goals_of(desk.workspace, year).into_iter().filter(|id| measured(desk, id)).cloned().collect();
    let usual =
        ["sales", "units", "orders", "sessions", "cvr", "asp", "acos", "return_rate"].map(MeasureId::new);
    let mut figures =
        if goals.is_empty() { usual.into_iter().filter(|id| measured(desk, id)).collect() } else { goals };
    // Prices and baskets matter less than what they lead to: they stand on the pages of products.
    let leads =
        |id: &MeasureId| desk.plan().spine(id, year).is_some() || desk.check().unit(id) == Unit::Percent;
    if figures.iter().filter(|id| leads(id)).count() >= 4 {
        figures.retain(leads);
    }
    figures.truncate(6);
    figures
}
