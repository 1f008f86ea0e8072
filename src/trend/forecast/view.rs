//! A beginning of a history, as the members look at it: with and without its season, as it is and in logarithms.

use super::elementary::exp;
use super::history::{History, Range};
use super::seasonality::{Effect, Seasonality};

/// A beginning of a history. The season is found in it alone: what came later is not known yet.
pub(super) struct View<'a> {
    /// The values.
    pub(super) values: &'a [f64],
    /// The values, as logarithms if they are positive.
    pub(super) logs: &'a [f64],
    /// Steps in a season.
    pub(super) season: usize,
    /// The values without season.
    pub(super) adjusted: Vec<f64>,
    /// The logarithms without season.
    pub(super) log_adjusted: Vec<f64>,
    /// The season of the logarithms.
    pub(super) log_season: Seasonality,
    value_season: Seasonality,
    range: Range,
}

impl<'a> View<'a> {
    /// The first `length` values.
    pub(super) fn of(history: &'a History, length: usize) -> Self {
        let (values, logs) = (&history.values[..length], &history.logs[..length]);
        let effect = if history.range == Range::Positive { Effect::Factor } else { Effect::Difference };
        let value_season = Seasonality::of(values, history.season, effect);
        let log_season = Seasonality::of(logs, history.season, Effect::Difference);
        View {
            values,
            logs,
            season: history.season,
            adjusted: value_season.remove(values),
            log_adjusted: log_season.remove(logs),
            log_season,
            value_season,
            range: history.range,
        }
    }

    /// Forecasts of the adjusted values, with season, in the unit of the history.
    pub(super) fn restored(&self, mut forecasts: Vec<f64>) -> Vec<f64> {
        self.value_season.restore(&mut forecasts, self.values.len());
        self.allowed(forecasts)
    }

    /// Forecasts of the adjusted logarithms, with season, in the unit of the history.
    pub(super) fn restored_logs(&self, mut forecasts: Vec<f64>) -> Vec<f64> {
        self.log_season.restore(&mut forecasts, self.values.len());
        self.out_of_logs(forecasts)
    }

    /// Forecasts of the logarithms, in the unit of the history.
    pub(super) fn out_of_logs(&self, mut forecasts: Vec<f64>) -> Vec<f64> {
        if self.range == Range::Positive {
            forecasts.iter_mut().for_each(|forecast| *forecast = exp(*forecast));
        }
        self.allowed(forecasts)
    }

    fn allowed(&self, mut forecasts: Vec<f64>) -> Vec<f64> {
        if self.range != Range::Any {
            forecasts.iter_mut().for_each(|forecast| *forecast = forecast.max(0.0));
        }
        forecasts
    }
}
