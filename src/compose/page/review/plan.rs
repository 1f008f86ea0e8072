//! Plan: what a cycle wants to reach, why that should work, where it came from, what it came to.

use super::mention::{self, joined, labelled, listed, mention, named};
use super::words::{self, owner, signed, typed};
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{cut, largest, missing};
use crate::compose::loop_table::state;
use crate::compose::route::Route;
use crate::quantity::Ratio;
use crate::review::{Figure, Question, Thread};
use crate::site::{Cell, ColumnKind, Rich, Row, Table};
use crate::workspace::{Cycle, PlanItem, Typed};

const HEADS: [(&str, ColumnKind); 6] = [
    ("head-item", ColumnKind::Text),
    ("plan-target", ColumnKind::Text),
    ("plan-course", ColumnKind::Text),
    ("head-owner", ColumnKind::Name),
    ("head-due", ColumnKind::Date),
    ("plan-outcome", ColumnKind::Text),
];

/// One row per item; nothing when there is none.
pub(super) fn table(desk: &Desk<'_>, cycle: &Cycle) -> Option<Table> {
    (!cycle.plan.is_empty()).then(|| Table {
        caption: desk.say("review-plan").into(),
        caption_hidden: true,
        columns: desk.columns(&HEADS),
        rows: cycle.plan.iter().map(|item| row(desk, cycle, item)).collect(),
        note: None,
    })
}

fn row(desk: &Desk<'_>, cycle: &Cycle, item: &PlanItem) -> Row {
    let question = item.metric.as_ref().map(|metric| Question {
        metric: metric.value.clone(),
        scope: item.scope.clone(),
        period: super::period(cycle),
    });
    let figure = question.map(|question| desk.check().figure(&question));
    let cells = vec![
        Cell { lines: reasons(desk, item), ..Cell::new(named(desk, item.title.as_ref(), item.id.as_str())) },
        Cell {
            sub: item.metric.as_ref().map(|metric| desk.metric(&metric.value)),
            to: Some(desk.target(&desk.scope_route(&item.scope))),
            ..Cell::new(desk.scope(&item.scope))
        },
        Cell::new(figure.as_ref().map(|figure| course(desk, item, figure)).unwrap_or_default()),
        Cell::new(owner(desk, item.owner.as_ref())),
        Cell::new(item.due.as_ref().map(|due| shown(desk, due.value)).unwrap_or_default()),
        outcome(desk, item, figure.as_ref()),
    ];
    Row { id: anchor(item.id.as_str()), cells, total: false }
}

/// Why it should work and what that would bring, for which goal, and what it carries on.
fn reasons(desk: &Desk<'_>, item: &PlanItem) -> Vec<Rich> {
    let hypothesis = item.hypothesis.as_ref().map(|text| Rich::from(desk.phrase(text))).unwrap_or_default();
    let from = listed(desk, item.from.iter().map(|id| origin(desk, id.value.as_str())));
    let lines = [
        joined(
            [
                labelled(desk, "plan-hypothesis", hypothesis),
                labelled(desk, "plan-effect", effect(desk, item).into()),
            ],
            " · ",
        ),
        joined([labelled(desk, "plan-goal", goal(desk, item)), labelled(desk, "plan-from", from)], " · "),
    ];
    lines.into_iter().filter(|line| !line.0.is_empty()).collect()
}

/// The act it carries on, with the cycle it was decided in.
fn origin(desk: &Desk<'_>, id: &str) -> Rich {
    let cycle = mention::act(desk, &crate::quantity::Id::new(id)).map(|(cycle, _)| cycle.id.as_str());
    let from = desk.fill("in-cycle", &[("cycle", cycle.unwrap_or_default().into())]);
    mention(desk, id).then(from)
}

fn goal(desk: &Desk<'_>, item: &PlanItem) -> Rich {
    let Some(goal) = item.goal.as_ref().and_then(|id| desk.workspace.goal(&id.value)) else {
        return Rich::default();
    };
    let metric = desk.metric(&goal.metric.value).text;
    let args = [("year", goal.year.to_string().into()), ("metric", metric.into())];
    Rich::default().link(desk.fill("plan-goal-name", &args), desk.target(&Route::Plan))
}

