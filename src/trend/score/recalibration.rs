//! Bands that learn from the log: made wider or narrower by what the program's own forecasts missed by.

use std::collections::BTreeSet;

use super::claim::{Claim, Computed, Who};
use super::verdict::{PERIODS, clustered_error};
use super::{Horizon, Scored};
use crate::quantity::{Day, Ratio};
use crate::trend::{Ahead, Line, Outlook};
use crate::workspace::Bounds;

/// What the half widths of bands are multiplied by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalibration {
    /// How many forecasts it was learned from.
    pub n: usize,
    /// The multiplier of the band of 80 %, to three places.
    pub factor80: Ratio,
    /// The multiplier of the band of 95 %, to three places.
    pub factor95: Ratio,
}

/// As many scored forecasts of the program as it takes.
pub const LEAST: usize = 200;

/// What stands between the name of a method and the thousandths that its bands were multiplied by.
const MARK: &str = ".log-";

/// By how many half widths a forecast was off, and the last day of its period.
type Off = (Day, f64);

impl Recalibration {
    /// Learns from forecasts that have come due; nothing while the program has too few of them, or of too few periods.
    ///
    /// For each level the multiplier is the conformal quantile of the errors in half widths of their band: the
    /// ⌈(n + 1) · level⌉th smallest (Vovk, Gammerman and Shafer 2005). Its logarithm is shrunk towards nought by
    /// 1 − 1 / z² (James and Stein), where z is how many standard errors the coverage is off by: bands that hold as
    /// often as they say stay as they are. Forecasts of one period share its chance, as in a verdict.
    pub fn of(scored: &[Scored]) -> Option<Self> {
        let learned = |percent| {
            let off = |point: &Scored| off(point, percent);
            let all: Vec<Off> = scored.iter().filter_map(off).collect();
            let periods: BTreeSet<Day> = all.iter().map(|(day, _)| *day).collect();
            (all.len() >= LEAST && periods.len() >= PERIODS)
                .then(|| (all.len(), factor(&all, f64::from(percent) / 100.0)))
        };
        let ((n, factor80), (_, factor95)) = (learned(80)?, learned(95)?);
        Some(Recalibration { n, factor80, factor95 })
    }

    /// A forecast with the bands of this recalibration; its method says so.
    #[must_use]
    pub fn line(&self, line: Line) -> Line {
        let periods = line.periods.iter().map(|ahead| self.ahead(ahead)).collect();
        Line { method: self.method(&line.method), periods, ..line }
    }

    /// All forecasts with the bands of this recalibration.
    #[must_use]
    pub fn outlook(&self, outlook: Outlook) -> Outlook {
        Outlook { lines: outlook.lines.into_iter().map(|line| self.line(line)).collect(), ..outlook }
    }

    /// The name of a method whose bands are multiplied: `combination.log-1210-1350`.
    pub fn method(&self, method: &str) -> String {
        let [narrow, wide] = [&self.factor80, &self.factor95].map(|factor| factor.round_scaled(3));
        format!("{method}{MARK}{narrow}-{wide}")
    }

    fn ahead(&self, ahead: &Ahead) -> Ahead {
        let band = |low: &Ratio, high: &Ratio| Bounds { low: low.clone(), high: high.clone() };
        let narrow = band(&ahead.low80, &ahead.high80).widened(&ahead.point, &self.factor80);
        let wide = band(&ahead.low95, &ahead.high95).widened(&ahead.point, &self.factor95);
        Ahead {
            // The wider band holds the narrower one.
            low95: wide.low.min(narrow.low.clone()),
            high95: wide.high.max(narrow.high.clone()),
            low80: narrow.low,
            high80: narrow.high,
            ..ahead.clone()
        }
    }
}

impl Bounds {
    /// The band with both halves multiplied; one that did not go below nought does not afterwards.
    fn widened(&self, point: &Ratio, factor: &Ratio) -> Bounds {
        let low = point - &(&(point - &self.low) * factor);
        let floor = if self.low.is_negative() { low.clone() } else { Ratio::zero() };
        Bounds { low: low.max(floor), high: point + &(&(&self.high - point) * factor) }
    }
}

impl Computed {
    /// The name of the method without what its bands were multiplied by.
    pub fn base(&self) -> &str {
        self.method.split_once(MARK).map_or(&self.method, |(base, _)| base)
    }

    /// What the band of a level in percent was multiplied by.
    fn factor(&self, percent: u8) -> Option<Ratio> {
        let Some((_, factors)) = self.method.split_once(MARK) else { return Some(Ratio::one()) };
        let (narrow, wide) = factors.split_once('-')?;
        let thousandths = if percent == 80 { narrow } else { wide };
        Some(Ratio::from_scaled(thousandths.parse().ok()?, 3)).filter(Ratio::is_positive)
    }
}

/// How far off a forecast of the program was, in half widths of its band as the method made it, before any factor.
fn off(point: &Scored, percent: u8) -> Option<Off> {
    let Claim { who, computed, span, .. } = &point.claim;
    if *who != Who::Tool || point.horizon() == Horizon::Running {
        return None;
    }
    let band = point.claim.band(percent)?;
    let said = &point.claim.point;
    let over = point.actual > *said;
    let half = if over { &band.high - said } else { said - &band.low };
    let factor = computed.as_ref()?.factor(percent)?;
    let off = (&point.actual - said).abs().checked_div(&half)?;
    Some((span.to, (&off * &factor).to_f64()))
}

/// The shrunk multiplier of a level (0.80), to three places.
fn factor(all: &[Off], level: f64) -> Ratio {
    let mut sorted: Vec<f64> = all.iter().map(|(_, off)| *off).collect();
    sorted.sort_by(f64::total_cmp);
    let rank = ((all.len() + 1) as f64 * level).ceil() as usize;
    let quantile = sorted.get(rank.min(all.len()).saturating_sub(1)).copied().unwrap_or(1.0);
    let thousandths = (quantile.max(0.1).ln() * shrink(all, level)).exp() * 1000.0;
    Ratio::from_scaled(thousandths.round() as i128, 3)
}

/// How much of what was seen is believed: all of it where the coverage is far off, nothing where chance explains it.
fn shrink(all: &[Off], level: f64) -> f64 {
    let n = all.len() as f64;
    let held: Vec<(Day, f64)> =
        all.iter().map(|(day, off)| (*day, f64::from(u8::from(*off <= 1.0)))).collect();
    let share = held.iter().map(|(_, held)| held).sum::<f64>() / n;
    let chance = (level * (1.0 - level) / n).sqrt();
    let error = clustered_error(&held, share).map_or(chance, |error| error.max(chance));
    let z = (share - level) / error;
    (1.0 - 1.0 / (z * z)).max(0.0)
}

#[cfg(test)]
mod tests;
