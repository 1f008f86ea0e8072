//! What must hold for any series, and the cases that caught other programs out.

use proptest::prelude::*;

use super::*;

fn asked(values: &[Option<f64>], season: usize, horizon: usize) -> Result<Forecast, Refusal> {
    forecast(&Request { values, season, horizon, known: None, pool: None })
}

fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn points(values: &[f64], season: usize, horizon: usize) -> Vec<f64> {
    asked(&known(values), season, horizon).unwrap().steps.iter().map(|step| step.point).collect()
}

/// Everything that is promised of a step.
fn check(step: &Step, floor: f64) -> Result<(), TestCaseError> {
    let ends = [step.band95.low, step.band80.low, step.point, step.band80.high, step.band95.high];
    prop_assert!(ends.iter().all(|end| end.is_finite()), "{ends:?}");
    prop_assert!(ends.windows(2).all(|pair| pair[0] <= pair[1]), "{ends:?}");
    prop_assert!(ends[0] >= floor, "{ends:?}");
    Ok(())
}

fn check_all(values: &[Option<f64>], season: usize, horizon: usize) -> Result<(), TestCaseError> {
    let least =
        values.iter().flatten().filter(|value| value.is_finite()).copied().fold(f64::INFINITY, f64::min);
    let floor = if least >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    let Ok(forecast) = asked(values, season, horizon) else { return Ok(()) };
    prop_assert_eq!(forecast.steps.len(), horizon);
    for step in &forecast.steps {
        check(step, floor)?;
    }
    for range in [0..horizon, 0..0, horizon / 2..horizon, 0..usize::MAX] {
        check(&forecast.total(range), floor)?;
    }
    prop_assert!(forecast.imputed.iter().all(|place| values[*place].is_none_or(|value| !value.is_finite())));
    Ok(())
}

/// A value of any size, missing now and then, zero often.
fn value(size: f64) -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        2 => Just(Some(0.0)),
        1 => Just(None),
        1 => Just(Some(f64::NAN)),
        4 => (0.0..1.0_f64).prop_map(move |share| Some(share * size)),
        4 => (0..9_u8).prop_map(|count| Some(f64::from(count))),
    ]
}

fn sizes() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1.0), Just(1e12), Just(1e-9), Just(1e300), Just(1e-300), Just(f64::MAX), Just(5e-324)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_series_gets_sound_bands_or_a_reason(
        values in sizes().prop_flat_map(|size| prop::collection::vec(value(size), 0..70)),
        season in prop_oneof![Just(0_usize), Just(1), Just(2), Just(4), Just(7), Just(12), Just(52), Just(usize::MAX)],
        horizon in prop_oneof![Just(0_usize), Just(1), 2..30_usize, Just(400)],
    ) {
        check_all(&values, season, horizon)?;
    }

    #[test]
    fn negative_values_are_forecast_too(
        values in prop::collection::vec(-1e6..1e6_f64, 0..60), season in 1..13_usize, horizon in 0..20_usize,
    ) {
        check_all(&known(&values), season, horizon)?;
    }

    #[test]
    fn positive_values_of_any_size_are_forecast(
        values in sizes().prop_flat_map(|size| prop::collection::vec((0.001..1.0_f64).prop_map(move |x| x * size), 3..60)),
        season in 1..13_usize, horizon in 1..20_usize,
    ) {
        let values: Vec<f64> = values.into_iter().filter(|value| *value > 0.0).collect();
        check_all(&known(&values), season, horizon)?;
    }

    #[test]
    fn sisters_of_any_season_leave_sound_bands(
        values in prop::collection::vec(value(50.0), 0..20),
        index in prop::collection::vec(0.01..10.0_f64, 1..14), scale in 0.0..3.0_f64, sisters in 0..9_usize,
    ) {
        let (season, pool) = (index.len(), Pool { index, scale, sisters });
        let request = Request { values: &values, season, horizon: 9, known: None, pool: Some(&pool) };
        if let Ok(forecast) = forecast(&request) {
            for step in &forecast.steps {
                check(step, 0.0)?;
            }
            check(&forecast.total(0..9), 0.0)?;
        }
    }

    #[test]
    fn the_unit_does_not_matter(
        values in prop::collection::vec(1.0..100.0_f64, 8..40), season in 1..6_usize,
    ) {
        let thousand: Vec<f64> = values.iter().map(|value| value * 1024.0).collect();
        let (one, other) = (asked(&known(&values), season, 3).unwrap(), asked(&known(&thousand), season, 3).unwrap());
        for (a, b) in one.steps.iter().zip(&other.steps) {
            prop_assert!((a.point * 1024.0 - b.point).abs() <= 1e-9 * b.point);
            prop_assert!((a.band95.high * 1024.0 - b.band95.high).abs() <= 1e-9 * b.band95.high);
        }
    }

    #[test]
    fn the_same_series_gets_the_same_forecast(values in prop::collection::vec(value(50.0), 0..60)) {
        let debug = || format!("{:?}", asked(&values, 7, 9));
        prop_assert_eq!(debug(), debug());
    }

    #[test]
    fn known_multipliers_scale_the_steps(values in prop::collection::vec(1.0..100.0_f64, 8..30)) {
        let values = known(&values);
        let (past, future) = (vec![1.0; values.len()], [1.0, 2.0, 0.5]);
        let factors = Known { past: &past, future: &future };
        let plain = asked(&values, 4, 3).unwrap();
        let request = Request { values: &values, season: 4, horizon: 3, known: Some(factors), pool: None };
        let lifted = forecast(&request).unwrap();
        for ((plain, lifted), factor) in plain.steps.iter().zip(&lifted.steps).zip(future) {
            prop_assert!((plain.point * factor - lifted.point).abs() <= 1e-9 * lifted.point);
            prop_assert!((plain.band80.low * factor - lifted.band80.low).abs() <= 1e-9 * lifted.point);
        }
    }
}

