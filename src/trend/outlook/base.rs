//! The forecast of one track of values, before it is made to add up with others.

use super::step::{deviation, scaled};
use crate::quantity::Grain;
use crate::trend::forecast::{self, Evidence, Forecast, Known, Pool, Refusal, Request, Step};

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
}

impl Base {
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

/// The forecast of a track, from its history as it is or brought to like days by what its periods weigh: whichever did
/// better on its own past, the calendar being believed until the past says otherwise.
pub(super) fn base(
    track: &Track,
    weights: &[f64],
    reach: Reach,
    pool: Option<&Pool>,
) -> Result<Base, Refusal> {
    let past = weights.get(track.start..track.end()).unwrap_or_default();
    let future = weights.get(track.end()..reach.end).unwrap_or_default();
    let even = weights.windows(2).all(|pair| pair[0] == pair[1]);
    let known = Some(Known { past, future }).filter(|_| !even);
    let ask = |known: Option<Known<'_>>| {
        let (values, season) = (track.values.as_slice(), reach.season());
        forecast::forecast(&Request { values, season, horizon: reach.end - track.end(), known, pool })
    };
    let plain = ask(None)?;
    let adjusted = known.map(|known| ask(Some(known))).transpose()?;
    let chosen = adjusted.filter(|adjusted| is_believed(adjusted, &plain));
    let method = |forecast: &Forecast, end: &str| format!("{}{end}", forecast.method.id());
    let name = chosen.as_ref().map_or_else(|| method(&plain, ""), |forecast| method(forecast, ".calendar"));
    let Forecast { steps, evidence, .. } = chosen.unwrap_or(plain);
    let steps = steps.get(reach.next - track.end()..).unwrap_or_default().to_vec();
    Ok(Base { method: name, evidence, steps })
}

/// Whether the past speaks for the calendar, or too little against it: the logarithm of the errors' ratio shrunk
/// towards nought by how few errors there are.
fn is_believed(adjusted: &Forecast, plain: &Forecast) -> bool {
    let errors = adjusted.evidence.mae.zip(plain.evidence.mae).filter(|(_, plain)| *plain > 0.0);
    let count = adjusted.evidence.count.min(plain.evidence.count) as f64;
    let worse = errors.map_or(0.0, |(adjusted, plain)| (adjusted / plain).ln() * count / (count + TRUST));
    worse <= WORSE
}

/// From where on the calendar is not believed: an eighth more error, after shrinking.
const WORSE: f64 = 0.117_783;
