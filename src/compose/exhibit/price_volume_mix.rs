//! Price, volume and mix: why sales changed, effect by effect, with what each product in each marketplace contributed
//! (domain 2.6).

use super::bridge::{against, convention, key};
use super::columns::{chart_id, with_unit};
use super::impact;
use crate::chart::{Chart, DataTable, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::{Better, round_parts};
use crate::quantity::Ratio;
use crate::review::{Base, Course, Effect, ItemChange, PriceVolumeMix, Question};
use crate::site;

/// How many things are listed singly; the others stand in one line.
const SHOWN: usize = 12;

/// The effects from one total to the other; behind them what each thing contributed.
pub(crate) fn price_volume_mix(
    desk: &Desk<'_>,
    question: &Question,
    (base, prices): (Base, &PriceVolumeMix),
) -> site::Figure {
    let style = desk.style(&question.metric, &prices.base().abs().max(prices.actual().abs()));
    let shown = Shown::of(&style, prices);
    let steps = steps(desk, &style, (question, base, prices, &shown));
    let words = |step: &Step| format!("{} {}", step.label, step.mark.label);
    let days = desk.check().days(question).map(|days| desk.locale.span(days)).unwrap_or_default();
    let when = desk.fill(key(base, "bridge-when"), &[("span", days.into())]);
    let chart = Chart {
        id: chart_id(
            if base == Base::Plan { "pvm" } else { "pvm-previous" },
            &question.metric,
            &question.scope,
        ),
        title: Title {
            who: desk.scope(&question.scope).text,
            what: with_unit(desk, &desk.metric(&question.metric).text, &style.unit()),
            when: [when, convention(desk, PriceVolumeMix::CONVENTION)].join(&desk.say("why-and")),
        },
        message: message(desk, &style, (base, &shown)),
        alt: steps.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma")),
        plot: Plot::Waterfall(Waterfall { steps }),
        table: table(desk, &style, (prices, &shown)),
    };
    site::Figure { chart, how: Some(desk.say("why-prices-how").as_str().into()), more: None }
}

/// Effects as they are shown: they sum to the change, and those of all things to each effect.
struct Shown {
    from: Ratio,
    to: Ratio,
    effects: Vec<(Effect, Ratio)>,
    /// What each thing contributed by each effect, in their orders.
    items: Vec<Vec<Ratio>>,
}

impl Shown {
    fn of(style: &Style<'_>, prices: &PriceVolumeMix) -> Self {
        let (to, effects) = (style.rounded(&prices.actual()), prices.effects());
        let exact: Vec<Ratio> = effects.iter().map(|(_, total)| total.clone()).collect();
        let totals = rounded(style, &style.rounded(&prices.change()), &exact);
        let from = &to - &totals.iter().sum::<Ratio>();
        let columns: Vec<Vec<Ratio>> = effects
            .iter()
            .zip(&totals)
            .map(|((effect, _), total)| {
                let parts: Vec<Ratio> = prices.items.iter().map(|item| item.of(*effect)).collect();
                rounded(style, total, &parts)
            })
            .collect();
        let row = |at: usize| columns.iter().map(|column| column[at].clone()).collect();
        let items = (0..prices.items.len()).map(row).collect();
        let effects = effects.into_iter().zip(totals).map(|((effect, _), total)| (effect, total)).collect();
        Shown { from, to, effects, items }
    }

    fn change(&self) -> Ratio {
        self.effects.iter().map(|(_, total)| total).sum()
    }
}

/// Parts in multiples of what is told, so that they sum to a total that is one already.
fn rounded(style: &Style<'_>, total: &Ratio, parts: &[Ratio]) -> Vec<Ratio> {
    let step = style.step();
    let units = |amount: &Ratio| amount.checked_div(&step).unwrap_or_else(Ratio::zero);
    let parts: Vec<Ratio> = parts.iter().map(units).collect();
    let shown = round_parts(&units(total), &parts, 0).1;
    shown.into_iter().map(|units| &step * &Ratio::from_int(units)).collect()
}

fn steps(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (question, base, prices, shown): (&Question, Base, &PriceVolumeMix, &Shown),
) -> Vec<Step> {
    let better = desk.workspace.catalogue.better(&question.metric).unwrap_or(Better::Higher);
    let total = |scenario, label: &str, (exact, shown): (&Ratio, &Ratio)| Step {
        label: desk.say(label),
        mark: Mark::new(style.mark(exact), style.value(shown)),
        kind: StepKind::Total(scenario),
    };
    let scenario = if base == Base::Plan { Scenario::Plan } else { Scenario::Previous };
    let mut steps = vec![total(scenario, key(base, "name"), (&prices.base(), &shown.from))];
    steps.extend(shown.effects.iter().map(|(effect, amount)| Step {
        label: name(desk, *effect),
        mark: Mark::new(style.mark(&prices.total(*effect)), style.delta(amount)),
        kind: StepKind::Change(impact(better.impact(amount))),
    }));
    steps.push(total(Scenario::Actual, "scenario-ac", (&prices.actual(), &shown.to)));
    steps
}

fn name(desk: &Desk<'_>, effect: Effect) -> String {
    desk.say(&format!("effect-{}", effect.name()))
}

/// "較計畫 −9.8 千美元：量 −11.2、組合 +1.0、價 +0.4。"
fn message(desk: &Desk<'_>, style: &Style<'_>, (base, shown): (Base, &Shown)) -> String {
    let mut effects: Vec<&(Effect, Ratio)> =
        shown.effects.iter().filter(|(_, amount)| !amount.is_zero()).collect();
    effects.sort_by_key(|(_, amount)| std::cmp::Reverse(amount.abs()));
    let words =
        |(effect, amount): &&(Effect, Ratio)| format!("{} {}", name(desk, *effect), style.delta(amount));
    let words: Vec<String> = effects.iter().take(3).map(words).collect();
    let args = [
        ("against", desk.say(against(base)).into()),
        ("change", style.delta_worded(&shown.change()).into()),
        ("drivers", words.join(&desk.say("list-comma")).into()),
    ];
    desk.fill(if words.is_empty() { "why-change" } else { "why-change-by" }, &args)
}

/// A row per thing, those that changed most first; the others in one row, then the sum.
fn table(desk: &Desk<'_>, style: &Style<'_>, (prices, shown): (&PriceVolumeMix, &Shown)) -> DataTable {
    let mut columns = vec![desk.say("why-item")];
    columns.extend(shown.effects.iter().map(|(effect, _)| name(desk, *effect)));
    columns.push(desk.say("why-change-head"));
    let mut order: Vec<usize> = (0..prices.items.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(prices.items[*at].change().abs()));
    let (single, together) = order.split_at(order.len().min(SHOWN));
    let sum = |rows: &[usize]| -> Vec<Ratio> {
        (0..shown.effects.len()).map(|at| rows.iter().map(|row| &shown.items[*row][at]).sum()).collect()
    };
    let row = |name: String, amounts: &[Ratio]| {
        let whole: Ratio = amounts.iter().sum();
        let cells = amounts.iter().chain([&whole]).map(|amount| style.delta(amount));
        std::iter::once(name).chain(cells).collect::<Vec<String>>()
    };
    let mut rows: Vec<Vec<String>> =
        single.iter().map(|at| row(item(desk, &prices.items[*at]), &shown.items[*at])).collect();
    if !together.is_empty() {
        rows.push(row(desk.fill("why-items-more", &[("count", together.len().into())]), &sum(together)));
    }
    rows.push(row(desk.say("why-items-all"), &sum(&order)));
    DataTable { columns, rows }
}

/// "節慶茶器禮盒 · 美國站（新增）".
fn item(desk: &Desk<'_>, change: &ItemChange) -> String {
    let name = match &change.item.scope {
        Some(scope) => desk.scope(scope).text,
        None => desk.say("why-items-rest"),
    };
    let tag = match change.course {
        Course::Continuing => return name,
        Course::New => "effect-new",
        Course::Returning => "effect-returning",
        Course::Ended => "effect-ended",
        Course::Adjusted => "effect-adjusted",
    };
    desk.fill("why-item-tagged", &[("name", name.into()), ("tag", desk.say(tag).into())])
}
