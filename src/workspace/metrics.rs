//! Measures, metrics, driver trees and what gap matters (`metrics.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::metric::{
    Better, Catalogue, Dimension, DriverTree, Expr, Fault, Formula, Materiality, Measure, Metric, Problem,
    Role, Rule, SourceColumn, Tolerance, Unit,
};
use crate::quantity::{MeasureId, PersonId, Text};

use super::names::Kind;
use super::read::{Context, Fields, Read, unchecked_id};
use super::scalar::{Name, Share, words};
use super::yaml::{Node, Value};
use super::{At, Figure};

/// A driver tree with its name for readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Its name for readers.
    pub name: Text,
    /// How the figure is opened.
    pub tree: DriverTree,
    /// Where it is written.
    pub place: Place,
    /// Where each of its drivers is written.
    pub drivers_at: Vec<Place>,
}

words!(Unit {
    "count" => Unit::Count,
    "money" => Unit::Money,
    "percent" => Unit::Percent,
    "number" => Unit::Number,
    "days" => Unit::Days,
});
words!(Better { "higher" => Better::Higher, "lower" => Better::Lower, "none" => Better::None });
words!(Role { "input" => Role::Input, "output" => Role::Output });
words!(Rule { "both" => Rule::Both, "either" => Rule::Either });

/// The catalogue: the company's measures and metrics, or the usual ones where it has none of its own.
///
/// A company that names measures is taken at its word; one that only adds metrics keeps the usual ones beside.
pub(super) fn catalogue(measures: Vec<Measure>, metrics: Vec<At<Metric>>, cx: &mut Context) -> Catalogue {
    let places: Vec<(MeasureId, Place)> =
        metrics.iter().map(|metric| (metric.value.id.clone(), metric.place.clone())).collect();
    let mut metrics: Vec<Metric> = metrics.into_iter().map(|metric| metric.value).collect();
    let mut measures = measures;
    if measures.is_empty() {
        let usual = Catalogue::standard();
        let free = |id: &MeasureId| places.iter().all(|(own, _)| own != id);
        measures.extend(usual.measures().iter().filter(|m| free(&m.id)).cloned());
        metrics.splice(0..0, usual.metrics().iter().filter(|m| free(&m.id)).cloned());
    }
    let (catalogue, problems) = Catalogue::new(measures, metrics);
    for id in catalogue.ids() {
        cx.names.allow(Kind::Measure, id.as_str(), &Place::file(&"metrics.yaml".into()));
    }
    for problem in problems {
        if let Some((_, place)) = places.iter().find(|(id, _)| *id == problem.id) {
            report(&problem, place, cx);
        }
    }
    catalogue
}

/// Finds the drivers of trees that make nothing: only one figure divided by another makes its numerator.
pub(super) fn check_drivers(trees: &[Tree], catalogue: &Catalogue, cx: &mut Context) {
    for tree in trees {
        for (driver, place) in tree.tree.drivers.iter().zip(&tree.drivers_at) {
            if catalogue.contains(driver) && catalogue.relation(driver).is_none() {
                let finding = Diagnostic::new(codes::BAD_VALUE, place).with("value", driver.as_str());
                cx.findings.push(finding.term("expected", "form-driver").help("help"));
            }
        }
    }
}

fn report(problem: &Problem, place: &Place, cx: &mut Context) {
    let id = problem.id.as_str();
    let finding = match &problem.fault {
        // Said where the second one stands.
        Fault::Duplicate => return,
        Fault::Unknown(name) => return cx.names.refer_softly(&[Kind::Measure], name.as_str(), place),
        Fault::Cycle(through) => {
            let names: Vec<&str> = through.iter().map(MeasureId::as_str).collect();
            Diagnostic::new(codes::CIRCLE, place).with("circle", format!("{} → {id}", names.join(" → ")))
        }
        Fault::TooDeep | Fault::TooLarge => {
            Diagnostic::new(codes::BAD_VALUE, place).with("value", id).term("expected", "form-small-formula")
        }
    };
    cx.findings.push(finding.help("help").about(id));
}

impl Read for Measure {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<MeasureId> = f.id();
        let name = f.optional("name");
        let unit = f.required("unit");
        let better = f.optional("better").unwrap_or_default();
        let source = match f.node("from") {
            Some(node) if matches!(node.value, Value::List(_)) => Vec::read(node, f.cx).unwrap_or_default(),
            Some(node) => SourceColumn::read(node, f.cx).into_iter().collect(),
            None => Vec::new(),
        };
        let grains: Vec<Name> = f.list("grains");
        let grains = grains.iter().map(|name| Dimension::new(&name.0)).collect();
        let (role, lag_days) =
            (f.optional("role").unwrap_or_default(), f.optional("lag_days").unwrap_or_default());
        let over = f.optional("over").unwrap_or_default();
        f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Measure { id, name, unit: unit?, better, source, grains, role, lag_days, over })
    }
}

