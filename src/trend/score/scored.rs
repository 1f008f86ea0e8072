//! A forecast whose days are over, beside what happened and beside the seasonal naive forecast.

use super::Advantage;
use super::claim::{Claim, of_percent};
use super::past::Past;
use crate::quantity::{Ratio, Span};
use crate::workspace::Bounds;

/// A forecast that has come due.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// What was said: its point and its bands are values of the figure, growth is worked out.
    pub claim: Claim,
    /// How many periods ahead it was; nought where the period had begun.
    pub ahead: usize,
    /// What happened.
    pub actual: Ratio,
    /// What the seasonal naive forecast would have said.
    pub naive: Option<Naive>,
    /// What the naive forecast was wrong by on average in the history that was known then, in the unit of the figure.
    pub scale: Option<Ratio>,
}

/// The seasonal naive forecast: the like period of the last season that was over.
#[derive(Clone, Debug, PartialEq)]
pub struct Naive {
    /// The days it repeats.
    pub of: Span,
    /// Their figure, as it is known now.
    pub value: Ratio,
    /// Whether a file that came after the forecast changed it.
    pub is_restated: bool,
}

/// How far ahead a forecast looks, as scores are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Horizon {
    /// The period had begun.
    Running,
    /// The next period.
    One,
    /// The second or third.
    TwoToThree,
    /// The fourth to sixth.
    FourToSix,
    /// The seventh to twelfth.
    SevenToTwelve,
    /// What lies behind.
    Later,
}

impl Horizon {
    /// That of a number of periods.
    pub fn of(ahead: usize) -> Self {
        match ahead {
            0 => Horizon::Running,
            1 => Horizon::One,
            2..=3 => Horizon::TwoToThree,
            4..=6 => Horizon::FourToSix,
            7..=12 => Horizon::SevenToTwelve,
            _ => Horizon::Later,
        }
    }

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Horizon::Running => "running",
            Horizon::One => "1",
            Horizon::TwoToThree => "2-3",
            Horizon::FourToSix => "4-6",
            Horizon::SevenToTwelve => "7-12",
            Horizon::Later => "13+",
        }
    }
}

impl Scored {
    /// Sets a forecast beside what is known; nothing where its days have no figure.
    pub(super) fn of(claim: Claim, past: &Past) -> Option<Self> {
        let (span, origin) = (claim.span, claim.origin);
        let actual = past.actual(span)?.clone();
        let naive = past.naive(span, origin);
        let claim = match claim.is_growth {
            true => grown(claim, naive.map(|(_, value)| value).filter(|value| value.is_positive())?),
            false => claim,
        };
        let naive = naive.map(|(of, value)| Naive { of, value: value.clone(), is_restated: false });
        let (ahead, scale) = (past.ahead(span, origin), past.scale(origin));
        Some(Scored { claim, ahead, actual, naive, scale })
    }

    /// How far ahead it looked.
    pub fn horizon(&self) -> Horizon {
        Horizon::of(self.ahead)
    }

    /// Forecast minus actual, in the unit of the figure.
    pub fn error(&self) -> Ratio {
        &self.claim.point - &self.actual
    }

    /// The error of the seasonal naive forecast.
    pub fn naive_error(&self) -> Option<Ratio> {
        Some(&self.naive.as_ref()?.value - &self.actual)
    }

    /// Whether the naive forecast was nearer; of two as near, neither is.
    pub fn loses(&self) -> Option<bool> {
        Some(self.error().abs() > self.naive_error()?.abs())
    }

    /// A difference in units of the scale, to nine places: so that figures of all units are told together.
    pub(super) fn scaled(&self, difference: &Ratio) -> Option<Ratio> {
        let scaled = difference.checked_div(self.scale.as_ref()?)?;
        Some(Ratio::from_scaled(scaled.round_scaled(9), 9))
    }

    /// How much less wrong it was than the naive one, in units of the scale.
    pub(super) fn advantage(&self) -> Option<Advantage> {
        let gain = &self.naive_error()?.abs() - &self.error().abs();
        Some((self.claim.span.to, self.scaled(&gain)?))
    }

    /// Whether the band of a level in percent held.
    pub fn held(&self, percent: u8) -> Option<bool> {
        Some(self.claim.band(percent)?.holds(&self.actual))
    }

    /// The Winkler score of the band of a level in percent, in units of the scale.
    pub(super) fn winkler(&self, percent: u8) -> Option<Ratio> {
        let score = self.claim.band(percent)?.winkler(&of_percent(percent), &self.actual)?;
        self.scaled(&score)
    }
}

/// What growth makes of the figure of the year before.
fn grown(claim: Claim, before: &Ratio) -> Claim {
    let of = |growth: &Ratio| before * &(&Ratio::one() + growth);
    let band = |band: &Bounds| Bounds { low: of(&band.low), high: of(&band.high) };
    let bands = claim.bands.iter().map(|(level, own)| (level.clone(), band(own))).collect();
    Claim { point: of(&claim.point), bands, is_growth: false, ..claim }
}
