//! The gap between a figure and its reference, and how it may be shown (domain 1.2).

use super::{Better, Unit};
use crate::quantity::Ratio;

/// The gap between a figure and its reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variance {
    /// Actual less reference in the figure's unit, a ratio for percent; none when one of them is not there.
    pub abs: Option<Ratio>,
    /// The gap as a share of the reference, or why it is not shown.
    pub rel: Rel,
    /// Whether the gap is good for the company.
    pub impact: Impact,
}

/// A gap as a share of its reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rel {
    /// The share: 0.2 is 20 % more than the reference.
    Value(Ratio),
    /// There was nothing, and now there is something.
    New,
    /// The reference is below nought, not there, or of the other sign.
    NotDefined,
    /// There was nothing and there is nothing.
    Nothing,
    /// The actual figure is not there yet.
    Pending,
    /// Differences of percentages are shown in points alone.
    NotShown,
}

/// What a gap means for the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impact {
    /// Good.
    Favourable,
    /// Bad.
    Unfavourable,
    /// Neither, or not known.
    Neutral,
}

/// The gap between an actual figure and its reference.
pub fn variance(actual: Option<&Ratio>, reference: Option<&Ratio>, unit: Unit, better: Better) -> Variance {
    let (Some(actual), Some(reference)) = (actual, reference) else {
        let rel = if actual.is_none() { Rel::Pending } else { Rel::NotDefined };
        return Variance { abs: None, rel, impact: Impact::Neutral };
    };
    let abs = actual - reference;
    let rel = if unit == Unit::Percent { Rel::NotShown } else { relative(actual, reference, &abs) };
    Variance { impact: better.impact(&abs), rel, abs: Some(abs) }
}

fn relative(actual: &Ratio, reference: &Ratio, abs: &Ratio) -> Rel {
    if reference.is_zero() {
        return if actual.is_zero() { Rel::Nothing } else { Rel::New };
    }
    if reference.is_negative() || actual.is_negative() {
        return Rel::NotDefined;
    }
    abs.checked_div(reference).map_or(Rel::NotDefined, Rel::Value)
}

impl Better {
    /// What a change of this size and sign means for the company.
    pub fn impact(self, change: &Ratio) -> Impact {
        let good = match self {
            Better::Higher => change.is_positive(),
            Better::Lower => change.is_negative(),
            Better::None => return Impact::Neutral,
        };
        match (change.is_zero(), good) {
            (true, _) => Impact::Neutral,
            (false, true) => Impact::Favourable,
            (false, false) => Impact::Unfavourable,
        }
    }
}

impl Rel {
    /// The share, when there is one.
    pub fn value(&self) -> Option<&Ratio> {
        match self {
            Rel::Value(share) => Some(share),
            _ => None,
        }
    }

    /// Whether its mark is cut with an arrow, because it is beyond 200 % either way.
    pub fn is_off_scale(&self) -> bool {
        self.value().is_some_and(|share| share.abs() > Ratio::from_int(2))
    }
}
