//! The message: one sentence composed from the numbers (domain 2.10).

use super::desk::Desk;
use super::exhibit::{ShownBridge, against};
use super::focus;
use super::style::Style;
use crate::locale::Locale;
use crate::metric::{Better, Impact, Variance};
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
    let value = |value: &crate::metric::Value| value.known().cloned().unwrap_or_else(Ratio::zero);
    let style = desk.style(&lead, &value(&bridge.tree.base).abs().max(value(&bridge.tree.actual).abs()));
    let better = desk.workspace.catalogue.better(&lead).unwrap_or_default();
    let name = |id: &str| desk.metric(&MeasureId::new(id)).text;
    let words = told(desk.locale, &style, (&bridge, better), &name)?;
    Some(dated(desk, words, (&question, &bridge)).as_str().into())
}

/// Says of which days it speaks, where drivers are not known for all days of the figure above.
fn dated(desk: &Desk<'_>, words: String, (question, bridge): (&Question, &Bridge)) -> String {
    let whole = desk.check().days(question);
    if whole.is_none_or(|days| days.to == bridge.days.to) {
        return words;
    }
    let args = [("day", super::agenda::shown(desk, bridge.days.to).into()), ("words", words.into())];
    desk.fill("told-until", &args)
}

/// "較計畫 −9.8 千美元：工作階段 −9.0、轉換率 −2.5 拖累；其餘 +1.7 未點名，占全部變動 13%。" Nothing when nothing moved.
fn told(
    locale: &Locale,
    style: &Style<'_>,
    (bridge, better): (&Bridge, Better),
    name: &dyn Fn(&str) -> String,
) -> Option<String> {
    let (drivers, shown) = (bridge.main_drivers(), ShownBridge::of(style, bridge));
    let side = |wanted: Impact, key: &str| {
        let here = |index: &&usize| better.impact(&drivers.leaves[**index].contribution) == wanted;
        let word = |index: &usize| {
            format!("{} {}", name(&drivers.leaves[*index].label), style.delta(&shown.parts[*index]))
        };
        let words: Vec<String> = drivers.named.iter().filter(here).map(word).collect();
        let list = words.join(&locale.text("list-comma"));
        (!words.is_empty()).then(|| locale.fill(key, &[("drivers", list.into())]))
    };
    let sides = [
        side(Impact::Unfavourable, "told-hurt"),
        side(Impact::Favourable, "told-helped"),
        side(Impact::Neutral, "told-moved"),
    ];
    let rest = (!drivers.unnamed.is_zero()).then(|| {
        let rest: Ratio = drivers.rest().map(|index| &shown.parts[index]).sum();
        let share = locale.percent(&drivers.unnamed, 0);
        locale.fill("told-rest", &[("rest", style.delta(&rest).into()), ("share", share.into())])
    });
    let clauses: Vec<String> = sides.into_iter().flatten().chain(rest).collect();
    let args = [
        ("against", locale.text(against(bridge.base)).into()),
        ("change", style.delta_worded(&shown.change()).into()),
        ("drivers", clauses.join(&locale.text("list-semicolon")).into()),
    ];
    (!clauses.is_empty()).then(|| locale.fill("told", &args))
}
