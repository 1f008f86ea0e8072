//! How far forecasts lay from what happened (domain 6.3): exact, whatever the figures.
//!
//! There is no percentage error here: of items with periods of nought it says nothing.

use crate::quantity::Ratio;
use crate::workspace::Bounds;

/// A forecast and what happened, in the same unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    /// What was forecast.
    pub forecast: Ratio,
    /// What happened.
    pub actual: Ratio,
}

impl Paired {
    /// Forecast minus actual: above nought, too much was forecast.
    pub fn error(&self) -> Ratio {
        &self.forecast - &self.actual
    }
}

impl Bounds {
    /// Whether a figure lies between them; both ends count.
    pub fn holds(&self, actual: &Ratio) -> bool {
        self.low <= *actual && *actual <= self.high
    }

    /// Its Winkler score at a level (0.80): its width, and 2 / (1 − level) times what it was missed by.
    ///
    /// In the unit of the figure; less is better. Nothing at a level of one.
    pub fn winkler(&self, level: &Ratio, actual: &Ratio) -> Option<Ratio> {
        let outside = (&self.low - actual).max(actual - &self.high).max(Ratio::zero());
        let penalty = Ratio::from_int(2).checked_div(&(&Ratio::one() - level))?;
        Some(&(&self.high - &self.low) + &(&penalty * &outside))
    }
}

/// The mean of some numbers; nothing of none.
pub fn mean(numbers: impl IntoIterator<Item = Ratio>) -> Option<Ratio> {
    let (count, sum) = numbers.into_iter().fold((0, Ratio::zero()), |(n, sum), x| (n + 1, &sum + &x));
    sum.checked_div(&Ratio::from_int(count))
}

/// The mean absolute error, in the unit of the figure.
pub fn mae(pairs: &[Paired]) -> Option<Ratio> {
    mean(pairs.iter().map(|pair| pair.error().abs()))
}

/// The mean error, forecast minus actual, in the unit of the figure.
pub fn bias(pairs: &[Paired]) -> Option<Ratio> {
    mean(pairs.iter().map(Paired::error))
}

/// The sum of absolute errors over the sum of what happened, without its signs; nothing where nothing happened.
pub fn wape(pairs: &[Paired]) -> Option<Ratio> {
    let errors: Ratio = pairs.iter().map(|pair| pair.error().abs()).sum();
    let actual: Ratio = pairs.iter().map(|pair| pair.actual.abs()).sum();
    errors.checked_div(&actual)
}

/// What the (seasonal) naive forecast was wrong by on average over a history: the mean of |x(t) − x(t−season)|
/// (Hyndman and Koehler 2006); the values of a step that is not known are left out. Nothing where no two values lie a
/// season apart.
pub fn naive_scale(history: &[Option<Ratio>], season: usize) -> Option<Ratio> {
    let later = history.iter().skip(season);
    let steps = history.iter().zip(later).filter_map(|(before, now)| Some(now.as_ref()? - before.as_ref()?));
    mean(steps.map(|step| step.abs()))
}

/// The mean absolute scaled error: [`mae`] over the scale of the history; nothing where the history never changed.
pub fn mase(pairs: &[Paired], scale: &Ratio) -> Option<Ratio> {
    mae(pairs)?.checked_div(scale)
}

/// The root mean squared scaled error of errors that are divided by their scale already; an estimate.
///
/// It is the one to look at where most periods are nought: there a forecast of nothing has the best mean absolute error.
pub fn rmsse(scaled_errors: &[Ratio]) -> Option<f64> {
    Some(mean(scaled_errors.iter().map(|error| error * error))?.to_f64().sqrt())
}

/// What a forecast adds over the naive one: 1 − error / error of the naive one, 0.60 where it is wrong by 60 % less;
/// below nought, it takes away. Nothing where the naive one was never wrong.
pub fn value_added(error: &Ratio, naive: &Ratio) -> Option<Ratio> {
    Some(&Ratio::one() - &error.checked_div(naive)?)
}

/// The sum of errors over the mean absolute error: beyond ±4 a forecast is wrong in one direction; nought where it was
/// never wrong.
pub fn tracking_signal(errors: &[Ratio]) -> Option<Ratio> {
    let spread = mean(errors.iter().map(Ratio::abs))?;
    let sum: Ratio = errors.iter().sum();
    Some(sum.checked_div(&spread).unwrap_or_else(Ratio::zero))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(numbers: &[i128]) -> Vec<Ratio> {
        numbers.iter().map(|n| Ratio::from_int(*n)).collect()
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!((mae(&[]), bias(&[]), wape(&[]), tracking_signal(&[])), (None, None, None, None));
        assert_eq!((naive_scale(&[], 1), rmsse(&[])), (None, None));
        let zeros = [Paired { forecast: Ratio::one(), actual: Ratio::zero() }];
        assert_eq!(wape(&zeros), None, "nothing happened");
        assert_eq!(mase(&zeros, &Ratio::zero()), None, "the history never changed");
    }

    #[test]
    fn a_gap_in_the_history_takes_its_two_steps_with_it() {
        let history = [Some(1), None, Some(4), Some(6)].map(|n| n.map(Ratio::from_int));
        assert_eq!(naive_scale(&history, 1), Some(Ratio::from_int(2)));
        assert_eq!(naive_scale(&history, 2), Some(Ratio::from_int(3)));
    }

    #[test]
    fn errors_in_one_direction_are_told_by_the_tracking_signal() {
        assert_eq!(tracking_signal(&numbers(&[2, 2, 2, 2, 2])), Some(Ratio::from_int(5)));
        assert_eq!(tracking_signal(&numbers(&[2, -2, 2, -2])), Some(Ratio::zero()));
        assert_eq!(tracking_signal(&numbers(&[0, 0])), Some(Ratio::zero()));
    }

    #[test]
    fn a_band_that_misses_pays_for_it() {
        let band = Bounds { low: Ratio::from_int(10), high: Ratio::from_int(20) };
        let score = |actual| band.winkler(&Ratio::from_scaled(8, 1), &Ratio::from_int(actual)).unwrap();
        assert_eq!([score(10), score(20), score(21), score(8)].to_vec(), numbers(&[10, 10, 20, 30]));
        assert!(band.holds(&Ratio::from_int(20)) && !band.holds(&Ratio::from_int(21)));
    }
}
