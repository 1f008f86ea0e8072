//! Bands that learn from the log: made wider or narrower by what the program's own forecasts missed by.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Claim, Computed, Who};
use super::verdict::{PERIODS, clustered_error};
use super::{Horizon, Scored};
use crate::quantity::{Day, MeasureId, Ratio, Span};
use crate::trend::outlook::MARK;
use crate::trend::{Ahead, Landing, LeadTime, Learned, Line, Outlook, Subject};
use crate::workspace::Bounds;

/// What the half widths of bands are multiplied by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalibration {
    /// How many forecasts it was learned from.
    pub n: usize,
    /// The multipliers of all of them together.
    pub all: Learned,
    /// Those of a horizon, and of a figure in it, where they stand out.
    finer: BTreeMap<(Horizon, Option<MeasureId>), Learned>,
}

/// As many scored forecasts of the program as it takes.
pub const LEAST: usize = 200;

/// As many as it takes to tell a horizon, or a figure in it, from the rest.
const LEAST_FINER: usize = 60;

/// The middles of the horizons in half periods; what lies behind a year counts from its second month on.
const MIDDLES: [(Horizon, i128); 5] = [
    (Horizon::One, 2),
    (Horizon::TwoToThree, 5),
    (Horizon::FourToSix, 10),
    (Horizon::SevenToTwelve, 19),
    (Horizon::Later, 28),
];

/// What its own forecasts missed by, in half widths of their bands of 80 % and 95 % before any multiplier.
struct Off<'a> {
    /// The last day of its period.
    day: Day,
    metric: &'a MeasureId,
    horizon: Horizon,
    halves: [f64; 2],
}

/// The shares of cases that the two bands are for.
const LEVELS: [f64; 2] = [0.80, 0.95];

impl Recalibration {
    /// Learns from forecasts that have come due; nothing while the program has too few of them, or of too few periods.
    ///
    /// For each level the multiplier is the conformal quantile of the errors in half widths of their band: the
    /// ⌈(n + 1) · level⌉th smallest (Vovk, Gammerman and Shafer 2005). Its logarithm is shrunk towards nought by
    /// 1 − 1 / z² (James and Stein), where z is how many standard errors the coverage is off by: bands that hold as
    /// often as they say stay as they are. Forecasts of one period share its chance, as in a verdict. Each horizon is
    /// shrunk in the same way towards all, and each figure towards its horizon.
    pub fn of(scored: &[Scored]) -> Option<Self> {
        let offs: Vec<Off<'_>> = scored.iter().filter_map(Off::of).collect();
        let whole: Vec<&Off<'_>> = offs.iter().collect();
        let even = Learned { factor80: Ratio::one(), factor95: Ratio::one() };
        let all = learned(&whole, (&even, LEAST))?;
        let mut finer = BTreeMap::new();
        for horizon in whole.iter().map(|off| off.horizon).collect::<BTreeSet<_>>() {
            let part: Vec<&Off<'_>> = offs.iter().filter(|off| off.horizon == horizon).collect();
            let Some(here) = learned(&part, (&all, LEAST_FINER)) else { continue };
            for metric in part.iter().map(|off| off.metric).collect::<BTreeSet<_>>() {
                let own: Vec<&Off<'_>> = part.iter().copied().filter(|off| off.metric == metric).collect();
                let own = learned(&own, (&here, LEAST_FINER));
                finer.extend(own.map(|own| ((horizon, Some(metric.clone())), own)));
            }
            finer.insert((horizon, None), here);
        }
        Some(Recalibration { n: offs.len(), all, finer })
    }

    /// The multipliers of a figure so far ahead; of a period that has begun, those of the next. From the middle of one
    /// horizon to that of the next they change evenly: bands have no steps.
    fn at(&self, metric: &MeasureId, ahead: usize) -> Learned {
        let place = 2 * ahead.max(1) as i128;
        let between = MIDDLES.windows(2).find(|pair| (pair[0].1..pair[1].1).contains(&place));
        let Some(&[(near, from), (far, to)]) = between.and_then(|pair| pair.first_chunk()) else {
            return self.of_horizon(metric, Horizon::Later).clone();
        };
        let share = Ratio::new(place - from, to - from).unwrap_or_else(Ratio::zero);
        self.of_horizon(metric, near).toward(self.of_horizon(metric, far), &share)
    }

    /// The multipliers of a figure in a horizon.
    fn of_horizon(&self, metric: &MeasureId, horizon: Horizon) -> &Learned {
        let own = self.finer.get(&(horizon, Some(metric.clone())));
        own.or_else(|| self.finer.get(&(horizon, None))).unwrap_or(&self.all)
    }

    /// A forecast with the bands of this recalibration.
    fn line(&self, line: Line) -> Line {
        let periods = line.periods.iter().zip(horizons(&line));
        let periods = periods.map(|(ahead, at)| widened(ahead, &self.at(&line.subject.metric, at))).collect();
        Line { periods, ..line }
    }

    /// All forecasts with the bands of this recalibration: those of totals by the mean of their periods.
    #[must_use]
    pub fn outlook(&self, outlook: Outlook) -> Outlook {
        let landing = |own: &Landing| {
            let line = outlook.line(&own.subject);
            let learned = line.and_then(|line| self.over(line, own.year.period.span()));
            Landing { year: widened(&own.year, learned.as_ref().unwrap_or(&self.all)), ..own.clone() }
        };
        let units = MeasureId::new("units");
        let lead = |own: &LeadTime| {
            let line = outlook.line(&Subject::of(&units, &own.scope));
            let learned = line.and_then(|line| self.over(line, own.days));
            LeadTime { units: widened(&own.units, learned.as_ref().unwrap_or(&self.all)), ..own.clone() }
        };
        Outlook {
            landings: outlook.landings.iter().map(landing).collect(),
            leads: outlook.leads.iter().map(lead).collect(),
            lines: outlook.lines.iter().cloned().map(|line| self.line(line)).collect(),
            ..outlook
        }
    }

