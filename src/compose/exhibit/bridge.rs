//! The bridge: from plan or last year to actual, by drivers that sum exactly, also as shown (domain 2.9).

use super::columns::{chart_id, with_unit};
use super::impact;
use crate::chart::{Chart, DataTable, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::compose::formula;
use crate::compose::style::Style;
use crate::compose::why;
use crate::metric::{Better, Convention, DriverTree, Leaf, ShownTree, Tree, Value};
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Base, Bridge, CurrencyEffect, Question};
use crate::site;

/// A change that is drawn as a bridge.
pub(crate) struct Spanned<'a> {
    /// What it starts from, the days, and what each part contributed.
    pub(crate) bridge: &'a Bridge,
    /// What the rates of currencies did; then the totals are at the rates of their days.
    pub(crate) currency: Option<&'a CurrencyEffect>,
    /// How the parts were found, where there are several ways: the key of "依利益表各行".
    pub(crate) reading: Option<&'static str>,
}

/// The bridge of a tree over the days of a question; nothing where a driver is not known on both sides.
pub(crate) fn bridge(
    desk: &Desk<'_>,
    tree: &DriverTree,
    (question, base): (&Question, Base),
) -> Option<site::Figure> {
    let bridge = desk.check().bridge(tree, question, base)?;
    let span = Spanned { bridge: &bridge, currency: None, reading: None };
    let more = why::route(desk, question).map(|route| desk.link(desk.say("why-more"), &route));
    Some(site::Figure { more, ..spanned(desk, question, &span) })
}

/// A change as a bridge.
pub(crate) fn spanned(desk: &Desk<'_>, question: &Question, span: &Spanned<'_>) -> site::Figure {
    let Spanned { bridge, .. } = span;
    let style = style(desk, question, bridge);
    let steps = steps(desk, &style, (span, &question.metric));
    let rows = steps.iter().map(|step| vec![step.label.clone(), step.mark.label.clone()]).collect();
    let chart = Chart {
        id: chart_id(&kind(span), &question.metric, &question.scope),
        title: Title {
            who: desk.scope(&question.scope).text,
            what: with_unit(desk, &desk.metric(&question.metric).text, &style.unit()),
            when: when(desk, span),
        },
        message: helped_and_hurt(desk, &style, bridge),
        alt: steps
            .iter()
            .map(|step| format!("{} {}", step.label, step.mark.label))
            .collect::<Vec<_>>()
            .join(&desk.say("list-comma")),
        plot: Plot::Waterfall(Waterfall { steps }),
        table: DataTable { columns: vec![desk.say("head-driver"), desk.say("head-contribution")], rows },
    };
    let how = desk.fill("bridge-how", &[("expr", formula::label(desk, &bridge.tree.text).into())]);
    site::Figure { chart, how: Some(how.as_str().into()), more: None }
}

/// Two bridges of one figure on one page have names of their own.
fn kind(span: &Spanned<'_>) -> String {
    let base = if span.bridge.base == Base::Plan { "bridge" } else { "bridge-previous" };
    span.reading.map_or_else(|| base.to_owned(), |reading| format!("{base}-{reading}"))
}

/// The days, how it was read, and by which convention it was divided.
fn when(desk: &Desk<'_>, span: &Spanned<'_>) -> String {
    let args = [("span", desk.locale.span(span.bridge.days).into())];
    let days = desk.fill(key(span.bridge.base, "bridge-when"), &args);
    let parts =
        [Some(days), span.reading.map(|key| desk.say(key)), Some(convention(desk, Bridge::CONVENTION))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("why-and"))
}

/// The name of a convention, printed beside what was divided by it.
pub(crate) fn convention(desk: &Desk<'_>, convention: Convention) -> String {
    desk.say(&format!("convention-{}", convention.name()))
}

