//! The season that a plan sees: of help where a history is too short to show its own.

use super::base::Track;
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::Check;
use crate::trend::elementary::{exp, ln};
use crate::workspace::Workspace;

/// What was planned of a part in each period, nought where nothing was: of the figure itself, else of one that has a goal,
/// whose season is the nearest to know.
pub(super) fn plans(
    workspace: &Workspace,
    check: &Check<'_>,
    (metric, scope): (&MeasureId, &Scope),
    periods: &[Period],
) -> Vec<f64> {
    let planned = |metric: &MeasureId| -> Vec<f64> {
        let value = |period: &Period| check.plan.value(check.catalogue, metric, (scope, period.span()));
        periods.iter().map(|period| value(period).map_or(0.0, |plan| plan.to_f64())).collect()
    };
    let goals = workspace.goals.iter().map(|goal| &goal.metric.value);
    let each = std::iter::once(metric).chain(goals).map(planned);
    let mut whole = each.filter(|plans| plans.iter().all(|plan| *plan > 0.0));
    whole.next().unwrap_or_else(|| vec![0.0; periods.len()])
}

/// What each period weighs by its days and by the season of the plan, where the plan shows one and what was measured
/// is steadier without it; nothing where two seasons were measured, which say more than any plan.
///
/// Only the season is taken from the plan, by classical decomposition of its logarithms: how much it wants to grow is no
/// evidence of growth.
pub(super) fn weights(track: &Track, (weights, plans): (&[f64], &[f64]), season: usize) -> Option<Vec<f64>> {
    if season < 2 || track.known() >= 2 * season {
        return None;
    }
    let level = |(plan, weight): (&f64, &f64)| (*plan > 0.0 && *weight > 0.0).then(|| ln(plan / weight));
    let levels: Vec<f64> = plans.iter().zip(weights).map(level).collect::<Option<_>>()?;
    let figure = figure(&levels, season)?;
    let seasonal = |(at, weight): (usize, &f64)| weight * exp(figure[at % season]);
    let seasonal: Vec<f64> = weights.iter().enumerate().map(seasonal).collect();
    (unrest(track, &seasonal)? < unrest(track, weights)?).then_some(seasonal)
}

/// How far each step of the season lies from the course of a year around it, on average; nothing below two seasons.
pub(super) fn figure(levels: &[f64], season: usize) -> Option<Vec<f64>> {
    if levels.len() < 2 * season {
        return None;
    }
    let half = season / 2;
    let mut sums = vec![(0.0, 0.0); season];
    for at in half..levels.len() - half {
        let window = &levels[at - half..=at + half];
        // Of an even season the ends of the window are the same step: each counts half.
        let ends = if season.is_multiple_of(2) { 0.5 * (window[0] + window[2 * half]) } else { 0.0 };
        let course = (window.iter().sum::<f64>() - ends) / season as f64;
        let (sum, count) = sums[at % season];
        sums[at % season] = (sum + levels[at] - course, count + 1.0);
    }
    let figure: Vec<f64> = sums.iter().map(|(sum, count): &(f64, f64)| sum / count.max(1.0)).collect();
    let mean = figure.iter().sum::<f64>() / season as f64;
    Some(figure.into_iter().map(|step| step - mean).collect())
}

/// How much the logarithms of what was measured change from one period to the next once its weights are taken out, as a
/// standard deviation; nothing below three changes.
pub(super) fn unrest(track: &Track, weights: &[f64]) -> Option<f64> {
    let places = track.start..track.end();
    let known = places.filter_map(|at| Some(track.at(at)? / weights.get(at)?)).filter(|value| *value > 0.0);
    let levels: Vec<f64> = known.map(ln).collect();
    let changes: Vec<f64> = levels.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let count = changes.len() as f64;
    let mean = changes.iter().sum::<f64>() / count;
    let squares: f64 = changes.iter().map(|change| (change - mean) * (change - mean)).sum();
    (changes.len() >= 3).then(|| (squares / count).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn season(at: usize) -> f64 {
        [0.6, 0.7, 0.8, 0.9, 1.0, 1.6, 1.2, 0.9, 0.8, 0.9, 1.5, 1.3][at % 12]
    }

    fn track(months: usize, of: impl Fn(usize) -> f64) -> Track {
        Track { start: 0, values: (0..months).map(|at| Some(of(at))).collect() }
    }

    #[test]
    fn the_season_of_the_plan_is_taken_and_its_growth_is_not() {
        let plans: Vec<f64> = (0..36).map(|at| season(at) * exp(at as f64 * 0.05)).collect();
        let sold = track(14, |at| 100.0 * season(at));
        let found = weights(&sold, (&[1.0; 36], &plans), 12).expect("a season");
        let next = found[24] / found[12];
        assert!((next - 1.0).abs() < 1e-9, "two Januaries weigh the same: {next}");
        let (peak, trough) = (found[5] / found[0], 1.6 / 0.6);
        assert!((peak / trough - 1.0).abs() < 0.01, "{peak} of {trough}");
    }

    #[test]
    fn a_plan_that_sees_another_season_than_was_measured_is_not_believed() {
        let plans: Vec<f64> = (0..36).map(|at| season(at + 5)).collect();
        let sold = track(14, |at| 100.0 * season(at));
        assert_eq!(weights(&sold, (&[1.0; 36], &plans), 12), None);
    }

    #[test]
    fn two_measured_seasons_or_a_plan_with_holes_leave_the_plan_out() {
        let mut plans: Vec<f64> = (0..36).map(season).collect();
        assert_eq!(weights(&track(24, season), (&[1.0; 36], &plans), 12), None);
        plans[3] = 0.0;
        assert_eq!(weights(&track(14, season), (&[1.0; 36], &plans), 12), None);
        assert_eq!(weights(&track(14, season), (&[1.0; 12], &plans[24..]), 12), None);
    }
}
