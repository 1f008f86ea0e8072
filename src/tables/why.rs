//! The table of why: every node of a change that was opened, with what it contributed.

use super::axes::{self, Axes, Key};
use super::figures::{cell, check, plan_version, question};
use super::{Refusal, Sources};
use crate::metric::{Convention, Scenario, ShownTree, Stop, Tree, Unit, Value};
use crate::quantity::{MeasureId, Money, Ratio};
use crate::review::{Base, Readings};
use crate::table::{Cell, Column, Kind, Table, TableRequest};

/// Decimals of a contribution that is not money.
const DIGITS: u32 = 6;

const NODE: [(&str, Kind); 7] = [
    ("node", Kind::Text),
    ("parent", Kind::Text),
    ("base", Kind::Ratio),
    ("actual", Kind::Ratio),
    ("contribution", Kind::Ratio),
    ("convention", Kind::Text),
    ("stop", Kind::Text),
];

/// The nodes of a formula that was opened without a workspace, from the root down; fractions as they are when `exact`,
/// else rounded so that the parts of every node sum to it.
pub fn nodes(tree: &Tree, exact: bool) -> Table {
    let number =
        |value: &Ratio| if exact { Cell::Fraction(value.clone()) } else { Cell::Ratio(value.clone()) };
    let write = |node: &Node<'_>| {
        let side = |value: &Value| value.known().map_or(Cell::Missing, number);
        let whole = || node.tree.contribution.as_ref().map_or(Cell::Missing, number);
        let shown = |units| Cell::Ratio(Ratio::from_scaled(units, DIGITS));
        let contribution = if exact { whole() } else { node.shown.map_or(Cell::Missing, shown) };
        node.cells([side(&node.tree.base), side(&node.tree.actual), contribution])
    };
    let rows = flat(tree, &Ratio::from_scaled(1, DIGITS)).iter().map(write).collect();
    Table { columns: columns(), rows }
}

fn columns() -> Vec<Column> {
    NODE.map(|(name, kind)| Column::new(name, kind)).to_vec()
}

/// A node of a tree with its parent, and its contribution in whole units.
struct Node<'a> {
    tree: &'a Tree,
    parent: Option<&'a str>,
    shown: Option<i128>,
}

impl Node<'_> {
    fn cells(&self, [base, actual, contribution]: [Cell; 3]) -> Vec<Cell> {
        vec![
            Cell::Text(self.tree.label().to_owned()),
            self.parent.map_or(Cell::Missing, |parent| Cell::Text(parent.to_owned())),
            base,
            actual,
            contribution,
            Cell::Text(Convention::ChainRule.name().to_owned()),
            self.tree.stop.as_ref().map_or(Cell::Missing, |stop| Cell::Text(words(stop))),
        ]
    }
}

/// The nodes from the root down, each before its parts.
fn flat<'a>(tree: &'a Tree, unit: &Ratio) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    gather(&mut nodes, (tree, None), &ShownTree::of(tree, unit));
    nodes
}

fn gather<'a>(nodes: &mut Vec<Node<'a>>, (tree, parent): (&'a Tree, Option<&'a str>), shown: &ShownTree) {
    nodes.push(Node { tree, parent, shown: shown.contribution });
    for (child, shown) in tree.children.iter().zip(&shown.children) {
        gather(nodes, (child, Some(tree.label())), shown);
    }
}

/// Why a node cannot be opened.
fn words(stop: &Stop) -> String {
    let side = |scenario: &Scenario| match scenario {
        Scenario::Base => "base",
        Scenario::Actual => "actual",
    };
    match stop {
        Stop::Missing { scenario, name } => format!("not decomposable: no {name} in {}", side(scenario)),
        Stop::ZeroDivisor { scenario, divisor } => {
            format!("not decomposable: {divisor} = 0 in {}", side(scenario))
        }
        Stop::TooManyParts => "not decomposable: a function of more than ten parts".to_owned(),
    }
}

