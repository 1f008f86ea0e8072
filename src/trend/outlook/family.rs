//! A figure and its parts: each forecast from its own past, then brought together so that they add up.

use std::ops::Range;

use rayon::prelude::*;

use super::base::{Base, Beside, Narrowing, Reach, Track, alike, base};
use super::days::Days;
use super::exact;
use super::launch::{LAUNCH, Launches};
use super::leaf::{Frame, Leaf};
use super::line::Reason;
use super::planned_season;
use super::reconcile::{self, Part, Whole};
use super::sisters;
use super::step::{floored, moved, part, sum};
use super::wanted::{Wanted, leaves};
use crate::ingest::Roster;
use crate::metric::Unit;
use crate::quantity::{FiscalCalendar, MeasureId, Period, Ratio, Scope, Span};
use crate::review::Check;
use crate::trend::NoSeries;
use crate::trend::forecast::{Band, Evidence, Step};
use crate::workspace::Workspace;

/// A figure, the finest parts of it and the wholes they make up.
pub(super) struct Family {
    pub(super) metric: MeasureId,
    pub(super) frame: Frame,
    pub(super) reach: Reach,
    pub(super) days: Days,
    pub(super) fiscal: FiscalCalendar,
    pub(super) leaves: Vec<Leaf>,
    /// Parts that are planned and of which nothing was measured yet.
    absent: Vec<Scope>,
    /// The decimal digits it is rounded to.
    pub(super) digits: u32,
    /// Whether it can fall below nought.
    signed: bool,
}

/// What a part of the company is expected to come to, adding up with all others.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) scope: Scope,
    /// The leaves that are in it.
    pub(super) members: Vec<usize>,
    pub(super) method: String,
    pub(super) evidence: Evidence,
    /// What is still to come of each period ahead, as estimates.
    pub(super) steps: Vec<Step>,
    /// The same points, exact.
    pub(super) points: Vec<Ratio>,
    /// What of the first period was measured.
    pub(super) so_far: Option<Ratio>,
    /// What totals of its periods are narrowed by.
    narrowing: Option<Narrowing>,
    /// The leaves of it that are not forecast.
    pub(super) without: Vec<Scope>,
}

impl Told {
    /// What of a period ahead was measured: of the first alone.
    pub(super) fn so_far_of(&self, at: usize) -> Option<&Ratio> {
        self.so_far.as_ref().filter(|_| at == 0)
    }

    /// The total of what is still to come of some periods, or of shares of it; its band is narrower than theirs together
    /// where their errors cancel out.
    pub(super) fn total(&self, periods: Range<usize>, steps: &[Step]) -> Step {
        self.narrowing.as_ref().map_or_else(|| alike(steps), |own| own.total(periods, steps))
    }
}

/// Which leaves make up a part of the company.
struct Node {
    scope: Scope,
    members: Vec<usize>,
}

/// The forecasts of leaves before they are brought together.
type Bases = Vec<Result<Base, Reason>>;

impl Family {
    /// A figure with its parts; nothing while nothing is measured of it.
    pub(super) fn of(
        workspace: &Workspace,
        check: &Check<'_>,
        (metric, wanted): (&MeasureId, &Wanted),
    ) -> Option<Self> {
        let series = leaves(workspace, check, (metric, wanted.grain));
        let frame = Frame::of(series.iter().map(|(_, series)| series), wanted.last)?;
        let places: Vec<_> = workspace.marketplaces.iter().map(|place| place.id.clone()).collect();
        let days = Days::of(workspace, (metric, &places), frame.span()?);
        let plans = |scope: &Scope| planned_season::plans(workspace, check, (metric, scope), &frame.periods);
        let leaf = |(scope, series)| Leaf::of(&scope, series, (&frame, &days), plans(&scope));
        let leaves: Vec<Leaf> = series.into_iter().map(leaf).collect();
        let reach = Reach { next: frame.next, end: frame.periods.len(), grain: wanted.grain };
        let digits = match check.unit(metric) {
            Unit::Money => workspace.reporting_currency().map_or(2, |currency| currency.digits()),
            Unit::Count => 0,
            Unit::Percent | Unit::Number | Unit::Days => 2,
        };
        let absent = absent(workspace, check, (metric, &frame, &leaves));
        let signed = check.catalogue.may_be_negative(metric);
        let fiscal = workspace.fiscal();
        Some(Family { metric: metric.clone(), frame, reach, days, fiscal, leaves, absent, digits, signed })
    }

