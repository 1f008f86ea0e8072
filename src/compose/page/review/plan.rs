//! Plan: what a cycle wants to reach, why that should work, where it came from, what it came to.

use super::mention::{self, listed, mention, named};
use super::words::{fact, owner, typed};
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::exhibit::largest;
use crate::compose::route::Route;
use crate::quantity::Ratio;
use crate::review::{Figure, Question};
use crate::site::{Block, Facts, Rich, Section};
use crate::workspace::{Cycle, PlanItem, Typed};

/// One section per item.
pub(super) fn blocks(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Block> {
    cycle.plan.iter().map(|item| section(desk, cycle, item).into()).collect()
}

fn section(desk: &Desk<'_>, cycle: &Cycle, item: &PlanItem) -> Section {
    let facts = [
        fact(desk, "plan-goal", goal(desk, item)),
        fact(desk, "plan-target", target(desk, cycle, item)),
        fact(desk, "plan-effect", effect(desk, item)),
        fact(desk, "plan-owner", answers(desk, item)),
        fact(desk, "plan-from", listed(desk, item.from.iter().map(|id| origin(desk, id.value.as_str())))),
        fact(desk, "plan-outcome", outcome(desk, item)),
    ];
    Section {
        id: anchor(item.id.as_str()),
        heading: named(desk, item.title.as_ref(), item.id.as_str()),
        lede: item.hypothesis.as_ref().map(|text| hypothesis(desk, text)),
        blocks: vec![Facts { facts: facts.into_iter().flatten().collect(), prose: true, note: None }.into()],
        more: None,
    }
}

/// Who answers for it, and by when.
fn answers(desk: &Desk<'_>, item: &PlanItem) -> Rich {
    let who = owner(desk, item.owner.as_ref());
    let who = (!who.is_empty()).then(|| Rich::from(who));
    let due = item.due.as_ref().map(|due| desk.fill("act-due", &[("day", due.value.to_string().into())]));
    who.into_iter()
        .chain(due.map(Rich::from))
        .reduce(|who, due| who.then(" · ").join(due))
        .unwrap_or_default()
}

fn hypothesis(desk: &Desk<'_>, text: &crate::quantity::Text) -> Rich {
    Rich::default().then(desk.say("plan-hypothesis")).then(desk.phrase(text))
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

/// "冷泡壺 · 美國站轉換率：9.1% → 10.0%".
fn target(desk: &Desk<'_>, cycle: &Cycle, item: &PlanItem) -> Rich {
    let Some(metric) = item.metric.as_ref().map(|metric| &metric.value) else { return Rich::default() };
    let question =
        Question { metric: metric.clone(), scope: item.scope.clone(), period: super::period(cycle) };
    let figure = desk.check().figure(&question);
    let scope = Rich::default().link(desk.scope(&item.scope), desk.target(&desk.scope_route(&item.scope)));
    let args = [
        ("metric", desk.metric(metric).text.into()),
        ("baseline", baseline(desk, item, &figure).into()),
        ("target", goal_value(desk, item, &figure).into()),
    ];
    let key = if item.baseline.is_some() { "plan-from-to" } else { "plan-to" };
    scope.then(desk.fill(key, &args))
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
    let Some(effect) = &item.expected_effect else { return String::new() };
    let amount = typed(desk, Some(&effect.metric.value), &effect.amount);
    let sign = if effect.amount.number().is_positive() && !amount.starts_with('+') { "+" } else { "" };
    format!("{} {sign}{amount}", desk.metric(&effect.metric.value).text)
}

/// The checks that judged it.
fn outcome(desk: &Desk<'_>, item: &PlanItem) -> Rich {
    let judged = desk.threads.iter().filter(|thread| thread.plan.is_some_and(|plan| plan.id == item.id));
    let words = judged.map(|thread| {
        let state = crate::compose::loop_table::state(desk, thread, thread.leading_act(desk.today));
        let to = mention::place(desk, &thread.cycle.id, thread.item.id.as_str());
        Rich::default().link(super::check::sentence(desk, thread), to).then(" · ").then(state.words)
    });
    listed(desk, words)
}