impl Read for SourceColumn {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (report, column) = (f.required("file"), f.required("column"));
        f.finish();
        Some(SourceColumn { report: report?, column: column? })
    }
}

impl Read for Metric {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<MeasureId> = f.id();
        let name = f.optional("name");
        let formula = read_formula(&mut f);
        let unit = f.optional("unit").unwrap_or_default();
        let (better, role) =
            (f.optional("better").unwrap_or_default(), f.optional("role").unwrap_or_default());
        let tolerance = f.optional("tolerance").unwrap_or_default();
        let lag_days = f.optional("lag_days").unwrap_or(0);
        let owner: Option<PersonId> = f.optional("owner");
        f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Metric { id, name, formula: formula?, unit, better, role, tolerance, lag_days, owner })
    }
}

/// `ratio: [a, b]`, else `expr:`; of two, the second is a key too many.
fn read_formula(f: &mut Fields<'_, '_>) -> Option<Formula> {
    if f.node("ratio").is_none() && f.node("expr").is_some() {
        return f.optional::<Expr>("expr").map(Formula::Expr);
    }
    f.required::<Quotient>("ratio").map(|quotient| quotient.0)
}

struct Quotient(Formula);

impl Read for Quotient {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let items = cx.items(node)?;
        if let [num, den] = items {
            let (num, den) = (unchecked_id(num, cx), unchecked_id(den, cx));
            return Some(Quotient(Formula::Ratio { num: num?, den: den? }));
        }
        cx.refuse(codes::BAD_VALUE, node, "form-ratio");
        None
    }
}

/// A formula; a finding points at the character where it stops making sense.
impl Read for Expr {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-formula")?;
        match Expr::parse(text) {
            Ok(expr) => Some(expr),
            Err(error) => {
                let place = within(node, text.get(..error.at).unwrap_or_default());
                let finding = Diagnostic::new(codes::BAD_VALUE, &place).with("value", text);
                cx.findings.push(finding.term("expected", "form-formula").help("help"));
                None
            }
        }
    }
}

/// The character of a scalar that follows `before`, where it stands in one line; else the scalar.
fn within(node: &Node, before: &str) -> Place {
    let Value::Scalar { text, plain } = &node.value else { return node.place.clone() };
    let quotes = if *plain { 0 } else { 1 };
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if node.place.end_column != node.place.column.saturating_add(length).saturating_add(2 * quotes) {
        return node.place.clone();
    }
    let at = u32::try_from(before.chars().count()).unwrap_or(0);
    Place::point(&node.place.file, node.place.line, node.place.column + quotes + at)
}

impl Read for Tolerance {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let abs = f.optional::<Figure>("abs").map(|figure| figure.number());
        let rel = f.optional::<Share>("rel").map(|share| share.0);
        let rule = f.optional("rule").unwrap_or_default();
        f.finish();
        Some(Tolerance { abs, rel, rule })
    }
}

impl Read for Materiality {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut materiality = Materiality::default();
        for (key, value) in cx.entries(node)? {
            let tolerance = Tolerance::read(value, cx).unwrap_or_default();
            if key.text() == Some("default") {
                materiality.default = tolerance;
            } else if let Some(id) = MeasureId::read(key, cx) {
                materiality.by_figure.insert(id, tolerance);
            }
        }
        Some(materiality)
    }
}

impl Read for Tree {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.name_of(Kind::Tree);
        let name = f.optional("name");
        let root: Option<MeasureId> = f.required("root");
        let expr: Option<At<Expr>> = f.required("expr");
        let levels: Vec<Vec<Name>> = f.list("levels");
        let levels = levels.into_iter().map(|level| level.into_iter().map(|name| name.0).collect()).collect();
        let split = f.pairs("split");
        let drivers: Vec<At<MeasureId>> = f.list("drivers");
        let place = f.finish();
        let (id, expr) = (id?, expr?);
        for figure in expr.value.names() {
            cx.names.refer_softly(&[Kind::Measure], figure, &expr.place);
        }
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        let drivers_at = drivers.iter().map(|driver| driver.place.clone()).collect();
        let drivers = drivers.into_iter().map(|driver| driver.value).collect();
        let tree = DriverTree { id, root: root?, expr: expr.value, levels, split, drivers };
        if tree.named_expr().is_err() {
            let finding = Diagnostic::new(codes::BAD_VALUE, &place).with("value", tree.id.as_str());
            cx.findings.push(finding.term("expected", "form-tree").help("help"));
        }
        Some(Tree { name, tree, place, drivers_at })
    }
}