    /// The forecasts of all parts, company first, then marketplaces, products and the finest; and the leaves without.
    pub(super) fn told(&self, check: &Check<'_>) -> (Vec<Told>, Vec<(Scope, Reason)>) {
        let bases = self.bases(check);
        let nodes = self.nodes(&bases);
        let own: Vec<Base> = nodes.par_iter().map(|node| self.node_base(node, &bases)).collect();
        let leaves = self.brought_together(&bases, (&nodes, &own));
        let points = self.rounded(&leaves);
        let wholes = nodes.iter().zip(own).map(|(node, base)| self.whole(node, base, (&leaves, &points)));
        let mut told: Vec<Told> = wholes.collect();
        for (at, base) in bases.iter().enumerate().filter_map(|(at, base)| Some((at, base.as_ref().ok()?))) {
            let node = Node { scope: self.leaves[at].scope.clone(), members: vec![at] };
            if told.iter().all(|own| own.scope != node.scope) {
                told.push(self.whole(&node, base.clone(), (&leaves, &points)));
            }
        }
        told.iter_mut().for_each(|own| own.without = self.without(&own.scope, &bases));
        let refused = self.leaves.iter().zip(bases);
        let refused = refused.filter_map(|(leaf, base)| Some((leaf.scope.clone(), base.err()?)));
        let absent = self.absent.iter().map(|scope| (scope.clone(), Reason::Series(NoSeries::Empty)));
        (told, refused.chain(absent).collect())
    }

    /// Each leaf by its own past; those that have just begun by their plan.
    fn bases(&self, check: &Check<'_>) -> Bases {
        let (reach, fewest) = (self.reach, self.reach.season() / 2);
        let is_young = |leaf: &Leaf| leaf.track.known() < fewest;
        let sisters = self.leaves.iter().filter(|leaf| !is_young(leaf)).collect();
        let launches = Launches::new(check, &self.metric, sisters);
        let own = |leaf: &Leaf| {
            let pool = sisters::pool(leaf, &self.leaves, reach.season());
            let beside = Beside { weights: &leaf.weights, plans: &leaf.plans, sisters: pool.as_ref() };
            let base = base(&leaf.track, beside, reach).map_err(Reason::Method)?;
            Ok(base.times(&leaf.sold))
        };
        let each = |leaf: &Leaf| match is_young(leaf) {
            // Little history is better than none where no plan tells more.
            true => {
                launches.of(leaf, self.frame.ahead(), reach).or_else(|reason| own(leaf).map_err(|_| reason))
            }
            false => own(leaf),
        };
        self.leaves.par_iter().map(each).collect()
    }

    /// The company, its marketplaces and its products, of the leaves that are forecast.
    fn nodes(&self, bases: &Bases) -> Vec<Node> {
        let forecast: Vec<usize> = (0..self.leaves.len()).filter(|at| bases[*at].is_ok()).collect();
        let of = |scope: Scope| {
            let within = |at: &usize| contains(&scope, &self.leaves[*at].scope);
            let members: Vec<usize> = forecast.iter().copied().filter(within).collect();
            (!members.is_empty()).then_some(Node { scope, members })
        };
        let mut scopes = vec![Scope::company()];
        for leaf in &self.leaves {
            let (place, product) = (leaf.scope.marketplace.as_ref(), leaf.scope.product.as_ref());
            for scope in place.map(Scope::marketplace).into_iter().chain(product.map(Scope::product)) {
                if !scopes.contains(&scope) {
                    scopes.push(scope);
                }
            }
        }
        scopes.sort_by_key(|scope| (scope.product.is_some(), scope.marketplace.is_some()));
        scopes.into_iter().filter_map(of).collect()
    }

    /// A whole by the past of those parts that have one, and the others on top.
    fn node_base(&self, node: &Node, bases: &Bases) -> Base {
        let of = |at: &usize| bases[*at].as_ref().ok();
        let (new, old): (Vec<usize>, Vec<usize>) =
            node.members.iter().partition(|at| of(at).is_some_and(|base| base.method == LAUNCH));
        let own = self.past_of(&old);
        let parts = |members: &[usize]| members.iter().filter_map(of).cloned().reduce(together);
        let own = own.or_else(|| parts(&old));
        let with = |own: Base, new: Base| {
            let steps = together(own.clone(), new).steps;
            Base { steps, ..own }
        };
        let all = own.into_iter().chain(parts(&new)).reduce(with);
        all.unwrap_or_else(|| Base {
            method: SUM.to_owned(),
            evidence: Evidence::default(),
            steps: Vec::new(),
            narrowing: None,
        })
    }

