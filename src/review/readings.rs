//! One change read twice: by the lines of its formula, and by what moves them (domain 2.5).

use super::compared::Compared;
use super::{Base, Check, Question};
use crate::facts::Basis;
use crate::metric::{Convention, DriverTree, Expr, Relation, Sign, Tree, Unit, opened};
use crate::quantity::{MeasureId, Ratio, Scope, Span};

/// One change of a figure, read by its lines and by its drivers; both sum to it.
#[derive(Clone, Debug)]
pub struct Readings {
    /// What it starts from.
    pub base: Base,
    /// The days compared.
    pub days: Span,
    /// By the terms of its formula: what the books see.
    pub lines: Tree,
    /// By what makes these terms: what can be acted on.
    pub drivers: Tree,
    /// The terms that the reference does not know singly: together they are [`Readings::REST`].
    pub unknown: Vec<MeasureId>,
    /// What the rates of currencies did, of money in several currencies.
    pub currency: Option<CurrencyEffect>,
}

/// What the rates of currencies that came to be did to a change, beside all else, which is at the plan's rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyEffect {
    /// The reference at the rates of its days; a plan as it is.
    pub from: Ratio,
    /// What happened, at the rates of its days.
    pub to: Ratio,
    /// How much more the figure changed by than at the plan's rates.
    pub effect: Ratio,
}

impl Readings {
    /// The rule by which both readings are divided.
    pub const CONVENTION: Convention = Convention::ChainRule;
    /// The name of what the known lines leave of the whole: no figure has it.
    pub const REST: &'static str = "(rest)";

    /// The change, at the plan's rates.
    pub fn change(&self) -> Ratio {
        self.lines.contribution.clone().unwrap_or_else(Ratio::zero)
    }
}

impl Check<'_> {
    /// Both readings of the change of a tree's root; nothing where the root is not known on both sides, or none of its
    /// lines is.
    ///
    /// What the lines leave of the root stands for itself, so that both readings always sum to the root's own change:
    /// a plan may set a profit and say nothing of single costs.
    pub fn readings(&self, tree: &DriverTree, question: &Question, base: Base) -> Option<Readings> {
        let relations: Vec<Relation> =
            tree.drivers.iter().filter_map(|rate| self.catalogue.relation(rate)).collect();
        let Expr::Named { expr, .. } = self.measured(tree, question).named_expr().ok()? else { return None };
        let names: Vec<MeasureId> = expr.names().into_iter().map(MeasureId::new).collect();
        let driven = opened(&expr, &relations);
        let all: Vec<MeasureId> = driven.names().into_iter().map(MeasureId::new).collect();
        let known = |id: &&MeasureId| self.last_day(id, &question.scope).is_some();
        let compared = Compared::of(self, names.iter().chain(all.iter().filter(known)), (question, base))?;
        let both = Both { compared, root: &tree.root, scope: &question.scope };
        both.readings(&expr, &relations)
    }
}

/// The two sides of a root in a part of the company.
struct Both<'a> {
    compared: Compared<'a>,
    root: &'a MeasureId,
    scope: &'a Scope,
}

impl Both<'_> {
    fn readings(&self, expr: &Expr, relations: &[Relation]) -> Option<Readings> {
        let (terms, unknown) = self.terms(expr);
        if terms.is_empty() {
            return None;
        }
        let rest = (self.left(&terms, true)?, self.left(&terms, false)?);
        let lines = self.whole(terms, &rest);
        let drivers = opened_terms(&lines, relations);
        Some(Readings {
            base: self.compared.base,
            days: self.compared.days,
            lines: self.explain(&lines, &rest),
            drivers: self.explain(&drivers, &rest),
            unknown,
            currency: self.currency(),
        })
    }

    /// The terms of the root that are known on both sides, and the names of the others.
    fn terms(&self, expr: &Expr) -> (Vec<(Sign, Expr)>, Vec<MeasureId>) {
        let terms = match expr {
            Expr::Sum(terms) => terms.clone(),
            whole => vec![(Sign::Plus, whole.clone())],
        };
        let is_known =
            |(_, term): &(Sign, Expr)| self.value(term, true).zip(self.value(term, false)).is_some();
        let (known, unknown): (Vec<_>, Vec<_>) = terms.into_iter().partition(is_known);
        let names = unknown.iter().flat_map(|(_, term)| term.names()).map(MeasureId::new).collect();
        (known, names)
    }

    fn look(&self, name: &str, base: bool) -> Option<Ratio> {
        match base {
            true => self.compared.base(name, self.scope),
            false => self.compared.actual(name, self.scope),
        }
    }

    fn value(&self, expr: &Expr, base: bool) -> Option<Ratio> {
        crate::metric::value(expr, &|name| self.look(name, base)).known().cloned()
    }

    /// What the terms leave of the root on one side.
    fn left(&self, terms: &[(Sign, Expr)], base: bool) -> Option<Ratio> {
        let sum = self.value(&Expr::Sum(terms.to_vec()), base)?;
        Some(&self.look(self.root.as_str(), base)? - &sum)
    }

    fn whole(&self, mut terms: Vec<(Sign, Expr)>, rest: &(Ratio, Ratio)) -> Expr {
        if !rest.0.is_zero() || !rest.1.is_zero() {
            terms.push((Sign::Plus, Expr::Name(Readings::REST.to_owned())));
        }
        let expr = match terms.as_slice() {
            [(Sign::Plus, one)] => one.clone(),
            _ => Expr::Sum(terms),
        };
        Expr::Named { name: self.root.as_str().to_owned(), expr: Box::new(expr) }
    }

    fn explain(&self, expr: &Expr, rest: &(Ratio, Ratio)) -> Tree {
        let side = |name: &str, base: bool| match name {
            Readings::REST => Some(if base { rest.0.clone() } else { rest.1.clone() }),
            _ => self.look(name, base),
        };
        let mut tree = crate::metric::explain(expr, &|name| side(name, true), &|name| side(name, false));
        self.compared.tell_divisors(&mut tree, self.scope);
        tree
    }

    fn currency(&self) -> Option<CurrencyEffect> {
        if self.compared.check.unit(self.root) != Unit::Money {
            return None;
        }
        let of = |basis| self.compared.at(basis, self.root.as_str(), self.scope);
        let ((from, to), (planned_from, planned_to)) = (of(Basis::Actual)?, of(Basis::Plan)?);
        let effect = &(&to - &from) - &(&planned_to - &planned_from);
        (!effect.is_zero()).then_some(CurrencyEffect { from, to, effect })
    }
}

/// The root keeps its own name: only what is in it is opened.
fn opened_terms(whole: &Expr, relations: &[Relation]) -> Expr {
    match whole {
        Expr::Named { name, expr } => {
            Expr::Named { name: name.clone(), expr: Box::new(opened(expr, relations)) }
        }
        other => opened(other, relations),
    }
}
