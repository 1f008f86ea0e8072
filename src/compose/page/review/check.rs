//! Check: what came out, against what it should be, and why.

use super::mention::{check_name, listed, mention, named};
use super::words::{fact, typed};
use super::{period, threads_of};
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, bridge, heat, impact_of, missing, variance_table};
use crate::compose::focus;
use crate::compose::loop_table::state;
use crate::metric::{Impact, Unit};
use crate::quantity::{Grain, Ratio, Scope};
use crate::review::{Base, Question, Thread};
use crate::site::{Block, Fact, Facts, Phrase, Rich, Section};
use crate::workspace::{Act, Cause, Cycle, Figure as Typed};

/// The figures of the company, product by marketplace, then one section per checked item.
pub(super) fn blocks(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Block> {
    let period = period(cycle);
    let mut blocks: Vec<Block> = Vec::new();
    let figures = focus::figures(desk, cycle.span.from.year());
    let line = |metric: crate::quantity::MeasureId| Line {
        name: desk.metric(&metric),
        to: None,
        question: Question { metric, scope: Scope::company(), period },
    };
    let lines: Vec<Line> = figures.into_iter().map(line).collect();
    if !lines.is_empty() {
        let caption = desk.fill("check-table", &[("period", desk.locale.period(period).into())]);
        blocks.push(variance_table(desk, caption.into(), &lines).into());
    }
    let lead = focus::lead(desk);
    blocks.extend(lead.and_then(|lead| heat(desk, &lead, period)).map(Block::from));
    blocks.extend(drivers(desk, cycle));
    blocks.extend(threads_of(desk, cycle).into_iter().map(|thread| section(desk, thread).into()));
    blocks
}

/// The bridge of the leading figure; a week's sessions are not known in reports that come by the month.
fn drivers(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let lead = focus::lead(desk)?;
    let tree = desk.tree(&lead)?;
    let question = Question { metric: lead, scope: Scope::company(), period: period(cycle) };
    if cycle.kind < Grain::Month {
        return None;
    }
    let of = |base| bridge(desk, tree, (&question, base));
    of(Base::Plan).or_else(|| of(Base::Previous)).map(Block::from)
}

fn section(desk: &Desk<'_>, thread: &Thread<'_>) -> Section {
    let together = explained(desk, thread).and_then(|words| fact(desk, "check-explained", words));
    let together = together.map(|fact| Facts { facts: vec![fact], prose: true, note: None }.into());
    let causes = thread.causes.iter().map(|cause| why(desk, cause).into());
    Section {
        id: anchor(thread.item.id.as_str()),
        heading: sentence(desk, thread),
        lede: Some(verdict(desk, thread)),
        blocks: together.into_iter().chain(causes).collect(),
        more: None,
    }
}

/// "冷泡壺 · 美國站轉換率 8.6%，目標 10.0%".
pub(super) fn sentence(desk: &Desk<'_>, thread: &Thread<'_>) -> Phrase {
    let Some(question) = &thread.question else { return check_name(desk, thread.item) };
    let known = [thread.actual.known(), thread.target.as_ref()];
    let most = known.into_iter().flatten().map(Ratio::abs).max().unwrap_or_else(Ratio::zero);
    let style = desk.style(&question.metric, &most);
    let actual =
        thread.actual.known().map_or_else(|| missing(desk, &thread.actual), |value| style.worded(value));
    let mut args = vec![
        ("scope", desk.scope(&question.scope).text.into()),
        ("metric", desk.metric(&question.metric).text.into()),
        ("actual", actual.into()),
    ];
    let Some(target) = &thread.target else { return desk.fill("check-no-target", &args).into() };
    args.push(("target", style.worded(target).into()));
    desk.fill("check-sentence", &args).into()
}

/// The gap, whether it matters, whether it may still change, how far the answer is, and for which plan item.
fn verdict(desk: &Desk<'_>, thread: &Thread<'_>) -> Rich {
    let mut parts: Vec<Rich> = gap(desk, thread).into_iter().collect();
    parts.push(desk.say(materiality(thread)).into());
    if thread.is_gap() || !thread.causes.is_empty() {
        parts.push(state(desk, thread, thread.leading_act(desk.today)).words.into());
    }
    parts.extend(caveat(desk, thread).map(Rich::from));
    if let Some(plan) = thread.plan {
        parts.push(Rich::from(desk.say("check-plan")).join(mention(desk, plan.id.as_str())));
    }
    parts.into_iter().reduce(|all, part| all.then(" · ").join(part)).unwrap_or_default()
}

fn gap(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Rich> {
    let (question, gap) = thread.question.as_ref().zip(thread.gap.abs.as_ref())?;
    let most = thread.actual.known().map_or_else(Ratio::zero, Ratio::abs).max(gap.abs());
    let words = desk.style(&question.metric, &most).delta_worded(gap);
    Some(Rich::default().variance(words, impact_of(&thread.gap)))
}

/// That the figure is cut, or that late reports may still change it.
fn caveat(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<String> {
    let figure = desk.check().figure(thread.question.as_ref()?);
    match figure.days.filter(|_| figure.is_cut()) {
        Some(days) => Some(desk.fill("until-day", &[("day", days.to.to_string().into())])),
        None => figure.provisional.then(|| desk.say("provisional")),
    }
}

fn materiality(thread: &Thread<'_>) -> &'static str {
    match (thread.gap.abs.is_some(), thread.material, thread.gap.impact) {
        (false, ..) => "verdict-unknown",
        (true, true, Impact::Unfavourable) => "verdict-material",
        (true, true, _) => "verdict-favourable",
        (true, false, _) => "verdict-within",
    }
}

fn why(desk: &Desk<'_>, (cause, acts): &(&Cause, Vec<&Act>)) -> Section {
    let name = named(desk, cause.text.as_ref(), cause.id.as_str());
    let asked = cause.whys.iter().enumerate().map(|(n, text)| Fact {
        name: desk.fill("cause-why", &[("n", (n + 1).to_string().into())]).into(),
        value: desk.phrase(text).into(),
    });
    let evidence =
        fact(desk, "cause-evidence", listed(desk, cause.evidence.iter().map(|id| mention(desk, id))));
    let answers = acts.iter().map(|act| mention(desk, act.id.as_str()));
    let facts = asked.chain(evidence).chain(fact(desk, "cause-acts", listed(desk, answers))).collect();
    Section {
        id: anchor(cause.id.as_str()),
        heading: Phrase { text: desk.fill("cause-heading", &[("text", name.text.into())]), lang: name.lang },
        lede: worth(desk, cause),
        blocks: vec![Facts { facts, prose: true, note: None }.into()],
        more: None,
    }
}

/// What a cause is worth, and whether the company can change it; nothing when neither is said.
fn worth(desk: &Desk<'_>, cause: &Cause) -> Option<Rich> {
    let effect = cause.effect.as_ref().map(|effect| Rich::default().strong(signed(desk, &effect.value)));
    let control = cause.controllable.map(|yes| if yes { "cause-controllable" } else { "cause-outside" });
    let control = control.map(|key| Rich::from(desk.say(key)));
    effect.into_iter().chain(control).reduce(|all, part| all.then(" · ").join(part))
}

fn signed(desk: &Desk<'_>, figure: &Typed) -> String {
    let words = typed(desk, None, figure);
    let plus = figure.number().is_positive() && !words.starts_with('+');
    if plus { format!("+{words}") } else { words }
}

/// How much of the gap the causes explain, where both are amounts in the reporting currency; else what the causes are worth.
fn explained(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<String> {
    let effects: Vec<_> = thread
        .causes
        .iter()
        .filter_map(|(cause, _)| cause.effect.as_ref().map(|effect| &effect.value))
        .collect();
    let amounts: Option<Vec<Ratio>> = effects
        .iter()
        .map(|figure| {
            figure.money().filter(|money| money.currency == desk.currency()).map(|money| money.amount())
        })
        .collect();
    let sum: Ratio = amounts.filter(|amounts| !amounts.is_empty())?.into_iter().sum();
    let question = thread.question.as_ref()?;
    let comparable = desk.check().unit(&question.metric) == Unit::Money;
    let worded = |value: &Ratio| {
        format!("{}\u{a0}{}", desk.locale.signed(value, 0), desk.locale.money_unit(desk.currency(), 0))
    };
    match thread.gap.abs.as_ref().filter(|_| comparable) {
        Some(gap) => {
            let share = desk.locale.percent(&sum.checked_div(gap)?, 0);
            let args = [("sum", worded(&sum).into()), ("gap", worded(gap).into()), ("share", share.into())];
            Some(desk.fill("explained-share", &args))
        }
        None => {
            let args = [("sum", worded(&sum).into()), ("metric", desk.metric(&question.metric).text.into())];
            Some(desk.fill("explained-apart", &args))
        }
    }
}