    /// The forecast of the sum of some leaves from their common past; nothing where the methods refuse it.
    fn past_of(&self, members: &[usize]) -> Option<Base> {
        let leaves: Vec<&Leaf> = members.iter().map(|at| &self.leaves[*at]).collect();
        let start = leaves.iter().map(|leaf| leaf.track.start).min()?;
        let end = leaves.iter().map(|leaf| leaf.track.end()).min()?;
        let value = |place: usize| leaves.iter().map(|leaf| leaf.track.at(place)).sum();
        let track = Track { start, values: (start..end).map(value).collect() };
        let season = self.reach.season();
        let rates: Vec<f64> = leaves.iter().map(|leaf| leaf.rate(season)).collect();
        let mixed = |of: &dyn Fn(&Leaf) -> f64| -> f64 {
            let each = leaves.iter().zip(&rates).map(|(leaf, rate)| rate * of(leaf));
            each.sum()
        };
        let total = mixed(&|_| 1.0);
        let weight = |place: usize| match total > 0.0 {
            true => mixed(&|leaf| leaf.weights[place]) / total,
            false => 1.0,
        };
        let weights: Vec<f64> = (0..self.frame.periods.len()).map(weight).collect();
        let plan = |place: usize| leaves.iter().map(|leaf| leaf.plans[place]).sum();
        let plans: Vec<f64> = (0..self.frame.periods.len()).map(plan).collect();
        let sold = |at: usize| {
            let whole = mixed(&|leaf| leaf.weights[self.reach.next + at]);
            let part = mixed(&|leaf| leaf.weights[self.reach.next + at] * leaf.sold[at]);
            super::days::share(part, whole)
        };
        let shares: Vec<f64> = (0..self.reach.end - self.reach.next).map(sold).collect();
        let beside = Beside { weights: &weights, plans: &plans, sisters: None };
        base(&track, beside, self.reach).ok().map(|base| base.times(&shares))
    }

    /// The leaves so that they add up with what their wholes are expected to be: what is still to come of each period.
    fn brought_together(&self, bases: &Bases, (nodes, own): (&[Node], &[Base])) -> Vec<Vec<f64>> {
        // The past of wholes says nothing of what has just begun: it stays what it is.
        let is_new = |base: &Base| base.method == LAUNCH;
        let variance = |base: &Base| if is_new(base) { 0.0 } else { base.variance() };
        let leaf = |base: &Result<Base, Reason>, at: usize| match base {
            Ok(base) => Part { point: point(base, at), variance: variance(base) },
            // It is in no whole.
            Err(_) => Part { point: 0.0, variance: 1.0 },
        };
        let at_once = |at: usize| -> Vec<f64> {
            let parts: Vec<Part> = bases.iter().map(|base| leaf(base, at)).collect();
            let wholes = nodes.iter().zip(own).map(|(node, base)| Whole {
                parts: &node.members,
                point: point(base, at),
                variance: variance(base),
            });
            let wholes: Vec<Whole<'_>> = wholes.collect();
            let mut found = reconcile::reconcile(&parts, &wholes);
            let new = bases.iter().enumerate().filter_map(|(at, base)| Some((at, base.as_ref().ok()?)));
            new.filter(|(_, base)| is_new(base)).for_each(|(leaf, base)| found[leaf] = point(base, at));
            let kept = |value: f64| if self.signed { value } else { value.max(0.0) };
            let rest = |leaf: &Leaf| if at == 0 { leaf.rest } else { 1.0 };
            found.into_iter().zip(&self.leaves).map(|(value, leaf)| kept(value) * rest(leaf)).collect()
        };
        (0..self.reach.end - self.reach.next).into_par_iter().map(at_once).collect()
    }

    /// The same, exact, by period.
    fn rounded(&self, leaves: &[Vec<f64>]) -> Vec<Vec<Ratio>> {
        leaves.iter().map(|values| exact::parts(values, self.digits)).collect()
    }

