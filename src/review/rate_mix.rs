//! Rate and mix: whether a ratio changed in its parts or because their weights did, and when the two tell opposite
//! stories (domain 2.7).

use crate::metric::Convention;
use crate::quantity::{Ratio, Scope};

/// The two sides of a ratio: what is divided, and what it is divided by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// What is divided: orders.
    pub num: Ratio,
    /// What it is divided by, the weight: sessions.
    pub den: Ratio,
}

/// A part of the company on both sides of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The part; none for what the known parts leave of the whole.
    pub scope: Option<Scope>,
    /// The reference: plan, previous year.
    pub base: Sides,
    /// What happened.
    pub actual: Sides,
}

/// A part with what it contributed to the change of the whole's ratio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentChange {
    /// The part.
    pub segment: Segment,
    /// By its own ratio.
    pub rate: Ratio,
    /// By its weight.
    pub mix: Ratio,
    /// By what it has of the numerator without any weight: orders without sessions.
    pub adjusted: Ratio,
}

/// A change of a ratio by the rates of its parts and by their weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateMix {
    /// The ratio of the whole in the reference.
    pub base: Ratio,
    /// The ratio of the whole now.
    pub actual: Ratio,
    /// The parts, in the order given.
    pub segments: Vec<SegmentChange>,
}

impl Sides {
    /// The ratio; nothing where its divisor is nought.
    pub fn rate(&self) -> Option<Ratio> {
        self.num.checked_div(&self.den)
    }
}

impl RateMix {
    /// The rule by which it is divided.
    pub const CONVENTION: Convention = Convention::RateAndMix;

    /// Divides the change of the ratio over all parts; nothing where it has no value on one of the sides.
    pub fn of(segments: Vec<Segment>) -> Option<Self> {
        let whole = |side: fn(&Segment) -> &Sides| Sides {
            num: segments.iter().map(|segment| &side(segment).num).sum(),
            den: segments.iter().map(|segment| &side(segment).den).sum(),
        };
        let (base, actual) = (whole(|segment| &segment.base), whole(|segment| &segment.actual));
        let rates = (base.rate()?, actual.rate()?);
        let change = |segment: Segment| segment.change((&base.den, &actual.den), (&rates.0, &rates.1));
        let segments = segments.into_iter().map(change).collect::<Option<Vec<_>>>()?;
        Some(RateMix { base: rates.0, actual: rates.1, segments })
    }

    /// The whole change.
    pub fn change(&self) -> Ratio {
        &self.actual - &self.base
    }

    /// What the parts' own ratios contributed.
    pub fn rate(&self) -> Ratio {
        self.segments.iter().map(|segment| &segment.rate).sum()
    }

    /// What their weights contributed.
    pub fn mix(&self) -> Ratio {
        self.segments.iter().map(|segment| &segment.mix).sum()
    }

    /// What the numerator without any weight contributed.
    pub fn adjusted(&self) -> Ratio {
        self.segments.iter().map(|segment| &segment.adjusted).sum()
    }

    /// Simpson's alarm: no part moved the way that the whole did, and some moved the other way.
    pub fn is_simpson(&self) -> bool {
        let moved = self.segments.iter().filter_map(|segment| segment.segment.moved());
        let moved: Vec<Ratio> = moved.filter(|change| !change.is_zero()).collect();
        let all = |sign: fn(&Ratio) -> bool| moved.len() > 1 && moved.iter().all(sign);
        let whole = self.change();
        (all(Ratio::is_positive) && whole.is_negative()) || (all(Ratio::is_negative) && whole.is_positive())
    }
}

impl SegmentChange {
    /// Its whole contribution.
    pub fn change(&self) -> Ratio {
        [&self.rate, &self.mix, &self.adjusted].into_iter().sum()
    }
}

impl Segment {
    /// Whether nothing is in it on either side.
    pub(super) fn is_nothing(&self) -> bool {
        let nought = |sides: &Sides| sides.num.is_zero() && sides.den.is_zero();
        nought(&self.base) && nought(&self.actual)
    }

