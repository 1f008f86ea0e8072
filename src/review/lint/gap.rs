//! What is wrong with checks: gaps that nobody looks at, explains or measures (C001 to C003, C006 to C009).

use super::{Look, finding};
use crate::diagnostic::{Arg, Code, Diagnostic, codes};
use crate::metric::Impact;
use crate::quantity::{Period, Ratio, Scope};
use crate::review::{Question, Thread};
use crate::workspace::{At, Cause, Cycle, PlanItem, Typed};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let unchecked = look.each_item().filter_map(|(cycle, item)| unchecked(look, cycle, item));
    let odd = look.workspace.cycles.iter().filter_map(odd_days);
    let checked = look.threads.iter().flat_map(|thread| {
        let found = [mismatch(thread), unexplained(look, thread), partly_explained(look, thread)];
        found.into_iter().chain([typed(look, thread), noise(look, thread)]).flatten()
    });
    unchecked.chain(odd).chain(checked).collect()
}

/// C001
fn unchecked(look: &Look<'_>, cycle: &Cycle, item: &PlanItem) -> Option<Diagnostic> {
    let metric = &item.metric.as_ref()?.value;
    let checks = look.threads.iter().filter_map(|thread| thread.item.plan.as_ref());
    if !look.is_reviewed(cycle) || checks.into_iter().any(|plan| plan.value == item.id) {
        return None;
    }
    let period = Period::containing(cycle.span.from, cycle.kind);
    let question = Question { metric: metric.clone(), scope: item.scope.clone(), period };
    let figure = look.check.figure(&question);
    let typed = match item.target.as_ref() {
        Some(Typed::Figure(typed)) => Some(typed.value.number()),
        _ => None,
    };
    let target = typed.or_else(|| figure.plan.clone());
    let gap = look.check.compare(metric, (&figure.actual, target.as_ref()));
    let matters = look.workspace.materiality.of(metric, look.check.catalogue).is_reached(&gap);
    let found = finding(codes::GAP_UNCHECKED, &item.place, item.id.as_str());
    let amount = gap.abs.filter(|_| matters && !figure.provisional)?;
    Some(found.with("metric", metric.as_str()).with("gap", look.amount(metric, &amount)))
}

/// C002: figures are read over whole weeks, months, quarters and years.
fn odd_days(cycle: &Cycle) -> Option<Diagnostic> {
    let period = Period::containing(cycle.span.from, cycle.kind).span();
    let days = |from, to| format!("{from} – {to}");
    let found = finding(codes::CHECK_MISMATCH, &cycle.place, cycle.id.as_str()).help("days");
    let found = found.with("plan", "days").with("here", days(cycle.span.from, cycle.span.to));
    (period != cycle.span).then(|| found.with("there", days(period.from, period.to)))
}

/// C002: a check speaks of what was planned.
fn mismatch(thread: &Thread<'_>) -> Option<Diagnostic> {
    let (item, plan) = (thread.item, thread.plan?);
    let found = finding(codes::CHECK_MISMATCH, &item.place, item.id.as_str()).with("plan", plan.id.as_str());
    if let (Some(here), Some(there)) = (&item.metric, &plan.metric)
        && here.value != there.value
    {
        return Some(found.with("here", here.value.as_str()).with("there", there.value.as_str()));
    }
    let here = item.scope.as_ref().filter(|here| **here != plan.scope)?;
    Some(found.with("here", part(here)).with("there", part(&plan.scope)))
}

/// A part of the company by its ids.
pub(super) fn part(scope: &Scope) -> Arg {
    let (product, marketplace) = (scope.product.as_ref(), scope.marketplace.as_ref());
    let names = [product.map(|id| id.as_str()), marketplace.map(|id| id.as_str())];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    if names.is_empty() { Arg::Term("part-company") } else { names.join(" · ").into() }
}

/// C003 and C006: what may still change asks for no reason yet.
fn unexplained(look: &Look<'_>, thread: &Thread<'_>) -> Option<Diagnostic> {
    let code: &'static Code = match thread.gap.impact {
        Impact::Unfavourable => codes::GAP_UNEXPLAINED,
        Impact::Favourable => codes::LUCK_UNEXPLAINED,
        Impact::Neutral => return None,
    };
    let asked = thread.material && !thread.provisional && look.is_reviewed(thread.cycle);
    let (question, gap) = (thread.question.as_ref()?, thread.gap.abs.as_ref()?);
    let found = finding(code, &thread.item.place, thread.item.id.as_str());
    let found =
        found.with("metric", question.metric.as_str()).with("gap", look.amount(&question.metric, gap));
    (asked && thread.item.causes.is_empty()).then_some(found)
}

/// C007; where one cause is worth something that cannot be added to the others, they cannot be summed.
fn partly_explained(look: &Look<'_>, thread: &Thread<'_>) -> Option<Diagnostic> {
    let asked = thread.material && !thread.provisional && look.is_reviewed(thread.cycle);
    let worths = thread.item.causes.iter().filter(|cause| cause.effect.is_some());
    let effects: Vec<Ratio> = worths.map(|cause| effect(look, cause)).collect::<Option<_>>()?;
    let worth = thread.worth.as_ref().filter(|_| asked && !effects.is_empty())?;
    let explained = effects.iter().sum::<Ratio>().checked_div(worth)?;
    let (least, most) = (&look.limits.explained_least, &look.limits.explained_most);
    let help = if explained < *least { "help" } else { "more" };
    let found = finding(codes::CAUSES_OFF, &thread.item.place, thread.item.id.as_str());
    let found = found.with("percent", explained.round_scaled(2).to_string());
    let found = found.with("worth", look.worth(worth));
    (explained < *least || explained > *most).then(|| found.help(help))
}

/// What a cause is worth in the reporting currency.
fn effect(look: &Look<'_>, cause: &Cause) -> Option<Ratio> {
    let money = cause.effect.as_ref()?.value.money()?;
    (Some(money.currency) == look.workspace.reporting_currency()).then(|| money.amount())
}

/// C008: a number that people type is that of the data, to its last written digit.
fn typed(look: &Look<'_>, thread: &Thread<'_>) -> Option<Diagnostic> {
    let Typed::Figure(At { value, place }) = &thread.item.actual else { return None };
    let figure = look.check.figure(thread.question.as_ref()?);
    let (measured, step) = (figure.actual.known()?, thread.item.last_digit.as_ref()?);
    let differs = (&value.number() - measured).abs() > *step && !figure.provisional;
    let found = finding(codes::TYPED_DIFFERS, place, thread.item.id.as_str());
    let found = found.with("typed", value.to_string()).with("data", value.with_number(measured).to_string());
    (differs && thread.cycle.span.to < look.today).then_some(found)
}

/// C009
fn noise(look: &Look<'_>, thread: &Thread<'_>) -> Option<Diagnostic> {
    let on_plan = thread.gap.abs.is_some() && !thread.material;
    let cause = thread.item.causes.first().filter(|_| on_plan)?;
    let signal = look.check.signal(thread.question.as_ref()?)?;
    let found = finding(codes::NOISE_EXPLAINED, &cause.place, thread.item.id.as_str());
    (signal.is_routine() && !signal.provisional).then_some(found)
}