#[test]
fn nothing_known_is_refused_with_the_number() {
    assert_eq!(asked(&[], 12, 3), Err(Refusal::TooFew { known: 0, needed: 3 }));
    assert_eq!(asked(&[None, Some(f64::NAN)], 12, 3), Err(Refusal::TooFew { known: 0, needed: 3 }));
    assert_eq!(asked(&known(&[4.0, 5.0]), 12, 3), Err(Refusal::TooFew { known: 2, needed: 3 }));
}

#[test]
fn what_never_changed_goes_on_once_it_was_seen_nineteen_times() {
    assert_eq!(asked(&known(&[7.0; 18]), 12, 2), Err(Refusal::NoSpread { known: 18, needed: 19 }));
    for constant in [0.0, 7.0, -3.0] {
        let forecast = asked(&known(&[constant; 24]), 12, 2).unwrap();
        let band = Band { low: constant, high: constant };
        assert_eq!(forecast.method, Method::Constant);
        assert_eq!(forecast.steps, [Step { point: constant, band80: band, band95: band }; 2]);
    }
}

#[test]
fn what_grows_beyond_the_largest_number_is_refused() {
    let values: Vec<f64> = (0..40).map(|step| 1e300 * 1.6_f64.powi(step)).collect();
    let refused = asked(&known(&values), 1, 400).unwrap_err();
    assert_eq!(refused, Refusal::TooLarge);
}

#[test]
fn multipliers_must_fit() {
    let values = known(&[1.0, 2.0, 3.0, 4.0]);
    let refused = |past: &[f64], future: &[f64]| {
        forecast(&Request {
            values: &values,
            season: 1,
            horizon: 2,
            known: Some(Known { past, future }),
            pool: None,
        })
    };
    assert_eq!(refused(&[1.0; 3], &[1.0; 2]), Err(Refusal::BadMultipliers));
    assert_eq!(refused(&[1.0; 4], &[1.0]), Err(Refusal::BadMultipliers));
    assert_eq!(refused(&[1.0; 4], &[1.0, -1.0]), Err(Refusal::BadMultipliers));
}

#[test]
fn a_collapse_to_zero_stays_above_zero() {
    let mut values = vec![1000.0; 30];
    values.extend([0.0; 6]);
    let forecast = asked(&known(&values), 12, 12).unwrap();
    assert!(forecast.steps.iter().all(|step| step.band95.low >= 0.0 && step.point < 700.0), "{forecast:?}");
}

#[test]
fn a_clean_season_of_two_years_comes_again() {
    let wave = |step: usize| 100.0 + 20.0 * (step as f64 * std::f64::consts::TAU / 12.0).sin();
    for length in [24, 25, 36] {
        let values: Vec<f64> = (0..length).map(wave).collect();
        for (ahead, point) in points(&values, 12, 12).iter().enumerate() {
            let expected = wave(length + ahead);
            assert!((point - expected).abs() < 6.0, "{length} {ahead}: {point} {expected}");
        }
    }
}

#[test]
fn a_straight_line_goes_on() {
    let values: Vec<f64> = (0..36).map(|step| 1.0 + 2.0 * f64::from(step)).collect();
    let ahead = points(&values, 12, 3);
    assert!((ahead[0] - 73.0).abs() < 2.0 && (ahead[2] - 77.0).abs() < 4.0, "{ahead:?}");
}