    /// The mean multipliers of the periods of a line that touch some days; nothing where none does.
    fn over(&self, line: &Line, days: Span) -> Option<Learned> {
        let touches = |span: Span| span.from <= days.to && days.from <= span.to;
        let periods = line.periods.iter().zip(horizons(line));
        let periods = periods.filter(|(ahead, _)| touches(ahead.period.span()));
        let own: Vec<Learned> = periods.map(|(_, at)| self.at(&line.subject.metric, at)).collect();
        let count = Ratio::from_int(own.len() as i128);
        let mean = |of: fn(&Learned) -> &Ratio| {
            let sum: Ratio = own.iter().map(of).sum();
            Some(thousandths(&sum.checked_div(&count)?))
        };
        Some(Learned { factor80: mean(|own| &own.factor80)?, factor95: mean(|own| &own.factor95)? })
    }
}

/// How far ahead each period of a line is: nought where it had begun.
fn horizons(line: &Line) -> impl Iterator<Item = usize> {
    let begun = line.periods.first().is_some_and(|first| first.period.span().from <= line.origin);
    usize::from(!begun)..
}

impl Learned {
    /// A share of the way to others.
    fn toward(&self, other: &Learned, share: &Ratio) -> Learned {
        let between = |own: &Ratio, other: &Ratio| thousandths(&(own + &(&(other - own) * share)));
        Learned {
            factor80: between(&self.factor80, &other.factor80),
            factor95: between(&self.factor95, &other.factor95),
        }
    }
}

fn thousandths(factor: &Ratio) -> Ratio {
    Ratio::from_scaled(factor.round_scaled(3), 3)
}

fn widened(ahead: &Ahead, learned: &Learned) -> Ahead {
    let known = ahead.so_far.clone().unwrap_or_else(Ratio::zero);
    let band = |low: &Ratio, high: &Ratio| Bounds { low: low.clone(), high: high.clone() };
    let narrow = band(&ahead.low80, &ahead.high80).widened((&ahead.point, &known), &learned.factor80);
    let wide = band(&ahead.low95, &ahead.high95).widened((&ahead.point, &known), &learned.factor95);
    Ahead {
        // The wider band holds the narrower one.
        low95: wide.low.min(narrow.low.clone()),
        high95: wide.high.max(narrow.high.clone()),
        low80: narrow.low,
        high80: narrow.high,
        learned: Some(learned.clone()),
        ..ahead.clone()
    }
}

impl Bounds {
    /// The band with both halves multiplied; one that did not go below what is known does not afterwards.
    fn widened(&self, (point, known): (&Ratio, &Ratio), factor: &Ratio) -> Bounds {
        let low = point - &(&(point - &self.low) * factor);
        let floor = if self.low < *known { low.clone() } else { known.clone() };
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

impl<'a> Off<'a> {
    fn of(point: &'a Scored) -> Option<Self> {
        let Claim { who, subject, span, .. } = &point.claim;
        if *who != Who::Tool || point.horizon() == Horizon::Running {
            return None;
        }
        let halves = [off(point, 80)?, off(point, 95)?];
        Some(Off { day: span.to, metric: &subject.metric, horizon: point.horizon(), halves })
    }
}

/// How far off a forecast was, in half widths of its band as the method made it, before any factor.
fn off(point: &Scored, percent: u8) -> Option<f64> {
    let Claim { computed, .. } = &point.claim;
    let band = point.claim.band(percent)?;
    let said = &point.claim.point;
    let over = point.actual > *said;
    let half = if over { &band.high - said } else { said - &band.low };
    let factor = computed.as_ref()?.factor(percent)?;
    let off = (&point.actual - said).abs().checked_div(&half)?;
    Some((&off * &factor).to_f64())
}

/// The multipliers that some forecasts teach, beyond those of a larger group; nothing where they or their periods are
/// too few.
fn learned(offs: &[&Off<'_>], (larger, least): (&Learned, usize)) -> Option<Learned> {
    let periods: BTreeSet<Day> = offs.iter().map(|off| off.day).collect();
    if offs.len() < least || periods.len() < PERIODS {
        return None;
    }
    let own = |level: usize, larger: &Ratio| {
        let by = larger.to_f64();
        let all: Vec<(Day, f64)> = offs.iter().map(|off| (off.day, off.halves[level] / by)).collect();
        thousandths(&(larger * &factor(&all, LEVELS[level])))
    };
    Some(Learned { factor80: own(0, &larger.factor80), factor95: own(1, &larger.factor95) })
}

/// The shrunk multiplier of a level (0.80), to three places.
fn factor(all: &[(Day, f64)], level: f64) -> Ratio {
    let mut sorted: Vec<f64> = all.iter().map(|(_, off)| *off).collect();
    sorted.sort_by(f64::total_cmp);
    let rank = ((all.len() + 1) as f64 * level).ceil() as usize;
    let quantile = sorted.get(rank.min(all.len()).saturating_sub(1)).copied().unwrap_or(1.0);
    let thousandths = (quantile.max(0.1).ln() * shrink(all, level)).exp() * 1000.0;
    Ratio::from_scaled(thousandths.round() as i128, 3)
}

/// How much of what was seen is believed: all of it where the coverage is far off, nothing where chance explains it.
fn shrink(all: &[(Day, f64)], level: f64) -> f64 {
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
