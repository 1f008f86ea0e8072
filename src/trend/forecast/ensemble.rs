//! The seven members side by side: fitted once, run from any origin.

use super::history::{History, Range};
use super::member::{DynamicTheta, Holt, Level, Winters, autoregression, theta, year_ago};
use super::view::View;

/// How many members there are.
pub(super) const MEMBERS: usize = 7;
/// A member that leaves the others by more than this factor is drawn back.
const FARTHEST: f64 = 3.0;
/// The level that the season of a year ago is mixed with moves by no more than this share of an error.
const CALM: f64 = 0.6;

/// The forecasts of all members, one list for each.
pub(super) type Forecasts = [Vec<f64>; MEMBERS];

/// The members with their parameters.
#[derive(Clone, Debug)]
pub(super) struct Ensemble {
    dynamic_theta: DynamicTheta,
    level: Level,
    log_level: Level,
    holt: Holt,
    last: Last,
}

/// The member that follows a season that changes, or a trend in logarithms where there is no season.
#[derive(Clone, Copy, Debug)]
enum Last {
    Seasonal(Winters),
    Trend(Holt),
}

impl Ensemble {
    /// Fits every member to the whole history, of four values or more that are not all the same.
    pub(super) fn fit(history: &History) -> Self {
        let view = View::of(history, history.values.len());
        let last = if view.log_season.is_flat() {
            Last::Trend(Holt::fit(&view.log_adjusted))
        } else {
            Last::Seasonal(Winters::fit(view.logs, &view.log_season))
        };
        Ensemble {
            dynamic_theta: DynamicTheta::fit(&view.adjusted),
            level: Level::fit(&view.adjusted, (0.01, 0.999)),
            log_level: Level::fit(&view.log_adjusted, (0.02, 0.99)),
            holt: Holt::fit(&view.adjusted),
            last,
        }
    }

    /// What every member forecasts after the first `length` values.
    pub(super) fn forecasts(&self, history: &History, length: usize, horizon: usize) -> Forecasts {
        let view = View::of(history, length);
        let order = if view.season > 1 { view.season.min(13) } else { 6 };
        let last = match self.last {
            Last::Seasonal(winters) => {
                view.out_of_logs(winters.forecast(view.logs, &view.log_season, horizon))
            }
            Last::Trend(holt) => view.restored_logs(holt.forecast(&view.log_adjusted, horizon)),
        };
        let mut forecasts = [
            view.restored(self.dynamic_theta.forecast(&view.adjusted, horizon)),
            view.restored_logs(theta(&view.log_adjusted, self.log_level, horizon)),
            view.restored(vec![self.level.last(&view.adjusted); horizon]),
            view.restored(self.holt.forecast(&view.adjusted, horizon)),
            view.restored_logs(autoregression(&view.log_adjusted, order, horizon)),
            last,
            year_ago(view.values, view.season, self.calm_level(&view), horizon),
        ];
        draw_together(&mut forecasts, history.range == Range::Positive);
        forecasts
    }

    /// The level of the values, season and all.
    fn calm_level(&self, view: &View<'_>) -> f64 {
        if view.season < 2 {
            return self.level.last(view.values);
        }
        let start = if view.log_season.is_flat() { self.level.start } else { Level::first(view.values) };
        Level { alpha: self.level.alpha.min(CALM), start }.last(view.values)
    }
}

/// Replaces what is no number by the middle member, and draws back positive forecasts that leave it too far.
fn draw_together(forecasts: &mut Forecasts, positive: bool) {
    for ahead in 0..forecasts[0].len() {
        let mut sorted: Vec<f64> =
            forecasts.iter().map(|member| member[ahead]).filter(|f| f.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let Some(middle) = sorted.get(sorted.len() / 2).copied() else { continue };
        for member in forecasts.iter_mut() {
            let forecast = if member[ahead].is_finite() { member[ahead] } else { middle };
            member[ahead] =
                if positive { forecast.max(middle / FARTHEST).min(middle * FARTHEST) } else { forecast };
        }
    }
}
