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
    /// How the parts were found, where there are several ways: "依利益表各行".
    pub(crate) reading: Option<String>,
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
        message: message(desk, question, bridge),
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
    if span.reading.is_some() {
        format!("{base}-{}", span.bridge.tree.leaves().len())
    } else {
        base.to_owned()
    }
}

/// The days, how it was read, and by which convention it was divided.
fn when(desk: &Desk<'_>, span: &Spanned<'_>) -> String {
    let args = [("span", desk.locale.span(span.bridge.days).into())];
    let days = desk.fill(key(span.bridge.base, "bridge-when"), &args);
    let parts = [Some(days), span.reading.clone(), Some(convention(desk, Bridge::CONVENTION))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("why-and"))
}

/// The name of a convention, printed beside what was divided by it.
pub(crate) fn convention(desk: &Desk<'_>, convention: Convention) -> String {
    desk.say(&format!("convention-{}", convention.name()))
}

fn key(base: Base, stem: &'static str) -> &'static str {
    match (stem, base) {
        ("bridge-when", Base::Plan) => "bridge-when-plan",
        ("bridge-when", Base::Previous) => "bridge-when-previous",
        (_, Base::Plan) => "scenario-pl",
        (_, Base::Previous) => "scenario-py",
    }
}

/// What each figure contributed as it is shown, in order of first appearance: as in the tree, where all parts of a node
/// sum to it.
pub(crate) fn shown_leaves(style: &Style<'_>, tree: &Tree) -> Vec<Leaf> {
    let mut leaves = tree.leaves();
    leaves.iter_mut().for_each(|leaf| leaf.contribution = Ratio::zero());
    add(&mut leaves, (tree, &ShownTree::of(tree, &style.step())), &style.step());
    leaves
}

fn add(leaves: &mut [Leaf], (tree, shown): (&Tree, &ShownTree), step: &Ratio) {
    for pair in tree.children.iter().zip(&shown.children) {
        add(leaves, pair, step);
    }
    let leaf = leaves.iter_mut().find(|leaf| leaf.label == tree.label());
    if let (true, Some(leaf), Some(units)) = (tree.children.is_empty(), leaf, shown.contribution) {
        leaf.contribution += &(step * &Ratio::from_int(units));
    }
}

/// Totals and contributions, rounded so that what is shown sums; the total it starts from gives way.
fn steps(desk: &Desk<'_>, style: &Style<'_>, (span, root): (&Spanned<'_>, &MeasureId)) -> Vec<Step> {
    let bridge = span.bridge;
    let (from, to) = match span.currency {
        Some(currency) => (currency.from.clone(), currency.to.clone()),
        None => (value(&bridge.tree.base), value(&bridge.tree.actual)),
    };
    let leaves = shown_leaves(style, &bridge.tree);
    let currency = span.currency.map(|own| (&own.effect, style.rounded(&own.effect)));
    let parts = leaves.iter().map(|leaf| &leaf.contribution).chain(currency.iter().map(|own| &own.1));
    let start = &style.rounded(&to) - &parts.sum::<Ratio>();
    let better = desk.workspace.catalogue.better(root).unwrap_or(Better::Higher);
    let total = |scenario, label: String, (exact, shown): (&Ratio, &Ratio)| Step {
        label,
        mark: Mark::new(style.mark(exact), style.value(shown)),
        kind: StepKind::Total(scenario),
    };
    let change = |label: String, (exact, shown): (&Ratio, &Ratio)| Step {
        label,
        mark: Mark::new(style.mark(exact), style.delta(shown)),
        kind: StepKind::Change(impact(better.impact(shown))),
    };
    let base = if bridge.base == Base::Plan { Scenario::Plan } else { Scenario::Previous };
    let mut steps = vec![total(base, desk.say(key(bridge.base, "name")), (&from, &start))];
    let exact = bridge.tree.leaves();
    let pairs = exact.iter().zip(&leaves);
    steps.extend(pairs.map(|(exact, shown)| {
        change(formula::label(desk, &exact.label), (&exact.contribution, &shown.contribution))
    }));
    steps.extend(currency.iter().map(|(exact, shown)| change(desk.say("effect-currency"), (exact, shown))));
    steps.push(total(Scenario::Actual, desk.say("scenario-ac"), (&to, &to)));
    steps
}

/// How the figures of a change are written.
pub(crate) fn style<'a>(desk: &Desk<'a>, question: &Question, bridge: &Bridge) -> Style<'a> {
    let (from, to) = (value(&bridge.tree.base), value(&bridge.tree.actual));
    desk.style(&question.metric, &from.abs().max(to.abs()))
}

fn value(value: &Value) -> Ratio {
    value.known().cloned().unwrap_or_else(Ratio::zero)
}

/// Names the drivers that say most: "工作階段 +15.9、轉換率 −12.0".
pub(crate) fn drivers(desk: &Desk<'_>, style: &Style<'_>, leaves: &[Leaf]) -> String {
    let words =
        |leaf: &Leaf| format!("{} {}", formula::label(desk, &leaf.label), style.delta(&leaf.contribution));
    leaves.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma"))
}

/// The drivers that say most, with what they contributed as the bridge and the tree show it.
pub(crate) fn main_drivers(style: &Style<'_>, bridge: &Bridge) -> Vec<Leaf> {
    let shown = shown_leaves(style, &bridge.tree);
    let main = bridge.main_drivers().into_iter();
    main.filter_map(|leaf| shown.iter().find(|own| own.label == leaf.label).cloned()).collect()
}

/// The change and the drivers that say most: "較計畫 −9.8 千美元：工作階段 −9.0、轉換率 −2.5。"
pub(crate) fn message(desk: &Desk<'_>, question: &Question, bridge: &Bridge) -> String {
    let style = &style(desk, question, bridge);
    let change = &value(&bridge.tree.actual) - &value(&bridge.tree.base);
    let drivers = drivers(desk, style, &main_drivers(style, bridge));
    let stem = if bridge.base == Base::Plan { "bridge-message-plan" } else { "bridge-message-previous" };
    desk.fill(stem, &[("change", style.delta_worded(&change).into()), ("drivers", drivers.into())])
}
