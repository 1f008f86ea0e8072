//! The portfolio: how parts of the company grow, and what they earn.

use super::{Base, Check, Question, compared::Compared};
use crate::quantity::{MeasureId, Ratio, Scope, Span};

/// Parts of the company by growth and margin, beside the whole.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// The days compared.
    pub days: Span,
    /// The whole: what divides the fast from the slow, and the rich from the poor.
    pub whole: Holding,
    /// The parts that sold anything, in the order given.
    pub parts: Vec<Holding>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The part.
    pub scope: Scope,
    /// What it sold.
    pub size: Ratio,
    /// How much more it sold than a year before, as a share of that; nothing of what was not sold then.
    pub growth: Option<Ratio>,
    /// What it earns of what it sells.
    pub margin: Option<Ratio>,
}

/// Where a part stands beside the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Grows faster and earns more.
    Star,
    /// Grows faster and earns less.
    Promise,
    /// Grows slower and earns more.
    Harvest,
    /// Grows slower and earns less.
    Doubt,
}

impl Quadrant {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Quadrant::Star => "star",
            Quadrant::Promise => "promise",
            Quadrant::Harvest => "harvest",
            Quadrant::Doubt => "doubt",
        }
    }
}

impl Portfolio {
    /// Where a part stands; nothing where its growth or margin is not known.
    pub fn quadrant(&self, part: &Holding) -> Option<Quadrant> {
        let grows = part.growth.as_ref()? >= self.whole.growth.as_ref()?;
        let earns = part.margin.as_ref()? >= self.whole.margin.as_ref()?;
        Some(match (grows, earns) {
            (true, true) => Quadrant::Star,
            (true, false) => Quadrant::Promise,
            (false, true) => Quadrant::Harvest,
            (false, false) => Quadrant::Doubt,
        })
    }
}

impl Check<'_> {
    /// Parts of the company by the growth of the question's figure and by a margin, over the days that both are known
    /// for; nothing where the whole has neither.
    pub fn portfolio(&self, question: &Question, margin: &MeasureId, parts: &[Scope]) -> Option<Portfolio> {
        let compared = Compared::of(self, [&question.metric, margin], (question, Base::Previous))?;
        let holding = |scope: &Scope| {
            let size = compared.actual(question.metric.as_str(), scope)?;
            let before = compared.base(question.metric.as_str(), scope);
            let growth = before.and_then(|before| (&size - &before).checked_div(&before));
            Some(Holding {
                scope: scope.clone(),
                growth,
                margin: compared.actual(margin.as_str(), scope),
                size,
            })
        };
        let whole = holding(&question.scope)?;
        let sold = parts.iter().filter_map(holding).filter(|part| part.size.is_positive());
        let portfolio = Portfolio { days: compared.days, parts: sold.collect(), whole };
        (portfolio.whole.growth.is_some() && portfolio.whole.margin.is_some()).then_some(portfolio)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Period;

    #[test]
    fn a_part_stands_beside_the_whole() {
        let holding = |growth: Option<i128>, margin: i128| Holding {
            scope: Scope::company(),
            size: Ratio::one(),
            growth: growth.map(Ratio::from_int),
            margin: Some(Ratio::from_int(margin)),
        };
        let whole = holding(Some(2), 2);
        let portfolio = Portfolio { days: Period::Year(2026).span(), whole, parts: Vec::new() };
        for (part, expected) in [
            (holding(Some(2), 2), Some(Quadrant::Star)),
            (holding(Some(3), 1), Some(Quadrant::Promise)),
            (holding(Some(1), 3), Some(Quadrant::Harvest)),
            (holding(Some(1), 1), Some(Quadrant::Doubt)),
            (holding(None, 3), None),
        ] {
            assert_eq!(portfolio.quadrant(&part), expected, "{part:?}");
        }
    }
}
