//! The bridge: from plan or last year to actual, by drivers that sum exactly, also as shown (domain 2.9).

use super::columns::{chart_id, with_unit};
use super::impact;
use crate::chart::{Chart, DataTable, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::compose::why::{self, Opened};
use crate::metric::{Better, DriverTree};
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

/// A bridge as it is written: what it starts from and each driver's part, rounded so that what is shown sums to what
/// it ends at.
pub(crate) struct Shown {
    /// What it starts from.
    pub(crate) from: Ratio,
    /// What it ends at.
    pub(crate) to: Ratio,
    /// The part of each driver, in the order of the tree.
    pub(crate) parts: Vec<Ratio>,
}

impl Shown {
    /// The parts of a bridge in the form of its figures.
    pub(crate) fn of(style: &Style<'_>, bridge: &Bridge) -> Self {
        let to = value(&bridge.tree.actual);
        let mut exact = vec![value(&bridge.tree.base)];
        exact.extend(bridge.tree.leaves().into_iter().map(|leaf| leaf.contribution));
        let mut parts = style.sum_of(&to, &exact);
        let from = parts.remove(0);
        Shown { from, to, parts }
    }

    /// What lies between, as shown: the sum of the parts.
    pub(crate) fn change(&self) -> Ratio {
        self.parts.iter().sum()
    }
}

/// Totals and contributions.
fn steps(desk: &Desk<'_>, style: &Style<'_>, (bridge, root): (&Bridge, &MeasureId)) -> Vec<Step> {
    let shown = Shown::of(style, bridge);
    let better = desk.workspace.catalogue.better(root).unwrap_or(Better::Higher);
    let total = |scenario, label: String, exact: &Ratio, shown: &Ratio| Step {
        label,
        mark: Mark::new(style.mark(exact), style.value(shown)),
        kind: StepKind::Total(scenario),
    };
    let start = if bridge.base == Base::Plan { Scenario::Plan } else { Scenario::Previous };
    let name = desk.say(key(bridge.base, "name"));
    let mut steps = vec![total(start, name, &value(&bridge.tree.base), &shown.from)];
    steps.extend(bridge.tree.leaves().iter().zip(&shown.parts).map(|(leaf, shown)| Step {
        label: desk.metric(&MeasureId::new(&leaf.label)).text,
        mark: Mark::new(style.mark(&leaf.contribution), style.delta(shown)),
        kind: StepKind::Change(impact(better.impact(shown))),
    }));
    steps.push(total(Scenario::Actual, desk.say("scenario-ac"), &shown.to, &shown.to));
    steps
}

fn value(value: &crate::metric::Value) -> Ratio {
    value.known().cloned().unwrap_or_else(Ratio::zero)
}

/// The change, and what helped and what hurt together: the single drivers are what the picture shows.
fn message(desk: &Desk<'_>, style: &Style<'_>, bridge: &Bridge) -> String {
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
