//! The finest parts of a figure that are forecast: what was measured of each, and what its days weigh.

use super::base::Track;
use super::days::{Days, share};
use crate::quantity::{Day, Period, Ratio, Scope, Span};
use crate::trend::Series;

/// All periods that the parts of a figure were measured in, and those ahead.
pub(super) struct Frame {
    pub(super) periods: Vec<Period>,
    /// The place of the first one ahead of all parts.
    pub(super) next: usize,
    /// That period.
    pub(super) running: Period,
}

impl Frame {
    /// From the earliest period of some series to the one in which a day lies; nothing without series.
    pub(super) fn of<'s>(series: impl Iterator<Item = &'s Series> + Clone, last: Day) -> Option<Self> {
        let first = series.clone().filter_map(first).min_by_key(|period| period.span().from)?;
        let running = series.filter_map(next).max_by_key(|period| period.span().from)?;
        let all = std::iter::successors(Some(first), |period| Some(period.next()));
        let periods: Vec<Period> =
            all.take_while(|period| period.span().from <= last.max(running.span().from)).take(MOST).collect();
        let next = periods.iter().position(|period| *period == running)?;
        Some(Frame { periods, next, running })
    }

    fn place(&self, period: &Period) -> usize {
        self.periods.partition_point(|own| own.span().from < period.span().from)
    }

    /// From the first day of the first to the last day of the last period.
    pub(super) fn span(&self) -> Option<Span> {
        Span::new(self.periods.first()?.span().from, self.periods.last()?.span().to)
    }

    /// The periods ahead.
    pub(super) fn ahead(&self) -> &[Period] {
        self.periods.get(self.next..).unwrap_or_default()
    }
}

/// More periods than anybody looks at.
const MOST: usize = 4000;

fn first(series: &Series) -> Option<Period> {
    series.points.first().map(|point| point.period).or_else(|| next(series))
}

/// The period after the last complete one.
fn next(series: &Series) -> Option<Period> {
    let after = series.points.last().map(|point| point.period.next());
    after.or_else(|| series.unfinished.as_ref().or(series.begun.as_ref()).map(|own| own.period))
}

/// The finest part of a figure that is forecast.
pub(super) struct Leaf {
    pub(super) scope: Scope,
    pub(super) series: Series,
    /// Its complete periods, each as if the product had been sold on all of its days.
    pub(super) track: Track,
    /// What each period of the frame weighs, 1 on average over the past.
    pub(super) weights: Vec<f64>,
    /// What was planned for each period of the frame, nought where nothing was.
    pub(super) plans: Vec<f64>,
    /// The share of each period ahead on which it is sold.
    pub(super) sold: Vec<f64>,
    /// The last day that is known of it.
    pub(super) origin: Day,
    /// What of the running period was measured.
    pub(super) so_far: Option<Ratio>,
    /// The share of the running period's weight that is still ahead.
    pub(super) rest: f64,
}

/// A period of which less than this share was on sale tells nothing of whole ones.
const LEAST: f64 = 0.2;

impl Leaf {
    pub(super) fn of(scope: &Scope, series: Series, (frame, days): (&Frame, &Days), plans: Vec<f64>) -> Self {
        let place = scope.marketplace.as_ref();
        let raw: Vec<f64> = frame.periods.iter().map(|period| days.weight(place, period.span())).collect();
        let past = raw.get(..frame.next).filter(|past| !past.is_empty()).unwrap_or(&raw);
        let mean = past.iter().sum::<f64>() / past.len().max(1) as f64;
        let usable = mean > 0.0 && raw.iter().all(|weight| *weight > 0.0);
        let weights = raw.iter().map(|weight| if usable { weight / mean } else { 1.0 }).collect();
        let sold = |period: &Period| days.share_on_sale(scope, period.span());
        let start = first(&series).map_or(frame.next, |period| frame.place(&period));
        let values = series.points.iter().map(|point| {
            let share = sold(&point.period);
            let value = point.value.as_ref().map(Ratio::to_f64);
            value.filter(|_| share >= LEAST).map(|value| value / share)
        });
        let track = Track { start, values: values.collect() };
        let sold = frame.ahead().iter().map(sold).collect();
        let (origin, so_far, rest) = running(scope, &series, (frame, days));
        Leaf { scope: scope.clone(), track, weights, plans, sold, origin, so_far, rest, series }
    }

    /// Its mean value by weight over the last year: by which it counts among others.
    pub(super) fn rate(&self, season: usize) -> f64 {
        let end = self.track.end();
        let places = end.saturating_sub(season).max(self.track.start)..end;
        let known = places.filter_map(|at| Some((self.track.at(at)?, self.weights.get(at)?)));
        let (value, weight) = known.fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        if weight > 0.0 { (value / weight).max(0.0) } else { 0.0 }
    }
}

/// The last known day, what was measured of the first period ahead, and which share of its weight is still to come.
fn running(scope: &Scope, series: &Series, (frame, days): (&Frame, &Days)) -> (Day, Option<Ratio>, f64) {
    let period = frame.running;
    let own = series.unfinished.as_ref().filter(|own| own.period == period);
    let Some((own, value)) = own.and_then(|own| Some((own, own.value.clone()?))) else {
        return (period.span().from - 1, None, 1.0);
    };
    let sold = |span: Span| days.weight(scope.marketplace.as_ref(), span) * days.share_on_sale(scope, span);
    let left = Span::new(own.days.to + 1, period.span().to).map_or(0.0, sold);
    (own.days.to, Some(value), share(left, sold(period.span())))
}
