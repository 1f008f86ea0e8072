//! The forecast of one track of values, before it is made to add up with others.

use std::ops::Range;

use super::planned_season;
use super::step::{deviation, scaled};
use crate::quantity::Grain;
use crate::trend::forecast::{self, Band, Evidence, Forecast, Known, Method, Pool, Refusal, Request, Step};

/// The values of consecutive periods, from the place of the first one among all periods on.
#[derive(Clone, Debug, Default)]
pub(super) struct Track {
    pub(super) start: usize,
    pub(super) values: Vec<Option<f64>>,
}

impl Track {
    /// The place of the period after the last one.
    pub(super) fn end(&self) -> usize {
        self.start + self.values.len()
    }

    /// The value at a place: nought before its beginning, nothing where it is not known.
    pub(super) fn at(&self, place: usize) -> Option<f64> {
        match place.checked_sub(self.start) {
            None => Some(0.0),
            Some(at) => self.values.get(at).copied().flatten(),
        }
    }

    /// How many of its values are known.
    pub(super) fn known(&self) -> usize {
        self.values.iter().flatten().count()
    }
}

/// What a track is expected to come to.
#[derive(Clone, Debug)]
pub(super) struct Base {
    /// How it was computed.
    pub(super) method: String,
    pub(super) evidence: Evidence,
    /// The periods ahead, the first of them that is the same for all tracks first.
    pub(super) steps: Vec<Step>,
    /// What its totals are narrowed by; nothing where all periods err alike.
    pub(super) narrowing: Option<Narrowing>,
}

/// A forecast by its own method: it knows how far the errors of its periods cancel out in their total.
#[derive(Clone, Debug)]
pub(super) struct Narrowing {
    forecast: Forecast,
    /// How many of its steps lie before the first period that is the same for all tracks.
    skipped: usize,
}

impl Narrowing {
    /// The width of the total of some periods, as shares of the sums of their widths.
    fn shares(&self, periods: &Range<usize>) -> Step {
        let steps = periods.start + self.skipped..periods.end + self.skipped;
        let alike = alike(self.forecast.steps.get(steps.clone()).unwrap_or_default());
        let total = self.forecast.total(steps);
        let share = |total: f64, alike: f64| if alike > 0.0 { (total / alike).clamp(0.0, 1.0) } else { 1.0 };
        let band = |own: Band, all: Band| Band {
            low: share(total.point - own.low, alike.point - all.low),
            high: share(own.high - total.point, all.high - alike.point),
        };
        let (band80, band95) = (band(total.band80, alike.band80), band(total.band95, alike.band95));
        Step { point: 1.0, band80, band95 }
    }

    /// The total of steps that these periods were brought to, or of shares of them.
    pub(super) fn total(&self, periods: Range<usize>, steps: &[Step]) -> Step {
        let (shares, all) = (self.shares(&periods), alike(steps));
        let band = |own: Band, share: Band| Band {
            low: all.point - (all.point - own.low) * share.low,
            high: all.point + (own.high - all.point) * share.high,
        };
        Step {
            point: all.point,
            band80: band(all.band80, shares.band80),
            band95: band(all.band95, shares.band95),
        }
    }
}

/// The total of steps whose errors all go the same way.
pub(super) fn alike(steps: &[Step]) -> Step {
    let sum = |of: &dyn Fn(&Step) -> f64| steps.iter().map(of).sum();
    let band = |of: &dyn Fn(&Step) -> Band| Band { low: sum(&|s| of(s).low), high: sum(&|s| of(s).high) };
    Step { point: sum(&|s| s.point), band80: band(&|s| s.band80), band95: band(&|s| s.band95) }
}

impl Base {
    /// A forecast by a method, with what its name ends in, from the first period that is the same for all tracks on.
    fn of(forecast: Forecast, end: &str, (track, reach): (&Track, Reach)) -> Self {
        let skipped = reach.next - track.end();
        let steps = forecast.steps.get(skipped..).unwrap_or_default().to_vec();
        let (method, evidence) = (format!("{}{end}", forecast.method.id()), forecast.evidence);
        Base { method, evidence, steps, narrowing: Some(Narrowing { forecast, skipped }) }
    }

    /// How far off it is expected to be, as a variance: by what its method did on the past, else by its own band.
    pub(super) fn variance(&self) -> f64 {
        /// The standard deviation of a normal curve over its mean absolute deviation.
        const OF_MAE: f64 = 1.253_314_137_315_5;
        let own = || self.steps.first().map_or(0.0, deviation);
        self.evidence.mae.map_or_else(own, |mae| mae * OF_MAE).powi(2)
    }

