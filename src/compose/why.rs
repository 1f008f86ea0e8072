//! What is explained on pages of its own: the bridges of each, computed once for all pages and languages.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::desk::Desk;
use super::focus;
use super::route::Route;
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{Base, Bridge, CurrencyEffect, Question, Readings};
use crate::workspace::Tree;

/// The changes that have a page of their own, with every way they are opened.
///
/// These are the figures that a tree opens: of the company in the period of each cycle and in the latest month, of each
/// product and marketplace in that month, and of the part in which a gap was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Whys<'a>(BTreeMap<Question, Vec<Opened<'a>>>);

/// A change opened by a tree, from the plan or from last year.
#[derive(Clone, Debug)]
pub(crate) struct Opened<'a> {
    /// How it is opened.
    pub(crate) tree: &'a Tree,
    /// By what makes its lines: what can be acted on.
    pub(crate) drivers: Bridge,
    /// By the lines of its formula, where that is another reading.
    pub(crate) lines: Option<Bridge>,
    /// The lines that the reference does not know singly.
    pub(crate) unknown: Vec<MeasureId>,
    /// What the rates of currencies did beside.
    pub(crate) currency: Option<CurrencyEffect>,
}

impl<'a> Opened<'a> {
    fn of(tree: &'a Tree, readings: Readings) -> Self {
        let Readings { base, days, lines, drivers, unknown, currency } = readings;
        let lines = (lines != drivers).then_some(Bridge { base, days, tree: lines });
        Opened { tree, drivers: Bridge { base, days, tree: drivers }, lines, unknown, currency }
    }

    /// Whether there is anything below the figure itself.
    fn is_open(&self) -> bool {
        !self.drivers.tree.children.is_empty()
    }
}

impl<'a> Whys<'a> {
    /// Computes all bridges; a change that no tree can open has no page.
    pub(crate) fn of(desk: &Desk<'a>) -> Self {
        let open = |question: Question| {
            let opened = opened(desk, &question);
            (!opened.is_empty()).then_some((question, opened))
        };
        let found: Vec<_> = questions(desk).into_par_iter().filter_map(open).collect();
        Whys(found.into_iter().collect())
    }

    /// The changes, by figure, part of the company and period.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Question, &[Opened<'a>])> {
        self.0.iter().map(|(question, opened)| (question, opened.as_slice()))
    }

    fn has(&self, question: &Question) -> bool {
        self.0.contains_key(question)
    }
}

fn opened<'a>(desk: &Desk<'a>, question: &Question) -> Vec<Opened<'a>> {
    let trees = desk.workspace.trees.iter().filter(|tree| tree.tree.root == question.metric);
    let both = trees.flat_map(|tree| [Base::Plan, Base::Previous].map(|base| (tree, base)));
    let open = |(tree, base): (&'a Tree, Base)| {
        desk.check().readings(&tree.tree, question, base).map(|readings| Opened::of(tree, readings))
    };
    both.filter_map(open).filter(Opened::is_open).collect()
}

fn questions(desk: &Desk<'_>) -> Vec<Question> {
    let roots: BTreeSet<&MeasureId> = desk.workspace.trees.iter().map(|tree| &tree.tree.root).collect();
    let parts = parts(desk);
    let of = |metric: &MeasureId| -> Vec<Question> {
        let asked = parts.iter().cloned();
        asked.map(|(scope, period)| Question { metric: metric.clone(), scope, period }).collect()
    };
    let mut asked: Vec<Question> = roots.into_iter().flat_map(of).collect();
    asked.extend(gaps(desk).filter(|gap| !asked.contains(gap)).collect::<BTreeSet<_>>());
    asked
}

/// What a gap lies in: its own figure, or that of the first tree that it is a driver of, where it was found.
fn gaps(desk: &Desk<'_>) -> impl Iterator<Item = Question> {
    let asked =
        desk.threads().iter().filter(|thread| thread.is_gap()).filter_map(|thread| thread.question.as_ref());
    asked.filter_map(|question| {
        let trees = || desk.workspace.trees.iter().map(|tree| &tree.tree);
        let own = trees().find(|tree| tree.root == question.metric);
        let driven = || trees().find(|tree| tree.expr.names().contains(&question.metric.as_str()));
        let metric = own.or_else(driven)?.root.clone();
        Some(Question { metric, ..question.clone() })
    })
}

/// The company in each cycle and in the latest month, its parts in that month.
fn parts(desk: &Desk<'_>) -> BTreeSet<(Scope, Period)> {
    let cycles = desk.workspace.cycles.iter();
    let mut parts: BTreeSet<(Scope, Period)> =
        cycles.map(|cycle| (Scope::company(), Period::containing(cycle.span.from, cycle.kind))).collect();
    let Some(month) = focus::month(desk) else { return parts };
    let products = desk.products().into_iter().map(|id| Scope::product(&id));
    let marketplaces = desk.marketplaces().into_iter().map(|id| Scope::marketplace(&id));
    let scopes = [Scope::company()].into_iter().chain(products).chain(marketplaces);
    parts.extend(scopes.map(|scope| (scope, month)));
    parts
}

/// The page that tells why a figure changed: that of the figure itself, else that of the figure it is a driver of; of
/// the part of the company that was asked for, else of a larger one. Nothing where there is none for the period.
pub(crate) fn route(desk: &Desk<'_>, question: &Question) -> Option<Route> {
    let trees = desk.workspace.trees.iter().map(|tree| &tree.tree);
    let named = trees.filter(|tree| tree.expr.names().contains(&question.metric.as_str()));
    let roots = [&question.metric].into_iter().chain(named.map(|tree| &tree.root));
    let scopes = larger(&question.scope);
    let asked = roots.flat_map(|root| {
        let of = |scope: &Scope| Question { metric: root.clone(), scope: scope.clone(), ..*question };
        scopes.iter().map(of).collect::<Vec<_>>()
    });
    asked.into_iter().find(|asked| desk.whys.has(asked)).map(Route::Why)
}

/// A part of the company, then what it lies in.
fn larger(scope: &Scope) -> Vec<Scope> {
    let product = scope.product.as_ref().map(Scope::product);
    let marketplace = scope.marketplace.as_ref().map(Scope::marketplace);
    let scopes = [scope.clone()].into_iter().chain(product).chain(marketplace);
    scopes.chain([Scope::company()]).collect()
}
