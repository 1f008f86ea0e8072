//! Forecasts made again at origins in the past, and what became of them.

use super::ensemble::{Ensemble, MEMBERS};
use super::history::History;

/// How many origins in the past are tried.
const ORIGINS: usize = 12;

/// One point that was forecast from before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trial {
    /// How many values were known.
    pub(super) origin: usize,
    /// How many steps ahead, from 1.
    pub(super) ahead: usize,
    /// What came, in the unit of the history.
    pub(super) actual: f64,
    /// What each member had forecast.
    pub(super) forecasts: [f64; MEMBERS],
}

/// Runs the fitted members from origins in the past. Parameters stay those of the whole history: that costs a tenth of
/// fitting anew and picks the same weights.
pub(super) fn trials(ensemble: &Ensemble, history: &History, horizon: usize) -> Vec<Trial> {
    let mut trials = Vec::new();
    for held_out in held_out(history.values.len(), history.season, horizon) {
        let origin = history.values.len() - held_out;
        let steps = horizon.min(held_out);
        let forecasts = ensemble.forecasts(history, origin, steps);
        // What was filled in is no evidence.
        let measured = (0..steps).filter(|step| history.measured[origin + step]);
        trials.extend(measured.map(|step| Trial {
            origin,
            ahead: step + 1,
            actual: history.values[origin + step],
            forecasts: std::array::from_fn(|member| forecasts[member][step]),
        }));
    }
    trials
}

/// How many last values are held out at each origin, spread over two seasons or two horizons.
fn held_out(length: usize, season: usize, horizon: usize) -> Vec<usize> {
    let least = if length >= 2 * season + 4 { 2 * season } else { (length / 2).max(5) };
    let available = length.saturating_sub(least);
    let span = available.min((2 * season).max(2 * horizon).max(ORIGINS));
    let count = ORIGINS.min(span);
    let mut chosen: Vec<usize> = (0..count)
        .map(|place| if count == 1 { span } else { 1 + (span - 1) * place / (count - 1) })
        .collect();
    chosen.dedup();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_leave_two_seasons_to_learn_from() {
        let chosen = held_out(60, 12, 18);
        assert_eq!((chosen.len(), chosen[0], chosen[11]), (12, 1, 36));
        assert_eq!(held_out(30, 12, 18), [1, 2, 3, 4, 5, 6]);
        assert_eq!(held_out(4, 1, 6), Vec::<usize>::new());
    }
}