pub(super) fn key(base: Base, stem: &'static str) -> &'static str {
    match (stem, base) {
        ("bridge-when", Base::Plan) => "bridge-when-plan",
        ("bridge-when", Base::Previous) => "bridge-when-previous",
        (_, Base::Plan) => "scenario-pl",
        (_, Base::Previous) => "scenario-py",
    }
}

/// A bridge as it is written: what it starts from and each driver's part, rounded so that what is shown sums to what
/// it ends at; each part is the same in the tree, where all parts of a node sum to it.
pub(crate) struct Shown {
    /// What it starts from; it gives way where rounded figures do not meet.
    pub(crate) from: Ratio,
    /// What it ends at.
    pub(crate) to: Ratio,
    /// The part of each driver, in the order of the tree.
    pub(crate) parts: Vec<Ratio>,
}

impl Shown {
    /// The parts of a bridge in the form of its figures.
    pub(crate) fn of(style: &Style<'_>, bridge: &Bridge) -> Self {
        let (tree, step) = (&bridge.tree, style.step());
        let mut leaves = tree.leaves();
        leaves.iter_mut().for_each(|leaf| leaf.contribution = Ratio::zero());
        add(&mut leaves, (tree, &ShownTree::of(tree, &step)), &step);
        let parts: Vec<Ratio> = leaves.into_iter().map(|leaf| leaf.contribution).collect();
        let to = value(&tree.actual);
        Shown { from: &style.rounded(&to) - &parts.iter().sum::<Ratio>(), to, parts }
    }

    /// What lies between, as shown: the sum of the parts.
    pub(crate) fn change(&self) -> Ratio {
        self.parts.iter().sum()
    }
}

/// Adds what the nodes below contribute, as shown, to the leaves of their names.
fn add(leaves: &mut [Leaf], (tree, shown): (&Tree, &ShownTree), step: &Ratio) {
    for pair in tree.children.iter().zip(&shown.children) {
        add(leaves, pair, step);
    }
    let leaf = leaves.iter_mut().find(|leaf| leaf.label == tree.label());
    if let (true, Some(leaf), Some(units)) = (tree.children.is_empty(), leaf, shown.contribution) {
        leaf.contribution += &(step * &Ratio::from_int(units));
    }
}

/// Totals and contributions.
fn steps(desk: &Desk<'_>, style: &Style<'_>, (span, root): (&Spanned<'_>, &MeasureId)) -> Vec<Step> {
    let better = desk.workspace.catalogue.better(root).unwrap_or(Better::Higher);
    let change = |label: String, exact: &Ratio, shown: &Ratio| Step {
        label,
        mark: Mark::new(style.mark(exact), style.delta(shown)),
        kind: StepKind::Change(impact(better.impact(shown))),
    };
    let (bridge, shown) = (span.bridge, Shown::of(style, span.bridge));
    let [start, end] = totals(desk, style, (span, &shown));
    let leaves = bridge.tree.leaves();
    let parts = leaves.iter().zip(&shown.parts);
    let parts = parts.map(|(leaf, part)| change(formula::label(desk, &leaf.label), &leaf.contribution, part));
    let currency = span.currency.map(|own| change(desk.say("effect-currency"), &own.effect, &own.effect));
    [start].into_iter().chain(parts).chain(currency).chain([end]).collect()
}

/// Where it starts and ends: with a bar for currencies at the rates of their days.
fn totals(desk: &Desk<'_>, style: &Style<'_>, (span, shown): (&Spanned<'_>, &Shown)) -> [Step; 2] {
    let total = |scenario, label: &str, exact: &Ratio, shown: &Ratio| Step {
        label: desk.say(label),
        mark: Mark::new(style.mark(exact), style.value(shown)),
        kind: StepKind::Total(scenario),
    };
    let base = span.bridge.base;
    let (scenario, label) =
        (if base == Base::Plan { Scenario::Plan } else { Scenario::Previous }, key(base, "name"));
    match span.currency {
        None => [
            total(scenario, label, &value(&span.bridge.tree.base), &shown.from),
            total(Scenario::Actual, "scenario-ac", &shown.to, &shown.to),
        ],
        Some(own) => {
            let between = &shown.change() + &style.rounded(&own.effect);
            let from = &style.rounded(&own.to) - &between;
            [
                total(scenario, label, &own.from, &from),
                total(Scenario::Actual, "scenario-ac", &own.to, &own.to),
            ]
        }
    }
}

/// How the figures of a change are written.
pub(crate) fn style<'a>(desk: &Desk<'a>, question: &Question, bridge: &Bridge) -> Style<'a> {
    let (from, to) = (value(&bridge.tree.base), value(&bridge.tree.actual));
    desk.style(&question.metric, &from.abs().max(to.abs()))
}

fn value(value: &Value) -> Ratio {
    value.known().cloned().unwrap_or_else(Ratio::zero)
}

/// The change and the drivers that say most: "較計畫 −9.8 千美元：工作階段 −8.9、轉換率 −2.5。"
pub(crate) fn message(desk: &Desk<'_>, question: &Question, bridge: &Bridge) -> String {
    let style = &style(desk, question, bridge);
    let (drivers, shown) = (bridge.main_drivers(), Shown::of(style, bridge));
    let word = |index: &usize| {
        format!(
            "{} {}",
            formula::label(desk, &drivers.leaves[*index].label),
            style.delta(&shown.parts[*index])
        )
    };
    let words: Vec<String> = drivers.named.iter().map(word).collect();
    let args = [
        ("against", desk.say(against(bridge.base)).into()),
        ("change", style.delta_worded(&shown.change()).into()),
        ("drivers", words.join(&desk.say("list-comma")).into()),
    ];
    desk.fill(if words.is_empty() { "why-change" } else { "why-change-by" }, &args)
}

/// The change, and what helped and what hurt together: the single drivers are what the picture shows.
fn helped_and_hurt(desk: &Desk<'_>, style: &Style<'_>, bridge: &Bridge) -> String {
    let shown = Shown::of(style, bridge);
    let sum =
        |positive: bool| -> Ratio { shown.parts.iter().filter(|part| part.is_positive() == positive).sum() };
    let args = [
        ("against", desk.say(against(bridge.base)).into()),
        ("change", style.delta_worded(&shown.change()).into()),
        ("up", style.delta(&sum(true)).into()),
        ("down", style.delta(&sum(false)).into()),
    ];
    let one_way = sum(true).is_zero() || sum(false).is_zero();
    desk.fill(if one_way { "bridge-message-one-way" } else { "bridge-message" }, &args)
}

/// The words for what a bridge starts from: "較計畫".
pub(crate) fn against(base: Base) -> &'static str {
    match base {
        Base::Plan => "against-plan",
        Base::Previous => "against-previous",
    }
}
