//! The bridge: from plan or last year to actual, by drivers that sum exactly, also as shown (domain 2.9).

use super::columns::{chart_id, with_unit};
use super::impact;
use crate::chart::{Chart, DataTable, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::compose::why::{self, Opened};
use crate::metric::{Better, DriverTree, Leaf};
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Base, Bridge, Question};
use crate::site;

/// The bridge of a tree over the days of a question; nothing where a driver is not known on both sides.
pub(crate) fn bridge(
    desk: &Desk<'_>,
    tree: &DriverTree,
    (question, base): (&Question, Base),
) -> Option<site::Figure> {
    let bridge = desk.check().bridge(tree, question, base)?;
    let figure = figure(desk, (tree, &bridge), question)?;
    let more = why::route(desk, question).map(|route| desk.link(desk.say("why-more"), &route));
    Some(site::Figure { more, ..figure })
}

/// The bridge of a change that is explained on a page of its own.
pub(crate) fn opened(desk: &Desk<'_>, opened: &Opened<'_>, question: &Question) -> Option<site::Figure> {
    figure(desk, (&opened.tree.tree, &opened.bridge), question)
}

fn figure(
    desk: &Desk<'_>,
    (tree, bridge): (&DriverTree, &Bridge),
    question: &Question,
) -> Option<site::Figure> {
    let (from, to) = (bridge.tree.base.known()?.clone(), bridge.tree.actual.known()?.clone());
    let style = desk.style(&tree.root, &from.abs().max(to.abs()));
    let steps = steps(desk, &style, (bridge, &tree.root));
    let rows = steps.iter().map(|step| vec![step.label.clone(), step.mark.label.clone()]).collect();
    let chart = Chart {
        id: chart_id("bridge", &tree.root, &question.scope),
        title: Title {
            who: desk.scope(&question.scope).text,
            what: with_unit(desk, &desk.metric(&tree.root).text, &style.unit()),
            when: desk
                .fill(key(bridge.base, "bridge-when"), &[("span", desk.locale.span(bridge.days).into())]),
        },
        message: message(desk, &style, bridge),
        alt: steps
            .iter()
            .map(|step| format!("{} {}", step.label, step.mark.label))
            .collect::<Vec<_>>()
            .join(&desk.say("list-comma")),
        plot: Plot::Waterfall(Waterfall { steps }),
        table: DataTable { columns: vec![desk.say("head-driver"), desk.say("head-contribution")], rows },
    };
    let how = desk.fill("bridge-how", &[("expr", named(desk, &tree.expr.to_string()).into())]);
    Some(site::Figure { chart, how: Some(how.as_str().into()), more: None })
}

/// A formula with its figures by name and the signs of arithmetic: "(工作階段 × 轉換率)".
fn named(desk: &Desk<'_>, formula: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut rest = formula;
    let mut words = String::new();
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| is_word(c) != is_word(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let id = MeasureId::new(part);
        match desk.workspace.catalogue.contains(&id) {
            true => words.push_str(&desk.metric(&id).text),
            false => words.push_str(&part.replace(" * ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ")),
        }
        rest = after;
    }
    words
}

fn key(base: Base, stem: &'static str) -> &'static str {
    match (stem, base) {
        ("bridge-when", Base::Plan) => "bridge-when-plan",
        ("bridge-when", Base::Previous) => "bridge-when-previous",
        (_, Base::Plan) => "scenario-pl",
        (_, Base::Previous) => "scenario-py",
    }
}

/// Totals and contributions, rounded so that what is shown sums.
fn steps(desk: &Desk<'_>, style: &Style<'_>, (bridge, root): (&Bridge, &MeasureId)) -> Vec<Step> {
    let leaves = bridge.tree.leaves();
    let (from, to) = (value(&bridge.tree.base), value(&bridge.tree.actual));
    let mut parts = vec![from.clone()];
    parts.extend(leaves.iter().map(|leaf| leaf.contribution.clone()));
    let shown = style.sum_of(&to, &parts);
    let better = desk.workspace.catalogue.better(root).unwrap_or(Better::Higher);
    let total = |scenario, label: String, exact: &Ratio, shown: &Ratio| Step {
        label,
        mark: Mark::new(style.mark(exact), style.value(shown)),
        kind: StepKind::Total(scenario),
    };
    let start = if bridge.base == Base::Plan { Scenario::Plan } else { Scenario::Previous };
    let mut steps = vec![total(start, desk.say(key(bridge.base, "name")), &from, &shown[0])];
    steps.extend(leaves.iter().zip(&shown[1..]).map(|(leaf, shown)| Step {
        label: desk.metric(&MeasureId::new(&leaf.label)).text,
        mark: Mark::new(style.mark(&leaf.contribution), style.delta(shown)),
        kind: StepKind::Change(impact(better.impact(shown))),
    }));
    steps.push(total(Scenario::Actual, desk.say("scenario-ac"), &to, &to));
    steps
}

fn value(value: &crate::metric::Value) -> Ratio {
    value.known().cloned().unwrap_or_else(Ratio::zero)
}

/// Names the drivers that say most: "工作階段 +15.9、轉換率 −12.0".
pub(crate) fn drivers(desk: &Desk<'_>, style: &Style<'_>, leaves: &[Leaf]) -> String {
    let words = |leaf: &Leaf| {
        format!("{} {}", desk.metric(&MeasureId::new(&leaf.label)).text, style.delta(&leaf.contribution))
    };
    leaves.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma"))
}

fn message(desk: &Desk<'_>, style: &Style<'_>, bridge: &Bridge) -> String {
    let change = &value(&bridge.tree.actual) - &value(&bridge.tree.base);
    let drivers = drivers(desk, style, &bridge.main_drivers());
    let stem = if bridge.base == Base::Plan { "bridge-message-plan" } else { "bridge-message-previous" };
    desk.fill(stem, &[("change", style.delta_worded(&change).into()), ("drivers", drivers.into())])
}
