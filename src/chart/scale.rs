//! Scales: from values to places, and the ranges they hold.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

/// Beyond it a value is taken for an error of the data and treated as missing.
const LARGEST: f64 = 1e15;
/// Below it a value is zero.
const SMALLEST: f64 = 1e-9;

/// The value, if it can be drawn.
pub(super) fn drawable(value: Option<f64>) -> Option<f64> {
    // What is not a number is not below any limit either.
    let value = value.filter(|value| value.abs() <= LARGEST)?;
    Some(if value.abs() < SMALLEST { 0.0 } else { value })
}

/// The lowest and the highest of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Extent {
    /// The extent of the values and zero.
    pub(super) fn with_zero(values: impl IntoIterator<Item = Option<f64>>) -> Self {
        Self::of(values.into_iter().chain([Some(0.0)])).unwrap_or(Self { low: 0.0, high: 0.0 })
    }

    /// The extent of the values; none if there are none.
    pub(super) fn of(values: impl IntoIterator<Item = Option<f64>>) -> Option<Self> {
        let mut found: Option<Self> = None;
        for value in values.into_iter().filter_map(drawable) {
            let Self { low, high } = found.unwrap_or(Self { low: value, high: value });
            found = Some(Self { low: low.min(value), high: high.max(value) });
        }
        found
    }

    /// With zero, if the values come near it.
    pub(super) fn near_zero(self) -> Self {
        let near = self.low > 0.0 && self.low < 0.4 * self.high;
        if near { Self { low: 0.0, ..self } } else { self }
    }

    /// Cut to at most `limit` on both sides of zero.
    pub(super) fn cut(self, limit: Option<f64>) -> Self {
        let limit = drawable(limit).map_or(LARGEST, f64::abs);
        Self { low: self.low.max(-limit), high: self.high.min(limit) }
    }

    /// Both extents in one.
    pub(super) fn join(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// From lowest to highest.
    pub(super) fn span(self) -> f64 {
        self.high - self.low
    }
}

/// A linear scale from values to places, held by a coordinate of plotters.
pub(super) struct Scale {
    range: RangedCoordf64,
    places: (i32, i32),
}

/// Finer than the tenths of the backend, so that nothing is rounded twice.
const FINE: f64 = 1000.0;

impl Scale {
    /// The lowest value stands at `from`, the highest at `to`.
    pub(super) fn new(extent: Extent, from: f64, to: f64) -> Self {
        // A range of no length has no scale: give it one, so that its only value stands at `from`.
        let high = if extent.span() > 0.0 { extent.high } else { extent.low + 1.0 };
        let places = ((from * FINE) as i32, (to * FINE) as i32);
        Self { range: (extent.low..high).into(), places }
    }

    /// The place of a value; one beyond the scale stands at its end.
    pub(super) fn at(&self, value: f64) -> f64 {
        let std::ops::Range { start, end } = self.range.range();
        let value = value.clamp(start, end);
        f64::from(self.range.map(&value, self.places)) / FINE
    }

    /// The smaller end: the top of a scale that rises.
    pub(super) fn top(&self) -> f64 {
        f64::from(self.places.0.min(self.places.1)) / FINE
    }

    /// The larger end: the bottom of a scale that rises.
    pub(super) fn bottom(&self) -> f64 {
        f64::from(self.places.0.max(self.places.1)) / FINE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_missing() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            assert_eq!(drawable(Some(value)), None, "{value}");
        }
        assert_eq!(drawable(Some(1e-300)), Some(0.0));
        assert_eq!(drawable(Some(-2.5)), Some(-2.5));
    }

    #[test]
    fn bars_stand_on_zero() {
        let extent = Extent::with_zero([Some(5.0), None, Some(f64::INFINITY), Some(8.0)]);
        assert_eq!(extent, Extent { low: 0.0, high: 8.0 });
        let scale = Scale::new(extent, 100.0, 20.0);
        assert!((scale.at(0.0) - 100.0).abs() < 0.01);
        assert!((scale.at(4.0) - 60.0).abs() < 0.01);
    }

    #[test]
    fn a_range_of_no_length_has_a_place() {
        let scale = Scale::new(Extent { low: 3.0, high: 3.0 }, 50.0, 10.0);
        assert!((scale.at(3.0) - 50.0).abs() < 0.01);
    }
}
