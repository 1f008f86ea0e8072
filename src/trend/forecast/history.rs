//! A history made ready: trimmed, known multipliers taken out, gaps filled for the fit, in units near one.

use super::seasonality::{Effect, Seasonality};
use super::{Known, Refusal, Request};
use crate::trend::elementary::{exp, ln, magnitude};

/// What values a series can take, judged by those it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    /// All above zero: errors are shares.
    Positive,
    /// None below zero.
    NonNegative,
    /// Any.
    Any,
}

/// A history made ready.
#[derive(Clone, Debug)]
pub(super) struct History {
    /// From the first known value to the last, gaps filled.
    pub(super) values: Vec<f64>,
    /// The same on the scale that errors are measured on: logarithms of positive values.
    pub(super) logs: Vec<f64>,
    /// Whether each was measured, not filled in.
    pub(super) measured: Vec<bool>,
    /// What values the series can take.
    pub(super) range: Range,
    /// Steps in a season, 1 for none.
    pub(super) season: usize,
    /// Whether known multipliers were taken out: the steps of a calendar, and maybe its season.
    pub(super) calendar: bool,
    /// How many steps before the first known value there were.
    pub(super) first: usize,
    /// How many steps after the last known value there were: forecast too, but not shown.
    pub(super) missed: usize,
    /// What one stands for in the unit of the series.
    pub(super) unit: f64,
}

impl History {
    /// Makes a history ready; values that are not finite are missing.
    pub(super) fn of(request: &Request<'_>) -> Result<Self, Refusal> {
        let values = cleaned(request.values, request.known, request.horizon)?;
        let (Some(first), Some(last)) =
            (values.iter().position(Option::is_some), values.iter().rposition(Option::is_some))
        else {
            return Err(Refusal::TooFew { known: 0, needed: Refusal::FEWEST });
        };
        let missed = values.len() - 1 - last;
        let values = &values[first..=last];
        let aligned = request.pool.is_some_and(|pool| pool.index.len() == request.season);
        // A season longer than the history is as good as any other such season.
        let longest = if aligned { request.season } else { values.len() + 1 };
        let season = request.season.clamp(1, longest.max(1));
        let largest = values.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
        let unit = if largest > 0.0 { magnitude(largest) } else { 1.0 };
        let scaled: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| value / unit)).collect();
        let range = Range::of(&scaled);
        let filled = filled(&scaled, season, range);
        let logs = if range == Range::Positive {
            filled.iter().map(|value| ln(*value)).collect()
        } else {
            filled.clone()
        };
        let measured = scaled.iter().map(Option::is_some).collect();
        let calendar = request.known.is_some();
        Ok(History { values: filled, logs, measured, range, season, calendar, first, missed, unit })
    }

    /// What was known after the first values.
    pub(super) fn beginning(&self, length: usize) -> History {
        let (values, logs) = (self.values[..length].to_vec(), self.logs[..length].to_vec());
        History { values, logs, measured: self.measured[..length].to_vec(), missed: 0, ..*self }
    }

    /// How many values were measured.
    pub(super) fn known(&self) -> usize {
        self.measured.iter().filter(|measured| **measured).count()
    }

    /// Whether all measured values are the same.
    pub(super) fn is_constant(&self) -> bool {
        self.values.iter().all(|value| *value == self.values[0])
    }

    /// The places in the request that were filled in, between the first and the last known value.
    pub(super) fn imputed(&self) -> Vec<usize> {
        let filled = self.measured.iter().enumerate().filter(|(_, measured)| !**measured);
        filled.map(|(place, _)| self.first + place).collect()
    }
}

impl Range {
    fn of(values: &[Option<f64>]) -> Self {
        let least = values.iter().flatten().copied().fold(f64::INFINITY, f64::min);
        match least {
            least if least > 0.0 => Range::Positive,
            least if least >= 0.0 => Range::NonNegative,
            _ => Range::Any,
        }
    }
}

