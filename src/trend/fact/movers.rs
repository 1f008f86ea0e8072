//! Which parts of a figure rose and fell most.

use std::collections::BTreeMap;

use super::growth::{Against, differs};
use crate::metric::{Formula, Unit};
use crate::quantity::{Grain, Period, Ratio};
use crate::review::Check;
use crate::trend::{Series, Subject};
use crate::workspace::Workspace;

/// How many parts are named on either side.
const MOST: usize = 3;

/// Ranks that moved by fewer places are left out: near the top one place is much.
const LEAST_PLACES: i128 = 10;

/// Which parts of a figure rose and fell most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movers {
    /// The figure as a whole.
    pub subject: Subject,
    /// The dimension whose values are compared.
    pub dimension: String,
    /// The last complete period.
    pub period: Period,
    /// The one it is set beside.
    pub base_period: Period,
    /// What that is.
    pub against: Against,
    /// By what they are put in order.
    pub size: Size,
    /// Those that rose most, the first most; of ranks, those that came nearer the top.
    pub risers: Vec<Mover>,
    /// Those that fell most, the first most.
    pub fallers: Vec<Mover>,
    /// How many parts are known in both periods.
    pub n: usize,
    /// How many of them are too small to be compared: under a hundredth of all.
    pub small: usize,
    /// Whether it is a rank.
    pub of_ranks: bool,
}

/// A part that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mover {
    /// The value of the dimension.
    pub name: String,
    /// What it was.
    pub from: Ratio,
    /// What it is.
    pub to: Ratio,
}

/// By what movers are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// The difference.
    Absolute,
    /// The difference as a share of what it was.
    Relative,
}

impl Size {
    /// The kind of fact it makes, as tables name it.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Size::Absolute => "movers-absolute",
            Size::Relative => "movers-relative",
        }
    }

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Size::Absolute => "absolute",
            Size::Relative => "relative",
        }
    }
}

impl Mover {
    /// What it changed by.
    pub fn change(&self) -> Ratio {
        &self.to - &self.from
    }

    /// The same as a share of what it was, where that was above nought.
    pub fn share(&self) -> Option<Ratio> {
        self.change().checked_div(&self.from).filter(|_| self.from.is_positive())
    }

    fn size(&self, size: Size) -> Option<Ratio> {
        match size {
            Size::Absolute => Some(self.change()),
            Size::Relative => self.share(),
        }
    }
}

/// The parts of a figure by a dimension, with what gives each its weight.
pub(super) struct Parts {
    pub(super) whole: Subject,
    pub(super) dimension: String,
    pub(super) series: BTreeMap<String, Series>,
    /// What each is divided by, of a ratio.
    weights: Option<BTreeMap<String, Series>>,
}

impl Parts {
    /// Nothing where the figure cannot be divided so, or has no parts.
    pub(super) fn of(
        workspace: &Workspace,
        check: &Check<'_>,
        (whole, dimension): (&Subject, &str),
        grain: Grain,
    ) -> Option<Self> {
        let by = |subject: &Subject| Series::by(workspace, check, (subject, dimension), grain).ok();
        let weight = match check.catalogue.formula(&whole.metric) {
            Some(Formula::Ratio { den, .. }) => Some(whole.with_metric(den)),
            _ => None,
        };
        let weights = match &weight {
            Some(weight) => Some(by(weight)?),
            None => None,
        };
        let series = by(whole)?;
        let (whole, dimension) = (whole.clone(), dimension.to_owned());
        (!series.is_empty()).then_some(Parts { whole, dimension, series, weights })
    }

    /// The last complete period.
    pub(super) fn last(&self) -> Option<(Period, &Series)> {
        let ends = self.series.values().filter_map(|series| Some((series.points.last()?.period, series)));
        ends.max_by_key(|(period, _)| period.span().to)
    }

    /// The values of the parts in a period.
    pub(super) fn values(&self, period: &Period) -> BTreeMap<&str, &Ratio> {
        values(&self.series, period)
    }

    fn is_of_ranks(&self) -> bool {
        self.series.values().any(|series| series.falls_is_better)
    }
}

fn values<'a>(series: &'a BTreeMap<String, Series>, period: &Period) -> BTreeMap<&'a str, &'a Ratio> {
    series.iter().filter_map(|(name, series)| Some((name.as_str(), series.value(period)?))).collect()
}

