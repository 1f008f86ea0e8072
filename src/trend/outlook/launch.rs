//! What has just begun: the plan's shape times how far the plan was met so far, which is shrunk to how far others met
//! theirs in the same days, with a band as wide as plans of others were off.

use std::sync::OnceLock;

use super::base::{Base, Reach};
use super::leaf::Leaf;
use super::line::Reason;
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::Check;
use crate::trend::forecast::{Band, Evidence, Step, exp, ln, power};

/// The stable name of the method.
pub(super) const LAUNCH: &str = "launch";

/// Sister series that it takes to say how far plans are off.
const SISTERS: usize = 3;

/// Days of its own that weigh as much as the sisters.
const OWN_DAYS: f64 = 60.0;

/// The half width of a 95 % band of short series in standard deviations of their changes, by how many points there
/// are: from one to four, five; measured on the M1 monthly series cut short.
const WIDTHS: [f64; 2] = [3.78, 3.45];

/// How much narrower the 80 % band is, by the split-conformal multipliers of both levels.
const NARROW: f64 = 1.435 / 2.601;

/// What the series of a metric were planned to be.
pub(super) struct Launches<'a> {
    check: &'a Check<'a>,
    metric: &'a MeasureId,
    /// The leaves with enough history of their own.
    sisters: Vec<&'a Leaf>,
    /// How far their plans were off; looked at once, and only where something has just begun.
    scale: OnceLock<Result<f64, usize>>,
}

impl<'a> Launches<'a> {
    pub(super) fn new(check: &'a Check<'a>, metric: &'a MeasureId, sisters: Vec<&'a Leaf>) -> Self {
        Launches { check, metric, sisters, scale: OnceLock::new() }
    }

    /// The forecast of a leaf that has just begun.
    pub(super) fn of(&self, leaf: &Leaf, ahead: &[Period], reach: Reach) -> Result<Base, Reason> {
        let known = leaf.track.known();
        let plans: Option<Vec<f64>> =
            ahead.iter().map(|period| self.plan(&leaf.scope, period.span())).collect();
        let plans =
            plans.filter(|plans| plans.iter().any(|plan| *plan > 0.0)).ok_or(Reason::NoPlan { known })?;
        let attainment = self.attainment(leaf).ok_or(Reason::NoPlan { known })?;
        let (own, level) = (WIDTHS[usize::from(known > 4)] * self.scale()?, OF_95 * self.spread(leaf));
        let width = (own * own + level * level).sqrt();
        let step = |(at, plan): (usize, f64)| around(plan * attainment, width * power((at + 1) as f64, 0.15));
        let steps = plans.into_iter().enumerate().map(step).take(reach.end - reach.next).collect();
        let (method, evidence) = (LAUNCH.to_owned(), Evidence::default());
        // All periods hang on one attainment: they err alike.
        Ok(Base { method, evidence, steps, narrowing: None })
    }

    fn plan(&self, scope: &Scope, span: Span) -> Option<f64> {
        self.check.plan.value(self.check.catalogue, self.metric, (scope, span)).map(|plan| plan.to_f64())
    }

    /// How far the plan was met since the leaf began: its own attainment and that of the others in the same
    /// marketplace, in the mean of their logarithms by days.
    fn attainment(&self, leaf: &Leaf) -> Option<f64> {
        let span = since(leaf)?;
        let own = self.met([&leaf.scope].into_iter(), span);
        let place = &leaf.scope.marketplace;
        let sisters = self.sisters.iter().map(|sister| &sister.scope);
        let others = self.met(sisters.filter(|scope| scope.marketplace == *place), span);
        let trust = f64::from(span.len()) / (f64::from(span.len()) + OWN_DAYS);
        match (own, others) {
            (Some(own), Some(others)) => Some(exp(trust * ln(own) + (1.0 - trust) * ln(others))),
            (own, others) => own.or(others),
        }
    }

    /// How far some parts met their plans over some days; nothing where nothing was planned or sold.
    fn met<'s>(&self, scopes: impl Iterator<Item = &'s Scope>, span: Span) -> Option<f64> {
        let both = |scope: &Scope| {
            let actual = self.check.read(self.metric, scope, span).known().map(Ratio::to_f64)?;
            Some((actual, self.plan(scope, span)?))
        };
        let sum = scopes.filter_map(both).fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        (sum.0 > 0.0 && sum.1 > 0.0).then(|| sum.0 / sum.1)
    }

    /// The middle of how much the attainment of others changes from one period to the next, as a standard deviation of
    /// logarithms.
    fn scale(&self) -> Result<f64, Reason> {
        let middle = || {
            let mut scales: Vec<f64> = self.sisters.iter().filter_map(|sister| self.unrest(sister)).collect();
            scales.sort_by(f64::total_cmp);
            let enough = scales.get(scales.len() / 2).filter(|_| scales.len() >= SISTERS);
            enough.copied().ok_or(scales.len())
        };
        self.scale.get_or_init(middle).map_err(|sisters| Reason::NoSisters { sisters })
    }

    /// How far the attainments of others lie apart in the days since a leaf began, as a standard deviation of logarithms:
    /// what is shrunk to their middle may stay as far from it.
    fn spread(&self, leaf: &Leaf) -> f64 {
        let Some(span) = since(leaf) else { return 0.0 };
        let met =
            self.sisters.iter().filter_map(|sister| Some(ln(self.met([&sister.scope].into_iter(), span)?)));
        let met: Vec<f64> = met.collect();
        let count = met.len().max(1) as f64;
        let mean = met.iter().sum::<f64>() / count;
        (met.iter().map(|own| (own - mean).powi(2)).sum::<f64>() / count).sqrt()
    }

    fn unrest(&self, leaf: &Leaf) -> Option<f64> {
        let met = leaf.series.points.iter().filter_map(|point| {
            let actual = point.value.as_ref()?.to_f64();
            let plan = self.plan(&leaf.scope, point.period.span())?;
            (actual > 0.0 && plan > 0.0).then(|| ln(actual / plan))
        });
        let met: Vec<f64> = met.collect();
        let changes: Vec<f64> = met.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let squares: f64 = changes.iter().map(|change| change * change).sum();
        (changes.len() >= 3).then(|| (squares / changes.len() as f64).sqrt())
    }
}

/// The known days since a leaf began.
fn since(leaf: &Leaf) -> Option<Span> {
    let first = leaf.series.points.first().map(|point| point.period);
    let first = first.or(leaf.series.unfinished.as_ref().map(|own| own.period))?;
    Span::new(first.span().from, leaf.origin)
}

/// Half of the middle nineteen twentieths of a normal curve, in standard deviations.
const OF_95: f64 = 1.959_963_984_540_054;

/// A band that is as wide in proportion below as above.
fn around(point: f64, width: f64) -> Step {
    let band = |width: f64| Band { low: point / exp(width), high: point * exp(width) };
    Step { point, band80: band(width * NARROW), band95: band(width) }
}
