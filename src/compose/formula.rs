//! Formulas and their parts in the names that readers know, and what such a part is counted in.

use super::desk::Desk;
use crate::metric::{Expr, Tree, Unit};
use crate::quantity::MeasureId;
use crate::review::Readings;

/// A formula with its figures by name and the signs of arithmetic: "(工作階段 × 轉換率)".
pub(crate) fn worded(desk: &Desk<'_>, formula: &str) -> String {
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

/// What a leaf of a tree is called: its figure, what lines leave of a whole, else its formula.
pub(crate) fn label(desk: &Desk<'_>, label: &str) -> String {
    match label {
        Readings::REST => desk.say("why-rest"),
        _ => worded(desk, label),
    }
}

/// What a node of a tree is called: its figure, else its formula; a name that no figure has says less than that.
pub(crate) fn name(desk: &Desk<'_>, node: &Tree) -> String {
    let known = node.name.as_deref().filter(|name| desk.workspace.catalogue.contains(&MeasureId::new(name)));
    label(desk, known.unwrap_or(&node.text))
}

/// What a node of a tree is counted in, as far as its figures tell.
pub(crate) fn unit(desk: &Desk<'_>, node: &Tree) -> Unit {
    let figure = node.name.as_deref().map(MeasureId::new).filter(|id| desk.workspace.catalogue.contains(id));
    match (figure, Expr::parse(&node.text)) {
        (Some(id), _) => desk.check().unit(&id),
        (None, Ok(expr)) => unit_of(desk, &expr),
        (None, Err(_)) => Unit::Number,
    }
}

fn unit_of(desk: &Desk<'_>, expr: &Expr) -> Unit {
    let first = |parts: &[&Expr]| parts.first().map_or(Unit::Number, |part| unit_of(desk, part));
    match expr {
        Expr::Name(name) => desk.check().unit(&MeasureId::new(name)),
        Expr::Number(_) => Unit::Number,
        Expr::Product(parts) => {
            let of = |unit| parts.iter().any(|part| unit_of(desk, part) == unit);
            [Unit::Money, Unit::Count].into_iter().find(|unit| of(*unit)).unwrap_or(Unit::Number)
        }
        Expr::Quotient(num, den) => match (unit_of(desk, num), unit_of(desk, den)) {
            (Unit::Money, Unit::Count | Unit::Number) => Unit::Money,
            _ => Unit::Number,
        },
        Expr::Named { .. } | Expr::Negative(_) | Expr::Sum(_) | Expr::Call(..) | Expr::If(..) => {
            first(&expr.parts())
        }
    }
}