impl Movers {
    /// The movers of the last complete period, by difference and by share of what they were; ranks and prices by
    /// share alone, percentages by points alone.
    pub(super) fn of(check: &Check<'_>, parts: &Parts, against: Against) -> Vec<Self> {
        let metric = &parts.whole.metric;
        let adds = check.catalogue.adds_over_parts(metric);
        let sizes: &[Size] = match (check.unit(metric), adds) {
            (Unit::Percent, _) => &[Size::Absolute],
            (_, true) => &[Size::Absolute, Size::Relative],
            (_, false) => &[Size::Relative],
        };
        sizes.iter().filter_map(|size| Movers::by(check, parts, (against, *size))).collect()
    }

    fn by(check: &Check<'_>, parts: &Parts, (against, size): (Against, Size)) -> Option<Self> {
        let (period, series) = parts.last()?;
        let base_period = base(check, parts, (period, against, series))?;
        let known = parts.movers(&period, &base_period);
        let n = known.len();
        let large = parts.large(check, known, (&period, &base_period));
        let small = n - large.len();
        let told = |mover: &&Mover| parts.is_told(check, mover);
        let mut moved: Vec<(Ratio, &Mover)> =
            large.iter().filter(told).filter_map(|mover| Some((mover.size(size)?, mover))).collect();
        moved.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
        let up: Vec<Mover> = first(moved.iter().filter(|(change, _)| change.is_positive()));
        let down: Vec<Mover> = first(moved.iter().rev().filter(|(change, _)| change.is_negative()));
        let of_ranks = parts.is_of_ranks();
        let (risers, fallers) = if of_ranks { (down, up) } else { (up, down) };
        let (subject, dimension) = (parts.whole.clone(), parts.dimension.clone());
        let empty = risers.is_empty() && fallers.is_empty();
        let movers = Movers {
            subject,
            dimension,
            period,
            base_period,
            against,
            size,
            risers,
            fallers,
            n,
            small,
            of_ranks,
        };
        (n > 1 && !empty).then_some(movers)
    }
}

/// The period to set beside, which some part has.
fn base(
    check: &Check<'_>,
    parts: &Parts,
    (period, against, series): (Period, Against, &Series),
) -> Option<Period> {
    let own = against.base(check, series, period);
    own.or_else(|| parts.series.values().find_map(|series| against.base(check, series, period)))
}

fn first<'a>(moved: impl Iterator<Item = &'a (Ratio, &'a Mover)>) -> Vec<Mover> {
    moved.take(MOST).map(|(_, mover)| (*mover).clone()).collect()
}

impl Parts {
    fn movers(&self, period: &Period, base: &Period) -> Vec<Mover> {
        let (now, then) = (self.values(period), self.values(base));
        let both = now.into_iter().filter_map(|(name, to)| Some((name, to, *then.get(name)?)));
        both.map(|(name, to, from)| Mover { name: name.to_owned(), from: from.clone(), to: to.clone() })
            .collect()
    }

    /// Those of which enough was known to compare: at least a hundredth of all, in what they were or, of a ratio, in
    /// what they are divided by in both periods; a rank or price stands for itself.
    fn large(&self, check: &Check<'_>, movers: Vec<Mover>, (period, base): (&Period, &Period)) -> Vec<Mover> {
        let hundredth =
            |all: &BTreeMap<&str, &Ratio>| &all.values().copied().sum::<Ratio>() * &Ratio::from_scaled(1, 2);
        if let Some(weights) = &self.weights {
            let sides = [values(weights, period), values(weights, base)];
            let floors = sides.each_ref().map(hundredth);
            let enough = |name: &str| {
                sides.iter().zip(&floors).all(|(side, floor)| side.get(name).is_some_and(|own| *own >= floor))
            };
            return movers.into_iter().filter(|mover| enough(&mover.name)).collect();
        }
        if !check.catalogue.adds_over_parts(&self.whole.metric) {
            return movers;
        }
        let floor = hundredth(&self.values(base));
        movers.into_iter().filter(|mover| mover.from >= floor).collect()
    }

    /// Whether a part moved by what matters.
    fn is_told(&self, check: &Check<'_>, mover: &Mover) -> bool {
        let places = mover.change().abs() >= Ratio::from_int(LEAST_PLACES);
        let far = !self.is_of_ranks() || places;
        far && differs(check, &self.whole, (&mover.to, &mover.from), &Ratio::from_scaled(2, 2))
    }
}