    /// The same where only a share of each period counts.
    #[must_use]
    pub(super) fn times(self, shares: &[f64]) -> Self {
        let steps = self.steps.iter().zip(shares).map(|(step, share)| scaled(step, *share)).collect();
        Base { steps, ..self }
    }
}

/// Where among all periods the shared forecast begins and ends, and what is their kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub(super) next: usize,
    pub(super) end: usize,
    pub(super) grain: Grain,
}

impl Reach {
    /// Periods in a year.
    pub(super) fn season(&self) -> usize {
        match self.grain {
            Grain::Day => 7,
            Grain::Week => 52,
            Grain::Month => 12,
            Grain::Quarter => 4,
            Grain::Year => 1,
        }
    }
}

/// Periods of evidence that the calendar's word weighs as much as.
const TRUST: f64 = 12.0;

/// What is known of a track beside its own past.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    /// What each period weighs.
    pub(super) weights: &'a [f64],
    /// What was planned for each, nought where nothing was.
    pub(super) plans: &'a [f64],
    /// The season of its sisters, where it is too young to have its own.
    pub(super) sisters: Option<&'a Pool>,
}

/// The forecast of a track, from its history as it is or brought to like days by what its periods weigh: whichever did
/// better on its own past, the calendar being believed until the past says otherwise. A history too short to show a season
/// takes that of its plan, where this fits what was measured, else that of its sisters.
pub(super) fn base(track: &Track, beside: Beside<'_>, reach: Reach) -> Result<Base, Refusal> {
    let Beside { weights, plans, sisters } = beside;
    if let Some(seasonal) = planned_season::weights(track, (weights, plans), reach.season())
        && let Ok(forecast) = ask((track, None), Some(&seasonal), (reach, 1))
    {
        // Its errors are those of levels without season: they say nothing of a season ago.
        return Ok(Base { evidence: Evidence::default(), ..Base::of(forecast, ".plan", (track, reach)) });
    }
    let even = weights.windows(2).all(|pair| pair[0] == pair[1]);
    if sisters.is_some()
        && let Ok(own) = ask((track, sisters), Some(weights), (reach, reach.season()))
        && own.method == Method::PooledSeason
    {
        // The sisters' season is that of like days.
        return Ok(Base::of(own, if even { "" } else { CALENDAR }, (track, reach)));
    }
    let plain = ask((track, None), None, (reach, reach.season()))?;
    let adjusted = (!even).then(|| ask((track, None), Some(weights), (reach, reach.season()))).transpose()?;
    let adjusted = adjusted.filter(|adjusted| is_believed(adjusted, &plain));
    Ok(match adjusted {
        Some(forecast) => Base::of(forecast, CALENDAR, (track, reach)),
        None => Base::of(plain, "", (track, reach)),
    })
}

/// What the name of a method ends in where its values were brought to like days.
const CALENDAR: &str = ".calendar";

fn ask(
    (track, pool): (&Track, Option<&Pool>),
    weights: Option<&[f64]>,
    (reach, season): (Reach, usize),
) -> Result<Forecast, Refusal> {
    let part = |weights: &'_ [f64], places: Range<usize>| weights.get(places).unwrap_or_default().to_vec();
    let past = weights.map(|weights| part(weights, track.start..track.end()));
    let future = weights.map(|weights| part(weights, track.end()..reach.end));
    let known = past.as_deref().zip(future.as_deref()).map(|(past, future)| Known { past, future });
    let horizon = reach.end - track.end();
    forecast::forecast(&Request { values: &track.values, season, horizon, known, pool })
}

/// Whether the past speaks for the calendar, or too little against it: how much more it errs, shrunk towards nothing by
/// how few errors there are. Errors of like days and of days as they are compare, since weights are 1 on average.
fn is_believed(adjusted: &Forecast, plain: &Forecast) -> bool {
    let errors = adjusted.evidence.mae.zip(plain.evidence.mae).filter(|(_, plain)| *plain > 0.0);
    let count = adjusted.evidence.count.min(plain.evidence.count) as f64;
    let worse = errors.map_or(0.0, |(adjusted, plain)| (adjusted / plain - 1.0) * count / (count + TRUST));
    worse <= WORSE
}

/// From where on the calendar is not believed: an eighth more error, after shrinking.
const WORSE: f64 = 0.125;
