//! Simulated logs: bands that are too narrow become right, sound ones stay.

use super::{LEAST, Recalibration, widened};
use crate::diagnostic::Place;
use crate::quantity::{Day, Grain, MeasureId, Period, Ratio, Scope};
use crate::trend::score::{Claim, Computed, Scored, Source, Who};
use crate::trend::{Ahead, Learned, Subject};
use crate::workspace::Bounds;

/// The half widths of the sound bands of a standard normal error.
const SOUND: [f64; 2] = [1.2816, 1.96];

/// Normal errors, always the same ones: a linear congruential generator (Knuth, MMIX) and Box and Muller.
struct Errors(u64);

impl Iterator for Errors {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        let mut uniform = || {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((self.0 >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
        };
        let (radius, angle) = ((-2.0 * uniform().ln()).sqrt(), std::f64::consts::TAU * uniform());
        Some(radius * angle.cos())
    }
}

fn ratio(number: f64) -> Ratio {
    Ratio::from_scaled((number * 1e6).round() as i128, 6)
}

fn bounds(half: f64) -> Bounds {
    Bounds { low: ratio(100.0 - half), high: ratio(100.0 + half) }
}

/// A forecast of 100, bands of so many times the sound width, and an error.
fn scored((n, error): (usize, f64), width: f64, method: &str) -> Scored {
    let first = Day::parse("2020-01-01").unwrap();
    let span = Period::containing(first + (n as i32 / 10) * 31, Grain::Month).span();
    let level = |percent, half: f64| (Ratio::from_scaled(percent, 2), bounds(half * width));
    Scored {
        claim: Claim {
            who: Who::Tool,
            computed: Some(Computed { method: method.to_owned(), version: 1 }),
            source: Source::Log,
            subject: Subject::of(&MeasureId::new("units"), &Scope::company()),
            issued: span.from,
            origin: span.from - 1,
            span,
            point: ratio(100.0),
            bands: vec![level(80, SOUND[0]), level(95, SOUND[1])],
            is_growth: false,
            place: Place::file(&"forecasts/issued/a.csv".into()),
        },
        ahead: 1,
        actual: ratio(100.0 + error),
        naive: None,
        scale: Some(Ratio::one()),
    }
}

fn log(seed: u64, count: usize, width: f64) -> Vec<Scored> {
    Errors(seed).take(count).enumerate().map(|point| scored(point, width, "level")).collect()
}

/// How often bands of so many times the sound width hold further errors.
fn coverage(seed: u64, half: f64) -> f64 {
    let held = Errors(seed).take(20_000).filter(|error| error.abs() <= half).count();
    held as f64 / 20_000.0
}

#[test]
fn bands_that_are_too_narrow_or_too_wide_become_right() {
    for (seed, width) in [(1, 0.6), (2, 0.6), (3, 0.5), (4, 1.8), (5, 2.0)] {
        let learned = Recalibration::of(&log(seed, 600, width)).unwrap();
        for (half, factor, level) in
            [(SOUND[0], &learned.all.factor80, 0.80), (SOUND[1], &learned.all.factor95, 0.95)]
        {
            let found = coverage(seed + 100, half * width * factor.to_f64());
            assert!((found - level).abs() < 0.03, "{width} {level}: {found} by {factor}");
        }
    }
}

#[test]
fn sound_bands_hardly_move() {
    for seed in 1..=20 {
        let learned = Recalibration::of(&log(seed, 400, 1.0)).unwrap();
        for factor in [learned.all.factor80.to_f64(), learned.all.factor95.to_f64()] {
            assert!((factor - 1.0).abs() < 0.12, "{seed}: {factor}");
        }
    }
}

#[test]
fn too_short_a_log_teaches_nothing() {
    assert_eq!(Recalibration::of(&log(1, LEAST - 1, 0.5)), None);
    assert!(Recalibration::of(&log(1, LEAST, 0.5)).is_some());
    let few: Vec<Scored> =
        log(1, 400, 0.5).into_iter().filter(|point| point.claim.span.to.month() < 5).collect();
    let one = few.iter().take(40).cycle().take(LEAST).cloned().collect::<Vec<_>>();
    assert_eq!(Recalibration::of(&one), None, "many forecasts of four months are four draws");
    let people: Vec<Scored> = log(1, 400, 0.5)
        .into_iter()
        .map(|point| Scored {
            claim: Claim { who: Who::Person(crate::quantity::PersonId::new("kuo")), ..point.claim },
            ..point
        })
        .collect();
    assert_eq!(Recalibration::of(&people), None, "what people say teaches nothing of the program's bands");
    let running: Vec<Scored> =
        log(1, 400, 0.5).into_iter().map(|point| Scored { ahead: 0, ..point }).collect();
    assert_eq!(Recalibration::of(&running), None, "a period that had begun is easier");
}

#[test]
fn bands_that_were_widened_already_teach_what_the_method_misses() {
    let raw = Recalibration::of(&log(7, 400, 0.5)).unwrap();
    let widened = Errors(7).take(400).enumerate().map(|point| scored(point, 1.0, "level.log-2000-2000"));
    assert_eq!(Recalibration::of(&widened.collect::<Vec<_>>()), Some(raw));
}

#[test]
fn a_forecast_keeps_its_point_and_its_bands_their_order() {
    let learned = Learned { factor80: ratio(2.0), factor95: ratio(1.1) };
    let ahead = Ahead {
        period: Period::Year(2027),
        so_far: None,
        point: ratio(10.0),
        low80: ratio(4.0),
        high80: ratio(16.0),
        low95: ratio(1.0),
        high95: ratio(20.0),
        plan: None,
        learned: None,
    };
    assert_eq!(ahead.method("combination"), "combination");
    let wide = widened(&ahead, &learned);
    assert_eq!(wide.method("combination"), "combination.log-2000-1100");
    let ends = [&wide.low95, &wide.low80, &wide.point, &wide.high80, &wide.high95];
    assert!(ends.is_sorted(), "{ends:?}");
    assert_eq!((&wide.low80, &wide.high80), (&Ratio::zero(), &ratio(22.0)), "nothing is sold below nought");
}

#[test]
fn a_horizon_that_stands_out_is_told_apart_and_its_figures_too() {
    let near = log(1, 400, 1.0);
    let far = log(2, 400, 0.5).into_iter().map(|point| Scored { ahead: 14, ..point });
    let all: Vec<Scored> = near.into_iter().chain(far).collect();
    let learned = Recalibration::of(&all).unwrap();
    let [units, other] = ["units", "sales"].map(MeasureId::new);
    let at = |metric, ahead| learned.at(metric, ahead).factor80.to_f64();
    assert!((at(&units, 1) - 1.0).abs() < 0.15, "{}", at(&units, 1));
    assert!((at(&units, 14) - 2.0).abs() < 0.3, "{}", at(&units, 14));
    assert!(at(&other, 14) > 1.6, "of a figure without a log by its horizon: {}", at(&other, 14));
    assert_eq!(learned.at(&units, 5), learned.all, "a horizon without a log by all");
    assert_eq!(learned.at(&units, 0), learned.at(&units, 1), "what has begun as what is next");
}

#[test]
fn multipliers_change_evenly_from_one_horizon_to_the_next() {
    let near = log(1, 400, 1.0).into_iter().map(|point| Scored { ahead: 5, ..point });
    let far = log(2, 400, 0.5).into_iter().map(|point| Scored { ahead: 14, ..point });
    let learned = Recalibration::of(&near.chain(far).collect::<Vec<_>>()).unwrap();
    let units = MeasureId::new("units");
    let factors: Vec<f64> = (5..=16).map(|ahead| learned.at(&units, ahead).factor80.to_f64()).collect();
    let (first, last) = (factors[0], factors[9]);
    assert!(last > 1.5 * first, "{factors:?}");
    assert!(
        factors.windows(2).all(|pair| (0.0..=0.3 * (last - first)).contains(&(pair[1] - pair[0]))),
        "{factors:?}"
    );
    assert_eq!(factors[9..], [last; 3], "what lies far behind stays");
}