    /// A part of the company with the sums of its leaves and its own bands.
    fn whole(&self, node: &Node, base: Base, (leaves, points): (&[Vec<f64>], &[Vec<Ratio>])) -> Told {
        let members = || node.members.iter().copied();
        let floor = if self.signed { f64::NEG_INFINITY } else { 0.0 };
        let step = |(at, values): (usize, &Vec<f64>)| {
            let to: f64 = members().map(|leaf| values[leaf]).sum();
            let own = base.steps.get(at).copied().unwrap_or_else(|| certain(to));
            let own = if at == 0 { part(&own, self.rest(node, values)) } else { own };
            floored(&moved(&own, to), floor)
        };
        let steps = leaves.iter().enumerate().map(step).collect();
        let sum = |values: &Vec<Ratio>| members().map(|leaf| &values[leaf]).sum();
        let so_far: Vec<&Ratio> = members().filter_map(|leaf| self.leaves[leaf].so_far.as_ref()).collect();
        Told {
            scope: node.scope.clone(),
            members: node.members.clone(),
            method: base.method,
            evidence: base.evidence,
            narrowing: base.narrowing,
            steps,
            points: points.iter().map(sum).collect(),
            so_far: (!so_far.is_empty()).then(|| so_far.into_iter().sum()),
            without: Vec::new(),
        }
    }

    /// The share of the running period that is still to come of a whole: that of its leaves by what each brings.
    fn rest(&self, node: &Node, values: &[f64]) -> f64 {
        let whole = |leaf: usize| values[leaf] / self.leaves[leaf].rest.max(f64::MIN_POSITIVE);
        let still = |leaf: usize| self.leaves[leaf].rest > 0.0;
        let left: f64 = node.members.iter().filter(|leaf| still(**leaf)).map(|leaf| values[*leaf]).sum();
        let all: f64 = node.members.iter().filter(|leaf| still(**leaf)).map(|leaf| whole(*leaf)).sum();
        super::days::share(left, all)
    }

    fn without(&self, scope: &Scope, bases: &Bases) -> Vec<Scope> {
        let leaves = self.leaves.iter().zip(bases);
        let out = leaves.filter(|(leaf, base)| base.is_err() && contains(scope, &leaf.scope));
        let out = out.map(|(leaf, _)| &leaf.scope);
        out.chain(self.absent.iter().filter(|part| contains(scope, part))).cloned().collect()
    }

    /// The periods ahead.
    pub(super) fn ahead(&self) -> &[Period] {
        self.frame.ahead()
    }
}

/// The products in marketplaces that are planned to sell and of which nothing was measured yet.
fn absent(
    workspace: &Workspace,
    check: &Check<'_>,
    (metric, frame, leaves): (&MeasureId, &Frame, &[Leaf]),
) -> Vec<Scope> {
    let by_cell = leaves.iter().any(|leaf| leaf.scope.product.is_some() && leaf.scope.marketplace.is_some());
    let ahead = frame.ahead().first().zip(frame.ahead().last());
    let span = ahead.and_then(|(first, last)| Span::new(first.span().from, last.span().to));
    let Some(span) = span.filter(|_| by_cell) else { return Vec::new() };
    let products = Roster::product_ids(workspace, check.facts);
    let places = Roster::marketplace_ids(workspace, check.facts);
    let cells = products.iter().flat_map(|product| places.iter().map(|place| Scope::cell(product, place)));
    let planned = |scope: &Scope| {
        let plan = check.plan.value(check.catalogue, metric, (scope, span));
        plan.is_some_and(|plan| plan.is_positive())
    };
    let unknown = cells.filter(|scope| leaves.iter().all(|leaf| leaf.scope != *scope));
    unknown.filter(planned).collect()
}

/// The name of forecasts that are sums of those of their parts alone.
const SUM: &str = "sum-of-parts";

fn together(a: Base, b: Base) -> Base {
    let steps = a.steps.iter().zip(&b.steps).map(|(a, b)| sum(a, b)).collect();
    let method = if a.method == b.method { a.method } else { SUM.to_owned() };
    Base { method, evidence: Evidence::default(), steps, narrowing: None }
}

fn point(base: &Base, at: usize) -> f64 {
    base.steps.get(at).map_or(0.0, |step| step.point)
}

/// What has no forecast of its own is what its parts come to.
fn certain(point: f64) -> Step {
    let band = Band { low: point, high: point };
    Step { point, band80: band, band95: band }
}

fn contains(scope: &Scope, part: &Scope) -> bool {
    let product = scope.product.as_ref().is_none_or(|own| part.product.as_ref() == Some(own));
    product && scope.marketplace.as_ref().is_none_or(|own| part.marketplace.as_ref() == Some(own))
}
