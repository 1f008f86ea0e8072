//! Forecasts of any series: a number with its bands in order, or a reason; never half a number.

use opsreport::trend::forecast::{Known, Pool, Request, Step, forecast};

use super::bytes::Bytes;

/// A series and what is known beside it.
pub fn forecasts(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let season = [1, 4, 7, 12, 52, 2, 24, 3][bytes.below(8)];
    let horizon = 1 + bytes.below(40);
    let odd = bytes.below(8) == 0;
    let pool = (bytes.below(4) == 0).then(|| Pool {
        index: (0..season).map(|_| multiplier(&mut bytes, false)).collect(),
        scale: multiplier(&mut bytes, false),
        sisters: bytes.below(8),
    });
    let future: Vec<f64> = (0..horizon).map(|_| multiplier(&mut bytes, odd)).collect();
    let knows = bytes.below(4) == 0;
    let mut values = Vec::new();
    while !bytes.is_empty() && values.len() < 400 {
        values.push(bytes.maybe(Bytes::float));
    }
    let past: Vec<f64> = (0..values.len()).map(|at| [1.0, 2.5, 0.5][at % 3]).collect();
    let known = knows.then_some(Known { past: &past, future: &future });
    let request = Request { values: &values, season, horizon, known, pool: pool.as_ref() };
    let Ok(forecast) = forecast(&request) else { return };
    assert_eq!(forecast.steps.len(), horizon);
    forecast.steps.iter().for_each(check);
    check(&forecast.total(0..horizon));
    assert!(forecast.imputed.iter().all(|at| *at < values.len()));
}

fn multiplier(bytes: &mut Bytes<'_>, odd: bool) -> f64 {
    if odd { bytes.float() } else { f64::from(bytes.byte() % 40 + 1) / 10.0 }
}

fn check(step: &Step) {
    let rising = [step.band95.low, step.band80.low, step.point, step.band80.high, step.band95.high];
    assert!(rising.iter().all(|value| value.is_finite()), "{step:?}");
    assert!(rising.is_sorted(), "{step:?}");
}
