//! Straight lines through stretches of a series, from running sums.

/// Running sums over a series, so that the line of any stretch is found at once.
pub(super) struct Sums {
    /// Round these, place and value, so that squares stay small.
    middle: (f64, f64),
    sums: Vec<Moments>,
}

/// Sums of places, of values, of their squares and of their products.
#[derive(Clone, Copy, Default)]
struct Moments {
    n: f64,
    place: f64,
    value: f64,
    places: f64,
    product: f64,
    values: f64,
}

impl Moments {
    fn with(self, (place, value): (f64, f64)) -> Self {
        Moments {
            n: self.n + 1.0,
            place: self.place + place,
            value: self.value + value,
            places: self.places + place * place,
            product: self.product + place * value,
            values: self.values + value * value,
        }
    }

    /// The same of a stretch, round its own middle; that middle in `place` and `value`.
    fn since(self, before: Moments) -> Self {
        let n = self.n - before.n;
        let (place, value) = ((self.place - before.place) / n, (self.value - before.value) / n);
        Moments {
            n,
            place,
            value,
            places: self.places - before.places - n * place * place,
            product: self.product - before.product - n * place * value,
            values: self.values - before.values - n * value * value,
        }
    }

    fn slope(&self) -> f64 {
        if self.places > 0.0 { self.product / self.places } else { 0.0 }
    }
}

/// The line of least squares through a stretch.
pub(super) struct Line {
    n: f64,
    middle: (f64, f64),
    slope: f64,
    places: f64,
}

impl Line {
    /// Its value at a place, and the variance of that for values of variance one.
    pub(super) fn at(&self, place: f64) -> (f64, f64) {
        let off = place - self.middle.0;
        let tilt = if self.places > 0.0 { off * off / self.places } else { 0.0 };
        (self.middle.1 + self.slope * off, 1.0 / self.n + tilt)
    }
}

impl Sums {
    /// The sums over values at their places.
    pub(super) fn of(known: &[(usize, f64)]) -> Self {
        let n = known.len().max(1) as f64;
        let places: f64 = known.iter().map(|(place, _)| *place as f64).sum();
        let values: f64 = known.iter().map(|(_, value)| value).sum();
        let middle = (places / n, values / n);
        let mut sums = vec![Moments::default()];
        for (place, value) in known {
            let last = sums.last().copied().unwrap_or_default();
            sums.push(last.with((*place as f64 - middle.0, value - middle.1)));
        }
        Sums { middle, sums }
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.sums.len() - 1
    }

    /// The squared distances of the values `from..to` from their line.
    pub(super) fn distance(&self, from: usize, to: usize) -> f64 {
        let own = self.sums[to].since(self.sums[from]);
        (own.values - own.slope() * own.product).max(0.0)
    }

    /// The line through the values `from..to`.
    pub(super) fn line(&self, from: usize, to: usize) -> Line {
        let own = self.sums[to].since(self.sums[from]);
        let middle = (own.place + self.middle.0, own.value + self.middle.1);
        Line { n: own.n, middle, slope: own.slope(), places: own.places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_stretch_is_met_exactly_and_bent_ones_are_not() {
        let value = |step: usize| if step < 6 { 3.0 + 2.0 * step as f64 } else { 40.0 };
        let known: Vec<(usize, f64)> =
            (0..12).filter(|step| *step != 3).map(|step| (step, value(step))).collect();
        let sums = Sums::of(&known);
        assert_eq!(sums.len(), 11);
        assert!(sums.distance(0, 5) < 1e-9 && sums.distance(5, 11) < 1e-9);
        assert!(sums.distance(0, 11) > 100.0);
        let (at, spread) = sums.line(0, 5).at(3.0);
        assert!((at - 9.0).abs() < 1e-9 && (0.2..0.25).contains(&spread), "{at} {spread}");
        assert!((sums.line(5, 11).at(20.0).0 - 40.0).abs() < 1e-9);
    }
}