/// The finite values, divided by what multiplied them.
fn cleaned(
    values: &[Option<f64>],
    known: Option<Known<'_>>,
    horizon: usize,
) -> Result<Vec<Option<f64>>, Refusal> {
    let finite = |value: f64| value.is_finite().then_some(value);
    let Some(known) = known else {
        return Ok(values.iter().map(|value| value.and_then(finite)).collect());
    };
    let sound = known.past.iter().chain(known.future).all(|factor| factor.is_finite() && *factor > 0.0);
    if !sound || known.past.len() != values.len() || known.future.len() != horizon {
        return Err(Refusal::BadMultipliers);
    }
    Ok(values.iter().zip(known.past).map(|(value, factor)| finite((*value)? / factor)).collect())
}

/// Gaps filled by the line between their neighbours, season kept: twice, as the season is only known after the first.
fn filled(values: &[Option<f64>], season: usize, range: Range) -> Vec<f64> {
    if let Some(whole) = values.iter().copied().collect::<Option<Vec<f64>>>() {
        return whole;
    }
    let logs = range == Range::Positive;
    let on_scale: Vec<Option<f64>> =
        values.iter().map(|value| value.map(|value| if logs { ln(value) } else { value })).collect();
    let seasonality = Seasonality::of(&interpolated(&on_scale), season, Effect::Difference);
    let adjusted: Vec<Option<f64>> = on_scale
        .iter()
        .enumerate()
        .map(|(place, value)| value.map(|value| value - seasonality.at(place)))
        .collect();
    let whole = interpolated(&adjusted);
    let seasonal = whole.iter().enumerate().map(|(place, value)| value + seasonality.at(place));
    let guessed = seasonal.map(|value| match range {
        Range::Positive => exp(value),
        Range::NonNegative => value.max(0.0),
        Range::Any => value,
    });
    values.iter().zip(guessed).map(|(value, guess)| value.unwrap_or(guess)).collect()
}

/// Gaps filled by the line between their neighbours; the first and the last value are known.
fn interpolated(values: &[Option<f64>]) -> Vec<f64> {
    let mut whole: Vec<f64> = Vec::with_capacity(values.len());
    for (place, value) in values.iter().enumerate() {
        let next = value.or_else(|| {
            let before = *whole.last()?;
            let (ahead, after) =
                values[place..].iter().enumerate().find_map(|(i, value)| Some((i, (*value)?)))?;
            Some(before + (after - before) / (ahead + 1) as f64)
        });
        whole.extend(next);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(values: &[Option<f64>], season: usize) -> History {
        History::of(&Request { values, season, horizon: 1, known: None, pool: None }).unwrap()
    }

    #[test]
    fn gaps_are_filled_and_named() {
        let made = history(&[None, Some(4.0), None, Some(6.0), Some(f64::NAN), Some(8.0), None], 1);
        let shown: Vec<f64> = made.values.iter().map(|value| value * made.unit).collect();
        for (value, expected) in shown.iter().zip([4.0, 24_f64.sqrt(), 6.0, 48_f64.sqrt(), 8.0]) {
            assert!((value - expected).abs() < 1e-9, "{shown:?}");
        }
        assert_eq!((made.imputed(), made.missed, made.known()), (vec![2, 4], 1, 3));
    }

    #[test]
    fn a_gap_in_a_season_is_filled_with_the_season() {
        let season = [10.0, 10.0, 40.0, 10.0];
        let values: Vec<Option<f64>> = (0..24).map(|i| (i != 14).then(|| season[i % 4])).collect();
        let made = history(&values, 4);
        assert!(made.values[14] * made.unit > 25.0, "{}", made.values[14] * made.unit);
    }

    #[test]
    fn known_multipliers_are_taken_out() {
        let known = Known { past: &[1.0, 2.0], future: &[1.0] };
        let values = [Some(10.0), Some(20.0)];
        let request = Request { values: &values, season: 1, horizon: 1, known: Some(known), pool: None };
        assert!(History::of(&request).unwrap().is_constant());
        let wrong = Known { past: &[1.0, 0.0], future: &[1.0] };
        let refused = History::of(&Request { known: Some(wrong), ..request });
        assert_eq!(refused.unwrap_err(), Refusal::BadMultipliers);
    }
}
