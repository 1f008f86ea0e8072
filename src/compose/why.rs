//! What is explained on pages of its own: the bridges of each, computed once for all pages and languages.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::desk::Desk;
use super::focus;
use super::route::Route;
use crate::metric::Unit;
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{Base, Bridge, CurrencyEffect, PriceVolumeMix, Question, RateMix, Readings};
use crate::workspace::Tree;

/// The changes that have a page of their own, with every way they are opened.
///
/// These are the figures that a tree opens: of the company in the period of each cycle and in the latest month, of each
/// product and marketplace in that month, and of the part in which a gap was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Whys<'a>(BTreeMap<Question, Why<'a>>);

/// A change with every way it is read.
#[derive(Clone, Debug)]
pub(crate) struct Why<'a> {
    /// The way that the page begins with: from the plan where that says all that the formula asks for, else from last
    /// year.
    pub(crate) first: Opened<'a>,
    /// The other ways.
    pub(crate) others: Vec<Opened<'a>>,
    /// By price, volume and mix, from plan and from last year.
    pub(crate) prices: Vec<(Base, PriceVolumeMix)>,
    /// The rates in it by parts of the company.
    pub(crate) mix: Option<Mix>,
}

/// A rate by the parts of the company.
#[derive(Clone, Debug)]
pub(crate) struct Mix {
    /// The rate.
    pub(crate) metric: MeasureId,
    /// What it starts from.
    pub(crate) base: Base,
    /// What the parts' own rates and their weights contributed.
    pub(crate) parts: RateMix,
}

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
        let open = |question: Question| explained(desk, &question).map(|why| (question, why));
        let found: Vec<_> = questions(desk).into_par_iter().filter_map(open).collect();
        Whys(found.into_iter().collect())
    }

    /// The changes, by figure, part of the company and period.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Question, &Why<'a>)> {
        self.0.iter()
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
    let mut ways: Vec<Opened<'a>> = both.filter_map(open).filter(Opened::is_open).collect();
    ways.sort_by_key(|way| (!way.unknown.is_empty(), way.drivers.base == Base::Previous));
    ways
}

fn explained<'a>(desk: &Desk<'a>, question: &Question) -> Option<Why<'a>> {
    let mut others = opened(desk, question);
    if others.is_empty() {
        return None;
    }
    let first = others.remove(0);
    let mix = mix(desk, question, &first.drivers);
    Some(Why { prices: prices(desk, question), mix, first, others })
}

/// Price, volume and mix of every product in every marketplace that lies in the part asked for.
fn prices(desk: &Desk<'_>, question: &Question) -> Vec<(Base, PriceVolumeMix)> {
    let products = desk.products();
    let cells = products
        .iter()
        .flat_map(|product| desk.marketplaces().into_iter().map(move |place| Scope::cell(product, &place)));
    let within = |cell: &Scope| match (&cell.product, &cell.marketplace) {
        (Some(product), Some(place)) => question.scope.contains(product, place),
        _ => false,
    };
    let cells: Vec<Scope> = cells.filter(within).collect();
    let of = |base| Some((base, desk.check().price_volume_mix(question, base, &cells)?));
    [Base::Plan, Base::Previous].into_iter().filter_map(of).collect()
}

/// The share of the change's drivers that moved it most, by marketplace or product: where its parts and the whole tell
/// opposite stories, else where the weights of parts say more.
fn mix(desk: &Desk<'_>, question: &Question, bridge: &Bridge) -> Option<Mix> {
    let leaves = bridge.tree.leaves().into_iter().filter(|leaf| !leaf.contribution.is_zero());
    let shares = leaves.map(|leaf| (MeasureId::new(&leaf.label), leaf.contribution.abs()));
    let known = shares
        .filter(|(id, _)| desk.check().unit(id) == Unit::Percent && desk.workspace.catalogue.is_ratio(id));
    let metric = known.max_by(|a, b| a.1.cmp(&b.1))?.0;
    let asked = Question { metric: metric.clone(), ..question.clone() };
    let of = |parts: Vec<Scope>| desk.check().rate_mix(&asked, bridge.base, &parts);
    let ways = axes(desk, &question.scope).into_iter().filter(|parts| parts.len() > 1).filter_map(of);
    let parts = ways.max_by_key(|mix| (mix.is_simpson(), mix.mix().abs()))?;
    Some(Mix { metric, base: bridge.base, parts })
}

/// A part of the company by its marketplaces and by its products, as far as it has several.
fn axes(desk: &Desk<'_>, scope: &Scope) -> Vec<Vec<Scope>> {
    let place = |id| Scope { marketplace: Some(id), ..scope.clone() };
    let product = |id| Scope { product: Some(id), ..scope.clone() };
    let places = || desk.marketplaces().into_iter().map(place).collect();
    let products = || desk.products().into_iter().map(product).collect();
    match (&scope.product, &scope.marketplace) {
        (None, None) => vec![places(), products()],
        (Some(_), None) => vec![places()],
        (None, Some(_)) => vec![products()],
        (Some(_), Some(_)) => Vec::new(),
    }
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