#[test]
fn the_method_follows_the_length() {
    let values: Vec<f64> = (0..40).map(|step| 50.0 + f64::from(step * step % 11)).collect();
    for (length, method) in [
        (3, Method::Level),
        (11, Method::Level),
        (12, Method::YearAgo),
        (23, Method::YearAgo),
        (24, Method::YearAgo),
        (30, Method::Combination),
        (36, Method::Combination),
    ] {
        assert_eq!(asked(&known(&values[..length]), 12, 2).unwrap().method, method, "{length}");
    }
}

#[test]
fn sisters_lend_their_season_and_their_scale() {
    let pool = Pool { index: vec![0.5, 1.0, 2.0, 0.5], scale: 0.2, sisters: 20 };
    let values = [None, Some(10.0), Some(20.0)];
    let request = Request { values: &values, season: 4, horizon: 3, known: None, pool: Some(&pool) };
    let forecast = forecast(&request).unwrap();
    assert_eq!(forecast.method, Method::PooledSeason);
    let found: Vec<f64> = forecast.steps.iter().map(|step| step.point.round()).collect();
    assert_eq!(found, [5.0, 5.0, 10.0]);
    let few = Pool { sisters: 2, ..pool.clone() };
    let refused = super::forecast(&Request { pool: Some(&few), ..request });
    assert_eq!(refused, Err(Refusal::TooFew { known: 2, needed: 3 }));
}

#[test]
fn values_missing_at_the_end_are_stepped_over() {
    let mut values = known(&[10.0, 20.0, 40.0, 10.0].repeat(6));
    let whole = asked(&values[..22], 4, 4).unwrap();
    values[22] = None;
    values[23] = None;
    let stepped = asked(&values, 4, 2).unwrap();
    assert_eq!(stepped.steps, whole.steps[2..]);
}

#[test]
fn totals_are_surer_than_steps_that_err_alike() {
    let values: Vec<f64> = (0..60).map(|step| 100.0 + f64::from(step * 7919 % 37)).collect();
    let forecast = asked(&known(&values), 12, 6).unwrap();
    let total = forecast.total(0..6);
    let lows: f64 = forecast.steps.iter().map(|step| step.band80.low).sum();
    assert!(total.band80.low > lows && total.band80.low < total.point, "{total:?} {lows}");
    assert_eq!(forecast.total(2..3).point, forecast.steps[2].point);
}

#[test]
fn totals_of_rare_counts_are_whole_numbers() {
    let values: Vec<f64> = (0..60).map(|step| f64::from(u8::from(step % 5 == 0))).collect();
    let total = asked(&known(&values), 7, 14).unwrap().total(0..14);
    assert!(total.band95.high.fract() == 0.0 && total.band95.high > 3.0, "{total:?}");
}

#[test]
fn the_evidence_compares_with_the_seasonal_naive() {
    let values: Vec<f64> = (0..60).map(|step| 100.0 + f64::from(step * 7919 % 37)).collect();
    let evidence = asked(&known(&values), 12, 6).unwrap().evidence;
    assert!(
        evidence.count > 40 && evidence.mae < evidence.seasonal_naive_mae && evidence.mase < Some(1.0),
        "{evidence:?}"
    );
}

/// Numbers that look like chance, the same in every run: sums of twelve even ones, with mean 0 and deviation 1.
fn chance(seed: u64) -> impl Iterator<Item = f64> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut even = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / (1_u64 << 24) as f64
    };
    std::iter::repeat_with(move || (0..12).map(|_| even()).sum::<f64>() - 6.0)
}

/// In how many of 150 series the 80 % band of the first step and that of the last hold what came.
fn held(season: usize, horizon: usize, series: impl Fn(u64) -> Vec<f64>) -> [usize; 2] {
    let mut held = [0; 2];
    for seed in 0..150 {
        let values = series(seed);
        let (past, future) = values.split_at(values.len() - horizon);
        let steps = asked(&known(past), season, horizon).unwrap().steps;
        for (count, at) in held.iter_mut().zip([0, horizon - 1]) {
            *count += usize::from((steps[at].band80.low..=steps[at].band80.high).contains(&future[at]));
        }
    }
    held
}

/// Errors of a season that comes again do not grow, those of a walk do.
#[test]
fn the_next_step_is_held_as_often_as_the_last() {
    let season = |at: usize| (std::f64::consts::TAU * at as f64 / 12.0).sin() * 0.3;
    let again = |seed| {
        let at = chance(seed).take(72).enumerate();
        at.map(|(at, noise)| (8.0 + season(at) + 0.1 * noise).exp()).collect()
    };
    let walk = |seed| {
        let mut level = 8.0;
        let step = |noise: f64| {
            level += 0.1 * noise;
            f64::exp(level)
        };
        chance(seed).take(60).map(step).collect()
    };
    for held in [held(12, 12, again), held(1, 8, walk)] {
        assert!(held.iter().all(|count| (96..=135).contains(count)), "{held:?} of 150 are not about 80 %");
    }
}
