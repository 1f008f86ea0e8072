//! The message of a review: the leading figure of the period, and how far the loop is.

use super::{period, threads_of};
use crate::compose::desk::Desk;
use crate::compose::exhibit::largest;
use crate::compose::{focus, message};
use crate::quantity::{Grain, Period, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site::{Phrase, Rich};
use crate::workspace::Cycle;

/// The leading figure of the company in a period; nothing when nothing is measured at all.
pub(crate) fn lead_figure(desk: &Desk<'_>, period: Period) -> Option<Figure> {
    let metric = focus::lead(desk)?;
    Some(desk.check().figure(&Question { metric, scope: Scope::company(), period }))
}

/// Actual as a share of the plan of the same days; nothing without a plan or an actual.
pub(crate) fn attainment(figure: &Figure) -> Option<Ratio> {
    figure.actual.known()?.checked_div(figure.plan.as_ref()?)
}

/// What people say of the cycle; else "2026 年 10 月銷售額 98.6 千美元，低於計畫 9.1%；4 個重大差異，已閉合 1 個。"
pub(crate) fn headline(desk: &Desk<'_>, cycle: &Cycle) -> Phrase {
    if let Some(message) = &cycle.message {
        return desk.phrase(&message.value);
    }
    let figure = result(desk, period(cycle));
    let args = [("figure", figure.into()), ("loop", looped(desk, cycle).into())];
    desk.fill("review-headline", &args).into()
}

/// The leading figure as a clause without its full stop.
pub(super) fn result(desk: &Desk<'_>, period: Period) -> String {
    let words = desk.locale.period(period);
    let Some(figure) = lead_figure(desk, period) else {
        return desk.fill("result-none", &[("period", words.into())]);
    };
    let metric = desk.metric(&figure.question.metric).text;
    let mut args = vec![("period", words.into()), ("metric", metric.into())];
    let Some(actual) = figure.actual.known() else { return desk.fill("result-not-yet", &args) };
    let most = largest(std::slice::from_ref(&figure)).unwrap_or_else(|| actual.clone());
    args.push(("actual", desk.style(&figure.question.metric, &most).worded(actual).into()));
    let (variance, stem) = match (&figure.vs_plan, &figure.vs_previous) {
        (plan, _) if plan.rel.value().is_some() => (plan, "result-plan"),
        (_, previous) => (previous, "result-previous"),
    };
    let Some(share) = variance.rel.value() else { return desk.fill("result-plain", &args) };
    args.push(("share", desk.locale.percent(&share.abs(), 1).into()));
    desk.fill(&format!("{stem}-{}", if share.is_negative() { "below" } else { "above" }), &args)
}

/// How many gaps there are and how many are closed, as a clause.
fn looped(desk: &Desk<'_>, cycle: &Cycle) -> String {
    let threads = threads_of(desk, cycle);
    let gaps: Vec<_> = threads.iter().filter(|thread| thread.is_gap()).collect();
    let closed = gaps.iter().filter(|thread| thread.is_closed()).count();
    let key = match (threads.is_empty(), gaps.len(), gaps.len() - closed) {
        (true, ..) => "loop-not-checked",
        (false, 0, _) => "loop-no-gap",
        (false, _, 0) => "loop-all-closed",
        _ => "loop-open",
    };
    desk.fill(key, &[("gaps", gaps.len().into()), ("closed", closed.into())])
}

/// The drivers of the period, where a month or a longer period has them.
pub(super) fn lede(desk: &Desk<'_>, cycle: &Cycle) -> Option<Rich> {
    if cycle.kind < Grain::Month {
        return None;
    }
    message::lede(desk, &Scope::company(), period(cycle))
}