/// A row per node of every change that a tree opens, against the plan and last year, by lines and by drivers where
/// these are not the same.
pub(super) fn why(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let roots = roots(sources, request)?;
    let Axes { columns: mut all, keys } = Axes::new(sources, request, &roots)?;
    all.extend(["metric", "reference", "reading"].map(|name| Column::new(name, Kind::Text)));
    all.extend(columns());
    if let Some(own) = all.iter_mut().find(|column| column.name == "contribution") {
        own.kind = Kind::Money;
    }
    all.extend(["from", "to"].map(|name| Column::new(name, Kind::Day)));
    all.push(Column::new("plan_version", Kind::Text));
    let rows =
        keys.iter().flat_map(|key| roots.iter().flat_map(move |root| rows((sources, request), key, root)));
    Ok(Table { columns: all, rows: rows.collect() })
}

/// The figures asked for; all that a tree opens when none is named.
fn roots(sources: Sources<'_>, request: &TableRequest) -> Result<Vec<MeasureId>, Refusal> {
    let mut known: Vec<MeasureId> =
        sources.workspace.trees.iter().map(|tree| tree.tree.root.clone()).collect();
    known.sort();
    known.dedup();
    if request.metrics.is_empty() {
        known.retain(|id| axes::check(sources, request, id).is_ok());
        return Ok(known);
    }
    let find = |name: &String| {
        let found = known.iter().find(|id| id.as_str() == name);
        let id = found.ok_or_else(|| Refusal::new("metric", name, known.iter().map(|id| id.as_str())))?;
        axes::check(sources, request, id).map(|()| id.clone())
    };
    request.metrics.iter().map(find).collect()
}

fn rows((sources, request): (Sources<'_>, &TableRequest), key: &Key, root: &MeasureId) -> Vec<Vec<Cell>> {
    let check = check(sources, request);
    let trees = sources.workspace.trees.iter().filter(|tree| tree.tree.root == *root);
    let both = trees.flat_map(|tree| [Base::Plan, Base::Previous].map(|base| (tree, base)));
    let readings = both.filter_map(|(tree, base)| check.readings(&tree.tree, &question(key, root), base));
    readings.flat_map(|readings| of_readings(sources, (key, root), &readings)).collect()
}

fn of_readings(sources: Sources<'_>, (key, root): (&Key, &MeasureId), readings: &Readings) -> Vec<Vec<Cell>> {
    let reference = if readings.base == Base::Plan { "plan" } else { "previous_year" };
    let both = [("lines", &readings.lines), ("drivers", &readings.drivers)];
    let wanted = if readings.lines == readings.drivers { &both[1..] } else { &both[..] };
    let of_tree = |(reading, tree): &(&str, &Tree)| -> Vec<Vec<Cell>> {
        let row = |node: &Node<'_>| {
            let mut cells = key.cells.clone();
            cells.extend([root.as_str(), reference, reading].map(|text| Cell::Text(text.to_owned())));
            cells.extend(of_node(sources, root, node));
            cells.extend([Cell::Day(readings.days.from), Cell::Day(readings.days.to)]);
            cells.push(if readings.base == Base::Plan {
                plan_version(sources, key.period)
            } else {
                Cell::Missing
            });
            cells
        };
        flat(tree, &unit(sources, root)).iter().map(row).collect()
    };
    wanted.iter().flat_map(of_tree).collect()
}

/// What contributions are multiples of: the minor unit of money.
fn unit(sources: Sources<'_>, root: &MeasureId) -> Ratio {
    match is_money(sources, root) {
        true => Ratio::from_scaled(1, sources.facts.reporting().digits()),
        false => Ratio::from_scaled(1, DIGITS),
    }
}

fn is_money(sources: Sources<'_>, root: &MeasureId) -> bool {
    sources.workspace.catalogue.unit(root) == Some(Unit::Money)
}

fn of_node(sources: Sources<'_>, root: &MeasureId, node: &Node<'_>) -> Vec<Cell> {
    let id = MeasureId::new(node.tree.label());
    let side = |value: &Value| match sources.workspace.catalogue.contains(&id) {
        true => cell(sources, &id, value.known().cloned()),
        false => value.known().map_or(Cell::Missing, |value| Cell::Ratio(value.clone())),
    };
    let currency = sources.facts.reporting();
    let shown = |units| match is_money(sources, root) {
        true => Cell::Money(Money { minor: units, currency }),
        false => Cell::Ratio(Ratio::from_scaled(units, DIGITS)),
    };
    let contribution = node.shown.map_or(Cell::Missing, shown);
    node.cells([side(&node.tree.base), side(&node.tree.actual), contribution])
}