/// "9.1% → 10.0%".
fn course(desk: &Desk<'_>, item: &PlanItem, figure: &Figure) -> String {
    let target = goal_value(desk, item, figure);
    if item.baseline.is_some() { format!("{} → {target}", baseline(desk, item, figure)) } else { target }
}

/// Where it stood: as typed, else a year before.
fn baseline(desk: &Desk<'_>, item: &PlanItem, figure: &Figure) -> String {
    match &item.baseline {
        Some(Typed::Figure(typed_one)) => typed(desk, Some(&figure.question.metric), &typed_one.value),
        _ if figure.previous.known().is_some_and(Ratio::is_zero) => desk.say("plan-baseline-none"),
        _ => match figure.days.is_some().then(|| figure.previous.known()).flatten() {
            Some(value) => {
                desk.fill("plan-baseline-previous", &[("value", worded(desk, figure, value).into())])
            }
            None => desk.say("reading-missing"),
        },
    }
}

/// Where it shall stand: as typed, else as the plan says of the whole period.
fn goal_value(desk: &Desk<'_>, item: &PlanItem, figure: &Figure) -> String {
    match (&item.target, &figure.plan_whole) {
        (Some(Typed::Figure(typed_one)), _) => typed(desk, Some(&figure.question.metric), &typed_one.value),
        (_, Some(plan)) => desk.fill("plan-target-plan", &[("value", worded(desk, figure, plan).into())]),
        (_, None) => desk.say("plan-no-target"),
    }
}

fn worded(desk: &Desk<'_>, figure: &Figure, value: &Ratio) -> String {
    let most = largest(std::slice::from_ref(figure)).unwrap_or_else(|| value.clone());
    desk.style(&figure.question.metric, &most).worded(value)
}

/// "銷售額 +2,200 美元".
fn effect(desk: &Desk<'_>, item: &PlanItem) -> String {
    item.expected_effect.as_ref().map_or_else(String::new, |effect| {
        let metric = &effect.metric.value;
        format!("{} {}", desk.metric(metric).text, signed(desk, Some(metric), &effect.amount))
    })
}

/// What the checks found, the first in full; while nothing is checked, the figure as far as it is known.
fn outcome(desk: &Desk<'_>, item: &PlanItem, figure: Option<&Figure>) -> Cell {
    let mut judged =
        desk.threads().iter().filter(|thread| thread.plan.is_some_and(|plan| plan.id == item.id));
    match judged.next() {
        Some(first) => {
            Cell { lines: judged.map(|thread| again(desk, thread)).collect(), ..found(desk, first) }
        }
        None => figure.map(|figure| so_far(desk, figure)).unwrap_or_default(),
    }
}

fn found(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    Cell {
        sub: Some(state(desk, (thread.state, thread.provisional), thread.leading_act(desk.today)).words),
        to: Some(mention::place(desk, &thread.cycle.id, thread.item.id.as_str())),
        impact: crate::compose::exhibit::impact_of(&thread.gap),
        ..Cell::new(words::actual(desk, thread))
    }
}

/// A check in another cycle.
fn again(desk: &Desk<'_>, thread: &Thread<'_>) -> Rich {
    let cycle = desk.fill("in-cycle", &[("cycle", thread.cycle.id.as_str().into())]);
    let place = mention::place(desk, &thread.cycle.id, thread.item.id.as_str());
    Rich::default().link(words::actual(desk, thread), place).then(cycle)
}

fn so_far(desk: &Desk<'_>, figure: &Figure) -> Cell {
    let words = figure
        .actual
        .known()
        .map_or_else(|| missing(desk, &figure.actual), |value| worded(desk, figure, value));
    Cell { sub: cut(desk, figure).map(Into::into), ..Cell::new(words) }
}
