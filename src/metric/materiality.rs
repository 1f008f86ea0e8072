//! From where a gap matters.

use std::collections::BTreeMap;

use super::{Catalogue, Unit, Variance};
use crate::quantity::{MeasureId, Ratio};

/// From where a gap matters; an empty one has no opinion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// The least absolute gap, in the figure's unit (0.005 for half a percentage point).
    pub abs: Option<Ratio>,
    /// The least gap as a share of the reference (0.03 for 3 %).
    pub rel: Option<Ratio>,
    /// Whether one of the two is enough.
    pub rule: Rule,
}

/// How an absolute and a relative tolerance go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// A gap matters when it reaches both.
    #[default]
    Both,
    /// A gap matters when it reaches one of them.
    Either,
}

impl Tolerance {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.abs.is_none() && self.rel.is_none()
    }

    /// Whether a gap matters; a bound that cannot be judged (no relative gap) is left out.
    ///
    /// Never of a gap that is not known, or where no bound can be judged.
    pub fn is_reached(&self, variance: &Variance) -> bool {
        let reached = |bound: &Option<Ratio>, gap: Option<&Ratio>| Some(gap?.abs() >= *bound.as_ref()?);
        let bounds = [reached(&self.abs, variance.abs.as_ref()), reached(&self.rel, variance.rel.value())];
        let mut judged = bounds.into_iter().flatten().peekable();
        match self.rule {
            Rule::Both => judged.peek().is_some() && judged.all(|reached| reached),
            Rule::Either => judged.any(|reached| reached),
        }
    }
}

/// The company's tolerances.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Materiality {
    /// Holds where nothing else is said; its absolute bound is in the reporting currency.
    pub default: Tolerance,
    /// Said of one measure or metric.
    pub by_figure: BTreeMap<MeasureId, Tolerance>,
}

impl Materiality {
    /// The tolerance of a figure: said here, else with the metric, else the default.
    ///
    /// The default's absolute bound is money, and holds of money alone.
    pub fn of(&self, id: &MeasureId, catalogue: &Catalogue) -> Tolerance {
        let own = self.by_figure.get(id).or_else(|| catalogue.metric(id).map(|metric| &metric.tolerance));
        if let Some(own) = own.filter(|own| !own.is_empty()) {
            return own.clone();
        }
        match catalogue.unit(id) {
            Some(Unit::Money) => self.default.clone(),
            _ => Tolerance { abs: None, ..self.default.clone() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Better, variance};

    fn tolerance(abs: Option<i128>, rel: Option<i128>, rule: Rule) -> Tolerance {
        Tolerance { abs: abs.map(Ratio::from_int), rel: rel.map(|n| Ratio::from_scaled(n, 2)), rule }
    }

    #[test]
    fn a_gap_matters_when_it_reaches_its_bounds() {
        for (actual, reference, tolerance, matters) in [
            (90, 100, tolerance(Some(5), Some(10), Rule::Both), true),
            (-90, -100, tolerance(Some(5), Some(50), Rule::Both), true),
            (90, 100, tolerance(Some(11), Some(10), Rule::Both), false),
            (90, 100, tolerance(Some(11), Some(10), Rule::Either), true),
            (-90, -100, tolerance(None, Some(1), Rule::Both), false),
            (90, 100, tolerance(None, None, Rule::Either), false),
        ] {
            let (actual, reference) = (Ratio::from_int(actual), Ratio::from_int(reference));
            let gap = variance(Some(&actual), Some(&reference), Unit::Money, Better::Higher);
            assert_eq!(tolerance.is_reached(&gap), matters, "{actual} {reference} {tolerance:?}");
        }
    }

    #[test]
    fn the_default_amount_holds_of_money_alone() {
        let default = tolerance(Some(500), Some(3), Rule::Both);
        let own = tolerance(Some(1), None, Rule::Both);
        let by_figure = BTreeMap::from([(MeasureId::new("acos"), own.clone())]);
        let materiality = Materiality { default: default.clone(), by_figure };
        let of = |id: &str| materiality.of(&MeasureId::new(id), &Catalogue::standard());
        assert_eq!(of("sales"), default);
        assert_eq!(of("acos"), own);
        assert_eq!(of("cvr"), Tolerance { abs: None, ..default });
    }
}
