//! The message: one sentence composed from the numbers (domain 2.10).

use super::desk::Desk;
use super::exhibit::drivers;
use super::focus;
use crate::metric::{Impact, Variance};
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Base, Bridge, Figure, Question};
use crate::site::{Phrase, Rich};

/// "10 月銷售額 103.4 千美元，較計畫 −4.2%。" with the profit beside it where both are planned.
pub(crate) fn headline(desk: &Desk<'_>, scope: &Scope, period: Period) -> Phrase {
    let Some(lead) = focus::lead(desk) else { return desk.say("headline-nothing").into() };
    let figure = desk.check().figure(&Question { metric: lead.clone(), scope: scope.clone(), period });
    let Some(actual) = figure.actual.known() else {
        let args = [
            ("who", desk.scope(scope).text.into()),
            ("metric", desk.metric(&lead).text.into()),
            ("period", desk.locale.period(period).into()),
        ];
        return desk.fill("headline-no-figure", &args).into();
    };
    let style = desk.style(
        &lead,
        &super::exhibit::largest(std::slice::from_ref(&figure)).unwrap_or_else(|| actual.clone()),
    );
    let mut args = vec![
        ("who", desk.scope(scope).text.into()),
        ("period", desk.locale.period(period).into()),
        ("metric", desk.metric(&lead).text.into()),
        ("actual", style.worded(actual).into()),
    ];
    let (variance, reference) = reference(&figure);
    let Some(share) = variance.rel.value() else { return desk.fill("headline-plain", &args).into() };
    args.push(("share", desk.locale.percent(&share.abs(), 1).into()));
    let direction = if share.is_negative() { "below" } else { "above" };
    match profit(desk, (&lead, scope, period), reference) {
        Some((name, words, same)) => {
            args.extend([("profit", name.into()), ("profit-share", words.into())]);
            let turn = if same != share.is_negative() { "and" } else { "but" };
            about(desk, scope, desk.fill(&format!("headline-{reference}-{direction}-{turn}"), &args))
        }
        None => about(desk, scope, desk.fill(&format!("headline-{reference}-{direction}"), &args)),
    }
}

/// A sentence that says of which part of the company it speaks, where that is not the whole.
fn about(desk: &Desk<'_>, scope: &Scope, words: String) -> Phrase {
    if *scope == Scope::company() {
        return words.into();
    }
    desk.fill("headline-about", &[("who", desk.scope(scope).text.into()), ("words", words.into())]).into()
}

/// The variance that is spoken of: against the plan where there is one.
fn reference(figure: &Figure) -> (&Variance, &'static str) {
    match figure.vs_plan.abs {
        Some(_) => (&figure.vs_plan, "plan"),
        None => (&figure.vs_previous, "previous"),
    }
}

/// The second amount with a goal, its relative gap, and whether it is above.
fn profit(
    desk: &Desk<'_>,
    (lead, scope, period): (&MeasureId, &Scope, Period),
    reference: &str,
) -> Option<(String, String, bool)> {
    if reference != "plan" {
        return None;
    }
    let year = desk.year_of(period);
    let second = desk.plan().amounts().find(|(id, of)| *id != lead && *of == year)?.0;
    let figure = desk.check().figure(&Question { metric: second.clone(), scope: scope.clone(), period });
    let share = figure.vs_plan.rel.value()?;
    let key = if share.is_negative() { "share-below" } else { "share-above" };
    let words = desk.fill(key, &[("share", desk.locale.percent(&share.abs(), 1).into())]);
    Some((desk.metric(second).text, words, !share.is_negative()))
}

/// The sentence below: the drivers that say most, and how much is left unnamed.
pub(crate) fn lede(desk: &Desk<'_>, scope: &Scope, period: Period) -> Option<Rich> {
    let lead = focus::lead(desk)?;
    let tree = desk.tree(&lead)?;
    let question = Question { metric: lead.clone(), scope: scope.clone(), period };
    let bridge = [Base::Plan, Base::Previous]
        .into_iter()
        .find_map(|base| desk.check().bridge(tree, &question, base))?;
    Some(sentence(desk, &lead, &bridge))
}

fn sentence(desk: &Desk<'_>, lead: &MeasureId, bridge: &Bridge) -> Rich {
    let value = |value: &crate::metric::Value| value.known().cloned().unwrap_or_else(Ratio::zero);
    let (from, to) = (value(&bridge.tree.base), value(&bridge.tree.actual));
    let style = desk.style(lead, &from.abs().max(to.abs()));
    let leaves = bridge.main_drivers();
    let of = |good: bool| -> Vec<_> {
        let better = desk.workspace.catalogue.better(lead).unwrap_or_default();
        leaves
            .iter()
            .filter(|leaf| (better.impact(&leaf.contribution) == Impact::Favourable) == good)
            .cloned()
            .collect()
    };
    let (helped, hurt) = (of(true), of(false));
    let words = |leaves: &[_]| drivers(desk, &style, leaves);
    let reference = if bridge.base == Base::Plan { "plan" } else { "previous" };
    let key = match (helped.is_empty(), hurt.is_empty()) {
        (false, false) => "lede-both",
        (false, true) => "lede-helped",
        _ => "lede-hurt",
    };
    let against = desk.say(&format!("against-{reference}"));
    let args = [
        ("helped", words(&helped).into()),
        ("hurt", words(&hurt).into()),
        ("unit", style.unit().into()),
        ("against", against.into()),
    ];
    desk.fill(key, &args).as_str().into()
}
