//! The season of a series: classical decomposition, shrunk as far as its figure may be chance.

use super::line::mean;

/// Whether a season multiplies or adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Factors round 1, of positive values.
    Factor,
    /// Differences round 0.
    Difference,
}

impl Effect {
    /// What changes nothing.
    fn neutral(self) -> f64 {
        match self {
            Effect::Factor => 1.0,
            Effect::Difference => 0.0,
        }
    }

    /// A value without its season.
    pub(super) fn remove(self, value: f64, season: f64) -> f64 {
        match self {
            Effect::Factor => value / season,
            Effect::Difference => value - season,
        }
    }

    /// A value with its season.
    pub(super) fn restore(self, value: f64, season: f64) -> f64 {
        match self {
            Effect::Factor => value * season,
            Effect::Difference => value + season,
        }
    }
}

/// One figure for each step of a season, aligned so that `figure[i % season]` belongs to value `i`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seasonality {
    figure: Vec<f64>,
    effect: Effect,
}

impl Seasonality {
    /// No season: every figure neutral.
    pub(super) fn none(season: usize, effect: Effect) -> Self {
        Seasonality { figure: vec![effect.neutral(); season.max(1)], effect }
    }

    /// Classical decomposition of two seasons or more (means of what is left of a centred moving average, as
    /// `decompose` of R has it); the figure is then shrunk to none by the rule of James and Stein (1961): by the share
    /// of its variance that its own standard error explains.
    pub(super) fn of(values: &[f64], season: usize, effect: Effect) -> Self {
        if season < 2 || values.len() < 2 * season {
            return Seasonality::none(season, effect);
        }
        let rests = rests(values, season, effect);
        let figure = averages(&rests, season, effect.neutral());
        let noise = noise(&rests, &figure);
        let mut seasonality = Seasonality { figure, effect };
        seasonality.centre();
        seasonality.shrink(noise);
        seasonality
    }

    /// Whether any step differs from another.
    pub(super) fn is_flat(&self) -> bool {
        let neutral = self.effect.neutral();
        self.figure.iter().all(|figure| *figure == neutral)
    }

    /// The figure of a value's place.
    pub(super) fn at(&self, index: usize) -> f64 {
        self.figure[index % self.figure.len()]
    }

    /// The figures of one season.
    pub(super) fn figure(&self) -> &[f64] {
        &self.figure
    }

    /// Values without their season.
    pub(super) fn remove(&self, values: &[f64]) -> Vec<f64> {
        let seasons = self.figure.iter().cycle();
        values.iter().zip(seasons).map(|(value, season)| self.effect.remove(*value, *season)).collect()
    }

    /// Forecasts from place `from` on, with their season.
    pub(super) fn restore(&self, forecasts: &mut [f64], from: usize) {
        for (ahead, forecast) in forecasts.iter_mut().enumerate() {
            *forecast = self.effect.restore(*forecast, self.at(from + ahead));
        }
    }

    fn centre(&mut self) {
        let average = mean(&self.figure);
        let effect = self.effect;
        if effect == Effect::Difference || average != 0.0 {
            self.figure.iter_mut().for_each(|figure| *figure = effect.remove(*figure, average));
        }
    }

    fn shrink(&mut self, noise: Option<f64>) {
        let (steps, neutral) = (self.figure.len() as f64, self.effect.neutral());
        let squares: f64 = self.figure.iter().map(|figure| (figure - neutral) * (figure - neutral)).sum();
        let variance = squares / (steps - 1.0);
        let kept = match noise {
            _ if variance <= 0.0 => 0.0,
            Some(noise) => {
                let lost = (steps - 3.0).max(1.0) / (steps - 1.0) * noise / variance;
                (1.0 - lost).clamp(0.0, 1.0)
            }
            // Too few repetitions to tell chance from season.
            None => 0.5,
        };
        self.figure.iter_mut().for_each(|figure| *figure = neutral + kept * (*figure - neutral));
    }
}

/// What a centred moving average over one season leaves of each value, with its step of the season.
fn rests(values: &[f64], season: usize, effect: Effect) -> Vec<(usize, f64)> {
    let half = season / 2;
    let trend = centred_average(values, season);
    let rest = |(index, trend): (usize, &f64)| {
        let at = index + half;
        let rest =
            if effect == Effect::Factor && *trend == 0.0 { 1.0 } else { effect.remove(values[at], *trend) };
        (at % season, rest)
    };
    trend.iter().enumerate().map(rest).collect()
}

/// The moving average over one season for every value that has half a season on both sides; ends of an even season
/// count half. Summed anew at intervals, so that errors of rounding do not pile up.
fn centred_average(values: &[f64], season: usize) -> Vec<f64> {
    let width = season / 2 * 2 + 1;
    let ends = if season.is_multiple_of(2) { 0.5 } else { 0.0 };
    let mut sum = 0.0;
    let averages = values.windows(width).enumerate().map(|(index, window)| {
        if index % season == 0 {
            sum = window.iter().sum();
        } else {
            sum += window[width - 1] - values[index - 1];
        }
        (sum - ends * (window[0] + window[width - 1])) / season as f64
    });
    averages.collect()
}

fn averages(rests: &[(usize, f64)], season: usize, neutral: f64) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); season];
    for (step, rest) in rests {
        sums[*step].0 += rest;
        sums[*step].1 += 1.0;
    }
    sums.iter().map(|(sum, count)| if *count > 0.0 { sum / count } else { neutral }).collect()
}

/// The squared standard error of one figure; none when the seasons are too few to tell.
fn noise(rests: &[(usize, f64)], figure: &[f64]) -> Option<f64> {
    let squares: f64 = rests.iter().map(|(step, rest)| (rest - figure[*step]) * (rest - figure[*step])).sum();
    let steps = figure.len() as f64;
    let freedom = rests.len() as f64 - steps;
    let seasons = (rests.len() as f64 / steps).max(1.0);
    (freedom >= steps * 0.5).then(|| squares / freedom / seasons)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(count: usize) -> Vec<f64> {
        let season = [90.0, 100.0, 120.0, 90.0];
        (0..count).map(|index| season[index % 4]).collect()
    }

    #[test]
    fn a_clean_season_is_kept_whole() {
        let seasonality = Seasonality::of(&wave(16), 4, Effect::Factor);
        let off =
            seasonality.figure().iter().zip([0.9, 1.0, 1.2, 0.9]).map(|(found, true_one)| found - true_one);
        assert!(off.map(f64::abs).all(|off| off < 1e-12), "{seasonality:?}");
        assert!(seasonality.remove(&wave(16)).iter().all(|value| (value - 100.0).abs() < 1e-9));
    }

    #[test]
    fn chance_is_no_season() {
        let noise: Vec<f64> = (0..40).map(|index| 100.0 + f64::from(index * index * 7919 % 13)).collect();
        let seasonality = Seasonality::of(&noise, 4, Effect::Difference);
        assert!(seasonality.figure().iter().all(|figure| figure.abs() < 1.5), "{seasonality:?}");
    }

    #[test]
    fn less_than_two_seasons_say_nothing() {
        assert!(Seasonality::of(&wave(7), 4, Effect::Difference).is_flat());
        assert!(Seasonality::of(&wave(9), 1, Effect::Difference).is_flat());
    }
}