    /// What these segments leave of the whole; nothing where they are all of it.
    pub(super) fn rest((base, actual): (Sides, Sides), segments: &[Segment]) -> Option<Self> {
        let left = |whole: Sides, side: fn(&Segment) -> &Sides| {
            let num: Ratio = segments.iter().map(|segment| &side(segment).num).sum();
            let den: Ratio = segments.iter().map(|segment| &side(segment).den).sum();
            Sides { num: &whole.num - &num, den: &whole.den - &den }
        };
        let base = left(base, |segment| &segment.base);
        let rest = Segment { scope: None, base, actual: left(actual, |segment| &segment.actual) };
        (!rest.is_nothing()).then_some(rest)
    }

    /// How far its own ratio moved; nothing where it has none on one of the sides.
    pub fn moved(&self) -> Option<Ratio> {
        self.base.rate().zip(self.actual.rate()).map(|(base, actual)| &actual - &base)
    }

    /// A part without a ratio on one side is taken at that of the other: it is new or has ended, and all of it is mix.
    fn change(self, dens: (&Ratio, &Ratio), whole: (&Ratio, &Ratio)) -> Option<SegmentChange> {
        let half = Ratio::new(1, 2)?;
        let (base, actual) = (self.base.rate(), self.actual.rate());
        let stray = |sides: &Sides, rate: &Option<Ratio>, den: &Ratio| match rate {
            Some(_) => Some(Ratio::zero()),
            None => sides.num.checked_div(den),
        };
        let adjusted = &stray(&self.actual, &actual, dens.1)? - &stray(&self.base, &base, dens.0)?;
        let r0 = base.clone().or_else(|| actual.clone()).unwrap_or_else(Ratio::zero);
        let r1 = actual.or(base).unwrap_or_else(Ratio::zero);
        let (w0, w1) = (self.base.den.checked_div(dens.0)?, self.actual.den.checked_div(dens.1)?);
        let mean = |a: &Ratio, b: &Ratio| &(a + b) * &half;
        let rate = &mean(&w0, &w1) * &(&r1 - &r0);
        let mix = &(&w1 - &w0) * &(&mean(&r0, &r1) - &mean(whole.0, whole.1));
        Some(SegmentChange { segment: self, rate, mix, adjusted })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sides(num: i128, den: i128) -> Sides {
        Sides { num: Ratio::from_int(num), den: Ratio::from_int(den) }
    }

    fn segment(base: (i128, i128), actual: (i128, i128)) -> Segment {
        Segment { scope: None, base: sides(base.0, base.1), actual: sides(actual.0, actual.1) }
    }

    #[test]
    fn a_part_that_is_new_is_all_mix() {
        let found = RateMix::of(vec![segment((10, 100), (10, 100)), segment((0, 0), (2, 100))]).unwrap();
        assert_eq!((found.rate(), found.mix()), (Ratio::zero(), Ratio::new(-4, 100).unwrap()));
        assert!(!found.is_simpson());
    }

    #[test]
    fn what_has_no_weight_stands_beside() {
        let found = RateMix::of(vec![segment((10, 100), (10, 100)), segment((0, 0), (5, 0))]).unwrap();
        assert_eq!((found.rate(), found.mix()), (Ratio::zero(), Ratio::zero()));
        assert_eq!(found.adjusted(), Ratio::new(5, 100).unwrap());
        assert_eq!(RateMix::of(vec![segment((1, 0), (1, 5))]), None);
    }

    proptest! {
        #[test]
        fn rates_and_mix_sum_to_the_change(
            numbers in prop::collection::vec(((-5i128..50, 0i128..9), (-5i128..50, 0i128..9)), 1..7)
        ) {
            let segments = numbers.iter().map(|(base, actual)| segment(*base, *actual)).collect();
            if let Some(found) = RateMix::of(segments) {
                let parts: Ratio = found.segments.iter().map(SegmentChange::change).sum();
                prop_assert_eq!(parts, found.change());
                prop_assert_eq!(&(&found.rate() + &found.mix()) + &found.adjusted(), found.change());
            }
        }
    }
}
